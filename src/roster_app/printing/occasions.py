"""What a day is called on paper: its festival, or that offices work on a weekend."""

from roster_app.domain.calendar import Day, DayType
from roster_app.i18n import _


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
