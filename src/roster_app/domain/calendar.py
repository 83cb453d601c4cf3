"""Day types: workday, rest day, statutory holiday, make-up workday; a year without an official table says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

SATURDAY = 5


class DayType(StrEnum):
    """工作日 / 休息日 / 法定节假日 / 调休补班."""

    WORKDAY = "workday"
    REST_DAY = "rest_day"
    HOLIDAY = "holiday"
    MAKEUP_WORKDAY = "makeup_workday"

    @property
    def is_work(self) -> bool:
        """Whether offices are open."""
        return self in (DayType.WORKDAY, DayType.MAKEUP_WORKDAY)


@dataclass(frozen=True, slots=True)
class Day:
    """One calendar day; `occasion` is the festival's code ("qingming") or empty.

    `announced` is false where the year's official table is not known: then the type follows the weekday alone.
    """

    date: date
    type: DayType
    occasion: str = ""
    announced: bool = True
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """What the official table, or a coordinator, says of one day."""

    type: DayType
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class DayTable:
    """The official special days of the announced years, and a coordinator's own overrides above them."""

    announced_years: frozenset[int] = frozenset()
    special: Mapping[date, SpecialDay] = field(default_factory=dict)
    overrides: Mapping[date, SpecialDay] = field(default_factory=dict)

    def day(self, day: date) -> Day:
        """What kind of day it is; never guesses silently, see `Day.announced`."""
        announced = day.year in self.announced_years
        if own := self.overrides.get(day):
            return Day(day, own.type, own.occasion, announced, overridden=True)
        if official := self.special.get(day):
            return Day(day, official.type, official.occasion, announced)
        kind = DayType.REST_DAY if day.weekday() >= SATURDAY else DayType.WORKDAY
        return Day(day, kind, "", announced)

    def type_of(self, day: date) -> DayType:
        """Only the type of the day."""
        return self.day(day).type

    def unannounced_years(self, first: date, last: date) -> tuple[int, ...]:
        """Years of the stretch without an official table: each must be a loud warning."""
        return tuple(y for y in range(first.year, last.year + 1) if y not in self.announced_years)

    def with_override(self, day: date, special: SpecialDay | None) -> "DayTable":
        """The table with one day set by a coordinator, or given back to the official table."""
        kept = {d: s for d, s in self.overrides.items() if d != day}
        if special is not None:
            kept[day] = special
        return replace(self, overrides=kept)
