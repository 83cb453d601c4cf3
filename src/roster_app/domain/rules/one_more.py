"""One stint more in somebody's line: the part of the line that a rule must see to tell what it newly breaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

from roster_app.domain.book import (
    AmountLimit,
    Entry,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    WeeklyRest,
    WholeWeekends,
    Window,
)
from roster_app.domain.roster import Stint, when
from roster_app.domain.rules.violation import Violation
from roster_app.domain.timespan import MINUTE, Span

_SHIFT = 3
"""Days over which a duty may reach, the day it belongs to included: none lasts longer than two."""
_WEEK = 6


@dataclass(frozen=True)
class JudgedLine:
    """A person's stints in order of time, and what is wrong with them as they are."""

    stints: Sequence[Stint]
    found: tuple[Violation, ...]

    @cached_property
    def short(self) -> tuple[Violation, ...]:
        """Where there is too little of something."""
        return tuple(v for v in self.found if v.actual < v.limit)

    @cached_property
    def starts(self) -> list[datetime]:
        """When the stints begin, in order."""
        return [stint.span.start for stint in self.stints]

    @cached_property
    def ends(self) -> list[datetime]:
        """When the stints end, in order; of two that overlap the one that begins first may end last."""
        return sorted(stint.span.end for stint in self.stints)

    @cached_property
    def days(self) -> list[int] | None:
        """The ordinals of the days the stints belong to; None where a duty cut in time puts them out of order."""
        days = [stint.day.toordinal() for stint in self.stints]
        return None if any(later < earlier for earlier, later in pairwise(days)) else days

    def place_of(self, taken: Stint) -> int:
        """Where a stint more stands in the order of time."""
        start = taken.span.start
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, start)
        return first if first == last else bisect_left(self.stints, when(taken), first, last, key=when)

    def free_around(self, span: Span) -> tuple[int | None, int | None]:
        """The minutes from the last end before the span, and to the first start after it; None where there is none."""
        ended, begun = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return (
            (span.start - self.ends[ended - 1]) // MINUTE if ended else None,
            (self.starts[begun] - span.end) // MINUTE if begun < len(self.starts) else None,
        )

    def is_free(self, start: datetime, end: datetime) -> bool:
        """Whether no stint has a minute between the two moments."""
        return bisect_right(self.ends, start) == bisect_left(self.starts, end)


class OneMore:
    """A line and the stint that comes into it. Every part of it is in order of time and has the new stint in it."""

    __slots__ = ("_day", "_days", "_line", "_place", "_stints", "_taken")

    def __init__(self, line: JudgedLine, taken: Stint) -> None:
        self._line, self._stints, self._days, self._taken = line, line.stints, line.days, taken
        self._day = taken.day.toordinal()
        self._place = line.place_of(taken)

    def whole(self) -> Sequence[Stint]:
        """The whole line."""
        return self._part(0, len(self._stints))

    def within(self, days: int) -> Sequence[Stint]:
        """So many days to both sides."""
        return self._part(*self._between(self._day - days, self._day + days))

    def week(self) -> Sequence[Stint]:
        """From Monday to Sunday."""
        monday = self._day - self._taken.day.weekday()
        return self._part(*self._between(monday, monday + _WEEK))

    def in_a_row(self, apart: int) -> Sequence[Stint]:
        """On from its day to both sides for as long as the next day with a stint is at most so many days away."""
        days = self._days
        if days is None:
            return self.whole()
        first, last = bisect_left(days, self._day), bisect_right(days, self._day)
        reached = self._day
        while first and reached - days[first - 1] <= apart:
            first -= 1
            reached = days[first]
        reached = self._day
        while last < len(days) and days[last] - reached <= apart:
            reached = days[last]
            last += 1
        return self._part(first, last)

    def close(self, apart: timedelta) -> Sequence[Stint]:
        """What lies less than so much before or after it; nothing at all where that is the new stint alone."""
        start, end = self._taken.span.start - apart, self._taken.span.end + apart
        if self._line.is_free(start, end):
            return ()
        reach = _SHIFT + apart.days
        first, last = self._between(self._day - reach, self._day + reach)
        before = [stint for stint in self._stints[first : self._place] if stint.span.end > start]
        after = [stint for stint in self._stints[self._place : last] if stint.span.start < end]
        return [*before, self._taken, *after]

    def _between(self, first: int, last: int) -> tuple[int, int]:
        """From which place in the line to before which the stints of these days stand."""
        if self._days is None:
            return 0, len(self._stints)
        return bisect_left(self._days, first), bisect_right(self._days, last)

    def _part(self, first: int, last: int) -> Sequence[Stint]:
        place = max(first, min(self._place, last))
        return [*self._stints[first:place], self._taken, *self._stints[place:last]]


Part = Callable[[OneMore], Sequence[Stint]]


def part_for(entry: Entry) -> Part | None:
    """The part of a line in which the entry finds all that a new stint newly breaks, each of them naming it.

    None: the entry must see the whole line, and what it finds there has to be compared with what was wrong before.
    """
    reach = _REACHES.get(type(entry))
    return reach(entry) if reach is not None and getattr(entry, "least", None) is None else None


def _of_amount(entry: AmountLimit) -> Part | None:
    if entry.window is Window.SEVEN_DAYS:
        return None
    return OneMore.whole if entry.window is Window.PERIOD else OneMore.week


def _of_run(entry: RunLimit) -> Part | None:
    return None if entry.off else lambda more: more.in_a_row(1)


def _of_weekly_rest(entry: WeeklyRest) -> Part | None:
    return (lambda more: more.within(_SHIFT + _WEEK)) if entry.window is Window.WEEK else None


def _of_rest(entry: MinRest) -> Part:
    apart = timedelta(minutes=entry.minutes)
    return lambda more: more.close(apart)


_REACHES: Mapping[type[Entry], Callable[[Any], Part | None]] = {
    MinRest: _of_rest,
    WeeklyRest: _of_weekly_rest,
    RestAfterRun: lambda entry: lambda more: more.in_a_row(max(1, entry.days_off)),
    RunLimit: _of_run,
    Succession: lambda _entry: lambda more: more.within(1),
    WholeWeekends: lambda _entry: OneMore.week,
    AmountLimit: _of_amount,
}
