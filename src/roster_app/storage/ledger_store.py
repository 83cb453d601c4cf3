"""The fairness ledger: entries are added, never changed."""

from collections.abc import Iterable

from sqlalchemy import select

from roster_app.domain.fairness import Ledger, LedgerEntry
from roster_app.domain.ids import TeamId
from roster_app.storage.mapping import rosters as mapping
from roster_app.storage.rows import LedgerEntryRow, VolunteerRow
from roster_app.storage.store import Store


class LedgerStore(Store):
    """The ledgers of all teams."""

    def all(self, team_id: TeamId) -> Ledger:
        """The team's entries, in the order they were made."""
        ours = select(LedgerEntryRow).join(VolunteerRow).where(VolunteerRow.team_id == team_id)
        return Ledger(tuple(map(mapping.ledger_entry, self._rows(ours.order_by(LedgerEntryRow.id)))))

    def add(self, entries: Iterable[LedgerEntry]) -> None:
        """New entries; one that corrects another comes after it."""
        self._insert(LedgerEntryRow, [mapping.ledger_entry_columns(entry) for entry in entries])
