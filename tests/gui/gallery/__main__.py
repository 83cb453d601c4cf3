"""Saves a picture of every board in both themes and languages: `python tests/gui/gallery FOLDER [BOARD …]`.

One process a scale (`QT_SCALE_FACTOR=1.5 python tests/gui/gallery FOLDER`). Pictures are for eyes, not for asserts.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from gallery import BOARDS
from roster_app import i18n
from roster_app.gui.theme import Appearance


def main() -> None:
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    appearance = Appearance(application, "light")
    scale = round(100 * float(os.environ.get("QT_SCALE_FACTOR", "1")))
    for language in i18n.LANGUAGES:
        i18n.install(language)
        for board in wanted or BOARDS:
            window = BOARDS[board]()
            window.show()
            for dialog in window.findChildren(QDialog):
                dialog.show()
            for theme in ("light", "dark"):
                appearance.prefer(theme)
                application.processEvents()
                picture(window).save(str(folder / f"{board}-{theme}-{language}-{scale}.png"))
            window.deleteLater()


def picture(window: QWidget) -> QPixmap:
    """The window with its dialogs over it, as a screen would show them."""
    grabbed = window.grab()
    painter = QPainter(grabbed)
    for dialog in window.findChildren(QDialog):
        painter.drawPixmap(window.mapFromGlobal(dialog.pos()), dialog.grab())
    painter.end()
    return grabbed


if __name__ == "__main__":
    main()
