"""Runs: days in a row with or without duties of a class, and what may follow what from one day to the next."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from roster_app.domain.book import ALL, NIGHTS, RunLimit, Succession
from roster_app.domain.roster import Stint
from roster_app.domain.rules.line import Line, duties, in_a_row
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.timespan import DAY, whole_days

TOO_LONG = {ALL: Rule.CONSECUTIVE_DAYS, NIGHTS: Rule.CONSECUTIVE_NIGHTS}
"""Runs that are too long and have a name of their own; any other is a RUN."""


def check_runs(line: Line, entry: RunLimit) -> Iterator[Violation]:
    """One violation a run too long or too short, with the whole run's duties; of days off, with those at its ends."""
    yield from _off(line, entry) if entry.off else _on(line, entry)


def _on(line: Line, entry: RunLimit) -> Iterator[Violation]:
    since = line.known_since if entry.least is not None else line.period.first
    for run in in_a_row(line.of(entry.of)):
        first, last = run[0].day, run[-1].day
        length = (last - first).days + 1
        if entry.most is not None and length > entry.most:
            yield from _too_long(line, entry, run, length, entry.most)
        elif entry.least is not None and length < entry.least and since < first and last < line.period.last:
            yield _violation(Rule.RUN, line, entry, length, entry.least, run)


def _too_long(line: Line, entry: RunLimit, run: list[Stint], length: int, most: int) -> Iterator[Violation]:
    """Paid is what the days of the period add to what is too long before and after them anyway."""
    first, last = line.period.first, line.period.last
    before, after = (first - run[0].day).days, (run[-1].day - last).days
    outside = max(0, min(before, length) - most) + max(0, min(after, length) - most)
    if length - most > outside:
        rule = TOO_LONG.get(entry.of, Rule.RUN)
        violation = _violation(rule, line, entry, length, most, run)
        yield replace(violation, points=priced(entry.points, length - most - outside))


def _off(line: Line, entry: RunLimit) -> Iterator[Violation]:
    by_day: dict[date, list[Stint]] = defaultdict(list)
    for stint in line.of(entry.of):
        by_day[stint.day].append(stint)
    days = sorted(by_day)
    for before, after in pairwise(days):
        length = (after - before).days - 1
        ends = [by_day[before][-1], by_day[after][0]]
        if length and entry.least is not None and length < entry.least:
            yield _violation(Rule.RUN, line, entry, length, entry.least, ends)
        elif entry.most is not None and length > entry.most and _touches(line, before + DAY, after - DAY):
            yield _days_off(line, entry, line.own(ends), before + DAY, after - DAY)
    if entry.most is not None:
        yield from _off_at_the_ends(line, entry, days)


def _off_at_the_ends(line: Line, entry: RunLimit, days: list[date]) -> Iterator[Violation]:
    """Days off before the first and after the last known duty, as far as they lie in the period."""
    first, last = line.period.first, line.period.last
    stretches = [(first, days[0] - DAY), (days[-1] + DAY, last)] if days else [(first, last)]
    for begin, end in stretches:
        if entry.most is not None and (end - begin).days + 1 > entry.most:
            yield _days_off(line, entry, [], begin, end)


def _days_off(line: Line, entry: RunLimit, ends: list[Stint], begin: date, end: date) -> Violation:
    """Too many days without a duty, between two of the period or up to one, from one day to another."""
    length = (end - begin).days + 1
    violation = _violation(Rule.RUN, line, entry, length, entry.most or 0, ends)
    return replace(violation, span=whole_days(begin, end))


def _touches(line: Line, first: date, last: date) -> bool:
    return first <= line.period.last and last >= line.period.first


def _violation(rule: Rule, line: Line, entry: RunLimit, length: int, limit: int, stints: list[Stint]) -> Violation:
    return Violation(
        rule,
        duties(stints),
        line.volunteer_id,
        length,
        limit,
        stints[-1].span if stints else whole_days(line.period.first, line.period.last),
        points=priced(entry.points, abs(length - limit)),
        entry=entry,
    )


def check_succession(line: Line, entry: Succession) -> Iterator[Violation]:
    """Each pair of duties, one of the first class and on the next day one of the second."""
    before: dict[date, list[Stint]] = defaultdict(list)
    for stint in line.of(entry.before):
        before[stint.day].append(stint)
    if not before:
        return
    for stint in line.of(entry.after):
        for earlier in before.get(stint.day - DAY, ()):
            yield Violation(
                Rule.SUCCESSION,
                (earlier.duty_id, stint.duty_id),
                line.volunteer_id,
                span=stint.span,
                points=priced(entry.points, 1),
                entry=entry,
            )
