"""What a day is called on paper: its festival, or that offices work on a weekend."""

from dataclasses import dataclass
from datetime import date

from roster_app.domain.calendar import Day, DayType
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import short_day_words, weekday_words
from roster_app.printing.lunar import lunar_words


@dataclass(frozen=True, slots=True)
class DayHead:
    """What stands over a day's column or before its row; grey where offices rest.

    `lunar` is the day of the lunar calendar, or its festival, where that is wanted.
    """

    day: str
    weekday: str
    occasion: str
    grey: bool
    lunar: str = ""

    @property
    def beside(self) -> str:
        """The lunar date or festival, unless the occasion says the same."""
        return self.lunar if self.lunar != self.occasion else ""

    @property
    def below(self) -> str:
        """星期一 · 清明节."""
        return f"{self.weekday} · {self.occasion}" if self.occasion else self.weekday


def day_head(directory: Directory, day: date, *, lunar: bool = False) -> DayHead:
    """4月6日, 星期一, 清明节, and if wanted 三月十四."""
    kind = directory.days.day(day)
    words = lunar_words(day) if lunar else ""
    return DayHead(short_day_words(day), weekday_words(day), occasion_words(kind), not kind.type.is_work, words)


def occasion_words(day: Day) -> str:
    """清明节, 法定节假日, 调休补班; empty for an ordinary workday or rest day. An unknown code is its own word."""
    if day.type is DayType.MAKEUP_WORKDAY:
        return _("Make-up workday")
    if day.occasion:
        return _festivals().get(day.occasion, day.occasion)
    return _("Holiday") if day.type is DayType.HOLIDAY else ""


def day_type_words(day: Day) -> str:
    """工作日, 休息日, the festival, 调休补班: never empty."""
    return occasion_words(day) or (_("Workday") if day.type.is_work else _("Rest day"))


def _festivals() -> dict[str, str]:
    return {
        "new_year": _("New Year's Day"),
        "spring_festival": _("Spring Festival"),
        "qingming": _("Qingming Festival"),
        "labour_day": _("Labour Day"),
        "dragon_boat": _("Dragon Boat Festival"),
        "mid_autumn": _("Mid-Autumn Festival"),
        "national_day": _("National Day"),
        "anti_fascist_70th": _("70th anniversary of victory"),
    }
