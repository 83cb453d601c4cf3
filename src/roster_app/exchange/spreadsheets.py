"""Opening spreadsheets: what a file is, is told by its first bytes; size, rows and unpacked bytes are limited."""

import re
import warnings
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange.calamine_process import grids_by_calamine
from roster_app.exchange.grids import MAX_COLUMNS, Grid, Merge, Place, text_of, trimmed
from roster_app.exchange.text_tables import read_text_table
from roster_app.i18n import _

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE
MAX_UNPACKED_BYTES = 60 * MEGABYTE
MAX_ROWS = 20_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_grids(path: Path) -> list[Grid]:
    """Every visible sheet that holds anything, in the file's order.

    Reads .xlsx, .xls, .et and delimited text under any extension. Refuses (DomainError) what is missing, empty, too
    large, protected, damaged or no table at all.
    """
    content = _content(path)
    if content.startswith(_ZIP):
        grids = _from_package(path, content)
    elif content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise _unreadable(path, _("it is protected by a password"))
        grids = _by_calamine(path, content)
    else:
        grids = [read_text_table(path, content)]
    grids = [grid for grid in grids if grid.rows]
    if not grids:
        raise DomainError(ErrorCode.FILE_EMPTY, path=path.name)
    for grid in grids:
        if len(grid.rows) > MAX_ROWS:
            raise DomainError(ErrorCode.FILE_TOO_LARGE, path=path.name, actual=len(grid.rows), limit=MAX_ROWS)
    return grids


def read_all_sheets(path: Path) -> list[Grid]:
    """Every sheet of a workbook, hidden ones too, saved as .xlsx, .xls or .ods; refuses as `read_grids` does."""
    content = _content(path)
    if content.startswith(_ZIP):
        try:
            with zipfile.ZipFile(BytesIO(content)) as package:
                _refuse_bomb(path, package)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise _unreadable(path, _("the file is damaged")) from error
    elif not content.startswith(_OLE):
        raise _unreadable(path, _("it is not a spreadsheet"))
    elif _ENCRYPTED in content:
        raise _unreadable(path, _("it is protected by a password"))
    return _by_calamine(path, content, hidden=True)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_many_bytes(path, size, MAX_BYTES)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise DomainError(ErrorCode.FILE_MISSING, path=str(path)) from error
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if not content.strip(b"\0 \t\r\n"):
        raise DomainError(ErrorCode.FILE_EMPTY, path=path.name)
    return content


def _from_package(path: Path, content: bytes) -> list[Grid]:
    """.xlsx: openpyxl, and calamine for what openpyxl refuses over broken styles, as export systems write them."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = _parts_to_unpack(path, package)
            formulas = any(re.search(rb"<(?:\w+:)?f[ >]", package.read(part)) for part in parts)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise _unreadable(path, _("the file is damaged")) from error
    try:
        workbook = _opened(content, data_only=True)
        unfinished = _formulas(_opened(content, data_only=False)) if formulas else {}
    except Exception:  # noqa: BLE001  openpyxl raises whatever its XML classes happen to raise
        return _by_calamine(path, content)
    visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    return [_grid(sheet, unfinished.get(sheet.title, {})) for sheet in visible]


def _parts_to_unpack(path: Path, package: zipfile.ZipFile) -> list[str]:
    """The sheets' parts; refuses a package that is no workbook, or unpacks to too much."""
    if not any(name.startswith("xl/") for name in package.namelist()):
        raise _unreadable(path, _("it is not a spreadsheet"))
    _refuse_bomb(path, package)
    return [name for name in package.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]


def _refuse_bomb(path: Path, package: zipfile.ZipFile) -> None:
    unpacked = sum(part.file_size for part in package.infolist() if not part.filename.startswith("xl/media/"))
    if unpacked > MAX_UNPACKED_BYTES:
        raise _too_many_bytes(path, unpacked, MAX_UNPACKED_BYTES)


def _opened(content: bytes, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles, validations and other things a list does not need
        return load_workbook(BytesIO(content), data_only=data_only, keep_links=False)


def _cells(sheet: "Worksheet") -> dict[Place, Any]:
    # WORKAROUND: the public iter_rows() makes every cell of the used range, which one stray cell far out makes huge
    return sheet._cells


def _formulas(workbook: "Workbook") -> dict[str, dict[Place, str]]:
    return {
        sheet.title: {
            (row - 1, column - 1): str(cell.value)
            for (row, column), cell in _cells(sheet).items()
            if cell.data_type == "f" and column <= MAX_COLUMNS
        }
        for sheet in workbook.worksheets
    }


def _grid(sheet: "Worksheet", formulas: dict[Place, str]) -> Grid:
    texts: dict[int, dict[int, str]] = {}
    for (row, column), cell in _cells(sheet).items():
        if cell.value is not None and column <= MAX_COLUMNS:
            texts.setdefault(row - 1, {})[column - 1] = text_of(cell.value)
    last = max((row for row, cells in texts.items() if any(t.strip() for t in cells.values())), default=-1)
    rows = (_dense(texts.get(row, {})) for row in range(last + 1))
    merges = tuple(
        Merge(box.min_row - 1, box.min_col - 1, box.max_row - 1, box.max_col - 1) for box in sheet.merged_cells.ranges
    )
    unfinished = {place: text for place, text in formulas.items() if place[1] not in texts.get(place[0], {})}
    return Grid(sheet.title, trimmed(rows), merges, unfinished)


def _dense(cells: dict[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]


def _by_calamine(path: Path, content: bytes, hidden: bool = False) -> list[Grid]:
    """.xls and .et, told by the content since the extension often lies, and what openpyxl refuses."""
    grids = grids_by_calamine(content, hidden)
    if grids is None:
        raise _unreadable(path, _("the file is damaged"))
    return grids


def _unreadable(path: Path, reason: str) -> DomainError:
    return DomainError(ErrorCode.FILE_UNREADABLE, path=path.name, reason=reason)


def _too_many_bytes(path: Path, actual: int, limit: int) -> DomainError:
    facts = {"actual": f"{actual / MEGABYTE:.0f} MB", "limit": f"{limit / MEGABYTE:.0f} MB"}
    return DomainError(ErrorCode.FILE_TOO_LARGE, path=path.name, **facts)
