"""What one person's whole line of stints may be: no overlap, travel, rest, runs of days and nights, hours a week."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import RosterPeriod, Stint
from roster_app.domain.rules.violation import Rule, Violation
from roster_app.domain.team import TeamRules
from roster_app.domain.timespan import DAY, MINUTE

Travel = Callable[[CheckpointId, CheckpointId], int]


def check_line(line: Sequence[Stint], rules: TeamRules, travel: Travel, period: RosterPeriod) -> Iterator[Violation]:
    """Everything wrong with one person's stints, given in order of time, neighbouring periods included."""
    yield from _neighbours(line, rules, travel)
    yield from _runs(line, rules.max_consecutive_days, Rule.CONSECUTIVE_DAYS)
    nights = [stint for stint in line if rules.is_night(stint.span)]
    yield from _runs(nights, rules.max_consecutive_nights, Rule.CONSECUTIVE_NIGHTS)
    yield from _nights_in_period(nights, rules, period)
    yield from _weeks(line, rules)


def _neighbours(line: Sequence[Stint], rules: TeamRules, travel: Travel) -> Iterator[Violation]:
    """Each stint against the one before it that ends last (a long one may outlast a short later one)."""
    latest: Stint | None = None
    for stint in line:
        if latest is not None:
            yield from _pair(latest, stint, rules, travel)
        if latest is None or stint.span.end > latest.span.end:
            latest = stint


def _pair(earlier: Stint, later: Stint, rules: TeamRules, travel: Travel) -> Iterator[Violation]:
    who, duties = later.volunteer_id, (earlier.duty_id, later.duty_id)
    shared = earlier.span.intersection(later.span)
    if shared is not None:
        yield Violation(Rule.OVERLAP, duties, who, actual=shared.minutes, span=shared)
        return
    between = (later.span.start - earlier.span.end) // MINUTE
    way = travel(earlier.checkpoint_id, later.checkpoint_id)
    if between < way:
        yield Violation(Rule.TRAVEL, duties, who, actual=between, limit=way, span=later.span)
    if between < rules.min_rest_minutes and not _one_duty_in_parts(earlier, later):
        yield Violation(Rule.MIN_REST, duties, who, actual=between, limit=rules.min_rest_minutes, span=later.span)


def _one_duty_in_parts(earlier: Stint, later: Stint) -> bool:
    """A duty split in time or by a pause and held on by one person is no lack of rest; two shifts in a row are."""
    return earlier.shift_id == later.shift_id and earlier.post_id == later.post_id


def _runs(line: Sequence[Stint], limit: int | None, rule: Rule) -> Iterator[Violation]:
    """Days (by the day a stint begins) in a row beyond the limit: one violation a run, with the whole run's duties."""
    if limit is None:
        return
    for run in _in_a_row(line):
        days = sorted({stint.day for stint in run})
        if len(days) > limit:
            duties = tuple(stint.duty_id for stint in run)
            yield Violation(rule, duties, run[0].volunteer_id, len(days), limit, run[-1].span)


def _in_a_row(line: Sequence[Stint]) -> Iterator[list[Stint]]:
    run: list[Stint] = []
    for stint in sorted(line, key=lambda s: (s.day, s.span)):
        if run and stint.day - run[-1].day > DAY:
            yield run
            run = []
        run.append(stint)
    if run:
        yield run


def _nights_in_period(nights: Sequence[Stint], rules: TeamRules, period: RosterPeriod) -> Iterator[Violation]:
    own = [stint for stint in nights if period.first <= stint.day <= period.last]
    if rules.max_nights is not None and len(own) > rules.max_nights:
        duties = tuple(stint.duty_id for stint in own)
        yield Violation(Rule.NIGHTS_IN_PERIOD, duties, own[0].volunteer_id, len(own), rules.max_nights, own[-1].span)


def _weeks(line: Sequence[Stint], rules: TeamRules) -> Iterator[Violation]:
    """Minutes a calendar week (Monday to Sunday); a stint counts whole in the week of the day it begins."""
    if rules.max_week_minutes is None:
        return
    weeks: dict[date, list[Stint]] = defaultdict(list)
    for stint in line:
        weeks[monday_of(stint.day)].append(stint)
    for stints in weeks.values():
        minutes = sum(stint.span.minutes for stint in stints)
        if minutes > rules.max_week_minutes:
            duties = tuple(stint.duty_id for stint in stints)
            yield Violation(
                Rule.WEEK_MINUTES,
                duties,
                stints[0].volunteer_id,
                minutes,
                rules.max_week_minutes,
                stints[-1].span,
            )


def monday_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - DAY * day.weekday()
