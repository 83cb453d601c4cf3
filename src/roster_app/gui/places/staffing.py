"""What a day of one type asks of a checkpoint, held against the shifts of its pattern. Minutes from midnight."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.demand import headcounts, seats
from roster_app.domain.places import Post, ShiftType
from roster_app.domain.timespan import DAY, DAY_MINUTES, minute_of, span_on, whole_days

_DAY = date(2024, 1, 1)  # any day: the days around it are made of one type


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the day in which the same number of people is wanted and the same shifts run."""

    start: int
    end: int
    wanted: int
    shift_types: tuple[ShiftType, ...]

    @property
    def is_unreached(self) -> bool:
        """Whether people are wanted and no shift gives them."""
        return self.wanted > 0 and not self.shift_types


def staffed_day(
    posts: Sequence[Post], shift_types: Sequence[ShiftType], day_type: DayType = DayType.WORKDAY
) -> tuple[Stretch, ...]:
    """The whole day in consecutive stretches; the days before and after it are of the same type."""
    steps = [step for post in posts for step in _steps(post, day_type)]
    edges = {0, DAY_MINUTES}
    for start, end, _wanted in steps:
        edges |= {start, end}
    for shift_type in shift_types:
        edges |= {shift_type.start % DAY_MINUTES, shift_type.end % DAY_MINUTES}
    found: list[Stretch] = []
    for start, end in itertools.pairwise(sorted(edges)):
        wanted = sum(count for first, last, count in steps if first <= start < last)
        running = tuple(s for s in shift_types if _runs(s, start))
        if found and (found[-1].wanted, found[-1].shift_types) == (wanted, running):
            found[-1] = Stretch(found[-1].start, end, wanted, running)
        else:
            found.append(Stretch(start, end, wanted, running))
    return tuple(found)


def unreached(stretches: Sequence[Stretch]) -> tuple[tuple[int, int, int], ...]:
    """(start, end, most people wanted) of each unbroken time at which people are wanted and no shift gives them.

    One that lasts over midnight ends on the next day, after minute 1440.
    """
    found: list[tuple[int, int, int]] = []
    for stretch in stretches:
        if not stretch.is_unreached:
            continue
        if found and found[-1][1] == stretch.start:
            start, _end, wanted = found.pop()
            found.append((start, stretch.end, max(wanted, stretch.wanted)))
        else:
            found.append((stretch.start, stretch.end, stretch.wanted))
    if len(found) > 1 and found[0][0] == 0 and found[-1][1] == DAY_MINUTES:
        (_start, end, early), *middle, (start, _end, late) = found
        return (*middle, (start, DAY_MINUTES + end, max(early, late)))
    return tuple(found)


def people_a_shift(
    posts: Sequence[Post], shift_types: Sequence[ShiftType], day_type: DayType = DayType.WORKDAY
) -> tuple[int, ...]:
    """For each shift type, how many people it takes at once at the most."""
    return tuple(
        max(
            (s.wanted for s in staffed_day(posts, [shift_type], day_type) if s.shift_types),
            default=0,
        )
        for shift_type in shift_types
    )


def duties_a_day(posts: Sequence[Post], shift_types: Sequence[ShiftType], day_type: DayType = DayType.WORKDAY) -> int:
    """How many duties a day of this type has."""
    table = _table_of(day_type)
    spans = [span_on(_DAY, s.start, s.end) for s in shift_types]
    return sum(len(list(seats(post, table, span))) for post in posts for span in spans)


def day_types_that_differ(posts: Sequence[Post]) -> tuple[DayType, ...]:
    """The day types to tell apart: all four where any demand depends on the type of the day, else none."""
    return tuple(DayType) if any(w.day_types for post in posts for w in post.windows) else ()


def _steps(post: Post, day_type: DayType) -> list[tuple[int, int, int]]:
    steps = headcounts(post, _table_of(day_type), whole_days(_DAY, _DAY))
    return [(minute_of(span.start, _DAY), minute_of(span.end, _DAY), wanted) for span, wanted in steps]


def _table_of(day_type: DayType) -> DayTable:
    """A calendar in which the model day and the days it touches are of one type."""
    return DayTable(overrides={_DAY + DAY * n: SpecialDay(day_type) for n in range(-2, 5)})


def _runs(shift_type: ShiftType, minute: int) -> bool:
    """Whether a shift of the day, of the day before or of the one before that runs at this minute."""
    return any(shift_type.start <= minute + DAY_MINUTES * n < shift_type.end for n in range(3))
