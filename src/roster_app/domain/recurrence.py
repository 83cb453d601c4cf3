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


def occurrences(first: Span, rule: str, within: Span, except_on: Collection[date] = ()) -> list[Span]:
    """Every occurrence that shares a minute with `within`.

    `first` gives the start (DTSTART) and the length of each; an empty rule means it happens once. Days in
    `except_on` (the day an occurrence begins) are left out. Raises DomainError for a rule that is none.
    """
    if not rule:
        return [first] if first.overlaps(within) and first.start.date() not in except_on else []
    try:
        series = rrulestr(rule, dtstart=first.start)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DomainError(ErrorCode.BAD_RECURRENCE, rule=rule, reason=str(error)) from error
    length = timedelta(minutes=first.minutes)
    begins = series.between(within.start - length + MINUTE, within.end - MINUTE, inc=True)
    return [Span(b, b + length) for b in begins if b.date() not in except_on]
