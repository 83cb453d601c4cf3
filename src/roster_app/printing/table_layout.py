"""How a table is laid on sheets: which rows and columns stand on which page, and how large the names are set."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import ceil

from roster_app.printing.fitting import MARK, Breaking, Frame, Setting, breakings, fit_broken
from roster_app.printing.fonts import Face, TypeCase
from roster_app.printing.paper import Paper
from roster_app.printing.selection import Entry
from roster_app.printing.table_content import Cell, Column, Part, Row
from roster_app.printing.wall_measures import margin, small_print

QR = 5.6
"""Width of the QR symbol in sizes of the small print: 16 mm on A4, 21 mm on A3."""
_LABEL = 1.3  # size of a label column's words, of the small print
SEAL = 12
"""Height of a field for a seal below a table, in sizes of the small print: 34 mm."""
HEAD = 1.1
"""Size of the columns' heads, of the small print."""
_WIDEST_LABEL = 13.0  # of a label column, in sizes of the small print: longer words are condensed or broken
_LINE = 1.6  # least height of a row, for each name that stands below another
_ROOMIEST = 3.4  # the most a row is spread to fill the sheet
_SMALLEST = 1.0  # of names, in sizes of the small print; the largest that is tried is for each part to say
_STEP = 0.5  # points
_GRAIN = 1e-6  # what sums of equal heights may be off
_FEW = 0.15  # the share of names that may be set with makeshifts for the others to be larger
_STILL_CALM = 0.9  # a name condensed this little does not stand out


@dataclass(frozen=True, slots=True)
class TableMeasures:
    """The measures of one sheet in points: all furniture is a multiple of the small print."""

    paper: Paper
    landscape: bool
    grouped: bool = False

    @property
    def page(self) -> Frame:
        return self.paper.landscape if self.landscape else self.paper.portrait

    @property
    def unit(self) -> float:
        return small_print(self.paper)

    @property
    def margin(self) -> float:
        return margin(self.paper)

    @property
    def width(self) -> float:
        return self.page.width - 2 * self.margin

    @property
    def group_height(self) -> float:
        return self.unit * 2.0 * self.grouped

    @property
    def head_height(self) -> float:
        return self.group_height + self.unit * 2.6

    @property
    def body_top(self) -> float:
        return self.margin + self.unit * 6.0 + self.head_height

    @property
    def foot_top(self) -> float:
        return self.page.height - self.margin - self.unit * (QR + 1.8)

    @property
    def body_height(self) -> float:
        return self.foot_top - self.unit * 0.6 - self.body_top

    @property
    def gap(self) -> float:
        """Room between words and the lines around their cell, at each side."""
        return self.unit * 0.3


@dataclass(frozen=True, slots=True)
class TablePage:
    """What stands on one page: columns with their widths, rows with their heights; continued after the first."""

    part: Part
    measures: TableMeasures
    columns: tuple[tuple[Column, float], ...]
    rows: tuple[tuple[Row, float], ...]
    continued: bool
    size: float = 0.0

    @property
    def lacks_columns(self) -> bool:
        """Whether other pages show some of the columns."""
        return len(self.columns) < len(self.part.columns)


def lay_out(parts: Sequence[Part], paper: Paper, type_case: TypeCase, *, landscape: bool | None) -> list[TablePage]:
    """All pages, in one size and one way of the paper: the asked one, else that of the fewest pages, then of the
    fewest without all columns, of the largest names, of the least empty paper."""
    ways = (False, True) if landscape is None else (landscape,)
    layouts = [_lay_out(parts, paper, type_case, landscape=way) for way in ways]
    return min(layouts, key=_badness)


def _badness(pages: Sequence[TablePage]) -> tuple[float, ...]:
    empty = sum(page.measures.body_height - sum(height for _, height in page.rows) for page in pages)
    return len(pages), sum(page.lacks_columns for page in pages), -pages[0].size, empty


