"""Each rule in two facts and one expectation: what the engine proposes where the rule decides."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_teams import EASY, LEADER, MONDAY, duty_at, held, people, plan, post, stint, town
from solving import counts, problem_of, rostered, solved

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.fairness import BurdenKind, Ledger, LedgerEntry
from roster_app.domain.ids import (
    AvailabilityId,
    LeaveId,
    LedgerEntryId,
    PeriodId,
    PostId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind, Leave
from roster_app.domain.places import TWO_BY_TWELVE, WHOLE_DAY, DemandWindow, Hue, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.problem import build

TUESDAY = MONDAY + timedelta(days=1)
ANN, BOB = VolunteerId(1), VolunteerId(2)


def hours(start: int, end: int) -> ShiftTimes:
    """A shift type by its hours."""
    return ShiftTimes(f"from {start}", start * 60, end * 60, Hue.OTHER)


DAYTIME = (hours(8, 16),)
NIGHTLY = (hours(22, 30),)


def says(directory: Directory, who: VolunteerId, kind: AvailabilityKind, first: date, last: date) -> Directory:
    """The team after one person's statement about whole days."""
    number = AvailabilityId(len(directory.availabilities) + 1)
    entry = Availability(number, who, kind, whole_days(first, last))
    return replace(directory, availabilities=(*directory.availabilities, entry))


def test_every_duty_is_held_where_there_are_people_enough() -> None:
    proposal = rostered(town(people(6), [post()]))
    assert (len(proposal.assignments), proposal.vacancies) == (21, ())


def test_a_post_is_stood_by_those_who_have_its_qualification() -> None:
    team = town(people(4, leaders=1), [post(1, requires=frozenset({LEADER})), post(2)], DAYTIME)
    proposal = rostered(team, days=2)
    made = plan(team, 2)
    assert {proposal.assignments[d.id] for d in made.duties if d.post_id == PostId(1)} == {ANN}
    assert len(proposal.assignments) == 4


def test_nobody_stands_a_post_without_its_qualification() -> None:
    proposal = rostered(town(people(3), [post(requires=frozenset({LEADER}))], DAYTIME), days=1)
    assert (proposal.assignments, len(proposal.vacancies)) == ({}, 1)


def test_only_members_stand() -> None:
    ann, bob = people(2)
    proposal = rostered(town([replace(ann, left=MONDAY), replace(bob, joined=TUESDAY)], [post()], DAYTIME), days=2)
    assert list(proposal.assignments.values()) == [ANN, BOB]


def test_nobody_stands_while_unavailable() -> None:
    team = says(town(people(2), [post()], DAYTIME), ANN, AvailabilityKind.UNAVAILABLE, MONDAY, MONDAY)
    assert rostered(team, days=1).assignments == {duty_at(plan(team, 1), MONDAY, 8): BOB}


def test_who_declares_times_stands_only_then() -> None:
    team = says(town(people(1), [post()], DAYTIME), ANN, AvailabilityKind.AVAILABLE, TUESDAY, TUESDAY)
    assert list(rostered(team, days=3).assignments) == [duty_at(plan(team, 3), TUESDAY, 8)]


def test_nobody_stands_on_leave() -> None:
    team = replace(town(people(2), [post()], DAYTIME), leaves=(Leave(LeaveId(1), ANN, whole_days(MONDAY, TUESDAY)),))
    assert set(rostered(team, days=2).assignments.values()) == {BOB}


def test_who_does_no_nights_gets_none() -> None:
    ann, bob = people(2)
    team = town([replace(ann, nights_allowed=False), bob], [post()], NIGHTLY)
    assert set(rostered(team, days=3).assignments.values()) == {BOB}


def test_nobody_is_in_two_places_at_once() -> None:
    proposal = rostered(town(people(1), [post(1, 1), post(2, 2)], DAYTIME, checkpoints=2), days=1)
    assert (len(proposal.assignments), len(proposal.vacancies)) == (1, 1)


@pytest.mark.parametrize(("way", "filled"), [(0, 2), (30, 1)])
def test_the_way_between_checkpoints_takes_its_time(way: int, filled: int) -> None:
    rules = replace(EASY, travel_between_areas=way)
    team = town(people(1), [post(1, 1), post(2, 2)], (hours(8, 16), hours(16, 20)), rules, checkpoints=2)
    shifts = [plan(team, 1).shift_of(duty) for duty in rostered(team, days=1).assignments]
    assert len(shifts) == 2
    assert len({shift.checkpoint_id for shift in shifts}) == filled or not way


def test_between_two_shifts_lies_the_minimum_rest() -> None:
    team = town(people(1), [post()], rules=replace(EASY, min_rest_minutes=480))
    proposal = rostered(team, days=1)
    starts = sorted(plan(team, 1).duty[d].span.start.hour for d in proposal.assignments)
    assert starts == [0, 16]


def test_the_rest_reaches_into_the_neighbouring_period() -> None:
    team = town(people(1), [post()], DAYTIME, rules=replace(EASY, min_rest_minutes=720))
    late = stint(1, MONDAY - timedelta(days=1), 1200, 1500, 900)
    roster = replace(held(plan(team, 2), {}), earlier=(late,))
    assert list(solved(build(roster, team, Ledger())).assignments) == [duty_at(roster.plan, TUESDAY, 8)]


