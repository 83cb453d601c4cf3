"""The last look at a roster before it leaves the engine: judged and priced by the domain alone."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.domain.rules import Violation
from roster_app.engine.draft import Draft, Parts, fixed_lines
from roster_app.engine.form import Numbers
from roster_app.engine.problem import RosterProblem
from roster_app.engine.seating import Seating, Seats

_log = logging.getLogger(__name__)


class EngineFault(Exception):
    """The engine and the domain do not agree about a roster: a mistake in the engine."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A roster in which the domain finds nothing hard, beyond what nobody could mend."""

    holders: Mapping[DutyId, VolunteerId]
    vacancies: tuple[DutyId, ...]
    parts: Mapping[str, int]
    lack: int
    """Points of the form for what is too little by hard rules, which the domain does not price."""

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
        return sum(self._problem.judge.cost(kept).values()) - self._standing.soft

    @cached_property
    def _standing(self) -> Parts:
        return Draft(self._problem.form).parts()

    @cached_property
    def _need_of(self) -> Mapping[int, int]:
        return {duty: need for need, duties in enumerate(self._problem.seats) for duty in duties}

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

    def lines(self, seats: Seats) -> Numbers:
        """Everybody's line with these seats and what stands already."""
        form = self._problem.form
        lines = fixed_lines(form)
        for duty, person in seats.items():
            need = self._need_of[duty]
            lines[person, form.watch_slot[form.need_watch[need]]] = need
        return lines

    def judged(self, seats: Seats) -> Judged:
        """What may leave. An assignment that breaks a rule after all is taken out.

        That is a mistake, and told as one, where the engine has counted no broken rule. Where it has, it has found no
        better way out of what stands against the rules already.
        """
        judge, roster = self._problem.judge, self.roster(seats)
        counted, found = self._counted(seats), judge.judge(roster)
        while broken := self._newly_broken(found):
            if counted.hard == self._standing.hard == 0:
                self._complain(f"the domain finds {[v.rule.value for v in broken]} in a roster of the engine")
            seats, before = self._without(seats, broken), len(seats)
            if len(seats) == before:
                break
            roster = self.roster(seats)
            counted, found = self._counted(seats), judge.judge(roster)
        parts = dict(judge.cost(roster, found))
        if counted.soft + self.offset != sum(parts.values()):
            self._complain(f"the engine counts {counted.soft + self.offset}, the domain {parts}")
        holders = {duty: a.volunteer_id for duty, a in roster.assignments.items()}
        return Judged(holders, tuple(duty.id for duty in roster.vacancies), parts, counted.lack)

    def _counted(self, seats: Seats) -> Parts:
        return Draft(self._problem.form, self.lines(seats)).parts()

    def _newly_broken(self, found: Sequence[Violation]) -> list[Violation]:
        return [v for v in found if v.is_hard and not any(known.covers(v) for known in self._known)]

    def _without(self, seats: Seats, broken: Sequence[Violation]) -> Seats:
        """Without the open duties that the violations name, everybody seated anew."""
        named = {duty for violation in broken for duty in violation.duty_ids}
        duties = self._problem.roster.plan.duties
        fewer = {duty: person for duty, person in seats.items() if duties[duty].id not in named}
        return Seating(self._problem).quick(self.lines(fewer))  # the seats needed most are filled still

    def _complain(self, fault: str) -> None:
        if self._strict:
            raise EngineFault(fault)
        _log.error("%s", fault)
