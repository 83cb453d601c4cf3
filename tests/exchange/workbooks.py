"""Workbooks for the tests, as people make them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

Row = Sequence[object]


def workbook(
    path: Path, rows: Iterable[Row], *, sheet: str = "Sheet1", merges: Iterable[str] = (), **others: Iterable[Row]
) -> Path:
    """A workbook with one sheet of these rows, and others behind it."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = sheet
    for row in rows:
        first.append(list(row))
    for box in merges:
        first.merge_cells(box)
    for name, more in others.items():
        behind = book.create_sheet(name)
        for row in more:
            behind.append(list(row))
    book.save(path)
    return path


def repacked(source: Path, target: Path, changes: Mapping[str, tuple[bytes, bytes]]) -> Path:
    """A copy with texts exchanged inside single parts of the package."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part in changes:
                before, after = changes[part]
                assert before in content
                content = content.replace(before, after)
            new.writestr(part, content)
    return target
