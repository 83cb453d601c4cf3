"""The rows of the hand-over log: open items, hand-overs with their signatures, counts of supplies."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import CheckpointId, OpenItemId, TeamId
from roster_app.storage.rows.base import Minute, Row


class OpenItemRow(Row):
    """What a watch left open; `done_at` is NULL as long as it is."""

    __tablename__ = "open_item"

    id: Mapped[OpenItemId] = mapped_column(primary_key=True, autoincrement=False)
    checkpoint_id: Mapped[CheckpointId] = mapped_column(ForeignKey("checkpoint.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    owner: Mapped[str]
    raised_at: Mapped[Minute]
    raised_in: Mapped[str]
    done_at: Mapped[Minute | None]
    done_by: Mapped[str]


class HandOverRow(Row):
    """One hand-over at a checkpoint, as soon as anything is noted of it."""

    __tablename__ = "hand_over"
    __table_args__ = ({"sqlite_with_rowid": False},)

    checkpoint_id: Mapped[CheckpointId] = mapped_column(
        ForeignKey("checkpoint.id", ondelete="CASCADE"), primary_key=True
    )
    moment: Mapped[Minute] = mapped_column(primary_key=True)
    anomalies: Mapped[str]
    outgoing: Mapped[str]
    incoming: Mapped[str]
    signed_at: Mapped[Minute | None]
    acknowledged_at: Mapped[Minute | None]


class SupplyCountRow(Row):
    """How much of a kind of supplies there was at a hand-over."""

    __tablename__ = "supply_count"
    __table_args__ = ({"sqlite_with_rowid": False},)

    checkpoint_id: Mapped[CheckpointId] = mapped_column(
        ForeignKey("checkpoint.id", ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[Minute] = mapped_column(primary_key=True)
    count: Mapped[int]
    unit: Mapped[str]


class SupplyListRow(Row):
    """The kinds a team counts, one a line, unit after a tab; a team without the row counts the usual ones."""

    __tablename__ = "supply_list"

    team_id: Mapped[TeamId] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    kinds: Mapped[str]
