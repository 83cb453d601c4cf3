"""What the people of one shift must be together: at least one leader."""

from collections.abc import Iterator

from roster_app.domain.ids import ShiftId
from roster_app.domain.roster import DutyPlan, Roster, Shift
from roster_app.domain.rules.violation import Rule, Violation
from roster_app.domain.team import Directory


def check_crew(shift: Shift, roster: Roster, directory: Directory) -> Iterator[Violation]:
    """A shift that wants a leader and that somebody stands has one among its holders.

    An altogether empty shift is no matter of leadership: its vacancies speak for it.
    """
    if not wants_leader(shift.id, roster.plan, directory):
        return
    duties = roster.plan.duties_of[shift.id]
    holders = [who for duty in duties if (who := roster.holder(duty.id)) is not None]
    if holders and not any(directory.volunteer[who].qualifications & directory.leading for who in holders):
        yield Violation(
            Rule.LEADER_MISSING,
            tuple(duty.id for duty in duties),
            actual=0,
            limit=1,
            span=shift.span,
            shift_id=shift.id,
        )


def wants_leader(shift_id: ShiftId, plan: DutyPlan, directory: Directory) -> bool:
    """Whether the team has leaders and its rules ask for one here; a shift for one person alone, as on the hotline,
    needs none."""
    several = len(plan.duties_of.get(shift_id, ())) > 1
    return several and directory.rules.leader_each_shift and bool(directory.leading)
