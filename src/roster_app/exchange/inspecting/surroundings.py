"""What stands around the rows of a sheet: titles that tell year and month, legends that explain codes."""

import re
from datetime import date

from roster_app.exchange.inspecting.header_rows import DayRow
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.legends import legend_in
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import ShiftMeaning

_TITLE_ROWS = 8
_LEGEND_TEXT = re.compile(r"[:：=“\"(（]|表示|代表|\d{1,2}[:：]\d{2}")


def is_chinese(view: SheetView) -> bool:
    """Whether any of the first cells is."""
    return any("一" <= sign <= "鿿" for row in view.filled[:60] for text in view.cells(row).values() for sign in text)


def titles(view: SheetView, first_header: int | None, file_name: str) -> list[str | date]:
    """What may tell year and month: the lines above the header, then the names of sheet and file."""
    told: list[str | date] = []
    rows = [r for r in view.filled if first_header is None or r < first_header][:_TITLE_ROWS]
    for row in rows:
        for column, text in list(view.cells(row).items())[:6]:
            value = view.value(row, column)
            said = view.day(row, column) if value is not None else None
            if said is not None and said.full:
                if first_header is not None or len(view.cells(row)) == 1:
                    told.append(said.full)
            elif value is None and len(text) > 1 and not is_foot(text):
                told.append(text)
        if first_header is None and len(view.cells(row)) > 2:
            break
    return [*told, view.grid.name, file_name]


def legend(view: SheetView, headers: list[DayRow]) -> dict[str, ShiftMeaning]:
    """Codes explained anywhere outside the days: above, at the foot, beside."""
    columns = {c for header in headers for c in header.days}
    rows = view.filled if len(view.filled) <= 400 else [*view.filled[:50], *view.filled[-50:]]
    texts = [
        text
        for row in rows
        for column, text in view.cells(row).items()
        if len(text) >= 3
        and _LEGEND_TEXT.search(text)
        and (column not in columns or len(text) > 12 or view.grid.merge_at(row, column))
    ]
    pairs = [
        f"{a}={b}"
        for row in rows
        for (ca, a), (cb, b) in zip(list(view.cells(row).items()), list(view.cells(row).items())[1:], strict=False)
        if ca not in columns and cb not in columns and len(a) <= 4 and re.search(r"\d[:：点.]?\d*\s*[-—~至–]\s*\d", b)
    ]
    return legend_in([*texts, *pairs])
