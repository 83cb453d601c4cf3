"""The hand-over log of a team: what is open, what was counted, and who signed for it; each change knows its inverse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, OpenItemId, TeamId, new_id
from roster_app.domain.reliefs import Relief

MOST_LETTERS = 200
"""Of an open item: what can be read at a glance, and never fills a page by itself."""
MOST_NAME_LETTERS = 40
"""Of an owner, a leader, or a kind of supplies."""
MOST_ANOMALIES = 400
MOST_KINDS = 12
"""Kinds of supplies a team may count."""
MOST_COUNT = 999_999


@dataclass(frozen=True, slots=True)
class OpenItem:
    """未办事项: what a watch leaves to those who come after, on every sheet until it is ticked.

    `raised_in` is the shift it was raised in, as it was called then; `owner` and `done_by` are names as typed: they
    need not be members of the team.
    """

    id: OpenItemId
    checkpoint_id: CheckpointId
    text: str
    owner: str
    raised_at: datetime
    raised_in: str = ""
    done_at: datetime | None = None
    done_by: str = ""

    def is_due(self, moment: datetime) -> bool:
        """Whether it is open at a hand-over: raised by then, and not done by then."""
        return self.raised_at <= moment and (self.done_at is None or self.done_at > moment)


@dataclass(frozen=True, slots=True)
class SupplyKind:
    """What is counted at a hand-over, and in what: 口罩, 个."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class SupplyList:
    """The kinds a team counts, in its order; none: it counts nothing."""

    team_id: TeamId
    kinds: tuple[SupplyKind, ...]


