"""The book of one team: its usual limits and wishes and its own entries, looked up by family and person."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from roster_app.domain.book.duty_class import HOLIDAYS, NIGHTS, WEEKENDS
from roster_app.domain.book.entry import Entry
from roster_app.domain.book.lines import Measure
from roster_app.domain.book.wishes import Cover, Days, Fairness, HomeArea, Wishes
from roster_app.domain.ids import VolunteerId

E = TypeVar("E", bound=Entry)

_USUAL_WISHES: tuple[Entry, ...] = (
    Cover(),
    Fairness(Measure.MINUTES, 1),
    Fairness(Measure.DUTIES, 480, NIGHTS),
    Fairness(Measure.DUTIES, 300, WEEKENDS, Days.OWN_DAYS),
    Fairness(Measure.DUTIES, 480, HOLIDAYS, Days.OWN_DAYS),
    Wishes(),
    HomeArea(points=10),
)

UNFAIR: tuple[Entry, ...] = (
    Fairness(Measure.MINUTES, 0),
    Fairness(Measure.DUTIES, 0, NIGHTS),
    Fairness(Measure.DUTIES, 0, WEEKENDS, Days.OWN_DAYS),
    Fairness(Measure.DUTIES, 0, HOLIDAYS, Days.OWN_DAYS),
)
"""Entries for a book that asks for no fairness."""


@dataclass(frozen=True)
class Book:
    """All entries that hold for a team; the one thing that judge, cost and engine read."""

    entries: tuple[Entry, ...]
    _told: dict[tuple[type[Entry], VolunteerId], tuple[Entry, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def every(self, family: type[E]) -> tuple[E, ...]:
        """The entries of a family, whomever they name, in the order of the book."""
        return self._by_family.get(family, ())  # type: ignore[return-value]

    def of(self, family: type[E], volunteer_id: VolunteerId) -> tuple[E, ...]:
        """The entries of a family that hold for one person: those that name the person, and those that name nobody
        where none with the same key names the person."""
        asked = (family, self.named(volunteer_id))
        if asked not in self._told:
            self._told[asked] = self._holding(family, volunteer_id)
        return self._told[asked]  # type: ignore[return-value]

    def named(self, volunteer_id: VolunteerId) -> VolunteerId:
        """The person, if any entry names the person; 0 for everybody else: for all of them the same entries hold."""
        return volunteer_id if volunteer_id in self._named else VolunteerId(0)

    def _holding(self, family: type[Entry], volunteer_id: VolunteerId) -> tuple[Entry, ...]:
        own = {entry.key for entry in self.every(family) if volunteer_id in entry.people}
        return tuple(
            entry
            for entry in self.every(family)
            if volunteer_id in entry.people or (not entry.people and entry.key not in own)
        )

    @cached_property
    def _named(self) -> frozenset[VolunteerId]:
        return frozenset(who for entry in self.entries for who in entry.people)

    @cached_property
    def _by_family(self) -> dict[type[Entry], tuple[Entry, ...]]:
        families = dict.fromkeys(type(entry) for entry in self.entries)
        return {family: tuple(e for e in self.entries if type(e) is family) for family in families}


def rule_book(usual: Iterable[Entry], given: Iterable[Entry]) -> Book:
    """The book of a team's usual limits and its own entries.

    A usual limit, and each usual wish (cover, hours, nights, weekends, holidays, statements, home area), holds where
    the team has no entry of its own with the same key that names nobody.
    """
    own = tuple(given)
    said = {entry.key for entry in own if not entry.people}
    return Book((*(entry for entry in (*usual, *_USUAL_WISHES) if entry.key not in said), *own))
