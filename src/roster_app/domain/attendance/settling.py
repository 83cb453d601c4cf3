"""What keyed exceptions mean on a sheet: spans, absences and stand-ins row by row; all other rows stand as planned."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from roster_app.domain.attendance.entries import Attendee, Entry, Facts, Mark, Pen
from roster_app.domain.attendance.keying import Keyed, Said, Trouble, Unread
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import DatedSeat
from roster_app.domain.timespan import DAY, Span, at

Find = Callable[[str], Attendee | None]
"""Who is meant by a name: a volunteer, or somebody in no list; None where several are."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A numbered row of a paper sheet: one duty, and who was to stand it (None: vacant)."""

    number: int
    duty_id: DutyId
    seat: DatedSeat
    planned: Span
    holder: Attendee | None


@dataclass(frozen=True, slots=True)
class Settled:
    """The entries of a keyed sheet, or the lines in the way of it; nothing is entered while there is any."""

    entries: tuple[Entry, ...]
    problems: tuple[Unread, ...]


class _Refused(Exception):
    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble


def settle(rows: Sequence[SheetRow], keyed: Iterable[Keyed], standing: Iterable[Entry], find: Find, by: Pen) -> Settled:
    """Entries for a whole sheet. A row without an exception stands as planned unless something is known of it.

    An exception supersedes what was entered of the person on that seat before.
    """
    known: dict[tuple[DatedSeat, Attendee], list[Entry]] = defaultdict(list)
    for entry in standing:
        known[entry.facts.seat, entry.facts.who].append(entry)
    of_row: dict[int | None, list[Keyed]] = defaultdict(list)
    for one in keyed:
        of_row[one.row].append(one)
    numbers = {row.number for row in rows}
    problems = [
        Unread(one.line, one.text, Trouble.UNKNOWN_ROW)
        for number, lines in of_row.items()
        if number is not None and number not in numbers
        for one in lines
    ]
    made: list[Entry] = []
    for row in rows:
        said = of_row.get(row.number, [])
        before = known.get((row.seat, row.holder), []) if row.holder else []
        before = [e for e in before if e.facts.planned.overlaps(row.planned)]
        try:
            made += _row_entries(row, said, before, find, by)
        except _Refused as refused:
            problems.append(Unread(said[-1].line, said[-1].text, refused.trouble))
    added, more = _added(rows, of_row.get(None, []), known, find, by)
    return Settled(tuple(made + added), tuple(sorted(problems + more, key=lambda p: p.line)))


def came_or_left(minute: int, planned: Span) -> tuple[datetime | None, datetime | None]:
    """The moment of a clock time, as arrival or as departure, whichever end is nearer; (None, None) where unclear.

    It is clear when one end is at least twice as near as the other.
    """
    came, left = _nearest(minute, planned.start), _nearest(minute, planned.end)
    to_start, to_end = abs(came - planned.start), abs(left - planned.end)
    if to_start * 2 <= to_end:
        return came, None
    return (None, left) if to_end * 2 <= to_start else (None, None)


def _row_entries(row: SheetRow, said: Sequence[Keyed], before: list[Entry], find: Find, by: Pen) -> list[Entry]:
    if not said:
        if row.holder is None or before:
            return []
        return [by.write(Facts(row.seat, row.planned, row.holder, came=row.planned.start, as_planned=True))]
    instead = [one for one in said if one.said is Said.INSTEAD]
    absent = [one for one in said if one.said is Said.ABSENT]
    times = [one for one in said if one.said not in (Said.INSTEAD, Said.ABSENT)]
    if len(instead) > 1 or len(absent) > 1 or (absent and times and not instead):
        raise _Refused(Trouble.CONTRADICTS)
    spans = _presences(row.planned, times)
    if instead:
        return _stand_in(row, instead[0], absent, spans, before, find, by)
    if row.holder is None:
        raise _Refused(Trouble.VACANT_ROW)
    if absent:
        reasoned = by if not absent[0].words else _because(by, absent[0].words)
        return _over(before, [Facts(row.seat, row.planned, row.holder, Mark.ABSENT)], reasoned)
    return _over(before, [_present(row, row.holder, came, left) for came, left in spans], by)


def _stand_in(
    row: SheetRow,
    one: Keyed,
    absent: Sequence[Keyed],
    spans: list[tuple[datetime, datetime | None]],
    before: list[Entry],
    find: Find,
    by: Pen,
) -> list[Entry]:
    """The holder is entered as absent, unless what is known of a first sign-in stands: that ends as the other comes."""
    who = find(one.words)
    if who is None:
        raise _Refused(Trouble.SEVERAL_PEOPLE)
    reasoned = _because(by, absent[0].words) if absent and absent[0].words else by
    made: list[Entry] = []
    replaced = next((e for e in before if e.facts.mark is Mark.PRESENT), None)
    if row.holder is not None and replaced is None:
        made = _over(before, [Facts(row.seat, row.planned, row.holder, Mark.ABSENT)], reasoned) or before
        replaced = made[0]
    for came, left in spans:
        facts = _present(row, who, came, left)
        made.append(by.write(_standing_for(facts, replaced)))
    return [entry for entry in made if entry not in before]


def _standing_for(facts: Facts, replaced: Entry | None) -> Facts:
    return Facts(
        facts.seat, facts.planned, facts.who, facts.mark, facts.came, facts.left, facts.as_planned,
        replaced.id if replaced else None,
    )  # fmt: skip


