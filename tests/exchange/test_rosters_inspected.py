"""Rosters in the layouts people keep, all invented: each read as a person reads it."""

from datetime import date, datetime, time
from pathlib import Path

from inspected import asked, inspected, lines, rows_of


def test_shifts_by_days_with_hours_in_the_labels(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "wall.xlsx",
        [
            ["永和街第一卡口值班表（4月6日至4月12日）"],
            ["班次", "4月6日\n（周一）", "4月7日\n（周二）"],
            ["早班 06:30-11:30", "张伟、李秀英", "刘洋 陈静"],
            ["夜班 17:30-01:00", "吴强", "张伟（代）"],
            ["制表人：李明"],
        ],
        merges=["A1:C1"],
    )

    assert rows_of(found) == ("roster_grid", 3, 2, 0, 1, 0)
    assert lines(found) == [
        "张伟 4-6 早班 06:30-11:30",
        "李秀英 4-6 早班 06:30-11:30",
        "刘洋 4-7 早班 06:30-11:30",
        "陈静 4-7 早班 06:30-11:30",
        "吴强 4-6 夜班 17:30-01:00+1",
        "张伟 4-7 夜班 17:30-01:00+1 [ask]",
    ]
    assert asked(found) == [("C4", "stands_in")]


def test_a_list_with_leader_phone_and_a_weekday_that_is_wrong(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "list.xlsx",
        [
            ["2020年4月值班安排表"],
            ["日期", "星期", "带班领导", "电话", "白班", "夜班", "备注"],
            ["4月6日", "星期一", "欧阳 建国", 13800000001, "张伟 李娜", "王芳", ""],
            ["4月7日", "星期四", "司马光", 13800000002, "刘洋、陈静", "", "清明值守"],
        ],
        merges=["A1:G1"],
    )

    assert rows_of(found) == ("roster_list", 2, 1, 0, 0, 1)
    assert lines(found)[:4] == ["欧阳建国 4-6 带班领导", "张伟 4-6 白班", "李娜 4-6 白班", "王芳 4-6 夜班"]
    assert lines(found)[4:] == ["司马光 4-7 带班领导 [wrong]", "刘洋 4-7 白班 [wrong]", "陈静 4-7 白班 [wrong]"]
    assert [(p.name, p.phone) for p in found.people if p.phone] == [
        ("欧阳建国", "13800000001"),
        ("司马光", "13800000002"),
    ]
    assert asked(found) == [("A4", "weekday")]


def test_a_row_for_each_duty_with_times_of_day(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "long.xlsx",
        [
            ["姓名", "手机", "日期", "开始时间", "结束时间", "岗位"],
            ["张伟", "13800000001", datetime(2020, 4, 6), time(8), time(16), "测温"],
            ["王芳", "13800000002", datetime(2020, 4, 6), time(22), time(6), "登记"],
        ],
    )

    assert lines(found) == ["张伟 4-6 08:00-16:00", "王芳 4-6 22:00-06:00+1"]


def test_days_by_people_with_a_legend_below(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "turned.xlsx",
        [
            ["2020年4月"],
            ["日期", "星期", "张伟", "王芳"],
            [1, "三", "早", "休"],
            [2, "四", "晚", "早"],
            ["合计", "", 2, 1],
            ["早：8:00-16:00，晚：16:00-0:00"],
        ],
    )

    assert rows_of(found) == ("roster_matrix", 4, 2, 0, 2, 0)
    assert lines(found) == [
        "张伟 4-1 早 08:00-16:00",
        "王芳 4-1 休 [off]",
        "张伟 4-2 晚 16:00-00:00+1",
        "王芳 4-2 早 08:00-16:00",
    ]
    assert found.questions == ()


