"""Actual cover and hours against a count of single minutes that knows nothing of entries."""

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_teams import MONDAY, people, plan, post, town

from roster_app.domain.attendance.cover import actual_cover
from roster_app.domain.attendance.entries import Attendee, Entry, Facts, Mark, Source, pen
from roster_app.domain.attendance.hours import ActualLine, actual_lines
from roster_app.domain.attendance.presence import Flag, presences
from roster_app.domain.cover import CoverStretch
from roster_app.domain.hours import HoursAsked, grouped, of_kind, total
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import DutyTag, Hue, ShiftTimes
from roster_app.domain.roster import Duty, DutyPlan, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import MINUTE, Span, at

END = at(MONDAY, 4320)
WEEK = HoursAsked(MONDAY, MONDAY + timedelta(6), END)


@dataclass(frozen=True)
class Happened:
    """One seat of one shift as it came about; minutes after the plan's start, `out` None: nobody signed out."""

    late: int
    absent: bool
    out: int | None
    taken_over: int | None


happenings = st.builds(
    Happened,
    st.sampled_from([0, 0, -10, 1, 20, 95]),
    st.booleans(),
    st.sampled_from([None, None, 480, 300, 500, 450]),
    st.sampled_from([None, None, 120, 200]),
)


def entries_of(made: DutyPlan, told: dict[int, Happened]) -> list[Entry]:
    """The same, as a desk would have entered it; person n holds duty n, stand-ins are in no list."""
    entries = []
    for duty in made.duties:
        what, seat = told[duty.id], made.dated_seat(duty)
        by = pen(Source.CLICK, "desk", duty.span.start)
        own = Facts(seat, duty.span, Attendee(VolunteerId(duty.id)), Mark.ABSENT)
        if not what.absent:
            left = None if what.out is None else duty.span.start + what.out * MINUTE
            if what.taken_over is not None:
                left = None
            own = replace(own, mark=Mark.PRESENT, came=duty.span.start + what.late * MINUTE, left=left)
        first = by.write(own)
        entries.append(first)
        if what.taken_over is not None:
            instead = Attendee(None, f"stand-in {duty.id}")
            came = duty.span.start + what.taken_over * MINUTE
            left = None if what.out is None else duty.span.start + what.out * MINUTE
            entries.append(by.write(Facts(seat, duty.span, instead, came=came, left=left, stands_for=first.id)))
    return entries


def minutes_of(made: DutyPlan, told: dict[int, Happened], until: datetime) -> dict[datetime, Counter[int]]:
    """Who is at the post in each minute, shift by shift from what happened: 1 for each person."""
    here: dict[datetime, Counter[int]] = {}
    for duty in made.duties:
        what = told[duty.id]
        relieved = first_of_next(made, told, duty)
        stays = duty.span.end if relieved is None or relieved <= duty.span.end else relieved
        begin = duty.span.start
        out = stays if what.out is None else begin + what.out * MINUTE
        shared = []
        if not what.absent:
            shared.append(
                (begin + what.late * MINUTE, out if what.taken_over is None else begin + what.taken_over * MINUTE)
            )
        if what.taken_over is not None:
            shared.append((begin + what.taken_over * MINUTE, out))
        for person, (start, end) in enumerate(shared):
            minute = start
            while minute < min(end, until):
                here.setdefault(minute, Counter())[duty.id * 2 + person] = 1
                minute += MINUTE
    return here


def first_of_next(made: DutyPlan, told: dict[int, Happened], duty: Duty) -> datetime | None:
    """When anybody of the next shift came to the same seat."""
    after = next((d for d in made.duties if d.seat == duty.seat and d.span.start == duty.span.end), None)
    if after is None:
        return None
    what, times = told[after.id], []
    if not what.absent:
        times.append(after.span.start + what.late * MINUTE)
    if what.taken_over is not None:
        times.append(after.span.start + what.taken_over * MINUTE)
    return min(times, default=None)


@given(st.integers(1, 2), st.data())
def test_actual_cover_is_what_a_count_of_minutes_finds(headcount: int, data: st.DataObject) -> None:
    team = town(people(20), [post(headcount=headcount)])
    made = plan(team, days=2)
    told = {int(d.id): data.draw(happenings) for d in made.duties}
    until = at(MONDAY, data.draw(st.sampled_from([4320, 1700, 965, 481])))
    proof = actual_cover(Roster(made), team, presences(entries_of(made, told), until), until)
    (line,) = proof.posts
    here = minutes_of(made, told, until)

    def found(stretches: tuple[CoverStretch, ...]) -> set[datetime]:
        return {s.span.start + n * MINUTE for s in stretches for n in range(s.span.minutes)}

    every = [line.window.start + n * MINUTE for n in range(line.window.minutes)]
    count = {minute: len(here.get(minute, ())) for minute in every}
    assert line.window.end <= until
    assert found(line.gaps) == {m for m in every if count[m] < headcount}
    assert found(line.single_cover) == {m for m in every if headcount > 1 and count[m] == 1}
    assert found(line.over_cover) == {m for m in every if count[m] > headcount}


