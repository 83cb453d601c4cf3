"""Lunar dates and festivals against the almanac, and where they stand on sheets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_reading import type_case
from paper_teams import MONDAY, SUNDAY, Ground, directory, full, imprint, period

from roster_app import i18n
from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.printing import day_list, month_roster
from roster_app.printing.lunar import lunar_day, lunar_words
from roster_app.printing.selection import source
from roster_app.printing.table_content import Part, TableRequest
from roster_app.printing.wall_roster import WallRequest, paginate

APRIL = TableRequest(date(2020, 4, 1), date(2020, 4, 30), lunar=True)
ONE_PLACE = Ground(checkpoints=("东门",))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2020, 1, 24), "除夕"),
        (date(2020, 1, 25), "春节"),
        (date(2020, 2, 8), "元宵节"),
        (date(2020, 4, 4), "清明节"),
        (date(2020, 4, 6), "三月十四"),
        (date(2020, 4, 23), "四月初一"),
        (date(2020, 5, 23), "闰四月初一"),
        (date(2020, 6, 25), "端午节"),
        (date(2020, 8, 25), "七夕节"),
        (date(2020, 10, 1), "中秋节"),
        (date(2020, 10, 25), "重阳节"),
        (date(2020, 12, 21), "冬至"),
        (date(2021, 1, 20), "腊八节"),
        (date(2021, 2, 11), "除夕"),  # of a twelfth month of thirty days
        (date(2022, 1, 31), "除夕"),  # of one of twenty-nine
        (date(2020, 12, 15), "冬月初一"),
        (date(2020, 4, 12), "三月二十"),
    ],
)
def test_days_are_called_as_the_almanac_calls_them(day: date, words: str) -> None:
    i18n.install("zh_CN")
    assert lunar_words(day) == words


def test_english_sheets_tell_the_numbers() -> None:
    i18n.install("en")
    assert [lunar_words(date(2020, m, d)) for m, d in ((4, 6), (5, 23), (1, 25))] == [
        "lunar 3/14",
        "lunar leap 4/1",
        "Spring Festival",
    ]


@given(st.dates(date(1901, 1, 1), date(2099, 12, 30)))
def test_each_day_follows_the_one_before(day: date) -> None:
    today, tomorrow = lunar_day(day), lunar_day(day + timedelta(days=1))
    same_month = (tomorrow.month, tomorrow.leap) == (today.month, today.leap)
    assert tomorrow.day == (today.day + 1 if same_month else 1)
    assert 1 <= today.day <= 30


@pytest.mark.parametrize("day", [date(1900, 12, 31), date(2100, 1, 1)])
def test_years_nobody_has_worked_out_have_none(day: date) -> None:
    assert lunar_words(day) == ""


@pytest.mark.parametrize("parts", [month_roster.parts, day_list.parts])
def test_tables_have_a_column_for_it_where_it_is_wanted(parts: Callable[..., tuple[Part, ...]]) -> None:
    i18n.install("zh_CN")
    team = directory(ONE_PLACE)
    found = source(full(team, period(APRIL.first, APRIL.last)), team)
    (with_it,), (without,) = parts(found, APRIL), parts(found, replace(APRIL, lunar=False))

    assert [column.head for column in with_it.columns[:3]] == ["日期", "星期", "农历"]
    assert [str(cell[0].name) for cell in with_it.rows[5].cells[:3]] == ["4月6日", "星期一 清明节", "三月十四"]
    assert [str(cell[0].name) for cell in with_it.rows[3].cells[:3]] == ["4月4日", "星期六", "清明节"]
    assert len(with_it.columns) == len(without.columns) + 1
    assert [len(row.cells) for row in with_it.rows] == [len(with_it.columns)] * 30


def test_a_wall_sheet_has_it_beside_the_date_and_each_word_once() -> None:
    i18n.install("zh_CN")
    team = directory(ONE_PLACE)
    roster = full(team)
    (page,) = paginate(roster, team, WallRequest(MONDAY, SUNDAY, lunar=True), imprint(roster), type_case())
    assert [(day.beside, day.below) for day in page.days[:2]] == [
        ("三月十四", "星期一 · 清明节"),
        ("三月十五", "星期二"),
    ]
    saturday = period(date(2020, 4, 4), date(2020, 4, 4))
    request = WallRequest(saturday.first, saturday.last, lunar=True)
    (page,) = paginate(full(team, saturday), team, request, imprint(), type_case())
    assert [(day.beside, day.below) for day in page.days] == [("", "星期六 · 清明节")]


def test_a_holiday_and_a_festival_of_one_day_are_both_told() -> None:
    i18n.install("zh_CN")
    day = date(2020, 10, 1)
    days = DayTable(frozenset({2020}), {day: SpecialDay(DayType.HOLIDAY, "national_day")})
    team = replace(directory(ONE_PLACE), days=days)
    roster = full(team, period(day, day))
    (page,) = paginate(roster, team, WallRequest(day, day, lunar=True), imprint(roster), type_case())
    assert (page.days[0].beside, page.days[0].below) == ("中秋节", "星期四 · 国庆节")
