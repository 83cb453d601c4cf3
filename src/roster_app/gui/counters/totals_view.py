"""Sums of counters over some days, by day, shift, checkpoint, area or roster, to be looked at, copied and exported."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from roster_app.domain.counter_totals import Grouping
from roster_app.domain.ids import CheckpointId
from roster_app.gui.widgets import ChoiceField, DateRangeField, FrozenTableView, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.counters import OpenCounters
from roster_app.services.words.counters import CounterTable, grouping_name

_ALL = "0"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TotalsView(QWidget):
    """`days_wished` asks for other days to be read."""

    days_wished = Signal(object)  # (first, last)

    def __init__(self, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenCounters | None = None
        self.table: CounterTable | None = None
        self.days = DateRangeField(first, last, _("Days"))
        self.place = ChoiceField()
        shown = [g for g in Grouping if g is not Grouping.COUNTER]
        self.grouping = ChoiceField((g.value, grouping_name(g)) for g in shown)
        self.model = QStandardItemModel(self)
        self.sheet = FrozenTableView()
        self._lay_out()
        self.days.range_changed.connect(self.days_wished.emit)
        self.place.chosen.connect(lambda _key: self._show())
        self.grouping.chosen.connect(lambda _key: self._show())

    def show_counters(self, opened: OpenCounters) -> None:
        """The sums of what was read."""
        chosen = self.place.choice or _ALL
        self.opened = opened
        self.place.clear()
        places = [(str(c.id), c.name) for c in opened.directory.checkpoints_in_order]
        self.place.offer([(_ALL, _("All checkpoints")), *places])
        if chosen in {key for key, _name in places}:
            self.place.choose(chosen)
        self._show()

    def copy(self) -> None:
        """The table to the clipboard, as a spreadsheet takes it."""
        if self.table is not None:
            lines = ("\t".join(row) for row in self.table.texts)
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _show(self) -> None:
        if self.opened is None:
            return
        places = frozenset() if self.place.choice in ("", _ALL) else frozenset({CheckpointId(int(self.place.choice))})
        grouping = Grouping(self.grouping.choice)
        self.table = self.opened.table(grouping, *self.days.range, places)
        self.model.clear()
        self.model.setHorizontalHeaderLabels(list(self.table.heads))
        rows = [*self.table.rows, (_("Total"), self.table.sums)]
        for number, (label, values) in enumerate(rows):
            self.model.appendRow(_row(label, values, self.sheet.font(), last=number == len(rows) - 1))
        header = self.sheet.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.sheet.freeze(1)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.place.setAccessibleName(_("Checkpoint"))
        self.grouping.setAccessibleName(_("Sums by"))
        self.sheet.setModel(self.model)
        self.sheet.setAccessibleName(_("Sums of counters"))
        self.sheet.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sheet.setTabKeyNavigation(False)
        self.sheet.verticalHeader().hide()
        self.sheet.verticalHeader().setDefaultSectionSize(measures.px(28))
        row = QHBoxLayout()
        row.setSpacing(measures.near)
        row.addWidget(self.days)
        row.addWidget(self.place)
        row.addWidget(TextLabel(_("Sums by"), "quiet"))
        row.addWidget(self.grouping)
        note = TextLabel(
            _("Counts of services, each counter by itself; person-times and hours of volunteers are not in it."),
            "second",
            wraps=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.apart)
        column.addLayout(row)
        column.addWidget(self.sheet, 1)
        column.addWidget(note)


def _row(label: str, values: tuple[int | None, ...], font: QFont, *, last: bool) -> list[QStandardItem]:
    row = [QStandardItem(label), *(QStandardItem("" if value is None else str(value)) for value in values)]
    bold = QFont(font)
    bold.setBold(True)
    for item in row[1:]:
        item.setTextAlignment(_RIGHT)
    for item in row if last else ():
        item.setFont(bold)
    return row