def _present(row: SheetRow, who: Attendee, came: datetime, left: datetime | None) -> Facts:
    return Facts(row.seat, row.planned, who, came=came, left=left, as_planned=left is None)


def _over(before: list[Entry], facts: Sequence[Facts], by: Pen) -> list[Entry]:
    """The facts in the place of what was known, one by one; what is left over is taken back, equal facts stay."""
    made = []
    for n, one in enumerate(facts):
        old = before[n] if n < len(before) else None
        if old is None or old.facts != one:
            made.append(by.write(one, old))
    for old in before[len(facts) :]:
        gone = Facts(old.facts.seat, old.facts.planned, old.facts.who, Mark.WITHDRAWN)
        made.append(by.write(gone, old))
    return made


def _because(by: Pen, reason: str) -> Pen:
    return Pen(by.source, by.author, by.at, by.step, reason, by.undoes)


def _presences(planned: Span, said: Sequence[Keyed]) -> list[tuple[datetime, datetime | None]]:
    """All the spans of a row; an end nothing is said of is the plan's."""
    came, left = planned.start, None
    spans: list[tuple[datetime, datetime | None]] = []
    for one in said:
        if one.said is Said.SPANS:
            spans += [_span(start, end, planned) for start, end in one.spans]
            continue
        arrived, gone = _edge(one, planned)
        came, left = arrived or came, gone or left
    if spans and len(said) > sum(one.said is Said.SPANS for one in said):
        raise _Refused(Trouble.CONTRADICTS)
    if (left or planned.end) <= came:
        raise _Refused(Trouble.NOT_FORWARD)
    return sorted(spans, key=lambda span: span[0]) or [(came, left)]


def _edge(one: Keyed, planned: Span) -> tuple[datetime | None, datetime | None]:
    length = timedelta(minutes=one.minute)
    if one.said is Said.LATE:
        return planned.start + length, None
    if one.said is Said.EARLY:
        return None, planned.end - length
    if one.said is Said.CAME:
        return _nearest(one.minute, planned.start), None
    if one.said is Said.LEFT:
        return None, _nearest(one.minute, planned.end)
    came, left = came_or_left(one.minute, planned)
    if came is None and left is None:
        raise _Refused(Trouble.CAME_OR_LEFT)
    return came, left


def _span(start: int, end: int, planned: Span) -> tuple[datetime, datetime]:
    """The stretch of these clock times that shares most with the plan."""
    length = (end - start) % 1440
    if not length:
        raise _Refused(Trouble.NOT_FORWARD)
    day = planned.start.date()
    tries = [Span(at(day, start + n * 1440), at(day, start + n * 1440 + length)) for n in (-1, 0, 1)]

    def shared(span: Span) -> tuple[int, timedelta]:
        inside = span.intersection(planned)
        return -(inside.minutes if inside else 0), abs(span.start - planned.start)

    best = min(tries, key=shared)
    return best.start, best.end


def _nearest(minute: int, moment: datetime) -> datetime:
    day = moment.date()
    return min((at(day, minute + n * 1440) for n in (-1, 0, 1)), key=lambda found: (abs(found - moment), found))


def _added(
    rows: Sequence[SheetRow],
    said: Sequence[Keyed],
    known: dict[tuple[DatedSeat, Attendee], list[Entry]],
    find: Find,
    by: Pen,
) -> tuple[list[Entry], list[Unread]]:
    """People beside the rows, each on a seat of its own of the post that the row nearest in time has last."""
    made: list[Entry] = []
    problems: list[Unread] = []
    taken = {row.seat for row in rows} | {seat for seat, _who in known}
    for one in said:
        who = find(one.words)
        if who is None or not rows:
            problems.append(Unread(one.line, one.text, Trouble.SEVERAL_PEOPLE if rows else Trouble.UNKNOWN_ROW))
            continue
        try:
            made += _beside(rows, one, who, taken, known, by)
        except (_Refused, DomainError):
            problems.append(Unread(one.line, one.text, Trouble.NOT_FORWARD))
    return made, problems


def _beside(
    rows: Sequence[SheetRow],
    one: Keyed,
    who: Attendee,
    taken: set[DatedSeat],
    known: dict[tuple[DatedSeat, Attendee], list[Entry]],
    by: Pen,
) -> list[Entry]:
    first = min(row.planned.start for row in rows)
    whole = Span(first, min(max(row.planned.end for row in rows), first + DAY))
    spans = [Span(*_span(start, end, whole)) for start, end in one.spans]
    wanted = spans[0] if spans else rows[0].planned

    def shared(row: SheetRow) -> int:
        inside = row.planned.intersection(wanted)
        return inside.minutes if inside else 0

    near = max(reversed(rows), key=shared)
    if any(_same_sheet(seat, near.seat) and person == who for seat, person in known):
        return []  # keyed before
    seat = near.seat
    while seat in taken:
        seat = seat._replace(seat=seat.seat + 1)
    taken.add(seat)
    return [
        by.write(Facts(seat, span, who, came=span.start, left=span.end if spans else None, as_planned=not spans))
        for span in spans or [near.planned]
    ]


def _same_sheet(one: DatedSeat, other: DatedSeat) -> bool:
    return (one.checkpoint_id, one.day) == (other.checkpoint_id, other.day)


__all__ = ["Find", "Settled", "SheetRow", "came_or_left", "settle"]
