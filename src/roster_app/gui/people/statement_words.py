"""Statements of availability and leaves in words, for the list in the panel and the line in the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from roster_app.domain.ids import ShiftTypeId
from roster_app.domain.people import Availability, AvailabilityKind, Leave
from roster_app.domain.timespan import DAY_MINUTES, Span, minute_of
from roster_app.gui.people.statement_times import AsWritten, Dated, Times, Weekly, times_of
from roster_app.i18n import _
from roster_app.services.words.names import availability_name, leave_kind_name
from roster_app.services.words.times import clock, day_words, span_words, weekday

_MONDAY = date(2024, 1, 1)


ShiftNames = Mapping[ShiftTypeId, str]
"""What the team's shift types are called."""


def statement_line(entry: Availability, shifts: ShiftNames) -> str:
    """每周三 18:00–24:00 不可值班."""
    return _("{when}: {kind}").format(when=when_stated(entry, shifts), kind=availability_name(entry.kind))


def when_stated(entry: Availability, shifts: ShiftNames) -> str:
    """The time a statement holds, and the shift where it speaks of one only."""
    return _at_shift(when_words(times_of(entry)) + _exceptions(entry) + _extras(entry), entry, shifts)


def rule_stated(entry: Availability, shifts: ShiftNames) -> str:
    """The same without the days beside the rule, where a line has no room for them."""
    return _at_shift(when_words(times_of(entry)), entry, shifts)


def days_beside(entry: Availability) -> tuple[str, ...]:
    """The days beside the rule, those left out and those added each in one line."""
    lines = ((_("Except on: {days}"), entry.except_on), (_("Also on: {days}"), entry.also_on))
    return tuple(words.format(days=_(", ").join(day_words(day) for day in days)) for words, days in lines if days)


def _at_shift(when: str, entry: Availability, shifts: ShiftNames) -> str:
    if entry.shift_type_id is None:
        return when
    return _("{when}, only {shift}").format(when=when, shift=shifts.get(entry.shift_type_id, _("(unknown)")))


def _exceptions(entry: Availability) -> str:
    days = _(", ").join(day_words(day) for day in entry.except_on)
    return _(", except on {days}").format(days=days) if days else ""


def _extras(entry: Availability) -> str:
    days = _(", ").join(day_words(day) for day in entry.also_on)
    return _(", also on {days}").format(days=days) if days else ""


def leave_line(leave: Leave) -> str:
    """4月8日–10日 私假."""
    return _("{when}: {kind}").format(when=leave_days(leave.span), kind=leave_kind_name(leave.kind))


def when_words(times: Times) -> str:
    """The time a statement holds."""
    if isinstance(times, AsWritten):
        return f"{span_words(times.first)} {times.rule}".strip()
    hours = _hours(times.start, times.end)
    if isinstance(times, Dated):
        return f"{_days(times.first, times.last)} {hours}".strip()
    return f"{_weekdays(times)} {hours}".strip() + _bounds(times)


def leave_days(span: Span) -> str:
    """Whole days as days, anything else to the minute."""
    first = span.start.date()
    start, end = minute_of(span.start, first), minute_of(span.end, first)
    if start == 0 and end % DAY_MINUTES == 0:
        return _days(first, list(span.days())[-1])
    return span_words(span)


def summary(availabilities: Iterable[Availability], leaves: Iterable[Leave], today: date, shifts: ShiftNames) -> str:
    """What of a person's statements still counts, leaves first, in one line."""
    lines = [leave_line(leave) for leave in leaves if leave.span.end.date() > today]
    lines += [statement_line(entry, shifts) for entry in availabilities if not _past(entry, today)]
    return _("; ").join(lines)


def tone_of(kind: AvailabilityKind) -> str:
    """The tone a statement's chip wears."""
    return {
        AvailabilityKind.AVAILABLE: "good",
        AvailabilityKind.WANTED: "good",
        AvailabilityKind.UNWANTED: "look",
        AvailabilityKind.UNAVAILABLE: "act",
    }[kind]


def _past(entry: Availability, today: date) -> bool:
    if any(day >= today for day in entry.also_on):
        return False
    times = times_of(entry)
    if isinstance(times, Weekly):
        return times.until is not None and times.until < today
    if isinstance(times, Dated):
        return times.last < today
    return not times.rule and times.first.end.date() < today


def _weekdays(times: Weekly) -> str:
    if len(times.weekdays) == 7:
        return _("every day")
    if times.weekdays == frozenset(range(5)):
        return _("Mondays to Fridays")
    if times.weekdays == frozenset({5, 6}):
        return _("weekends")
    names = _(", ").join(weekday(_MONDAY.replace(day=1 + n)) for n in sorted(times.weekdays))
    return _("every {weekdays}").format(weekdays=names)


def _bounds(times: Weekly) -> str:
    return _(", until {day}").format(day=day_words(times.until)) if times.until else ""


def _hours(start: int, end: int) -> str:
    if (start, end) == (0, DAY_MINUTES):
        return ""
    return f"{clock(start)}–{clock(end)}"


def _days(first: date, last: date) -> str:
    return day_words(first) if first == last else f"{day_words(first)}–{day_words(last)}"
