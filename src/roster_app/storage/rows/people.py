"""The rows of people: volunteers, what they can do, where they belong, when they can stand."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CrewId,
    LeaveId,
    QualificationId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import AvailabilityKind, Gender, LeaveKind
from roster_app.storage.rows.base import Minute, OfTeam, Row


class QualificationRow(Row):
    """One qualification."""

    __tablename__ = "qualification"

    id: Mapped[QualificationId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    leads: Mapped[bool]


class QualificationInclusionRow(Row):
    """That whoever has one qualification has another too."""

    __tablename__ = "qualification_inclusion"
    __table_args__ = ({"sqlite_with_rowid": False},)

    qualification_id: Mapped[QualificationId] = mapped_column(
        ForeignKey("qualification.id", ondelete="CASCADE"), primary_key=True
    )
    included_id: Mapped[QualificationId] = mapped_column(
        ForeignKey("qualification.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class VolunteerRow(Row):
    """One person; crew and qualifications stand in rows of their own."""

    __tablename__ = "volunteer"

    id: Mapped[VolunteerId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    affiliation: Mapped[str]
    area_id: Mapped[AreaId | None] = mapped_column(ForeignKey("area.id"), index=True)
    phone: Mapped[str]
    title: Mapped[str]
    nights_allowed: Mapped[bool]
    joined: Mapped[date | None]
    left: Mapped[date | None]
    note: Mapped[str]
    pinyin: Mapped[str]
    gender: Mapped[Gender]
    new: Mapped[bool]
    name_consent: Mapped[bool]
    phone_consent: Mapped[bool]
    aliases: Mapped[list[Any]]
    version: Mapped[int]


class VolunteerQualificationRow(Row):
    """That somebody has a qualification."""

    __tablename__ = "volunteer_qualification"
    __table_args__ = ({"sqlite_with_rowid": False},)

    volunteer_id: Mapped[VolunteerId] = mapped_column(ForeignKey("volunteer.id", ondelete="CASCADE"), primary_key=True)
    qualification_id: Mapped[QualificationId] = mapped_column(
        ForeignKey("qualification.id"), primary_key=True, index=True
    )


class CrewRow(Row):
    """One crew. The leader is looked for only when all is written: a new crew and its leader may come in any order."""

    __tablename__ = "crew"

    id: Mapped[CrewId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    leader_id: Mapped[VolunteerId | None] = mapped_column(
        ForeignKey("volunteer.id", ondelete="SET NULL", deferrable=True, initially="DEFERRED"), index=True
    )


class CrewMemberRow(Row):
    """Who belongs to which crew: apart from the volunteer, so that crew and volunteer do not name each other."""

    __tablename__ = "crew_member"

    volunteer_id: Mapped[VolunteerId] = mapped_column(
        ForeignKey("volunteer.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    crew_id: Mapped[CrewId] = mapped_column(ForeignKey("crew.id", ondelete="CASCADE"), index=True)


class ToldApartRow(Row):
    """That two people who look like one are two; the one entered first comes first."""

    __tablename__ = "told_apart"
    __table_args__ = (CheckConstraint("one_id < other_id", name="in_order"), {"sqlite_with_rowid": False})

    one_id: Mapped[VolunteerId] = mapped_column(
        ForeignKey("volunteer.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    other_id: Mapped[VolunteerId] = mapped_column(
        ForeignKey("volunteer.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True
    )


class AvailabilityRow(Row):
    """One statement of when somebody can, cannot or would rather stand."""

    __tablename__ = "availability"
    __table_args__ = (CheckConstraint("begins < ends", name="forward"),)

    id: Mapped[AvailabilityId] = mapped_column(primary_key=True, autoincrement=False)
    volunteer_id: Mapped[VolunteerId] = mapped_column(ForeignKey("volunteer.id", ondelete="CASCADE"), index=True)
    kind: Mapped[AvailabilityKind]
    begins: Mapped[Minute]
    ends: Mapped[Minute]
    rule: Mapped[str]
    except_on: Mapped[list[Any]]
    also_on: Mapped[list[Any]]
    note: Mapped[str]
    points: Mapped[int | None]
    shift_type_id: Mapped[ShiftTypeId | None] = mapped_column(
        ForeignKey("shift_type.id", ondelete="CASCADE"), index=True
    )


class LeaveRow(Row):
    """One leave."""

    __tablename__ = "leave"
    __table_args__ = (CheckConstraint("begins < ends", name="forward"),)

    id: Mapped[LeaveId] = mapped_column(primary_key=True, autoincrement=False)
    volunteer_id: Mapped[VolunteerId] = mapped_column(ForeignKey("volunteer.id", ondelete="CASCADE"), index=True)
    kind: Mapped[LeaveKind]
    begins: Mapped[Minute]
    ends: Mapped[Minute]
    reason: Mapped[str]
