"""Differences: who stood in a seat before and who stands there now, whatever became of its duties."""

from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_teams import MONDAY, duty_at, held, people, plan, post, town

from roster_app.domain import edits, parts
from roster_app.domain.demand import plan_duties
from roster_app.domain.differences import SeatDifference, by_checkpoint, changed_duties, differences
from roster_app.domain.editions import check_codes, new_edition
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.places import ShiftType
from roster_app.domain.roster import DutyPlan, Edition, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

TEAM = town(people(4), [post(1, 1, leads=True), post(2, 2), post(3, 1, headcount=2)], checkpoints=2)
PLAN = plan(TEAM, days=2)
HERE, THERE = CheckpointId(1), CheckpointId(2)
FULL = held(PLAN, {duty.id: 1 + n % 3 for n, duty in enumerate(PLAN.duties)})
MORNING = duty_at(PLAN, MONDAY, 8)


def edition_of(roster: Roster, number: int = 1) -> Edition:
    return new_edition(roster, number, datetime(2020, 4, 1), "desk")


def told(difference: SeatDifference) -> tuple[list[tuple[int, int, int | None]], list[tuple[int, int, int | None]]]:
    """Hours and holder of each part, before and after."""
    before, after = (
        [(part.span.start.hour, part.span.end.hour, part.volunteer_id) for part in parts]
        for parts in (difference.before, difference.after)
    )
    return before, after


def replanned(team: Directory, old: DutyPlan) -> DutyPlan:
    ids = count(1000)
    return plan_duties(team, old.period, lambda: next(ids), old)


def test_nothing_differs_from_a_roster_as_it_was_published() -> None:
    assert differences(edition_of(FULL), FULL) == ()
    assert differences(edition_of(FULL), edition_of(FULL, 2)) == ()
    assert changed_duties(edition_of(FULL), FULL) == ()


def test_another_holder_is_told_with_who_stood_there_before() -> None:
    now = edits.apply(FULL, edits.assign(FULL, MORNING, VolunteerId(4)))
    (found,) = differences(edition_of(FULL), now)
    before = FULL.holder(MORNING)
    assert told(found) == ([(8, 16, before)], [(8, 16, 4)])
    assert (found.seat.checkpoint_id, found.seat.day, found.duty_id) == (HERE, MONDAY, MORNING)
    assert found.span == Span(datetime(2020, 4, 6, 8), datetime(2020, 4, 6, 16))
    assert changed_duties(edition_of(FULL), now) == (MORNING,)


def test_a_duty_left_vacant_and_one_filled_are_told() -> None:
    now = edits.apply(FULL, edits.clear(FULL, [MORNING]))
    (found,) = differences(edition_of(FULL), now)
    assert told(found) == ([(8, 16, FULL.holder(MORNING))], [(8, 16, None)])
    (back,) = differences(edition_of(now), FULL)
    assert told(back) == ([(8, 16, None)], [(8, 16, FULL.holder(MORNING))])


def test_a_duty_cut_in_two_is_one_change_of_its_seat() -> None:
    noon = datetime(2020, 4, 6, 12)
    roster = edits.apply(FULL, parts.take_over(FULL, MORNING, VolunteerId(4), noon))
    (found,) = differences(edition_of(FULL), roster)
    assert told(found) == ([(8, 16, FULL.holder(MORNING))], [(8, 12, FULL.holder(MORNING)), (12, 16, 4)])
    assert found.span is None
    (joined,) = differences(edition_of(roster), FULL)
    assert told(joined) == tuple(reversed(told(found)))
    assert joined.duty_id == MORNING


def test_a_shift_with_other_times_changes_each_of_its_seats() -> None:
    late = tuple(replace(t, start=t.start + 30, end=t.end + 30) if t.start == 480 else t for t in TEAM.shift_types)
    moved = replanned(replace(TEAM, shift_types=late), PLAN)
    found = differences(edition_of(FULL), Roster(moved, FULL.assignments))
    assert len(found) == 2 * 4
    assert {(d.before[0].span.start.minute, d.after[0].span.start.minute) for d in found} == {(0, 30)}
    assert {(d.before[0].volunteer_id == d.after[0].volunteer_id) for d in found} == {True}
    assert set(changed_duties(edition_of(FULL), Roster(moved, FULL.assignments))) == {d.duty_id for d in found}