@pytest.mark.parametrize(("limit", "filled"), [(3, 6), (6, 7), (8, 8), (None, 8)])
def test_days_in_a_row_are_limited(limit: int | None, filled: int) -> None:
    team = town(people(1), [post()], DAYTIME, rules=replace(EASY, max_consecutive_days=limit))
    assert len(rostered(team, days=8).assignments) == filled


def test_days_before_the_period_count_into_the_row() -> None:
    team = town(people(1), [post()], DAYTIME, rules=replace(EASY, max_consecutive_days=3))
    before = tuple(stint(1, MONDAY - timedelta(days=n), 480, 960, 900 + n) for n in (1, 2))
    roster = replace(held(plan(team, 4), {}), earlier=before)
    assert len(solved(build(roster, team, Ledger())).assignments) == 3
    tired = replace(held(plan(team, 2), {}), earlier=(*before, stint(1, MONDAY - timedelta(days=3), 480, 960, 903)))
    assert list(solved(build(tired, team, Ledger())).assignments) == [duty_at(tired.plan, TUESDAY, 8)]


def test_two_duties_on_one_day_are_one_day_in_the_row() -> None:
    twice = (hours(8, 10), hours(12, 14))
    team = town(people(1), [post()], twice, replace(EASY, max_consecutive_days=1))
    assert len(rostered(team, days=3).assignments) == 4


@pytest.mark.parametrize(("limit", "filled"), [(1, 3), (2, 4), (None, 5)])
def test_nights_in_a_row_are_limited(limit: int | None, filled: int) -> None:
    team = town(people(1), [post()], NIGHTLY, rules=replace(EASY, max_consecutive_nights=limit))
    assert len(rostered(team, days=5).assignments) == filled


def test_nights_of_a_period_are_limited() -> None:
    team = town(people(1), [post()], NIGHTLY, rules=replace(EASY, max_nights=2))
    assert len(rostered(team, days=5).assignments) == 2


def test_minutes_of_a_week_are_limited() -> None:
    team = town(people(1), [post()], DAYTIME, rules=replace(EASY, max_week_minutes=3 * 480))
    assert len(rostered(team, days=14).assignments) == 6


def test_a_week_counts_what_was_stood_before_the_period() -> None:
    team = town(people(1), [post()], DAYTIME, rules=replace(EASY, max_week_minutes=3 * 480))
    before = tuple(stint(1, MONDAY + timedelta(days=n), 480, 960, 900 + n) for n in (0, 1))
    roster = replace(held(plan(team, 3, MONDAY + timedelta(days=2)), {}), earlier=before)
    assert len(solved(build(roster, team, Ledger())).assignments) == 1


def test_a_shift_of_several_is_led_or_stays_empty() -> None:
    rules = replace(EASY, leader_each_shift=True)
    posts = [post(1), post(2)]
    assert len(rostered(town(people(2, leaders=1), posts, DAYTIME, rules), days=1).assignments) == 2
    assert rostered(town(people(2), posts, DAYTIME, rules), days=1).assignments == {}


def test_each_of_two_shifts_gets_one_of_two_leaders() -> None:
    posts = [post(1, 1), post(2, 1), post(3, 2), post(4, 2)]
    team = town(people(4, leaders=2), posts, DAYTIME, replace(EASY, leader_each_shift=True), checkpoints=2)
    assert rostered(team, days=1).vacancies == ()


def test_hours_are_shared_out_fairly() -> None:
    assert counts(rostered(town(people(3), [post()], DAYTIME), days=9)) == {1: 3, 2: 3, 3: 3}


def test_hours_follow_availability() -> None:
    last = MONDAY + timedelta(days=8)
    team = says(town(people(2), [post()], DAYTIME), ANN, AvailabilityKind.UNAVAILABLE, MONDAY + timedelta(days=4), last)
    proposal = rostered(team, days=9)
    assert proposal.parts["hours"] == 0
    assert counts(proposal)[ANN] in (2, 3)


def test_nights_are_shared_out_fairly() -> None:
    team = town(people(3), [post()], TWO_BY_TWELVE, rules=replace(EASY, min_rest_minutes=720))
    proposal = rostered(team, days=6)
    nights = [proposal.assignments[d.id] for d in plan(team, 6).duties if team.rules.is_night(d.span)]
    assert sorted(nights) == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("kind", [DayType.REST_DAY, DayType.HOLIDAY])
def test_free_days_are_shared_out_fairly(kind: DayType) -> None:
    free = [MONDAY + timedelta(days=n) for n in range(4)]
    table = DayTable(frozenset({2020}), {day: SpecialDay(kind) for day in free})
    team = town(people(2), [post()], DAYTIME, days=table)
    proposal = rostered(team, days=8)
    assert sorted(counts(proposal).values()) == [4, 4]
    held_free = [proposal.assignments[duty_at(plan(team, 8), day, 8)] for day in free]
    if kind is DayType.HOLIDAY:
        assert sorted(held_free) == [1, 1, 2, 2]
    else:
        assert proposal.parts["weekends"] == 0


