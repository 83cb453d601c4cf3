"""What a weekly wall roster says: per checkpoint, shift and seat the names of the week's days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from roster_app.domain.demand import plan_duties
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import Duty, Roster, Shift
from roster_app.domain.team import Directory
from roster_app.domain.timespan import minute_of
from roster_app.printing.dates import clock_words
from roster_app.printing.fitting import Name


@dataclass(frozen=True, slots=True)
class Entry:
    """One duty in a cell: a name, or a line to write one on; `clock` where it is only part of the shift."""

    name: Name | None = None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat through the days: a cell a day, empty where the seat is not wanted."""

    post: str
    leads: bool
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class ShiftRows:
    """One shift type of a checkpoint with its seats, the leading post first."""

    name: str
    clock: str
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True)
class CheckpointBlock:
    """One checkpoint's shifts in order of their start."""

    checkpoint_id: CheckpointId
    name: str
    shifts: tuple[ShiftRows, ...]


def weeks(first: date, last: date) -> tuple[tuple[date, ...], ...]:
    """The days from first to last, both included, parted before each Monday."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    parts: list[list[date]] = []
    for day in days:
        if not parts or day.weekday() == 0:
            parts.append([])
        parts[-1].append(day)
    return tuple(tuple(part) for part in parts)


def person(directory: Directory, volunteer_id: VolunteerId) -> Name:
    """A volunteer's name with the mark that tells namesakes apart."""
    name = directory.volunteer[volunteer_id].name
    return Name(name, directory.name[volunteer_id].removeprefix(name))


def filled_plan(roster: Roster, directory: Directory) -> Roster:
    """The roster, or where nothing is planned yet, one with every seat the team wants and nobody in it."""
    if roster.plan.duties:
        return roster
    ids = count(1)
    try:
        return Roster(plan_duties(directory, roster.period, lambda: next(ids)))
    except DomainError:  # nothing to staff: there is nothing to print but the empty table
        return roster


def blocks(
    roster: Roster, directory: Directory, days: Sequence[date], checkpoint_ids: Iterable[CheckpointId]
) -> Iterator[CheckpointBlock]:
    """The blocks of these checkpoints for these days; a checkpoint nobody is wanted at has no shifts."""
    planned: dict[CheckpointId, list[Shift]] = defaultdict(list)
    for shift in roster.plan.shifts:
        if days[0] <= shift.day <= days[-1]:
            planned[shift.checkpoint_id].append(shift)
    for checkpoint_id in checkpoint_ids:
        shifts = tuple(_shifts(roster, directory, days, planned[checkpoint_id]))
        yield CheckpointBlock(checkpoint_id, directory.checkpoint[checkpoint_id].name, shifts)


def _shifts(
    roster: Roster, directory: Directory, days: Sequence[date], planned: Iterable[Shift]
) -> Iterator[ShiftRows]:
    of_type: dict[ShiftTypeId, dict[date, Shift]] = defaultdict(dict)
    for shift in planned:
        of_type[shift.shift_type_id][shift.day] = shift
    for type_id in sorted(of_type, key=lambda t: (directory.shift_type[t].start, t)):
        shift_type = directory.shift_type[type_id]
        yield ShiftRows(
            shift_type.name,
            clock_words(shift_type.start, shift_type.end),
            tuple(_seats(roster, directory, days, of_type[type_id])),
        )


def _seats(
    roster: Roster, directory: Directory, days: Sequence[date], shifts: Mapping[date, Shift]
) -> Iterator[SeatLine]:
    cells: dict[tuple[PostId, int], dict[date, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for day, shift in shifts.items():
        for duty in roster.plan.duties_of.get(shift.id, ()):
            cells[duty.post_id, duty.seat][day].append(_entry(roster, directory, shift, duty))
    for post_id, seat in sorted(cells, key=lambda key: (*_rank(directory, key[0]), key[1])):
        post = directory.post[post_id]
        by_day = cells[post_id, seat]
        yield SeatLine(post.name, post.leads, tuple(tuple(by_day.get(day, ())) for day in days))


def _rank(directory: Directory, post_id: PostId) -> tuple[bool, int, PostId]:
    post = directory.post[post_id]
    return not post.leads, post.order, post_id


def _entry(roster: Roster, directory: Directory, shift: Shift, duty: Duty) -> Entry:
    holder = roster.holder(duty.id)
    name = None if holder is None else person(directory, holder)
    return Entry(name, part_clock(shift, duty))


def part_clock(shift: Shift, duty: Duty) -> str:
    """The times of a duty that is only part of its shift, else nothing."""
    if duty.span == shift.span:
        return ""
    return clock_words(minute_of(duty.span.start, shift.day), minute_of(duty.span.end, shift.day))
