"""轮到谁: whose turn each duty of a queue is. Longest off duty first, worked out from order, past and leaves alone."""

from collections.abc import Iterable, Mapping, Sequence

from roster_app.domain.book import TurnQueue
from roster_app.domain.classes import Classes
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import LeaveKind, Volunteer
from roster_app.domain.roster import DutyPlan, Stint
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.domain.timetable import Timetable


def standing_order(queue: TurnQueue, earlier: Iterable[Stint], plan: DutyPlan, classes: Classes) -> list[VolunteerId]:
    """The queue as the period begins, its front first: whoever stood such a duty before went to the back for it."""
    order = list(queue.order)
    belongs = classes.belongs(queue.of)
    for stint in sorted(earlier):
        if stint.day < plan.period.first and belongs(stint) and stint.volunteer_id in order:
            _to_the_back(order, stint.volunteer_id)
    return order


def turns(
    queue: TurnQueue,
    plan: DutyPlan,
    directory: Directory,
    earlier: Sequence[Stint],
    classes: Classes,
    timetables: Mapping[VolunteerId, Timetable],
) -> dict[DutyId, VolunteerId]:
    """Who is expected to stand each duty of the queue's class; a duty that nobody's turn reaches is left out.

    Duties are given in order of time, then of the plan, each to the first in the queue who can stand it; that person
    goes to the back, whoever stands it in the end: a swap changes who stands, not whose turn was spent. Somebody on
    private leave (私假) goes to the back without having stood (轮空). Somebody on official leave (公假), unavailable,
    not a member, without the post's qualifications or without nights keeps the place in front.
    """
    order = standing_order(queue, earlier, plan, classes)
    known = [who for who in order if who in directory.volunteer]
    belongs = classes.belongs(queue.of)
    expected: dict[DutyId, VolunteerId] = {}
    for stint in _in_order(plan):
        if belongs(stint) and (who := _next(known, stint, directory, timetables)) is not None:
            expected[stint.duty_id] = who
    return expected


def _in_order(plan: DutyPlan) -> list[Stint]:
    nobody = VolunteerId(0)
    return sorted((plan.stint(duty.id, nobody) for duty in plan.duties), key=lambda stint: (stint.day, stint.span))


def _next(
    order: list[VolunteerId], stint: Stint, directory: Directory, timetables: Mapping[VolunteerId, Timetable]
) -> VolunteerId | None:
    """Take the turn, and spend the turns of those on private leave that it passes."""
    for who in tuple(order):
        kind = _leave(timetables[who], stint.span)
        if kind is LeaveKind.PRIVATE:
            _to_the_back(order, who)
        elif kind is None and _can_stand(directory.volunteer[who], stint, directory, timetables[who]):
            _to_the_back(order, who)
            return who
    return None


def _to_the_back(order: list[VolunteerId], who: VolunteerId) -> None:
    order.remove(who)
    order.append(who)


def _leave(table: Timetable, span: Span) -> LeaveKind | None:
    """The kind of leave the person is on at some minute of the span; official leave keeps the turn in any case."""
    kinds = {leave.kind for leave in table.leaves if leave.span.overlaps(span)}
    return LeaveKind.OFFICIAL if LeaveKind.OFFICIAL in kinds else next(iter(kinds), None)


def _can_stand(volunteer: Volunteer, stint: Stint, directory: Directory, table: Timetable) -> bool:
    return (
        volunteer.member_on(stint.day)
        and directory.post[stint.post_id].requires <= directory.skills[volunteer.id]
        and (volunteer.nights_allowed or not directory.rules.is_night(stint.span))
        and table.blocks(stint.span, stint.shift_type_id) is None
    )
