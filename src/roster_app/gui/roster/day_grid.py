"""What both arrangements share: columns of days that fill the width, the keys, dragging, and going to a day."""

from __future__ import annotations

from datetime import date
from math import floor
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.gui.roster.cell_painter import CellPainter
from roster_app.gui.roster.days import DayLook
from roster_app.gui.roster.duty_drag import carried_duty, carry, take_drop, weigh_drop
from roster_app.gui.roster.grid_keys import wish_of
from roster_app.gui.roster.grid_lines import columns_in_sight, paint_grounds, paint_lines, rows_in_sight
from roster_app.gui.roster.grid_wishes import GridWishes
from roster_app.gui.widgets.caption_header import CaptionHeader
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import measures_of

WEEK, TWO_WEEKS, WHOLE_PERIOD = 7, 14, 0
_DELEGATES_PAINT_THE_SELECTION = """
QTableView { selection-background-color: transparent; }
QTableView::item:selected { background: transparent; }
"""


class DayModel(Protocol):
    """What a grid needs of its model, beside Qt's own."""

    narrow: bool

    @property
    def days(self) -> tuple[DayLook, ...]: ...
    def column_of(self, day: date) -> int: ...
    def duty_id(self, index: QModelIndex) -> DutyId | None: ...
    def duty_ids(self, index: QModelIndex) -> list[DutyId]: ...
    def volunteer_id(self, index: QModelIndex) -> VolunteerId | None: ...
    def index_of(self, duty_id: DutyId) -> QModelIndex: ...
    def row_of(self, person: VolunteerId) -> int: ...


class DayGrid(QTableView):
    """A table of days; it knows which cell is meant and says what is wished, the page carries it out."""

    moved = Signal()  # another cell is current
    days_in_sight = Signal(object)  # (first, last) as DayLooks

    def __init__(
        self, days: DayModel, model: QAbstractItemModel, *, banded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.wishes = GridWishes(self)
        self._days = days
        self._span = WEEK
        self._told: tuple[date, date] | None = None
        self.current_cell = (-1, -1)
        """The cell with the ring; it keeps it while the keyboard is in the side panel."""
        self.chosen_cells: set[tuple[int, int]] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet(_DELEGATES_PAINT_THE_SELECTION)
        self.setModel(model)
        header = CaptionHeader(with_bands=banded)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(header)
        self.doubleClicked.connect(lambda _index: self.wishes.picking.emit(""))
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._tell_days())
        model.modelReset.connect(self.fit)

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
    def duty_id(self) -> DutyId | None:
        """The duty of the current cell."""
        index = self.currentIndex()
        return self._days.duty_id(index) if index.isValid() else None

    @property
    def duty_ids(self) -> list[DutyId]:
        """The duties of all selected cells."""
        return [duty_id for index in self.selected_cells() for duty_id in self._days.duty_ids(index)]

    @property
    def person(self) -> VolunteerId | None:
        """Whose line or whose duty is current."""
        index = self.currentIndex()
        return self._days.volunteer_id(index) if index.isValid() else None

    @property
    def day(self) -> date | None:
        """The day of the current cell."""
        index, days = self.currentIndex(), self._days.days
        return days[index.column()].date if index.isValid() and index.column() < len(days) else None

    @property
    def first_in_sight(self) -> int:
        """The leftmost column of days."""
        return self.horizontalScrollBar().value()

    def fit(self) -> None:
        """Give the columns the width that fills the room, and the rows their height."""
        count = len(self._days.days)
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
        self._days.narrow = width < measures_of(self).px(60)
        self.horizontalHeader().viewport().update()
        self._tell_days()

    def narrowest(self) -> int:
        """The least width of a day."""
        return measures_of(self).px(46)

    def show_week_of(self, column: int) -> None:
        """Bring the week (or two) of a day into sight, beginning with its Monday."""
        days = self._days.days
        if 0 <= column < len(days):
            self.horizontalScrollBar().setValue(max(0, column - days[column].date.weekday()))

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and see that it is in sight."""
        index = self.model().index(row, column)
        if index.isValid():
            if not self.is_in_sight(column):
                self.show_week_of(column)
            self.stand_at(index)
            self.scrollTo(index)

    def go_to_duty(self, duty_id: DutyId) -> bool:
        """Make a duty current; whether this grid has it."""
        index = self._days.index_of(duty_id)
        if index.isValid():
            self.go_to(index.row(), index.column())
        return index.isValid()

    def begin(self, day: date) -> None:
        """Stand on the first line of a day: another roster has come."""
        self.go_to(0, max(0, self._days.column_of(day)))

    def go_to_day(self, day: date, person: VolunteerId | None = None) -> None:
        """Make a day current, on that person's line where people have lines, else on the same one."""
        row, column = self._days.row_of(person) if person is not None else -1, self._days.column_of(day)
        if column >= 0:
            self.go_to(row if row >= 0 else max(0, self.currentIndex().row()), column)

    def stand_at(self, index: QModelIndex) -> None:
        """Make a cell current and the only one selected, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def is_in_sight(self, column: int) -> bool:
        """Whether the whole of a day can be seen."""
        left = self.columnViewportPosition(column)
        return left >= 0 and left + self.columnWidth(column) <= self.viewport().width()

    def turn(self, steps: int) -> None:
        """Go a page of days on or back; at the end of the period, ask for the next one."""
        days, current = self._days.days, self.currentIndex()
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

    def selected_cells(self) -> list[QModelIndex]:
        """The cells meant: all selected ones, or the current one."""
        chosen = [index for index in self.selectedIndexes() if index.column() < len(self._days.days)]
        current = self.currentIndex()
        return chosen or ([current] if current.isValid() else [])

    def tell_days(self) -> None:
        """Say once more which days are in sight."""
        self._told = None
        self._tell_days()

    def _tell_days(self) -> None:
        days = self._days.days
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
        paint_grounds(self, self._days.days)
        painter = QPainter(self.viewport())
        delegate = self.itemDelegate()
        if isinstance(delegate, CellPainter):
            delegate.begin(painter, self.font(), self.palette())
            columns = list(columns_in_sight(self, len(self._days.days), event.rect()))
            for row, top, height in rows_in_sight(self, event.rect()):
                for column, left, width in columns:
                    if delegate.holds(row, column):
                        delegate.paint_cell(painter, QRectF(left, top, width, height), row, column)
        painter.end()
        paint_lines(self, self._days.days, self.line_colour)

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
        super().currentChanged(current, previous)
        self.current_cell = (current.row(), current.column())
        self.moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_cells = {(index.row(), index.column()) for index in self.selectedIndexes()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = wish_of(event)
        if found is not None:
            self.wishes.carry_out(*found, self.turn)
            event.accept()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        duty_id = self._days.duty_id(self.currentIndex())
        if duty_id is not None:
            carry(self, duty_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_duty(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        weigh_drop(self, event)

    def dropEvent(self, event: QDropEvent) -> None:
        if (found := take_drop(self, event)) is not None:
            self.wishes.dropping.emit(*found)
