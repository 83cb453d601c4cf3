"""The rows of pasted sign-up chains, kept as evidence."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import ChainPasteId, EditId, PeriodId
from roster_app.storage.rows.base import OfTeam, Row


class ChainPasteRow(Row):
    """One confirmed paste, never changed; it outlives the period it was pasted into."""

    __tablename__ = "chain_paste"

    id: Mapped[ChainPasteId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    period_id: Mapped[PeriodId | None] = mapped_column(ForeignKey("roster_period.id", ondelete="SET NULL"), index=True)
    title: Mapped[str]
    text: Mapped[str]
    digest: Mapped[str]
    read_as: Mapped[str]
    day: Mapped[date]
    pasted_at: Mapped[datetime]
    author: Mapped[str]
    edit_id: Mapped[EditId | None]
    """The step of the roster it was confirmed by; noted without a key, because a period takes its steps along."""
    taken_back: Mapped[bool]
    """Whether it was confirmed without a roster and undone since."""
