"""When people cannot stand, as parts of the days they fall on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import VolunteerId
from roster_app.domain.timespan import DAY_MINUTES, Span, minute_of
from roster_app.domain.timetable import Timetable
from roster_app.services.words import leave_kind_name, span_words


@dataclass(frozen=True, slots=True)
class Absence:
    """The part of one day (0 to 1) at which somebody is away: on leave, or not available."""

    begin: float
    end: float
    on_leave: bool
    words: str


Absences = dict[tuple[VolunteerId, date], tuple[Absence, ...]]


def absences(timetables: dict[VolunteerId, Timetable], window: Span) -> Absences:
    """Everybody's absences inside the window by person and day; days without any are left out."""
    found: Absences = {}
    for who, table in timetables.items():
        for day, absence in _of(table, window):
            found[who, day] = (*found.get((who, day), ()), absence)
    return found


def _of(table: Timetable, window: Span) -> Iterator[tuple[date, Absence]]:
    for leave in table.leaves:
        name = leave.reason or leave_kind_name(leave.kind)
        yield from _by_day(leave.span, window, True, f"{name} {span_words(leave.span)}")
    for span in table.blocked:
        yield from _by_day(span, window, False, span_words(span))


def _by_day(span: Span, window: Span, on_leave: bool, words: str) -> Iterator[tuple[date, Absence]]:
    inside = span.intersection(window)
    if inside is None:
        return
    for day in inside.days():
        begin = max(0, minute_of(inside.start, day)) / DAY_MINUTES
        end = min(DAY_MINUTES, minute_of(inside.end, day)) / DAY_MINUTES
        yield day, Absence(begin, end, on_leave, words)
