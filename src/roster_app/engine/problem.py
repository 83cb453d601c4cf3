"""A roster problem: which duties of which roster are open, and, worked out where it is solved, what the rules mean."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from itertools import combinations

from roster_app.domain.book import ALL, MinRest
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId, PostId, ShiftId, VolunteerId
from roster_app.domain.roster import DutyPlan, Roster
from roster_app.domain.rules import Judge
from roster_app.domain.team import Directory
from roster_app.engine.compile.assembly import Written, written
from roster_app.engine.compile.crews import crews_of
from roster_app.engine.compile.needs import DemandMaker
from roster_app.engine.compile.watches import WatchMaker
from roster_app.engine.form import Form

__all__ = ["RosterProblem", "build"]


@dataclass(frozen=True)
class RosterProblem:
    """What goes down to the engine. Only the first six are sent; the others are worked out on first use.

    Open are the duties in `only`; where that is None all of them, less those held already where `keep` is set. A
    locked duty is never open. Everything else stays as it is, held or vacant.
    """

    roster: Roster
    directory: Directory
    ledger: Ledger
    only: frozenset[DutyId] | None = None
    keep: bool = True
    seed: int = 0

    @cached_property
    def judge(self) -> Judge:
        """The domain's judge of the plan."""
        return Judge(self.roster.plan, self.directory, self.ledger)

    @cached_property
    def opened(self) -> tuple[int, ...]:
        """The open duties by their positions in the plan."""
        return tuple(n for n, duty in enumerate(self.roster.plan.duties) if self._is_open(duty.id))

    @cached_property
    def kept(self) -> Roster:
        """The roster without the open duties' holders."""
        duties = self.roster.plan.duties
        opened = {duties[n].id for n in self.opened}
        return self.roster.with_assignments({d: a for d, a in self.roster.assignments.items() if d not in opened})

    @property
    def form(self) -> Form:
        """The problem in whole numbers."""
        return self._written.form

    @property
    def seats(self) -> tuple[tuple[int, ...], ...]:
        """For each need of the form its open duties, by their positions in the plan."""
        return self._written.seats

    @cached_property
    def people(self) -> tuple[VolunteerId, ...]:
        """Who each person of the form is."""
        return tuple(volunteer.id for volunteer in self.directory.volunteers)

    @cached_property
    def _written(self) -> Written:
        crews = crews_of(self.judge)
        plan, way_matters = self.roster.plan, _way_matters(self.directory)
        cut = frozenset(plan.duty[duty_id].post_id for duty_id in plan.cut)
        watches = WatchMaker(self.directory, self.judge.classes, way_matters, _split_posts(plan), cut)
        demand = DemandMaker(self.roster, self.judge, crews, watches.key).demand(self.opened, self.kept)
        return written(self.kept, self.judge, demand, crews)

    def _is_open(self, duty_id: DutyId) -> bool:
        assignment = self.roster.assignments.get(duty_id)
        if assignment is not None and assignment.locked:
            return False
        return duty_id in self.only if self.only is not None else not (self.keep and assignment is not None)

    def __getstate__(self) -> Mapping[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def build(
    roster: Roster,
    directory: Directory,
    ledger: Ledger,
    *,
    only: Collection[DutyId] | None = None,
    keep: bool = True,
    seed: int = 0,
) -> RosterProblem:
    """The problem of a roster's open duties; see RosterProblem."""
    return RosterProblem(roster, directory, ledger, None if only is None else frozenset(only), keep, seed)


def _way_matters(directory: Directory) -> bool:
    """Whether the way between two checkpoints can take longer than the rest that everybody has in any case."""
    ways = (directory.travel_minutes(a.id, b.id) for a, b in combinations(directory.checkpoints, 2))
    longest, book = max(ways, default=0), directory.rules.book
    rests = [
        max((e.minutes for e in book.of(MinRest, v.id) if e.points is None and e.after == ALL), default=0)
        for v in directory.volunteers
    ]
    return longest > min(rests, default=0)


def _split_posts(plan: DutyPlan) -> frozenset[tuple[ShiftId, PostId]]:
    """Where one person can hold two duties of the same post in one shift, one after the other."""
    first_end: dict[tuple[ShiftId, PostId], datetime] = {}
    last_start: dict[tuple[ShiftId, PostId], datetime] = {}
    for duty in plan.duties:
        part = duty.shift_id, duty.post_id
        first_end[part] = min(first_end.get(part, duty.span.end), duty.span.end)
        last_start[part] = max(last_start.get(part, duty.span.start), duty.span.start)
    return frozenset(part for part, end in first_end.items() if end <= last_start[part])