def test_a_calendar_of_weeks(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "calendar.xlsx",
        [
            ["2020年4月值班日历"],
            ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
            ["", "", "", 1, 2, 3, 4],
            ["", "", "", "张伟\n王芳", "刘洋", "陈静", "赵磊"],
            [5, 6, 7, 8, 9, 10, 11],
            ["杨柳", "周涛", "孙丽", "吴强", "郑爽", "冯军", "张伟"],
        ],
        merges=["A1:G1"],
    )

    assert rows_of(found) == ("roster_stacked", 2, 2, 0, 0, 0)
    assert lines(found)[:3] == ["张伟 4-1", "王芳 4-1", "刘洋 4-2"]
    assert lines(found)[-7:] == [
        f"{name} 4-{day}" for day, name in enumerate(["杨柳", "周涛", "孙丽", "吴强", "郑爽", "冯军", "张伟"], 5)
    ]


def test_weekdays_by_periods_ask_for_the_week(tmp_path: Path) -> None:
    rows = [["社区门岗"], ["时间", "周一", "周二", "周日"], ["8:00-12:00", "张伟", "王芳", "刘洋"]]
    given = inspected(tmp_path / "week.xlsx", rows, on=date(2020, 4, 8))
    supposed = inspected(tmp_path / "week.xlsx", rows, on=date(2020, 4, 8), on_given=False)

    assert lines(given) == ["张伟 4-6 08:00-12:00", "王芳 4-7 08:00-12:00", "刘洋 4-12 08:00-12:00"]
    assert asked(given) == asked(supposed) == [("B2", "week")]
    assert {entry.verdict.value for entry in supposed.entries} == {"ask"}


def test_serial_numbers_under_the_general_format(tmp_path: Path) -> None:
    down = inspected(tmp_path / "down.xlsx", [["日期", "值班员"], [43922, "张伟"], [43923, "王芳"]])
    top = inspected(
        tmp_path / "top.xlsx", [["姓名", 43922, 43923, 43924, 43925, 43926], ["张伟", "早", "早", "休", "晚", "晚"]]
    )

    assert lines(down) == ["张伟 4-1", "王芳 4-2"]
    assert [entry.day for entry in top.entries] == [date(2020, 4, day) for day in range(1, 6)]


def test_years_of_the_republic(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "roc.xlsx",
        [["109年4月份值班表"], ["日期", "早班", "晚班"], ["109.4.6(一)", "張偉", "王芳"], ["109.4.7(二)", "劉洋", ""]],
    )

    assert lines(found) == ["張偉 4-6 早班", "王芳 4-6 晚班", "劉洋 4-7 早班"]
    assert found.entries[0].day == date(2020, 4, 6)


def test_days_and_weekdays_by_formulas_that_were_never_worked_out(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "formulas.xlsx",
        [
            ["姓名", datetime(2020, 4, 6), "=B1+1", "=C1+1"],
            ["", '=TEXT(B1,"aaa")', '=TEXT(C1,"aaa")', "=D1"],
            ["张伟", "A", "B", "休"],
            ["A 08:00-20:00 B 20:00-08:00"],
        ],
        formats={"B1": "d", "C1": "d", "D1": "d", "D2": "[$-804]aaa;@"},
    )

    assert found.sheets[0].header_rows == (1, 2)
    assert [entry.day for entry in found.entries] == [date(2020, 4, 6), date(2020, 4, 7), date(2020, 4, 8)]


def test_names_glued_together_part_by_names_that_stand_alone(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "glued.xlsx",
        [
            ["日期", "值班人员"],
            ["2020-04-06", "张伟李娜"],
            ["2020-04-07", "张伟"],
            ["2020-04-08", "李娜"],
            ["2020-04-09", "欧阳娜娜王小明"],
            ["2020-04-10", "王 芳　刘　洋"],
        ],
    )

    assert lines(found) == [
        *("张伟 4-6", "李娜 4-6", "张伟 4-7", "李娜 4-8"),
        *("欧阳娜娜 4-9 [ask]", "王小明 4-9 [ask]", "王芳 4-10", "刘洋 4-10"),
    ]
    assert asked(found) == [("B5", "names_glued")]


