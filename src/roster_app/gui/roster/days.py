"""The days of a period as the heads of columns show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from roster_app.domain.calendar import DayTable, DayType
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.timespan import Span, minute_of
from roster_app.gui.widgets.caption_header import HeaderRole
from roster_app.gui.widgets.meanings import Meanings
from roster_app.i18n import _
from roster_app.services.words import day_type_name, day_words, occasion_name, weekday

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class DayLook:
    """One day in the words a wide and a narrow column have room for."""

    date: date
    type: DayType
    title: str
    figure: str
    weekday: str
    letter: str
    occasion: str
    is_today: bool
    phrase: str

    @property
    def is_rest(self) -> bool:
        """A weekend, or whatever else is free without being a holiday."""
        return self.type is DayType.REST_DAY

    @property
    def is_holiday(self) -> bool:
        return self.type is DayType.HOLIDAY

    def ground(self, meanings: Meanings) -> str:
        """What its column is painted on."""
        if self.is_holiday:
            return meanings.holiday.ground
        return meanings.weekend.ground if self.is_rest else meanings.panel


def header_answer(day: DayLook, role: int, *, narrow: bool, banded: bool) -> object:
    """What a model answers for the head of a day: two lines, and with `banded` the festival in a line above them."""
    if role == _Role.DisplayRole:
        return day.figure if narrow else day.title
    if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
        return day.phrase
    if role == HeaderRole.SECOND_LINE:
        weekday_words = day.letter if narrow else day.weekday
        if banded or not day.occasion:
            return weekday_words
        return day.occasion if narrow else f"{weekday_words} {day.occasion}"
    if role == HeaderRole.TONE:
        return "holiday" if day.is_holiday else "weekend" if day.is_rest else ""
    if role == HeaderRole.BAND:
        return day.occasion if banded else ""
    return day.is_today if role == HeaderRole.TODAY else None


def day_looks(period: RosterPeriod, table: DayTable, today: date) -> tuple[DayLook, ...]:
    """Every day of the period."""
    several_months = (period.first.year, period.first.month) != (period.last.year, period.last.month)
    return tuple(_look(day, table, today, several_months) for day in period.days)


def _look(day: date, table: DayTable, today: date, several_months: bool) -> DayLook:
    known = table.day(day)
    occasion = occasion_name(known)
    words = [day_words(day), weekday(day), day_type_name(known.type), occasion, _("today") if day == today else ""]
    return DayLook(
        date=day,
        type=known.type,
        title=day_words(day),
        figure=f"{day.month}/{day.day}" if day.day == 1 and several_months else str(day.day),
        weekday=weekday(day),
        letter=_letter(day),
        occasion=occasion,
        is_today=day == today,
        phrase=_(", ").join(word for word in words if word),
    )


def _letter(day: date) -> str:
    """The weekday for a column of a few letters' width."""
    return (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))[day.weekday()]


def short_hours(start: int, end: int) -> str:
    """08–16, or 06:30–14:30: minutes from midnight as few figures; past midnight it is the clock of the next day."""
    return f"{_short(start)}–{_short(end)}"


def span_hours(span: Span) -> str:
    """The same of a span, on whatever day it begins."""
    first = span.start.date()
    return short_hours(minute_of(span.start, first), minute_of(span.end, first))


def _short(minute: int) -> str:
    hour, rest = divmod(minute if minute <= 1440 else minute - 1440, 60)
    return f"{hour:02d}:{rest:02d}" if rest else f"{hour:02d}"
