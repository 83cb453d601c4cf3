"""Day types: the official table, a coordinator's overrides, and the year nobody has announced."""

from datetime import date

from roster_app.domain.calendar import DayTable, DayType, SpecialDay

QINGMING = date(2020, 4, 4)
MAKE_UP = date(2020, 4, 26)
TABLE = DayTable(
    announced_years=frozenset({2020}),
    special={
        QINGMING: SpecialDay(DayType.HOLIDAY, "qingming"),
        MAKE_UP: SpecialDay(DayType.MAKEUP_WORKDAY),
    },
)


def test_the_official_table_wins_over_the_weekday() -> None:
    assert TABLE.type_of(QINGMING) is DayType.HOLIDAY
    assert TABLE.type_of(MAKE_UP) is DayType.MAKEUP_WORKDAY
    assert TABLE.type_of(date(2020, 4, 11)) is DayType.REST_DAY
    assert TABLE.type_of(date(2020, 4, 7)) is DayType.WORKDAY


def test_an_unannounced_year_says_so_instead_of_having_no_holidays() -> None:
    day = TABLE.day(date(2027, 10, 1))
    assert (day.type, day.announced) == (DayType.WORKDAY, False)
    assert TABLE.unannounced_years(date(2020, 12, 1), date(2021, 1, 31)) == (2021,)


def test_a_coordinator_can_override_a_day_and_give_it_back() -> None:
    ours = TABLE.with_override(QINGMING, SpecialDay(DayType.WORKDAY))
    assert (ours.day(QINGMING).type, ours.day(QINGMING).overridden) == (DayType.WORKDAY, True)
    assert ours.with_override(QINGMING, None).day(QINGMING) == TABLE.day(QINGMING)
