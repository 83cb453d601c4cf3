"""What a change sheet says: day by day, for each seat that differs, who stood there and who stands there now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from roster_app.domain.differences import SeatDifference, SeatPart
from roster_app.domain.ids import VolunteerId
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, minute_of
from roster_app.i18n import _
from roster_app.printing.dates import clock_words
from roster_app.printing.fitting import Name
from roster_app.printing.occasions import day_head

MOST_PARTS = 4
"""A seat cut into more parts is told in several rows."""


@dataclass(frozen=True, slots=True)
class ChangePart:
    """Who stood, or stands, in a seat: nobody is a vacancy. The times are said where they differ or the seat is cut."""

    name: Name | None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One seat before and after; no parts where there was, or is, no such seat. No clock where the times differ."""

    shift: str
    clock: str
    post: str
    leads: bool
    before: tuple[ChangePart, ...]
    after: tuple[ChangePart, ...]


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """The changes of one day. `continued` where its first rows are on the page before."""

    day: str
    weekday: str
    occasion: str
    grey: bool
    rows: tuple[ChangeRow, ...]
    continued: bool = False


def change_days(
    differences: Iterable[SeatDifference], directory: Directory, names: Mapping[VolunteerId, Name]
) -> tuple[ChangeDay, ...]:
    """The differences of one checkpoint, which come in the order they are printed in, by day."""
    days = groupby(differences, key=lambda difference: difference.seat.day)
    return tuple(_day(day, tuple(own), directory, names) for day, own in days)


def _day(
    day: date, differences: Sequence[SeatDifference], directory: Directory, names: Mapping[VolunteerId, Name]
) -> ChangeDay:
    head = day_head(directory, day)
    rows = tuple(row for difference in differences for row in _rows(difference, directory, names))
    return ChangeDay(head.day, head.weekday, head.occasion, head.grey, rows)


def _rows(difference: SeatDifference, directory: Directory, names: Mapping[VolunteerId, Name]) -> Iterator[ChangeRow]:
    seat, timed = difference.seat, difference.span is None
    shift, post = directory.shift_type.get(seat.shift_type_id), directory.post.get(seat.post_id)
    before, after = (
        tuple(_part(part, seat.day, names, timed) for part in parts) for parts in (difference.before, difference.after)
    )
    whole = ChangeRow(
        shift.name if shift else "",
        _clock(span, seat.day) if (span := _hull(difference)) else "",
        post.name if post else _("a post removed since"),
        post.leads if post else False,
        before,
        after,
    )
    for start in range(0, max(len(before), len(after)), MOST_PARTS):
        portion = slice(start, start + MOST_PARTS)
        yield replace(whole, before=before[portion], after=after[portion])


def _part(part: SeatPart, day: date, names: Mapping[VolunteerId, Name], timed: bool) -> ChangePart:
    clock = _clock(part.span, day) if timed else ""
    if part.volunteer_id is None:
        return ChangePart(None, clock)
    return ChangePart(names.get(part.volunteer_id) or Name(_("somebody removed since")), clock)


def _hull(difference: SeatDifference) -> Span | None:
    """From the first to the last minute of the seat, if that is what it was before."""
    hulls = {
        (parts[0].span.start, max(part.span.end for part in parts))
        for parts in (difference.before, difference.after)
        if parts
    }
    return Span(*hulls.pop()) if len(hulls) == 1 else None


def _clock(span: Span, day: date) -> str:
    def minute(moment: datetime) -> int:
        return minute_of(moment, day)

    return clock_words(minute(span.start), minute(span.end))