def test_days_before_months_in_english(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "english.xlsx",
        [
            ["Gate duty rota, April 2020"],
            ["Date", "Day", "Early 06:00-14:00", "Night 22:00-06:00"],
            ["6/4", "Mon", "John Smith", "Mary Poe"],
            ["7/4", "Tue", "Ann Lee, Bob Ray", "TBC"],
            ["Totals", "", 2, 1],
        ],
    )

    assert lines(found) == [
        "John Smith 4-6 Early 06:00-14:00",
        "Mary Poe 4-6 Night 22:00-06:00+1",
        "Ann Lee 4-7 Early 06:00-14:00",
        "Bob Ray 4-7 Early 06:00-14:00",
    ]


def test_a_community_table_with_several_days_in_a_cell(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "community.xlsx",
        [
            ["某社区4月值班安排表"],
            ["序号", "值班领导", "值班人员", "职务", "手机", "4月"],
            [1, "李　明\n13800000009", "王　芳", "书记", "13800000001", "1日17日"],
            [2, "", "刘洋", "委员", "13800000002", "2日\n18日"],
        ],
        merges=["A1:F1", "B3:B4"],
    )

    assert "李明 4-1 值班领导" in lines(found)
    assert [line for line in lines(found) if line.startswith(("王芳", "刘洋"))] == [
        *("王芳 4-1", "王芳 4-17", "刘洋 4-2", "刘洋 4-18"),
    ]
    assert {p.name: p.phone for p in found.people} == {
        "李明": "13800000009",
        "王芳": "13800000001",
        "刘洋": "13800000002",
    }


def test_weeks_below_each_other(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "weeks.xlsx",
        [
            ["第一周"],
            ["日期", "4月6日", "4月7日"],
            ["白班", "张伟", "王芳"],
            [],
            ["第二周"],
            ["日期", "4月13日", "4月14日"],
            ["白班", "周涛", "孙丽"],
        ],
    )

    assert rows_of(found) == ("roster_grid", 3, 2, 0, 1, 0)
    assert lines(found) == ["张伟 4-6 白班", "王芳 4-7 白班", "周涛 4-13 白班", "孙丽 4-14 白班"]


def test_lists_side_by_side(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "side.xlsx",
        [
            ["四月值班表"],
            ["日期", "值班人", "日期", "值班人"],
            ["4月1日", "张伟", "4月16日", "王芳"],
            ["4月2日", "刘洋", "4月17日", "陈静"],
        ],
    )

    assert sorted(lines(found)) == sorted(["张伟 4-1", "刘洋 4-2", "王芳 4-16", "陈静 4-17"])


def test_months_over_bare_days_in_merged_cells(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "months.xlsx",
        [
            ["姓名", "2020年3月", "", "", "4月", ""],
            ["", "29", "30", "31", "1", "2"],
            ["", "日", "一", "二", "三", "四"],
            ["张伟", "早", "早", "中", "中", "休"],
        ],
        merges=["B1:D1", "E1:F1", "A1:A3"],
        on=date(2026, 1, 1),
    )

    assert found.sheets[0].header_rows == (1, 2, 3)
    assert [entry.day for entry in found.entries] == [
        *(date(2020, 3, 29), date(2020, 3, 30), date(2020, 3, 31), date(2020, 4, 1), date(2020, 4, 2)),
    ]


def test_bare_days_with_the_month_in_the_name_of_sheet_or_file(tmp_path: Path) -> None:
    matrix = [["姓名", 28, 29, 30, 31, 1, 2], ["张伟", "A", "A", "B", "B", "OFF", "OFF"]]
    by_sheet = inspected(tmp_path / "a.xlsx", matrix, sheet="2020年5月28日-6月2日", on=date(2026, 1, 1))
    listed = [["日期", "星期", "姓名"], [1, "日", "张伟"], [2, "一", "王芳"], [3, "四", "刘洋"]]
    by_file = inspected(tmp_path / "值班表2020年3月.xlsx", listed, on=date(2026, 1, 1))

    assert (by_sheet.entries[0].day, by_sheet.entries[-1].day) == (date(2020, 5, 28), date(2020, 6, 2))
    assert [(e.day, e.verdict.value) for e in by_file.entries] == [
        (date(2020, 3, 1), "ok"),
        (date(2020, 3, 2), "ok"),
        (date(2020, 3, 3), "wrong"),
    ]


