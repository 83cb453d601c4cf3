"""The pages as an office prints them: a spreadsheet, a page a sheet, turned into PDF by LibreOffice without a window.

Its time is that of making the workbook and of the whole process, whose profile is there from the round before.
"""

import os
import subprocess
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import segno
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.printing.page import Line, Page, Words
from roster_app.resources import resource

_FONT = "Noto Sans SC"
_CHARACTER = 5.25  # points of a column's width of one
_HAIR = Side("hair")
_LINES = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_GREY = PatternFill("solid", fgColor="E0E0E0")
_MIDDLE, _LEFT = Alignment("center", "center"), Alignment("left", "center")
_LEADING = 1.3
_PATIENCE = 300  # seconds


def ready_in(office: str, folder: Path) -> Callable[[], Callable[[tuple[Page, ...], Path], None]]:
    """Prints with that program, whose profile and type are kept in the folder."""
    known = folder / "fonts.conf"
    known.write_text(
        f"<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{resource('fonts')}</dir></fontconfig>",
        encoding="utf-8",
    )
    return lambda: partial(_write, office, folder)


def _write(office: str, folder: Path, pages: tuple[Page, ...], path: Path) -> None:
    book = folder / f"{path.stem}.xlsx"
    _workbook(pages).save(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(book)]
    known = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE, env=known)


def _workbook(pages: tuple[Page, ...]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, page in enumerate(pages, start=1):
        _fill(book.create_sheet(str(number)), page)
    return book


def _fill(sheet: Worksheet, page: Page) -> None:
    _set_up(sheet, page)
    row = 1
    for words in page.above:
        _words(sheet, row, 1, words, len(page.widths))
        row += 1
    for line in page.lines:
        _line(sheet, row, line)
        row += 1
    for words in page.below:
        _words(sheet, row, 1, words, 1)
        sheet.cell(row, 1).alignment = _LEFT
        row += 1
    sheet.add_image(_symbol(page), f"{get_column_letter(len(page.widths))}{row}")


def _set_up(sheet: Worksheet, page: Page) -> None:
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if page.width > page.height else "portrait"
    sheet.page_setup.fitToHeight = sheet.page_setup.fitToWidth = 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    inches = page.margin / 72
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = inches
    for column, width in enumerate(page.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width / _CHARACTER


def _line(sheet: Worksheet, row: int, line: Line) -> None:
    column = 1
    for words in line.cells:
        _words(sheet, row, column, words, words.columns)
        cell = sheet.cell(row, column)
        cell.border = _LINES
        if line.grey:
            cell.fill = _GREY
        column += words.columns
    sheet.row_dimensions[row].height = line.height


def _words(sheet: Worksheet, row: int, column: int, words: Words, columns: int) -> None:
    cell = sheet.cell(row, column, words.text)
    cell.font = Font(_FONT, words.size, words.bold)
    cell.alignment = _MIDDLE
    if columns > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + columns - 1)
    sheet.row_dimensions[row].height = _LEADING * words.size


def _symbol(page: Page) -> Image:
    drawn = BytesIO()
    segno.make_qr(page.token, error="m").save(drawn, kind="png", border=0, scale=8)
    drawn.seek(0)
    picture = Image(drawn)
    picture.width = picture.height = round(page.symbol * 96 / 72)
    return picture
