"""Layouts that mislead: hidden parts, wrong extensions, wide used ranges, two-row headers, codes, keys of names."""

from datetime import date
from pathlib import Path

import pytest
from inspected import asked, inspected, lines, rows_of
from old_workbook import old_workbook
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from roster_app.domain.inspected import LayoutKind
from roster_app.exchange.inspecting.inspection import inspect_file

ON = date(2020, 4, 1)
LIST = [["日期", "班次", "人员"], ["2020年4月6日", "早班", "张伟、王芳"], ["2020年4月7日", "晚班", "刘洋"]]
OF_THE_LIST = ["张伟 4-6 早班", "王芳 4-6 早班", "刘洋 4-7 晚班"]
MATRIX: list[list[object]] = [
    ["姓名", "4月6日", "4月7日", "4月8日"],
    ["张伟", "早", "晚", "休"],
    ["王芳", "晚", "休", "早"],
]
OF_THE_MATRIX = ["张伟 4-6 早", "张伟 4-7 晚", "张伟 4-8 休 [off]", "王芳 4-6 晚", "王芳 4-7 休 [off]", "王芳 4-8 早"]


def book(path: Path, sheets: dict[str, list[list[object]]]) -> Workbook:
    """A workbook of these sheets, saved."""
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    made.save(path)
    return made


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.xls"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_text_in_the_chinese_code_page_under_any_name(tmp_path: Path, delimiter: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("\r\n".join(delimiter.join(row) for row in LIST).encode("gb18030"))

    assert lines(inspect_file(path, ON)) == OF_THE_LIST


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_an_old_workbook_under_another_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(old_workbook({"排班": list(LIST)}))

    assert lines(inspect_file(path, ON)) == OF_THE_LIST


def test_a_new_workbook_under_the_name_of_an_old_one(tmp_path: Path) -> None:
    book(tmp_path / "list.xls", {"排班": [list(row) for row in LIST]})

    assert lines(inspect_file(tmp_path / "list.xls", ON)) == OF_THE_LIST


def test_the_roster_behind_two_sheets_of_other_things(tmp_path: Path) -> None:
    dashboard: list[list[object]] = [["指标", "数值"], ["志愿者总数", 120], ["今日在岗", 18], ["完成率", "95%"]]
    book(tmp_path / "a.xlsx", {"总览": dashboard, "说明": [["填表说明"], ["请各卡口每日18:00前上报"]], "排班": MATRIX})
    found = inspect_file(tmp_path / "a.xlsx", ON)

    assert [sheet.layout for sheet in found.sheets] == [LayoutKind.NONE, LayoutKind.NONE, LayoutKind.ROSTER_MATRIX]
    assert lines(found) == OF_THE_MATRIX


def test_hidden_sheets_are_left_out_and_hidden_rows_and_columns_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = book(path, {"旧": [["姓名", "4月1日"], ["赵磊", "早"]], "排班": MATRIX})
    made["旧"].sheet_state = "hidden"
    made["排班"].row_dimensions[3].hidden = True
    made["排班"].column_dimensions["C"].hidden = True
    made.save(path)

    assert lines(inspect_file(path, ON)) == OF_THE_MATRIX


