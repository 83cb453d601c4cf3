"""Entries about one person's line of duties: rest, amounts, runs, successions, weekends, fixed rotations.

Duties belong to the day they begin. Limits are inclusive. Reserve duties count only where a class asks for them.
Duties of neighbouring periods count along, but what they break by themselves is not this period's: units are only
those that its own duties add.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from roster_app.domain.book.duty_class import ALL, DutyClass
from roster_app.domain.book.entry import LineEntry
from roster_app.domain.ids import CrewId, ShiftTypeId


class Window(StrEnum):
    """What an amount is counted over: a day, any seven days in a row, Monday to Sunday, the roster's period."""

    DAY = "day"
    SEVEN_DAYS = "seven_days"
    WEEK = "week"
    PERIOD = "period"


class Measure(StrEnum):
    """What is counted: minutes on duty, duties, days with a duty, calendar weekends (Sat + Sun) with one."""

    MINUTES = "minutes"
    DUTIES = "duties"
    DAYS = "days"
    WEEKENDS = "weekends"


@dataclass(frozen=True, slots=True)
class MinRest(LineEntry):
    """At least so many minutes free after each duty of class `after`, before any other; unit: a minute short.

    Of two duties too close to a third one each is paid for.

    Source: 12 h between duties is practice in the field; 11 h is the daily rest of Directive 2003/88/EC, Art. 3.
    """

    SUBJECT: ClassVar = ("after",)

    minutes: int
    after: DutyClass = ALL

    def __post_init__(self) -> None:
        self._refuse_limits(self.minutes, None)


@dataclass(frozen=True, slots=True)
class WeeklyRest(LineEntry):
    """In each week, or in any seven days in a row, one free stretch of at least so many minutes; unit: a minute short.

    Source: Labour Law of the PRC, Art. 38: at least one day off a week.
    """

    SUBJECT: ClassVar = ("window",)

    minutes: int = 24 * 60
    window: Window = Window.WEEK
    """WEEK or SEVEN_DAYS."""

    def __post_init__(self) -> None:
        self._refuse_limits(self.minutes, None)
        self._refuse_unless(self.window in (Window.WEEK, Window.SEVEN_DAYS))


@dataclass(frozen=True, slots=True)
class AmountLimit(LineEntry):
    """At least and at most so much of a measure in every window; unit: one of the measure outside the limits.

    WEEKENDS are counted over the PERIOD only. A duty counts whole in the window of the day it begins. `least` is not
    asked of a window that the period's ends cut. Sources: hours a day and a week, Labour Law of the PRC, Art. 36 and
    41; limits on periods and weekends as in Curtois & Qu, doi 10.1016/j.ejor.2014.01.039.
    """

    SUBJECT: ClassVar = ("measure", "window", "of")

    measure: Measure
    window: Window
    least: int | None = None
    most: int | None = None
    of: DutyClass = ALL

    def __post_init__(self) -> None:
        self._refuse_limits(self.least, self.most)
        self._refuse_unless(self.measure is not Measure.WEEKENDS or self.window is Window.PERIOD)


@dataclass(frozen=True, slots=True)
class RunLimit(LineEntry):
    """At least and at most so many days in a row with (or, `off`, without) a duty of the class; unit: a day.

    Stints known from before the period lengthen its first run. A run that touches an end of what is known is never
    too short. Source: Curtois & Qu, doi 10.1016/j.ejor.2014.01.039, whose conventions at the ends these are.
    """

    SUBJECT: ClassVar = ("of", "off")

    least: int | None = None
    most: int | None = None
    of: DutyClass = ALL
    off: bool = False

    def __post_init__(self) -> None:
        self._refuse_limits(self.least, self.most)


@dataclass(frozen=True, slots=True)
class RestAfterRun(LineEntry):
    """After `run` or more days in a row with a duty of the class at least so many days without any duty; unit: a day.

    Days past the period's end are taken as free. Source: practice after runs of nights.
    """

    SUBJECT: ClassVar = ("of",)

    run: int
    days_off: int
    of: DutyClass = ALL


@dataclass(frozen=True, slots=True)
class Succession(LineEntry):
    """No duty of class `after` on the day right after a day with one of class `before`; unit: a pair of duties.

    Source: forbidden successions of Curtois & Qu, doi 10.1016/j.ejor.2014.01.039; as a wish, forward rotation.
    """

    SUBJECT: ClassVar = ("before", "after")

    before: DutyClass
    after: DutyClass


@dataclass(frozen=True, slots=True)
class WholeWeekends(LineEntry):
    """Both days of a calendar weekend or none; unit: a weekend with one. One that the period cuts is not asked.

    Source: complete weekends, a usual term of nurse rostering (Burke et al., doi 10.1023/B:JOSH.0000046076.75950.0b).
    """


@dataclass(frozen=True, slots=True)
class FixedRotation(LineEntry):
    """轮转: on each day the crew's members stand the shift type of the cycle, or (None) are off; unit: a duty.

    `cycle[0]` is that of the day `first`; the cycle goes on in both directions. Source: 四班三运转, 四班两运转 in the
    field. Only people of the crew are meant; `people` narrows it further.
    """

    SUBJECT: ClassVar = ("crew_id",)

    crew_id: CrewId
    cycle: tuple[ShiftTypeId | None, ...]
    first: date

    def __post_init__(self) -> None:
        self._refuse_unless(bool(self.cycle))
