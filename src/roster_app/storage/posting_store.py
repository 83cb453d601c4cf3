"""The posting ledger: entries are added, never changed."""

from collections.abc import Iterable

from sqlalchemy import select

from roster_app.domain.ids import TeamId
from roster_app.domain.posting_ledger import PostingEntry, PostingLedger
from roster_app.storage.mapping import postings as mapping
from roster_app.storage.rows import PostingRow, TeamRow
from roster_app.storage.store import Store


class PostingStore(Store):
    """The posting ledgers of all teams."""

    def all(self, team_id: TeamId) -> PostingLedger:
        """The team's ledger; nobody else writes in it until a unit of work that may write ends."""
        self._session.execute(self._locked(select(TeamRow).where(TeamRow.id == team_id)))
        ours = select(PostingRow).where(PostingRow.team_id == team_id).order_by(PostingRow.id)
        return PostingLedger(tuple(map(mapping.posting, self._rows(ours))))

    def add(self, entries: Iterable[PostingEntry]) -> None:
        """New entries; one that is ended by another stands before it. An entry is ended once."""
        self._insert(PostingRow, [mapping.posting_columns(entry) for entry in entries])
