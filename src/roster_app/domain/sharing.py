"""Sharing out: each person's fair share of what the plan asks for, entry by entry of the book, and closing a period."""

from collections.abc import Mapping
from datetime import date, datetime
from math import floor

from roster_app.domain.book import HOLIDAYS, NIGHTS, WEEKENDS, Days, DutyClass, Fairness, Measure
from roster_app.domain.classes import Classes, days_of
from roster_app.domain.fairness import Band, Burden, BurdenKind, FairShare, Ledger, LedgerEntry, burdens
from roster_app.domain.ids import DutyId, LedgerEntryId, VolunteerId, new_id
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import DutyPlan, Roster, SeatLevel
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, whole_days
from roster_app.domain.timetable import Timetable

KINDS: Mapping[BurdenKind, Fairness] = {
    BurdenKind.MINUTES: Fairness(Measure.MINUTES, 0),
    BurdenKind.NIGHTS: Fairness(Measure.DUTIES, 0, NIGHTS),
    BurdenKind.WEEKENDS: Fairness(Measure.DUTIES, 0, WEEKENDS, Days.OWN_DAYS),
    BurdenKind.HOLIDAYS: Fairness(Measure.DUTIES, 0, HOLIDAYS, Days.OWN_DAYS),
}
"""The four kinds that everybody's totals are told in, and that the ledger carries over."""

Bands = Mapping[VolunteerId, Band]


def kind_of(entry: Fairness) -> BurdenKind | None:
    """The kind of burden an entry shares out, if it is one of the four; only those have a ledger."""
    if entry.people:
        return None
    return next((kind for kind, usual in KINDS.items() if usual.key == entry.key), None)


class Sharing:
    """Works out the bands of one plan.

    An entry's whole is what the needed and wanted duties of its class come to. It is shared in proportion to the
    days on which each person is a member and free, nights only among those who may do them; what the ledger says
    was carried before is taken off, nobody falls below 0, and the sum is kept. A band reaches from the share rounded
    down to the share rounded up, in whole duties, for minutes in steps of the mean duty.
    """

    def __init__(self, plan: DutyPlan, directory: Directory, ledger: Ledger, classes: Classes) -> None:
        self._plan, self._directory, self._ledger, self._classes = plan, directory, ledger, classes
        self._bands: dict[Fairness, dict[VolunteerId, Band]] = {}
        self._amounts: dict[tuple[DutyClass, Measure], dict[DutyId, int]] = {}
        self._free: dict[VolunteerId, frozenset[date]] | None = None

    def shares(self) -> dict[VolunteerId, FairShare]:
        """Everybody's bands of the four kinds, as the book shares them out, or as usual where it does not."""
        asked = {kind_of(entry): entry for entry in self._directory.rules.book.every(Fairness)}
        of_kind = {kind: self.bands(asked.get(kind, usual)) for kind, usual in KINDS.items()}
        everyone = [volunteer.id for volunteer in self._directory.volunteers]
        return {who: FairShare({kind: bands[who] for kind, bands in of_kind.items()}) for who in everyone}

    def bands(self, entry: Fairness) -> dict[VolunteerId, Band]:
        """The band of everybody among whom the entry shares."""
        known = self._bands.get(entry)
        if known is None:
            known = self._bands[entry] = self._worked_out(entry)
        return known

    def _worked_out(self, entry: Fairness) -> dict[VolunteerId, Band]:
        amounts = self.amounts(entry)
        extra = {d.id for d in self._plan.duties if d.level is SeatLevel.EXTRA}
        due = [amount for duty_id, amount in amounts.items() if duty_id not in extra]
        unit = max(1, round(sum(due) / len(due))) if due and entry.measure is Measure.MINUTES else 1
        shared = self._shared_out(sum(due), entry)
        among = (v.id for v in self._directory.volunteers if not entry.people or v.id in entry.people)
        return {who: _band(shared.get(who, 0.0), unit) for who in among}

    def amounts(self, entry: Fairness) -> Mapping[DutyId, int]:
        """What each duty of the entry's class weighs: its minutes, or 1. Remembered by class and measure."""
        asked = entry.of, entry.measure
        if asked not in self._amounts:
            own = self._classes.duties(entry.of)
            minutes = entry.measure is Measure.MINUTES
            self._amounts[asked] = {
                duty.id: duty.span.minutes if minutes else 1 for duty in self._plan.duties if duty.id in own
            }
        return self._amounts[asked]

    def _shared_out(self, total: int, entry: Fairness) -> dict[VolunteerId, float]:
        weights = self._weights(entry)
        whole = sum(weights.values())
        if not whole:
            return {}
        kind = kind_of(entry)
        carried = {who: self._ledger.carried(who, kind) if kind is not None else 0.0 for who in weights}
        pot = total + sum(carried.values())
        owed = {who: max(0.0, pot * weight / whole - carried[who]) for who, weight in weights.items()}
        scale = total / sum(owed.values()) if sum(owed.values()) else 0.0
        return {who: amount * scale for who, amount in owed.items()}

    def _weights(self, entry: Fairness) -> dict[VolunteerId, int]:
        """Days on which each person could stand such a duty; those without any are left out."""
        days = self._days(entry)
        weights = {}
        for volunteer in self._directory.volunteers:
            if entry.people and volunteer.id not in entry.people:
                continue
            if entry.of.nights and not volunteer.nights_allowed:
                continue
            if free := len(days & self._free_days()[volunteer.id]):
                weights[volunteer.id] = free
        return weights

    def _days(self, entry: Fairness) -> frozenset[date]:
        if entry.in_proportion is Days.ALL_DAYS:
            return frozenset(self._plan.period.days)
        if entry.of.day_types:
            return frozenset(d for d in self._plan.period.days if self._classes.day_type(d) in entry.of.day_types)
        return days_of(self._plan, self._classes.duties(entry.of))

    def _free_days(self) -> dict[VolunteerId, frozenset[date]]:
        if self._free is None:
            tables = self._directory.timetables(self._plan.period.span)
            days = [(day, whole_days(day, day)) for day in self._plan.period.days]
            always = frozenset(self._plan.period.days)
            self._free = {
                v.id: always
                if _is_always_free(v, tables[v.id])
                else frozenset(day for day, span in days if _free_on(v, tables[v.id], span))
                for v in self._directory.volunteers
            }
        return self._free


def fair_shares(plan: DutyPlan, directory: Directory, ledger: Ledger) -> dict[VolunteerId, FairShare]:
    """Everybody's bands of the four kinds."""
    return Sharing(plan, directory, ledger, Classes(plan, directory)).shares()


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


def _is_always_free(volunteer: Volunteer, table: Timetable) -> bool:
    """Nearly everybody has said nothing that keeps them away."""
    return volunteer.joined is None and volunteer.left is None and not table.leaves and not table.blocked


def _free_on(volunteer: Volunteer, table: Timetable, day: Span) -> bool:
    """Whether any part of the day is open to the person."""
    if not volunteer.member_on(day.start.date()) or any(leave.span.contains(day) for leave in table.leaves):
        return False
    return not any(blocked.contains(day) for blocked in table.blocked)


def _band(share: float, unit: int) -> Band:
    steps = share / unit
    low = floor(steps + 1e-9)
    high = low if steps - low < 1e-6 else low + 1
    return Band(low * unit, high * unit, share)


__all__ = ["KINDS", "Bands", "Sharing", "close_ledger", "fair_shares", "kind_of"]
