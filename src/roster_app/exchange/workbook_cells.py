"""The cells of .xlsx sheets as openpyxl's parser hands them out, without the cell objects it would make of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from roster_app.exchange.grids import MAX_COLUMNS, CellValue, Merge, Place, text_of
from roster_app.exchange.number_formats import FormatsOf, shown_value


@dataclass(slots=True)
class SheetCells:
    """What one sheet holds; rows and columns from 0. Of merged cells the first alone holds anything."""

    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    values: dict[Place, CellValue] = field(default_factory=dict)
    """Whatever is no text, with the format it is shown by."""
    merges: tuple[Merge, ...] = ()
    unfinished: dict[Place, str] = field(default_factory=dict)
    """Formulas whose result the file does not hold."""


def read_sheets(content: bytes, formulas: bool) -> Iterator[tuple[str, SheetCells]]:
    """The visible sheets by name, in the file's order; raises whatever openpyxl happens to raise over damaged XML.

    `formulas`: the workbook holds some, so that those without a result are looked for.
    """
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    # WORKAROUND: load_workbook() makes an object of every cell, or reads a sheet without dimensions twice
    reader: Any = ExcelReader(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with reader.archive:
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        formats = FormatsOf(reader.wb)
        for sheet, part in reader.parser.find_sheets():
            if sheet.state == "visible" and part.target in reader.valid_files and "chartsheet" not in part.Type:
                yield sheet.name, _read_cells(reader, part.target, formats, formulas)


def _read_cells(reader: Any, part: str, formats: FormatsOf, formulas: bool) -> SheetCells:
    cells = SheetCells()
    parsed = _Parsed(reader, part, data_only=True)
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
        cells.unfinished = dict(_unfinished(_Parsed(reader, part, data_only=False), cells))
    return cells


class _Parsed:
    # WORKAROUND: the public iter_rows() fills gaps, which one stray cell far out makes huge, and knows no merges
    def __init__(self, reader: Any, part: str, data_only: bool) -> None:
        from openpyxl.worksheet._reader import WorkSheetParser

        parser: Any = WorkSheetParser
        self._archive, self._part, book = reader.archive, part, reader.wb
        dates, spans = book._date_formats, book._timedelta_formats
        self._parser = parser(None, reader.shared_strings, data_only, book.epoch, dates, spans)

    def cells(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        with self._archive.open(self._part) as source:
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


def _unfinished(parsed: _Parsed, cells: SheetCells) -> Iterator[tuple[Place, str]]:
    for place, cell in parsed.cells():
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
