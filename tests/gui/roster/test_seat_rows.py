"""Lines of checkpoint × day follow the demand, also where it changes within a day or from day to day."""

from dataclasses import replace
from datetime import date

from invented_team import empty_roster, period, team
from roster_app.domain.calendar import DayType
from roster_app.domain.ids import PostId
from roster_app.domain.places import DemandWindow
from roster_app.gui.roster.seat_rows import seat_grid

WEEK = period(date(2020, 4, 13), date(2020, 4, 19))


def with_post(directory, post_id, **changes):
    posts = tuple(replace(p, **changes) if p.id == post_id else p for p in directory.posts)
    return replace(directory, posts=posts)


def test_every_duty_has_its_own_place():
    directory = team(people=6, checkpoints=2)
    plan = empty_roster(directory, WEEK).plan
    grid = seat_grid(plan, directory)
    assert set(grid.place_of) == set(plan.duty)
    assert len(set(grid.place_of.values())) == len(plan.duties)
    assert len(grid.rows) == 2 * 3 * 3 + 3


def test_a_second_seat_on_some_days_is_a_line_with_gaps():
    rest = DemandWindow(480, 960, 2, frozenset({DayType.REST_DAY}))
    directory = with_post(team(people=6, checkpoints=1, hotline=False), PostId(1001), windows=(rest,))
    plan = empty_roster(directory, WEEK).plan
    grid = seat_grid(plan, directory)
    second = next(row for row, line in enumerate(grid.rows) if line.seat == 2)
    assert [column for column in range(7) if (second, column) in grid.duty_at] == [5, 6]


def test_a_seat_wanted_twice_in_a_shift_is_two_lines():
    closed = DemandWindow(600, 720, 0)
    directory = with_post(team(people=6, checkpoints=1, hotline=False), PostId(1002), windows=(closed,))
    grid = seat_grid(empty_roster(directory, WEEK).plan, directory)
    early = [line for line in grid.rows if line.post_id == PostId(1002) and line.shift_type_id == 21]
    assert [(line.seat, line.part) for line in early] == [(1, 0), (1, 1)]


def test_bands_begin_and_end_where_shift_and_checkpoint_do():
    directory = team(people=6, checkpoints=1)
    rows = seat_grid(empty_roster(directory, WEEK).plan, directory).rows
    assert [line.begins_shift for line in rows[:4]] == [True, False, False, True]
    assert [line.ends_shift for line in rows[:4]] == [False, False, True, False]
    assert [n for n, line in enumerate(rows) if line.begins_checkpoint] == [0, 9]
    assert [n for n, line in enumerate(rows) if line.ends_checkpoint] == [8, 11]
