"""Hours that were stood: half-open minutes, sums that lose nothing whatever they are grouped by, and whose count."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rosters import rosters
from small_teams import EASY, MONDAY, held, people, plan, post, town

from roster_app.domain.calendar import DayType
from roster_app.domain.editions import new_edition
from roster_app.domain.hours import Hours, HoursAsked, HoursLine, count_hours, grouped, of_kind, record, total
from roster_app.domain.ids import CheckpointId, DutyId, VolunteerId
from roster_app.domain.places import WHOLE_DAY, DutyTag, Hue, ShiftTimes
from roster_app.domain.roster import Edition, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import at

LATER = datetime(2030, 1, 1)
WEEK = HoursAsked(MONDAY, MONDAY + timedelta(6), LATER)
ANN, BOB = VolunteerId(1), VolunteerId(2)


def lines_of(roster: Roster, team: Directory, asked: HoursAsked = WEEK) -> tuple[HoursLine, ...]:
    return count_hours((record(roster.period, roster),), asked, team).lines


@pytest.mark.parametrize(("start", "end", "night"), [(1200, 2040, 480), (1320, 1980, 480), (510, 1950, 480)])
def test_night_minutes_are_the_overlap_with_the_night(start: int, end: int, night: int) -> None:
    """20:00–10:00, 22:00–09:00, 08:30–08:30; the night is 22:00–06:00."""
    team = town(people(1), [post()], [ShiftTimes("watch", start, end, Hue.NIGHT)])
    made = plan(team, days=1)
    (line,) = lines_of(held(made, {made.duties[0].id: 1}), team)
    assert (line.minutes, line.night_minutes) == (end - start, night)


def test_the_night_is_that_of_the_team() -> None:
    team = town(people(1), [post()], WHOLE_DAY, replace(EASY, night_start=1380, night_end=1740))
    made = plan(team, days=1)
    (line,) = lines_of(held(made, {made.duties[0].id: 1}), team)
    assert line.night_minutes == 360


GROUPINGS: list[Callable[[HoursLine], Hashable]] = [
    lambda line: line.checkpoint_id,
    lambda line: line.post_id,
    lambda line: line.area_id,
    lambda line: line.tags,
    lambda line: line.affiliation,
    lambda line: line.day_type,
    lambda line: line.volunteer_id,
    lambda line: line.office_duty,
]


@given(rosters(), st.data())
def test_sums_by_any_grouping_are_the_total(made: tuple[Directory, Roster], data: st.DataObject) -> None:
    team, roster = made
    tags = st.frozensets(st.sampled_from(DutyTag), max_size=2)
    team = replace(
        team,
        posts=tuple(replace(p, tags=data.draw(tags), office_duty=data.draw(st.booleans())) for p in team.posts),
        volunteers=tuple(replace(v, affiliation=data.draw(st.sampled_from("abc"))) for v in team.volunteers),
    )
    lines = lines_of(roster, team)
    every = total(lines)
    assert every.minutes == sum(roster.plan.duty[d].span.minutes for d in roster.assignments)
    for key in GROUPINGS:
        sums = [total(own) for own in grouped(lines, key).values()]
        assert sum(s.minutes for s in sums) == every.minutes
        assert sum(s.night_minutes for s in sums) == every.night_minutes
        assert sum(s.duties for s in sums) == every.duties
        assert max((s.people for s in sums), default=0) <= every.people <= sum(s.people for s in sums)
    kinds = [total(of_kind(lines, office_duty=kind)) for kind in (True, False)]
    assert sum(k.minutes for k in kinds) == every.minutes


@given(rosters(), st.integers(0, 4 * 1440), st.integers(0, 2), st.integers(0, 2))
def test_what_is_not_counted_is_pending_or_not_asked_for(
    made: tuple[Directory, Roster], minute: int, begin: int, end: int
) -> None:
    team, roster = made
    first, last = MONDAY + timedelta(begin), MONDAY + timedelta(end)
    asked = HoursAsked(first, last, at(MONDAY, minute))
    count = count_hours((record(roster.period, roster),), asked, team)
    within = [s for s in roster.stints if first <= s.day <= last]
    assert len(count.lines) + count.pending == len(within)
    assert [line.planned for line in count.lines] == [s.span for s in within if s.span.end <= at(MONDAY, minute)]


def test_a_duty_belongs_to_the_day_its_shift_begins() -> None:
    team = town(people(1), [post()], WHOLE_DAY)
    made = plan(team, days=2)
    roster = held(made, {duty.id: 1 for duty in made.duties})
    first_day_only = replace(WEEK, last=MONDAY)
    (line,) = lines_of(roster, team, first_day_only)
    assert (line.planned.end.date(), line.minutes, line.day_type) == (MONDAY + timedelta(1), 1440, DayType.WORKDAY)


def test_the_parts_one_person_holds_of_a_seat_are_one_duty_of_that_person() -> None:
    team = town(people(2), [post()], WHOLE_DAY)
    made = plan(team, days=1)
    (whole,) = made.duties
    noon, evening = at(MONDAY, 720), at(MONDAY, 1080)
    cut = made.with_seats(
        {
            whole.id: replace(whole, span=replace(whole.span, end=noon)),
            DutyId(901): replace(whole, id=DutyId(901), span=replace(whole.span, start=noon, end=evening)),
            DutyId(902): replace(whole, id=DutyId(902), span=replace(whole.span, start=evening)),
        }
    )
    lines = lines_of(held(cut, {whole.id: 1, DutyId(901): 2, DutyId(902): 1}), team)
    assert [(line.volunteer_id, line.minutes) for line in lines] == [(ANN, 210), (BOB, 360), (ANN, 870)]
    assert total(lines) == Hours(people=2, duties=2, minutes=1440, night_minutes=480)


def test_reserve_is_no_work() -> None:
    team = town(people(1), [post(), post(2, reserve=True)], WHOLE_DAY)
    made = plan(team, days=1)
    roster = held(made, {duty.id: 1 for duty in made.duties})
    assert [line.post_id for line in lines_of(roster, team)] == [team.posts[0].id]


def test_only_the_checkpoints_and_people_asked_for_are_counted() -> None:
    team = town(people(2), [post(1, 1), post(2, 2)], WHOLE_DAY, checkpoints=2)
    made = plan(team, days=2)
    holders = {d.id: 1 if made.shift[d.shift_id].checkpoint_id == 1 else 2 for d in made.duties}
    roster = held(made, holders)
    place = replace(WEEK, checkpoint_ids=frozenset({CheckpointId(2)}))
    assert {line.volunteer_id for line in lines_of(roster, team, place)} == {BOB}
    assert {line.checkpoint_id for line in lines_of(roster, team, replace(WEEK, people=frozenset({ANN})))} == {1}


# What is counted: the newest edition, whatever became of its plan and its people


def published(roster: Roster) -> Edition:
    return new_edition(roster, 1, LATER, "Ann")


def test_an_edition_is_counted_as_it_was_published_whatever_is_planned_now() -> None:
    team = town(people(2), [post()], WHOLE_DAY)
    made = plan(team, days=2)
    edition = published(held(made, {duty.id: 1 for duty in made.duties}))
    gone = replace(team, volunteers=tuple(replace(v, left=date(2020, 1, 1), name="Anna") for v in team.volunteers))
    count = count_hours((record(made.period, edition),), WEEK, gone)
    assert (total(count.lines).minutes, count.draft, count.edition) == (2 * 1440, False, 1)
    assert {line.volunteer_id for line in count.lines} == {ANN}


def test_duties_an_early_edition_no_longer_knows_are_told_and_not_counted() -> None:
    team = town(people(1), [post()], WHOLE_DAY)
    made = plan(team, days=2)
    edition = published(held(made, {duty.id: 1 for duty in made.duties}))
    lost = replace(edition, duties=dict(list(edition.duties.items())[1:]))
    count = count_hours((record(made.period, lost),), WEEK, team)
    assert (len(count.lines), count.forgotten) == (1, 1)


def test_a_count_is_a_draft_where_any_roster_it_has_lines_of_is_one() -> None:
    team = town(people(1), [post()], WHOLE_DAY)
    first, second = plan(team, days=2), plan(team, days=2, first=MONDAY + timedelta(2))
    early = record(first.period, published(held(first, {d.id: 1 for d in first.duties})))
    late = record(second.period, held(second, {d.id: 1 for d in second.duties}))
    both = count_hours((early, late), WEEK, team)
    assert (len(both.lines), both.draft, both.edition) == (4, True, None)
    before = count_hours((early, late), replace(WEEK, until=at(MONDAY + timedelta(2), 600)), team)
    assert (len(before.lines), before.pending, before.draft, before.edition) == (2, 2, False, 1)
    nothing = count_hours((early, late), replace(WEEK, until=at(MONDAY, 0)), team)
    assert (nothing.lines, nothing.draft, len(nothing.bases)) == ((), True, 2)
