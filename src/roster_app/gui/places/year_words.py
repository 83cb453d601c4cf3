"""The days of a year in words: its festivals with their make-up days, and the days a coordinator has set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from roster_app.domain.calendar import Day, DayTable, DayType, SpecialDay
from roster_app.domain.timespan import DAY
from roster_app.gui.places.words import listed
from roster_app.i18n import _, ngettext
from roster_app.services.words import date_words, day_type_name, day_words
from roster_app.services.words.names import occasion_name


@dataclass(frozen=True, slots=True)
class YearLine:
    """One line about a year: the day it leads to, a bold line, a quiet one."""

    day: date
    title: str
    remark: str
    own: bool = False


def day_sentence(day: Day) -> str:
    """法定节假日 · 清明节; what kind of day it is."""
    occasion = occasion_name(day)
    kind = day_type_name(day.type)
    return f"{kind} · {occasion}" if occasion and day.type is DayType.HOLIDAY else kind


def official_day(table: DayTable, day: date) -> Day:
    """The day as it is without a coordinator's word."""
    return replace(table, overrides={}).day(day)


def source_sentence(table: DayTable, day: date) -> str:
    """Where the kind of a day comes from."""
    found = table.day(day)
    if found.overridden:
        return _("Set by hand; officially: {kind}").format(kind=day_sentence(official_day(table, day)))
    if not found.announced:
        return _("By the weekday alone: the year is not announced yet.")
    return _("By the official table.")


def festival_lines(table: DayTable, year: int) -> tuple[YearLine, ...]:
    """Each run of holidays of one festival, with the days worked for it."""
    special = {day: what for day, what in table.special.items() if day.year == year}
    holidays = sorted(day for day, what in special.items() if what.type is DayType.HOLIDAY)
    lines = []
    for run in _runs(holidays, special):
        occasion = special[run[0]].occasion
        name = occasion_name(Day(run[0], DayType.HOLIDAY, occasion)) or day_type_name(DayType.HOLIDAY)
        made_up = sorted(d for d, w in special.items() if w == SpecialDay(DayType.MAKEUP_WORKDAY, occasion))
        lines.append(YearLine(run[0], f"{name} {_run_words(run)}", _run_remark(run, made_up)))
    return tuple(lines)


def own_lines(table: DayTable, year: int) -> tuple[YearLine, ...]:
    """The days a coordinator has set."""
    return tuple(
        YearLine(day, date_words(day), day_sentence(table.day(day)), own=True)
        for day in sorted(table.overrides)
        if day.year == year
    )


def difference_sentence(before: DayTable, after: DayTable) -> str:
    """What a newer official table says otherwise than the one before; empty for nothing."""
    years = sorted(after.announced_years - before.announced_years)
    days = sorted(
        day
        for day in before.special.keys() | after.special.keys()
        if day.year in before.announced_years and before.special.get(day) != after.special.get(day)
    )
    told = []
    if years:
        told.append(_("Announced now: {years}.").format(years=listed(str(year) for year in years)))
    if days:
        shown = listed(day_words(day) for day in days[:6]) + (" …" if len(days) > 6 else "")
        told.append(
            ngettext(
                "{count} day is another one now: {days}.", "{count} days are others now: {days}.", len(days)
            ).format(count=len(days), days=shown)
        )
    return " ".join(told)


def _runs(days: Iterable[date], special: dict[date, SpecialDay]) -> list[list[date]]:
    """Days in a row that are of one festival."""
    runs: list[list[date]] = []
    for day in days:
        if runs and runs[-1][-1] + DAY == day and special[runs[-1][-1]].occasion == special[day].occasion:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run_words(run: list[date]) -> str:
    if len(run) == 1:
        return day_words(run[0])
    return _("{first} – {last}").format(first=day_words(run[0]), last=day_words(run[-1]))


def _run_remark(run: list[date], made_up: list[date]) -> str:
    count = ngettext("{count} day", "{count} days", len(run)).format(count=len(run))
    if not made_up:
        return count
    return _("{count} · worked instead: {days}").format(count=count, days=listed(date_words(day) for day in made_up))
