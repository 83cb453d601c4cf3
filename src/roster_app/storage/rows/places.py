"""The rows of places: areas, checkpoints, posts, and the shift types and patterns they are staffed by."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import AreaId, CheckpointId, PatternId, PostId, QualificationId, ShiftTypeId
from roster_app.domain.places import CheckpointKind, Hue
from roster_app.storage.rows.base import OfTeam, Row


class AreaRow(Row):
    """One area."""

    __tablename__ = "area"

    id: Mapped[AreaId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    position: Mapped[int]


class CheckpointRow(Row):
    """One checkpoint."""

    __tablename__ = "checkpoint"

    id: Mapped[CheckpointId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    kind: Mapped[CheckpointKind]
    area_id: Mapped[AreaId | None] = mapped_column(ForeignKey("area.id"), index=True)
    pattern_id: Mapped[PatternId | None] = mapped_column(ForeignKey("shift_pattern.id"), index=True)
    phone: Mapped[str]
    address: Mapped[str]
    position: Mapped[int]
    version: Mapped[int]


class PostRow(Row):
    """One post."""

    __tablename__ = "post"
    __table_args__ = (CheckConstraint("headcount >= 0", name="headcount"),)

    id: Mapped[PostId] = mapped_column(primary_key=True, autoincrement=False)
    checkpoint_id: Mapped[CheckpointId] = mapped_column(ForeignKey("checkpoint.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    headcount: Mapped[int]
    windows: Mapped[list[Any]]
    tags: Mapped[list[Any]]
    leads: Mapped[bool]
    office_duty: Mapped[bool]
    position: Mapped[int]
    minimum: Mapped[int | None]
    maximum: Mapped[int | None]
    reserve: Mapped[bool]


class PostQualificationRow(Row):
    """That a post requires a qualification."""

    __tablename__ = "post_qualification"
    __table_args__ = ({"sqlite_with_rowid": False},)

    post_id: Mapped[PostId] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"), primary_key=True)
    qualification_id: Mapped[QualificationId] = mapped_column(
        ForeignKey("qualification.id"), primary_key=True, index=True
    )


class ShiftTypeRow(Row):
    """One shift type; minutes count from the midnight of the day it begins."""

    __tablename__ = "shift_type"
    __table_args__ = (CheckConstraint("start_minute < end_minute", name="forward"),)

    id: Mapped[ShiftTypeId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    code: Mapped[str]
    start_minute: Mapped[int]
    end_minute: Mapped[int]
    hue: Mapped[Hue]


class ShiftPatternRow(Row):
    """One pattern; its shift types stand in rows of their own."""

    __tablename__ = "shift_pattern"

    id: Mapped[PatternId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]


class PatternShiftTypeRow(Row):
    """One shift type of a pattern; `position` counts from 0."""

    __tablename__ = "pattern_shift_type"
    __table_args__ = ({"sqlite_with_rowid": False},)

    pattern_id: Mapped[PatternId] = mapped_column(ForeignKey("shift_pattern.id", ondelete="CASCADE"), primary_key=True)
    shift_type_id: Mapped[ShiftTypeId] = mapped_column(ForeignKey("shift_type.id"), primary_key=True, index=True)
    position: Mapped[int]
