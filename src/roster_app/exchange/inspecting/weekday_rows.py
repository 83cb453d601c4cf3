"""Rows that name weekdays, alone or with a shift beside each."""

from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.shift_words import is_shift_word

_SAMPLE = 300


def weekday_rows(view: SheetView) -> dict[int, dict[int, DayText]]:
    """The weekdays of every row that names them, by column."""
    rows: dict[int, dict[int, DayText]] = {}
    for row in view.filled[:_SAMPLE] if len(view.filled) > 5 * _SAMPLE else view.filled:
        columns = columns_of(view, row)
        if len(columns) < 2:
            continue
        said = {c: day for c in columns if (day := _weekday_heading(view, row, c))}
        slots = any(day.rest for day in said.values())
        most = len(said) * 2 >= len(columns) - 1 if slots else len(said) * 3 >= len(columns) * 2 - 2
        if len(said) >= 2 and most and len({d.weekday for d in said.values()}) > 1:
            rows[row] = said
    return rows


def _weekday_heading(view: SheetView, row: int, column: int) -> DayText | None:
    """A weekday alone, or with a shift beside it: 周一上午."""
    weekday = view.weekday(row, column)
    if weekday is not None:
        return DayText(weekday=weekday)
    said = view.day(row, column)
    if said is None or said.day is not None or said.weekday is None or len(said.rest) > 12:
        return None
    return said if is_shift_word(said.rest) or hours_in(said.rest) else None


def columns_of(view: SheetView, row: int) -> list[int]:
    """The columns of a row that hold anything, formulas never worked out too."""
    unfinished = [c for c in range(view.width) if (row, c) in view.grid.unfinished] if view.grid.unfinished else []
    return sorted(set(view.cells(row)) | set(unfinished))
