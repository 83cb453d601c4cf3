"""The lanes of a day follow the seats of the period; bars are the minutes of that day, strips the proof's."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from invented_team import NIGHT, empty_roster, filled_roster, period, team
from roster_app.domain import edits
from roster_app.domain.cover import prove
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Duty, DutyPlan
from roster_app.domain.timespan import span_on
from roster_app.gui.roster.day_lanes import day_lanes, duties_by_day, presence, seats_of

WEEK = period(date(2020, 4, 13), date(2020, 4, 19))
TUESDAY = date(2020, 4, 14)


def laid(plan, directory, day=TUESDAY):
    return day_lanes(plan, seats_of(plan, directory), day, duties_by_day(plan).get(day, ()))


@pytest.fixture(scope="module")
def directory():
    return team(people=14, checkpoints=2)


@pytest.fixture(scope="module")
def plan(directory):
    return empty_roster(directory, WEEK).plan


def test_every_day_has_the_same_lanes(plan, directory):
    assert len({laid(plan, directory, day).lanes for day in WEEK.days}) == 1


def test_a_lane_for_each_seat_in_the_order_of_checkpoints_and_posts(plan, directory):
    lanes = laid(plan, directory).lanes
    names = [directory.post[lane.post_id].name for lane in lanes]
    assert names == ["负责人", "测温", "登记"] * 2 + ["接线"]
    assert [n for n, lane in enumerate(lanes) if lane.begins_checkpoint] == [0, 3, 6]
    assert [n for n, lane in enumerate(lanes) if lane.ends_checkpoint] == [2, 5, 6]


def test_the_bars_of_a_lane_fill_the_day_in_order(plan, directory):
    day = laid(plan, directory)
    assert all([(b.start, b.end) for b in line] == [(0, 480), (480, 960), (960, 1440)] for line in day.bars)
    assert all(day.bars[row][n].duty_id == duty_id for duty_id, (row, n) in day.place_of.items())


def test_a_night_across_midnight_lies_on_both_days():
    small = team(people=6, checkpoints=1, hotline=False)
    late = tuple(replace(s, start=1350, end=1830) if s.id == NIGHT else s for s in small.shift_types)
    plan = empty_roster(replace(small, shift_types=late), WEEK).plan
    monday, tuesday = laid(plan, small, date(2020, 4, 13)), laid(plan, small)
    night = next(b for line in monday.bars for b in line if b.start == 1350)
    assert night.end == 1440
    row, column = tuesday.place_of[night.duty_id]
    morning = tuesday.bars[row][column]
    assert (morning.start, morning.end) == (0, 390)


def test_duties_of_one_seat_that_overlap_lie_on_two_lanes(plan, directory):
    first = plan.duties[0]
    second = Duty(DutyId(1), first.shift_id, first.post_id, first.seat, span_on(first.span.start.date(), 60, 120))
    both = DutyPlan(plan.period, plan.shifts, (*plan.duties, second))
    day = laid(both, directory, first.span.start.date())
    rows = {day.place_of[first.id][0], day.place_of[second.id][0]}
    assert len(rows) == 2
    assert sorted(day.lanes[row].layer for row in rows) == [0, 1]


def test_a_strip_says_how_many_are_there_and_wanted(directory):
    full = filled_roster(directory, WEEK)
    day = laid(full.plan, directory)
    middle = day.bars[1][1].duty_id
    holes = edits.apply(full, edits.clear(full, [b.duty_id for b in day.bars[1] if full.holder(b.duty_id) is not None]))
    line = prove(holes, directory).checkpoints[0]
    missing = [s for s in presence(line, TUESDAY) if s.present < s.required]
    assert middle in {d.id for d in holes.vacancies}
    assert (missing[0].start, missing[-1].end) == (0, 1440)
    assert all(s.required == 3 for s in missing)


def test_a_strip_is_cut_at_midnight_and_empty_outside_the_proof(directory):
    line = prove(filled_roster(directory, WEEK), directory).checkpoints[0]
    stretches = presence(line, TUESDAY)
    assert stretches[0].start == 0
    assert stretches[-1].end == 1440
    assert all(one.end == following.start for one, following in pairwise(stretches))
    assert presence(line, date(2020, 5, 2)) == ()
