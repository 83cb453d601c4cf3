"""A sheet as its readers see it: texts, days and labels of cells, merged cells and simple formulas made out."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from roster_app.exchange.days.day_texts import DayText, day_of_text, day_of_value
from roster_app.exchange.days.weekdays import weekday_of
from roster_app.exchange.grids import MAX_COLUMNS, CellValue, Grid, Place, column_of

_REFERENCE = re.compile(r"=\+?\$?([A-Z]{1,3})\$?(\d{1,7})(?:\s*([+-])\s*(\d{1,5}))?")
_TEXT_OF = re.compile(
    r"=TEXT\(\$?([A-Z]{1,3})\$?(\d{1,7}),.*\)|=WEEKDAY\(\$?([A-Z]{1,3})\$?(\d{1,7}).*\)", re.IGNORECASE
)
_DATE = re.compile(r"=DATE\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)", re.IGNORECASE)
_DEEPEST = 120
_REMEMBERED = 1 << 14
_MAY_BE_A_DAY = re.compile(
    r"\d|[月日号一二三四五六天]|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)


class SheetView:
    """One sheet; every question about a cell is answered once."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.filled = self._filled_rows()
        self.width = max(grid.width, max((c + 1 for _r, c in grid.unfinished if c < MAX_COLUMNS), default=0))
        self._days: dict[Place, DayText | None] = {}
        self._cells: dict[int, dict[int, str]] = {}
        self.days_found = self.proven = self.contradicted = 0

    def _filled_rows(self) -> list[int]:
        rows = {row for row, cells in enumerate(self.grid.rows) if cells and any(map(str.strip, cells))}
        return sorted(rows | {row for row, _column in self.grid.unfinished})

    def text(self, row: int, column: int) -> str:
        """What stands in the cell, without blanks around it."""
        return self.grid.text(row, column).strip()

    def label(self, row: int, column: int) -> str:
        """What the cell shows as a label: of cells merged in any direction what they share, on one line."""
        return _on_one_line(self.grid.spread(row, column))

    def down(self, row: int, column: int) -> str:
        """The cell, or what it shares with those above that it is merged with."""
        merge = self.grid.merge_at(row, column)
        if merge and merge.left == merge.right:
            return self.grid.text(merge.top, merge.left).strip()
        return self.text(row, column)

    def across(self, row: int, column: int) -> tuple[str, int]:
        """The cell or what it shares with those beside it, and the column where that stands."""
        merge = self.grid.merge_at(row, column) if self.grid.merges else None
        if merge and merge.top == row:
            return self.grid.text(merge.top, merge.left).strip(), merge.left
        return self.text(row, column), column

    def cells(self, row: int) -> dict[int, str]:
        """The texts of a row that are not blank."""
        if row not in self._cells:
            self._cells[row] = self._read_cells(row)
        return self._cells[row]

    def _read_cells(self, row: int) -> dict[int, str]:
        if row >= len(self.grid.rows):
            return {}
        return {column: text.strip() for column, text in enumerate(self.grid.rows[row]) if text.strip()}

    def address(self, row: int, column: int) -> str:
        """How people name the cell."""
        return self.grid.address(row, column)

    def value(self, row: int, column: int) -> CellValue | None:
        """What the cell holds, where it is no text."""
        return self.grid.values.get((row, column))

    def day(self, row: int, column: int) -> DayText | None:
        """What the cell says of a day."""
        place = (row, column)
        if place not in self._days:
            self._days[place] = self._read_day(place)
        return self._days[place]

    def _read_day(self, place: Place) -> DayText | None:
        if value := self.grid.values.get(place):
            return _weekday_shown(value) or day_of_value(value)
        if formula := self.grid.unfinished.get(place):
            return self._day_of_formula(formula, 0)
        text = self.grid.text(*place).strip()
        return day_of_text(text) if text and len(text) <= 120 and _MAY_BE_A_DAY.search(text) else None

    def _day_of_formula(self, formula: str, depth: int) -> DayText | None:
        """What =B2, =B2+1, =DATE(2020,3,1) and =TEXT(B2,"aaa") come to; other formulas tell nothing."""
        if found := _DATE.fullmatch(formula):
            return day_of_text("-".join(found.groups()))
        if found := _TEXT_OF.fullmatch(formula):
            source = self._day_at(found[1] or found[3], found[2] or found[4], depth)
            return DayText(weekday=source.full.weekday()) if source and source.full else None
        found = _REFERENCE.fullmatch(formula)
        source = self._day_at(found[1], found[2], depth) if found else None
        if found is None or source is None or not found[4]:
            return source
        return _moved(source, int(found[4]) * (-1 if found[3] == "-" else 1))

    def _day_at(self, letters: str, row: str, depth: int) -> DayText | None:
        place = (int(row) - 1, column_of(letters))
        formula = self.grid.unfinished.get(place)
        if formula is None:
            return self.day(*place)
        if place in self._days or depth > _DEEPEST:
            return self._days.get(place)
        self._days[place] = None
        self._days[place] = self._day_of_formula(formula, depth + 1)
        return self._days[place]

    def weekday(self, row: int, column: int) -> int | None:
        """The weekday that is all the cell says, written, or shown of a date (aaa, ddd)."""
        said = self.day(row, column)
        if said is None:
            return weekday_of(self.label(row, column))
        return said.weekday if said.day is None and not said.rest else None


@lru_cache(maxsize=_REMEMBERED)
def _on_one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _weekday_shown(value: CellValue) -> DayText | None:
    """A date that is shown as its weekday alone."""
    code = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|;.*", "", value.shown_as).casefold().strip("@ \\")
    if isinstance(value.value, date | datetime) and re.fullmatch(r"a{3,4}|d{3,4}", code):
        return DayText(weekday=value.value.weekday())
    return None


def _moved(said: DayText, days: int) -> DayText | None:
    if said.full:
        day = date.fromordinal(min(max(said.full.toordinal() + days, 1), date.max.toordinal()))
        return DayText(day.year, day.month, day.day)
    if said.day is not None and said.month is None and 1 <= said.day + days <= 31:
        return DayText(day=said.day + days, weak=True)
    return None


def texts_of(view: SheetView, rows: range) -> Mapping[Place, str]:
    """Every text of these rows by its place."""
    return {(row, column): text for row in rows for column, text in view.cells(row).items()}
