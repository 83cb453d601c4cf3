"""The official day table: 2020 with its extended Spring Festival, and the years it does not know."""

from datetime import date

import pytest

from roster_app.domain.calendar import DayType
from roster_app.exchange.holidays import OCCASIONS, official_table


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 2, 1), DayType.HOLIDAY),  # a make-up workday until the extension was announced
        (date(2020, 1, 31), DayType.HOLIDAY),
        (date(2020, 1, 19), DayType.MAKEUP_WORKDAY),
        (date(2020, 4, 4), DayType.HOLIDAY),
        (date(2020, 4, 6), DayType.HOLIDAY),
        (date(2020, 4, 7), DayType.WORKDAY),
        (date(2020, 4, 25), DayType.REST_DAY),
        (date(2020, 4, 26), DayType.MAKEUP_WORKDAY),
        (date(2020, 5, 9), DayType.MAKEUP_WORKDAY),
    ],
)
def test_2020_is_as_it_was(day: date, expected: DayType) -> None:
    assert official_table().type_of(day) is expected


def test_the_occasion_is_named() -> None:
    assert official_table().day(date(2020, 4, 4)).occasion == "qingming"


def test_a_year_nobody_has_announced_is_not_announced() -> None:
    assert not official_table().day(date(2050, 10, 1)).announced


def test_every_name_the_package_uses_has_a_code() -> None:
    from chinese_calendar.constants import Holiday

    assert {holiday.value for holiday in Holiday} == set(OCCASIONS)
