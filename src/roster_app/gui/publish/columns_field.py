"""The columns of a list: the usual ones, or those that are ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from roster_app.gui.widgets import SegmentedControl, measures_of
from roster_app.i18n import _
from roster_app.services.sheets import ListColumn

_USUAL, _CHOSEN = "usual", "chosen"
_AT_FIRST = (ListColumn.LEADER, ListColumn.HEAD, ListColumn.SHIFTS, ListColumn.REMARKS)


class ColumnsField(QWidget):
    """Date and weekday stand on every list; the ticks are asked for only by who wants others than the usual."""

    changed = Signal()  # other columns are wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = SegmentedControl([(_USUAL, _("The usual")), (_CHOSEN, _("Chosen"))], _("Columns"))
        self.boxes = {column: QCheckBox(words) for column, words in _words().items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(self.which)
        for name, box in self.boxes.items():
            box.setChecked(name in _AT_FIRST)
            box.setVisible(False)
            box.toggled.connect(lambda _on: self.changed.emit())
            column.addWidget(box)
        self.which.chosen.connect(lambda _key: self._on_chosen())

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """In the order of the list; none are the usual ones."""
        if self.which.choice == _USUAL:
            return ()
        return tuple(column for column, box in self.boxes.items() if box.isChecked())

    def _on_chosen(self) -> None:
        for box in self.boxes.values():
            box.setVisible(self.which.choice == _CHOSEN)
        self.changed.emit()


def _words() -> dict[ListColumn, str]:
    return {
        ListColumn.LEADER: _("Leader on duty"),
        ListColumn.LEADER_PHONE: _("Phone of the leader on duty"),
        ListColumn.HEAD: _("Shift leader"),
        ListColumn.HEAD_PHONE: _("Phone of the shift leader"),
        ListColumn.SHIFTS: _("A column for each shift"),
        ListColumn.DUTY_PHONE: _("24-hour duty phone"),
        ListColumn.REMARKS: _("Remarks"),
    }
