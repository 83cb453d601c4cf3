"""Whether the shift types of a pattern tile the day: what they leave open, and where two of them run at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from roster_app.domain.places import ShiftType, uncovered_minutes
from roster_app.domain.timespan import DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Overlap:
    """Minutes of the day [start, end), possibly past midnight, in which both shift types run."""

    start: int
    end: int
    first: ShiftType
    second: ShiftType


def overlaps(shift_types: Sequence[ShiftType]) -> tuple[Overlap, ...]:
    """Every time of a recurring day at which two of the shift types run; one longer than a day meets itself."""
    found = set()
    for first, second in itertools.combinations(shift_types, 2):
        for start, end in _shared(first, second, range(-2, 3)):
            found.add(Overlap(start, end, first, second))
    for shift_type in shift_types:
        if shift_type.minutes > DAY_MINUTES:
            start = shift_type.start
            found.add(Overlap(start, start + shift_type.minutes - DAY_MINUTES, shift_type, shift_type))
    return tuple(sorted(found, key=lambda o: (o.start, o.end)))


def _shared(first: ShiftType, second: ShiftType, days: range) -> set[tuple[int, int]]:
    """Shared minutes, the start brought into the day."""
    shared = set()
    for n in days:
        start = max(first.start, second.start + DAY_MINUTES * n)
        end = min(first.end, second.end + DAY_MINUTES * n)
        if start < end:
            shared.add((start % DAY_MINUTES, start % DAY_MINUTES + end - start))
    return shared


def joined_gaps(shift_types: Sequence[ShiftType]) -> list[tuple[int, int]]:
    """What no shift reaches of a recurring day, a gap over midnight in one piece that ends after minute 1440."""
    gaps = uncovered_minutes(shift_types)
    if len(gaps) > 1 and gaps[0][0] == 0 and gaps[-1][1] == DAY_MINUTES:
        first, *middle, last = gaps
        return [*middle, (last[0], DAY_MINUTES + first[1])]
    return gaps


def settled(start: int, end: int, longest: int) -> tuple[int, int] | None:
    """Times as they are meant: an end not later than the start lies on the next day; 24:00 begins a day.

    None where it would be longer than `longest` minutes.
    """
    start %= DAY_MINUTES
    if end <= start:
        end += DAY_MINUTES
    while end - start > longest and end - DAY_MINUTES > start:
        end -= DAY_MINUTES
    return (start, end) if end - start <= longest else None
