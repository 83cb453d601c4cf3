"""A table as a workbook that is fit to be printed: headings that stay in sight and repeat on every page."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from roster_app.exchange.books import new_book, widths_of
from roster_app.i18n import _


def list_book(title: str, remark: str, rows: Sequence[Sequence[str]], at: datetime) -> bytes:
    """The workbook's bytes: a title, a remark below it, then the rows with their headings; every cell is text."""
    stream = BytesIO()
    book = new_book(stream, title, at)
    sheet = book.add_worksheet(_("List"))
    last = len(rows[0]) - 1
    sheet.merge_range(0, 0, 0, last, title, book.add_format({"bold": True, "font_size": 16, "align": "center"}))
    sheet.merge_range(1, 0, 1, last, remark, book.add_format({"align": "center", "font_color": "#606060"}))
    heading = book.add_format(
        {"bold": True, "border": 1, "bg_color": "#EDEDED", "align": "center", "valign": "vcenter"}
    )
    cell = book.add_format({"border": 1, "num_format": "@", "valign": "vcenter", "text_wrap": True})
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, heading if number == 2 else cell)
    for column, width in enumerate(widths_of(rows)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(3, 1)
    sheet.autofilter(2, 0, len(rows) + 1, last)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    book.close()
    return stream.getvalue()
