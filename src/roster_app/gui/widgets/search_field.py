"""A field to search with: a magnifier before the words, a cross to clear them, arrows that move in the list below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from roster_app.gui.widgets.icons import icon
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class SearchField(QLineEdit):
    """Words narrow a list (`textChanged`), Up and Down walk in it (`walked`), Enter takes (`returnPressed`).

    Esc clears the words; with none left it goes on to whoever holds the field.
    """

    walked = Signal(int)  # rows to go down, negative for up

    def __init__(self, placeholder: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("search", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self._magnifier = QAction(self)
        self._cross = QAction(_("Clear"), self)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self._dress()

    def _dress(self) -> None:
        meanings, size = meanings_of(self), measures_of(self).icon
        self._magnifier.setIcon(icon("search", meanings, "third", size))
        self._cross.setIcon(icon("x", meanings, "second", size))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
