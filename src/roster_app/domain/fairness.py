"""Fairness: the burden people carry, the share that would be fair, and the ledger that remembers the difference."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import floor

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import DutyId, LedgerEntryId, PeriodId, VolunteerId, new_id
from roster_app.domain.people import Timetable, Volunteer
from roster_app.domain.roster import DutyPlan, Roster, RosterPeriod, Stint
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, whole_days


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
    """What each person carries; who stands nothing is not in it."""
    total: dict[VolunteerId, Burden] = defaultdict(Burden)
    for stint in stints:
        total[stint.volunteer_id] += burden_of(stint.span, directory.days.type_of(stint.day), directory)
    return dict(total)


def fair_shares(plan: DutyPlan, directory: Directory, ledger: Ledger) -> dict[VolunteerId, FairShare]:
    """Share out the plan's whole burden in proportion to availability, the ledger's balance taken off.

    Each kind is shared among those who can carry it at all, weighed by the days (weekend days, holidays) they are
    members and free; nights only among those who may do nights. A band reaches from the share rounded down to the
    share rounded up, in whole duties (for hours: in steps of the plan's mean duty).
    """
    whole = sum((_duty_burden(plan, directory, d.id) for d in plan.duties), Burden())
    step = max(1, round(whole.minutes / whole.duties)) if whole.duties else 1
    weights = {kind: _weights(kind, plan.period, directory) for kind in BurdenKind}
    bands: dict[VolunteerId, dict[BurdenKind, Band]] = {v.id: {} for v in directory.volunteers}
    for kind in BurdenKind:
        shared = _shared_out(whole.amount(kind), weights[kind], kind, ledger)
        for volunteer_id in bands:
            unit = step if kind is BurdenKind.MINUTES else 1
            bands[volunteer_id][kind] = _band(shared.get(volunteer_id, 0.0), unit)
    return {volunteer_id: FairShare(kinds) for volunteer_id, kinds in bands.items()}


def close_ledger(roster: Roster, directory: Directory, ledger: Ledger, at: datetime) -> tuple[LedgerEntry, ...]:
    """The entries that close a period: burden less share for each person and kind, zeroes left out."""
    shares = fair_shares(roster.plan, directory, ledger)
    carried = burdens(roster.stints, directory)
    entries = []
    for volunteer_id, share in shares.items():
        burden = carried.get(volunteer_id, Burden())
        for kind in BurdenKind:
            amount = round((burden.amount(kind) - share.band(kind).share) * 100)
            if amount:
                entry = LedgerEntry(LedgerEntryId(new_id()), volunteer_id, roster.period.id, kind, amount, at)
                entries.append(entry)
    return tuple(entries)


def _duty_burden(plan: DutyPlan, directory: Directory, duty_id: DutyId) -> Burden:
    return burden_of(plan.duty[duty_id].span, directory.days.type_of(plan.shift_of(duty_id).day), directory)


def _weights(kind: BurdenKind, period: RosterPeriod, directory: Directory) -> dict[VolunteerId, int]:
    """Days on which each person could carry this kind; those without any are left out."""
    days = [d for d in period.days if _carries(kind, directory.days.type_of(d))]
    tables = directory.timetables(period.span)
    weights = {}
    for v in directory.volunteers:
        if kind is BurdenKind.NIGHTS and not v.nights_allowed:
            continue
        free = sum(_free_on(v, tables[v.id], whole_days(d, d)) for d in days)
        if free:
            weights[v.id] = free
    return weights


def _carries(kind: BurdenKind, day_type: DayType) -> bool:
    if kind is BurdenKind.WEEKENDS:
        return day_type is DayType.REST_DAY
    if kind is BurdenKind.HOLIDAYS:
        return day_type is DayType.HOLIDAY
    return True


def _free_on(volunteer: Volunteer, table: Timetable, day: Span) -> bool:
    """Whether any part of the day is open to the person."""
    if not volunteer.member_on(day.start.date()) or any(leave.span.contains(day) for leave in table.leaves):
        return False
    return not any(blocked.contains(day) for blocked in table.blocked)


def _shared_out(
    total: int, weights: Mapping[VolunteerId, int], kind: BurdenKind, ledger: Ledger
) -> dict[VolunteerId, float]:
    """In proportion to the weights, less what each carried already; nobody below 0, the sum kept."""
    whole = sum(weights.values())
    if not whole:
        return {}
    carried = {v: ledger.carried(v, kind) for v in weights}
    pot = total + sum(carried.values())
    owed = {v: max(0.0, pot * weight / whole - carried[v]) for v, weight in weights.items()}
    scale = total / sum(owed.values()) if sum(owed.values()) else 0.0
    return {v: amount * scale for v, amount in owed.items()}


def _band(share: float, unit: int) -> Band:
    steps = share / unit
    low = floor(steps + 1e-9)
    high = low if steps - low < 1e-6 else low + 1
    return Band(low * unit, high * unit, share)
