"""Days from one to another in a cell, each of them: 3月5日至3月8日, 5-8日, 周一至周五."""

import re
from dataclasses import replace

from roster_app.exchange.days.day_texts import DayText, day_of_text, day_or_none

_TO = re.compile(r"(?:至|到|-+|–|—+|~|～|\bto\b)")
_LONGEST = 62


def days_between(text: str) -> tuple[DayText, ...]:
    """Every day of the span, or nothing where the text is none."""
    parts = [part.strip() for part in _TO.split(text)]
    if len(parts) != 2 or not all(parts):
        return ()
    last = day_of_text(parts[1])
    first = day_of_text(parts[0]) or (day_of_text(parts[0] + "日") if last and parts[0].isdecimal() else None)
    if first is None or last is None or first.rest or (last.weak and last.month is None and first.day is None):
        return ()
    if first.day is None and last.day is None and first.weekday is not None and last.weekday is not None:
        days = range(first.weekday, first.weekday + (last.weekday - first.weekday) % 7 + 1)
        return tuple(DayText(weekday=day % 7, rest=last.rest) for day in days)
    return _numbers(first, last)


def _numbers(first: DayText, last: DayText) -> tuple[DayText, ...]:
    month = first.month or last.month
    if first.day is None or last.day is None or (first.weak and first.month is None and last.weak):
        return ()
    if (last.month or month) == month:
        numbers = range(first.day, last.day + 1)
        return tuple(replace(first, month=month, day=n, rest=last.rest, weekday=None, weak=False) for n in numbers)
    start, end = day_or_none(2020, month, first.day), day_or_none(2020, last.month, last.day)
    if start is None or end is None:
        return ()
    length = (end - start).days % 366 + 1
    if length > _LONGEST:
        return ()
    days = [start.fromordinal(start.toordinal() + step) for step in range(length)]
    return tuple(DayText(first.year, d.month, d.day, rest=last.rest) for d in days)
