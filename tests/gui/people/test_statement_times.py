"""The form's simple times and the stored spans with rules say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import AvailabilityId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.timespan import DAY_MINUTES, Span, span_on, whole_days
from roster_app.gui.people.statement_times import AsWritten, Dated, Weekly, first_and_rule, times_of
from roster_app.gui.people.statement_words import statement_line

DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
HOURS = st.tuples(st.integers(0, DAY_MINUTES - 1), st.integers(1, DAY_MINUTES)).map(lambda t: (t[0], t[0] + t[1]))
WEEKLY = st.builds(
    lambda days, hours, since, length: Weekly(
        frozenset(days), *hours, since, None if length is None else since + timedelta(days=length)
    ),
    st.sets(st.integers(0, 6), min_size=1),
    HOURS,
    DAYS,
    st.none() | st.integers(7, 60),
)
DATED = st.builds(
    lambda first, length, hours: Dated(first, first + timedelta(days=length), *hours), DAYS, st.integers(0, 20), HOURS
)


def entry(first: Span, rule: str = "", except_on: tuple[date, ...] = ()) -> Availability:
    return Availability(AvailabilityId(1), VolunteerId(1), AvailabilityKind.UNAVAILABLE, first, rule, except_on)


@given(times=WEEKLY)
def test_weekly_times_hold_on_their_weekdays_only(times: Weekly) -> None:
    first, rule = first_and_rule(times)
    window = whole_days(times.since, times.since + timedelta(days=80))

    found = {span.start.date() for span in entry(first, rule).within(window)}

    last = min(times.until or date.max, times.since + timedelta(days=80))
    length = (last - times.since).days + 1
    expected = {day for n in range(length) if (day := times.since + timedelta(days=n)).weekday() in times.weekdays}
    assert found == expected
    assert all(s.minutes == times.end - times.start for s in entry(first, rule).within(window))


@given(times=DATED)
def test_dated_times_hold_every_minute_of_their_days_and_no_other(times: Dated) -> None:
    first, rule = first_and_rule(times)
    window = whole_days(times.first - timedelta(days=5), times.last + timedelta(days=5))

    found = entry(first, rule).within(window)

    minutes = {span.start + timedelta(minutes=n) for span in found for n in range(0, span.minutes, 7)}
    days = [times.first + timedelta(days=n) for n in range((times.last - times.first).days + 1)]
    spans = [span_on(day, times.start, times.end) for day in days]
    assert all(any(s.start <= minute < s.end for s in spans) for minute in minutes)
    assert all(any(f.contains(s) for f in found) for s in spans)


@given(times=WEEKLY | DATED)
def test_what_was_stored_comes_back_to_the_form_with_the_same_meaning(times: Weekly | Dated) -> None:
    first, rule = first_and_rule(times)

    again = times_of(entry(first, rule))

    assert first_and_rule(again) == (first, rule)
    assert isinstance(again, Weekly if isinstance(times, Weekly) else (Dated, AsWritten))


@pytest.mark.parametrize(
    ("rule", "except_on"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=1", ()),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", ()),
        ("FREQ=DAILY", ()),
        ("FREQ=WEEKLY;COUNT=3", ()),
        ("FREQ=DAILY;UNTIL=20200420T235959", (date(2020, 4, 13),)),
    ],
)
def test_a_rule_without_fields_is_kept_as_it_is(rule: str, except_on: tuple[date, ...]) -> None:
    stored = entry(span_on(date(2020, 4, 6), 0, 480), rule, except_on)

    times = times_of(stored)

    assert times == AsWritten(stored.first, rule)
    assert first_and_rule(times) == (stored.first, rule)


def test_a_long_dated_span_over_midnight_is_kept_as_it_is() -> None:
    first = Span(datetime(2020, 4, 6, 18), datetime(2020, 4, 9, 8))

    assert times_of(entry(first)) == AsWritten(first, "")


def test_a_week_without_a_day_has_no_first() -> None:
    with pytest.raises(ValueError, match="no weekday"):
        first_and_rule(Weekly(frozenset(), 0, 60, date(2020, 4, 6)))


@pytest.mark.parametrize(
    ("first", "rule", "when"),
    [
        (span_on(date(2020, 4, 8), 1080, 1440), "FREQ=WEEKLY;BYDAY=WE", "每周三 18:00–24:00"),
        (span_on(date(2020, 4, 6), 0, 1440), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "周一至周五"),
        (span_on(date(2020, 4, 6), 0, 1440), "FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20200531T235959", "周末，至5月31日"),
        (whole_days(date(2020, 4, 8), date(2020, 4, 10)), "", "4月8日–4月10日"),
        (span_on(date(2020, 4, 8), 480, 960), "FREQ=DAILY;UNTIL=20200410T235959", "4月8日–4月10日 08:00–16:00"),
        (span_on(date(2020, 4, 8), 0, 1440), "", "4月8日"),
    ],
)  # fmt: skip
def test_statements_are_told_in_words(chinese: str, first: Span, rule: str, when: str) -> None:
    assert statement_line(entry(first, rule), {}) == f"{when} 不可值班"


def test_a_statement_about_one_shift_names_it(chinese: str) -> None:
    first = span_on(date(2020, 4, 8), 0, 1440)
    stated = replace(entry(first, "FREQ=WEEKLY;BYDAY=WE"), shift_type_id=ShiftTypeId(23))
    assert statement_line(stated, {ShiftTypeId(23): "夜班"}) == "每周三（仅夜班） 不可值班"
