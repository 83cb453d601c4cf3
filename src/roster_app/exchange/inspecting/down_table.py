"""A table with its days down the side: its header, its rows, and what heads its columns."""

import re
from datetime import datetime, time, timedelta

from roster_app.exchange.days.hours import clock_of
from roster_app.exchange.inspecting.day_columns import DayColumn
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.rows import is_foot


class DownTable:
    """Asked by those who tell its columns and by those who read its rows."""

    def __init__(self, view: SheetView, days: DayColumn, header_row: int | None = None) -> None:
        self.view, self.days = view, days
        self.header_rows = self._find_header() if header_row is None else [header_row]
        self.rows = [row for row in view.filled if row >= days.first_row]
        self._headings: dict[int, str] = {}

    def heading(self, column: int) -> str:
        """What heads the column, of two rows both."""
        if column not in self._headings:
            self._headings[column] = self._read_heading(column)
        return self._headings[column]

    def _read_heading(self, column: int) -> str:
        texts = [self.view.label(row, column) for row in self.header_rows]
        return " ".join(dict.fromkeys(t for t in texts if t))

    def _find_header(self) -> list[int]:
        """The row above the first day, and the one above it where that is a header of two rows."""
        above = [r for r in self.view.filled if r < self.days.first_row]
        if not above or self._is_title(above[-1]):
            return []
        row = above[-1]
        if self.view.label(row, self.days.column) or len(above) == 1 or self._is_title(above[-2]):
            merged = self.view.grid.merge_at(row, self.days.column)
            two = merged is not None and merged.top < row
            return [merged.top, row] if two and merged else [row]
        return above[-2:]

    def _is_title(self, row: int) -> bool:
        cells = self.view.cells(row)
        if len(cells) > 1:
            return False
        column = next(iter(cells), 0)
        merge = self.view.grid.merge_at(row, column)
        return column != self.days.column or len(cells.get(column, "")) > 8 or bool(merge and merge.right > merge.left)

    def is_foot(self, row: int) -> bool:
        """Whether the row stands at the foot: sums, signatures, long notes."""
        if row in self.days.days:
            return False
        first = next(iter(self.view.cells(row).values()), "")
        return is_foot(first) or len(first) > 60

    def heads_again(self, row: int) -> bool:
        """Whether the row repeats the header, as on every page."""
        cells = self.view.cells(row)
        return any(cells == self.view.cells(header) for header in self.header_rows)

    def days_shared(self, row: int) -> bool:
        """Whether the row shares its day with the row above."""
        merge = self.view.grid.merge_at(row, self.days.column)
        return merge is not None and merge.top < row

    def clock(self, row: int, column: int) -> int | None:
        """The time of day of a cell, in minutes from midnight."""
        value = self.view.value(row, column)
        if value is not None:
            return _minute_of_value(value.value)
        text = self.view.text(row, column)
        found = re.search(r"\d{1,2}:\d{2}(?::\d{2})?$", text)
        return clock_of(found[0] if found else text)


def _minute_of_value(value: object) -> int | None:
    if isinstance(value, time | datetime):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        return int(value.total_seconds()) // 60
    if isinstance(value, float) and 0 <= value < 1:
        return round(value * 1440)
    return None
