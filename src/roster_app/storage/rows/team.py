"""The rows of a team: itself, its rules and its day table."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import CheckpointId, RuleEntryId, TeamId
from roster_app.storage.rows.base import OfTeam, Row


class TeamRow(Row):
    """One team."""

    __tablename__ = "team"

    id: Mapped[TeamId] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    office: Mapped[str]
    duty_phone: Mapped[str]
    version: Mapped[int]


class TeamRulesRow(Row):
    """A team's limits; a team without the row goes by the defaults."""

    __tablename__ = "team_rules"

    team_id: Mapped[TeamId] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    min_rest_minutes: Mapped[int]
    max_consecutive_days: Mapped[int | None]
    max_week_minutes: Mapped[int | None]
    max_consecutive_nights: Mapped[int | None]
    max_nights: Mapped[int | None]
    night_start: Mapped[int]
    night_end: Mapped[int]
    night_counts_from: Mapped[int]
    leader_each_shift: Mapped[bool]
    travel_within_area: Mapped[int]
    travel_between_areas: Mapped[int]


class StationeryRow(Row):
    """How a team's sheets look around their tables; a team without the row goes by the usual.

    `rules` are one a line. NULL is the usual, an empty text nothing.
    """

    __tablename__ = "stationery"

    team_id: Mapped[TeamId] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    title: Mapped[str | None]
    made_label: Mapped[str | None]
    reviewed_label: Mapped[str | None]
    date_label: Mapped[str | None]
    rules: Mapped[str | None]
    logo: Mapped[bytes | None]


class RuleEntryRow(Row):
    """One entry of a team's rule book; ids grow, so their order is that of the book.

    `whom` are the people it names, `parameters` its other fields, as `domain.book.written` writes them.
    """

    __tablename__ = "rule_entry"

    id: Mapped[RuleEntryId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    family: Mapped[str]
    whom: Mapped[list[Any]]
    parameters: Mapped[dict[str, Any]]


class TravelRow(Row):
    """How long it takes between two checkpoints, either way."""

    __tablename__ = "travel"
    __table_args__ = (CheckConstraint("one_id < other_id", name="one_row_a_pair"), {"sqlite_with_rowid": False})

    one_id: Mapped[CheckpointId] = mapped_column(ForeignKey("checkpoint.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[CheckpointId] = mapped_column(
        ForeignKey("checkpoint.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    minutes: Mapped[int]


class DayTableRow(Row):
    """A team's calendar: announced years, official special days, and the coordinators' own above them."""

    __tablename__ = "day_table"

    team_id: Mapped[TeamId] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    announced_years: Mapped[list[Any]]
    special: Mapped[dict[str, Any]]
    overrides: Mapped[dict[str, Any]]
