"""The look the application wears now: follows the system's colour scheme unless the person chose one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from roster_app.gui.theme.fonts import body_font, load_fonts
from roster_app.gui.theme.mark_files import MarkFiles
from roster_app.gui.theme.palette import palette_of
from roster_app.gui.theme.style_sheet import style_sheet
from roster_app.gui.widgets.meanings import DARK, LIGHT, Meanings
from roster_app.gui.widgets.measures import Measures

ThemePreference = Literal["system", "light", "dark"]

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Dresses the application it is given: style, font, palette and style sheet, at once and whenever they change."""

    meanings_changed = Signal(object)  # the Meanings worn from now on

    def __init__(
        self, application: QApplication, preference: ThemePreference = "system", text_scale: float = 1.0
    ) -> None:
        super().__init__(application)
        self._application = application
        self._preference = preference
        self._text_scale = text_scale
        self._marks = MarkFiles()
        self._family = load_fonts()
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._ask_system_for_scheme()
        self._dress()

    @property
    def meanings(self) -> Meanings:
        """What is worn now."""
        return DARK if self._wants_dark() else LIGHT

    @property
    def preference(self) -> ThemePreference:
        return self._preference

    def prefer(self, preference: ThemePreference) -> None:
        """Wear light or dark from now on, or whatever the system wears."""
        self._preference = preference
        self._ask_system_for_scheme()
        self._dress()

    def scale_text(self, text_scale: float) -> None:
        """Make text, and with it everything else, larger or smaller; 1.0 is 13 pixels."""
        self._text_scale = text_scale
        self._dress()

    def _ask_system_for_scheme(self) -> None:
        """Lets title bars and file dialogs follow; does nothing where the platform has no such wish."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.disconnect(self._on_scheme_changed)
        hints.setColorScheme(_SCHEMES[self._preference])
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    def _on_scheme_changed(self) -> None:
        if self._preference == "system":
            self._dress()

    def _wants_dark(self) -> bool:
        if self._preference == "system":
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._preference == "dark"

    def _dress(self) -> None:
        meanings = self.meanings
        font = body_font(self._family, self._text_scale)
        self._application.setFont(font)
        self._application.setPalette(palette_of(meanings))
        sheet = style_sheet(meanings, Measures(font.pixelSize()), self._marks)
        self._application.setStyleSheet(sheet)
        self.meanings_changed.emit(meanings)
