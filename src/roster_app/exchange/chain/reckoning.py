"""What the days of a chain are reckoned from, the days that were found, and the calendar around them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from roster_app.exchange.chain.numbers import HAN_DIGITS, number_of

DAY = timedelta(days=1)
NUMBER = rf"(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})"
TO = r"\s*(?:-+|至|到)\s*"


@dataclass(frozen=True, slots=True)
class Frame:
    """What days are reckoned from: the day of pasting, and the days and the month of the chain's heading."""

    on: date
    days: tuple[date, ...] = ()
    month: date | None = None
    """Any day of the month spoken of."""
    week: date | None = None
    """The Monday of the week spoken of."""

    @property
    def all_days(self) -> tuple[date, ...]:
        """The heading's days, or its whole week."""
        return self.days or (tuple(self.week + DAY * i for i in range(7)) if self.week else ())

    @property
    def rest_of_month(self) -> tuple[date, ...]:
        """The days of the month spoken of that are not over; none where no month is spoken of."""
        if self.month is None:
            return ()
        first = self.month.replace(day=1)
        days = (first + DAY * i for i in range(31))
        return tuple(day for day in days if day.month == first.month and day >= self.on)


@dataclass(frozen=True, slots=True)
class DaySet:
    """The days of one expression, where it stood."""

    days: tuple[date, ...]


@dataclass
class Days:
    """What was found; `contrary` are dates whose weekday is another than the one beside them."""

    days: list[date] = field(default_factory=list)
    month: date | None = None
    week: date | None = None
    contrary: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    """Days that no calendar has (4月31日)."""

    def add(self, *days: date) -> bool:
        """Add days; whether there were any."""
        self.days.extend(days)
        return bool(days)

    @property
    def ordered(self) -> tuple[date, ...]:
        """Each day once, earliest first."""
        return tuple(sorted(set(self.days)))


def near(on: date, month: int, day: int) -> date | None:
    """The day of this month and day that is nearest to `on`; nothing where no year has it."""
    found = []
    for year in range(on.year - 4, on.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs(each - on), default=None)


def between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, at most 62."""
    return [first + DAY * i for i in range(min(62, max(0, (last - first).days) + 1))]


def monday(on: date, which: str) -> date:
    """The Monday of this week, or of 下周, 下下周, 上周."""
    weeks = {"下": 1, "下下": 2, "上": -1, "上上": -2}.get(which, 0)
    return on - DAY * on.weekday() + 7 * DAY * weeks


def day_number(text: str) -> int:
    """A number as written; 0 where it is none."""
    try:
        return number_of(text)
    except ValueError:
        return 0
