"""What both arrangements share: columns of days that fill the width, the keys, dragging, and going to a day."""

from __future__ import annotations

from collections.abc import Callable
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
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from roster_app.domain.ids import DutyId
from roster_app.gui.roster.days import DayLook
from roster_app.gui.roster.duty_drag import carried_duty, duty_mime
from roster_app.gui.roster.grid_keys import Wish, wish_of
from roster_app.gui.roster.grid_lines import paint_grounds, paint_lines
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


class DayGrid(QTableView):
    """A table of days; it knows which cell is meant and says what is wished, the page carries it out."""

    picking_wanted = Signal(str)  # choose for the current cell; what has been typed already
    clearing_wanted = Signal()
    locking_wanted = Signal()
    copying_wanted = Signal()
    cutting_wanted = Signal()
    pasting_wanted = Signal()
    today_wanted = Signal()
    period_wanted = Signal(int)  # −1, 1: there is nothing left to turn to in this one
    left = Signal()  # Esc
    dropped = Signal(object, object)  # the DutyId that was dragged, the QModelIndex it was let go on
    moved = Signal()  # another cell is current
    days_in_sight = Signal(object)  # (first, last) as DayLooks

    def __init__(
        self, days: DayModel, model: QAbstractItemModel, *, banded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
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
        self.doubleClicked.connect(lambda _index: self.picking_wanted.emit(""))
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
            self.period_wanted.emit(steps)
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

    def _carry_out(self, wish: Wish, typed: str) -> None:
        """Pass a key's wish on, or turn the days oneself."""
        wishes: dict[Wish, Callable[[], object]] = {
            Wish.PICK: lambda: self.picking_wanted.emit(typed),
            Wish.CLEAR: self.clearing_wanted.emit,
            Wish.LOCK: self.locking_wanted.emit,
            Wish.COPY: self.copying_wanted.emit,
            Wish.CUT: self.cutting_wanted.emit,
            Wish.PASTE: self.pasting_wanted.emit,
            Wish.TODAY: self.today_wanted.emit,
            Wish.LEAVE: self.left.emit,
            Wish.BACK: lambda: self.turn(-1),
            Wish.ON: lambda: self.turn(1),
        }
        wishes[wish]()

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
        paint_grounds(self, self._days.days)
        super().paintEvent(event)
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
            self._carry_out(*found)
            event.accept()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        duty_id = self._days.duty_id(self.currentIndex())
        if duty_id is None:
            return
        drag = QDrag(self)
        drag.setMimeData(duty_mime(duty_id))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_duty(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        duty_id = carried_duty(event.mimeData())
        if duty_id is not None and index.isValid():
            event.acceptProposedAction()
            self.dropped.emit(duty_id, index)
