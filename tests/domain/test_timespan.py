"""Spans: half-open, over midnights, in whole minutes."""

import itertools
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.timespan import MINUTE, Span, daily_minutes, gaps, merged, span_on

DAY = date(2020, 4, 6)
START = datetime(2020, 4, 6)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 4000))
    return span_on(DAY, start, start + draw(st.integers(1, 2000)))


def minutes_of(*given_spans: Span) -> set[int]:
    """Every minute, counted from the first midnight: the slow and obvious way."""
    return {
        (span.start - START) // MINUTE + n for span in given_spans for n in range((span.end - span.start) // MINUTE)
    }


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (20 * 60, 34 * 60, 480),  # 20:00–10:00, missed by a rule that looks at clock hours only
        (22 * 60, 33 * 60, 480),  # 22:00–09:00
        (8 * 60 + 30, 32 * 60 + 30, 480),  # 24 h from 08:30: a third of it, not all
        (16 * 60, 24 * 60, 120),
        (0, 8 * 60, 360),
        (8 * 60, 16 * 60, 0),
    ],
)
def test_night_minutes_are_the_overlap_with_the_night(start: int, end: int, expected: int) -> None:
    assert daily_minutes(span_on(DAY, start, end), 22 * 60, 30 * 60) == expected


@given(spans(), st.integers(0, 1439), st.integers(1, 1440))
def test_daily_minutes_agree_with_counting(span: Span, start: int, length: int) -> None:
    counted = sum(any(start <= m + 1440 * k < start + length for k in (0, 1)) for m in _clock(span))
    assert daily_minutes(span, start, start + length) == counted


def _clock(span: Span) -> list[int]:
    return [m % 1440 for m in minutes_of(span)]


@given(st.lists(spans(), max_size=6))
def test_merged_keeps_the_minutes_and_leaves_air_between(given_spans: list[Span]) -> None:
    joined = merged(given_spans)
    assert minutes_of(*joined) == minutes_of(*given_spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(joined))


@given(spans(), st.lists(spans(), max_size=6))
def test_gaps_are_the_minutes_nobody_covers(window: Span, given_spans: list[Span]) -> None:
    assert minutes_of(*gaps(window, given_spans)) == minutes_of(window) - minutes_of(*given_spans)


def test_back_to_back_spans_share_nothing() -> None:
    assert not span_on(DAY, 0, 480).overlaps(span_on(DAY, 480, 960))
    assert gaps(span_on(DAY, 0, 960), [span_on(DAY, 0, 480), span_on(DAY, 480, 960)]) == []


@pytest.mark.parametrize("end", [START, START - timedelta(minutes=1)])
def test_a_span_runs_forward(end: datetime) -> None:
    with pytest.raises(DomainError) as refused:
        Span(START, end)
    assert refused.value.code is ErrorCode.SPAN_NOT_FORWARD


def test_seconds_are_refused() -> None:
    with pytest.raises(DomainError) as refused:
        Span(START, START + timedelta(seconds=90))
    assert refused.value.code is ErrorCode.SPAN_HAS_SECONDS
