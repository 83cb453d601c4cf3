"""The table of volunteers: a row's texts are made once, `data()` only looks them up."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer, masked_phone
from roster_app.domain.team import Directory
from roster_app.gui.people.statement_words import summary
from roster_app.i18n import _

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
PERSON_ROLE = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(enum.IntEnum):
    """The columns from left to right."""

    NAME = 0
    AFFILIATION = 1
    AREA = 2
    QUALIFICATIONS = 3
    PHONE = 4
    NIGHTS = 5
    TIMES = 6
    NOTE = 7


@dataclass(frozen=True, slots=True)
class Person:
    """One row: the volunteer and everything the table says of them."""

    volunteer: Volunteer
    texts: tuple[str, ...]
    """By column."""
    sort_keys: tuple[str, ...]
    qualifications: tuple[str, ...]
    member: bool
    """Whether they belong to the team today."""
    away: bool
    """Whether they are on leave today."""

    @property
    def phrase(self) -> str:
        """The whole row for a screen reader."""
        return _(", ").join(text for text in self.texts if text)


class PeopleModel(QAbstractTableModel):
    """Keeps its rows in place when people change, so that selection and scroll survive; the filter above sorts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._headers = headers()

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(self._people)

    def person(self, row: int) -> Person:
        return self._people[row]

    def row_of(self, volunteer_id: VolunteerId) -> int:
        """The row of that volunteer, or -1."""
        return next((row for row, p in enumerate(self._people) if p.volunteer.id == volunteer_id), -1)

    def show_people(self, directory: Directory, today: date) -> None:
        """Take over what the directory says now: gone rows go, new ones come last, changed ones are told."""
        now = {v.id: person_of(v, directory, today) for v in directory.volunteers}
        self._remove_all_but(set(now))
        for row, person in enumerate(self._people):
            self._replace(row, now[person.volunteer.id])
        known = {p.volunteer.id for p in self._people}
        self._append([person for volunteer_id, person in now.items() if volunteer_id not in known])

    def _remove_all_but(self, kept: set[VolunteerId]) -> None:
        for row in range(len(self._people) - 1, -1, -1):
            if self._people[row].volunteer.id not in kept:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._people[row]
                self.endRemoveRows()

    def _replace(self, row: int, person: Person) -> None:
        if self._people[row] != person:
            self._people[row] = person
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _append(self, people: list[Person]) -> None:
        if people:
            self.beginInsertRows(_NOWHERE, len(self._people), len(self._people) + len(people) - 1)
            self._people.extend(people)
            self.endInsertRows()

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return person.texts[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return person.phrase if index.column() == Column.NAME else person.texts[index.column()]
            case _ if role == SORT_ROLE:
                return person.sort_keys[index.column()]
            case _ if role == PERSON_ROLE:
                return person
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def headers() -> tuple[str, ...]:
    """The words over the columns."""
    return (
        _("Name"),
        _("Affiliation"),
        _("Area"),
        _("Qualifications"),
        _("Phone"),
        _("Nights"),
        _("Leave and times"),
        _("Note"),
    )


def person_of(volunteer: Volunteer, directory: Directory, today: date) -> Person:
    """The row of one volunteer."""
    area = directory.area[volunteer.area_id].name if volunteer.area_id else ""
    qualifications = tuple(q.name for q in directory.qualifications if q.id in volunteer.qualifications)
    leaves = directory.leaves_of(volunteer.id)
    texts = (
        directory.name[volunteer.id],
        volunteer.affiliation,
        area,
        _(", ").join(qualifications),
        masked_phone(volunteer.phone),
        "" if volunteer.nights_allowed else _("no nights"),
        summary(
            directory.availabilities_of(volunteer.id), leaves, today, {s.id: s.name for s in directory.shift_types}
        ),
        " ".join(volunteer.note.split()),
    )
    by_name = volunteer.pinyin or volunteer.name
    return Person(
        volunteer,
        texts,
        (f"{by_name} {texts[0]}", *(f"{text or chr(0x10FFFF)} {by_name}" for text in texts[1:])),
        qualifications,
        volunteer.member_on(today),
        any(leave.span.start.date() <= today < leave.span.end.date() for leave in leaves),
    )
