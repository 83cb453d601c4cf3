"""Pasted sign-up chains: added, never changed."""

from sqlalchemy import select

from roster_app.domain.chains import ChainPaste
from roster_app.domain.ids import TeamId
from roster_app.storage.mapping import chains as mapping
from roster_app.storage.rows import ChainPasteRow
from roster_app.storage.store import Store


class ChainStore(Store):
    """The evidence of all teams."""

    def all(self, team_id: TeamId) -> tuple[ChainPaste, ...]:
        """The team's pastes, the earliest first."""
        ours = select(ChainPasteRow).where(ChainPasteRow.team_id == team_id).order_by(ChainPasteRow.id)
        return tuple(map(mapping.chain_paste, self._rows(ours)))

    def add(self, paste: ChainPaste) -> None:
        """A new paste."""
        self._insert(ChainPasteRow, [mapping.chain_paste_columns(paste)])
