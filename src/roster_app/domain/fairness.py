"""Fairness: the burden people carry, the bands that count as fair, and the ledger that remembers the difference."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import LedgerEntryId, PeriodId, VolunteerId
from roster_app.domain.roster import Stint
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span


class BurdenKind(StrEnum):
    """What is shared out fairly: minutes on duty, night duties, duties on rest days and on statutory holidays."""

    MINUTES = "minutes"
    NIGHTS = "nights"
    WEEKENDS = "weekends"
    HOLIDAYS = "holidays"


@dataclass(frozen=True, slots=True)
class Burden:
    """负荷 of one person or one duty: minutes, and counts of duties; `night_minutes` is told, not shared out."""

    minutes: int = 0
    nights: int = 0
    weekends: int = 0
    holidays: int = 0
    night_minutes: int = 0
    duties: int = 0

    def amount(self, kind: BurdenKind) -> int:
        """The amount of one kind."""
        return int(getattr(self, kind.value))

    def __add__(self, other: "Burden") -> "Burden":
        return Burden(
            self.minutes + other.minutes,
            self.nights + other.nights,
            self.weekends + other.weekends,
            self.holidays + other.holidays,
            self.night_minutes + other.night_minutes,
            self.duties + other.duties,
        )


def total(burdens: Iterable[Burden]) -> Burden:
    """The sum of many."""
    minutes = nights = weekends = holidays = night_minutes = duties = 0
    for burden in burdens:
        minutes += burden.minutes
        nights += burden.nights
        weekends += burden.weekends
        holidays += burden.holidays
        night_minutes += burden.night_minutes
        duties += burden.duties
    return Burden(minutes, nights, weekends, holidays, night_minutes, duties)


@dataclass(frozen=True, slots=True)
class Band:
    """The amounts that count as fair, both ends inclusive, and the exact share between them."""

    low: int
    high: int
    share: float

    def outside(self, amount: int) -> int:
        """How far the amount lies outside the band; 0 inside."""
        return max(0, self.low - amount, amount - self.high)


@dataclass(frozen=True, slots=True)
class FairShare:
    """应排: one person's bands; minutes for hours, duties for the others."""

    bands: Mapping[BurdenKind, Band]

    def band(self, kind: BurdenKind) -> Band:
        """The band of one kind."""
        return self.bands[kind]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """公平台账: what one person carried beyond (+) or below (−) the share of a closed period, in hundredths.

    `amount` is in hundredths of a minute or of a duty. An entry never changes; a correction is another entry that
    names it in `corrects`.
    """

    id: LedgerEntryId
    volunteer_id: VolunteerId
    period_id: PeriodId
    kind: BurdenKind
    amount: int
    at: datetime
    note: str = ""
    corrects: LedgerEntryId | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of a team."""

    entries: tuple[LedgerEntry, ...] = field(default=())

    def carried(self, volunteer_id: VolunteerId, kind: BurdenKind) -> float:
        """What the person brings along, in minutes or duties; above 0 means more than the share was carried."""
        return sum(e.amount for e in self.entries if e.volunteer_id == volunteer_id and e.kind is kind) / 100


def burden_of(span: Span, day_type: DayType, directory: Directory) -> Burden:
    """What one duty weighs. Night and day type go by the day it begins; a holiday is not also a weekend."""
    return Burden(
        minutes=span.minutes,
        nights=int(directory.rules.is_night(span)),
        weekends=int(day_type is DayType.REST_DAY),
        holidays=int(day_type is DayType.HOLIDAY),
        night_minutes=directory.rules.night_minutes(span),
        duties=1,
    )


def burdens(stints: Iterable[Stint], directory: Directory) -> dict[VolunteerId, Burden]:
    """What each person carries; who stands nothing is not in it, and reserve duties weigh nothing."""
    carried: dict[VolunteerId, Burden] = defaultdict(Burden)
    reserve = {post.id for post in directory.posts if post.reserve}
    for stint in stints:
        if stint.post_id not in reserve:
            carried[stint.volunteer_id] += burden_of(stint.span, directory.days.type_of(stint.day), directory)
    return dict(carried)
