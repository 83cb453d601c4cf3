"""Volunteer × day: a line for each person, a column for each day with the shifts stood, then the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Roster
from roster_app.gui.roster.absences import Absence, Absences, absences
from roster_app.gui.roster.days import header_answer
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.duty_model import CELL, DayColumnsModel, Index, Place
from roster_app.gui.roster.looks import SeatLook, duty_phrase, seat_look
from roster_app.gui.roster.totals import KINDS, TotalLook, Totals, band_words, kind_title
from roster_app.gui.widgets.caption_header import HeaderRole
from roster_app.i18n import _

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class DayCell:
    """What one person does on one day: the duties that begin then, and when they are away."""

    seats: tuple[SeatLook, ...] = ()
    absences: tuple[Absence, ...] = ()


_NOTHING = DayCell()


class PeopleModel(DayColumnsModel):
    """Totals are made when the document changes, a cell when it is first looked at after that."""

    def __init__(self, document: RosterDocument, today: date, parent: QObject | None = None) -> None:
        super().__init__(document, today, parent)
        self.narrow = True
        self._people: tuple[Volunteer, ...] = ()
        self._row_of: dict[VolunteerId, int] = {}
        self._absences: Absences = {}
        self._cells: dict[Place, DayCell] = {}
        self._duties: dict[Place, list[DutyId]] = {}
        self._place_of: dict[DutyId, Place] = {}
        self._away: dict[Place, tuple[Absence, ...]] = {}
        self._vacancies: Counter[date] = Counter()
        self._totals = Totals({}, {})
        self._looks: list[tuple[TotalLook, ...]] = []
        document.duties_changed.connect(self._on_duties_changed)
        document.judged.connect(self._on_judged)
        self._read_anew()

    @property
    def people(self) -> tuple[Volunteer, ...]:
        """All lines, ordered by the sound of the name."""
        return self._people

    @property
    def totals(self) -> Totals:
        """Everybody's figures."""
        return self._totals

    def cell(self, row: int, column: int) -> DayCell:
        """What a cell of a day shows."""
        place = row, column
        known = self._cells.get(place)
        if known is None:
            if place not in self._duties and place not in self._away:
                return _NOTHING
            known = self._cells[place] = self._drawn(place)
        return known

    def has_anything(self, row: int, column: int) -> bool:
        """Whether a cell of a day shows anything."""
        place = row, column
        return place in self._duties or place in self._away

    def total(self, row: int, column: int) -> TotalLook:
        """What a cell behind the days shows."""
        return self._looks[row][column - len(self._days)]

    def volunteer_id(self, index: Index) -> VolunteerId | None:
        """Whose line it is."""
        return self._people[index.row()].id if index.isValid() else None

    def seats(self, index: Index) -> tuple[SeatLook, ...]:
        return self.cell(index.row(), index.column()).seats

    def row_of(self, person: VolunteerId) -> int:
        return self._row_of.get(person, -1)

    def vacancies_on(self, column: int) -> int:
        """How many duties of a day nobody holds."""
        return self._vacancies[self._days[column].date]

    def _read(self) -> None:
        self._people, self._row_of, self._looks = (), {}, []
        self._absences, self._vacancies = {}, Counter()
        if self._document.is_open:
            opened = self._document.opened
            self._people = tuple(sorted(opened.directory.volunteers, key=lambda v: (v.pinyin or v.name, v.id)))
            self._row_of = {v.id: row for row, v in enumerate(self._people)}
            self._absences = absences(opened.judge.timetables, opened.period.span)
            self._weigh()
        self._read_cells()

    def _read_cells(self) -> None:
        self._cells, self._duties, self._place_of, self._away = {}, {}, {}, {}
        if not self._document.is_open:
            return
        self._away = {(self._row_of[who], self._column_of[day]): away for (who, day), away in self._absences.items()}
        roster = self._document.shown.roster
        for duty_id in roster.assignments:
            self._put(duty_id, roster)
        self._count_vacancies()

    def _count_vacancies(self) -> None:
        roster = self._document.shown.roster
        self._vacancies = Counter(roster.plan.shift_of(d.id).day for d in roster.vacancies)

    def _put(self, duty_id: DutyId, roster: Roster) -> Place | None:
        """Note where the holder of a duty stands in this table."""
        held, plan = roster.assignments.get(duty_id), roster.plan
        row = self._row_of.get(held.volunteer_id) if held is not None else None
        if row is None:
            return None
        place = row, self._column_of[plan.shift[plan.duty[duty_id].shift_id].day]
        self._place_of[duty_id] = place
        self._duties.setdefault(place, []).append(duty_id)
        return place

    def _drawn(self, place: Place) -> DayCell:
        shown = self._document.shown
        own = sorted(self._duties.get(place, ()), key=lambda d: shown.roster.plan.duty[d].span)
        return DayCell(tuple(seat_look(shown, d) for d in own), self._away.get(place, ()))

    def _on_duties_changed(self, duty_ids: Iterable[DutyId]) -> None:
        touched: set[Place] = set()
        roster = self._document.shown.roster
        for duty_id in duty_ids:
            if place := self._place_of.pop(duty_id, None):
                self._duties[place].remove(duty_id)
                touched.add(place)
            if place := self._put(duty_id, roster):
                touched.add(place)
        for place in touched:
            self._cells.pop(place, None)
        self._count_vacancies()
        self._tell_changed(touched)

    def _on_judged(self) -> None:
        if self._document.is_open and self._people:
            self._weigh()
            first, last = len(self._days), self.columnCount() - 1
            self.dataChanged.emit(self.index(0, first), self.index(self.rowCount() - 1, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, first, last)

    def _weigh(self) -> None:
        before, now = self._totals, Totals.of(self._document.opened.judge, self._document.shown.roster)
        self._totals = now
        known = len(self._looks) == len(self._people)
        self._looks = [
            self._looks[row]
            if known and now.looks_like(before, person.id)
            else tuple(now.look(person.id, kind) for kind in KINDS)
            for row, person in enumerate(self._people)
        ]

    def _cell_phrase(self, row: int, column: int) -> str:
        """黄秀英，4月15日：横岗卡口 4月15日 夜班 登记：…；请假 …"""
        cell, shown = self.cell(row, column), self._document.shown
        words = [duty_phrase(shown, seat.duty_id) for seat in cell.seats]
        words += [
            (_("On leave: {words}") if a.on_leave else _("Not available: {words}")).format(words=a.words)
            for a in cell.absences
        ]
        return _("{name}, {day}: {state}").format(
            name=shown.directory.name[self._people[row].id],
            day=self._days[column].title,
            state=_("; ").join(words) or _("free"),
        )

    def remark(self, row: int) -> str:
        """横岗·负责人: area and qualifications."""
        directory, person = self._document.opened.directory, self._people[row]
        words = [directory.area[person.area_id].name] if person.area_id is not None else []
        words += [q.name for q in directory.qualifications if q.id in person.qualifications]
        return "·".join(words)

    def name(self, row: int) -> str:
        """As everybody on the team is told apart."""
        return self._document.opened.directory.name[self._people[row].id]

    def kind(self, column: int) -> BurdenKind | None:
        """Which total a column holds; None for a day."""
        return KINDS[column - len(self._days)] if column >= len(self._days) else None

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self._days else len(self._days) + len(KINDS)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        spoken = role in (_Role.AccessibleTextRole, _Role.ToolTipRole)
        if column >= len(self._days):
            look = self.total(row, column)
            return look.phrase if spoken else look.figure if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return " ".join(seat.code for seat in self.cell(row, column).seats)
        return self._cell_phrase(row, column) if spoken else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return self._row_words(section, role) if section < len(self._people) else None
        if section < len(self._days):
            return header_answer(self._days[section], role, narrow=self.narrow, banded=True)
        kind = self.kind(section) if section < self.columnCount() else None
        if kind is None:
            return None
        words = band_words(kind, *self._totals.usual_band(kind))
        return {
            int(_Role.DisplayRole): kind_title(kind),
            int(_Role.AccessibleTextRole): kind_title(kind),
            int(_Role.ToolTipRole): _("fair share {band}").format(band=words),
            int(HeaderRole.SECOND_LINE): words,
        }.get(int(role))

    def _row_words(self, row: int, role: int) -> str | None:
        if role == _Role.DisplayRole:
            return self.name(row)
        if role not in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return None
        totals = [look.phrase for look in self._looks[row]]
        return _("; ").join([self.name(row), self.remark(row), *totals])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.column() >= len(self._days):
            return CELL if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index)
