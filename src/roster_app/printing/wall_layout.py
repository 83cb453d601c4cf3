"""How large the names of a weekly wall roster are set: the largest type that costs no further sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from roster_app.printing.fitting import LEADING, MARK, Frame, fit_name
from roster_app.printing.fonts import Face, TypeCase
from roster_app.printing.notices import READABLE_ON_A_WALL
from roster_app.printing.selection import Entry
from roster_app.printing.wall_content import CheckpointBlock, SeatLine, ShiftRows
from roster_app.printing.wall_measures import WallMeasures
from roster_app.printing.wall_packing import (
    PlacedBlock,
    PlacedEntry,
    PlacedSeat,
    PlacedShift,
    Sheet,
    named,
    pack,
    spread,
)

_LINE = 1.1  # height of a seat's line, in sizes
_APART = 0.1  # between a broken name and its neighbours, in sizes
_SMALLER_WHEN_BROKEN = 0.72  # a name on two lines may give way this far, if it stays readable on a wall
_ROOMIEST = 2.4  # the most a seat's line is spread to fill the sheet, in sizes
_STILL_CALM = 0.9  # a name condensed this little does not stand out

Week = tuple[WallMeasures, Sequence[CheckpointBlock]]
Place = Callable[[Entry, bool], PlacedEntry]


@dataclass(frozen=True, slots=True)
class Layout:
    """The size of the names, the sheets of each week, and the points by which names fall short of the usual size."""

    size: float
    sheets: tuple[tuple[Sheet, ...], ...]
    lost: float

    @property
    def cost(self) -> tuple[float, int, float]:
        """The less of it the better: points lost, then sheets, then whatever the size leaves to be desired."""
        return self.lost, sum(len(sheets) for sheets in self.sheets), -self.size


def lay_out(weeks: Sequence[Week], type_case: TypeCase) -> Layout:
    """All weeks, each sheet filled from top to bottom.

    One size for all sheets: the largest that needs no more sheets, and sets no more names with makeshifts, than the
    standard size of the paper.
    """
    sizes = weeks[0][0].sizes
    best = standard = _attempt(weeks, float(sizes[0]), type_case)
    for size in reversed(sizes[1:]):
        attempt = _attempt(weeks, float(size), type_case)
        if attempt.sheet_count <= standard.sheet_count and attempt.makeshifts <= standard.makeshifts:
            best = attempt
            break
    return Layout(
        best.size,
        tuple(
            tuple(spread(sheet, measures.body_height, _ROOMIEST * best.size) for sheet in sheets)
            for (measures, _), sheets in zip(weeks, best.sheets, strict=True)
        ),
        best.lost(float(sizes[0])),
    )


@dataclass(frozen=True, slots=True)
class _Attempt:
    """Everything laid out in one size."""

    size: float
    sheets: tuple[tuple[Sheet, ...], ...]
    makeshifts: int

    @property
    def sheet_count(self) -> int:
        return sum(len(sheets) for sheets in self.sheets)

    def lost(self, size: float) -> float:
        """By how many points names are smaller than this size, all together."""
        every = (setting for sheets in self.sheets for sheet in sheets for _, setting in named(sheet))
        return sum(max(size - setting.size, 0.0) for setting in every)


def _attempt(weeks: Sequence[Week], size: float, type_case: TypeCase) -> _Attempt:
    @cache
    def placer(measures: WallMeasures) -> Place:
        return _placer(measures, size, type_case)

    makeshifts = 0
    sheets: list[tuple[Sheet, ...]] = []
    for measures, blocks in weeks:
        placed = [_place(block, measures, size, placer(measures)) for block in blocks]
        makeshifts += _makeshifts(placed, size)
        sheets.append(tuple(pack(placed, measures.body_height)))
    return _Attempt(size, tuple(sheets), makeshifts)


def _placer(measures: WallMeasures, size: float, type_case: TypeCase) -> Place:
    """Sets the entries of one sheet's cells; each name is worked out once."""
    broken = 2 * max(READABLE_ON_A_WALL, _SMALLER_WHEN_BROKEN * size)
    marked = (1 + MARK) * size
    frame = Frame(measures.day_width - 2 * measures.gap, LEADING * max(broken, marked))

    @cache
    def place(entry: Entry, bold: bool) -> PlacedEntry:
        if entry.name is None:
            return PlacedEntry(_LINE * size, clock=entry.clock)
        face = Face.BOLD if bold else Face.REGULAR
        setting = fit_name(entry.words, frame, size, lambda text: type_case.ems(text, face))
        apart = _APART * size if len(setting.lines) > 1 else 0.0
        return PlacedEntry(max(_LINE * size, setting.height + apart), entry.name, setting)

    return place


def _place(block: CheckpointBlock, measures: WallMeasures, size: float, place: Place) -> PlacedBlock:
    shifts = (_place_shift(shift, measures, size, place) for shift in block.shifts)
    return PlacedBlock(block.checkpoint_id, block.name, tuple(shifts))


def _place_shift(shift: ShiftRows, measures: WallMeasures, size: float, place: Place) -> PlacedShift:
    seats = tuple(_place_seat(seat, size, place) for seat in shift.seats)
    return PlacedShift(shift.name, shift.clock, seats, measures.padding)


def _place_seat(seat: SeatLine, size: float, place: Place) -> PlacedSeat:
    cells = tuple(tuple(place(entry, seat.leads) for entry in cell) for cell in seat.cells)
    tallest = max((sum(entry.height for entry in cell) for cell in cells), default=0.0)
    return PlacedSeat(seat.post, seat.leads, cells, max(tallest, _LINE * size))


def _makeshifts(blocks: Sequence[PlacedBlock], size: float) -> int:
    """How many names are broken, smaller than the rest or noticeably condensed; a mark may do as it likes."""
    return sum(
        setting.size < size or len(setting.name_lines) > 1 or (setting.scale < _STILL_CALM and not setting.mark)
        for _, setting in named(blocks)
    )
