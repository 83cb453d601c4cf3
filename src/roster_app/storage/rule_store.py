"""The entries of the teams' rule books, kept in step with the people and places they name."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import delete, select

from roster_app.domain.book import Entry
from roster_app.domain.book.mentions import Mention, mentions, without
from roster_app.domain.ids import (
    CheckpointId,
    CrewId,
    PostId,
    RuleEntryId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
    new_id,
)
from roster_app.storage.mapping import team as mapping
from roster_app.storage.rows import (
    CheckpointRow,
    CrewRow,
    PostRow,
    RuleEntryRow,
    ShiftTypeRow,
    TeamRow,
    VolunteerRow,
)
from roster_app.storage.store import Store


class RuleStore(Store):
    """The entries of all teams; `TeamStore` hands them out with the other limits."""

    def all(self, team_id: TeamId) -> tuple[Entry, ...]:
        """The team's entries in the order of its book; raises DomainError (RULE_UNREADABLE)."""
        ours = select(RuleEntryRow).where(RuleEntryRow.team_id == team_id).order_by(RuleEntryRow.id)
        return tuple(map(mapping.entry, self._rows(ours)))

    def replace(self, team_id: TeamId, entries: Iterable[Entry]) -> None:
        """These are the entries from now on.

        What they name and a colleague has removed meanwhile is left out as if the removal had come afterwards.
        """
        self._lock(team_id)
        wished = tuple(entries)
        gone = {mention for entry in wished for mention in mentions(entry)}.difference(self._known(team_id))
        kept = [left for entry in wished if (left := without(entry, gone)) is not None]
        self._run(delete(RuleEntryRow).where(RuleEntryRow.team_id == team_id))
        self._insert(RuleEntryRow, [mapping.entry_columns(RuleEntryId(new_id()), team_id, entry) for entry in kept])

    def forget(self, team_id: TeamId | None, gone: Collection[Mention]) -> None:
        """Leave what is gone out of the team's entries; one that named nothing else goes with it."""
        if team_id is None:
            return
        self._lock(team_id)
        for row in self._rows(select(RuleEntryRow).where(RuleEntryRow.team_id == team_id)):
            entry = mapping.entry(row)
            left = without(entry, gone)
            if left is None:
                self._delete(RuleEntryRow, row.id)
            elif left != entry:
                self._update(RuleEntryRow, mapping.entry_columns(row.id, team_id, left))

    def _lock(self, team_id: TeamId) -> None:
        """Of two coordinators, one who removes what the other's rules name, one comes second."""
        self._session.execute(select(TeamRow.id).where(TeamRow.id == team_id).with_for_update())

    def _known(self, team_id: TeamId) -> Iterator[Mention]:
        """Everything an entry of the team may name."""
        posts = select(PostRow.id).join(CheckpointRow).where(CheckpointRow.team_id == team_id)
        yield from ((PostId, one) for one in self._session.scalars(posts))
        for kind, row in (
            (VolunteerId, VolunteerRow),
            (CrewId, CrewRow),
            (ShiftTypeId, ShiftTypeRow),
            (CheckpointId, CheckpointRow),
        ):
            yield from ((kind, one) for one in self._session.scalars(select(row.id).where(row.team_id == team_id)))
