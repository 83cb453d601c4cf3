"""Pasted sign-up chains: added, never changed."""

from sqlalchemy import or_, select, update

from roster_app.domain.chains import ChainPaste
from roster_app.domain.ids import ChainPasteId, EditId, TeamId
from roster_app.storage.mapping import chains as mapping
from roster_app.storage.rows import ChainPasteRow, EditRow, StepState
from roster_app.storage.store import Store


class ChainStore(Store):
    """The evidence of all teams."""

    def all(self, team_id: TeamId) -> tuple[ChainPaste, ...]:
        """The team's pastes, the earliest first."""
        ours = select(ChainPasteRow).where(ChainPasteRow.team_id == team_id).order_by(ChainPasteRow.id)
        return tuple(map(mapping.chain_paste, self._rows(ours)))

    def standing(self, team_id: TeamId) -> tuple[ChainPaste, ...]:
        """Those whose step was not undone, the earliest first: what a later copy is held against."""
        gone = select(EditRow.id).where(EditRow.state.in_((StepState.UNDONE, StepState.DISCARDED)))
        ours = select(ChainPasteRow).where(ChainPasteRow.team_id == team_id).order_by(ChainPasteRow.id)
        stands = or_(ChainPasteRow.edit_id.is_(None), ChainPasteRow.edit_id.not_in(gone))
        stands &= ~ChainPasteRow.taken_back
        return tuple(map(mapping.chain_paste, self._rows(ours.where(stands))))

    def add(self, paste: ChainPaste, edit_id: EditId | None = None) -> None:
        """A new paste, and the step of the roster it was confirmed by."""
        self._insert(ChainPasteRow, [{**mapping.chain_paste_columns(paste), "edit_id": edit_id, "taken_back": False}])

    def take_back(self, paste_id: ChainPasteId, taken_back: bool) -> bool:
        """A paste that belongs to no step was undone, or done again; its text stays. False where it was already."""
        ours = update(ChainPasteRow).where(ChainPasteRow.id == paste_id, ChainPasteRow.taken_back != taken_back)
        return bool(self._run(ours.values(taken_back=taken_back)).rowcount)
