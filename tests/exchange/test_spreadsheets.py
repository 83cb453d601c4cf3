"""Opening files: told by content, kept within limits, refused with a reason."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from old_workbook import compound_file, old_workbook
from workbooks import repacked, workbook

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange import package_limits, spreadsheets
from roster_app.exchange.grids import Grid, Merge, column_letter
from roster_app.exchange.spreadsheets import read_grids

ROWS = (("姓名", "手机"), ("严 山", "13000000001"), ("马㛃", "13000000002"), ("周𬀩",))


def rows_of(path: Path) -> tuple[tuple[str, ...], ...]:
    (grid,) = read_grids(path)
    return grid.rows


def refusal(path: Path) -> DomainError:
    with pytest.raises(DomainError) as refused:
        read_grids(path)
    return refused.value


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.csv", "list"])
def test_a_new_workbook_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    made = workbook(
        tmp_path / "made.xlsx", [["姓名", "手机"], ["严 山", 13000000001], ["马㛃", 13000000002.0], ["周𬀩"]]
    )

    assert rows_of(made.rename(tmp_path / name)) == ROWS


@pytest.mark.parametrize("name", ["list.xls", "list.et", "list.xlsx"])
def test_an_old_workbook_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(
        old_workbook({"名单": [["姓名", "手机"], ["严 山", 13000000001.0], ["马㛃", "13000000002"], ["周𬀩"]]})
    )

    assert rows_of(path) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，", "|"])
def test_delimited_text_is_read_in_any_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in ROWS).encode(encoding))

    assert rows_of(path) == ROWS


def test_quoted_text_and_disguised_numbers(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('姓名,手机,备注\n王建国,"=""13000000001""","会粤语,\n夜班可"\n', encoding="utf-8")

    assert rows_of(path)[1] == ("王建国", "13000000001", "会粤语,\n夜班可")


def test_a_file_of_one_column_needs_no_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("王建国\n李明\n", encoding="utf-8")

    assert rows_of(path) == (("王建国",), ("李明",))


def test_merged_cells_show_the_text_they_share(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", [["名单", None], ["第一支部", "王建国"], [None, "李明"]], merges=["A1:B1", "A2:A3"]
    )
    (grid,) = read_grids(path)

    assert set(grid.merges) == {Merge(0, 0, 0, 1), Merge(1, 0, 2, 0)}
    assert (grid.text(2, 0), grid.spread(2, 0), grid.spread(0, 1)) == ("", "第一支部", "名单")


def test_hidden_and_empty_sheets_are_left_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["密"]], sheet="旧", 名单=[["王建国"]], 空=[])
    hidden = repacked(path, tmp_path / "b.xlsx", {"xl/workbook.xml": (b'state="visible"', b'state="hidden"')})
    book_with_all_hidden = [grid.name for grid in read_grids(path)]

    assert book_with_all_hidden == ["旧", "名单"]
    assert refusal(hidden).code is ErrorCode.FILE_EMPTY


def test_a_formula_without_a_stored_result_is_remembered(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["姓名"], ["=B2&C2", "王", "建国"]])
    (grid,) = read_grids(path)

    assert grid.text(1, 0) == ""
    assert grid.unfinished == {(1, 0): "=B2&C2"}


def test_broken_styles_do_not_cost_the_list(tmp_path: Path) -> None:
    made = workbook(tmp_path / "a.xlsx", ROWS)
    path = repacked(made, tmp_path / "b.xlsx", {"xl/styles.xml": (b"<fill><patternFill /></fill>", b"<fill/>")})

    assert rows_of(path) == ROWS


@pytest.mark.parametrize("styles", [(b"", b""), (b"<fill><patternFill /></fill>", b"<fill/>")])
def test_a_stray_cell_at_the_far_end_is_no_danger(tmp_path: Path, styles: tuple[bytes, bytes]) -> None:
    made = workbook(tmp_path / "a.xlsx", [["姓名", "x"]])
    far = {"xl/worksheets/sheet1.xml": (b'r="B1"', b'r="XFD1048576"'), "xl/styles.xml": styles}
    path = repacked(made, tmp_path / "b.xlsx", far)

    if styles[0]:
        assert refusal(path).code is ErrorCode.FILE_UNREADABLE
    else:
        assert rows_of(path) == (("姓名",),)


def test_a_file_that_ends_the_reading_process_is_only_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    whole = old_workbook({"S": [["姓名"], ["x"]]})
    second_cell, far_away = (struct.pack("<HHHHH", 0x0204, 11, *place, 0) for place in ((1, 0), (65535, 65535)))
    assert second_cell in whole
    path.write_bytes(whole.replace(second_cell, far_away))

    assert refusal(path).facts["reason"] == "the file is damaged"


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", bytes(package_limits.MAX_UNPACKED_BYTES + 1))

    assert path.stat().st_size < 1_000_000
    assert refusal(path).code is ErrorCode.FILE_TOO_LARGE


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("王建国\n" * (spreadsheets.MAX_ROWS + 1), encoding="utf-8")

    assert refusal(path).facts["actual"] == spreadsheets.MAX_ROWS + 1


def test_too_large_a_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(spreadsheets.MAX_BYTES + 1)

    assert refusal(path).code is ErrorCode.FILE_TOO_LARGE


def _png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def _document() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_png(), "it is not a spreadsheet"),
        (_document(), "it is not a spreadsheet"),
        (b"PK\x03\x04 and then nothing", "the file is damaged"),
        (old_workbook({"S": [["x"]]})[:1024], "the file is damaged"),
        (compound_file("EncryptedPackage", b"secret"), "it is protected by a password"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "it is a web page under the name of a table"),
        (b"\xff\xfe\x00\xd8", "its characters are neither UTF-8 nor GB18030"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(content)

    assert (refusal(path).code, refusal(path).facts["reason"]) == (ErrorCode.FILE_UNREADABLE, reason)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    assert refusal(path).code is ErrorCode.FILE_EMPTY


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx").code is ErrorCode.FILE_MISSING
    assert refusal(tmp_path).code is ErrorCode.FILE_UNREADABLE


@pytest.mark.parametrize("cut", range(100, 5000, 350))
def test_a_workbook_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    whole = workbook(tmp_path / "a.xlsx", ROWS).read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(whole[: min(cut, len(whole) - 50)])

    assert refusal(path).code is ErrorCode.FILE_UNREADABLE


@pytest.mark.parametrize(
    ("sheet", "address"),
    [("Sheet1", "Sheet1!C9"), ("名单", "名单!C9"), ("list.csv", "list.csv!C9"), ("4 月", "'4 月'!C9")],
)
def test_addresses_are_written_as_spreadsheets_write_them(sheet: str, address: str) -> None:
    assert Grid(sheet, ()).address(8, 2) == address


@pytest.mark.parametrize(("column", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters_of_columns(column: int, letter: str) -> None:
    assert column_letter(column) == letter
