"""What another demand does to the duties of a roster: which go, which come, which are at other hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId, PeriodId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import Duty, DutyPlan, Roster
from roster_app.domain.timespan import Span


@dataclass(frozen=True, slots=True)
class DutyMove:
    """One duty of an open roster that goes (no `after`), comes (no `before`), or is at other hours from then on."""

    period_id: PeriodId
    checkpoint_id: CheckpointId
    shift_type_id: ShiftTypeId
    post_id: PostId
    day: date
    before: Span | None
    after: Span | None
    holder: VolunteerId | None = None
    """Who holds it now."""

    @property
    def is_loss(self) -> bool:
        """Whether somebody loses the duty."""
        return self.after is None and self.holder is not None


def demand_moves(roster: Roster, plan: DutyPlan) -> tuple[DutyMove, ...]:
    """How the duties of the roster would be others by this plan: losses first, then by day and hour."""
    moves = [*_gone_or_moved(roster, plan), *_come(roster, plan)]
    return tuple(sorted(moves, key=lambda m: (not m.is_loss, m.day, (m.before or m.after), m.checkpoint_id)))


def _gone_or_moved(roster: Roster, plan: DutyPlan) -> Iterator[DutyMove]:
    for duty in roster.plan.duties:
        later = plan.duty.get(duty.id)
        if later is None or later.span != duty.span:
            yield _move(roster.plan, duty, duty.span, later.span if later else None, roster.holder(duty.id))


def _come(roster: Roster, plan: DutyPlan) -> Iterator[DutyMove]:
    for duty in plan.duties:
        if duty.id not in roster.plan.duty:
            yield _move(plan, duty, None, duty.span, None)


def _move(plan: DutyPlan, duty: Duty, before: Span | None, after: Span | None, holder: VolunteerId | None) -> DutyMove:
    shift = plan.shift[duty.shift_id]
    return DutyMove(
        plan.period.id, shift.checkpoint_id, shift.shift_type_id, duty.post_id, shift.day, before, after, holder
    )
