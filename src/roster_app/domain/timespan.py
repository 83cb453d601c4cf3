"""Spans of wall-clock time: [start, end), naive local time, whole minutes; they may cross any number of midnights."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from roster_app.domain.errors import DomainError, ErrorCode

DAY_MINUTES = 1440
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of time; `end` is the first minute that no longer belongs to it."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.second or self.end.second or self.start.microsecond or self.end.microsecond:
            raise DomainError(ErrorCode.SPAN_HAS_SECONDS, start=self.start, end=self.end)
        if self.end <= self.start:
            raise DomainError(ErrorCode.SPAN_NOT_FORWARD, start=self.start, end=self.end)

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return (self.end - self.start) // MINUTE

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least a minute."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every minute of the other is a minute of this one."""
        return self.start <= other.start and other.end <= self.end

    def intersection(self, other: "Span") -> "Span | None":
        """The shared stretch, or nothing."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def days(self) -> Iterator[date]:
        """The calendar days it touches."""
        day, last = self.start.date(), (self.end - MINUTE).date()
        while day <= last:
            yield day
            day += DAY


def at(day: date, minute: int) -> datetime:
    """The moment `minute` minutes after that day's midnight; 1440 and more lie on following days."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def span_on(day: date, start: int, end: int) -> Span:
    """The span between two minutes counted from that day's midnight."""
    return Span(at(day, start), at(day, end))


@lru_cache(maxsize=1 << 13)
def whole_days(first: date, last: date) -> Span:
    """From the first day's midnight to the end of the last day; remembered, because rules ask for the same weeks."""
    return Span(at(first, 0), at(last, DAY_MINUTES))


def minute_of(moment: datetime, day: date) -> int:
    """Minutes from that day's midnight to the moment; negative before it."""
    return (moment - at(day, 0)) // MINUTE


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same minutes as few spans in order, touching ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            if span.end > joined[-1].end:
                joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def gaps(window: Span, spans: Iterable[Span]) -> list[Span]:
    """The stretches of the window that no span covers, in order."""
    free: list[Span] = []
    reached = window.start
    for span in merged(spans):
        if span.start > reached and reached < window.end:
            free.append(Span(reached, min(span.start, window.end)))
        reached = max(reached, span.end)
    if reached < window.end:
        free.append(Span(reached, window.end))
    return free


@lru_cache(maxsize=1 << 15)
def daily_minutes(span: Span, start: int, end: int) -> int:
    """Minutes of the span inside a window that recurs each day; remembered, because rules ask it of every duty.

    The window is given in minutes from midnight, `end` may pass 1440. Night minutes are this for 22:00–06:00
    (1320, 1800): 20:00–10:00 counts 480, 22:00–09:00 480, 08:30–08:30 480.
    """
    total = 0
    day = span.start.date() - DAY * (end // DAY_MINUTES + 1)
    while day <= span.end.date():
        shared = span.intersection(span_on(day, start, end))
        total += shared.minutes if shared else 0
        day += DAY
    return total
