"""The last look at a roster before it leaves the engine: judged and priced by the domain alone."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.domain.rules import Violation
from roster_app.engine.draft import Draft
from roster_app.engine.facts import RosterProblem
from roster_app.engine.place import Seats
from roster_app.engine.score import score

_log = logging.getLogger(__name__)


class EngineFault(Exception):
    """The engine and the domain do not agree about a roster: a mistake in the engine."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A roster in which the domain finds nothing hard, beyond what was fixed before."""

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
        self._people = [volunteer.id for volunteer in problem.judge.directory.volunteers]
        self._need_of = {duty: n for n, need in enumerate(problem.needs) for duty in need.duties}
        kept = {duty: a for duty, a in problem.roster.assignments.items() if duty in problem.kept}
        self._kept = problem.roster.with_assignments(kept)
        self._known = frozenset(problem.judge.hard(self._kept))

    def judged(self, seats: Seats) -> Judged:
        """What may leave. An assignment that breaks a rule after all is taken out, and the log says so."""
        roster = self._roster(seats)
        while broken := [v for v in self._problem.judge.hard(roster) if v not in self._known]:
            self._complain(f"the domain finds {[v.rule.value for v in broken]} in a roster of the engine")
            roster = self._without(roster, broken)
        parts = score(roster, self._problem.judge, self._problem.weights)
        counted = self._draft(roster).parts()
        if counted != parts:
            self._complain(f"the engine counts {counted}, the domain {parts}")
        holders = {duty: a.volunteer_id for duty, a in roster.assignments.items()}
        return Judged(holders, tuple(duty.id for duty in roster.vacancies), parts)

    def _roster(self, seats: Seats) -> Roster:
        duties = self._problem.roster.plan.duties
        found = {duties[duty].id: Assignment(self._people[who], Origin.PROPOSAL) for duty, who in seats.items()}
        return self._kept.with_assignments({**self._kept.assignments, **found})

    def _draft(self, roster: Roster) -> Draft:
        """The same roster as the engine counts it."""
        draft = Draft(self._problem)
        number = {volunteer_id: n for n, volunteer_id in enumerate(self._people)}
        for duty, need in self._need_of.items():
            holder = roster.holder(roster.plan.duties[duty].id)
            if holder is not None:
                draft.take(number[holder], need)
        return draft

    def _without(self, roster: Roster, broken: Sequence[Violation]) -> Roster:
        """The roster less the open duties that the violations name; fewer each time, so that it ends."""
        named = {duty for violation in broken for duty in violation.duty_ids} - self._problem.kept.keys()
        return roster.with_assignments({d: a for d, a in roster.assignments.items() if d not in named})

    def _complain(self, fault: str) -> None:
        if self._strict:
            raise EngineFault(fault)
        _log.error("%s", fault)
