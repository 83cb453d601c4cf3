"""A sheet as a grid of texts, whatever file it came from: what every reader of lists works on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

Place = tuple[int, int]
"""Row and column, both from 0."""

MAX_COLUMNS = 512
"""A year of days fits in, and what stray cells far out would add does not."""


_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class CellValue(NamedTuple):
    """What a cell holds that is no text, and the number format by which it is shown (empty where unknown)."""

    value: object
    shown_as: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one; the text stands in the top left."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """Texts by row and column from A1, without the empty edges; numbers are written out, 13000000001.0 as 13000000001.

    Texts keep their blanks and line breaks; a cell that is empty or lies beyond the edge is an empty text.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    unfinished: Mapping[Place, str] = field(default_factory=dict)
    """Formulas whose result the file does not hold."""
    values: Mapping[Place, CellValue] = field(default_factory=dict)
    """Numbers, dates and times as the file holds them, where it tells them from texts."""

    @property
    def width(self) -> int:
        """The number of columns that hold anything."""
        return max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """What stands in the cell itself."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def spread(self, row: int, column: int) -> str:
        """What the cell shows: of merged cells the text of all of them."""
        merge = self.merge_at(row, column) if self.merges else None
        return self.text(merge.top, merge.left) if merge else self.text(row, column)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merge the cell is part of."""
        return next((m for m in self._merges_of.get(row, ()) if m.left <= column <= m.right), None)

    @cached_property
    def _merges_of(self) -> Mapping[int, list[Merge]]:
        """The merges that touch each row; their number alone would make every look-up slow."""
        merges: dict[int, list[Merge]] = defaultdict(list)
        for merge in self.merges:
            for row in range(merge.top, min(merge.bottom + 1, len(self.rows))):
                merges[row].append(merge)
        return merges

    def address(self, row: int, column: int) -> str:
        """How people name the cell: Sheet1!C9."""
        return f"{self._sheet}!{column_letter(column)}{row + 1}"

    def place_of(self, address: str) -> Place | None:
        """Row and column from 0 of an address as `address` writes it; nothing for those of other sheets."""
        found = _CELL.fullmatch(address.rpartition("!")[2])
        if found is None:
            return None
        place = int(found[2]) - 1, column_of(found[1])
        return place if self.address(*place) == address else None

    @cached_property
    def _sheet(self) -> str:
        """The name as it stands in addresses."""
        plain = self.name.replace(".", "").replace("_", "").isalnum()
        return self.name if plain else "'" + self.name.replace("'", "''") + "'"


def column_of(letters: str) -> int:
    """0 for A."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


@lru_cache(maxsize=MAX_COLUMNS)
def column_letter(column: int) -> str:
    """A, B, … Z, AA, … for columns from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def trimmed(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows without empty cells at their ends and without empty rows at the end."""
    kept: list[tuple[str, ...]] = []
    for row in rows:
        cells = list(row)[:MAX_COLUMNS] if row else []
        while cells and not cells[-1].strip():
            cells.pop()
        kept.append(tuple(cells))
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def text_of(value: object) -> str:
    """A cell's value written out; whole floats without a fraction, midnight dates without a time."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
