"""The last look at a roster before it leaves the engine: judged and priced by the domain alone."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.domain.rules import Violation
from roster_app.engine.draft import Draft
from roster_app.engine.form import Numbers
from roster_app.engine.problem import RosterProblem
from roster_app.engine.seating import Seats

_log = logging.getLogger(__name__)


class EngineFault(Exception):
    """The engine and the domain do not agree about a roster: a mistake in the engine."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A roster in which the domain finds nothing hard, beyond what nobody could mend."""

    holders: Mapping[DutyId, VolunteerId]
    vacancies: tuple[DutyId, ...]
    parts: Mapping[str, int]

    @property
    def cost(self) -> int:
        """The sum of all parts."""
        return sum(self.parts.values())


class Verdict:
    """Looks at the rosters of one problem; `strict` raises where the engine is wrong instead of mending it."""

    def __init__(self, problem: RosterProblem, strict: bool = False) -> None:
        self._problem, self._strict = problem, strict

    @cached_property
    def offset(self) -> int:
        """What the domain counts beyond the form: the same for every roster of the problem."""
        kept = self._problem.kept
        return sum(self._problem.judge.cost(kept).values()) - Draft(self._problem.form).soft_and_hard()[0]

    @cached_property
    def _known(self) -> list[Violation]:
        """What is broken already by what stands, or by nobody's standing at all."""
        return list(self._problem.judge.hard(self._problem.kept))

    def roster(self, seats: Seats) -> Roster:
        """What stands already, and the seats."""
        kept, duties = self._problem.kept, self._problem.roster.plan.duties
        people = self._problem.people
        found = {duties[duty].id: Assignment(people[who], Origin.PROPOSAL) for duty, who in seats.items()}
        return kept.with_assignments({**kept.assignments, **found})

    def judged(self, seats: Seats, lines: Numbers) -> Judged:
        """What may leave. An assignment that breaks a rule after all is taken out, and the log says so."""
        roster, whole, judge = self.roster(seats), True, self._problem.judge
        found = judge.judge(roster)
        while broken := self._newly_broken(found):
            self._complain(f"the domain finds {[v.rule.value for v in broken]} in a roster of the engine")
            fewer, whole = self._without(roster, broken), False
            if len(fewer.assignments) == len(roster.assignments):
                break
            roster, found = fewer, judge.judge(fewer)
        parts = dict(judge.cost(roster, found))
        if whole:
            counted = Draft(self._problem.form, lines).soft_and_hard()[0] + self.offset
            if counted != sum(parts.values()):
                self._complain(f"the engine counts {counted}, the domain {parts}")
        holders = {duty: a.volunteer_id for duty, a in roster.assignments.items()}
        return Judged(holders, tuple(duty.id for duty in roster.vacancies), parts)

    def _newly_broken(self, found: Sequence[Violation]) -> list[Violation]:
        return [v for v in found if v.is_hard and not any(known.covers(v) for known in self._known)]

    def _without(self, roster: Roster, broken: Sequence[Violation]) -> Roster:
        """The roster less the open duties that the violations name; fewer each time, so that it ends."""
        named = {duty for violation in broken for duty in violation.duty_ids} - self._problem.kept.assignments.keys()
        return roster.with_assignments({d: a for d, a in roster.assignments.items() if d not in named})

    def _complain(self, fault: str) -> None:
        if self._strict:
            raise EngineFault(fault)
        _log.error("%s", fault)