def test_what_was_carried_before_is_taken_off() -> None:
    team = town(people(2), [post()], DAYTIME)
    moment = datetime(2020, 4, 1)
    entries = (
        LedgerEntry(LedgerEntryId(1), ANN, PeriodId(9), BurdenKind.MINUTES, 2 * 48_000, moment),
        LedgerEntry(LedgerEntryId(2), BOB, PeriodId(9), BurdenKind.MINUTES, -2 * 48_000, moment),
    )
    proposal = solved(problem_of(team, 8, ledger=Ledger(entries)))
    assert counts(proposal) == {1: 2, 2: 6}


def test_unwanted_times_are_left_to_others() -> None:
    team = says(town(people(2), [post()], DAYTIME), ANN, AvailabilityKind.UNWANTED, MONDAY, MONDAY)
    assert rostered(team, days=2).assignments[duty_at(plan(team, 2), MONDAY, 8)] == BOB


def test_wanted_times_are_given() -> None:
    team = says(town(people(2), [post()], DAYTIME), BOB, AvailabilityKind.WANTED, MONDAY, MONDAY)
    assert rostered(team, days=2).assignments[duty_at(plan(team, 2), MONDAY, 8)] == BOB


def test_people_stand_in_their_own_area() -> None:
    ann, bob = people(2)
    team = town([ann, bob], [post(1, 1), post(2, 2)], DAYTIME, checkpoints=2)
    team = replace(team, volunteers=(replace(ann, area_id=team.areas[1].id), replace(bob, area_id=team.areas[0].id)))
    made = plan(team, 1)
    assert rostered(team, days=1).assignments == {
        duty_at(made, MONDAY, 8, checkpoint=1): BOB,
        duty_at(made, MONDAY, 8, checkpoint=2): ANN,
    }


def test_duties_of_a_day_and_a_night_tile_the_day() -> None:
    team = town(people(4), [post()], WHOLE_DAY, replace(EASY, min_rest_minutes=1440))
    assert rostered(team, days=8).vacancies == ()


def test_a_seat_that_pauses_may_be_held_on_by_one_person() -> None:
    busy = (DemandWindow(480, 600, 1), DemandWindow(840, 960, 1))
    team = town(people(1), [post(headcount=0, windows=busy)], DAYTIME, replace(EASY, min_rest_minutes=720))
    proposal = rostered(team, days=1)
    assert (len(proposal.assignments), proposal.vacancies) == (2, ())


def test_locked_duties_never_move() -> None:
    team = says(town(people(2), [post()], DAYTIME), ANN, AvailabilityKind.UNWANTED, MONDAY, MONDAY)
    made = plan(team, 2)
    monday = duty_at(made, MONDAY, 8)
    roster = Roster(made, {monday: Assignment(ANN, locked=True)})
    proposal = solved(build(roster, team, Ledger(), only={d.id for d in made.duties}, keep=False))
    assert (proposal.assignments[monday], len(proposal.assignments)) == (ANN, 2)


def test_kept_duties_stay_and_count() -> None:
    team = town(people(2), [post()], DAYTIME)
    made = plan(team, 4)
    kept = {duty_at(made, MONDAY + timedelta(days=n), 8): 1 for n in (0, 1)}
    proposal = rostered(team, 4, kept)
    assert {d: proposal.assignments[d] for d in kept} == dict.fromkeys(kept, ANN)
    assert counts(proposal) == {1: 2, 2: 2}


def test_without_keeping_everything_is_planned_anew() -> None:
    team = says(town(people(2), [post()], DAYTIME), ANN, AvailabilityKind.UNAVAILABLE, MONDAY, MONDAY)
    made = plan(team, 2)
    roster = held(made, {duty_at(made, MONDAY, 8): 1})
    assert solved(build(roster, team, Ledger(), keep=False)).assignments[duty_at(made, MONDAY, 8)] == BOB


def test_outside_the_scope_nothing_moves_and_nothing_is_filled() -> None:
    team = town(people(2), [post()], DAYTIME)
    made = plan(team, 3)
    first, second, third = (d.id for d in made.duties)
    proposal = solved(build(held(made, {first: 1}), team, Ledger(), only={third}))
    assert proposal.assignments[first] == ANN
    assert proposal.vacancies == (second,)


def test_a_broken_rule_among_locked_duties_is_left_alone_and_not_made_worse() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME, replace(EASY, max_consecutive_days=2))
    made = plan(team, 4)
    kept = {duty.id: 1 for duty in made.duties if duty.post_id == PostId(1) and duty.span.start.day < 9}
    proposal = rostered(team, 4, kept)
    assert counts(proposal)[1] == 3
    assert counts(proposal)[2] == 3


def test_a_duty_over_midnight_counts_in_the_week_it_begins() -> None:
    team = town(people(1), [post()], (hours(23, 31),), replace(EASY, max_week_minutes=480))
    made = plan(team, 2, MONDAY + timedelta(days=6))
    assert solved(build(held(made, {}), team, Ledger())).vacancies == ()
