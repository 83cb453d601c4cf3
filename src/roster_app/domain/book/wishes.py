"""Entries that say what a roster costs: cover, fairness, wishes, home area, continuity, turns, stability."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from roster_app.domain.book.duty_class import ALL, DutyClass
from roster_app.domain.book.entry import Entry, LineEntry, PersonalEntry
from roster_app.domain.book.lines import Measure
from roster_app.domain.ids import VolunteerId


@dataclass(frozen=True, slots=True)
class Cover(Entry):
    """What empty and surplus seats cost. Of several the last whose class holds a duty speaks of it.

    A vacancy outweighs any unfairness that filling it could bring about. `of` chooses by class; seats at reserve
    posts are spoken of by the first entry with an empty class too.
    """

    SUBJECT: ClassVar = ("of",)

    shortage: int = 10_000
    """Each vacant needed seat, and on top of it …"""
    shortage_minute: int = 10
    """… each of its minutes."""
    below_wanted: int = 1_000
    """Each empty seat that is wanted but not needed."""
    surplus: int = 100
    """Each filled seat beyond what is wanted."""
    of: DutyClass = ALL


class Days(StrEnum):
    """Whose number of free days a share goes by: all days of the period, or those on which the class occurs."""

    ALL_DAYS = "all_days"
    OWN_DAYS = "own_days"


@dataclass(frozen=True, slots=True)
class Fairness(PersonalEntry):
    """The plan's duties of a class are shared in proportion to availability; unit: a minute or a duty outside the band.

    Shared among `people`, or among everybody; nights only among those who may do them. OWN_DAYS are the days of the
    class's day types or, where it names none, the days on which such a duty begins. Points 0: not asked.
    """

    SUBJECT: ClassVar = ("measure", "of", "people")

    measure: Measure
    """MINUTES or DUTIES."""
    points: int
    of: DutyClass = ALL
    in_proportion: Days = Days.ALL_DAYS

    def __post_init__(self) -> None:
        self._refuse_unless(self.measure in (Measure.MINUTES, Measure.DUTIES))


@dataclass(frozen=True, slots=True)
class Wishes(PersonalEntry):
    """What volunteers' statements weigh that bring no weight of their own."""

    unwanted: int = 240
    """Each duty in a time the person would rather not stand."""
    wanted: int = 20
    """The reward of each duty that begins in a time the person asked for."""


@dataclass(frozen=True, slots=True)
class HomeArea(LineEntry):
    """Each duty outside the person's own area, where both are known."""


@dataclass(frozen=True, slots=True)
class Continuity(LineEntry):
    """Each duty at another checkpoint than the person's duty before it."""


@dataclass(frozen=True, slots=True)
class TurnQueue(Entry):
    """轮到谁: a duty of the class held by somebody whose turn it is not; see `domain.turns`. `points` None: hard."""

    SUBJECT: ClassVar = ("of",)

    of: DutyClass
    order: tuple[VolunteerId, ...]
    """Whose turn comes first, as it was when the queue was made."""
    points: int | None = 100

    @property
    def is_hard(self) -> bool:
        return self.points is None


@dataclass(frozen=True, slots=True)
class Stability(Entry):
    """Each duty whose holder is no longer the one of the last published edition (`Roster.posted`)."""

    points: int
    points_soon: int | None = None
    """Instead of `points` for duties that begin within 48 hours after `Roster.posted_from`; None: the same."""