def test_a_used_range_far_larger_than_the_data(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = book(path, {"排班": MATRIX})
    framed = Border(left=Side("thin"))
    for row in range(1, 400):
        for column in range(1, 60):
            made["排班"].cell(row, column).border = framed
    made["排班"]["XFD5000"].border = framed
    made.save(path)
    found = inspect_file(path, ON)

    assert (rows_of(found), lines(found)) == (("roster_matrix", 2, 2, 0, 0, 0), OF_THE_MATRIX)


def test_months_merged_over_days(tmp_path: Path) -> None:
    rows = [
        ["姓名", "2020年4月", "", "2020年5月", ""],
        ["", 29, 30, 1, 2],
        ["张伟", "早", "晚", "休", "早"],
        ["王芳", "晚", "早", "早", "休"],
    ]
    found = inspected(tmp_path / "a.xlsx", rows, merges=["A1:A2", "B1:C1", "D1:E1"])

    assert lines(found) == [
        *("张伟 4-29 早", "张伟 4-30 晚", "张伟 5-1 休 [off]", "张伟 5-2 早"),
        *("王芳 4-29 晚", "王芳 4-30 早", "王芳 5-1 早", "王芳 5-2 休 [off]"),
    ]


def test_numbers_for_days_that_lost_their_nought_are_proven_by_weekdays(tmp_path: Path) -> None:
    rows = [["日期", "星期", "值班员"], [6.19, "星期五", "王芳"], [6.2, "星期六", "刘洋"], [6.21, "星期日", "陈静"]]

    assert lines(inspected(tmp_path / "a.xlsx", rows)) == ["王芳 6-19", "刘洋 6-20", "陈静 6-21"]


def test_years_of_the_republic_with_strokes(tmp_path: Path) -> None:
    found = inspected(tmp_path / "a.xlsx", [["日期", "值班人員"], ["109/4/6", "張偉"], ["109/4/13", "劉洋"]])

    assert [entry.day for entry in found.entries] == [date(2020, 4, 6), date(2020, 4, 13)]


def test_ordinals_under_a_title_with_the_month(tmp_path: Path) -> None:
    rows = [
        ["Rota April 2020"],
        ["Name", "20th", "21st", "22nd"],
        ["John Smith", "E", "L", "OFF"],
        ["Mary Poe", "L", "E", "E"],
    ]

    assert lines(inspected(tmp_path / "a.xlsx", rows))[:4] == [
        *("John Smith 4-20 E", "John Smith 4-21 L", "John Smith 4-22 OFF [off]", "Mary Poe 4-20 L"),
    ]


def test_a_sheet_for_each_checkpoint(tmp_path: Path) -> None:
    def duty(first: str, second: str) -> list[list[object]]:
        return [["日期", "早班", "晚班"], ["4月6日", first, second], ["4月7日", second, first]]

    sheets = {"东门卡口": duty("张伟", "王芳"), "西门卡口": duty("陈静", "赵磊"), "3号卡口": duty("杨柳", "周明")}
    book(tmp_path / "a.xlsx", sheets)
    found = inspect_file(tmp_path / "a.xlsx", ON)

    assert [(entry.place, entry.person) for entry in found.entries][::4] == [
        *(("东门卡口", "张伟"), ("西门卡口", "陈静"), ("3号卡口", "杨柳")),
    ]
    assert len(found.entries) == 12


def test_two_columns_for_each_day(tmp_path: Path) -> None:
    rows = [
        ["姓名", "4月6日", "", "4月7日", ""],
        ["", "早", "晚", "早", "晚"],
        ["张伟", "√", "", "", "√"],
        ["王芳", "", "√", "√", ""],
    ]
    found = inspected(tmp_path / "a.xlsx", rows, merges=["A1:A2", "B1:C1", "D1:E1"])

    assert lines(found) == ["张伟 4-6 早", "张伟 4-7 晚", "王芳 4-6 晚", "王芳 4-7 早"]


def test_the_attendance_of_36_people(tmp_path: Path) -> None:
    names = [a + b for a in "王李张刘陈杨" for b in ("文博", "清远", "宁齐", "安思", "明宇", "若平")]
    marks = ("√", "√", "迟到", "事假", "√", "病假", "休", "√", "√", "早退")
    rows: list[list[object]] = [["2020年4月考勤表"], ["序号", "姓名", *range(1, 11), "出勤"]]
    rows += [[n + 1, name, *((marks * 5)[n : n + 10]), 6] for n, name in enumerate(names)]
    found = inspected(tmp_path / "a.xlsx", rows)

    assert (rows_of(found), len(found.people)) == (("roster_matrix", 36, 36, 0, 0, 0), 36)
    assert lines(found)[:7] == [
        *(
            "王文博 4-1",
            "王文博 4-2",
            "王文博 4-3 迟到",
            "王文博 4-4 事假 [off]",
            "王文博 4-5",
            "王文博 4-6 病假 [off]",
        ),
        "王文博 4-7 休 [off]",
    ]


def test_the_numbers_of_days_kept_as_texts(tmp_path: Path) -> None:
    rows = [["日期", "姓名", "手机"], ["43927", "张伟", "13800000001"], ["43928", "王芳", "13800000002"]]
    found = inspected(tmp_path / "a.xlsx", rows)

    assert lines(found) == ["张伟 4-6", "王芳 4-7"]
    assert [person.phone for person in found.people] == ["13800000001", "13800000002"]


def test_days_by_formulas_that_were_never_worked_out(tmp_path: Path) -> None:
    rows = [["姓名", date(2020, 4, 6), "=B1+1", "=C1+1"], ["张伟", "早", "晚", "休"], ["王芳", "晚", "休", "早"]]

    assert lines(inspected(tmp_path / "a.xlsx", rows)) == OF_THE_MATRIX


@pytest.mark.parametrize(
    "key",
    [
        [["Key"], ["JS", "John Smith"], ["MP", "Mary Poe"], ["TB", "Tom Bell"]],
        [["Key: JS = John Smith, MP = Mary Poe, TB = Tom Bell"]],
    ],
)
def test_initials_are_the_names_of_the_key(tmp_path: Path, key: list[list[object]]) -> None:
    rows = [["Shift", "Mon 6 Apr", "Tue 7 Apr"], ["Early", "JS", "MP/TB"], ["Late", "MP", "JS"], [], *key]
    found = inspected(tmp_path / "a.xlsx", rows)

    assert sorted(lines(found)) == [
        *("John Smith 4-6 Early", "John Smith 4-7 Late", "Mary Poe 4-6 Late", "Mary Poe 4-7 Early"),
        "Tom Bell 4-7 Early",
    ]
    assert [person.name for person in found.people] == ["John Smith", "Mary Poe", "Tom Bell"]
    assert asked(found) == []


def test_a_form_whose_answers_are_joined_and_whose_source_is_nobody(tmp_path: Path) -> None:
    technical = ["2020/4/1 9:30:12", "85秒", "微信", "N/A", "1.2.3.4(广东-深圳)"]
    rows = [
        [
            *("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、姓名", "2、手机号"),
            *("3、可参加的日期[多选题]", "4、时段[多选题]"),
        ],
        [1, *technical, "张伟", "13800000001", "4月6日(周一)┋4月7日(周二)", "上午┋晚上"],
        [2, *technical, "王芳", "13800000002", "4月7日(周二)", "下午"],
    ]
    found = inspected(tmp_path / "a.xlsx", rows)

    assert sorted(lines(found)) == [
        *("张伟 4-6 上午", "张伟 4-6 晚上", "张伟 4-7 上午", "张伟 4-7 晚上", "王芳 4-7 下午"),
    ]
    assert [(person.name, person.phone) for person in found.people] == [
        ("张伟", "13800000001"),
        ("王芳", "13800000002"),
    ]
