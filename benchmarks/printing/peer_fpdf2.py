"""The pages as fpdf2 draws them: cell after cell at its place. It reads the type anew for each document: not timed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import segno
from fpdf import FPDF

from benchmarks.printing.page import Line, Page, Words
from roster_app.resources import resource

_FAMILY = "Noto"
_LEADING = 1.3


def ready() -> Callable[[tuple[Page, ...], Path], None]:
    """A document with the type in it, to be filled and written."""
    document = FPDF(unit="pt")
    document.set_auto_page_break(False)
    document.add_font(_FAMILY, "", str(resource("fonts", "NotoSansSC-Regular.ttf")))
    document.add_font(_FAMILY, "B", str(resource("fonts", "NotoSansSC-Bold.ttf")))
    return partial(_write, document)


def _write(document: FPDF, pages: tuple[Page, ...], path: Path) -> None:
    for page in pages:
        _draw(document, page)
    document.output(str(path))


def _draw(document: FPDF, page: Page) -> None:
    document.add_page(format=(page.width, page.height))
    document.set_margin(page.margin)
    document.set_fill_color(224)
    document.set_line_width(0.35)
    top = page.margin
    for words in page.above:
        _cell(document, words, (page.margin, top, page.width - 2 * page.margin, _LEADING * words.size))
        top += _LEADING * words.size
    for line in page.lines:
        _line(document, page, line, top)
        top += line.height
    for words in page.below:
        document.set_xy(page.margin, top)
        _type(document, words)
        document.cell(text=words.text, align="L")
        top += _LEADING * words.size
    _symbol(document, page)


def _line(document: FPDF, page: Page, line: Line, top: float) -> None:
    left = page.margin
    for words, width in page.placed(line):
        _cell(document, words, (left, top, width, line.height), lines=True, fill=line.grey)
        left += width


def _cell(
    document: FPDF, words: Words, room: tuple[float, float, float, float], lines: bool = False, fill: bool = False
) -> None:
    left, top, width, height = room
    document.set_xy(left, top)
    _type(document, words)
    document.cell(width, height, words.text, border=1 if lines else 0, fill=fill, align="C")


def _type(document: FPDF, words: Words) -> None:
    document.set_font(_FAMILY, "B" if words.bold else "", words.size)


def _symbol(document: FPDF, page: Page) -> None:
    rows = segno.make_qr(page.token, error="m").matrix
    module = page.symbol / len(rows)
    left, top = page.width - page.margin - page.symbol, page.height - page.margin - page.symbol
    document.set_fill_color(0)
    for y, row in enumerate(rows):
        for x, black in enumerate(row):
            if black:
                document.rect(left + x * module, top + y * module, module, module, style="F")
