"""Days and hours as cells write them."""

from datetime import date

import pytest

from roster_app.exchange.days.day_texts import DayText, day_of_text
from roster_app.exchange.days.hints import Hints, hints_in
from roster_app.exchange.days.hours import clock_text, hours_in
from roster_app.exchange.days.resolving import resolve

ON = date(2020, 3, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3月5日\n(周四)", (None, 3, 5, 3)),
        ("3.6 周五", (None, 3, 6, 4)),
        ("2018-3-5", (2018, 3, 5, None)),
        ("2020/04/06", (2020, 4, 6, None)),
        ("20200305", (2020, 3, 5, None)),
        ("109年3月5日", (2020, 3, 5, None)),
        ("民國109年3月5日", (2020, 3, 5, None)),
        ("二〇二〇年四月二十一日", (2020, 4, 21, None)),
        ("21st", (None, None, 21, None)),
        ("Aug 3", (None, 8, 3, None)),
        ("Mon 6 Apr", (None, 4, 6, 0)),
        ("5th March 2026", (2026, 3, 5, None)),
        ("3/5(四)", (None, 3, 5, 3)),
        ("13/4", (None, 4, 13, None)),
        ("星期日", (None, None, None, 6)),
    ],
)
def test_days(text: str, told: tuple[int | None, ...]) -> None:
    said = day_of_text(text)

    assert said is not None
    assert (said.year, said.month, said.day, said.weekday) == told


@pytest.mark.parametrize(
    "text", ["张三", "08：00—12：00", "1400-2200", "13800000001", "A1", "14点后", "第3周", "00000019900101000x"]
)
def test_what_is_no_day(text: str) -> None:
    assert day_of_text(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("08：00—12：00", "08:00-12:00"),
        ("8-12", "08:00-12:00"),
        ("0600-1400", "06:00-14:00"),
        ("7.50-9.20", "07:50-09:20"),
        ("晚10点-早6点", "22:00-06:00+1"),
        ("22点到次日6点", "22:00-06:00+1"),
        ("早六点半到九点半", "06:30-09:30"),
        ("晚上8点到12点", "20:00-00:00+1"),
        ("8:30-8:30", "08:30-08:30+1"),
        ("9am – 5pm", "09:00-17:00"),
        ("下午2点-5点", "14:00-17:00"),
        ("早班 06:30-11:30", "06:30-11:30"),
        ("14点后", "14:00-"),
        ("12点前", "-12:00"),
    ],
)
def test_hours(text: str, told: str) -> None:
    hours = hours_in(text)

    assert hours is not None
    assert "-".join("" if end is None else clock_text(end) for end in (hours.start, hours.end)) == told


@pytest.mark.parametrize("text", ["2020-03-05", "3.6 周五", "A1", "张三", "13800000001"])
def test_what_is_no_hours(text: str) -> None:
    assert hours_in(text) is None


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("2025年3月21日至2025年4月20日排班表", Hints(2025, 3, date(2025, 3, 21), date(2025, 4, 20))),
        ("ROSTER - 21st MARCH 2026 to 20th APRIL 2026", Hints(2026, 3, date(2026, 3, 21), date(2026, 4, 20))),
        ("12月30日至2020年1月5日", Hints(2020, 12, date(2019, 12, 30), date(2020, 1, 5))),
        ("6-12 April 2020", Hints(2020, 4, date(2020, 4, 6), date(2020, 4, 12))),
        ("2020年3月东门卡口", Hints(2020, 3)),
        ("roster_202004", Hints(2020, 4)),
        ("民國109年3月", Hints(2020, 3)),
        ("2020年度值班表", Hints(2020)),
        ("制表日期：2020年3月4日", Hints()),
    ],
)
def test_titles(text: str, hints: Hints) -> None:
    assert hints_in([text], ON) == hints


def resolved(*texts: str, title: str = "", on: date = ON) -> list[str]:
    said = [day_of_text(text) or DayText() for text in texts]
    return [str(day.day) for day in resolve(said, hints_in([title], on), on).days]


def test_bare_days_roll_over_the_month_and_the_year() -> None:
    assert resolved("30", "31", "1", title="2019年12月30日至1月5日") == ["2019-12-30", "2019-12-31", "2020-01-01"]


def test_the_weekday_proves_the_year_that_no_title_tells() -> None:
    assert resolved("3月5日(周四)", "3.6 周五", on=date(2022, 2, 1)) == ["2020-03-05", "2020-03-06"]


def test_a_day_that_lost_its_nought_is_told_by_its_place() -> None:
    assert resolved("6.18", "6.19", "6.2", "6.21")[2] == "2020-06-20"
    assert resolved("6.1", "6.2", "6.3")[1] == "2020-06-02"


def test_the_order_of_day_and_month_is_told_by_the_steps_between() -> None:
    assert resolved("8/3", "9/3", "10/3") == ["2020-03-08", "2020-03-09", "2020-03-10"]
    assert resolved("3/8", "3/9", "3/10") == ["2020-03-08", "2020-03-09", "2020-03-10"]
