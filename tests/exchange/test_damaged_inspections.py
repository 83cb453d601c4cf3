"""Damaged sheets, files and texts: a refusal, or an answer in which every row has its fate; soon, in little memory."""

import io
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.exchange.fuzz import check, inspected
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange.inspecting.inspection import inspect_file
from roster_app.exchange.package_limits import MAX_CELLS

ON = date(2020, 4, 6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 10**9))
def test_nothing_but_a_refusal_or_an_answer(tmp_path: Path, number: int) -> None:
    try:
        check(inspected(number, tmp_path))
    except DomainError as refusal:
        assert refusal.code in {ErrorCode.FILE_UNREADABLE, ErrorCode.FILE_EMPTY, ErrorCode.FILE_TOO_LARGE}  # noqa: PT017


def package(path: Path, sheet: bytes, **others: bytes) -> Path:
    """A workbook of one sheet, its parts written by hand."""
    from openpyxl import Workbook

    stream = io.BytesIO()
    Workbook().save(stream)
    with zipfile.ZipFile(stream) as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in whole.namelist():
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else whole.read(part))
        for part, content in others.items():
            new.writestr(part, content)
    return path


HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TEXT = b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'


def refusal(path: Path) -> ErrorCode:
    with pytest.raises(DomainError) as refused:
        inspect_file(path, ON)
    return refused.value.code


def test_more_cells_than_a_machine_should_hold_are_refused_before_they_are_made(tmp_path: Path) -> None:
    row = b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * (MAX_CELLS + 1) + b"</row>"
    path = package(tmp_path / "cells.xlsx", HEAD + row + b"</sheetData></worksheet>")

    tracemalloc.start()
    assert refusal(path) is ErrorCode.FILE_TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 200_000_000
    tracemalloc.stop()


def test_one_merge_over_the_whole_sheet_does_not_make_its_cells(tmp_path: Path) -> None:
    cells = b'<row r="1">' + TEXT % (b"A1", "姓名".encode()) + b"</row><row r='2'>" + TEXT % (b"A2", "张伟".encode())
    merge = b'</row></sheetData><mergeCells><mergeCell ref="B3:XFD1048576"/></mergeCells></worksheet>'

    found = inspect_file(package(tmp_path / "merge.xlsx", HEAD + cells + merge), ON)

    assert [person.name for person in found.people] == ["张伟"]


def test_an_entity_that_swells_is_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + HEAD + b"</sheetData></worksheet>"

    assert refusal(package(tmp_path / "entity.xlsx", bomb)) is ErrorCode.FILE_UNREADABLE


def test_a_stray_cell_far_down_is_one_row_more(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["日期", "值班员"], ["4月6日", "张伟"]):
        sheet.append(row)
    sheet["A1000000"] = "备注：无"
    sheet["XFD3"] = " "
    book.save(tmp_path / "far.xlsx")

    found = inspect_file(tmp_path / "far.xlsx", ON)

    assert (found.sheets[0].rows_in, found.sheets[0].imported, found.sheets[0].skipped) == (2, 1, 1)


def test_thousands_of_rows_of_numbers_are_read(tmp_path: Path) -> None:
    rows = [",".join(str((row * column) % 31 + 1) for column in range(20)) for row in range(2000)]
    (tmp_path / "numbers.csv").write_text("\n".join(rows), encoding="utf-8")

    found = inspect_file(tmp_path / "numbers.csv", ON)

    assert (found.sheets[0].rows_in, found.entries) == (2000, ())


def test_empty_cells_are_not_counted_and_too_many_filled_ones_are_told_with_the_remedy(tmp_path: Path) -> None:
    empty = b'<row r="1">' + TEXT % (b"A1", "张伟".encode()) + b'<c r="B1" s="0"/>' * (MAX_CELLS + 1) + b"</row>"
    filled = b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * (MAX_CELLS + 1) + b"</row>"
    ending = b"</sheetData></worksheet>"

    assert inspect_file(package(tmp_path / "a.xlsx", HEAD + empty + ending), ON).sheets[0].rows_in == 1
    with pytest.raises(DomainError) as refused:
        inspect_file(package(tmp_path / "b.xlsx", HEAD + filled + ending), ON)
    assert refused.value.facts == {"path": "b.xlsx", "actual": "200001 cells", "limit": "200000 cells"}
