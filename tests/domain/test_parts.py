"""Parts of duties: whatever is cut, joined, given or moved, no minute of a seat is lost and every step knows its way
back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rosters import rosters
from small_teams import MONDAY, held, people, plan, post, town

from roster_app.domain import edits, parts
from roster_app.domain.cover import prove
from roster_app.domain.demand import plan_duties
from roster_app.domain.edits import EditKind, RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.parts import Edge
from roster_app.domain.roster import Assignment, Duty, Origin, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, merged

TEAM = town(people(4), [post()])
PLAN = plan(TEAM, days=2)
NIGHT, EARLY, MIDDLE = (d.id for d in PLAN.duties[:3])
ANN, BOB, EVE = VolunteerId(1), VolunteerId(2), VolunteerId(3)
ROSTER = held(PLAN, {NIGHT: ANN, EARLY: BOB, MIDDLE: EVE})


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(MONDAY, datetime.min.time()) + timedelta(hours=hour, minutes=minute)


def new_ids():  # type: ignore[no-untyped-def]
    ids = count(1000)
    return lambda: next(ids)


def done(roster: Roster, edit: RosterEdit) -> Roster:
    after = edits.apply(roster, edit)
    assert edits.apply(after, edit.inverse()) == roster
    return after


def seat(roster: Roster, duty_id: DutyId) -> list[tuple[int, int, VolunteerId | None]]:
    """The parts of a duty's seat: from and to which hour, and who."""
    return [
        ((d.span.start - at(0)) // timedelta(hours=1), (d.span.end - at(0)) // timedelta(hours=1), roster.holder(d.id))
        for d in roster.plan.parts(PLAN.duty[duty_id])
    ]


def test_a_duty_is_cut_and_joined_again() -> None:
    cut = done(ROSTER, parts.cut(ROSTER, NIGHT, at(4), new_ids()))
    assert seat(cut, NIGHT) == [(0, 4, ANN), (4, 8, ANN)]
    assert cut.plan.duties[1].id == 1000, "the new part stands beside the other in the plan's order"
    assert done(cut, parts.join(cut, NIGHT)) == ROSTER
    later = cut.plan.duties[1].id
    assert seat(done(cut, parts.join(cut, later)), NIGHT) == [(0, 8, ANN)]


def test_joining_gives_the_whole_to_the_holder_of_the_part_asked() -> None:
    given_part = done(ROSTER, parts.give(ROSTER, NIGHT, Span(at(4), at(8)), BOB, new_ids()))
    later = given_part.plan.duties[1].id
    assert seat(done(given_part, parts.join(given_part, later)), NIGHT) == [(0, 8, BOB)]


def test_a_part_is_given_and_given_back() -> None:
    first = done(ROSTER, parts.give(ROSTER, NIGHT, Span(at(2), at(4)), BOB, new_ids()))
    assert seat(first, NIGHT) == [(0, 2, ANN), (2, 4, BOB), (4, 8, ANN)]
    middle = first.plan.duties[1].id
    assert done(first, parts.give(first, middle, Span(at(2), at(4)), ANN, new_ids())) == ROSTER


def test_who_takes_over_now_leaves_the_other_the_minutes_up_to_now() -> None:
    locked = ROSTER.with_changes({NIGHT: Assignment(ANN, locked=True)})
    edit = parts.take_over(locked, NIGHT, EVE, at(5, 30), new_ids())
    after = done(locked, edit)
    kept, taken = after.plan.parts(PLAN.duty[NIGHT])
    assert edit.kind is EditKind.SUBSTITUTE
    assert (kept.id, kept.span, after.holder(kept.id)) == (NIGHT, Span(at(0), at(5, 30)), ANN)
    assert (taken.span, after.assignments[taken.id]) == (
        Span(at(5, 30), at(8)),
        Assignment(EVE, Origin.SUBSTITUTION, locked=True),
    )
    before = parts.take_over(ROSTER, NIGHT, EVE, at(-1), new_ids())
    assert before.seats == (), "what has not begun is taken over whole"
    assert prove(after, TEAM).gap_minutes == prove(locked, TEAM).gap_minutes


def test_an_edge_moves_between_two_shifts_and_back() -> None:
    longer = done(ROSTER, parts.move_edge(ROSTER, NIGHT, Edge.END, at(10), new_ids()))
    assert (seat(longer, NIGHT), seat(longer, EARLY)) == ([(0, 8, ANN)], [(8, 10, ANN), (10, 16, BOB)])
    kept = next(d for d in longer.plan.parts(PLAN.duty[EARLY]) if longer.holder(d.id) == BOB)
    assert kept.id == EARLY, "the duty stays with its holder"
    assert done(longer, parts.move_edge(longer, kept.id, Edge.START, at(8), new_ids())) == ROSTER
    shorter = done(ROSTER, parts.move_edge(ROSTER, NIGHT, Edge.END, at(6), new_ids()))
    assert seat(shorter, NIGHT) == [(0, 6, ANN), (6, 8, BOB)]


def test_an_edge_without_anybody_beside_it() -> None:
    first = ROSTER.with_changes({EARLY: None})
    shorter = done(first, parts.move_edge(first, NIGHT, Edge.START, at(3), new_ids()))
    assert seat(shorter, NIGHT) == [(0, 3, None), (3, 8, ANN)]
    with refused(ErrorCode.NOTHING_BESIDE):
        parts.move_edge(first, NIGHT, Edge.START, at(-2), new_ids())


def refused(code: ErrorCode):  # type: ignore[no-untyped-def]
    return pytest.raises(DomainError, check=lambda error: error.code is code)


@pytest.mark.parametrize("hour", [-1, 0, 8, 9])
def test_a_cut_lies_inside(hour: int) -> None:
    with refused(ErrorCode.CUT_OUTSIDE):
        parts.cut(ROSTER, NIGHT, at(hour))


def test_what_is_locked_is_not_cut_and_not_encroached_upon() -> None:
    locked = ROSTER.with_changes({EARLY: Assignment(BOB, locked=True)})
    for attempt in (
        lambda: parts.cut(locked, EARLY, at(10)),
        lambda: parts.move_edge(locked, NIGHT, Edge.END, at(10)),
        lambda: parts.give(locked, EARLY, Span(at(8), at(9)), ANN),
    ):
        with refused(ErrorCode.DUTY_LOCKED):
            attempt()


def test_nothing_to_join_and_nothing_to_take_over() -> None:
    with refused(ErrorCode.NOTHING_TO_JOIN):
        parts.join(ROSTER, NIGHT)
    with refused(ErrorCode.CUT_OUTSIDE):
        parts.take_over(ROSTER, NIGHT, BOB, at(8))
    with refused(ErrorCode.DUTY_VACANT):
        parts.take_over(ROSTER.with_changes({NIGHT: None}), NIGHT, BOB, at(3))
    with refused(ErrorCode.NOTHING_TO_CHANGE):
        parts.move_edge(ROSTER, NIGHT, Edge.END, at(8))


def test_a_step_made_before_a_colleague_cut_the_duty_is_stale() -> None:
    mine = parts.cut(ROSTER, NIGHT, at(4), new_ids())
    colleagues = edits.apply(ROSTER, parts.cut(ROSTER, NIGHT, at(3), lambda: 2000))
    with pytest.raises(StaleEdit) as stale:
        edits.apply(colleagues, mine)
    assert stale.value.facts["duty_ids"] == (NIGHT,)


def test_a_cut_survives_planning_anew_and_goes_with_its_time() -> None:
    cut = edits.apply(ROSTER, parts.give(ROSTER, NIGHT, Span(at(4), at(8)), BOB, new_ids()))
    assert plan_duties(TEAM, PLAN.period, old=cut.plan) == cut.plan
    shut = town(people(4), [post(headcount=0)])
    with refused(ErrorCode.NOTHING_TO_STAFF):
        plan_duties(shut, PLAN.period, old=cut.plan)


@given(rosters(days=2), st.data())
def test_no_minute_is_lost_and_each_step_can_be_taken_back(case: tuple[Directory, Roster], data: st.DataObject) -> None:
    directory, first = case
    roster, make_id = first, new_ids()
    who = st.none() | st.sampled_from([v.id for v in directory.volunteers])
    for _ in range(data.draw(st.integers(1, 5))):
        try:
            edit = any_step(roster, data, who, make_id)
        except DomainError:
            continue
        roster = done(roster, edit)
        assert wanted(roster) == wanted(first)
        assert len(roster.plan.duty) == len(roster.plan.duties)
        assert roster.assignments.keys() <= roster.plan.duty.keys()
    assert plan_duties(directory, first.period, make_id, old=roster.plan) == roster.plan


def any_step(
    roster: Roster, data: st.DataObject, who: st.SearchStrategy[VolunteerId | None], make_id: Callable[[], int]
) -> RosterEdit:
    """Something done to some duty; often refused."""
    duty = data.draw(st.sampled_from(roster.plan.duties))
    start, end = sorted(data.draw(st.lists(moments(duty), min_size=2, max_size=2, unique=True)))
    way = data.draw(st.sampled_from(["cut", "join", "give", "begin", "end"]))
    if way == "cut":
        return parts.cut(roster, duty.id, start, make_id)
    if way == "join":
        return parts.join(roster, duty.id)
    if way == "give":
        return parts.give(roster, duty.id, Span(start, end), data.draw(who), make_id)
    edge, to = (Edge.START, start) if way == "begin" else (Edge.END, end)
    return parts.move_edge(roster, duty.id, edge, to, make_id)


def moments(duty: Duty) -> st.SearchStrategy[datetime]:
    """Around and inside it, in steps of half an hour."""
    steps = duty.span.minutes // 30
    return st.integers(-2, steps + 2).map(lambda n: duty.span.start + timedelta(minutes=30 * n))


def wanted(roster: Roster) -> dict[tuple[int, int, int], list[Span]]:
    """When each seat is wanted; parts of one seat never overlap."""
    seats: dict[tuple[int, int, int], list[Span]] = {}
    for duty in roster.plan.duties:
        seats.setdefault((duty.shift_id, duty.post_id, duty.seat), []).append(duty.span)
    for spans in seats.values():
        assert sum(s.minutes for s in spans) == sum(s.minutes for s in merged(spans))
    return {key: merged(spans) for key, spans in seats.items()}
