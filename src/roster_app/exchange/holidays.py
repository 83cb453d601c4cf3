"""The official day table of the State Council's yearly notices, as the chinesecalendar package carries it."""

from functools import cache

from roster_app.domain.calendar import DayTable, DayType, SpecialDay

OCCASIONS = {
    "New Year's Day": "new_year",
    "Spring Festival": "spring_festival",
    "Tomb-sweeping Day": "qingming",
    "Labour Day": "labour_day",
    "Dragon Boat Festival": "dragon_boat",
    "Mid-autumn Festival": "mid_autumn",
    "National Day": "national_day",
    "Anti-Fascist 70th Day": "anti_fascist_70th",
}


@cache
def official_table() -> DayTable:
    """Every statutory holiday and make-up workday of the years announced so far (2004 and later)."""
    from chinese_calendar.constants import holidays, workdays

    special = {day: SpecialDay(DayType.HOLIDAY, OCCASIONS[name]) for day, name in holidays.items()}
    special.update({day: SpecialDay(DayType.MAKEUP_WORKDAY, OCCASIONS[name]) for day, name in workdays.items()})
    return DayTable(frozenset(day.year for day in special), special)