def test_one_day_that_only_the_title_names(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "day.xlsx",
        [
            ["2020年4月6日卡口值班表"],
            ["班次", "时间", "值班人员", "电话"],
            ["早班", "06:30-11:30", "张伟", "13800000001"],
            ["夜班", "17:30-01:00", "刘洋", "13800000003"],
        ],
        merges=["A1:D1"],
        on=date(2026, 1, 1),
    )

    assert lines(found) == ["张伟 4-6 早班 06:30-11:30", "刘洋 4-6 夜班 17:30-01:00+1"]
    assert {entry.day.year for entry in found.entries if entry.day} == {2020}


def test_letters_that_a_legend_beside_the_roster_explains_are_no_marks(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "legend.xlsx",
        [
            ["4月排班", "", "", "", "代码", "时间"],
            ["姓名", "4/1", "4/2", "", "D", "08:00-20:00"],
            ["张伟", "D", "N", "", "N", "20:00-08:00"],
        ],
    )

    assert lines(found) == ["张伟 4-1 D 08:00-20:00", "张伟 4-2 N 20:00-08:00+1"]


def test_floats_that_lost_their_nought(tmp_path: Path) -> None:
    rows = [["日期", "值班员"], *([float(f"6.{day:02}"), "张伟"] for day in range(8, 22))]
    found = inspected(tmp_path / "floats.xlsx", rows)

    assert [entry.day for entry in found.entries] == [date(2020, 6, day) for day in range(8, 22)]


def test_a_feast_beside_the_day_and_days_merged_down(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "feast.xlsx",
        [
            ["日期", "卡口", "班次", "值班人员"],
            ["4月30日", "东门", "早班", "张伟"],
            ["", "西门", "晚班", "王芳"],
            ["5月1日\n劳动节", "东门", "早班", "刘洋"],
            ["注：节日期间加强值守"],
        ],
        merges=["A2:A3"],
    )

    assert rows_of(found) == ("roster_list", 4, 3, 0, 1, 0)
    assert lines(found) == ["张伟 4-30 早班", "王芳 4-30 晚班", "刘洋 5-1 早班"]


def test_a_name_one_character_apart_is_asked_and_never_merged(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "near.xlsx",
        [
            ["日期", "值班员"],
            ["4月1日", "欧阳云岚"],
            ["4月2日", "欧阳云岚"],
            ["4月3日", "欧阳云岗"],
            ["4月4日", "王芳"],
        ],
    )

    assert asked(found) == [("B4", "near_name")]
    assert len(found.people) == 3


def test_a_dashboard_before_the_roster_is_skipped(tmp_path: Path) -> None:
    from workbooks import workbook

    from roster_app.exchange.inspecting.inspection import inspect_file

    path = workbook(
        tmp_path / "dashboard.xlsx",
        [["值班看板"], ["总人数", 3], ["本周班次", 12]],
        sheet="看板",
        **{"4月排班": [["姓名", 1, 2, 3], ["张伟", "早", "休", "晚"]]},
    )
    found = inspect_file(path, date(2020, 4, 1))

    assert rows_of(found, 0) == ("none", 3, 0, 0, 3, 0)
    assert lines(found) == ["张伟 4-1 早", "张伟 4-2 休 [off]", "张伟 4-3 晚"]


