"""The words of our own sheets, taken from their layout."""

from collections.abc import Iterator
from itertools import chain, groupby, repeat

from benchmarks.printing.page import Line, Page, Words
from roster_app.printing.duty_content import DutyRow, ShiftBlock
from roster_app.printing.duty_drawing import NAME_SIZE, QR, WIDTHS, labels
from roster_app.printing.duty_sheet import HAND_OVER, HEAD, MARGIN, PAGE, DutyPage
from roster_app.printing.fitting import Frame
from roster_app.printing.fonts import Face, fonts
from roster_app.printing.furniture import Furniture
from roster_app.printing.handover_content import supplies
from roster_app.printing.table_content import Cell, Column, Row
from roster_app.printing.table_layout import HEAD as TABLE_HEAD
from roster_app.printing.table_layout import QR as TABLE_QR
from roster_app.printing.table_layout import TablePage, cell_frame, size_of
from roster_app.printing.table_sheet import TableSheet

_SMALL = 8.5


def of_month(sheet: TableSheet) -> Page:
    """A page of a table."""
    page, words = sheet.page, sheet.words
    measures, unit = page.measures, page.measures.unit
    return Page(
        measures.page.width,
        measures.page.height,
        measures.margin,
        (Words(words.title, 2.8 * unit, bold=True), Words(_contacts(words), 1.35 * unit)),
        tuple(width for _, width in page.columns),
        (*_heads(page), *(_day(page, row, height) for row, height in page.rows)),
        (*(Words(rule, unit) for rule in words.rules), *_foot(words, unit)),
        sheet.token,
        TABLE_QR * unit,
    )


def _contacts(words: Furniture) -> str:
    return f"{words.lead}  {words.duty_leader}  {words.phone}"


def _foot(words: Furniture, size: float) -> Iterator[Words]:
    signed = "  ".join(name for _label, name in words.signers)
    yield Words(f"{signed}  {words.state} · {words.page}", size)


def _heads(page: TablePage) -> Iterator[Line]:
    """Groups with their clocks, and the columns below them."""
    measures, columns = page.measures, [column for column, _ in page.columns]
    size = measures.unit * TABLE_HEAD
    groups = [(name, len(list(own))) for name, own in groupby(columns, lambda c: f"{c.group} {c.clock}".strip())]
    if measures.grouped:
        cells = tuple(Words(name, 1.2 * measures.unit, bold=True, columns=count) for name, count in groups)
        yield Line(cells, measures.group_height)
    heads = tuple(Words(column.head, size, column.bold) for column in columns)
    yield Line(heads, measures.head_height - measures.group_height)


def _day(page: TablePage, row: Row, height: float) -> Line:
    columns = zip(page.columns, row.cells, strict=True)
    return Line(
        tuple(_cell(page, column, Frame(width, height), cell) for (column, width), cell in columns), height, row.grey
    )


def _cell(page: TablePage, column: Column, room: Frame, cell: Cell) -> Words:
    """Its names on one line, in a size at which they stand there without being condensed."""
    text = " ".join(str(entry.words) for entry in cell)
    face = Face.BOLD if column.bold or any(entry.leads for entry in cell) else Face.REGULAR
    frame = cell_frame(column, room.width, room.height, cell, page.measures)
    size = min(size_of(column, page), frame.width / max(fonts().ems(text, face), 1.0))
    return Words(text, size, face is Face.BOLD)


def of_day(page: DutyPage) -> Page:
    """A daily sheet."""
    words = page.words
    leaders = "  ".join(f"{label} {name}" for label, name in page.leaders)
    heads = Line(tuple(Words(label, 10.5, bold=True) for label in labels().values()), HEAD, grey=True)
    blank = Line((Words("", 10, columns=len(WIDTHS)),), page.row_height)
    return Page(
        PAGE.width,
        PAGE.height,
        MARGIN,
        (
            Words(words.title, 21, bold=True),
            Words(f"{page.day}  {page.day_type}  {words.phone}", 14, bold=True),
            Words(f"{words.duty_leader}  {leaders}", 10),
        ),
        tuple(WIDTHS.values()),
        (
            heads,
            *(line for block in page.blocks for line in _shift(block, page.row_height)),
            *[blank] * page.write_in_rows,
        ),
        (*(Words(rule, _SMALL) for rule in words.rules), *_foot(words, _SMALL)),
        page.token,
        QR,
    )


def _shift(block: ShiftBlock, height: float) -> Iterator[Line]:
    for row, shift in zip(block.rows, chain((block.name, block.clock), repeat("")), strict=False):
        yield Line(tuple(_duty(row, shift)), height)
    yield Line((Words("  ".join(supplies()), 9, columns=len(WIDTHS)),), HAND_OVER)


def _duty(row: DutyRow, shift: str) -> Iterator[Words]:
    yield Words(str(row.number), 10)
    yield Words(shift, 10)
    yield Words(row.post, 10.5, row.leads)
    yield Words(str(row.name or ""), NAME_SIZE, bold=True)
    yield Words(f"{row.affiliation} {row.phone}".strip(), 10)
    for _ in range(len(WIDTHS) - 5):
        yield Words("", 10)