@given(st.data())
def test_actual_hours_by_any_grouping_sum_to_the_minutes_counted(data: st.DataObject) -> None:
    tags = st.frozensets(st.sampled_from(DutyTag), max_size=2)
    posts = [post(n, headcount=1, tags=data.draw(tags), office_duty=data.draw(st.booleans())) for n in (1, 2)]
    crowd = tuple(replace(v, affiliation=data.draw(st.sampled_from("ab"))) for v in people(20))
    team = town(crowd, posts)
    made = plan(team, days=1)
    told = {int(d.id): data.draw(happenings) for d in made.duties}
    one_post = [replace(made, duties=tuple(d for d in made.duties if d.post_id == p.id)) for p in posts]
    counted = sum(sum(c.values()) for own in one_post for c in minutes_of(own, told, END).values())
    lines = actual_lines(presences(entries_of(made, told), END), WEEK, team)
    every = total(lines)
    assert every.minutes == counted
    keys: list[Callable[[ActualLine], Hashable]] = [
        lambda line: line.checkpoint_id, lambda line: line.area_id, lambda line: line.tags,
        lambda line: line.affiliation, lambda line: line.person, lambda line: line.post_id,
        lambda line: line.day_type,
    ]  # fmt: skip
    for key in keys:
        sums = [total(own) for own in grouped(lines, key).values()]
        assert sum(s.minutes for s in sums) == every.minutes
        assert sum(s.night_minutes for s in sums) == every.night_minutes
        assert sum(s.duties for s in sums) == every.duties
    kinds = [total(of_kind(lines, office_duty=kind)) for kind in (True, False)]
    assert sum(k.minutes for k in kinds) == every.minutes


@pytest.mark.parametrize(("start", "end"), [(1200, 2040), (1320, 1980), (510, 1950)])
def test_night_minutes_are_those_really_stood_at_night(start: int, end: int) -> None:
    """20:00–10:00, 22:00–09:00, 08:30–08:30, each whole 480; leaving at midnight, or coming late, loses its own."""
    team = town(people(1), [post()], [ShiftTimes("watch", start, end, Hue.NIGHT)])
    made = plan(team, days=1)
    (duty,) = made.duties

    def night(came: datetime, left: datetime) -> int:
        facts = Facts(made.dated_seat(duty), duty.span, Attendee(VolunteerId(1)), came=came, left=left)
        entry = pen(Source.CLICK, "desk", came).write(facts)
        return total(actual_lines(presences([entry], END), WEEK, team)).night_minutes

    assert night(duty.span.start, duty.span.end) == 480
    assert night(duty.span.start, at(MONDAY, 1440)) == 120
    assert night(at(MONDAY, 1800), duty.span.end) == 0


def one_duty() -> tuple[Directory, DutyPlan, Duty]:
    team = town(people(4), [post()])
    made = plan(team, days=1)
    return team, made, made.duties[0]


def test_a_forgotten_sign_out_ends_with_the_plan_and_is_flagged() -> None:
    _team, made, duty = one_duty()
    facts = Facts(made.dated_seat(duty), duty.span, Attendee(VolunteerId(1)), came=duty.span.start)
    (found,) = presences([pen(Source.CLICK, "desk", duty.span.start).write(facts)], END)
    assert (found.span, found.flags) == (duty.span, {Flag.NO_SIGN_OUT})


def test_several_spans_of_a_duty_are_one_duty_and_no_minute_counts_twice() -> None:
    team, made, duty = one_duty()
    day = duty.span.start
    spans = [(0, 120), (90, 150), (300, 480)]
    by = pen(Source.CLICK, "desk", day)
    entries = [
        by.write(
            Facts(
                made.dated_seat(duty), duty.span, Attendee(VolunteerId(1)), came=day + a * MINUTE, left=day + b * MINUTE
            )
        )
        for a, b in spans
    ]
    lines = actual_lines(presences(entries, END), WEEK, team)
    assert [line.span for line in lines] == [
        Span(day, day + 150 * MINUTE),
        Span(day + 300 * MINUTE, day + 480 * MINUTE),
    ]
    assert (total(lines).duties, total(lines).minutes) == (1, 330)
