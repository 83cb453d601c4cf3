"""Availability in the layouts people collect it in, all invented."""

from datetime import date, datetime
from pathlib import Path

import pytest
from inspected import ON, asked, inspected, lines, rows_of

from roster_app.domain.errors import DomainError
from roster_app.exchange.inspecting.inspection import inspect_file, inspect_text


def test_a_form_with_a_column_for_each_slot(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "form.xlsx",
        [
            [
                "Timestamp",
                "您的姓名",
                "手机号码",
                "可值班时间 [4月6日 上午]",
                "可值班时间 [4月6日 下午]",
                "可值班时间 [4月7日 上午]",
            ],
            [datetime(2020, 4, 1, 9, 30), "张伟", "13800000001", "可以", "不可以", "可以"],
            [datetime(2020, 4, 1, 10, 2), "王芳", "13800000002", "", "可以", "待定"],
        ],
    )

    assert rows_of(found) == ("availability_wide", 2, 2, 0, 0, 0)
    assert lines(found) == [
        *("张伟 4-6 上午", "张伟 4-6 下午 [off]", "张伟 4-7 上午"),
        *("王芳 4-6 下午", "王芳 4-7 上午 [ask]"),
    ]
    assert asked(found) == [("F3", "perhaps")]


def test_a_form_with_several_answers_in_a_cell(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "answers.xlsx",
        [
            ["序号", "提交答卷时间", "1、您的姓名", "2、联系电话", "3、可值班时间"],
            [1, "2020/4/1 9:20:11", "张伟", "13800000001", "4月6日上午┋4月7日下午┋4月8日晚上"],
            [2, "2020/4/1 9:25:00", "王芳", "13800000002", "4月6日下午"],
        ],
    )

    assert lines(found) == ["张伟 4-6 上午", "张伟 4-7 下午", "张伟 4-8 晚上", "王芳 4-6 下午"]
    assert {p.phone for p in found.people} == {"13800000001", "13800000002"}


def test_weekdays_said_in_words(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "weekdays.xlsx",
        [["姓名", "电话", "可值班时间"], ["张伟", "13800000001", "周三晚、周五晚"], ["王芳", "", "周二至周四"]],
        on=date(2020, 4, 6),
    )

    assert rows_of(found)[0] == "availability_list"
    assert lines(found) == ["张伟 4-8 晚", "张伟 4-10 晚", "王芳 4-7", "王芳 4-8", "王芳 4-9"]
    assert asked(found) == [("C2", "week")]


def test_two_rows_of_headings_over_groups_of_slots(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "wide.xlsx",
        [
            ["姓名", "4月6日", "", "4月7日", "", "备注"],
            ["", "上午", "下午", "上午", "下午", ""],
            ["张伟", "√", "", "√", "√", "可加班"],
            ["王芳", "×", "√", "△", "", ""],
        ],
        merges=["A1:A2", "B1:C1", "D1:E1", "F1:F2"],
    )

    assert found.sheets[0].header_rows == (1, 2)
    assert lines(found) == [
        *("张伟 4-6 上午", "张伟 4-7 上午", "张伟 4-7 下午"),
        *("王芳 4-6 上午 [off]", "王芳 4-6 下午", "王芳 4-7 上午 [ask]"),
    ]


def test_two_rows_for_each_person_over_the_end_of_a_month(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "halves.xlsx",
        [
            ["2020年3月30日-4月2日可值班时间"],
            ["姓名", "", "30", "31", "1", "2"],
            ["", "", "一", "二", "三", "四"],
            ["张伟", "上午", "√", "", "√", ""],
            ["", "下午", "", "√", "", ""],
        ],
        merges=["A4:A5", "A1:F1"],
    )

    assert lines(found) == ["张伟 3-30 上午", "张伟 4-1 上午", "张伟 3-31 下午"]


