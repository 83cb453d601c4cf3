"""The bundled Chinese font, so that every machine shows the same face, and none shows boxes."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from roster_app.gui.widgets.measures import DESIGNED_FOR
from roster_app.resources import resource

_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def load_fonts() -> str:
    """Give Qt the bundled font and answer with its family; the system's own family where the file is unreadable."""
    families = [family for file in _FILES for family in _families_of(file)]
    return families[0] if families else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def _families_of(file: str) -> list[str]:
    handle = QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    return QFontDatabase.applicationFontFamilies(handle) if handle >= 0 else []


def body_font(family: str, scale: float = 1.0) -> QFont:
    """The font of everything that says nothing else; `scale` is the text size the person chose."""
    font = QFont(family)
    font.setPixelSize(round(DESIGNED_FOR * scale))
    return font
