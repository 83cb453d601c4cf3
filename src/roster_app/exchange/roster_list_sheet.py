"""The list of a roster's workbook: a row for each duty, of which the name alone is open."""

from datetime import datetime, time
from typing import TYPE_CHECKING

from roster_app.exchange import roster_marks as marks
from roster_app.exchange.book_order import GREY, HEAD, PROTECTION, BookOrder, set_page
from roster_app.exchange.books import width
from roster_app.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

KEYS = (marks.DAY, marks.WEEKDAY, marks.PLACE, marks.SHIFT, marks.TIMES, marks.POST, marks.HOLDER, marks.NOTE)
HEADING_ROW, KEY_ROW, FIRST_ROW = 2, 3, 4
_HOLDER_COLUMN = 1 + KEYS.index(marks.HOLDER)


def write_list(book: "Workbook", sheet: "Worksheet", order: BookOrder, names: str) -> None:
    """Fill the sheet; `names` is the range the holders are chosen from."""
    _write_head(book, sheet, order)
    formats = _Formats(book)
    for row, duty in enumerate(order.duties, start=FIRST_ROW):
        _day, place, shift, times, post = order.label(duty)
        held = order.roster.assignments.get(duty.id)
        locked, grey = held is not None and held.locked, order.rests(order.shift(duty).day)
        cell = formats.cell(grey)
        sheet.write_string(row, 0, str(duty.id))
        sheet.write_datetime(row, 1, datetime.combine(order.shift(duty).day, time()), formats.day(grey))
        for column, text in enumerate((order.weekday(order.shift(duty).day), place, shift, times, post), start=2):
            sheet.write_string(row, column, text, cell)
        name = order.directory.name[held.volunteer_id] if held else ""
        sheet.write_string(row, _HOLDER_COLUMN, name, cell if locked else formats.open(grey))
        sheet.write_string(row, _HOLDER_COLUMN + 1, _("locked") if locked else "", cell)
    last = FIRST_ROW + len(order.duties) - 1
    _complain_about_names(sheet, last, names)
    sheet.autofilter(KEY_ROW - 1, 1, last, len(KEYS))
    sheet.protect("", PROTECTION)
    set_page(sheet, order, FIRST_ROW, last, len(KEYS))


def _write_head(book: "Workbook", sheet: "Worksheet", order: BookOrder) -> None:
    title = book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter"})
    small = book.add_format({"align": "center", "font_color": "#606060", "font_size": 10})
    heading = book.add_format({"bold": True, "border": 1, "bg_color": HEAD, "align": "center"})
    sheet.merge_range(0, 1, 0, len(KEYS), order.title, title)
    sheet.merge_range(1, 1, 1, len(KEYS), order.subtitle, small)
    sheet.set_row(0, 30)
    words = (
        _("Date"), _("Weekday"), _("Checkpoint"), _("Shift"), _("Time"), _("Post"), _("On duty"), _("Remarks"),
    )  # fmt: skip
    for column, (key, word) in enumerate(zip(KEYS, words, strict=True), start=1):
        sheet.write_string(HEADING_ROW, column, word, heading)
        sheet.write_string(KEY_ROW, column, key)
    sheet.write_string(KEY_ROW, 0, marks.LIST)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for column, wide in enumerate(_widths(order), start=1):
        sheet.set_column(column, column, wide)
    sheet.freeze_panes(FIRST_ROW, 2)


def _widths(order: BookOrder) -> list[float]:
    labels = [order.label(duty) for duty in order.duties]
    names = [order.directory.name[who] for who in order.people]
    place, shift, times, post = (max((width(label[n]) for label in labels), default=0) for n in range(1, 5))
    return [13, 7, max(10, place + 2), max(8, shift + 2), times + 3, max(8, post + 2), _name_width(names), 10]


def _name_width(names: list[str]) -> float:
    return max(12, *(width(name) + 3 for name in names)) if names else 12


def _complain_about_names(sheet: "Worksheet", last: int, names: str) -> None:
    sheet.data_validation(
        FIRST_ROW,
        _HOLDER_COLUMN,
        max(FIRST_ROW, last),
        _HOLDER_COLUMN,
        {
            "validate": "list",
            "source": names,
            "ignore_blank": True,
            "error_title": _("Unknown name"),
            "error_message": _("Choose a name from the list, or leave the cell empty."),
        },
    )


class _Formats:
    """Cells white and grey, closed and open."""

    def __init__(self, book: "Workbook") -> None:
        common = {"border": 1, "align": "center", "valign": "vcenter"}
        shade: tuple[dict[str, object], ...] = ({}, {"bg_color": GREY})
        self._closed = [book.add_format(common | grey) for grey in shade]
        self._day = [book.add_format(common | grey | {"num_format": "yyyy-mm-dd"}) for grey in shade]
        open_cell = {"locked": False, "bold": True, "num_format": "@"}
        self._open = [book.add_format(common | grey | open_cell) for grey in shade]

    def cell(self, grey: bool) -> "Format":
        """A cell that is only read."""
        return self._closed[grey]

    def day(self, grey: bool) -> "Format":
        """A date."""
        return self._day[grey]

    def open(self, grey: bool) -> "Format":
        """A cell to write in."""
        return self._open[grey]
