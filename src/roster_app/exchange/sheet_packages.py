"""An .xlsx package opened with openpyxl as far as its sheets, whose cells we read ourselves."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from roster_app.exchange.number_formats import CellStyles
from roster_app.exchange.sheet_cells import SheetCells, read_cells
from roster_app.exchange.sheet_texts import read_strings


def read_sheets(content: bytes) -> Iterator[tuple[str, SheetCells]]:
    """The visible sheets by name, in the file's order; raises whatever a damaged package happens to bring about."""
    from openpyxl.reader.excel import ExcelReader

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles, validations and other things a list does not need
        reader: Any = ExcelReader(BytesIO(content), data_only=True, keep_links=False)
        yield from _sheets(reader)


def _sheets(reader: Any) -> Iterator[tuple[str, SheetCells]]:
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.xml.constants import SHARED_STRINGS

    reader.read_manifest()
    shared = reader.package.find(SHARED_STRINGS)
    strings: list[str] = []
    if shared is not None:
        with reader.archive.open(shared.PartName[1:]) as source:
            strings = read_strings(source)
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    styles = CellStyles(reader.wb)
    for sheet, relation in reader.parser.find_sheets():
        if sheet.state == "visible" and relation.target in reader.valid_files and "chartsheet" not in relation.Type:
            with reader.archive.open(relation.target) as source:
                yield sheet.name, read_cells(source, strings, styles)
