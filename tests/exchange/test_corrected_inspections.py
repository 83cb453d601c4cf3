"""What the person says against a guess is followed: cells mended, sheets left out, layouts, headers, columns, days."""

from datetime import date
from pathlib import Path

from inspected import ON, lines, rows_of
from openpyxl import Workbook

from roster_app.domain.inspected import ColumnUse, Corrections, LayoutGround, LayoutKind
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


WEEK = "时间\t周一\t周二\n8:00-12:00\t张伟\t王芳\n"


def test_the_first_day_of_a_week_is_taken_from_the_person() -> None:
    sheet = inspect_text(WEEK, ON).sheets[0].name
    found = inspect_text(WEEK, ON, False, Corrections(days_from={sheet: date(2020, 5, 11)}))

    assert lines(found) == ["张伟 5-11 08:00-12:00", "王芳 5-12 08:00-12:00"]
    assert found.questions == ()


def test_the_year_of_a_list_is_taken_from_the_person() -> None:
    text = "日期\t早班\n12月31日\t张伟\n1月1日\t王芳\n"
    sheet = inspect_text(text, ON).sheets[0].name
    found = inspect_text(text, ON, False, Corrections(days_from={sheet: date(2018, 12, 31)}))

    assert [entry.day for entry in found.entries] == [date(2018, 12, 31), date(2019, 1, 1)]
    assert found.questions == ()


def test_columns_are_read_as_told() -> None:
    text = "日期\t甲\t乙\t丙\n2020-04-06\t张伟\t刘洋\t东门\n2020-04-07\t王芳\t陈静\t西门\n"
    sheet = inspect_text(text, ON).sheets[0].name
    told = {1: ColumnUse.IGNORE, 2: ColumnUse.NAME, 3: ColumnUse.PLACE}
    found = inspect_text(text, ON, corrections=Corrections(columns={sheet: told}))

    assert [(e.person, e.place) for e in found.entries] == [("刘洋", "东门"), ("陈静", "西门")]
    assert (found.sheets[0].reason.told, inspect_text(text, ON).sheets[0].reason.told) == (True, False)
    assert [(c.letter, c.use.value) for c in found.sheets[0].columns] == [("A", "date"), ("C", "name"), ("D", "place")]


def test_a_header_told_leaves_the_rows_above_out() -> None:
    text = "2020-03-01\t张伟\n日期\t值班员\n2020-04-06\t王芳\n"
    sheet = inspect_text(text, ON).sheets[0].name
    found = inspect_text(text, ON, corrections=Corrections(header_rows={sheet: 2}))

    assert lines(found) == ["王芳 4-6"]
    assert found.sheets[0].header_rows == (2,)
    assert found.sheets[0].reason.told


def test_a_layout_told_is_followed() -> None:
    text = "姓名\t电话\t日期\n张伟\t13800000001\t2020-04-06\n王芳\t13800000002\t2020-04-07\n"
    sheet = inspect_text(text, ON).sheets[0].name
    as_people = inspect_text(text, ON, corrections=Corrections(layouts={sheet: LayoutKind.VOLUNTEER_LIST}))

    assert rows_of(inspect_text(text, ON))[0] == "roster_list"
    assert rows_of(as_people) == ("volunteer_list", 2, 2, 0, 0, 0)
    assert [p.phone for p in as_people.people] == ["13800000001", "13800000002"]
    assert as_people.sheets[0].reason.told


def test_the_ground_of_a_guess_and_a_mark_of_the_form() -> None:
    def month(number: int, weekdays: str, codes: str) -> str:
        days = "\t".join(str(day) for day in range(1, 8))
        return f"2020年{number}月排班表\n姓名\t{days}\n\t{weekdays}\n张伟\t{codes}\n王芳\t{codes}\n"

    april = inspect_text(month(4, "三\t四\t五\t六\t日\t一\t二", "早\t晚\t休\t早\t晚\t休\t早"), ON).sheets[0]
    may = inspect_text(month(5, "五\t六\t日\t一\t二\t三\t四", "晚\t晚\t休\t早\t晚\t休\t早"), ON).sheets[0]

    assert (april.reason.ground, april.reason.rows, april.reason.proof_rows) == (LayoutGround.DAYS_ACROSS, (2,), (3,))
    assert (april.reason.days, april.reason.proven, april.reason.contradicted) == (7, 7, 0)
    assert (april.columns[0].letter, april.columns[0].heading, april.columns[0].use) == ("A", "姓名", ColumnUse.NAME)
    assert {column.use for column in april.columns[1:]} == {ColumnUse.DAY}
    assert april.fingerprint == may.fingerprint != inspect_text(WEEK, ON).sheets[0].fingerprint


def test_places_and_roles_are_kept_as_written() -> None:
    text = "日期\t卡口\t姓名\t职务\n2020-04-06\t东门卡口\t张伟\t组长\n2020-04-07\t西门卡口\t王芳\t组员\n"
    titled = "永和街第一卡口值班表\n" + ROSTER

    assert [(e.place, e.role) for e in inspect_text(text, ON).entries] == [("东门卡口", "组长"), ("西门卡口", "组员")]
    assert {e.place for e in inspect_text(titled, ON).entries} == {"永和街第一卡口"}
    assert {(e.place, e.role) for e in inspect_text(ROSTER, ON).entries} == {("", "")}