@dataclass(frozen=True, slots=True)
class SupplyCount:
    """How much of a kind there was at a checkpoint at the moment of a hand-over."""

    checkpoint_id: CheckpointId
    item: str
    at: datetime
    count: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over at a checkpoint: what was out of the ordinary, and both leaders as they signed.

    `signed_at` is when the outgoing leader signed, `acknowledged_at` when the incoming one took over.
    """

    checkpoint_id: CheckpointId
    moment: datetime
    anomalies: str = ""
    outgoing: str = ""
    incoming: str = ""
    signed_at: datetime | None = None
    acknowledged_at: datetime | None = None

    @property
    def is_complete(self) -> bool:
        """Whether both have signed."""
        return self.signed_at is not None and self.acknowledged_at is not None


Entry: TypeAlias = OpenItem | SupplyCount | HandOver | SupplyList


@dataclass(frozen=True, slots=True)
class LogEdit:
    """One change of the log; stored only where `before` still is what stands there (None: nothing)."""

    before: Entry | None
    after: Entry | None

    @property
    def inverse(self) -> LogEdit:
        """Takes it back."""
        return LogEdit(self.after, self.before)

    @property
    def subject(self) -> Entry:
        """What it is about: as it will be, or of what goes, as it was."""
        found = self.before if self.after is None else self.after
        if found is None:
            raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
        return found


@dataclass(frozen=True, slots=True)
class Log:
    """What is known of a team's hand-overs from some moment on; of older counts the last of each kind.

    `kinds` is None where the team has no list of its own; `begun` is when each checkpoint's first hand-over was noted.
    """

    items: tuple[OpenItem, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    counts: tuple[SupplyCount, ...] = ()
    kinds: tuple[SupplyKind, ...] | None = None
    begun: Mapping[CheckpointId, datetime] = field(default_factory=dict)


NOTHING_NOTED = Log()
"""The log of a team that has not begun."""


def open_item(checkpoint_id: CheckpointId, text: str, owner: str, at: datetime, shift: str = "") -> OpenItem:
    """A new item; raises DomainError (NOTHING_TO_DO, TEXT_TOO_LONG)."""
    words, who = _tidy(text), _tidy(owner)
    if not words:
        raise DomainError(ErrorCode.NOTHING_TO_DO)
    return OpenItem(
        OpenItemId(new_id()), checkpoint_id, within(words, MOST_LETTERS), within(who, MOST_NAME_LETTERS), at, shift
    )


def reworded(item: OpenItem, text: str, owner: str) -> OpenItem:
    """The same item in other words or with another owner, on the terms of `open_item`."""
    new = open_item(item.checkpoint_id, text, owner, item.raised_at)
    return replace(item, text=new.text, owner=new.owner)


def ticked(item: OpenItem, by: str, at: datetime) -> OpenItem:
    """Done, though never before it was raised."""
    return replace(item, done_at=max(at, item.raised_at), done_by=within(_tidy(by), MOST_NAME_LETTERS))


def unticked(item: OpenItem) -> OpenItem:
    """Open again."""
    return replace(item, done_at=None, done_by="")


def due(items: Iterable[OpenItem], checkpoint_id: CheckpointId, moment: datetime) -> tuple[OpenItem, ...]:
    """What the sheet of a checkpoint carries at a hand-over, the oldest first."""
    found = (item for item in items if item.checkpoint_id == checkpoint_id and item.is_due(moment))
    return tuple(sorted(found, key=lambda item: (item.raised_at, item.id)))


def last_known(counts: Iterable[SupplyCount], checkpoint_id: CheckpointId, before: datetime) -> dict[str, SupplyCount]:
    """Of each kind the last count of a checkpoint before a moment."""
    own = (count for count in counts if count.checkpoint_id == checkpoint_id and count.at < before)
    return {count.item: count for count in sorted(own, key=lambda count: count.at)}


def counted(counts: Iterable[SupplyCount], checkpoint_id: CheckpointId, at: datetime) -> dict[str, SupplyCount]:
    """What was counted at a hand-over, by kind."""
    return {count.item: count for count in counts if (count.checkpoint_id, count.at) == (checkpoint_id, at)}


def unsigned(
    reliefs: Iterable[Relief], hand_overs: Iterable[HandOver], since: Mapping[CheckpointId, datetime], now: datetime
) -> tuple[Relief, ...]:
    """The hand-overs that are past and not signed by both, the latest first.

    `since` says from when on a checkpoint signs at all; one that is not named there has not begun.
    """
    complete = {(h.checkpoint_id, h.moment) for h in hand_overs if h.is_complete}
    found = (
        relief
        for relief in reliefs
        if since.get(relief.checkpoint_id, now) <= relief.moment < now
        and (relief.checkpoint_id, relief.moment) not in complete
    )
    return tuple(sorted(found, key=lambda relief: relief.moment, reverse=True))


def with_anomalies(hand_over: HandOver, text: str) -> HandOver:
    """What was out of the ordinary; raises DomainError (TEXT_TOO_LONG)."""
    return replace(hand_over, anomalies=within(text.strip(), MOST_ANOMALIES))


def signed(hand_over: HandOver, leader: str, at: datetime) -> HandOver:
    """The outgoing leader signs; raises DomainError (EMPTY_NAME, TEXT_TOO_LONG)."""
    return replace(hand_over, outgoing=_name(leader), signed_at=at)


def acknowledged(hand_over: HandOver, leader: str, at: datetime) -> HandOver:
    """The incoming leader takes over; raises DomainError (EMPTY_NAME, TEXT_TOO_LONG)."""
    return replace(hand_over, incoming=_name(leader), acknowledged_at=at)


def supply_count(checkpoint_id: CheckpointId, kind: SupplyKind, at: datetime, count: int) -> SupplyCount:
    """A count; raises DomainError (BAD_COUNT) for less than nothing and for more than anybody counts."""
    if not 0 <= count <= MOST_COUNT:
        raise DomainError(ErrorCode.BAD_COUNT, count=count, limit=MOST_COUNT)
    return SupplyCount(checkpoint_id, kind.name, at, count, kind.unit)


def supply_list(team_id: TeamId, kinds: Iterable[SupplyKind]) -> SupplyList:
    """A team's own list, each kind once; raises DomainError (TOO_MANY_SUPPLIES, TEXT_TOO_LONG)."""
    once: dict[str, SupplyKind] = {}
    for kind in (SupplyKind(_tidy(kind.name), _tidy(kind.unit)) for kind in kinds):
        if kind.name:
            once.setdefault(kind.name, kind)
    if len(once) > MOST_KINDS:
        raise DomainError(ErrorCode.TOO_MANY_SUPPLIES, actual=len(once), limit=MOST_KINDS)
    for kind in once.values():
        within(kind.name + kind.unit, MOST_NAME_LETTERS)
    return SupplyList(team_id, tuple(once.values()))


def within(text: str, limit: int) -> str:
    """The text; raises DomainError (TEXT_TOO_LONG) where it has more characters than the limit."""
    if len(text) > limit:
        raise DomainError(ErrorCode.TEXT_TOO_LONG, actual=len(text), limit=limit)
    return text


def _name(leader: str) -> str:
    name = _tidy(leader)
    if not name:
        raise DomainError(ErrorCode.EMPTY_NAME)
    return within(name, MOST_NAME_LETTERS)


def _tidy(text: str) -> str:
    return " ".join(text.split())
