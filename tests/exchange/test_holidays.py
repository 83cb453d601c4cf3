"""The official calendar: 2020 as it really was, and years nobody knows yet."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from roster_app.domain.calendar import DayType
from roster_app.exchange.holidays import official_table


@pytest.mark.parametrize(
    ("day", "day_type", "occasion"),
    [
        (date(2020, 1, 19), DayType.MAKEUP_WORKDAY, "spring_festival"),
        (date(2020, 1, 31), DayType.HOLIDAY, "spring_festival"),
        (date(2020, 2, 1), DayType.HOLIDAY, "spring_festival"),
        (date(2020, 4, 3), DayType.WORKDAY, ""),
        (date(2020, 4, 4), DayType.HOLIDAY, "qingming"),
        (date(2020, 4, 6), DayType.HOLIDAY, "qingming"),
        (date(2020, 4, 12), DayType.REST_DAY, ""),
        (date(2020, 4, 26), DayType.MAKEUP_WORKDAY, "labour_day"),
        (date(2020, 5, 9), DayType.MAKEUP_WORKDAY, "labour_day"),
        (date(2015, 9, 3), DayType.HOLIDAY, "victory_day"),
    ],
)
def test_days_as_decreed(day: date, day_type: DayType, occasion: str) -> None:
    told = official_table().day(day)

    assert (told.type, told.occasion, told.announced) == (day_type, occasion, True)


@pytest.mark.parametrize("year", [2019, 2020, 2024])
def test_work_and_rest_agree_with_the_calendar_all_year(year: int) -> None:
    table = official_table()
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    assert [table.type_of(day).is_work for day in days] == [chinese_calendar.is_workday(day) for day in days]


def test_a_year_without_a_decree_is_not_announced() -> None:
    table = official_table()

    assert table.unannounced_years(date(2020, 1, 1), date(2020, 12, 31)) == ()
    assert table.unannounced_years(date(2099, 1, 1), date(2099, 12, 31)) == (2099,)