def test_hours_and_words_in_the_cells(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "hours.xlsx",
        [
            ["姓名", "4月1日", "4月2日", "4月3日"],
            ["张伟", "8:00-12:00", "14点后", "8:00-12:00、14:00-18:00"],
            ["王芳", "全天", "上午、晚上", "都不行"],
        ],
    )

    assert lines(found) == [
        *("张伟 4-1 08:00-12:00", "张伟 4-2 14:00-", "张伟 4-3 08:00-12:00", "张伟 4-3 14:00-18:00"),
        *("王芳 4-1 全天 00:00-00:00+1", "王芳 4-2 上午", "王芳 4-2 晚上", "王芳 4-3 [off]"),
    ]
    assert asked(found)[0] == ("C2", "hours_open")


def test_a_row_for_each_person_and_day_with_an_answer(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "rows.xlsx",
        [["姓名", "日期", "能否值班"], ["张伟", "4月6日", "是"], ["张伟", "4月7日", "否"], ["王芳", "4月6日", "待定"]],
    )

    assert rows_of(found)[0] == "availability_list"
    assert lines(found) == ["张伟 4-6", "张伟 4-7 [off]", "王芳 4-6 [ask]"]


def test_leave_from_one_day_to_another(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "leave.xlsx",
        [
            ["姓名", "开始日期", "结束日期", "原因"],
            ["张伟", "2020-04-06", "2020-04-08", "事假"],
            ["王芳", "2020-04-10", "2020-04-10", "病假"],
        ],
    )

    assert lines(found) == [
        *("张伟 4-6 事假 [off]", "张伟 4-7 事假 [off]", "张伟 4-8 事假 [off]"),
        "王芳 4-10 病假 [off]",
    ]


def test_the_code_pages_of_texts(tmp_path: Path) -> None:
    table = "姓名,4/6,4/7\n张伟,早,休\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(table.encode(encoding))

        assert lines(inspect_file(path, ON)) == ["张伟 4-6 早", "张伟 4-7 休 [off]"]


def test_a_pasted_table() -> None:
    found = inspect_text("姓名\t4月6日\t4月7日\n张伟\t√\t×\n", ON)

    assert lines(found) == ["张伟 4-6", "张伟 4-7 [off]"]
    assert found.people[0].cells == ("Sheet1!A2",)
    with pytest.raises(DomainError):
        inspect_text(" \n", ON)


def test_volunteers_with_days_of_birth_are_no_roster(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "people.xlsx",
        [
            ["编号", "姓名", "出生日期", "入队日期", "手机"],
            [1, "张伟", datetime(1980, 1, 2), datetime(2020, 2, 1), 13800000001],
            [2, "王芳", datetime(1991, 5, 6), datetime(2020, 2, 3), 13800000002],
        ],
    )

    assert (rows_of(found), found.entries) == (("volunteer_list", 2, 2, 0, 0, 0), ())


def test_a_repeated_person_is_unchanged(tmp_path: Path) -> None:
    people = [["姓名", "手机"], ["张伟", "13800000001"], ["王芳", "138000000022"], ["张伟", "13800000001"]]

    assert rows_of(inspected(tmp_path / "twice.xlsx", people)) == ("volunteer_list", 3, 1, 1, 0, 1)


def test_weekdays_with_a_slot_in_the_heading(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "slots.xlsx",
        [
            ["姓名", "性别", "电话", "周一上午", "周一下午", "周二上午"],
            ["张伟", "男", "13800000001", "√", "", "√"],
            ["王芳", "女", "13800000002", "", "√", ""],
        ],
        on=date(2020, 4, 8),
    )

    assert lines(found) == ["张伟 4-6 上午", "张伟 4-7 上午", "王芳 4-6 下午"]


def test_slots_over_the_days(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "over.xlsx",
        [
            ["", "早班", "", "晚班", ""],
            ["姓名", "4/6", "4/7", "4/6", "4/7"],
            ["张伟", "√", "", "", "√"],
        ],
        merges=["B1:C1", "D1:E1"],
    )

    assert lines(found) == ["张伟 4-6 早班", "张伟 4-7 晚班"]


def test_days_on_which_people_cannot_come(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "not.xlsx", [["姓名", "不可值班日期"], ["张伟", "4月6日、4月8日"], ["王芳", "4月10日"]]
    )

    assert lines(found) == ["张伟 4-6 [off]", "张伟 4-8 [off]", "王芳 4-10 [off]"]