def test_a_seat_no_longer_wanted_is_told_although_its_duty_is_gone() -> None:
    fewer = replanned(replace(TEAM, posts=tuple(replace(p, headcount=1) for p in TEAM.posts)), PLAN)
    now = Roster(fewer, {d: a for d, a in FULL.assignments.items() if d in fewer.duty})
    found = differences(edition_of(FULL), now)
    assert len(found) == 2 * 3
    assert all(d.before and not d.after and d.seat.seat == 2 and d.duty_id is None for d in found)
    assert [d.after for d in differences(edition_of(now), FULL)] == [d.before for d in found]


def test_a_new_seat_nobody_holds_yet_is_told_too() -> None:
    more = replanned(replace(TEAM, posts=tuple(replace(p, headcount=2) for p in TEAM.posts)), PLAN)
    found = differences(edition_of(FULL), Roster(more, FULL.assignments))
    assert len(found) == 2 * 2 * 3
    assert all(not d.before and d.after[0].volunteer_id is None for d in found)
    assert len(changed_duties(edition_of(FULL), Roster(more, FULL.assignments))) == len(found)


def test_the_same_people_at_the_same_times_under_another_shift_type_are_no_change() -> None:
    renamed = tuple(
        ShiftType(t.id + 10 if t.start == 480 else t.id, t.team_id, "day", "D", t.start, t.end, t.hue)
        for t in TEAM.shift_types
    )
    team = replace(
        TEAM,
        shift_types=renamed,
        patterns=(replace(TEAM.patterns[0], shift_type_ids=tuple(t.id for t in renamed)),),
    )
    new = replanned(team, PLAN)
    of_seat = {(PLAN.shift_of(d.id).day, d.span, d.post_id, d.seat): FULL.assignments[d.id] for d in PLAN.duties}
    now = Roster(new, {d.id: of_seat[new.shift_of(d.id).day, d.span, d.post_id, d.seat] for d in new.duties})
    assert check_codes(now) == check_codes(FULL)
    assert differences(edition_of(FULL), now) == ()


def test_each_checkpoint_has_its_own_in_the_order_of_its_sheet() -> None:
    now = Roster(PLAN)
    found = by_checkpoint(differences(edition_of(FULL), now), TEAM)
    assert list(found) == [HERE, THERE]
    assert [(d.seat.day.day, d.before[0].span.start.hour, d.seat.post_id, d.seat.seat) for d in found[HERE]][:4] == [
        (6, 0, 1, 1), (6, 0, 3, 1), (6, 0, 3, 2), (6, 8, 1, 1)
    ]  # fmt: skip
    assert len(found[HERE]) + len(found[THERE]) == len(PLAN.duties)


def test_an_edition_that_only_knows_holders_tells_what_it_can() -> None:
    old = replace(edition_of(FULL), duties={})
    now = edits.apply(FULL, edits.assign(FULL, MORNING, VolunteerId(4)))
    (found,) = differences(old, now)
    assert told(found) == ([(8, 16, FULL.holder(MORNING))], [(8, 16, 4)])
    assert changed_duties(old, now) == (MORNING,)


@pytest.mark.parametrize("against", ["roster", "edition"])
@given(st.lists(st.tuples(st.sampled_from([d.id for d in PLAN.duties]), st.integers(0, 4)), max_size=8))
def test_there_are_differences_exactly_where_the_check_code_is_another(
    against: str, changes: list[tuple[int, int]]
) -> None:
    now = held(PLAN, {**{d: FULL.holder(d) for d in FULL.assignments}, **dict(changes)})  # type: ignore[dict-item]
    now = now.with_assignments({d: a for d, a in now.assignments.items() if a.volunteer_id})
    found = by_checkpoint(differences(edition_of(FULL), now if against == "roster" else edition_of(now)), TEAM)
    before, after = check_codes(FULL), check_codes(now)
    assert set(found) == {c for c in before if before[c] != after[c]}
    told_ids = [d.duty_id for own in found.values() for d in own]
    assert sorted(told_ids) == sorted(changed_duties(edition_of(FULL), now))  # type: ignore[type-var]
