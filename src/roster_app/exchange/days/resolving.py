"""From what cells say of days to days: years and months filled in by titles and order, and proved by weekdays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise, product

from roster_app.exchange.days.day_texts import DayText, day_or_none
from roster_app.exchange.days.hints import Hints, nearest

_YEARS_ROUND = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class ResolvedDay:
    """The day meant; `agrees` is whether its weekday is the one that stands beside it, nothing where none does."""

    day: date | None
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The days of one line of cells, and what had to be supposed."""

    days: tuple[ResolvedDay, ...]
    year_supposed: bool = False
    """No text told the year and no weekday proved it: that nearest to the day of reading was taken."""
    month_supposed: bool = False
    order_supposed: bool = False
    """3/8 was taken as 8 March without proof."""
    week_supposed: bool = False
    """Only weekdays are told: those of the week of the day of reading were taken."""


def resolve(said: Sequence[DayText], hints: Hints, on: date) -> Resolution:
    """The most likely days, in the order of the cells: weekdays decide, then titles, then nearness to `on`."""
    if all(text.day is None for text in said):
        return _of_weekdays(said, hints, on)
    if all(text.full and not text.swapped for text in said):
        return _told(said, [text.full for text in said], hints)
    best: tuple[tuple[float, ...], list[date | None]] | None = None
    evidence: dict[bool, tuple[float, ...]] = {}
    for swap, (rank, (year, month)) in product((False, True), enumerate(_starts(said, hints, on))):
        if swap and not any(text.swapped for text in said):
            continue
        days = list(_running(said, year, month, swap))
        told = (*_proof(said, days), _within(days, hints), _in_month(days, hints), _evenness(days))
        evidence[swap] = max(evidence.get(swap, told), told)
        score = (*told, not swap, -rank)
        if best is None or score > best[0]:
            best = score, days
    assert best is not None
    undecided = len(evidence) > 1 and evidence[True] == evidence[False]
    return replace(_told(said, best[1], hints), order_supposed=undecided)


def _told(said: Sequence[DayText], days: list[date | None], hints: Hints) -> Resolution:
    resolved = tuple(ResolvedDay(day, _agreement(text, day)) for text, day in zip(said, days, strict=True))
    proved = [day.agrees for day in resolved if day.agrees is not None]
    sure = bool(proved) and all(proved)
    year_told = hints.year or hints.first or any(text.year for text in said)
    month_told = hints.month or hints.first or any(text.month for text in said)
    return Resolution(resolved, not year_told and not sure, not month_told and not sure)


def _starts(said: Sequence[DayText], hints: Hints, on: date) -> Iterator[tuple[int, int]]:
    """Years and months in which the line may begin, the likeliest first."""
    months = _months(said, hints, on)
    if hints.first and not hints.year:
        years = [hints.first.year]
    elif hints.year:
        years = [hints.year]
    else:
        years = []
    known = bool(years)
    if not known:
        first = next((t for t in said if t.day), None)
        near = nearest(months[0], min(first.day or 1, 28) if first else 1, on)
        years = [(near or on).year + step for step in _YEARS_ROUND]
    for year in years:
        for month in months:
            yield year, month
    if known and 12 in months:
        yield years[0] - 1, 12


def _months(said: Sequence[DayText], hints: Hints, on: date) -> list[int]:
    if (first := next((text for text in said if text.day is not None), None)) and first.month:
        return [first.month]
    if hints.first:
        return [hints.first.month]
    if hints.month:
        return [hints.month, (hints.month + 10) % 12 + 1]
    return [(on.month - 1 + step) % 12 + 1 for step in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6)]


def _running(said: Sequence[DayText], year: int, month: int, swap: bool) -> Iterator[date | None]:
    """The days one after the other; a number smaller than the one before it begins the next month."""
    before: date | None = None
    for text in said:
        day = _one(text, year, month, before, swap)
        if day is not None:
            year, month, before = day.year, day.month, day
        yield day


def _one(text: DayText, year: int, month: int, before: date | None, swap: bool) -> date | None:
    if text.day is None:
        return _next_weekday(text, before)
    if swap and text.swapped and text.month is not None:
        text = replace(text, month=text.day, day=text.month)
    number = text.day or 0
    days = [number, number * 10] if text.tenth else [number]
    found = [d for number in days if (d := _one_day(text, number, year, month, before))]
    if len(found) == 2 and before is not None:
        return found[1] if found[1] == before + timedelta(days=1) or found[0] <= before < found[1] else found[0]
    return found[0] if found else None


def _one_day(text: DayText, number: int, year: int, month: int, before: date | None) -> date | None:
    if text.year:
        return day_or_none(text.year, text.month or month, number)
    if text.month:
        later = before is not None and text.month < before.month - 6
        earlier = before is not None and text.month > before.month + 6
        return day_or_none(year + later - earlier, text.month, number)
    if before is not None and number < before.day:
        month, year = month % 12 + 1, year + month // 12
    return day_or_none(year, month, number)


def _next_weekday(text: DayText, before: date | None) -> date | None:
    if before is None or text.weekday is None:
        return None
    return before + timedelta(days=(text.weekday - before.weekday()) % _WEEK)


def _agreement(text: DayText, day: date | None) -> bool | None:
    return None if day is None or text.weekday is None else day.weekday() == text.weekday


def _proof(said: Sequence[DayText], days: Sequence[date | None]) -> tuple[int, int]:
    agreements = [_agreement(text, day) for text, day in zip(said, days, strict=True)]
    return agreements.count(True) - agreements.count(False), sum(day is not None for day in days)


def _within(days: Sequence[date | None], hints: Hints) -> int:
    if not hints.first or not hints.last or hints.first == hints.last:
        return 0
    return sum(hints.first <= day <= hints.last for day in days if day)


def _in_month(days: Sequence[date | None], hints: Hints) -> int:
    return sum(day.month == hints.month for day in days if day) if hints.month else 0


def _evenness(days: Sequence[date | None]) -> int:
    """How many steps between neighbours are a day or a week, against steps backwards."""
    steps = [(b - a).days for a, b in pairwise(days) if a and b]
    return sum(step in (0, 1) for step in steps) * 2 + sum(step == _WEEK for step in steps) - sum(s < 0 for s in steps)


def _of_weekdays(said: Sequence[DayText], hints: Hints, on: date) -> Resolution:
    """Weekdays alone: those of the days the title names, otherwise of the week of `on`."""
    days_told = (hints.last - hints.first).days + 1 if hints.first and hints.last else 0
    if hints.first and days_told <= max(_WEEK, len(said) + 1):
        start, supposed = hints.first, False
    else:
        start, supposed = on - timedelta(days=on.weekday()), True
        first = next((t.weekday for t in said if t.weekday is not None), 0)
        start -= timedelta(days=1) if first == 6 and len(said) == _WEEK else timedelta()
    days: list[ResolvedDay] = []
    at, before = start, None
    for text in said:
        weekday = text.weekday or 0
        if (before is not None and weekday != before) or before is None:
            at += timedelta(days=(weekday - at.weekday()) % _WEEK)
        days.append(ResolvedDay(at))
        before = weekday
    return Resolution(tuple(days), week_supposed=supposed)
