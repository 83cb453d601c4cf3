"""Dates on paper, in both languages."""

from datetime import date, datetime

import pytest

from roster_app.printing.dates import (
    clock_words,
    day_words,
    full_day_words,
    moment_words,
    period_words,
    short_day_words,
)

MONDAY = date(2020, 4, 6)


def test_days_in_english() -> None:
    assert day_words(MONDAY) == "Mon 6 Apr"
    assert short_day_words(MONDAY) == "6 Apr"
    assert full_day_words(MONDAY) == "Mon 6 Apr 2020"


def test_days_in_chinese(chinese: str) -> None:
    assert day_words(MONDAY) == "4月6日（星期一）"
    assert short_day_words(MONDAY) == "4月6日"
    assert full_day_words(MONDAY) == "2020年4月6日（星期一）"


def test_every_weekday_and_month_has_its_word(chinese: str) -> None:
    assert [day_words(date(2020, 4, n))[-2] for n in range(6, 13)] == list("一二三四五六日")
    assert [short_day_words(date(2020, n, 1)) for n in range(1, 13)] == [f"{n}月1日" for n in range(1, 13)]


def test_a_period_in_english_says_its_year_at_the_end() -> None:
    assert period_words(MONDAY, date(2020, 4, 12)) == "Mon 6 Apr to Sun 12 Apr 2020"


def test_a_period_in_chinese_says_its_year_at_the_beginning(chinese: str) -> None:
    assert period_words(MONDAY, date(2020, 4, 12)) == "2020年4月6日（星期一）至4月12日（星期日）"


def test_a_period_over_new_year_says_both_years() -> None:
    assert period_words(date(2020, 12, 28), date(2021, 1, 3)) == "Mon 28 Dec 2020 to Sun 3 Jan 2021"


def test_a_single_day_is_no_period() -> None:
    assert period_words(MONDAY, MONDAY) == "Mon 6 Apr 2020"


def test_a_moment(chinese: str) -> None:
    assert moment_words(datetime(2020, 4, 5, 18, 0)) == "2020年4月5日 18:00"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (480, 960, "08:00–16:00"),
        (960, 1440, "16:00–24:00"),
        (1350, 1830, "22:30–06:30"),
        (510, 1950, "08:30–08:30"),
        (1440, 1500, "00:00–01:00"),
    ],
)
def test_clock_times_over_midnight(start: int, end: int, words: str) -> None:
    assert clock_words(start, end) == words
