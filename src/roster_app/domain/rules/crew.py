"""What the people of one shift must be together: at least one leader."""

from collections.abc import Iterator

from roster_app.domain.roster import Roster, Shift
from roster_app.domain.rules.violation import Rule, Violation
from roster_app.domain.team import Directory


def check_crew(shift: Shift, roster: Roster, directory: Directory) -> Iterator[Violation]:
    """A shift that somebody stands needs a leader, where the team has any and its rules say so.

    An altogether empty shift is no matter of leadership: its vacancies speak for it. Nor is a shift for one person
    alone, as on the hotline.
    """
    duties = roster.plan.duties_of.get(shift.id, ())
    if not directory.rules.leader_each_shift or not directory.leading or len(duties) < 2:
        return
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
