"""Amounts: at least and at most so many minutes, duties, days or weekends in every window of a line."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from roster_app.domain.book import ALL, NIGHTS, AmountLimit, Measure, Window
from roster_app.domain.roster import Stint
from roster_app.domain.rules.line import Line, duties, monday_of
from roster_app.domain.rules.stretches import joined
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.timespan import DAY, Span, whole_days

_SATURDAY = 5
_WEEK = timedelta(days=6)

TOO_MUCH = {
    (Measure.MINUTES, Window.WEEK, ALL): Rule.WEEK_MINUTES,
    (Measure.DUTIES, Window.PERIOD, NIGHTS): Rule.NIGHTS_IN_PERIOD,
}
"""Amounts that are too large and have a name of their own; any other is an AMOUNT."""


def check_amounts(line: Line, entry: AmountLimit) -> Iterator[Violation]:
    """Every window with too much or too little; of seven days in a row, one for each unbroken stretch of them.

    Windows of seven days are those whose last day lies in the period, or has a known duty after it.
    """
    stints = line.of(entry.of)
    if entry.window is Window.PERIOD:
        yield from _outside(line, entry, line.own(stints), line.period.first, line.period.last)
    elif entry.window is Window.SEVEN_DAYS:
        yield from _sliding(line, entry, stints)
    else:
        yield from _in_turn(line, entry, stints)


def amount(stints: Iterable[Stint], measure: Measure) -> int:
    """How much of the measure the stints come to."""
    if measure is Measure.MINUTES:
        return sum(stint.span.minutes for stint in stints)
    if measure is Measure.DUTIES:
        return sum(1 for _ in stints)
    days = {stint.day for stint in stints}
    if measure is Measure.DAYS:
        return len(days)
    return len({monday_of(day) for day in days if day.weekday() >= _SATURDAY})


def _in_turn(line: Line, entry: AmountLimit, stints: Iterable[Stint]) -> Iterator[Violation]:
    """Days or calendar weeks, one after the other."""
    weekly = entry.window is Window.WEEK
    groups: dict[date, list[Stint]] = defaultdict(list)
    for stint in stints:
        groups[monday_of(stint.day) if weekly else stint.day].append(stint)
    if entry.least is not None:
        for day in line.period.days:
            groups.setdefault(monday_of(day) if weekly else day, [])
    for first in sorted(groups):
        yield from _outside(line, entry, groups[first], first, first + _WEEK if weekly else first)


def _outside(line: Line, entry: AmountLimit, stints: Sequence[Stint], first: date, last: date) -> Iterator[Violation]:
    actual = amount(stints, entry.measure)
    if entry.most is not None and actual > entry.most:
        units = actual - max(entry.most, amount(line.others(stints), entry.measure))
        if units > 0:
            yield _violation(line, entry, stints, actual, entry.most, stints[-1].span, units)
    elif entry.least is not None and actual < entry.least and line.period.first <= first and last <= line.period.last:
        window = whole_days(first, last)
        yield _violation(line, entry, stints, actual, entry.least, window, entry.least - actual)


def _violation(
    line: Line, entry: AmountLimit, stints: Sequence[Stint], actual: int, limit: int, span: Span, units: int
) -> Violation:
    named = TOO_MUCH.get((entry.measure, entry.window, entry.of)) if actual > limit else None
    return Violation(
        named or Rule.AMOUNT,
        duties(stints),
        line.volunteer_id,
        actual,
        limit,
        span,
        points=priced(entry.points, units),
        entry=entry,
    )


def _sliding(line: Line, entry: AmountLimit, stints: Sequence[Stint]) -> Iterator[Violation]:
    later = sorted({stint.day for stint in stints if stint.day > line.period.last})
    lasts = (*line.period.days, *later)
    daily = _daily(stints, entry.measure)
    found = []
    for last in lasts:
        within = sum(daily.get(last - DAY * n, 0) for n in range(7))
        too_much = entry.most is not None and within > entry.most
        if too_much or (entry.least is not None and within < entry.least):
            held = [stint for stint in stints if last - _WEEK <= stint.day <= last]
            found += [(last, v) for v in _outside(line, entry, held, last - _WEEK, last)]
    over = [(last, v) for last, v in found if v.actual > v.limit]
    under = [(last, v) for last, v in found if v.actual < v.limit]
    yield from joined(over)
    yield from joined(under)


def _daily(stints: Iterable[Stint], measure: Measure) -> dict[date, int]:
    daily: Counter[date] = Counter()
    for stint in stints:
        if measure is Measure.DAYS:
            daily[stint.day] = 1
        else:
            daily[stint.day] += stint.span.minutes if measure is Measure.MINUTES else 1
    return daily
