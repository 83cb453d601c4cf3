"""The rows of rosters: periods, shifts, duties with their holders, the log of edits, editions and the ledger."""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.edits import EditKind
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import (
    AcceptanceId,
    CheckpointId,
    DutyId,
    EditId,
    EditionId,
    LedgerEntryId,
    PeriodId,
    PostId,
    ShiftId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.roster import Origin, PeriodState, SeatLevel
from roster_app.storage.rows.base import Minute, OfTeam, Row


class PeriodRow(Row):
    """One roster period; `steps` counts all that was ever carried out in it: edits, undos and redos."""

    __tablename__ = "roster_period"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="forward"),)

    id: Mapped[PeriodId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    first_day: Mapped[date]
    last_day: Mapped[date]
    state: Mapped[PeriodState]
    steps: Mapped[int]


class ShiftRow(Row):
    """One dated shift at a checkpoint."""

    __tablename__ = "shift"
    __table_args__ = (
        UniqueConstraint("period_id", "checkpoint_id", "shift_type_id", "day"),
        CheckConstraint("begins < ends", name="forward"),
    )

    id: Mapped[ShiftId] = mapped_column(primary_key=True, autoincrement=False)
    period_id: Mapped[PeriodId] = mapped_column(ForeignKey("roster_period.id", ondelete="CASCADE"))
    checkpoint_id: Mapped[CheckpointId] = mapped_column(ForeignKey("checkpoint.id"), index=True)
    shift_type_id: Mapped[ShiftTypeId] = mapped_column(ForeignKey("shift_type.id"), index=True)
    day: Mapped[date]
    begins: Mapped[Minute]
    ends: Mapped[Minute]


class DutyRow(Row):
    """One seat and, in the same row, who holds it.

    The rows stay narrow (there are over a million a year); one index serves the plan, one finds what a person holds
    in a stretch of time.
    """

    __tablename__ = "duty"
    __table_args__ = (
        UniqueConstraint("shift_id", "post_id", "seat", "begins"),
        Index(None, "volunteer_id", "begins"),
        CheckConstraint("begins < ends", name="forward"),
        CheckConstraint("(volunteer_id IS NULL) = (origin IS NULL)", name="held_from_somewhere"),
        CheckConstraint("volunteer_id IS NOT NULL OR NOT locked", name="vacant_is_open"),
    )

    id: Mapped[DutyId] = mapped_column(primary_key=True, autoincrement=False)
    shift_id: Mapped[ShiftId] = mapped_column(ForeignKey("shift.id", ondelete="CASCADE"))
    post_id: Mapped[PostId] = mapped_column(ForeignKey("post.id"))
    seat: Mapped[int]
    begins: Mapped[Minute]
    ends: Mapped[Minute]
    volunteer_id: Mapped[VolunteerId | None] = mapped_column(ForeignKey("volunteer.id"))
    origin: Mapped[Origin | None]
    locked: Mapped[bool]
    level: Mapped[SeatLevel]


class StepState(enum.StrEnum):
    """Where a step of the log stands.

    done ⇄ undone; an undone step is discarded by the author's next edit; a step whose duties somebody changed since
    is obsolete. Nothing is ever deleted.
    """

    DONE = "done"
    UNDONE = "undone"
    DISCARDED = "discarded"
    OBSOLETE = "obsolete"


class EditRow(Row):
    """One step of a period's log: `changes`, `seats`, `statements` and `counts` as once done, whatever became of it."""

    __tablename__ = "edit"
    __table_args__ = (UniqueConstraint("period_id", "seq"),)

    id: Mapped[EditId] = mapped_column(primary_key=True, autoincrement=False)
    period_id: Mapped[PeriodId] = mapped_column(ForeignKey("roster_period.id", ondelete="CASCADE"))
    seq: Mapped[int]
    author: Mapped[str]
    at: Mapped[datetime]
    kind: Mapped[EditKind]
    state: Mapped[StepState]
    changes: Mapped[list[Any]]
    seats: Mapped[list[Any]]
    statements: Mapped[list[Any]]
    counts: Mapped[list[Any]]


class EditionRow(Row):
    """One published edition; its holders stand in rows of their own."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("period_id", "number"),)

    id: Mapped[EditionId] = mapped_column(primary_key=True, autoincrement=False)
    period_id: Mapped[PeriodId] = mapped_column(ForeignKey("roster_period.id", ondelete="CASCADE"))
    number: Mapped[int]
    published_at: Mapped[datetime]
    published_by: Mapped[str]
    check_codes: Mapped[dict[str, Any]]


class EditionHolderRow(Row):
    """A duty as it was planned when an edition was published, and who held it; it may be gone or another since.

    What it belonged to is noted without keys, because places and shifts may be removed. Nothing of it is known of a
    duty that was gone before an edition could remember more than the holder.
    """

    __tablename__ = "edition_holder"
    __table_args__ = ({"sqlite_with_rowid": False},)

    edition_id: Mapped[EditionId] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True)
    duty_id: Mapped[DutyId] = mapped_column(primary_key=True)
    volunteer_id: Mapped[VolunteerId | None] = mapped_column(ForeignKey("volunteer.id"), index=True)
    begins: Mapped[Minute | None]
    ends: Mapped[Minute | None]
    checkpoint_id: Mapped[CheckpointId | None]
    shift_type_id: Mapped[ShiftTypeId | None]
    day: Mapped[date | None]
    post_id: Mapped[PostId | None]
    seat: Mapped[int | None]


class AcceptanceRow(Row):
    """A violation somebody lives with, and why; `rule` is one of `domain.rules.Rule`."""

    __tablename__ = "acceptance"

    id: Mapped[AcceptanceId] = mapped_column(primary_key=True, autoincrement=False)
    period_id: Mapped[PeriodId] = mapped_column(ForeignKey("roster_period.id", ondelete="CASCADE"), index=True)
    rule: Mapped[str]
    duties: Mapped[list[Any]]
    volunteer_id: Mapped[VolunteerId | None] = mapped_column(ForeignKey("volunteer.id", ondelete="CASCADE"), index=True)
    deviation: Mapped[int]
    reason: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]


class LedgerEntryRow(Row):
    """One entry of the fairness ledger; never changed."""

    __tablename__ = "ledger_entry"

    id: Mapped[LedgerEntryId] = mapped_column(primary_key=True, autoincrement=False)
    volunteer_id: Mapped[VolunteerId] = mapped_column(ForeignKey("volunteer.id"), index=True)
    period_id: Mapped[PeriodId] = mapped_column(ForeignKey("roster_period.id"), index=True)
    kind: Mapped[BurdenKind]
    amount: Mapped[int]
    at: Mapped[datetime]
    note: Mapped[str]
    corrects: Mapped[LedgerEntryId | None] = mapped_column(ForeignKey("ledger_entry.id"))
