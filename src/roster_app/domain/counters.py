"""服务计数: what a team counts at the end of a duty, and the entries of it, which only grow; never 人次 or hours.

A count is of services (电访 1014人次, 86户), whatever its unit is called: nothing here knows of duties stood.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import (
    CheckpointId,
    CounterEntryId,
    CounterId,
    DutyId,
    PostId,
    ShiftTypeId,
    TeamId,
    new_id,
)
from roster_app.domain.names import name_key

MOST_VALUE = 9_999_999
MOST_COUNTERS = 40
"""A team may count at once, those laid aside not counted."""
MOST_NAME = 20
"""Letters of a name, a unit, or another word for a counter."""
MOST_REASON = 200


class EntrySource(StrEnum):
    """Where a value comes from; TAKEN_BACK undoes an entry and gives the value that stood before."""

    KEYED = "keyed"
    PASTED = "pasted"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Counter:
    """计数项: 测温, 人次. Without checkpoints and posts it is asked everywhere.

    `also` are other words a pasted chain may have for it. One laid aside (`archived`) is asked no more, and keeps
    what was counted.
    """

    id: CounterId
    team_id: TeamId
    name: str
    unit: str = ""
    order: int = 0
    checkpoint_ids: frozenset[CheckpointId] = frozenset()
    post_ids: frozenset[PostId] = frozenset()
    also: tuple[str, ...] = ()
    archived: bool = False

    def is_asked_at(self, checkpoint_id: CheckpointId, post_ids: Collection[PostId]) -> bool:
        """Whether it is asked at a checkpoint with these posts."""
        if self.archived:
            return False
        everywhere = not self.checkpoint_ids and not self.post_ids
        return everywhere or checkpoint_id in self.checkpoint_ids or not self.post_ids.isdisjoint(post_ids)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a count is of: a shift of a day at a checkpoint, or a whole day there; one duty of it, or what one told.

    `duty_id` and `told_by` keep the counts of several people of a shift apart; both empty: of the shift as a whole.
    """

    checkpoint_id: CheckpointId
    day: date
    shift_type_id: ShiftTypeId | None = None
    duty_id: DutyId | None = None
    told_by: str = ""


Subject: TypeAlias = tuple[CounterId, Occasion]
"""What has one value at a time."""


@dataclass(frozen=True, slots=True)
class CounterEntry:
    """One value as it was entered, never changed: a correction is another entry that names this one.

    `value` is None where an entry was taken back and nothing stood before it. `author` sat at the desk.
    """

    id: CounterEntryId
    counter_id: CounterId
    occasion: Occasion
    value: int | None
    author: str
    at: datetime
    source: EntrySource = EntrySource.KEYED
    corrects: CounterEntryId | None = None
    reason: str = ""

    @property
    def subject(self) -> Subject:
        """What it is a value of."""
        return self.counter_id, self.occasion


@dataclass(frozen=True, slots=True)
class Entering:
    """Who enters, when (whole minutes), and from where."""

    author: str
    at: datetime
    source: EntrySource = EntrySource.KEYED


@dataclass(frozen=True)
class CounterBook:
    """The counters of a team in its order, those laid aside included, and every entry of some days, oldest first."""

    counters: tuple[Counter, ...] = ()
    entries: tuple[CounterEntry, ...] = ()

    @cached_property
    def latest(self) -> Mapping[Subject, CounterEntry]:
        """Of each subject the entry that no other corrects."""
        return latest(self.entries)

    @cached_property
    def counter(self) -> Mapping[CounterId, Counter]:
        """Each by its identity."""
        return {counter.id: counter for counter in self.counters}

    @cached_property
    def standing(self) -> tuple[CounterEntry, ...]:
        """The values that count now: of each subject the latest, unless it was taken back."""
        return tuple(entry for entry in self.latest.values() if entry.value is not None)

    @property
    def current(self) -> tuple[Counter, ...]:
        """The counters that are not laid aside."""
        return tuple(counter for counter in self.counters if not counter.archived)

    def stands(self, subject: Subject) -> CounterEntry | None:
        """The entry whose value counts, if there is one."""
        found = self.latest.get(subject)
        return found if found is not None and found.value is not None else None

    def history(self, subject: Subject) -> tuple[CounterEntry, ...]:
        """Every entry of a subject, the oldest first."""
        return tuple(entry for entry in self.entries if entry.subject == subject)

    def asked(self, checkpoint_id: CheckpointId, post_ids: Collection[PostId]) -> tuple[Counter, ...]:
        """What is counted at a checkpoint."""
        return tuple(counter for counter in self.counters if counter.is_asked_at(checkpoint_id, post_ids))


