"""Sums of counters by day, shift, checkpoint, area or roster: each counter by itself, for their units differ."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from roster_app.domain.counters import CounterBook, CounterEntry
from roster_app.domain.ids import AreaId, CheckpointId, CounterId, PeriodId
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.team import Directory

K = TypeVar("K", bound=Hashable)


class Grouping(StrEnum):
    """By what counts are summed; COUNTER sums all there is."""

    COUNTER = "counter"
    DAY = "day"
    CHECKPOINT = "checkpoint"
    AREA = "area"
    SHIFT = "shift"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class CounterTotal:
    """The sum of one counter and the entries it is made of."""

    counter_id: CounterId
    value: int
    entries: tuple[CounterEntry, ...]


Totals = Mapping[CounterId, CounterTotal]


def totals(standing: Iterable[CounterEntry]) -> dict[CounterId, CounterTotal]:
    """Of each counter its sum; there is no sum of several."""
    of: dict[CounterId, list[CounterEntry]] = defaultdict(list)
    for entry in standing:
        if entry.value is not None:
            of[entry.counter_id].append(entry)
    return {
        counter: CounterTotal(counter, sum(entry.value or 0 for entry in own), tuple(own))
        for counter, own in of.items()
    }


def totals_by(standing: Iterable[CounterEntry], key: Callable[[CounterEntry], K]) -> dict[K, Totals]:
    """The sums of each group: every entry stands in exactly one."""
    groups: dict[K, list[CounterEntry]] = defaultdict(list)
    for entry in standing:
        groups[key(entry)].append(entry)
    return {group: totals(own) for group, own in groups.items()}


def between(book: CounterBook, first: date, last: date, places: frozenset[CheckpointId]) -> tuple[CounterEntry, ...]:
    """What stands of the days from `first` to `last`, both included; no places mean all."""
    return tuple(
        entry
        for entry in book.standing
        if first <= entry.occasion.day <= last and (not places or entry.occasion.checkpoint_id in places)
    )


def key_of(
    grouping: Grouping, directory: Directory, periods: Sequence[RosterPeriod] = ()
) -> Callable[[CounterEntry], Hashable]:
    """What an entry is grouped by: a date, an identity, or None where it has no such thing."""

    def area(entry: CounterEntry) -> AreaId | None:
        place = directory.checkpoint.get(entry.occasion.checkpoint_id)
        return None if place is None else place.area_id

    def period(entry: CounterEntry) -> PeriodId | None:
        day = entry.occasion.day
        return next((found.id for found in periods if found.first <= day <= found.last), None)

    keys: Mapping[Grouping, Callable[[CounterEntry], Hashable]] = {
        Grouping.COUNTER: lambda _entry: None,
        Grouping.DAY: lambda entry: entry.occasion.day,
        Grouping.CHECKPOINT: lambda entry: entry.occasion.checkpoint_id,
        Grouping.AREA: area,
        Grouping.SHIFT: lambda entry: entry.occasion.shift_type_id,
        Grouping.PERIOD: period,
    }
    return keys[grouping]
