"""Somebody drops out of a roster that is posted: what becomes vacant, what may still move, and how plans compare."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.ids import DutyId, LeaveId, VolunteerId
from roster_app.domain.parts import hand_over
from roster_app.domain.people import Leave
from roster_app.domain.roster import Assignment, Duty, Origin, Roster, SeatLevel
from roster_app.domain.rules import Cause, Judge, Violation
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

SOON = timedelta(hours=48)


@dataclass(frozen=True)
class Absence:
    """One person away for a span, heard of at `now`: what has begun by then no longer moves."""

    roster: Roster
    volunteer_id: VolunteerId
    span: Span
    now: datetime

    @cached_property
    def vacated(self) -> tuple[Duty, ...]:
        """The person's duties in the span that are not over, locked ones too, in order of time."""
        held = (self.roster.plan.duty[s.duty_id] for s in self.roster.stints if s.volunteer_id == self.volunteer_id)
        return tuple(d for d in held if d.span.overlaps(self.span) and d.span.end > self.now)

    @cached_property
    def without(self) -> Roster:
        """The roster with those duties vacant."""
        return self.roster.with_changes({duty.id: None for duty in self.vacated})

    def directory(self, directory: Directory) -> Directory:
        """The team with the person on leave for the span."""
        number = LeaveId(min((0, *(leave.id for leave in directory.leaves))) - 1)
        return replace(directory, leaves=(*directory.leaves, Leave(number, self.volunteer_id, self.span)))

    def may_move(self, duty_id: DutyId) -> bool:
        """Whether a held duty may still be given to somebody else."""
        return self.roster.plan.duty[duty_id].span.start > self.now and not self.roster.assignments[duty_id].locked

    def is_soon(self, duty_id: DutyId) -> bool:
        """Whether a duty begins within 48 hours: changing it weighs more."""
        return self.roster.plan.duty[duty_id].span.start < self.now + SOON


@dataclass(frozen=True)
class Plan:
    """One way to mend it: who holds what instead. Compared by `rank`, the least is best.

    `broken` are the rules that the absence itself breaks and the plan cannot mend, as a shift without its leader.
    `called` are the people to phone. `points` are those of wishes and fairness, without what vacancies cost.
    """

    changes: tuple[AssignmentChange, ...]
    vacant: tuple[DutyId, ...]
    broken: tuple[Violation, ...]
    soon: int
    called: tuple[VolunteerId, ...]
    points: int

    @property
    def rank(self) -> tuple[int, int, int, int, int, int]:
        """Vacancies; rules broken; posted duties that change hands, of those the ones soon; people; points."""
        return (len(self.vacant), len(self.broken), len(self.changes), self.soon, len(self.called), self.points)


def carried_out(roster: Roster, plan: Plan, now: datetime) -> RosterEdit:
    """The step that carries a plan out; of a duty that has begun the minutes up to now stay with who stood them."""
    steps = [_step(roster, change, now) for change in plan.changes]
    changes = tuple(change for step in steps for change in step.changes)
    return RosterEdit(EditKind.SUBSTITUTE, changes, tuple(seat for step in steps for seat in step.seats))


def _step(roster: Roster, change: AssignmentChange, now: datetime) -> RosterEdit:
    span = roster.plan.duty[change.duty_id].span
    if span.start < now < span.end:
        return hand_over(roster, change.duty_id, now, change.after)
    return RosterEdit(EditKind.SUBSTITUTE, (change,))


def plan_of(absence: Absence, judge: Judge, after: Roster) -> Plan:
    """The plan that leads from the posted roster to another; the judge knows of the absence."""
    before = absence.roster
    changed = [duty.id for duty in before.plan.duties if before.holder(duty.id) != after.holder(duty.id)]
    cost = dict(judge.cost(after))
    cost.pop(Cause.VACANCY)
    return Plan(
        changes=tuple(_change(before, after, duty_id) for duty_id in changed),
        vacant=vacant_among(changed, after),
        broken=broken_by(absence, judge, after, changed),
        soon=sum(absence.is_soon(duty_id) for duty_id in changed),
        called=called_for(absence, after, changed),
        points=sum(cost.values()),
    )


def called_for(absence: Absence, after: Roster, changed: Sequence[DutyId]) -> tuple[VolunteerId, ...]:
    """Everybody who gains or loses a duty; whoever is away only for what is gained."""
    gains = [after.holder(d) for d in changed]
    loses = [who for d in changed if (who := absence.roster.holder(d)) != absence.volunteer_id]
    return tuple(dict.fromkeys(who for who in (*gains, *loses) if who is not None))


def broken_by(absence: Absence, judge: Judge, after: Roster, changed: Iterable[DutyId]) -> tuple[Violation, ...]:
    """The hard rules that the roster breaks around the changed duties and the posted one did not."""
    duties = tuple(changed)
    before = absence.roster
    people = [who for d in duties for who in (before.holder(d), after.holder(d)) if who is not None]
    known = judge.around(absence.without, people, ()) + judge.around(before, (), duties)
    found = judge.around(after, people, duties)
    return tuple(v for v in found if v.is_hard and not any(k.is_hard and k.covers(v) for k in known))


def vacant_among(duties: Iterable[DutyId], roster: Roster) -> tuple[DutyId, ...]:
    """Those of the duties that nobody holds and somebody should."""
    plan = roster.plan
    return tuple(d for d in duties if roster.holder(d) is None and plan.duty[d].level is not SeatLevel.EXTRA)


def _change(before: Roster, after: Roster, duty_id: DutyId) -> AssignmentChange:
    held, who = before.assignments[duty_id], after.holder(duty_id)
    stands_in = None if who is None else Assignment(who, Origin.SUBSTITUTION, held.locked)
    return AssignmentChange(duty_id, held, stands_in)