def latest(entries: Iterable[CounterEntry]) -> dict[Subject, CounterEntry]:
    """Of each subject the entry that no other corrects; clocks of two desks may differ, so no order is looked at."""
    entries = tuple(entries)
    answered = {entry.corrects for entry in entries}
    return {entry.subject: entry for entry in entries if entry.id not in answered}


def entered(subject: Subject, value: int, by: Entering, before: CounterEntry | None = None) -> CounterEntry:
    """A first value; `before` is the latest entry of the subject where that was taken back.

    Raises DomainError: BAD_COUNT, or CORRECTION_NEEDS_REASON where a value stands that only a correction may change.
    """
    if before is not None and before.value is not None:
        raise DomainError(ErrorCode.CORRECTION_NEEDS_REASON)
    return _entry(subject, _counted(value), by, before)


def corrected(entry: CounterEntry, value: int, reason: str, by: Entering) -> CounterEntry:
    """Another value for one that stands; raises DomainError: BAD_COUNT, CORRECTION_NEEDS_REASON or TEXT_TOO_LONG."""
    words = _tidy(reason)
    if not words:
        raise DomainError(ErrorCode.CORRECTION_NEEDS_REASON)
    if len(words) > MOST_REASON:
        raise DomainError(ErrorCode.TEXT_TOO_LONG, actual=len(words), limit=MOST_REASON)
    return _entry(entry.subject, _counted(value), by, entry, words)


def taken_back(entry: CounterEntry, earlier: CounterEntry | None, by: Entering) -> CounterEntry:
    """Undoes an entry: what stood before it stands again; done to what it answers, it does the entry again."""
    by = replace(by, source=EntrySource.TAKEN_BACK)
    return _entry(entry.subject, None if earlier is None else earlier.value, by, entry)


def arranged(counters: Iterable[Counter]) -> tuple[Counter, ...]:
    """A list fit to be stored: names tidy, each once, `order` as they stand.

    Raises DomainError: EMPTY_NAME, SAME_NAME, TEXT_TOO_LONG, TOO_MANY_COUNTERS.
    """
    tidied = tuple(_tidied(counter, order) for order, counter in enumerate(counters))
    current = [counter for counter in tidied if not counter.archived]
    if len(current) > MOST_COUNTERS:
        raise DomainError(ErrorCode.TOO_MANY_COUNTERS, actual=len(current), limit=MOST_COUNTERS)
    seen: set[str] = set()
    for counter in tidied:
        key = name_key(counter.name)
        if key in seen:
            raise DomainError(ErrorCode.SAME_NAME, name=counter.name)
        seen.add(key)
    return tidied


def _tidied(counter: Counter, order: int) -> Counter:
    also = tuple(dict.fromkeys(word for word in map(_tidy, counter.also) if word))
    name, unit = _tidy(counter.name), _tidy(counter.unit)
    if not name:
        raise DomainError(ErrorCode.EMPTY_NAME)
    for word in (name, unit, *also):
        if len(word) > MOST_NAME:
            raise DomainError(ErrorCode.TEXT_TOO_LONG, actual=len(word), limit=MOST_NAME)
    return replace(counter, name=name, unit=unit, also=also, order=order)


def _entry(
    subject: Subject, value: int | None, by: Entering, before: CounterEntry | None, reason: str = ""
) -> CounterEntry:
    counter_id, occasion = subject
    corrects = None if before is None else before.id
    number = CounterEntryId(new_id())
    return CounterEntry(number, counter_id, occasion, value, by.author, by.at, by.source, corrects, reason)


def _counted(value: int) -> int:
    if not 0 <= value <= MOST_VALUE:
        raise DomainError(ErrorCode.BAD_COUNT, count=value, limit=MOST_VALUE)
    return value


def _tidy(text: str) -> str:
    return " ".join(text.split())
