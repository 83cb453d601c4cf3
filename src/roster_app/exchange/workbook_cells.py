"""The cells of .xlsx sheets as openpyxl's parser hands them out, without the cell objects it would make of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from roster_app.exchange.grids import MAX_COLUMNS, CellValue, Merge, Place, text_of
from roster_app.exchange.number_formats import FormatsOf, shown_value

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet


@dataclass(slots=True)
class SheetCells:
    """What one sheet holds; rows and columns from 0. Of merged cells the first alone holds anything."""

    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    values: dict[Place, CellValue] = field(default_factory=dict)
    """Whatever is no text, with the format it is shown by."""
    merges: tuple[Merge, ...] = ()
    unfinished: dict[Place, str] = field(default_factory=dict)
    """Formulas whose result the file does not hold."""


def read_cells(sheet: "ReadOnlyWorksheet", formulas: bool) -> SheetCells:
    """One sheet of a workbook opened for reading; raises whatever openpyxl happens to raise over damaged XML.

    `formulas`: the workbook holds some, so that those without a result are looked for.
    """
    cells = SheetCells()
    formats = FormatsOf(sheet)
    parsed = _Parsed(sheet, data_only=True)
    for place, cell in parsed.cells():
        value = cell["value"]
        if value is None:
            continue
        if not isinstance(value, str):
            shown_as = formats.of(cell["style_id"])
            value = shown_value(value, shown_as, formats.epoch)
            cells.values[place] = CellValue(value, shown_as.code)
        cells.texts.setdefault(place[0], {})[place[1]] = text_of(value)
    cells.merges = tuple(parsed.merges())
    _clear_behind(cells)
    if formulas:
        cells.unfinished = dict(_unfinished(sheet, cells))
    return cells


class _Parsed:
    # WORKAROUND: the public iter_rows() fills gaps, which one stray cell far out makes huge, and knows no merges
    def __init__(self, sheet: Any, data_only: bool) -> None:
        from openpyxl.worksheet._reader import WorkSheetParser

        parser: Any = WorkSheetParser
        self._sheet, book = sheet, sheet.parent
        dates, spans = book._date_formats, book._timedelta_formats
        self._parser = parser(None, sheet._shared_strings, data_only, book.epoch, dates, spans)

    def cells(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        with self._sheet._get_source() as source:
            self._parser.source = source
            for _row, cells in self._parser.parse():
                for cell in cells:
                    if cell["column"] <= MAX_COLUMNS:
                        yield (cell["row"] - 1, cell["column"] - 1), cell

    def merges(self) -> Iterator[Merge]:
        """Those of the sheet, once its cells are read."""
        from openpyxl.utils import range_boundaries

        boundaries: Any = range_boundaries
        merged = self._parser.merged_cells
        for merge in merged.mergeCell if merged else ():
            left, top, right, bottom = boundaries(merge.ref)
            yield Merge(top - 1, left - 1, bottom - 1, right - 1)


def _unfinished(sheet: "ReadOnlyWorksheet", cells: SheetCells) -> Iterator[tuple[Place, str]]:
    for place, cell in _Parsed(sheet, data_only=False).cells():
        if cell["data_type"] == "f" and place[1] not in cells.texts.get(place[0], {}):
            yield place, str(cell["value"])


def _clear_behind(cells: SheetCells) -> None:
    """Forget what stands behind the first cell of a merge."""
    for merge in cells.merges:
        for row in _shared(range(merge.top, merge.bottom + 1), cells.texts):
            texts = cells.texts[row]
            for column in _shared(range(merge.left, merge.right + 1), texts):
                if (row, column) != (merge.top, merge.left):
                    del texts[column]
                    cells.values.pop((row, column), None)


def _shared(span: range, known: Mapping[int, object]) -> list[int]:
    """By what is fewer: a merge may span a whole sheet, and a sheet may hold thousands of merges."""
    if len(span) < len(known):
        return [number for number in span if number in known]
    return [number for number in known if number in span]
