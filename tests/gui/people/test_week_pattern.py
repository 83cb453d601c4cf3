"""A painted week and its weekly statements say the same, to the rules too."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import AvailabilityId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.timespan import Span, span_on, whole_days
from roster_app.domain.timetable import timetable
from roster_app.gui.people.week_pattern import CELLS, EMPTY, PER_DAY, STEP, Cells, fill, kind_in, read, statements

WHO = VolunteerId(1)
TODAY = date(2020, 4, 14)
STROKES = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 47), st.integers(1, 48), st.sampled_from([*AvailabilityKind, None])),
    max_size=6,
)


def week_of(strokes: list[tuple[int, int, int, AvailabilityKind | None]]) -> Cells:
    cells = EMPTY
    for day, half, length, kind in strokes:
        cells = fill(cells, day, half * 30, (half + length) * 30, kind)
    return cells


def said(cells: Cells) -> tuple[Availability, ...]:
    return statements(read((), TODAY), cells, WHO, TODAY, count(1).__next__)


@given(STROKES)
def test_what_is_painted_is_read_again(strokes: list[tuple[int, int, int, AvailabilityKind | None]]) -> None:
    cells = week_of(strokes)
    assert read(said(cells), TODAY).cells == cells


@given(STROKES)
def test_what_nobody_painted_over_stays_the_very_entry(
    strokes: list[tuple[int, int, int, AvailabilityKind | None]],
) -> None:
    before = said(week_of(strokes))
    again = statements(read(before, TODAY), read(before, TODAY).cells, WHO, TODAY, count(1000).__next__)
    assert set(again) == set(before)


@given(STROKES)
def test_the_rules_read_the_week_as_it_is_painted(
    strokes: list[tuple[int, int, int, AvailabilityKind | None]],
) -> None:
    cells = week_of(strokes)
    week = whole_days(date(2020, 5, 4), date(2020, 5, 10))
    times = timetable(WHO, said(cells), [], week)
    only = AvailabilityKind.AVAILABLE in cells
    for place in range(0, CELLS, PER_DAY // 24):
        start = datetime(2020, 5, 4) + timedelta(minutes=place * STEP)
        barred = cells[place] is AvailabilityKind.UNAVAILABLE or (only and cells[place] is None)
        assert (times.blocks(Span(start, start + timedelta(minutes=STEP))) is not None) == barred


def test_a_night_is_one_statement_and_alike_days_are_one() -> None:
    cells = EMPTY
    for day in (4, 5, 6):
        cells = fill(cells, day, 22 * 60, 30 * 60, AvailabilityKind.UNAVAILABLE)

    (night,) = said(cells)

    assert night.rule == "FREQ=WEEKLY;BYDAY=FR,SA,SU"
    assert night.first == span_on(date(2020, 4, 17), 1320, 1800)
    assert kind_in(cells, 6, 1320, 1800) is AvailabilityKind.UNAVAILABLE
    assert kind_in(cells, 6, 1200, 1800) is None


def test_dates_ends_exceptions_and_remarks_are_kept() -> None:
    monday = span_on(date(2020, 4, 6), 480, 960)
    dated = Availability(AvailabilityId(1), WHO, AvailabilityKind.UNAVAILABLE, monday)
    ending = Availability(
        AvailabilityId(2), WHO, AvailabilityKind.WANTED, monday, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20200601"
    )
    remark = Availability(AvailabilityId(3), WHO, AvailabilityKind.WANTED, monday, "FREQ=WEEKLY;BYDAY=MO", note="夜校")
    plain = Availability(AvailabilityId(4), WHO, AvailabilityKind.WANTED, monday, "FREQ=WEEKLY;BYDAY=MO")

    week = read([dated, ending, remark, plain], TODAY)

    assert (week.painted, week.kept) == ((plain,), (dated, ending, remark))
    assert statements(week, EMPTY, WHO, TODAY, count(9).__next__) == (dated, ending, remark)
