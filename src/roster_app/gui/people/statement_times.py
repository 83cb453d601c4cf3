"""When a statement of availability holds, as a form asks for it: weekly or dated, and back to a span with a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from roster_app.domain.people import Availability
from roster_app.domain.timespan import DAY_MINUTES, Span, minute_of, span_on

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RULE = re.compile(
    r"FREQ=(?P<frequency>WEEKLY|DAILY)(?:;BYDAY=(?P<days>(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*))?"
    r"(?:;UNTIL=(?P<until>\d{8})(?:T\d{6}Z?)?)?"
)


@dataclass(frozen=True, slots=True)
class Weekly:
    """On some weekdays (0 Monday … 6 Sunday), from a first day on, until a last day or for good.

    `start` and `end` are minutes from midnight; `end` may pass 1440.
    """

    weekdays: frozenset[int]
    start: int
    end: int
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """On every day from `first` to `last`, both included, from minute `start` to minute `end` of the day."""

    first: date
    last: date
    start: int = 0
    end: int = DAY_MINUTES


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A rule the form has no fields for; it is kept as it is."""

    first: Span
    rule: str


Times = Weekly | Dated | AsWritten


def times_of(entry: Availability) -> Times:
    """What a stored statement says, in the simplest form that says the same; days left out are told by the entry."""
    day = entry.first.start.date()
    start, end = minute_of(entry.first.start, day), minute_of(entry.first.end, day)
    if not entry.rule:
        if entry.also_on:
            return AsWritten(entry.first, "")
        return _once(entry.first, day, start, end)
    found = _RULE.fullmatch(entry.rule)
    if found is None or ((entry.except_on or entry.also_on) and found["frequency"] != "WEEKLY"):
        return AsWritten(entry.first, entry.rule)
    until = _day(found["until"]) if found["until"] else None
    if found["frequency"] == "WEEKLY":
        days = found["days"].split(",") if found["days"] else [_CODES[day.weekday()]]
        return Weekly(frozenset(_CODES.index(code) for code in days), start, end, day, until)
    if until is None or found["days"]:
        return AsWritten(entry.first, entry.rule)
    return Dated(day, until, start, end)


def first_and_rule(times: Times) -> tuple[Span, str]:
    """The first occurrence and the RFC 5545 rule (empty for once); a week without any day is refused by ValueError."""
    if isinstance(times, AsWritten):
        return times.first, times.rule
    if isinstance(times, Weekly):
        days = ",".join(_CODES[n] for n in sorted(times.weekdays))
        until = _until(times.until) if times.until else ""
        return span_on(_first_day(times), times.start, times.end), f"FREQ=WEEKLY;BYDAY={days}{until}"
    if times.first == times.last:
        return span_on(times.first, times.start, times.end), ""
    if (times.start, times.end) == (0, DAY_MINUTES):
        return Span(span_on(times.first, 0, 1).start, span_on(times.last, 0, DAY_MINUTES).end), ""
    return span_on(times.first, times.start, times.end), f"FREQ=DAILY{_until(times.last)}"


def _once(first: Span, day: date, start: int, end: int) -> Times:
    if start == 0 and end % DAY_MINUTES == 0:
        return Dated(day, day + timedelta(days=end // DAY_MINUTES - 1))
    if end <= 2 * DAY_MINUTES:
        return Dated(day, day, start, end)
    return AsWritten(first, "")


def _first_day(times: Weekly) -> date:
    """The first of the weekdays on or after the day it begins."""
    if not times.weekdays:
        raise ValueError("no weekday")
    return min(times.since + timedelta(days=(n - times.since.weekday()) % 7) for n in times.weekdays)


def _until(last: date) -> str:
    return f";UNTIL={last:%Y%m%d}T235959"


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
