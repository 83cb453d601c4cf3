"""How large and where the names of a weekly wall roster stand: the largest type that costs no further sheet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from roster_app.domain.ids import CheckpointId
from roster_app.printing.fitting import LEADING, MARK, Frame, Name, Setting, fit_name
from roster_app.printing.fonts import Face, TypeCase
from roster_app.printing.notices import READABLE_ON_A_WALL
from roster_app.printing.paper import MM, Paper
from roster_app.printing.wall_content import CheckpointBlock, Entry, SeatLine, ShiftRows

POST_SIZE = 1.1
"""Size of a post's name, in sizes of the small print."""
_APART = 0.1  # between a broken name and its neighbours, in sizes
_LINE = 1.1  # height of a seat's line, in sizes
_SMALLER_WHEN_BROKEN = 0.72  # a name on two lines may give way this far, if it stays readable on a wall
_ROOMIEST = 2.4  # the most a seat's line is spread to fill the sheet, in sizes

_STILL_CALM = 0.9  # a name condensed this little does not stand out

Fit = Callable[[Name, bool], Setting]


@dataclass(frozen=True, slots=True)
class WallMeasures:
    """The measures of one wall sheet in points; A4 is A3 made smaller, except for the names' own size."""

    paper: Paper
    day_count: int
    post_width: float
    """Width of the column of posts."""

    @property
    def page(self) -> Frame:
        return self.paper.landscape

    @property
    def unit(self) -> float:
        """Size of the small print; all other furniture is a multiple of it."""
        return small_print(self.paper)

    @property
    def margin(self) -> float:
        return 9 * MM if self.paper is Paper.A3 else 7 * MM

    @property
    def sizes(self) -> range:
        """Sizes of the names to choose from, the smallest is the standard of the paper."""
        return range(28, 45) if self.paper is Paper.A3 else range(20, 33)

    @property
    def checkpoint_width(self) -> float:
        return self.unit * 3.4

    @property
    def shift_width(self) -> float:
        return self.unit * 6.4

    @property
    def days_left(self) -> float:
        """Where the first day's column begins."""
        return self.margin + self.checkpoint_width + self.shift_width + self.post_width

    @property
    def day_width(self) -> float:
        """A short week keeps columns of a fifth at most; what is left over is for notes."""
        room = self.page.width - self.margin - self.days_left
        return room / max(self.day_count, 5)

    @property
    def header_height(self) -> float:
        return self.unit * 3.6

    @property
    def body_top(self) -> float:
        return self.margin + self.unit * 6.0 + self.header_height

    @property
    def body_height(self) -> float:
        return self.page.height - self.margin - self.unit * 4.4 - self.body_top

    @property
    def gap(self) -> float:
        """Room between a name and the lines around its cell, at each side."""
        return self.unit * 0.5

    @property
    def padding(self) -> float:
        """Room above the first and below the last name of a shift."""
        return self.unit * 0.15


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


def small_print(paper: Paper) -> float:
    """Size of the smallest words on a wall sheet."""
    return 10.5 if paper is Paper.A3 else 8.0


def measure(paper: Paper, day_count: int, blocks: Sequence[CheckpointBlock], type_case: TypeCase) -> WallMeasures:
    """The measures of the sheets of these blocks: the column of posts is as wide as their longest word."""
    unit = small_print(paper)
    words = {word for block in blocks for s in block.shifts for seat in s.seats for word in seat.post.split()}
    widest = max((type_case.ems(word, Face.BOLD) for word in words), default=0.0) * POST_SIZE * unit
    return WallMeasures(paper, day_count, min(max(widest + unit, 4.4 * unit), 7.5 * unit))


def lay_out(
    weeks: Sequence[tuple[WallMeasures, Sequence[CheckpointBlock]]], type_case: TypeCase
) -> tuple[float, tuple[tuple[Sheet, ...], ...]]:
    """The size of the names and the sheets of each week, each sheet filled from top to bottom.

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
    return best.size, tuple(
        tuple(_spread(sheet, measures, best.size) for sheet in sheets)
        for (measures, _), sheets in zip(weeks, best.sheets, strict=True)
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


def _attempt(
    weeks: Sequence[tuple[WallMeasures, Sequence[CheckpointBlock]]], size: float, type_case: TypeCase
) -> _Attempt:
    makeshifts = 0
    sheets: list[tuple[Sheet, ...]] = []
    for measures, blocks in weeks:
        fit = _fitter(measures, size, type_case)
        placed = [_place(block, measures, size, fit) for block in blocks]
        makeshifts += _makeshifts(placed, size)
        sheets.append(tuple(pack(placed, measures.body_height)))
    return _Attempt(size, tuple(sheets), makeshifts)


def _fitter(measures: WallMeasures, size: float, type_case: TypeCase) -> Fit:
    broken = 2 * max(READABLE_ON_A_WALL, _SMALLER_WHEN_BROKEN * size)
    marked = (1 + MARK) * size
    frame = Frame(measures.day_width - 2 * measures.gap, LEADING * max(broken, marked))

    @cache
    def fit(name: Name, bold: bool) -> Setting:
        face = Face.BOLD if bold else Face.REGULAR
        return fit_name(name, frame, size, lambda text: type_case.ems(text, face))

    return fit


def _place(block: CheckpointBlock, measures: WallMeasures, size: float, fit: Fit) -> PlacedBlock:
    shifts = (_place_shift(shift, measures, size, fit) for shift in block.shifts)
    return PlacedBlock(block.checkpoint_id, block.name, tuple(shifts))


def _place_shift(shift: ShiftRows, measures: WallMeasures, size: float, fit: Fit) -> PlacedShift:
    seats = tuple(_place_seat(seat, size, fit) for seat in shift.seats)
    return PlacedShift(shift.name, shift.clock, seats, measures.padding)


def _place_seat(seat: SeatLine, size: float, fit: Fit) -> PlacedSeat:
    cells = tuple(tuple(_place_entry(entry, seat.leads, size, fit) for entry in cell) for cell in seat.cells)
    tallest = max((sum(entry.height for entry in cell) for cell in cells), default=0.0)
    return PlacedSeat(seat.post, seat.leads, cells, max(tallest, _LINE * size))


def _place_entry(entry: Entry, bold: bool, size: float, fit: Fit) -> PlacedEntry:
    if entry.name is None:
        return PlacedEntry(_LINE * size, clock=entry.clock)
    name = replace(entry.name, mark=entry.name.mark + (f" {entry.clock}" if entry.clock else ""))
    setting = fit(name, bold)
    apart = _APART * size if len(setting.lines) > 1 else 0.0
    return PlacedEntry(max(_LINE * size, setting.height + apart), entry.name, setting)


def _makeshifts(blocks: Sequence[PlacedBlock], size: float) -> int:
    """How many names are broken, smaller than the rest or noticeably condensed; a mark may do as it likes."""
    return sum(
        setting.size < size or len(setting.name_lines) > 1 or (setting.scale < _STILL_CALM and not setting.mark)
        for _, setting in named(blocks)
    )


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


def _spread(sheet: Sheet, measures: WallMeasures, size: float) -> Sheet:
    """The sheet with its low lines raised to one height, so that it is filled, or its lines are calmly apart."""
    heights = [seat.height for block in sheet for shift in block.shifts for seat in shift.seats]
    free = measures.body_height - sum(block.height for block in sheet)
    level = min(_level(heights, free), _ROOMIEST * size)
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
