"""The official calendar of holidays and make-up workdays, as far as it has been announced."""

from datetime import date

from roster_app.domain.calendar import DayTable, DayType, SpecialDay

_OCCASIONS = {
    "New Year's Day": "new_year",
    "Spring Festival": "spring_festival",
    "Tomb-sweeping Day": "qingming",
    "Labour Day": "labour_day",
    "Dragon Boat Festival": "dragon_boat",
    "Mid-autumn Festival": "mid_autumn",
    "National Day": "national_day",
    "Anti-Fascist 70th Day": "victory_day",
}


def official_table() -> DayTable:
    """Every day off or at work by decree, and the years they are known for: those whose October is announced.

    A make-up workday carries the occasion it makes up for. From chinesecalendar, which follows the State Council's
    yearly notices, the prolonged Spring Festival of 2020 included.
    """
    from chinese_calendar.constants import holidays, workdays

    special = {day: SpecialDay(DayType.HOLIDAY, _OCCASIONS[name]) for day, name in holidays.items()}
    special |= {day: SpecialDay(DayType.MAKEUP_WORKDAY, _OCCASIONS[name]) for day, name in workdays.items()}
    announced = frozenset(day.year for day in special if day == date(day.year, 10, 1))
    return DayTable(announced, special)
