"""What a weekly wall roster says: per checkpoint, shift and seat the names of the week's days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId
from roster_app.domain.roster import Shift
from roster_app.printing.dates import clock_words
from roster_app.printing.selection import Entry, Source


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


def weeks(days: Iterable[date]) -> tuple[tuple[date, ...], ...]:
    """The days parted before each Monday."""
    parts: list[list[date]] = []
    for day in days:
        if not parts or day.weekday() == 0:
            parts.append([])
        parts[-1].append(day)
    return tuple(tuple(part) for part in parts)


def blocks(source: Source, days: Sequence[date], checkpoint_ids: Iterable[CheckpointId]) -> Iterator[CheckpointBlock]:
    """The blocks of these checkpoints for these days; a checkpoint nobody is wanted at has no shifts."""
    planned: dict[CheckpointId, list[Shift]] = defaultdict(list)
    for shift in source.roster.plan.shifts:
        if days[0] <= shift.day <= days[-1]:
            planned[shift.checkpoint_id].append(shift)
    for checkpoint_id in checkpoint_ids:
        shifts = tuple(_shifts(source, days, planned[checkpoint_id]))
        yield CheckpointBlock(checkpoint_id, source.directory.checkpoint[checkpoint_id].name, shifts)


def _shifts(source: Source, days: Sequence[date], planned: Iterable[Shift]) -> Iterator[ShiftRows]:
    types = source.directory.shift_type
    of_type: dict[ShiftTypeId, dict[date, Shift]] = defaultdict(dict)
    for shift in planned:
        of_type[shift.shift_type_id][shift.day] = shift
    for type_id in sorted(of_type, key=lambda t: (types[t].start, t)):
        clock = clock_words(types[type_id].start, types[type_id].end)
        yield ShiftRows(types[type_id].name, clock, tuple(_seats(source, days, of_type[type_id])))


def _seats(source: Source, days: Sequence[date], shifts: Mapping[date, Shift]) -> Iterator[SeatLine]:
    """A line for each seat any of the days has, in the order of printing; duties of one seat share its cell."""
    cells: dict[tuple[PostId, int], dict[date, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for day, shift in shifts.items():
        for duty in source.duties(shift):
            cells[duty.post_id, duty.seat][day].append(source.entry(shift, duty))
    posts = source.directory.post
    for post_id, seat in sorted(cells, key=lambda c: (not posts[c[0]].leads, posts[c[0]].order, c)):
        by_day = cells[post_id, seat]
        yield SeatLine(posts[post_id].name, posts[post_id].leads, tuple(tuple(by_day.get(day, ())) for day in days))
