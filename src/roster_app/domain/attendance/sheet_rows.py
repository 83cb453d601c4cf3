"""The rows of a day's sign-in sheet with the numbers they have on paper: all shifts that begin on the day."""

from datetime import date

from roster_app.domain.attendance.entries import Attendee
from roster_app.domain.attendance.settling import SheetRow
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Duty, Roster
from roster_app.domain.team import Directory


def sheet_rows(roster: Roster, directory: Directory, checkpoint_id: CheckpointId, day: date) -> tuple[SheetRow, ...]:
    """Shifts by their start, in each the leading post first, then as the posts are arranged; numbered from 1."""
    plan = roster.plan
    shifts = sorted(
        (s for s in plan.shifts if s.checkpoint_id == checkpoint_id and s.day == day),
        key=lambda s: (s.span, s.shift_type_id),
    )

    def rank(duty: Duty) -> tuple[object, ...]:
        post = directory.post[duty.post_id]
        return not post.leads, post.order, post.id, duty.seat, duty.span

    duties = [duty for shift in shifts for duty in sorted(plan.duties_of.get(shift.id, ()), key=rank)]
    rows = []
    for number, duty in enumerate(duties, start=1):
        holder = roster.holder(duty.id)
        who = None if holder is None else Attendee(holder)
        rows.append(SheetRow(number, duty.id, plan.dated_seat(duty), duty.span, who))
    return tuple(rows)
