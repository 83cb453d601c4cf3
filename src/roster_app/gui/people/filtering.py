"""Which volunteers the table shows: by words, areas and qualifications, members or everybody; sorted by a column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from roster_app.domain.ids import AreaId, QualificationId, VolunteerId
from roster_app.gui.people.model import SORT_ROLE, PeopleModel, Person

_FILTER_CHANGES_HAVE_ENDS = hasattr(QSortFilterProxyModel, "endFilterChange")
"""WORKAROUND: PySide6 6.8 and 6.9 know only `invalidateFilter`, which later ones warn about."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the shown volunteers must meet. No area or qualification chosen: any will do."""

    words: str = ""
    areas: frozenset[AreaId | None] = frozenset()
    """None stands for people without an area."""
    qualifications: frozenset[QualificationId] = frozenset()
    """Every one of them."""
    only: frozenset[VolunteerId] | None = None
    """Only these people, whatever they are called."""
    former: bool = False
    """Also those who have left or not yet come."""

    def meets(self, person: Person) -> bool:
        """Whether the person is shown."""
        v = person.volunteer
        return (
            (self.former or person.member)
            and (self.only is None or v.id in self.only)
            and (not self.areas or v.area_id in self.areas)
            and self.qualifications <= v.qualifications
            and (not self.words or v.matches(self.words) or self.words.casefold() in v.affiliation.casefold())
        )

    @property
    def narrows(self) -> bool:
        """Whether anybody may be hidden by more than not being a member."""
        return bool(self.words or self.areas or self.qualifications or self.only is not None)


class PeopleFilter(QSortFilterProxyModel):
    """Sorts by the model's own keys (pinyin for names) and shows whom `wanted` describes."""

    def __init__(self, source: PeopleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = source
        self._wanted = Wanted()
        self.setSourceModel(source)
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)
        self.sort(0, Qt.SortOrder.AscendingOrder)

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def show_wanted(self, wanted: Wanted) -> None:
        """Show these people from now on."""
        if wanted == self._wanted:
            return
        if _FILTER_CHANGES_HAVE_ENDS:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange()
        else:
            self._wanted = wanted
            self.invalidateFilter()

    def person_at(self, row: int) -> Person:
        """The person in a row as shown."""
        return self._people.person(self.mapToSource(self.index(row, 0)).row())

    def row_of(self, volunteer_id: VolunteerId) -> int:
        """The row in which the person is shown, or -1."""
        source = self._people.row_of(volunteer_id)
        return self.mapFromSource(self._people.index(source, 0)).row() if source >= 0 else -1

    def shown(self) -> Collection[Person]:
        """Everybody shown, in order."""
        return [self.person_at(row) for row in range(self.rowCount())]

    # Qt overrides

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._wanted.meets(self._people.person(row))
