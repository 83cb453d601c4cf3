"""A field that narrows a list beside the grid and gives the keyboard back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from roster_app.gui.widgets.search_field import SearchField


class PickerField(SearchField):
    """Esc without words goes back to the grid."""

    left = Signal()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)
