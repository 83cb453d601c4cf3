"""What stands on which sheet of a weekly wall roster: checkpoints and shifts kept together, sheets evenly filled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roster_app.domain.ids import CheckpointId
from roster_app.printing.fitting import Name, Setting


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """A name and how it will be set, or nothing: a line to write one on."""

    height: float
    name: Name | None = None
    setting: Setting | None = None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class PlacedSeat:
    """A seat's line through the days with its height."""

    post: str
    leads: bool
    cells: tuple[tuple[PlacedEntry, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class PlacedShift:
    """A shift's rows; `continued` where a sheet ended within the shift."""

    name: str
    clock: str
    seats: tuple[PlacedSeat, ...]
    padding: float
    continued: bool = False

    @property
    def height(self) -> float:
        return sum(seat.height for seat in self.seats) + 2 * self.padding


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A checkpoint's shifts on one sheet; `continued` where a sheet before shows the others."""

    checkpoint_id: CheckpointId
    name: str
    shifts: tuple[PlacedShift, ...]
    continued: bool = False

    @property
    def height(self) -> float:
        return sum(shift.height for shift in self.shifts)


Sheet = tuple[PlacedBlock, ...]


def named(blocks: Sequence[PlacedBlock]) -> Iterator[tuple[Name, Setting]]:
    """Every name on a sheet with how it is set."""
    for block in blocks:
        for seat in (seat for shift in block.shifts for seat in shift.seats):
            for entry in (entry for cell in seat.cells for entry in cell):
                if entry.name and entry.setting:
                    yield entry.name, entry.setting


def pack(blocks: Sequence[PlacedBlock], height: float) -> Iterator[Sheet]:
    """Sheets in order: a checkpoint stays whole if a sheet can hold it, a shift if a sheet can hold that."""
    sheet: list[PlacedBlock] = []
    free = height
    for block in blocks:
        if sheet and block.height > free:
            yield tuple(sheet)
            sheet, free = [], height
        for part in _parts(block, height):
            if sheet and part.height > free:
                yield tuple(sheet)
                sheet, free = [], height
            sheet.append(part)
            free -= part.height
    yield tuple(sheet)


def _parts(block: PlacedBlock, height: float) -> Iterator[PlacedBlock]:
    """The block, or where no sheet could hold it, its shifts in portions that fill sheets."""
    portion: list[PlacedShift] = []
    continued = False
    for shift in (part for whole in block.shifts for part in _shift_parts(whole, height)):
        if portion and sum(s.height for s in portion) + shift.height > height:
            yield replace(block, shifts=tuple(portion), continued=continued)
            portion, continued = [], True
        portion.append(shift)
    yield replace(block, shifts=tuple(portion), continued=continued)


def _shift_parts(shift: PlacedShift, height: float) -> Iterator[PlacedShift]:
    """The shift, or where no sheet could hold it, its seats in portions that do."""
    portion: list[PlacedSeat] = []
    continued = False
    for seat in shift.seats:
        if portion and sum(s.height for s in portion) + seat.height + 2 * shift.padding > height:
            yield replace(shift, seats=tuple(portion), continued=continued)
            portion, continued = [], True
        portion.append(seat)
    yield replace(shift, seats=tuple(portion), continued=continued)


def spread(sheet: Sheet, height: float, most: float) -> Sheet:
    """The sheet with its low lines raised to one height, so that it is `height` tall, each line `most` at the most."""
    heights = [seat.height for block in sheet for shift in block.shifts for seat in shift.seats]
    free = height - sum(block.height for block in sheet)
    level = min(_level(heights, free), most)
    return tuple(replace(block, shifts=tuple(_raise(shift, level) for shift in block.shifts)) for block in sheet)


def _level(heights: Sequence[float], free: float) -> float:
    """The height to which `free` more points raise the lowest lines, like water in a vessel."""
    ordered = sorted(heights)
    for count, height in enumerate(ordered[1:], start=1):
        if free <= (height - ordered[count - 1]) * count:
            return ordered[count - 1] + free / count
        free -= (height - ordered[count - 1]) * count
    return ordered[-1] + free / len(ordered)


def _raise(shift: PlacedShift, level: float) -> PlacedShift:
    return replace(shift, seats=tuple(replace(seat, height=max(seat.height, level)) for seat in shift.seats))
