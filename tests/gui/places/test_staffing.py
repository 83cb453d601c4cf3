"""A day's demand against its shifts, held to the planned duties and the proof of cover."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.calendar import DayTable, DayType
from roster_app.domain.cover import prove
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import CheckpointId, PatternId, PeriodId, PostId, ShiftTypeId, TeamId, VolunteerId
from roster_app.domain.people import Team, Volunteer
from roster_app.domain.places import Checkpoint, DemandWindow, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Assignment, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, at
from roster_app.gui.places.staffing import (
    day_types_that_differ,
    duties_a_day,
    people_a_shift,
    staffed_day,
    unreached,
)
from roster_app.gui.places.strip import spans_of_day
from roster_app.gui.places.words import state_of_place, unreached_sentences

TEAM, PLACE = TeamId(1), CheckpointId(2)
TUESDAY = date(2024, 1, 9)


def shift(number: int, start: int, length: int) -> ShiftType:
    return ShiftType(ShiftTypeId(number), TEAM, f"s{number}", str(number), start, start + length)


def post(headcount: int, *windows: DemandWindow) -> Post:
    return Post(PostId(50 + headcount), PLACE, "post", headcount, windows=windows)


THREE = (shift(1, 480, 480), shift(2, 960, 480), shift(3, 0, 480))

quarters = st.integers(0, 95).map(lambda n: 15 * n)
lengths = st.integers(1, 96).map(lambda n: 15 * n)
windows = st.builds(
    lambda start, length, wanted: DemandWindow(start, start + length, wanted), quarters, lengths, st.integers(0, 3)
)
posts = st.lists(st.tuples(st.integers(0, 3), st.lists(windows, max_size=2)), min_size=1, max_size=3)
shifts = st.lists(st.tuples(quarters, lengths), min_size=1, max_size=4)


@given(posts, shifts)
def test_unreached_minutes_are_the_gaps_of_a_roster_in_which_every_duty_is_held(
    wanted: list[tuple[int, list[DemandWindow]]], times: list[tuple[int, int]]
) -> None:
    made = tuple(Post(PostId(50 + n), PLACE, f"p{n}", h, windows=tuple(w)) for n, (h, w) in enumerate(wanted))
    shift_types = tuple(shift(n, start, length) for n, (start, length) in enumerate(times, start=1))
    first = min(s.start for s in shift_types)
    days = Span(at(TUESDAY, first), at(TUESDAY + timedelta(days=1), first))

    found = sum(s.end - s.start for s in staffed_day(made, shift_types) if s.is_unreached)

    assert found == _gap_minutes(made, shift_types, days)


def _gap_minutes(made: tuple[Post, ...], shift_types: tuple[ShiftType, ...], day: Span) -> int:
    """Of three days with all duties held, the gaps of the middle one."""
    pattern = ShiftPattern(PatternId(3), TEAM, "pattern", tuple(s.id for s in shift_types))
    directory = Directory(
        Team(TEAM, "team"),
        checkpoints=(Checkpoint(PLACE, TEAM, "gate", pattern_id=pattern.id),),
        posts=made,
        shift_types=shift_types,
        patterns=(pattern,),
        days=DayTable(frozenset({2024})),
    )
    period = RosterPeriod(PeriodId(9), TEAM, TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=1))
    if not any(p.most for p in made) or not any(s.wanted and s.shift_types for s in staffed_day(made, shift_types)):
        return sum(s.end - s.start for s in staffed_day(made, ()) if s.wanted)
    numbers = count(1000)
    plan = plan_duties(directory, period, lambda: next(numbers))
    people = tuple(Volunteer(VolunteerId(n), TEAM, f"v{n}") for n, _duty in enumerate(plan.duties, start=1))
    held = {duty.id: Assignment(person.id) for duty, person in zip(plan.duties, people, strict=True)}
    proof = prove(Roster(plan, held), Directory(**{**_fields(directory), "volunteers": people}))
    gaps = (gap.span.intersection(day) for line in proof.checkpoints for gap in line.gaps)
    return sum(span.minutes for span in gaps if span)


def _fields(directory: Directory) -> dict[str, object]:
    return {name: getattr(directory, name) for name in Directory.__dataclass_fields__}


def test_the_whole_day_is_told_in_stretches_without_a_hole() -> None:
    day = staffed_day([post(2, DemandWindow(1320, 1740, 1))], THREE)

    assert day[0].start == 0
    assert day[-1].end == 1440
    assert all(one.end == other.start for one, other in pairwise(day))
    assert {(s.start, s.end): s.wanted for s in day}[0, 300] == 1


def test_a_time_of_demand_that_no_shift_reaches_is_named_once_over_midnight() -> None:
    day = staffed_day([post(2)], [shift(1, 480, 840)])

    assert unreached(day) == ((1320, 1920, 2),)


def test_a_shift_of_a_whole_day_reaches_every_minute() -> None:
    assert unreached(staffed_day([post(1)], [shift(1, 510, 1440)])) == ()


def test_people_and_duties_follow_the_times_of_demand() -> None:
    wanted = [post(2, DemandWindow(0, 480, 1))]

    assert people_a_shift(wanted, THREE) == (2, 2, 1)
    assert duties_a_day(wanted, THREE) == 5


def test_a_demand_that_depends_on_the_day_is_told_with_the_days_it_holds_for() -> None:
    sundays = DemandWindow(0, 480, 2, frozenset({DayType.REST_DAY}))
    wanted = [post(0, sundays)]
    daytime = [shift(1, 480, 960)]

    assert day_types_that_differ(wanted) == tuple(DayType)
    assert unreached(staffed_day(wanted, daytime, DayType.WORKDAY)) == ()
    assert unreached_sentences(wanted, daytime) == ("Rest day 00:00–08:00: 2 people wanted, no shift",)


def test_a_strip_cuts_a_shift_where_its_people_change_and_shows_what_is_missing() -> None:
    spans = spans_of_day([post(2, DemandWindow(0, 300, 0))], THREE[1:])

    assert [(s.start, s.end, s.text, s.is_gap) for s in spans] == [
        (960, 1440, "2 2", False),
        (0, 300, "no post", False),
        (300, 480, "3 2", False),
        (480, 960, "lack 2", True),
    ]


def test_a_strip_shows_where_a_shift_of_a_whole_day_is_relieved() -> None:
    spans = spans_of_day([post(1)], [shift(1, 510, 1440)])

    assert [(s.start, s.end) for s in spans] == [(0, 510), (510, 1440)]


def test_how_a_place_stands_is_said_in_a_sentence() -> None:
    assert state_of_place([], THREE, True) == ("No post yet: nobody is wanted here.", "look")
    assert state_of_place([post(0)], THREE, True)[1] == ""
    assert state_of_place([post(1)], (), False)[0].startswith("No shift pattern yet")
    assert state_of_place([post(1)], THREE, True)[1] == "good"
    assert state_of_place([post(1)], THREE[:2], True) == ("00:00–08:00: 1 person wanted, no shift", "look")
