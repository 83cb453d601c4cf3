"""Free time: one long free stretch a week, days off after a run, whole weekends."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from roster_app.domain.book import ALL, RestAfterRun, WeeklyRest, WholeWeekends, Window
from roster_app.domain.roster import Stint
from roster_app.domain.rules.line import Line, duties, in_a_row, monday_of
from roster_app.domain.rules.stretches import joined
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.timespan import DAY, Span, gaps, whole_days

_SATURDAY = 5
_WEEK = timedelta(days=6)


def check_weekly_rest(line: Line, entry: WeeklyRest) -> Iterator[Violation]:
    """Asked of every week, or every seven days, of which the last day lies in the period.

    Days before the period of which nothing is known are taken as free.
    """
    if entry.window is Window.WEEK:
        for last in _sundays(line.period.days):
            yield from _free_stretch(line, entry, last)
    else:
        found = ((last, v) for last in line.period.days for v in _free_stretch(line, entry, last))
        yield from joined(found)


def _sundays(days: Sequence[date]) -> list[date]:
    return [day for day in days if day - monday_of(day) == _WEEK]


def _free_stretch(line: Line, entry: WeeklyRest, last: date) -> Iterator[Violation]:
    window = whole_days(last - _WEEK, last)
    inside = [stint for stint in line.work if stint.span.overlaps(window)]
    if not line.own(inside):
        return
    longest = max((free.minutes for free in gaps(window, _spans(inside, window))), default=0)
    if longest < entry.minutes:
        points = priced(entry.points, entry.minutes - longest)
        yield Violation(
            Rule.WEEKLY_REST,
            duties(inside),
            line.volunteer_id,
            longest,
            entry.minutes,
            inside[-1].span,
            points=points,
            entry=entry,
        )


def _spans(stints: Sequence[Stint], window: Span) -> Iterator[Span]:
    for stint in stints:
        if inside := stint.span.intersection(window):
            yield inside


def check_rest_after_run(line: Line, entry: RestAfterRun) -> Iterator[Violation]:
    """Each run that is long enough against the first duty of any kind after it."""
    by_day = sorted(line.work, key=lambda stint: (stint.day, stint.span))
    for run in in_a_row(line.of(entry.of)):
        length = (run[-1].day - run[0].day).days + 1
        following = next((s for s in by_day if s.day > run[-1].day), None)
        if length < entry.run or following is None:
            continue
        off = (following.day - run[-1].day).days - 1
        if off < entry.days_off:
            yield Violation(
                Rule.REST_AFTER_RUN,
                duties((*run, following)),
                line.volunteer_id,
                off,
                entry.days_off,
                following.span,
                points=priced(entry.points, entry.days_off - off),
                entry=entry,
            )


def check_weekends(line: Line, entry: WholeWeekends) -> Iterator[Violation]:
    """Each weekend of the period that has a duty on one of its days only."""
    days = set(line.days(ALL))
    for saturday in line.period.days:
        sunday = saturday + DAY
        if saturday.weekday() != _SATURDAY or sunday > line.period.last:
            continue
        if (saturday in days) != (sunday in days):
            stood = [stint for stint in line.work if stint.day in (saturday, sunday)]
            yield Violation(
                Rule.HALF_WEEKEND,
                duties(stood),
                line.volunteer_id,
                actual=1,
                limit=2,
                span=stood[0].span,
                points=priced(entry.points, 1),
                entry=entry,
            )
