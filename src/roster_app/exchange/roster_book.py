"""A roster as a workbook to look at, print, edit and take in again: a list of duties, and people × days with codes."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from roster_app.exchange import roster_marks as marks
from roster_app.exchange.book_order import BookOrder
from roster_app.exchange.books import new_book
from roster_app.exchange.roster_list_sheet import write_list
from roster_app.exchange.roster_table_sheet import write_table
from roster_app.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


MOST_DAYS = 200
"""What is read back has 256 columns at most: of a longer period there is the list alone."""


def roster_book(order: BookOrder) -> bytes:
    """The workbook's bytes; the same order gives the same bytes."""
    stream = BytesIO()
    book = new_book(stream, order.title, order.at)
    table, listed = book.add_worksheet(_("People and days")), book.add_worksheet(_("List of duties"))
    choices, written = book.add_worksheet(_("Choices")), book.add_worksheet(_("As written"))
    names, codes = _write_choices(book, choices, order)
    _write_all(written, order)
    for hidden in (choices, written):
        hidden.hide()
    write_list(book, listed, order, names)
    if len(order.roster.period.days) <= MOST_DAYS:
        write_table(book, table, order, codes)
        table.activate()
    else:
        table.hide()
        listed.activate()
        listed.set_first_sheet()
    book.close()
    return stream.getvalue()


def _write_choices(book: "Workbook", sheet: "Worksheet", order: BookOrder) -> tuple[str, str]:
    """Names and codes to choose from, as ranges for the other sheets."""
    columns: Sequence[list[str]] = (
        [order.directory.name[who] for who in order.people],
        list(order.codes.meanings),
    )
    ranges = []
    for column, texts in enumerate(columns):
        for row, text in enumerate(texts):
            sheet.write_string(row, column, text)
        letter = "AB"[column]
        ranges.append(f"='{sheet.get_name()}'!${letter}$1:${letter}${max(1, len(texts))}")
    return ranges[0], ranges[1]


def _write_all(sheet: "Worksheet", order: BookOrder) -> None:
    """What the workbook says now, to be held beside what it says when it comes back."""
    period = order.roster.period
    head = (marks.WRITTEN, marks.VERSION, period.id, period.first, period.last, order.at.isoformat(" ", "minutes"))
    rows: list[tuple[object, ...]] = [head]
    for duty in order.duties:
        code, holder = order.codes.of_duty[duty.id], order.roster.holder(duty.id) or ""
        rows.append((marks.DUTY_ROW, duty.id, holder, order.shift(duty).day, code, *order.label(duty)))
    rows += [(marks.PERSON_ROW, who, order.directory.name[who]) for who in order.people]
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write_string(number, column, str(value))