def test_days_and_people_in_one_cell(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "cells.xlsx",
        [
            ["2020年4月"],
            ["日", "一", "二", "三", "四", "五", "六"],
            ["", "", "", "1\n张伟", "2\n王芳 刘洋", "3\n陈静", "4\n赵磊"],
            ["5\n张伟", "6\n王芳", "7\n陈静", "8", "9\n赵磊", "10\n刘洋", "11\n杨柳"],
        ],
        on=date(2026, 1, 1),
    )

    assert rows_of(found) == ("roster_stacked", 2, 2, 0, 0, 0)
    assert lines(found)[:4] == ["张伟 4-1", "王芳 4-2", "刘洋 4-2", "陈静 4-3"]
    assert found.entries[-1].day == date(2020, 4, 11)


def test_a_row_of_hours_and_a_row_of_names_under_merged_days(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "pairs.xlsx",
        [
            ["日期", datetime(2020, 4, 6), "", datetime(2020, 4, 7), ""],
            ["时间", "8:00-12:00", "14:00-18:00", "8:00-12:00", "14:00-18:00"],
            ["人员", "张伟", "王芳", "刘洋", "陈静"],
        ],
        merges=["B1:C1", "D1:E1"],
    )

    assert lines(found) == [
        *("张伟 4-6 08:00-12:00", "王芳 4-6 14:00-18:00"),
        *("刘洋 4-7 08:00-12:00", "陈静 4-7 14:00-18:00"),
    ]


def test_people_by_days_with_last_names_first(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "last.xlsx",
        [
            ["April 2020"],
            ["Name", "Wed 1", "Thu 2", "Fri 3"],
            ["Smith, John", "D", "N", "OFF"],
            ["D = 07:00-19:00, N = 19:00-07:00"],
        ],
        on=date(2026, 1, 1),
    )

    assert lines(found) == [
        *("Smith, John 4-1 D 07:00-19:00", "Smith, John 4-2 N 19:00-07:00+1", "Smith, John 4-3 OFF [off]"),
    ]


def test_days_and_hours_in_one_cell(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "moments.xlsx",
        [
            ["时间", "地点", "人员"],
            ["2020年4月6日8:00-12:00", "东门", "张伟、王芳"],
            ["2020年4月6日14:00-18:00", "西门", "刘洋"],
        ],
    )

    assert lines(found) == ["张伟 4-6 08:00-12:00", "王芳 4-6 08:00-12:00", "刘洋 4-6 14:00-18:00"]


def test_names_with_their_phones_in_one_cell(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "phones.xlsx",
        [
            ["日期", "值班人员及电话"],
            ["4月6日", "张伟 13800000001\n王芳 138 0000 0002"],
            ["4月7日", "刘洋（13800000003）"],
        ],
    )

    assert [(p.name, p.phone) for p in found.people] == [
        *(("张伟", "13800000001"), ("王芳", "13800000002"), ("刘洋", "13800000003")),
    ]


def test_a_day_that_does_not_exist_is_wrong_and_its_neighbours_are_right(tmp_path: Path) -> None:
    found = inspected(
        tmp_path / "never.xlsx",
        [["日期", "值班员"], ["2月29日", "张伟"], ["2月30日", "王芳"], ["3月1日", "刘洋"], ["待定", "陈静"]],
        on=date(2020, 2, 1),
    )

    assert rows_of(found) == ("roster_list", 4, 2, 0, 0, 2)
    assert lines(found) == ["张伟 2-29", "王芳 ? [wrong]", "刘洋 3-1"]
    assert asked(found) == [("A3", "no_such_day"), ("A5", "no_such_day")]


def test_an_old_workbook(tmp_path: Path) -> None:
    from old_workbook import old_workbook

    from roster_app.exchange.inspecting.inspection import inspect_file

    path = tmp_path / "old.xls"
    rows = [["2020年4月排班"], ["姓名", 1.0, 2.0, 3.0], ["", "三", "四", "五"], ["张伟", "早", "休", "中"]]
    path.write_bytes(old_workbook({"四月": rows}))
    found = inspect_file(path, date(2026, 1, 1))

    assert lines(found) == ["张伟 4-1 早", "张伟 4-2 休 [off]", "张伟 4-3 中"]
    assert found.entries[0].cell == "四月!B4"
