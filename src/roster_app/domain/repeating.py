"""A week once more: whoever stands in one week stands in the same place a week later."""

from datetime import date

from roster_app.domain.edits import EditKind, RosterEdit, settle
from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import DutyPlan, Origin, Roster
from roster_app.domain.timespan import DAY

WEEK = 7 * DAY
Place = tuple[CheckpointId, ShiftTypeId, date, PostId, int, int]
"""… post, seat, and which part of a seat that is wanted, or stood, in parts."""


def repeat_week(roster: Roster, monday: date) -> RosterEdit:
    """Give the duties of the week after `monday`'s to those who hold their likes in that week.

    What has no like, or whose like is vacant, stays as it is; so does what is locked. Refuses where nothing would
    change (NOTHING_TO_CHANGE).
    """
    at = _places(roster.plan)
    like = {place: duty_id for duty_id, place in at.items()}
    holders: dict[DutyId, VolunteerId] = {d: a.volunteer_id for d, a in roster.assignments.items()}
    for duty_id, (checkpoint, shift_type, day, post, seat, part) in at.items():
        if monday <= day - WEEK < monday + WEEK:
            source = like.get((checkpoint, shift_type, day - WEEK, post, seat, part))
            if source is not None and (who := roster.holder(source)) is not None:
                holders[duty_id] = who
    return settle(roster, holders, EditKind.ASSIGN, Origin.HAND)


def _places(plan: DutyPlan) -> dict[DutyId, Place]:
    found: dict[DutyId, Place] = {}
    for shift in plan.shifts:
        for duty in plan.duties_of.get(shift.id, ()):
            part = plan.parts(duty).index(duty)
            place = (shift.checkpoint_id, shift.shift_type_id, shift.day, duty.post_id, duty.seat, part)
            found[duty.id] = place
    return found
