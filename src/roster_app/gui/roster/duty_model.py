"""What the models of all arrangements are asked alike: the duties of a cell, who holds them, and where a duty lies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.gui.roster.days import DayLook, day_looks
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.looks import SeatLook

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
"""(row, column) from 0."""

_MANY = 64  # changed cells that are told one by one
_Flag = Qt.ItemFlag
CELL = _Flag.ItemIsSelectable | _Flag.ItemIsEnabled
_OPEN_CELL = CELL | _Flag.ItemIsDropEnabled
_LOOSE_CELL = _OPEN_CELL | _Flag.ItemIsDragEnabled


class DutyModel(QAbstractTableModel):
    """A model says what its cells show and where duties lie; the rest follows from that."""

    def __init__(self, document: RosterDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def seats(self, index: Index) -> Sequence[SeatLook]:
        """What a cell shows: the looks of its duties in order of time."""
        raise NotImplementedError

    def index_of(self, duty_id: DutyId) -> QModelIndex:
        """Where a duty lies; an invalid index where it is not shown."""
        raise NotImplementedError

    def reach(self, duty_id: DutyId) -> QModelIndex:
        """The same, after showing what has to be shown for it."""
        return self.index_of(duty_id)

    def duty_ids(self, index: Index) -> list[DutyId]:
        """All duties of a cell."""
        return [seat.duty_id for seat in self.seats(index)]

    def duty_id(self, index: Index) -> DutyId | None:
        """The first duty of a cell."""
        return next(iter(self.duty_ids(index)), None)

    def volunteer_id(self, index: Index) -> VolunteerId | None:
        """Who holds the first duty of a cell."""
        duty_id = self.duty_id(index)
        return None if duty_id is None else self._document.shown.roster.holder(duty_id)

    # Qt overrides

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A duty can be dropped on any cell, and what is held and not locked can be dragged away."""
        loose = any(seat.name and not seat.locked for seat in self.seats(index))
        return _LOOSE_CELL if loose else _OPEN_CELL


class PeriodModel(DutyModel):
    """Reads the document anew whenever it is another one; knows the days of its period."""

    def __init__(self, document: RosterDocument, today: date, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._today = today
        self._days: tuple[DayLook, ...] = ()
        self._column_of: dict[date, int] = {}
        self._place_of: Mapping[DutyId, Place] = {}
        document.reloaded.connect(self._read_anew)

    @property
    def days(self) -> tuple[DayLook, ...]:
        """The days of the period."""
        return self._days

    def column_of(self, day: date) -> int:
        """Which day of the period it is, from 0; −1 outside."""
        return self._column_of.get(day, -1)

    def index_of(self, duty_id: DutyId) -> QModelIndex:
        place = self._place_of.get(duty_id)
        return self.index(*place) if place else QModelIndex()

    def set_today(self, today: date) -> None:
        """Midnight has passed: mark another day."""
        if today != self._today:
            self._today = today
            self._read_days()
            if (last := min(len(self._days), self.columnCount()) - 1) >= 0:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def _read(self) -> None:
        """Make what is shown from the document and its days."""
        raise NotImplementedError

    def _read_days(self) -> None:
        self._days = ()
        if self._document.is_open:
            opened = self._document.opened
            self._days = day_looks(opened.period, opened.directory.days, self._today)
        self._column_of = {look.date: column for column, look in enumerate(self._days)}

    def _read_anew(self) -> None:
        self.beginResetModel()
        self._read_days()
        self._read()
        self.endResetModel()

    def _tell_changed(self, places: Collection[Place]) -> None:
        """These cells show something else: said one by one, or of all where they are many."""
        if len(places) > _MANY:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        for place in places:
            self.dataChanged.emit(self.index(*place), self.index(*place))


class DayColumnsModel(PeriodModel):
    """A column for each day of the period, from the first one on."""

    narrow = False
    """Whether the heads of the days have room for a figure only; the grid says so."""

    def row_of(self, person: VolunteerId) -> int:
        """The line of a person; −1 where there is none."""
        return -1
