"""Looking over an .xlsx package before it is opened: what would unpack, or open, to more than a machine should bear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipFile, ZipInfo

from roster_app.i18n import _

MEGABYTE = 1_000_000
MAX_UNPACKED_BYTES = 60 * MEGABYTE
MAX_PARTS = 5_000
MAX_CELLS = 200_000
MAX_EMPTY_CELLS = 300_000
"""Cells that hold nothing but borders and colours, as a used range far larger than its data has them."""
MAX_OTHER_TAGS = 400_000
MAX_FORMATS = 70_000
_MAX_MERGED_CELLS = 200_000

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_CONTENT = re.compile(rb"<(?:\w+:)?(?:v|is)[ >]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*[\"']([A-Z]{1,3})(\d{1,8}):([A-Z]{1,3})(\d{1,8})[\"']")
_FORMAT = re.compile(rb"<(?:\w+:)?(?:xf|font|fill|border|numFmt|dxf|cellStyle)[ />]")
_TAGS_OF_A_CELL = 6


class Oversize(Exception):
    """A limit that the package passes: how much it holds, and how much may be held, both as told to people."""

    def __init__(self, actual: object, limit: object) -> None:
        super().__init__(actual, limit)
        self.actual, self.limit = actual, limit


@dataclass(frozen=True, slots=True)
class Look:
    """What the package holds; `only_calamine`: nothing is lost, but openpyxl would make cells without end of it."""

    is_workbook: bool
    formulas: bool = False
    only_calamine: bool = False


def look_over(package: ZipFile) -> Look:
    """Read the parts once; raises Oversize, and whatever zipfile raises over a damaged package."""
    parts = package.infolist()
    if not any(part.filename.lower().startswith("xl/") for part in parts):
        return Look(is_workbook=False)
    _weigh(parts)
    if any(b"<!ENTITY" in package.read(part) for part in parts if part.filename.lower().endswith((".xml", ".rels"))):
        return Look(is_workbook=False)
    sheets = list(_sheets(package, parts))
    cells = sum(len(_CELL.findall(sheet)) for sheet in sheets)
    _weigh_cells(cells, sum(len(_CONTENT.findall(sheet)) for sheet in sheets))
    merged = sum(_merged_cells(sheet) for sheet in sheets)
    others = sum(sheet.count(b"<") for sheet in sheets) - _TAGS_OF_A_CELL * cells
    formats = sum(len(_FORMAT.findall(package.read(part))) for part in parts if part.filename.endswith("styles.xml"))
    heavy = merged > _MAX_MERGED_CELLS or others > MAX_OTHER_TAGS or formats > MAX_FORMATS
    return Look(True, any(_FORMULA.search(sheet) for sheet in sheets), only_calamine=heavy)


def _weigh(parts: list[ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts if not part.filename.startswith("xl/media/"))
    if unpacked > MAX_UNPACKED_BYTES:
        raise Oversize(f"{unpacked / MEGABYTE:.0f} MB", f"{MAX_UNPACKED_BYTES / MEGABYTE:.0f} MB")
    if len(parts) > MAX_PARTS:
        raise Oversize(len(parts), MAX_PARTS)


def _weigh_cells(cells: int, filled: int) -> None:
    if filled > MAX_CELLS:
        raise Oversize(_cells(filled), _cells(MAX_CELLS))
    if cells - filled > MAX_EMPTY_CELLS:
        raise Oversize(_cells(cells), _cells(MAX_EMPTY_CELLS))


def _cells(count: int) -> str:
    return _("{count} cells").format(count=count)


def _sheets(package: ZipFile, parts: list[ZipInfo]) -> Iterator[bytes]:
    for part in parts:
        if _SHEET.fullmatch(part.filename):
            yield package.read(part)


def _merged_cells(sheet: bytes) -> int:
    """How many cells openpyxl would make for the merges."""
    total = 0
    for left, top, right, bottom in _MERGE.findall(sheet):
        total += abs(_column(right) - _column(left) + 1) * abs(int(bottom) - int(top) + 1)
    return total


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
