"""Cells of an .xlsx sheet straight from its XML, in one pass: values, results and formulas, without a cell object each.

The rules are those of ECMA-376 18.3.1.4 and of openpyxl, whose workbook, styles and formulas of groups are used.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Any

from roster_app.exchange.grids import MAX_COLUMNS, CellValue, Merge, Place, text_of
from roster_app.exchange.number_formats import CellStyles
from roster_app.exchange.sheet_texts import Parser, plain

_CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,9})")


@dataclass(slots=True)
class SheetCells:
    """What one sheet holds; rows and columns from 0."""

    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    values: dict[Place, CellValue] = field(default_factory=dict)
    formulas: dict[Place, str] = field(default_factory=dict)
    """Those whose result the file does not hold."""
    merges: list[Merge] = field(default_factory=list)


class SheetParser(Parser):
    """The cells of one sheet."""

    def __init__(self, strings: Sequence[str], styles: CellStyles) -> None:
        super().__init__()
        self.cells = SheetCells()
        self._strings, self._styles = strings, styles
        self._row = self._column = 0
        self._cell: dict[str, str] | None = None
        self._value: str | None = None
        self._formula: Mapping[str, str] | None = None
        self._formula_text = ""
        self._groups: dict[str, Any] = {}
        self._dates: dict[tuple[str, int], tuple[CellValue | None, str]] = {}
        self._convert: dict[str, Callable[[str], object]] = {
            "n": _number,
            "b": lambda text: bool(int(text)),
            "d": _iso_moment,
        }

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = plain(name)
        if name == "v":
            self.parts.clear()
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._row = int(float(attributes["r"])) if "r" in attributes else self._row + 1
            self._column = 0
        elif name == "f":
            self._formula = attributes
            self.parts.clear()
        elif name == "mergeCell":
            self._merge(attributes["ref"])
        else:
            self.begin_text(name)

    def end(self, name: str) -> None:
        """An element ends."""
        name = plain(name)
        if self._cell is None:
            return
        if name == "v":
            self._value = "".join(self.parts)
        elif name == "c":
            self._enter(self._cell)
            self._cell = None
        elif name == "f":
            self._formula_text = "".join(self.parts)
        else:
            self.end_text(name)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._value = self._formula = None
        self._formula_text = ""
        if self.inline:
            self.inline.clear()

    def _merge(self, reference: str) -> None:
        first, _colon, last = reference.partition(":")
        (top, left), (bottom, right) = _place(first), _place(last or first)
        self.cells.merges.append(Merge(top - 1, left - 1, bottom - 1, right - 1))

    def _enter(self, cell: dict[str, str]) -> None:
        if reference := cell.get("r"):
            row, self._column = _place(reference)
        else:
            self._column += 1
            row = self._row
        place = (row - 1, self._column - 1)
        if self._formula is not None:
            self._remember_formula(place, reference or "")
        if self._column > MAX_COLUMNS:
            return
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            self._put(place, "".join(self.inline) if self.inline else None)
        elif self._value:
            self._put_value(place, kind, self._value, int(cell.get("s") or 0))

    def _put(self, place: Place, text: str | None) -> None:
        if text is not None:
            self.cells.texts.setdefault(place[0], {})[place[1]] = text
            self.cells.formulas.pop(place, None)

    def _put_value(self, place: Place, kind: str, raw: str, style: int) -> None:
        convert = self._convert.get(kind)
        if convert is None:
            return self._put(place, self._strings[int(raw)] if kind == "s" else raw)
        if kind == "n" and self._styles.is_moment(style):
            value, text = self._moment(raw, style)
        else:
            value = CellValue(convert(raw), self._styles.code(style))
            text = text_of(value.value)
        if value is not None:
            self.cells.values[place] = value
        return self._put(place, text)

    def _moment(self, raw: str, style: int) -> tuple[CellValue | None, str]:
        """A day or time; lists repeat them."""
        known = self._dates.get((raw, style))
        if known is None:
            value = self._styles.moment(_number(raw), style)
            known = (
                (None, value)
                if isinstance(value, str)
                else (CellValue(value, self._styles.code(style)), text_of(value))
            )
            self._dates[raw, style] = known
        return known

    def _remember_formula(self, place: Place, reference: str) -> None:
        """The formula as written, or moved from the first of its group."""
        assert self._formula is not None
        text = "=" + self._formula_text
        if self._formula.get("t") == "shared":
            group = self._formula.get("si", "")
            if group in self._groups:
                if not self._value:
                    text = self._groups[group].translate_formula(reference)
            elif text != "=":
                from openpyxl.formula.translate import Translator

                self._groups[group] = Translator(text, reference)
        if place[1] < MAX_COLUMNS:
            self.cells.formulas[place] = text


def read_cells(source: IO[bytes], strings: Sequence[str], styles: CellStyles) -> SheetCells:
    """One sheet; of merged cells the first alone holds anything. Raises what damaged XML or numbers bring about."""
    parser = SheetParser(strings, styles)
    parser.parse(source)
    cells = parser.cells
    for merge in cells.merges:
        _clear_behind(cells, merge)
    return cells


def _clear_behind(cells: SheetCells, merge: Merge) -> None:
    """By what is fewer, the rows of the merge or those that hold anything: a merge may span a whole sheet."""
    rows, columns = range(merge.top, merge.bottom + 1), range(merge.left, merge.right + 1)
    for row in [row for row in cells.texts if row in rows] if len(rows) > len(cells.texts) else rows:
        texts = cells.texts.get(row, {})
        for column in [c for c in texts if c in columns] if len(columns) > len(texts) else columns:
            if column in texts and (row, column) != (merge.top, merge.left):
                del texts[column]
                cells.values.pop((row, column), None)
    for place in [p for p in cells.formulas if p[0] in rows and p[1] in columns and p != (merge.top, merge.left)]:
        del cells.formulas[place]


def _place(reference: str) -> Place:
    """Row and column from 1."""
    found = _CELL.fullmatch(reference.replace("$", ""))
    if found is None:
        raise ValueError(reference)
    return int(found[2]), _column(found[1])


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _number(text: str) -> int | float:
    return float(text) if "." in text or "E" in text or "e" in text else int(text)


def _iso_moment(text: str) -> object:
    from openpyxl.utils import datetime as moments

    read: Callable[[str], object] = moments.from_ISO8601
    return read(text)
