"""What the person says against a guess is followed: cells mended, sheets left out, layouts, headers, columns, days."""

from datetime import date
from pathlib import Path

from inspected import ON, lines, rows_of
from openpyxl import Workbook

from roster_app.domain.inspected import Corrections, LayoutGround, LayoutKind
from roster_app.exchange.inspecting.inspection import inspect_file, inspect_text

ROSTER = "日期\t早班\t晚班\n2020-04-06\t张伟\t王芳\n2020-04-31\t刘洋\t\n"


def test_mended_cells_are_read_instead_of_what_stood_there() -> None:
    written = inspect_text(ROSTER, ON)
    address = next(question.cell for question in written.questions)
    mended = inspect_text(ROSTER, ON, corrections=Corrections(mends={address: "2020-04-07"}))

    assert lines(written)[-1] == "刘洋 ? 早班 [wrong]"
    assert lines(mended) == ["张伟 4-6 早班", "王芳 4-6 晚班", "刘洋 4-7 早班"]
    assert mended.questions == ()
    assert (mended.sheets[0].first_day, mended.sheets[0].last_day) == (date(2020, 4, 6), date(2020, 4, 7))


def test_a_mend_reaches_its_own_sheet_only_and_replaces_values(tmp_path: Path) -> None:
    book = Workbook()
    for name, day in (("一", 6), ("二", 7)):
        page = book.create_sheet(name)
        page.append(["日期", "值班员"])
        page.append([date(2020, 4, day), "张伟"])
    del book["Sheet"]
    book.save(tmp_path / "two.xlsx")

    found = inspect_file(tmp_path / "two.xlsx", ON, corrections=Corrections(mends={"二!A2": "4月9日", "二!B3": "刘洋"}))

    assert lines(found) == ["张伟 4-6", "张伟 4-9", "刘洋 4-9"]


def test_sheets_left_out_are_rows_skipped() -> None:
    sheet = inspect_text(ROSTER, ON).sheets[0].name
    left = [Corrections(skipped_sheets=frozenset([sheet])), Corrections(layouts={sheet: LayoutKind.NONE})]
    for corrections in left:
        found = inspect_text(ROSTER, ON, corrections=corrections)
        assert rows_of(found) == ("none", 3, 0, 0, 3, 0)
        assert found.sheets[0].reason.ground is LayoutGround.LEFT_OUT
        assert found.entries == found.people == found.questions == ()
