"""RFC 5545 rules turned into spans: the only place that knows dateutil."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.timespan import MINUTE, Span


def check_rule(rule: str, start: datetime) -> None:
    """Refuse a rule that dateutil cannot read."""
    try:
        rrulestr(rule, dtstart=start)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DomainError(ErrorCode.BAD_RECURRENCE, rule=rule, reason=str(error)) from error


def occurrences(
    first: Span, rule: str, within: Span, except_on: Collection[date] = (), also_on: Collection[date] = ()
) -> list[Span]:
    """Every occurrence that shares a minute with `within`.

    `first` gives the start (DTSTART) and the length of each; an empty rule means it happens once. Days in
    `except_on` (EXDATE: the day an occurrence begins) are left out, those of `also_on` (RDATE) come to it, each once
    and at the time of `first`. Raises DomainError for a rule that is none.
    """
    begins = {*_by_rule(first, rule, within), *(datetime.combine(day, first.start.time()) for day in also_on)}
    length = timedelta(minutes=first.minutes)
    spans = (Span(b, b + length) for b in sorted(begins) if b.date() not in except_on)
    return [span for span in spans if span.overlaps(within)]


def _by_rule(first: Span, rule: str, within: Span) -> list[datetime]:
    """When the occurrences begin that the rule alone asks for and that may touch the stretch."""
    if not rule:
        return [first.start]
    try:
        series = rrulestr(rule, dtstart=first.start)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DomainError(ErrorCode.BAD_RECURRENCE, rule=rule, reason=str(error)) from error
    length = timedelta(minutes=first.minutes)
    return list(series.between(within.start - length + MINUTE, within.end - MINUTE, inc=True))
