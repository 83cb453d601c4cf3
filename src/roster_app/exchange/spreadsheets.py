"""Opening spreadsheets: what a file is, is told by its first bytes; size, rows and unpacked bytes are limited."""

import warnings
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange.calamine_process import grids_by_calamine
from roster_app.exchange.grids import Grid, trimmed
from roster_app.exchange.package_limits import MEGABYTE, Look, Oversize, look_over
from roster_app.exchange.text_tables import read_text_table
from roster_app.exchange.workbook_cells import SheetCells, read_sheets
from roster_app.i18n import _

MAX_BYTES = 20 * MEGABYTE
MAX_ROWS = 20_000
_LAST_ROW = 1 << 20

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
        filled = sum(map(bool, grid.rows))
        if filled > MAX_ROWS:
            raise DomainError(ErrorCode.FILE_TOO_LARGE, path=path.name, actual=filled, limit=MAX_ROWS)
    return grids


def read_all_sheets(path: Path) -> list[Grid]:
    """Every sheet of a workbook, hidden ones too, saved as .xlsx, .xls or .ods; refuses as `read_grids` does."""
    content = _content(path)
    if content.startswith(_ZIP):
        _looked_over(path, content)
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
    look = _looked_over(path, content)
    if not look.is_workbook:
        raise _unreadable(path, _("it is not a spreadsheet"))
    if look.only_calamine:
        return _by_calamine(path, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles, validations and other things a list does not need
            return [_grid(path, name, cells) for name, cells in read_sheets(content, look.formulas)]
    except DomainError:
        raise
    except Exception:  # noqa: BLE001  openpyxl raises whatever its XML classes happen to raise
        return _by_calamine(path, content)


def _looked_over(path: Path, content: bytes) -> Look:
    """What a package holds, before anything of it is unpacked; refuses what is damaged or would unpack to too much."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return look_over(package)
    except Oversize as error:
        raise DomainError(ErrorCode.FILE_TOO_LARGE, path=path.name, actual=error.actual, limit=error.limit) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise _unreadable(path, _("the file is damaged")) from error


def _grid(path: Path, name: str, cells: SheetCells) -> Grid:
    filled = [row for row, texts in cells.texts.items() if any(map(str.strip, texts.values()))]
    last = max(filled, default=-1)
    if len(filled) > MAX_ROWS or last > _LAST_ROW:
        raise DomainError(ErrorCode.FILE_TOO_LARGE, path=path.name, actual=len(filled), limit=MAX_ROWS)
    rows = (_dense(cells.texts[row]) if row in cells.texts else () for row in range(last + 1))
    return Grid(name, trimmed(rows), cells.merges, cells.unfinished, cells.values)


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