def _lay_out(parts: Sequence[Part], paper: Paper, type_case: TypeCase, *, landscape: bool) -> list[TablePage]:
    pages = [page for part in parts for page in _pages(part, TableMeasures(paper, landscape), type_case)]
    names, setter, unit = _names(pages), Setter(type_case), small_print(paper)
    bounds = _SMALLEST, min(part.largest for part in parts)
    smallest, largest = (int(bound * unit / _STEP) for bound in bounds)
    tolerable = max(_makeshifts(names, setter, smallest * _STEP), _FEW)
    sizes = (size * _STEP for size in range(largest, smallest, -1))
    best = next((size for size in sizes if _makeshifts(names, setter, size) <= tolerable), smallest * _STEP)
    return [replace(page, size=best) for page in pages]


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets the names of cells; how each can be broken is worked out once."""

    type_case: TypeCase
    _known: dict[tuple[Entry, Face], Sequence[Breaking]] = field(default_factory=dict)

    def __call__(self, entry: Entry, frame: Frame, size: float, face: Face) -> Setting:
        """The entry's name as large as its frame allows, `size` at the most."""
        key = entry, face
        if key not in self._known:
            self._known[key] = breakings(entry.words, lambda text: self.type_case.ems(text, face))
        return fit_broken(self._known[key], frame, size)


def face_of(entry: Entry, column: Column) -> Face:
    """Leaders, and what a column sets off, are bold."""
    return Face.BOLD if entry.leads or column.bold else Face.REGULAR


def size_of(column: Column, page: TablePage) -> float:
    """The largest size of a column's words."""
    return page.measures.unit * _LABEL if column.label else page.size


def cell_frame(column: Column, width: float, height: float, cell: Cell, measures: TableMeasures) -> Frame:
    """The room of each entry of a cell, those beside each other sharing its width, those below its height."""
    across = min(column.across, len(cell)) or 1
    lines = ceil(len(cell) / across) or 1
    return Frame(width / across - 2 * measures.gap, height / lines - measures.unit * 0.2)


_Named = tuple[Entry, Frame, Face]


def _names(pages: Sequence[TablePage]) -> Mapping[_Named, int]:
    """The names of all columns but labels, with how often each has to be set into a frame of that size."""
    return Counter(named for page in pages for named in _names_of(page))


def _names_of(page: TablePage) -> Iterator[_Named]:
    for row, height in page.rows:
        for (column, width), cell in zip(page.columns, row.cells, strict=True):
            if cell and not column.label:
                frame = cell_frame(column, width, height, cell, page.measures)
                yield from ((entry, frame, face_of(entry, column)) for entry in cell if entry.name)


def _makeshifts(names: Mapping[_Named, int], setter: Setter, size: float) -> float:
    """The share of names that are broken, smaller than the rest or noticeably condensed; a mark may do as it likes."""
    found = (
        count for (entry, frame, face), count in names.items() if _is_makeshift(setter(entry, frame, size, face), size)
    )
    return sum(found) / max(sum(names.values()), 1)


def _is_makeshift(setting: Setting, size: float) -> bool:
    condensed = setting.scale < _STILL_CALM and not setting.mark
    return setting.size < size or len(setting.name_lines) > 1 or condensed


# Columns


def _pages(part: Part, ungrouped: TableMeasures, type_case: TypeCase) -> Iterator[TablePage]:
    measures = replace(ungrouped, grouped=any(column.group for column in part.columns))
    labels = _label_widths(part, measures, type_case)
    room = measures.width - sum(labels.values())
    continued = False
    for shown in _portions(part.columns, room, measures.unit):
        kept = [n for n, column in enumerate(part.columns) if column.label or n in shown]
        share = room / (sum(_least(part.columns[n]) for n in shown) or 1.0)
        columns = tuple((part.columns[n], labels.get(n) or _least(part.columns[n]) * share) for n in kept)
        rows = [replace(row, cells=tuple(row.cells[n] for n in kept)) for row in part.rows]
        height_left = measures.body_height - measures.unit * SEAL * bool(part.below)
        for page in _stacks(rows, [column for column, _ in columns], measures, height_left):
            yield TablePage(part, measures, columns, page, continued)
            continued = True


