"""Who stands in when somebody drops out of a posted roster: up to three plans, the one that changes least first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import islice

from roster_app.domain.answers.absence import Absence, Plan, plan_of
from roster_app.domain.answers.mending import Allowance, Mending
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.timespan import Span
from roster_app.engine.answers.resolver import Effort, Resolver
from roster_app.engine.answers.situation import Situation

_PLANS = 3
_MOST_MOVED = 6
"""Further duties that may change hands before it is left to planning anew."""
_LOOK_AT = 40
"""So many ways of the same worth are held against each other."""
_SHARE = 0.5
"""The part of the time after which any way is taken and held against planning anew, if there is none yet; …"""
_SHARE_OF_ANY = 0.08
"""… and the part for each of the allowances, wider and wider, that any way is looked for within."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The answer: the duties that fall vacant, and the plans, best first, each calling other people than the rest.

    `least` says whether it is certain that no plan changes less than the first.
    """

    vacated: tuple[DutyId, ...]
    plans: tuple[Plan, ...] = ()
    least: bool = False
    complete: bool = False


@dataclass(frozen=True, slots=True)
class WhoStandsIn:
    """Somebody is away for a span, heard of at `now`: who stands in?"""

    asked: Situation
    volunteer_id: VolunteerId
    span: Span
    now: datetime
    effort: Effort = field(default_factory=lambda: Effort(seconds=10))

    def answers(self, resolver: Resolver) -> Iterator[Repair]:
        """The best plan as soon as it is found, then others."""
        absence = Absence(self.asked.roster, self.volunteer_id, self.span, self.now)
        vacated = tuple(duty.id for duty in absence.vacated)
        if not vacated:
            yield Repair(vacated, least=True, complete=True)
            return
        search = _Search(absence, self.asked.with_directory(absence.directory(self.asked.directory)), resolver)
        answer = Repair(vacated)
        for plans, least in search.plans():
            answer = Repair(vacated, plans, least)
            yield answer
        yield Repair(vacated, answer.plans, answer.least, complete=not resolver.over)


class _Search:
    """From the least change on, level by level; each level is one allowance used up to the full."""

    def __init__(self, absence: Absence, changed: Situation, resolver: Resolver) -> None:
        self._absence, self._changed, self._resolver = absence, changed, resolver
        self._found: dict[frozenset[VolunteerId], Plan] = {}
        self._ended, self._share = False, _SHARE
        self._mending = Mending(absence, changed.judge, self._out_of_time)

    def plans(self) -> Iterator[tuple[tuple[Plan, ...], bool]]:
        """What is found by and by, and whether the first is certain to change least."""
        least = False
        for allowed in self._levels():
            if self._level(allowed):
                least = least or not self._ended
                yield self._best(), least
            if self._ended or len(self._found) >= _PLANS:
                break
        if not self._found:
            self._keep([*self._any_way(), self._planned_anew])
            yield self._best(), False

    def _any_way(self) -> list[Plan]:
        """The first way that comes along: sooner there than the least one where time is short."""
        duties = len(self._absence.vacated)
        for moved in (_MOST_MOVED + 2, _MOST_MOVED + duties, 3 * duties, 9 * duties):
            self._share, self._ended = self._share + _SHARE_OF_ANY, False
            allowed = Allowance(0, self._mending.suffered, moved, moved, duties + 2 * moved)
            for way in self._mending.ways(allowed):
                return [plan_of(self._absence, self._changed.judge, way)]
        return []

    def _out_of_time(self) -> bool:
        share = 1.0 if self._found else self._share
        late = self._resolver.seconds > share * self._resolver.effort.seconds
        self._ended = self._ended or self._resolver.over or late
        return self._ended

    def _best(self) -> tuple[Plan, ...]:
        return tuple(sorted(self._found.values(), key=lambda plan: plan.rank)[:_PLANS])

    def _levels(self) -> Iterator[Allowance]:
        """Allowances in the order of their worth; those that no way exists for are passed over as a whole."""
        duties, suffered = len(self._absence.vacated), self._mending.suffered
        for vacant in range(duties + 1):
            if vacant and not self._ended and len(self._planned_anew.vacant) < vacant:
                return
            for broken in range(suffered + 1):
                for moved in range(_MOST_MOVED + 1):
                    most = duties + 2 * moved
                    if any(True for _ in self._mending.ways(Allowance(vacant, broken, moved, moved, most))):
                        for soon in range(moved + 1):
                            for people in range(most + 1):
                                yield Allowance(vacant, broken, moved, soon, people)
                    if self._ended:
                        return

    def _level(self, allowed: Allowance) -> bool:
        """Whether plans are there that use the allowance up."""
        rosters: Mapping[object, Roster] = {
            frozenset((d, a.volunteer_id) for d, a in way.assignments.items()): way
            for way in islice(self._mending.ways(allowed), _LOOK_AT)
        }
        return self._keep([plan_of(self._absence, self._changed.judge, way) for way in rosters.values()])

    def _keep(self, plans: list[Plan]) -> bool:
        """Whether there is a new one; of plans that call the same people the best is kept."""
        before = len(self._found)
        for plan in sorted(plans, key=lambda plan: plan.rank):
            self._found.setdefault(frozenset(plan.called), plan)
        return len(self._found) > before

    @cached_property
    def _planned_anew(self) -> Plan:
        """What the engine makes of it where any duty that may move is free, each change at a price."""
        absence, changed = self._absence, self._changed
        free = {d for d in absence.without.assignments if absence.may_move(d)}
        freed = changed.with_roster(absence.without)
        proposal = self._resolver.best(freed.steady(), free | {duty.id for duty in absence.vacated}, keep=False)
        return plan_of(absence, changed.judge, freed.held_by(proposal.assignments))
