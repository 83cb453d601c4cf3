"""Violations a coordinator lives with: added with a reason, taken back."""

from sqlalchemy import select

from roster_app.domain.acceptance import Acceptance
from roster_app.domain.ids import AcceptanceId, PeriodId
from roster_app.storage.mapping import rosters as mapping
from roster_app.storage.rows import AcceptanceRow
from roster_app.storage.store import Store


class AcceptanceStore(Store):
    """The acceptances of all periods."""

    def of_period(self, period_id: PeriodId) -> tuple[Acceptance, ...]:
        """In the order they were made; of the same violation the latest counts."""
        ours = select(AcceptanceRow).where(AcceptanceRow.period_id == period_id)
        return tuple(map(mapping.acceptance, self._rows(ours.order_by(AcceptanceRow.id))))

    def add(self, acceptance: Acceptance) -> None:
        """A new one."""
        self._insert(AcceptanceRow, [mapping.acceptance_columns(acceptance)])

    def remove(self, acceptance_id: AcceptanceId) -> None:
        """It counts no more."""
        self._delete(AcceptanceRow, acceptance_id)
