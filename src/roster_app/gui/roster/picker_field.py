"""A field that narrows a list beside the grid and gives the keyboard back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from roster_app.gui.roster.choice_list import ChoiceList
from roster_app.gui.widgets.search_field import SearchField


class PickerField(SearchField):
    """Esc without words goes back to the grid."""

    left = Signal()

    def lead(self, choices: ChoiceList) -> None:
        """Words narrow the list, arrows walk on it, Enter takes the row stood on."""
        self.textChanged.connect(choices.narrow)
        self.walked.connect(choices.walk)
        self.returnPressed.connect(choices.take)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)
