"""The rows of a file that stay out, as a workbook: as they were, with what is wrong beside them, to be mended there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from roster_app.exchange.books import new_book
from roster_app.exchange.grids import CellValue, Grid, column_letter
from roster_app.i18n import _

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMATS = ((datetime, "yyyy-mm-dd hh:mm"), (date, "yyyy-mm-dd"), (time, "hh:mm"))


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row of a sheet, counted from 0, with the sentences of what is wrong in it."""

    row: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RejectedSheet:
    """A sheet with rejected rows; `last_row`, from 0, is the last that anything was read of."""

    grid: Grid
    header_rows: tuple[int, ...]
    """Counted from 1."""
    last_row: int
    rejected: tuple[RejectedRow, ...]


def rejected_sheet(
    grid: Grid, header_rows: tuple[int, ...], read: Iterable[str], wrong: Mapping[str, str]
) -> RejectedSheet | None:
    """The sheet with the rows of the `wrong` cells, of the `read` ones; addresses of other sheets are passed over."""
    rejected = rejected_rows(grid, wrong)
    if not rejected:
        return None
    last = max((place[0] for address in read if (place := grid.place_of(address))), default=0)
    return RejectedSheet(grid, header_rows, last, tuple(rejected))


def rejected_rows(grid: Grid, wrong: Mapping[str, str]) -> list[RejectedRow]:
    """The rows of the sheet that hold any of the cells, which are told by their addresses, with their sentences."""
    found: dict[int, list[str]] = {}
    for address, sentence in wrong.items():
        if place := grid.place_of(address):
            row, column = place
            found.setdefault(row, []).append(f"{column_letter(column)}{row + 1} {sentence}".strip())
    return [RejectedRow(row, tuple(dict.fromkeys(sentences))) for row, sentences in sorted(found.items())]


def rejected_book(sheets: Sequence[RejectedSheet], title: str, at: datetime) -> bytes:
    """A sheet for each with rejected rows: what stands above and below the list, its headers, and those rows."""
    stream = BytesIO()
    book = new_book(stream, title, at)
    note = book.add_format({"font_color": "#B00020", "text_wrap": True, "valign": "top"})
    for one in sheets:
        page = book.add_worksheet(_sheet_name(one.grid.name))
        for target, row in enumerate(_rows_kept(one)):
            for column, text in enumerate(one.grid.rows[row]):
                _write(book, page, (target, column), one.grid.values.get((row, column)), text)
            if words := _words_beside(one, row):
                page.write_string(target, one.grid.width, words, note)
        page.set_column(one.grid.width, one.grid.width, 60)
    book.close()
    return stream.getvalue()


def _words_beside(sheet: RejectedSheet, row: int) -> str:
    """What stands in the last column of the row: what is wrong, or beside the header its heading."""
    if row + 1 == max(sheet.header_rows, default=0):
        return _("Error")
    return next((_("; ").join(one.sentences) for one in sheet.rejected if one.row == row), "")


def _write(book: "Workbook", page: "Worksheet", place: tuple[int, int], value: CellValue | None, text: str) -> None:
    """Days and numbers as the file holds them, so that they are read again alike; everything else as text."""
    held = value.value if value else text
    if isinstance(held, int | float) and not isinstance(held, bool):
        shown = {"num_format": value.shown_as} if value and value.shown_as else {}
        page.write_number(*place, held, book.add_format(shown))
    elif isinstance(held, datetime | date | time):
        usual = next(code for kind, code in _FORMATS if isinstance(held, kind))
        page.write_datetime(
            *place, held, book.add_format({"num_format": value.shown_as if value and value.shown_as else usual})
        )
    else:
        page.write_string(*place, text)


def _rows_kept(sheet: RejectedSheet) -> list[int]:
    """Titles and headers, the rejected rows, and the notes below the list, in the order of the sheet."""
    rejected = {one.row for one in sheet.rejected}
    headers = {row - 1 for row in sheet.header_rows}
    above = range(min(headers)) if headers else range(0)
    below = range(max(sheet.last_row + 1, *rejected), len(sheet.grid.rows))
    return sorted(row for row in headers | rejected | {*above, *below} if row < len(sheet.grid.rows))


def _sheet_name(name: str) -> str:
    """As a workbook allows it."""
    plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in name).strip("'")
    return plain[:31] or "Sheet1"
