"""The table of volunteers: who is shown, in which order; narrowing and sorting move rows, never reset them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people_order import Key, PeopleOrder
from roster_app.domain.search import SearchIndex
from roster_app.domain.team import Directory
from roster_app.gui.people.filtering import Wanted
from roster_app.gui.people.rows import Column, Person, headers, person_of
from roster_app.services.people_order import order_key

PERSON_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """Knows everybody and shows whom `wanted` describes; `data()` only looks up.

    Rows that come or go do so in one step at the foot of the table, and are put in their places by one change of
    layout: so selection and scroll survive, and ten thousand rows take no longer than ten.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: dict[VolunteerId, Person] = {}
        self._index = SearchIndex(())
        self._everybody: list[VolunteerId] = []
        self._narrowed: list[VolunteerId] = []
        self._shown: list[VolunteerId] = []
        self._wanted = Wanted()
        self._column, self._descending = Column.NAME, False
        self._order = PeopleOrder.PINYIN
        self._headers = headers()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, shown or not."""
        return tuple(self._people.values())

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    @property
    def shown(self) -> tuple[Person, ...]:
        """Everybody shown, in order."""
        return tuple(self._people[v] for v in self._shown)

    def person(self, row: int) -> Person:
        """The person in a row."""
        return self._people[self._shown[row]]

    def row_of(self, volunteer_id: VolunteerId) -> int:
        """The row in which the person is shown, or -1."""
        return self._shown.index(volunteer_id) if volunteer_id in self._shown else -1

    def show_people(self, directory: Directory, today: date) -> None:
        """Take over what the directory says now."""
        now = {v.id: person_of(v, directory, today) for v in directory.volunteers}
        if now == self._people:
            return
        self._turn_to([v for v in self._shown if v in now])
        changed = {v for v, person in now.items() if person != self._people.get(v)}
        self._people, self._everybody = now, list(now)
        self._index = SearchIndex(person.volunteer.search_entry for person in now.values())
        self._tell(changed)
        self._arrange()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show these people from now on."""
        before, self._wanted = self._wanted, wanted
        if replace(before, words="") != replace(wanted, words=""):
            self._arrange()
        elif before != wanted:
            self._turn_to(self._meant())

    @property
    def order(self) -> PeopleOrder:
        return self._order

    def show_order(self, order: PeopleOrder) -> None:
        """What sorting by name means from now on."""
        if order is not self._order:
            self._order = order
            self._arrange()

    def _arrange(self) -> None:
        """Whom everything wanted but the words leaves, in order; then the words."""
        key = sort_key(self._column, self._order)
        met = [person for person in self._people.values() if self._wanted.meets(person)]
        met.sort(key=key, reverse=self._descending)
        self._narrowed = [person.volunteer.id for person in met]
        self._turn_to(self._meant())

    def _meant(self) -> list[VolunteerId]:
        """Of those, whom the words mean."""
        if not self._wanted.words:
            return list(self._narrowed)
        found = {self._everybody[place] for place in self._index.find(self._wanted.words)}
        return [v for v in self._narrowed if v in found]

    def _turn_to(self, rows: list[VolunteerId]) -> None:
        """Show these rows: those that go are taken off the foot, those that come are put there, then all are sorted."""
        if rows == self._shown:
            return
        wanted, known = set(rows), set(self._shown)
        kept = [v for v in rows if v in known]
        gone = [v for v in self._shown if v not in wanted]
        if gone:
            self._lay_out([*kept, *gone])
            self.beginRemoveRows(_NOWHERE, len(kept), len(self._shown) - 1)
            del self._shown[len(kept) :]
            self.endRemoveRows()
        come = [v for v in rows if v not in known]
        if come:
            self.beginInsertRows(_NOWHERE, len(self._shown), len(self._shown) + len(come) - 1)
            self._shown.extend(come)
            self.endInsertRows()
        self._lay_out(rows)

    def _lay_out(self, rows: list[VolunteerId]) -> None:
        """The same rows in another order."""
        if rows == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        known = self.persistentIndexList()
        asked = {self._shown[i.row()] for i in known}
        place = {v: row for row, v in enumerate(rows) if v in asked} if asked else {}
        moved = [self.index(place[self._shown[i.row()]], i.column()) for i in known]
        self._shown = rows
        self.changePersistentIndexList(known, moved)
        self.layoutChanged.emit()

    def _tell(self, changed: Iterable[VolunteerId]) -> None:
        """What is shown of these people is another thing now."""
        whom = set(changed)
        rows = [row for row, v in enumerate(self._shown) if v in whom]
        for first, last in _stretches(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._descending = Column(max(column, 0)), order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[self._shown[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return person.texts[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return person.phrase if index.column() == Column.NAME else person.texts[index.column()]
            case _ if role == PERSON_ROLE:
                return person
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def sort_key(column: Column, order: PeopleOrder) -> Callable[[Person], Key]:
    """By what a column is sorted: empty cells last, equal ones by name."""
    by_name = order_key(order)
    if column == Column.NAME:
        return lambda person: by_name(person.volunteer)
    return lambda person: (not person.texts[column], person.texts[column], *by_name(person.volunteer))


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