def _least(column: Column) -> float:
    return column.least * column.across


def _label_widths(part: Part, measures: TableMeasures, type_case: TypeCase) -> dict[int, float]:
    """As wide as their words; narrower where they would leave no room for names, wider where there are no others."""
    widths = {n: _label_width(part, n, measures, type_case) for n, c in enumerate(part.columns) if c.label}
    least = max((_least(column) * measures.unit for column in part.columns if not column.label), default=0.0)
    share = (measures.width - least) / (sum(widths.values()) or 1.0)
    return {n: width * min(share, 1.0 if least else share) for n, width in widths.items()}


def _label_width(part: Part, index: int, measures: TableMeasures, type_case: TypeCase) -> float:
    """As wide as the widest of its words, up to a point."""
    column, unit = part.columns[index], measures.unit
    entries = [entry for row in part.rows for entry in row.cells[index]]
    names = (entry.words for entry in entries)
    words = max((_ems(name.text, type_case) + MARK * _ems(name.mark, type_case) for name in names), default=0.0)
    to_write_on = column.least if any(entry.name is None for entry in entries) else 0.0
    widest = max(words * _LABEL, to_write_on, *(_ems(word, type_case) * HEAD for word in column.head.split()))
    return min(widest * unit + 3 * measures.gap, _WIDEST_LABEL * unit)


def _ems(text: str, type_case: TypeCase) -> float:
    return type_case.ems(text, Face.BOLD)


def _portions(columns: Sequence[Column], room: float, unit: float) -> Iterator[list[int]]:
    """The columns of each page but the labels: a group stays together if a page can hold it."""
    most = room / unit
    page: list[int] = []
    used = 0.0
    for _, members in groupby((n for n, c in enumerate(columns) if not c.label), key=lambda n: columns[n].group):
        group = list(members)
        whole = sum(_least(columns[n]) for n in group)
        if page and used + whole > most:
            yield page
            page, used = [], 0.0
        for n in group:
            if page and used + _least(columns[n]) > most:
                yield page
                page, used = [], 0.0
            page.append(n)
            used += _least(columns[n])
    yield page


# Rows


def _stacks(
    rows: Sequence[Row], columns: Sequence[Column], measures: TableMeasures, room: float
) -> Iterator[tuple[tuple[Row, float], ...]]:
    """The rows of each page, about as many on each, spread to fill it."""
    needs = [_LINE * measures.unit * _lines(row, columns) for row in rows]
    pages = ceil(sum(needs) / room)
    limit = min(room, sum(needs) / pages + max(needs) / 2)
    stacks: list[list[int]] = [[]]
    for n, need in enumerate(needs):
        if stacks[-1] and sum(needs[m] for m in stacks[-1]) + need > limit + _GRAIN:
            stacks.append(_taken_over(rows, stacks[-1]))
        stacks[-1].append(n)
    fullest = max(sum(needs[n] for n in stack) for stack in stacks)
    stretch = min(room / fullest, _ROOMIEST / _LINE)
    for stack in stacks:
        yield tuple((rows[n], needs[n] * stretch) for n in stack)


def _taken_over(rows: Sequence[Row], stack: list[int]) -> list[int]:
    """The rows at the foot of a page that go on to the next, because they belong to what follows."""
    begin = len(stack)
    while begin > 1 and rows[stack[begin - 1]].keep:
        begin -= 1
    taken = stack[begin:] if begin > 1 else []
    del stack[len(stack) - len(taken) :]
    return taken


def _lines(row: Row, columns: Sequence[Column]) -> int:
    return max((ceil(len(cell) / column.across) for cell, column in zip(row.cells, columns, strict=True)), default=1)
