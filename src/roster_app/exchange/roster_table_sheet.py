"""People and days of a roster's workbook: a row for each volunteer, codes of duties in the cells, a legend below."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from roster_app.domain.duty_codes import SEPARATOR, CodeMeaning
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.exchange import roster_marks as marks
from roster_app.exchange.book_order import GREY, GREY_HEAD, HEAD, PROTECTION, BookOrder, set_page
from roster_app.exchange.books import width
from roster_app.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADING_ROW, WEEKDAY_ROW, KEY_ROW, FIRST_ROW = 2, 3, 4, 5
FIRST_DAY = 3
"""The column of the first day, after the hidden ids, names and affiliations."""


def write_table(book: "Workbook", sheet: "Worksheet", order: BookOrder, codes: str) -> None:
    """Fill the sheet; `codes` is the range the codes are chosen from."""
    days, total = order.roster.period.days, FIRST_DAY + len(order.roster.period.days)
    _write_head(book, sheet, order, total)
    formats, held = _Formats(book), _codes_of(order)
    for row, who in enumerate(order.people, start=FIRST_ROW):
        sheet.write_string(row, 0, str(who))
        sheet.write_string(row, 1, order.directory.name[who], formats.name)
        sheet.write_string(row, 2, order.directory.volunteer[who].affiliation, formats.closed[0])
        for column, day in enumerate(days, start=FIRST_DAY):
            sheet.write_string(row, column, SEPARATOR.join(held[who, day]), formats.open[order.rests(day)])
        _write_total(sheet, row, total, sum(len(held[who, day]) for day in days), formats.closed[0])
    last = FIRST_ROW + len(order.people) - 1
    _offer_codes(sheet, max(last, FIRST_ROW), total - 1, codes)
    foot = _write_foot(book, sheet, order, last + 1, total)
    sheet.protect("", PROTECTION)
    set_page(sheet, order, FIRST_ROW, foot, total)


def _codes_of(order: BookOrder) -> Mapping[tuple[VolunteerId, date], list[str]]:
    held: dict[tuple[VolunteerId, date], list[str]] = defaultdict(list)
    for duty in sorted(order.duties, key=lambda d: d.span):
        holder = order.roster.holder(duty.id)
        if holder is not None:
            held[holder, order.shift(duty).day].append(order.codes.of_duty[duty.id])
    return held


def _write_head(book: "Workbook", sheet: "Worksheet", order: BookOrder, total: int) -> None:
    title = book.add_format({"bold": True, "font_size": 20, "align": "center", "valign": "vcenter"})
    small = book.add_format({"align": "center", "font_color": "#606060", "font_size": 10})
    sheet.merge_range(0, 1, 0, total, order.title, title)
    sheet.merge_range(1, 1, 1, total, order.subtitle, small)
    sheet.set_row(0, 34)
    formats = _Formats(book)
    for column, key, word in ((1, marks.NAME, _("Name")), (2, marks.AFFILIATION, _("Affiliation"))):
        sheet.merge_range(HEADING_ROW, column, WEEKDAY_ROW, column, word, formats.heading[0])
        sheet.write_string(KEY_ROW, column, key)
    sheet.merge_range(HEADING_ROW, total, WEEKDAY_ROW, total, _("Total"), formats.heading[0])
    sheet.write_string(KEY_ROW, total, marks.TOTAL)
    for column, day in enumerate(order.roster.period.days, start=FIRST_DAY):
        grey = order.rests(day)
        sheet.write_datetime(HEADING_ROW, column, datetime.combine(day, time()), formats.day[grey])
        sheet.write_string(WEEKDAY_ROW, column, order.weekday(day), formats.heading[grey])
        sheet.write_string(KEY_ROW, column, day.isoformat())
    sheet.write_string(KEY_ROW, 0, marks.TABLE)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    _set_widths(sheet, order, total)
    sheet.freeze_panes(FIRST_ROW, 2)


def _set_widths(sheet: "Worksheet", order: BookOrder, total: int) -> None:
    people = [order.directory.volunteer[who] for who in order.people]
    names = max((width(order.directory.name[v.id]) for v in people), default=8)
    units = max((width(v.affiliation) for v in people), default=8)
    codes = max(map(width, order.codes.meanings), default=4)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, max(10, names + 2))
    sheet.set_column(2, 2, min(max(8, units + 2), 24))
    sheet.set_column(FIRST_DAY, total - 1, max(6, codes + 1.5))
    sheet.set_column(total, total, 7)


def _write_total(sheet: "Worksheet", row: int, column: int, count: int, cell: "Format") -> None:
    """How many duties the row holds, which the spreadsheet counts anew when a cell is edited."""
    from xlsxwriter.utility import xl_range

    cells = xl_range(row, FIRST_DAY, row, column - 1)
    several = f'LEN({cells})-LEN(SUBSTITUTE({cells},"{SEPARATOR}",""))'
    sheet.write_formula(row, column, f"=SUMPRODUCT((LEN({cells})>0)+{several})", cell, count)


def _offer_codes(sheet: "Worksheet", last: int, last_day: int, codes: str) -> None:
    """A list to choose from; several codes in a cell, which no list can hold, are let pass after a question."""
    sheet.data_validation(
        FIRST_ROW,
        FIRST_DAY,
        last,
        last_day,
        {
            "validate": "list",
            "source": codes,
            "ignore_blank": True,
            "error_type": "warning",
            "error_title": _("Not a single code"),
            "error_message": _("Several codes are divided by “{sign}”. Is it meant so?").format(sign=SEPARATOR),
        },
    )


def _write_foot(book: "Workbook", sheet: "Worksheet", order: BookOrder, row: int, total: int) -> int:
    """The codes of each checkpoint, and how the sheet is used; answers with the last row."""
    cell = book.add_format({"text_wrap": True, "valign": "top", "font_size": 10})
    room = 26 + 8 * (total - FIRST_DAY)
    lines = [*_legend(order), _how_to()]
    for number, line in enumerate(lines):
        sheet.write_string(row + number, 0, marks.FOOT)
        sheet.merge_range(row + number, 1, row + number, total, line, cell)
        sheet.set_row(row + number, 15 * -(-width(line) // room) + 2)
    return row + len(lines) - 1


def _legend(order: BookOrder) -> list[str]:
    groups: dict[CheckpointId, list[str]] = defaultdict(list)
    for code, meaning in order.codes.meanings.items():
        groups[meaning.checkpoint_id].append(_("{code} = {meaning}").format(code=code, meaning=_words(meaning, order)))
    names = order.directory.checkpoint
    return [
        _("{place}: {codes}").format(place=names[place].name, codes=_("; ").join(codes))
        for place, codes in groups.items()
    ]


def _words(meaning: CodeMeaning, order: BookOrder) -> str:
    shift = order.directory.shift_type[meaning.shift_type_id]
    start, end = meaning.minutes or (shift.start, shift.end)
    return f"{shift.name} {_clock(start)}–{_clock(end)} {order.directory.post[meaning.post_id].name}"


def _clock(minute: int) -> str:
    """08:00; 24:00 at the day's end, 06:00 on the day after."""
    hour = minute // 60 if minute <= DAY_MINUTES else minute // 60 - 24
    return f"{hour:02}:{minute % 60:02}"


def _how_to() -> str:
    return _(
        "Grey days are rest days and holidays. Several duties of a day are divided by “{sign}”. To change the roster, "
        "edit the cells with codes here or the names in the list, save, and take the file in under Roster."
    ).format(sign=SEPARATOR)


class _Formats:
    """Cells white and grey (by whether it is a day of rest), closed and open."""

    def __init__(self, book: "Workbook") -> None:
        common = {"border": 1, "align": "center", "valign": "vcenter"}
        shade: tuple[dict[str, object], ...] = ({}, {"bg_color": GREY})
        head = common | {"bold": True, "bg_color": HEAD}
        self.closed = [book.add_format(common | grey) for grey in shade]
        self.heading = [book.add_format(head | grey) for grey in ({}, {"bg_color": GREY_HEAD})]
        self.day = [book.add_format(head | grey | {"num_format": "m-d"}) for grey in ({}, {"bg_color": GREY_HEAD})]
        self.open = [book.add_format(common | grey | {"locked": False, "num_format": "@"}) for grey in shade]
        self.name = book.add_format(common | {"bold": True})
