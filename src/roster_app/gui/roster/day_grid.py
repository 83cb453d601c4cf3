"""What both arrangements with a column a day share: columns that fill the width, going to a week, turning pages."""

from __future__ import annotations

from datetime import date
from math import floor

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.gui.roster.cell_painter import CellPainter
from roster_app.gui.roster.duty_model import DayColumnsModel
from roster_app.gui.roster.duty_view import DutyView
from roster_app.gui.roster.grid_lines import columns_in_sight, paint_grounds, paint_lines, rows_in_sight
from roster_app.gui.widgets.caption_header import CaptionHeader
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import measures_of

WEEK, TWO_WEEKS, WHOLE_PERIOD = 7, 14, 0
DELEGATES_PAINT_THE_SELECTION = """
QTableView { selection-background-color: transparent; }
QTableView::item:selected { background: transparent; }
"""


class DayGrid(DutyView, QTableView):
    """A table of days."""

    def __init__(self, model: DayColumnsModel, *, banded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        self._span = WEEK
        self._told: tuple[date, date] | None = None
        self.current_cell = (-1, -1)
        """The cell with the ring; it keeps it while the keyboard is in the side panel."""
        self.chosen_cells: set[tuple[int, int]] = set()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setStyleSheet(DELEGATES_PAINT_THE_SELECTION)
        self.setHorizontalHeader(CaptionHeader(with_bands=banded))
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._tell_days())

    @property
    def span(self) -> int:
        """How many days fill the width; 0: the whole period."""
        return self._span

    def set_span(self, days: int) -> None:
        """Show this many days at once, beginning with the week of the current cell."""
        self._span = days
        self.fit()
        self.show_week_of(max(0, self.currentIndex().column()))

    @property
    def day(self) -> date | None:
        """The day of the current cell."""
        index, days = self.currentIndex(), self._model.days
        return days[index.column()].date if index.isValid() and index.column() < len(days) else None

    @property
    def first_in_sight(self) -> int:
        """The leftmost column of days."""
        return self.horizontalScrollBar().value()

    def fit(self) -> None:
        """Give the columns the width that fills the room, and the rows their height."""
        count = len(self._model.days)
        if not count:
            return
        room = max(1, self.viewport().width() - 1)
        wanted = min(self._span or count, count)
        shown = max(1, min(wanted, room // self.narrowest()))
        width, fits = room / shown, shown == wanted
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(off if fits else needed)
        for column in range(count):
            self.setColumnWidth(column, floor((column + 1) * width) - floor(column * width))
        self.updateGeometries()  # so that the scroll bar knows the new range at once
        self.horizontalHeader().setOffsetToSectionPosition(self.first_in_sight)  # Qt keeps the old pixels otherwise
        self._model.narrow = width < measures_of(self).px(60)
        self.horizontalHeader().viewport().update()
        self._tell_days()

    def narrowest(self) -> int:
        """The least width of a day."""
        return measures_of(self).px(46)

    def show_week_of(self, column: int) -> None:
        """Bring the week (or two) of a day into sight, beginning with its Monday."""
        days = self._model.days
        if 0 <= column < len(days):
            self.horizontalScrollBar().setValue(max(0, column - days[column].date.weekday()))

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and see that it is in sight."""
        index = self._model.index(row, column)
        if index.isValid():
            self.show_at(index)

    def show_at(self, index: QModelIndex) -> None:
        if not self.is_in_sight(index.column()):
            self.show_week_of(index.column())
        super().show_at(index)

    def begin(self, day: date) -> None:
        """Stand on the first line of a day: another roster has come."""
        self.go_to(0, max(0, self._model.column_of(day)))

    def go_to_day(self, day: date, person: VolunteerId | None = None) -> None:
        """On that person's line where people have lines, else on the same one."""
        row, column = self._model.row_of(person) if person is not None else -1, self._model.column_of(day)
        if column >= 0:
            self.go_to(row if row >= 0 else max(0, self.currentIndex().row()), column)

    def is_in_sight(self, column: int) -> bool:
        """Whether the whole of a day can be seen."""
        left = self.columnViewportPosition(column)
        return left >= 0 and left + self.columnWidth(column) <= self.viewport().width()

    def turn(self, steps: int) -> None:
        """Go a page of days on or back; at the end of the period, ask for the next one."""
        days, current = self._model.days, self.currentIndex()
        if not days:
            return
        page = min(self._span or len(days), len(days))
        target = self.first_in_sight + steps * min(page, WEEK) if self._span else len(days) * steps
        if target >= len(days) or (target < 0 and self.first_in_sight == 0):
            self.wishes.period.emit(steps)
            return
        column = max(0, current.column()) - self.first_in_sight
        self.horizontalScrollBar().setValue(max(0, target))
        place = min(self.first_in_sight + max(0, column), len(days) - 1)
        self.stand_at(self.model().index(max(0, current.row()), place))

    def tell_days(self) -> None:
        self._told = None
        self._tell_days()

    def _tell_days(self) -> None:
        days = self._model.days
        if not days or self.viewport().width() <= 0:
            return
        first = min(self.first_in_sight, len(days) - 1)
        last = max(column for column in range(first, len(days)) if column == first or self.is_in_sight(column))
        told = days[first].date, days[last].date
        if told != self._told:
            self._told = told
            self.days_in_sight.emit((days[first], days[last]))

    def line_colour(self, row: int, meanings: Meanings) -> str | None:
        """The line under a row; None where the row has none."""
        return meanings.faint_line

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, the cells that hold anything, lines: Qt would ask the model for every empty cell too."""
        paint_grounds(self, self._model.days)
        painter = QPainter(self.viewport())
        delegate = self.itemDelegate()
        if isinstance(delegate, CellPainter):
            delegate.begin(painter, self.font(), self.palette())
            columns = list(columns_in_sight(self, len(self._model.days), event.rect()))
            for row, top, height in rows_in_sight(self, event.rect()):
                for column, left, width in columns:
                    if delegate.holds(row, column):
                        delegate.paint_cell(painter, QRectF(left, top, width, height), row, column)
        painter.end()
        paint_lines(self, self._model.days, self.line_colour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        first, current = self.first_in_sight, self.currentIndex()
        in_sight = QRect(QPoint(0, 0), event.oldSize()).intersects(self.visualRect(current))
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
            self.horizontalScrollBar().setValue(first)
        if in_sight:
            self.scrollTo(current)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.current_cell = (current.row(), current.column())
        super().currentChanged(current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_cells = {(index.row(), index.column()) for index in self.selectedIndexes()}
