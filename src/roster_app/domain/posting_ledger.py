"""张贴台账: which edition of which sheet hangs where; entries are never changed, only ended by another."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from roster_app.domain.ids import CheckpointId, PeriodId, PostingId, TeamId, new_id

CHANGE_SHEET = "change"
"""The kind of sheet that hangs beside another one and amends it."""


@dataclass(frozen=True, slots=True)
class PostingEntry:
    """A sheet hangs at a checkpoint from `posted_at` until an entry `ends` this one, which says until when it hung.

    Both are whole minutes of local time. An entry that ends another repeats it, and says who ended it in `author`; one
    that never hung (registered by mistake) was taken down when it was posted. `kind` is one of
    `services.sheets.SheetKind`; `code` is the check code of the checkpoint in that edition of the period.
    """

    id: PostingId
    team_id: TeamId
    period_id: PeriodId
    checkpoint_id: CheckpointId
    kind: str
    edition: int
    code: str
    posted_at: datetime
    author: str
    taken_down_at: datetime | None = None
    ends: PostingId | None = None
    note: str = ""

    @property
    def amends(self) -> bool:
        """Whether it hangs beside a roster and tells what has changed since."""
        return self.kind == CHANGE_SHEET

    def shows_the_same_as(self, other: "PostingEntry") -> bool:
        """Whether nobody could tell the two sheets apart."""
        return _sheet(self) == _sheet(other) and (self.edition, self.code) == (other.edition, other.code)


@dataclass(frozen=True)
class PostingLedger:
    """All entries of a team, in the order they were made."""

    entries: tuple[PostingEntry, ...] = ()

    @cached_property
    def hanging(self) -> tuple[PostingEntry, ...]:
        """What hangs now, what was posted first foremost."""
        ended = {entry.ends for entry in self.entries}
        open_entries = (e for e in self.entries if e.taken_down_at is None and e.id not in ended)
        return tuple(sorted(open_entries, key=lambda e: (e.posted_at, e.id)))

    def hanging_at(self, checkpoint_id: CheckpointId, period_id: PeriodId) -> tuple[PostingEntry, ...]:
        """What hangs at a checkpoint of one period."""
        return tuple(e for e in self.hanging if (e.checkpoint_id, e.period_id) == (checkpoint_id, period_id))

    def roster_at(self, checkpoint_id: CheckpointId, period_id: PeriodId) -> PostingEntry | None:
        """The roster of the latest edition that hangs there, change sheets beside it left out."""
        rosters = [e for e in self.hanging_at(checkpoint_id, period_id) if not e.amends]
        return max(rosters, key=lambda e: (e.edition, e.id), default=None)

    def told_at(self, checkpoint_id: CheckpointId, period_id: PeriodId) -> PostingEntry | None:
        """What the wall tells in the end: the roster, or the change sheet beside it where that is of a later edition.

        None where no roster is known to hang: a change sheet alone does not say what the roster shows.
        """
        roster = self.roster_at(checkpoint_id, period_id)
        return self.as_amended(roster) if roster is not None else None

    def as_amended(self, roster: PostingEntry) -> PostingEntry:
        """The latest change sheet beside a roster that hangs, or the roster itself."""
        there = self.hanging_at(roster.checkpoint_id, roster.period_id)
        beside = [e for e in there if e.amends and e.edition > roster.edition]
        return max(beside, key=lambda e: (e.edition, e.id), default=roster)

    def replaced_by(self, new: PostingEntry, over: Set[PeriodId] = frozenset()) -> tuple[PostingEntry, ...]:
        """What comes down when a sheet is posted: the same kind of the period, change sheets a new roster has taken in,
        and whatever hangs at the checkpoint of periods that are over."""
        here = (e for e in self.hanging if e.checkpoint_id == new.checkpoint_id)
        return tuple(e for e in here if e.period_id in over - {new.period_id} or _makes_way(e, new))


def posting(ledger: PostingLedger, new: PostingEntry, over: Set[PeriodId] = frozenset()) -> tuple[PostingEntry, ...]:
    """The entries that say a sheet hangs from now on, first those that end what it replaces; none where it is known."""
    if any(new.shows_the_same_as(entry) for entry in ledger.hanging):
        return ()
    return *_ended(ledger.replaced_by(new, over), new.posted_at, new.author), new


def taking_down(entries: Iterable[PostingEntry], at: datetime, by: str, note: str = "") -> tuple[PostingEntry, ...]:
    """The entries that say these sheets hang no longer."""
    return tuple(_ended(entries, at, by, note))


def taking_back(ledger: PostingLedger, made: Iterable[PostingEntry], by: str) -> tuple[PostingEntry, ...]:
    """The entries that undo others: what they posted never hung, what they ended hangs since it was posted.

    What somebody has ended or posted anew since stays as it is.
    """
    made = tuple(made)
    hanging = {entry.id for entry in ledger.hanging}
    ended = {entry.id: entry for entry in ledger.entries}
    never = [_end(e, e.posted_at, by) for e in made if e.ends is None and e.id in hanging]
    taken = {_sheet(e) for e in ledger.hanging if e.id not in {n.ends for n in never}}
    back = [ended[e.ends] for e in made if e.ends in ended and _sheet(e) not in taken]
    return *never, *(replace(entry, id=PostingId(new_id())) for entry in back)


def _makes_way(entry: PostingEntry, new: PostingEntry) -> bool:
    if entry.period_id != new.period_id:
        return False
    return entry.kind == new.kind or (entry.amends and entry.edition <= new.edition)


def _ended(entries: Iterable[PostingEntry], at: datetime, by: str, note: str = "") -> Iterator[PostingEntry]:
    return (_end(entry, at, by, note) for entry in entries)


def _end(entry: PostingEntry, at: datetime, by: str, note: str = "") -> PostingEntry:
    until = max(at, entry.posted_at)
    return replace(
        entry, id=PostingId(new_id()), taken_down_at=until, ends=entry.id, author=by, note=note or entry.note
    )


def _sheet(entry: PostingEntry) -> tuple[CheckpointId, PeriodId, str]:
    return entry.checkpoint_id, entry.period_id, entry.kind
