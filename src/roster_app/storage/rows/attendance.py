"""The rows of attendance: one entry each, only ever added."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.attendance.entries import Mark, Source
from roster_app.domain.ids import AttendanceId, AttendanceStep, CheckpointId, PostId, ShiftTypeId, TeamId, VolunteerId
from roster_app.storage.rows.base import Minute, Row


class AttendanceRow(Row):
    """What was recorded of one person on one seat; `volunteer_id` or `name` says who.

    Places and shifts are noted without keys, because they may be removed. An entry is superseded once at most, which
    the database sees to; so of two desks one comes second.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("supersedes"),
        Index(None, "team_id", "day"),
        Index(None, "volunteer_id", "day"),
        Index("ix_attendance_step", "team_id", "step"),
        Index(None, "undoes"),
        CheckConstraint("left_at IS NULL OR came_at < left_at", name="forward"),
    )

    id: Mapped[AttendanceId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[TeamId] = mapped_column(ForeignKey("team.id"))
    step: Mapped[AttendanceStep]
    checkpoint_id: Mapped[CheckpointId]
    shift_type_id: Mapped[ShiftTypeId]
    day: Mapped[date]
    post_id: Mapped[PostId]
    seat: Mapped[int]
    begins: Mapped[Minute]
    ends: Mapped[Minute]
    volunteer_id: Mapped[VolunteerId | None] = mapped_column(ForeignKey("volunteer.id"))
    name: Mapped[str]
    mark: Mapped[Mark]
    came_at: Mapped[Minute | None]
    left_at: Mapped[Minute | None]
    as_planned: Mapped[bool]
    stands_for: Mapped[AttendanceId | None]
    source: Mapped[Source]
    author: Mapped[str]
    entered_at: Mapped[datetime]
    reason: Mapped[str]
    supersedes: Mapped[AttendanceId | None]
    undoes: Mapped[AttendanceStep | None]
