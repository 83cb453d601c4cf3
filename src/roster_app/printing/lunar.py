"""农历: which day of the lunar calendar a day is, and which festival; the only place that knows borax."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from roster_app.i18n import _, current_language

_REMEMBERED = 400  # days: a document asks for the same ones on several pages
_FIRST, _LAST = 1901, 2099


@dataclass(frozen=True, slots=True)
class LunarDay:
    """Month 1 to 12 and day 1 to 30; `leap` where the month is the second of its number.

    `chinese` is the day in Chinese (三月十四), `festival` a code, empty where there is none.
    """

    month: int
    day: int
    leap: bool
    chinese: str
    festival: str = ""

    def words(self) -> str:
        """三月十四, 闰四月初一, lunar 3/14; on a festival its name instead."""
        if self.festival:
            return _festivals()[self.festival]
        if current_language().startswith("zh"):
            return self.chinese
        numbers = _("lunar leap {month}/{day}") if self.leap else _("lunar {month}/{day}")
        return numbers.format(month=self.month, day=self.day)


def lunar_words(day: date) -> str:
    """Those of the day; nothing outside the years the calendar is known of, 1901 to 2099."""
    return lunar_day(day).words() if _FIRST <= day.year <= _LAST else ""


@lru_cache(_REMEMBERED)
def lunar_day(day: date) -> LunarDay:
    """Of any day of the years 1901 to 2099."""
    from borax.calendars.lunardate import LunarDate

    found = LunarDate.from_solar(day)
    tomorrow = LunarDate.from_solar(day + timedelta(days=1))
    leap = bool(found.leap)
    chinese = f"{'闰' * leap}{found.cn_month}月{found.cn_day}"
    if (tomorrow.month, tomorrow.day) == (1, 1):
        festival = "new_years_eve"
    else:
        festival = "" if leap else _FESTIVALS.get((found.month, found.day), "")
    return LunarDay(found.month, found.day, leap, chinese, festival or _TERMS.get(found.term or "", ""))


_FESTIVALS = {
    (1, 1): "spring_festival",
    (1, 15): "lantern",
    (5, 5): "dragon_boat",
    (7, 7): "double_seventh",
    (8, 15): "mid_autumn",
    (9, 9): "double_ninth",
    (12, 8): "laba",
}
"""By month and day; not kept again in a leap month."""
_TERMS = {"清明": "qingming", "冬至": "winter_solstice"}
"""Of the solar terms those that are kept as festivals, as borax calls them."""


def _festivals() -> dict[str, str]:
    return {
        "new_years_eve": _("Lunar New Year's Eve"),
        "spring_festival": _("Spring Festival"),
        "lantern": _("Lantern Festival"),
        "qingming": _("Qingming Festival"),
        "dragon_boat": _("Dragon Boat Festival"),
        "double_seventh": _("Double Seventh Festival"),
        "mid_autumn": _("Mid-Autumn Festival"),
        "double_ninth": _("Double Ninth Festival"),
        "winter_solstice": _("Winter Solstice"),
        "laba": _("Laba Festival"),
    }
