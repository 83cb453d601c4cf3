"""The calendar of one volunteer: a line for each week, a column for each weekday, the same cells as volunteer × day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.timespan import DAY
from roster_app.gui.roster.days import DayLook, span_hours
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.duty_model import DutyModel, Index
from roster_app.gui.roster.looks import SeatLook
from roster_app.gui.roster.people_model import DayCell, PeopleModel
from roster_app.gui.roster.totals import KINDS, TotalLook
from roster_app.services.words import weekday

_Role = Qt.ItemDataRole
_WEEK, _MONDAY = 7, date(2024, 1, 1)


class MonthModel(DutyModel):
    """Lays one line of `PeopleModel` out by weeks; that model does the work and says what has changed."""

    def __init__(self, document: RosterDocument, people: PeopleModel, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._people = people
        self._who: VolunteerId | None = None
        people.modelAboutToBeReset.connect(self.beginResetModel)
        people.modelReset.connect(self._on_reset)
        people.dataChanged.connect(self._on_changed)
        people.headerDataChanged.connect(lambda *_sections: self._tell_all())

    @property
    def row(self) -> int:
        """The line of the volunteer who is shown; −1 for nobody."""
        return self._people.row_of(self._who) if self._who is not None else -1

    @property
    def name(self) -> str:
        """Who is shown."""
        return self._people.name(self.row) if self.row >= 0 else ""

    @property
    def remark(self) -> str:
        """Area and qualifications."""
        return self._people.remark(self.row) if self.row >= 0 else ""

    @property
    def totals(self) -> tuple[TotalLook, ...]:
        """Hours, nights, weekends and holidays beside the fair share."""
        first = len(self._people.days)
        return tuple(self._people.total(self.row, first + n) for n in range(len(KINDS))) if self.row >= 0 else ()

    @property
    def days(self) -> tuple[DayLook, ...]:
        """The days of the period."""
        return self._people.days

    def show_person(self, who: VolunteerId | None) -> bool:
        """Show another one; whether they are on the team."""
        known = who is not None and self._people.row_of(who) >= 0
        if known and who != self._who:
            self.beginResetModel()
            self._who = who
            self.endResetModel()
        return known

    def turn(self, steps: int) -> None:
        """The next volunteer in order of the name, or the one before; after the last comes the first."""
        people = self._people.people
        if people:
            self.show_person(people[(self.row + steps) % len(people)].id)

    def day_at(self, row: int, column: int) -> DayLook | None:
        """The day of a cell; None outside the period."""
        at = self._column(row, column)
        return self._people.days[at] if at >= 0 else None

    def cell(self, row: int, column: int) -> DayCell:
        """Duties and absences of a day."""
        at = self._column(row, column)
        return self._people.cell(self.row, at) if at >= 0 and self.row >= 0 else DayCell()

    def hours(self, duty_id: DutyId) -> str:
        """08–16."""
        return span_hours(self._document.shown.roster.plan.duty[duty_id].span)

    def seats(self, index: Index) -> tuple[SeatLook, ...]:
        return self.cell(index.row(), index.column()).seats

    def volunteer_id(self, index: Index) -> VolunteerId | None:
        """Whose calendar it is."""
        return self._who if self.row >= 0 else None

    def index_of(self, duty_id: DutyId) -> QModelIndex:
        """Where a duty of this volunteer stands; an invalid index for those of others."""
        index = self._people.index_of(duty_id)
        return self._at(index.column()) if index.isValid() and index.row() == self.row else QModelIndex()

    def reach(self, duty_id: DutyId) -> QModelIndex:
        """Where a duty stands in the calendar of who holds it; an invalid index for a vacancy."""
        self.show_person(self._document.shown.roster.holder(duty_id))
        return self.index_of(duty_id)

    def index_on(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index outside the period."""
        at = self._people.column_of(day)
        return self._at(at) if at >= 0 else QModelIndex()

    def _offset(self) -> int:
        """Days of the first week before the period begins."""
        return self._people.days[0].date.weekday() if self._people.days else 0

    def _column(self, row: int, column: int) -> int:
        at = row * _WEEK + column - self._offset()
        return at if 0 <= at < len(self._people.days) else -1

    def _at(self, column: int) -> QModelIndex:
        return self.index(*divmod(column + self._offset(), _WEEK))

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, _WEEK - 1))

    def _on_reset(self) -> None:
        people = self._people.people
        if self.row < 0:
            self._who = people[0].id if people else None
        self.endResetModel()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.row <= last.row():
            self._tell_all()

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if parent.isValid() or self.row < 0 or not self._people.days:
            return 0
        return -(-(len(self._people.days) + self._offset()) // _WEEK)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _WEEK

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        at = self._column(index.row(), index.column()) if index.isValid() else -1
        if at < 0 or self.row < 0:
            return None
        return self._people.data(self._people.index(self.row, at), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal and 0 <= section < _WEEK:
            return weekday(_MONDAY + section * DAY)
        day = next((d for c in range(_WEEK) if (d := self.day_at(section, c)) is not None), None)
        return day.title if day else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.day_at(index.row(), index.column()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
