"""Demand: shifts and duties from patterns, posts and the time of day."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_teams import MONDAY, held, people, plan, post, town

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.cover import prove
from roster_app.domain.demand import headcounts, plan_duties, replanned, seats, staffed_window
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.places import (
    PATTERN_TEMPLATES,
    THREE_BY_EIGHT,
    THREE_BY_EIGHT_FROM_0630,
    WHOLE_DAY,
    DemandWindow,
    ShiftTimes,
    ShiftType,
    uncovered_minutes,
)
from roster_app.domain.roster import SeatLevel
from roster_app.domain.timespan import Span, span_on

DAYS = DayTable(announced_years=frozenset({2020}))


@pytest.mark.parametrize("key", PATTERN_TEMPLATES)
def test_every_template_tiles_the_day_and_overlaps_nowhere(key: str) -> None:
    times = PATTERN_TEMPLATES[key]
    shift_types = [ShiftType(n, 1, t.key, t.key, t.start, t.end, t.hue) for n, t in enumerate(times)]  # type: ignore[arg-type]
    assert uncovered_minutes(shift_types) == []
    assert sum(s.minutes for s in shift_types) == 1440


def test_uncovered_time_of_a_pattern_is_named() -> None:
    day = ShiftType(1, 1, "day", "d", 480, 1200)  # type: ignore[arg-type]
    assert uncovered_minutes([day]) == [(0, 480), (1200, 1440)]


def test_a_month_of_three_shifts_has_a_duty_for_every_seat() -> None:
    team = town(people(1), [post(1, headcount=2), post(2)])
    made = plan(team, days=30, first=date(2020, 4, 1))
    assert (len(made.shifts), len(made.duties)) == (90, 270)
    assert {d.seat for d in made.duties if d.post_id == 1} == {1, 2}


def test_a_closed_door_shortens_the_duty_instead_of_the_shift() -> None:
    door = post(windows=(DemandWindow(0, 300, 0),))
    (night,) = seats(door, DAYS, span_on(MONDAY, 0, 480))
    assert night == (1, span_on(MONDAY, 300, 480), SeatLevel.NEEDED)


def test_a_pause_in_the_middle_makes_two_duties_of_one_seat() -> None:
    noon = post(windows=(DemandWindow(720, 780, 0),))
    assert list(seats(noon, DAYS, span_on(MONDAY, 480, 960))) == [
        (1, span_on(MONDAY, 480, 720), SeatLevel.NEEDED),
        (1, span_on(MONDAY, 780, 960), SeatLevel.NEEDED),
    ]


def test_demand_differs_by_day_type() -> None:
    busy = post(windows=(DemandWindow(480, 960, 3, frozenset({DayType.HOLIDAY})),))
    days = replace(DAYS, special={MONDAY: SpecialDay(DayType.HOLIDAY, "qingming")})
    assert len(list(seats(busy, days, span_on(MONDAY, 480, 960)))) == 3
    assert len(list(seats(busy, days, span_on(date(2020, 4, 7), 480, 960)))) == 1


def test_a_window_over_midnight_goes_by_the_day_it_begins() -> None:
    late = post(headcount=0, windows=(DemandWindow(1320, 1500, 1, frozenset({DayType.REST_DAY})),))
    steps = headcounts(late, DAYS, Span(datetime(2020, 4, 11), datetime(2020, 4, 14)))
    wanted = [span for span, count in steps if count]
    assert wanted == [span_on(date(2020, 4, 11), 1320, 1500), span_on(date(2020, 4, 12), 1320, 1500)]


def test_the_later_window_wins() -> None:
    shifting = post(windows=(DemandWindow(0, 1440, 2), DemandWindow(480, 540, 5)))
    assert [count for _, count in headcounts(shifting, DAYS, span_on(MONDAY, 420, 600))] == [2, 5, 2]


windows = st.builds(
    lambda start, length, headcount, types: DemandWindow(start, start + length, headcount, types),
    st.integers(0, 1439),
    st.integers(1, 1440),
    st.integers(0, 3),
    st.frozensets(st.sampled_from(DayType), max_size=2),
)


@given(st.lists(windows, max_size=4), st.integers(0, 2000), st.integers(1, 1500))
def test_the_seats_of_a_shift_give_its_headcount_at_every_minute(
    given_windows: list[DemandWindow], start: int, length: int
) -> None:
    busy = post(headcount=1, windows=tuple(given_windows))
    shift = span_on(date(2020, 4, 10), start, start + length)
    steps = headcounts(busy, DAYS, shift)
    made = list(seats(busy, DAYS, shift))
    assert steps[0][0].start == shift.start
    assert steps[-1][0].end == shift.end
    for span, wanted in steps:
        assert sum(seat.start <= span.start and span.end <= seat.end for _, seat, _level in made) == wanted
    assert sum(s.minutes for _, s, _level in made) == sum(s.minutes * wanted for s, wanted in steps)


def test_a_seat_is_needed_wanted_or_only_welcome() -> None:
    few = post(minimum=1, headcount=2, maximum=4)
    made = list(seats(few, DAYS, span_on(MONDAY, 480, 960)))
    assert [level for _, _, level in made] == [
        SeatLevel.NEEDED,
        SeatLevel.WANTED,
        SeatLevel.EXTRA,
        SeatLevel.EXTRA,
    ]


def test_a_seat_needed_for_one_of_its_hours_is_needed() -> None:
    rush = post(minimum=0, headcount=1, windows=(DemandWindow(600, 660, 1),))
    assert list(seats(rush, DAYS, span_on(MONDAY, 480, 960))) == [(1, span_on(MONDAY, 480, 960), SeatLevel.NEEDED)]


def test_a_post_that_needs_more_than_it_wants_is_refused() -> None:
    with pytest.raises(DomainError):
        post(minimum=2, headcount=1)
    with pytest.raises(DomainError):
        DemandWindow(0, 60, 2, maximum=1)


def test_an_empty_extra_seat_is_no_vacancy_and_no_gap() -> None:
    team = town(people(2), [post(headcount=1, maximum=2)])
    made = plan(team, 1)
    full = held(made, {d.id: 1 for d in made.duties if d.level is not SeatLevel.EXTRA})
    assert (len(made.duties), full.vacancies) == (6, ())
    proof = prove(full, team)
    assert proof.complete
    both = held(made, {d.id: d.seat for d in made.duties})
    assert proof.posts[0].over_cover == prove(both, team).posts[0].over_cover == ()


def test_a_wanted_seat_left_empty_is_a_vacancy_but_no_gap() -> None:
    team = town(people(2), [post(headcount=2, minimum=1)])
    made = plan(team, 1)
    few = held(made, {d.id: 1 for d in made.duties if d.level is SeatLevel.NEEDED})
    assert [d.level for d in few.vacancies] == [SeatLevel.WANTED] * 3
    assert prove(few, team).complete


def test_a_new_plan_keeps_the_identity_of_what_is_still_wanted() -> None:
    team = town(people(1), [post(1)])
    old = plan(team)
    more = replace(team, posts=(post(1), post(2)))
    new = plan_duties(more, old.period, old=old)
    assert {d.id for d in old.duties} < {d.id for d in new.duties}
    assert len(new.duties) == 2 * len(old.duties)


def test_a_shift_moved_by_half_an_hour_keeps_its_duties() -> None:
    team = town(people(1), [post(1, windows=(DemandWindow(720, 780, 0),))])
    old = plan(team)
    later = tuple(replace(s, start=s.start + 30, end=s.end + 30) for s in team.shift_types)
    new = plan_duties(replace(team, shift_types=later), old.period, old=old)
    assert [d.id for d in new.duties] == [d.id for d in old.duties]
    assert new.duties[0].span != old.duties[0].span


def test_what_has_been_stood_stays_as_it_was_planned() -> None:
    team = town(people(1), [post(1)])
    old = plan(team)
    new = plan_duties(replace(team, posts=(post(2),)), old.period, old=old)
    both = replanned(old, new, date(2020, 4, 9))
    by_day = {both.shift[d.shift_id].day: d.post_id for d in both.duties}
    assert [by_day[day] for day in both.period.days] == [1, 1, 1, 2, 2, 2, 2]
    assert all(d.shift_id in both.shift for d in both.duties)


def test_periods_of_a_day_that_begins_at_half_past_six_join_without_gap() -> None:
    team = town(people(1), [post()], times=THREE_BY_EIGHT_FROM_0630)
    april = plan(team, days=30, first=date(2020, 4, 1)).period
    may = plan(team, days=31, first=date(2020, 5, 1)).period
    place = team.checkpoints[0]
    assert staffed_window(team, place, april).end == staffed_window(team, place, may).start
    assert staffed_window(team, place, april).start == datetime(2020, 4, 1, 6, 30)


def test_a_day_of_24_hours_from_half_past_eight() -> None:
    made = plan(town(people(1), [post()], times=WHOLE_DAY), days=2)
    assert [d.span for d in made.duties] == [span_on(MONDAY, 510, 1950), span_on(date(2020, 4, 7), 510, 1950)]


def test_nothing_to_staff_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        plan(town(people(1), []))
    assert refused.value.code is ErrorCode.NOTHING_TO_STAFF


@pytest.mark.parametrize(("start", "end"), [(1440, 1500), (480, 480), (480, 3400), (-1, 60)])
def test_impossible_shift_times_are_refused(start: int, end: int) -> None:
    with pytest.raises(DomainError) as refused:
        ShiftType(1, 1, "x", "x", start, end)  # type: ignore[arg-type]
    assert refused.value.code is ErrorCode.BAD_SHIFT_TIMES


def test_arbitrary_minutes_are_possible() -> None:
    odd = (ShiftTimes("early", 7, 452, THREE_BY_EIGHT[0].hue),)
    assert plan(town(people(1), [post()], times=odd), days=1).duties[0].span == span_on(MONDAY, 7, 452)
