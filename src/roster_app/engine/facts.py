"""The compiled facts of a roster problem: whole numbers in the order of the directory and the plan, no identities.

Minutes count from the midnight the period begins with, days from its first day. A person, a watch, a need, a crew is
an index into its tuple. Sets of days and of watches are bit masks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
from roster_app.engine.weights import Weights

KINDS = tuple(BurdenKind)
"""The kinds of burden in the order of every burden and band here."""

NIGHTS = KINDS.index(BurdenKind.NIGHTS)


@dataclass(frozen=True, slots=True)
class Watch:
    """All open duties of one day over the same minutes (and at one checkpoint, where the way between them matters).

    Nobody can hold two of them.
    """

    day: int
    week: int
    start: int
    end: int
    burden: tuple[int, ...]
    needs: tuple[int, ...]

    @property
    def minutes(self) -> int:
        return self.end - self.start

    @property
    def is_night(self) -> bool:
        return self.burden[NIGHTS] > 0


@dataclass(frozen=True, slots=True)
class Need:
    """The open seats of one shift that ask for the same qualifications over the same minutes: one demand, a count.

    `duties` are positions in the plan; `vacancy` is what each empty seat costs; `crew` is the shift as far as
    it still wants a leader, None where that is settled.
    """

    watch: int
    skill: int
    area: int | None
    crew: int | None
    duties: tuple[int, ...]
    vacancy: int

    @property
    def count(self) -> int:
        return len(self.duties)


@dataclass(frozen=True, slots=True)
class Person:
    """One volunteer: what speaks for and against each watch, and what stands already.

    `wishes` has the cost of the person's wishes for each watch, None where the person cannot stand it at all; `able`
    says for each skill whether the person has it. What stands already (locked, kept, neighbouring periods) is summed
    up in days, nights, minutes a week and burden.
    """

    home: int | None
    leads: bool
    able: tuple[bool, ...]
    wishes: tuple[int | None, ...]
    bands: tuple[tuple[int, int], ...]
    burden: tuple[int, ...]
    work_days: int
    night_days: int
    nights: int
    week_minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LineLimits:
    """The team's limits on one person's line; None where there is none."""

    days_in_a_row: int | None
    nights_in_a_row: int | None
    nights: int | None
    week_minutes: int | None


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """All that a solver may know; `roster` and `judge` serve the last look at a proposal, never the search.

    `crews` are the needs of each shift that still wants a leader; `conflicts[w]` the watches too close to w for one
    person, w among them. Day d is bit d + `margin` of a mask of days. `kept` are the duties that stay with their
    holders; `base` is what cannot be changed and costs all the same, by cause.
    """

    roster: Roster
    judge: Judge
    weights: Weights
    seed: int
    limits: LineLimits
    people: tuple[Person, ...]
    watches: tuple[Watch, ...]
    needs: tuple[Need, ...]
    crews: tuple[tuple[int, ...], ...]
    conflicts: tuple[int, ...]
    days: int
    margin: int
    kept: Mapping[DutyId, VolunteerId]
    base: Mapping[str, int]

    @property
    def seats(self) -> int:
        """How many duties are open."""
        return sum(need.count for need in self.needs)

    def points(self, person: int, need: int) -> int | None:
        """What it costs that the person stands there: wishes and the way from home; None where it cannot be."""
        who, what = self.people[person], self.needs[need]
        wish = who.wishes[what.watch]
        if wish is None or not who.able[what.skill]:
            return None
        return wish + self.weights.away * self.is_away(person, need)

    def is_away(self, person: int, need: int) -> bool:
        """Whether the need lies outside the person's own area, where both are known."""
        home, area = self.people[person].home, self.needs[need].area
        return home is not None and area is not None and home != area
