"""Sums of counters as a workbook: labels as text, values as numbers, the last row the sums."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from roster_app.exchange.books import new_book, widths_of
from roster_app.i18n import _


def counter_book(title: str, remark: str, rows: Sequence[Sequence[str | int | None]], at: datetime) -> bytes:
    """The workbook's bytes: a title, a remark, the heads, then rows of a label and values."""
    stream = BytesIO()
    book = new_book(stream, title, at)
    sheet = book.add_worksheet(_("Counters"))
    common = {"border": 1, "valign": "vcenter"}
    heading = book.add_format(common | {"bold": True, "bg_color": "#EDEDED", "align": "center", "text_wrap": True})
    plain, strong = book.add_format(common), book.add_format(common | {"bold": True})
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 16}))
    sheet.write_string(1, 0, remark, book.add_format({"font_color": "#606060"}))
    for number, row in enumerate(rows, start=2):
        form = heading if number == 2 else strong if number == len(rows) + 1 else plain
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, form)
            else:
                sheet.write_string(number, column, cell or "", form)
    for column, width in enumerate(widths_of([["" if cell is None else str(cell) for cell in row] for row in rows])):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(3, 1)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()
