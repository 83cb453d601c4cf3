"""What was recorded of who came: entries that are only ever added; a later one supersedes, never overwrites."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import AttendanceId, AttendanceStep, VolunteerId, new_id
from roster_app.domain.roster import DatedSeat
from roster_app.domain.timespan import Span


class Source(StrEnum):
    """How it came in: 点击 / 纸质签到表行号 / 扫码 / 补录."""

    CLICK = "click"
    PAPER = "paper"
    TOKEN = "token"
    KEYED = "keyed"


class Mark(StrEnum):
    """在岗 / 缺 / an entry taken back."""

    PRESENT = "present"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A volunteer, or somebody who is in no list under the name as written."""

    volunteer_id: VolunteerId | None
    name: str = ""

    def __post_init__(self) -> None:
        if (self.volunteer_id is None) != bool(self.name):
            raise DomainError(ErrorCode.EMPTY_NAME)

    def __lt__(self, other: "Attendee") -> bool:
        return (self.volunteer_id or 0, self.name) < (other.volunteer_id or 0, other.name)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an entry says: one span of presence, or an absence, of one person on one seat.

    `planned` is what the person was to stand when it was entered. `left` is None as long as nobody signed out; with
    `as_planned` the plan stands for it, until a late relief comes. `stands_for` is the entry of the person replaced.
    """

    seat: DatedSeat
    planned: Span
    who: Attendee
    mark: Mark = Mark.PRESENT
    came: datetime | None = None
    left: datetime | None = None
    as_planned: bool = False
    stands_for: AttendanceId | None = None

    def __post_init__(self) -> None:
        if (self.came is None) == (self.mark is Mark.PRESENT):
            raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
        if self.came is not None and self.left is not None:
            Span(self.came, self.left)


@dataclass(frozen=True, slots=True)
class Entry:
    """Facts as somebody entered them at a moment; `step` holds together what was entered at once.

    `supersedes` is the entry it stands in for, `undoes` the step it takes back.
    """

    id: AttendanceId
    step: AttendanceStep
    facts: Facts
    source: Source
    author: str
    at: datetime
    reason: str = ""
    supersedes: AttendanceId | None = None
    undoes: AttendanceStep | None = None


@dataclass(frozen=True, slots=True)
class Pen:
    """Who enters, how and when: everything of one step but the facts."""

    source: Source
    author: str
    at: datetime
    step: AttendanceStep
    reason: str = ""
    undoes: AttendanceStep | None = None

    def write(self, facts: Facts, over: Entry | None = None) -> Entry:
        """A new entry, over an earlier one or beside all others."""
        return Entry(
            AttendanceId(new_id()),
            self.step,
            facts,
            self.source,
            self.author,
            self.at,
            self.reason,
            over.id if over else None,
            self.undoes,
        )


def pen(source: Source, author: str, at: datetime, reason: str = "") -> Pen:
    """For one step of its own."""
    return Pen(source, author, at, AttendanceStep(new_id()), " ".join(reason.split()))


def current(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries nothing supersedes and nobody has taken back, in the order they were made."""
    every = sorted(entries, key=lambda entry: entry.id)
    gone = {entry.supersedes for entry in every}
    return tuple(e for e in every if e.id not in gone and e.facts.mark is not Mark.WITHDRAWN)


def head(entries: Sequence[Entry], entry_id: AttendanceId) -> Entry:
    """What stands now in the place of an entry; raises DomainError (UNKNOWN_RECORD)."""
    after = {entry.supersedes: entry for entry in entries if entry.supersedes is not None}
    found = next((entry for entry in entries if entry.id == entry_id), None)
    if found is None:
        raise DomainError(ErrorCode.UNKNOWN_RECORD, number=entry_id)
    while found.id in after:
        found = after[found.id]
    return found


def corrected(entries: Sequence[Entry], entry_id: AttendanceId, facts: Facts, by: Pen) -> Entry:
    """Other facts in the place of an entry, for a reason (NO_REASON, NOTHING_TO_CHANGE); what it said stays readable.

    Raises StaleEdit where somebody corrected the entry before.
    """
    if not by.reason:
        raise DomainError(ErrorCode.NO_REASON)
    standing = head(entries, entry_id)
    if standing.id != entry_id:
        raise StaleEdit(ErrorCode.STALE_RECORD, name=standing.author)
    if standing.facts == facts:
        raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
    return by.write(facts, standing)


def undone(entries: Sequence[Entry], step: AttendanceStep, by: Pen) -> tuple[Entry, ...]:
    """What takes a step back: the facts before it stand again, and of what was new nothing.

    Raises StaleEdit where something of the step was corrected since.
    """
    known = {entry.id: entry for entry in entries}
    made = []
    for entry in (e for e in entries if e.step == step):
        standing = head(entries, entry.id)
        if standing.facts != entry.facts:
            raise StaleEdit(ErrorCode.STALE_RECORD, name=standing.author)
        before = known.get(entry.supersedes) if entry.supersedes is not None else None
        facts = before.facts if before else replace(entry.facts, mark=Mark.WITHDRAWN, came=None, left=None)
        made.append(replace(by, undoes=step).write(facts, standing))
    return tuple(made)
