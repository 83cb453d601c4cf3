"""The rows of the posting ledger: which edition hangs where."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import CheckpointId, PeriodId, PostingId
from roster_app.storage.rows.base import OfTeam, Row


class PostingRow(Row):
    """One entry of the posting ledger; never changed, only ended by another. `kind` is one of `services.sheets`.

    The checkpoint is noted without a key, because places may be removed while their sheets still hang.
    """

    __tablename__ = "posting"
    __table_args__ = (
        CheckConstraint("(taken_down_at IS NULL) = (ends IS NULL)", name="ends_another"),
        CheckConstraint("taken_down_at >= posted_at", name="forward"),
    )

    id: Mapped[PostingId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    period_id: Mapped[PeriodId] = mapped_column(ForeignKey("roster_period.id", ondelete="CASCADE"), index=True)
    checkpoint_id: Mapped[CheckpointId]
    kind: Mapped[str]
    edition: Mapped[int]
    code: Mapped[str]
    posted_at: Mapped[datetime]
    author: Mapped[str]
    taken_down_at: Mapped[datetime | None]
    ends: Mapped[PostingId | None] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), unique=True)
    note: Mapped[str]
