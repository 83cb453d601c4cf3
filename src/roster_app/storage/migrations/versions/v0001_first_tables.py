"""First tables: teams, places, people, rosters with their log and editions, the ledger."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WITHOUT_ROWID: dict[str, Any] = {"sqlite_with_rowid": False}


def upgrade() -> None:
    """All tables, each after those it refers to."""
    _teams()
    _places()
    _people()
    _rosters()
    _records()


def downgrade() -> None:
    """Nothing is left."""
    for table in (
        *("ledger_entry", "edition_holder", "edition", "edit", "duty", "shift", "roster_period"),
        *("leave", "availability", "crew_member", "crew", "volunteer_qualification", "volunteer"),
        *("travel", "post_qualification", "qualification", "post", "checkpoint"),
        *("pattern_shift_type", "shift_pattern", "shift_type", "area"),
        *("day_table", "team_rules", "team"),
    ):
        op.drop_table(table)


def _key(name: str = "id") -> sa.Column[int]:
    return sa.Column(name, ID, primary_key=True, autoincrement=False)


def _key_of(name: str, target: str, *, index: bool = False, **rule: Any) -> sa.Column[int]:
    """Part of a key that refers to another table."""
    return sa.Column(name, ID, sa.ForeignKey(target, **rule), primary_key=True, autoincrement=False, index=index)


def _reference(name: str, target: str, *, index: bool = True, nullable: bool = False, **rule: Any) -> sa.Column[int]:
    return sa.Column(name, ID, sa.ForeignKey(target, **rule), index=index, nullable=nullable)


def _of_team() -> sa.Column[int]:
    return _reference("team_id", "team.id")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _one_of(name: str, rule: str, *values: str, nullable: bool = False) -> sa.Column[str]:
    words = sa.Enum(*values, name=rule, native_enum=False, create_constraint=True, length=24)
    return sa.Column(name, words, nullable=nullable)


def _forward(begin: str = "begins", end: str = "ends", sign: str = "<") -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{begin} {sign} {end}", name="forward")


def _teams() -> None:
    op.create_table("team", _key(), _text("name"), _text("office"), _text("duty_phone"), _number("version"))
    op.create_table(
        "team_rules",
        _key_of("team_id", "team.id", ondelete="CASCADE"),
        _number("min_rest_minutes"),
        _number("max_consecutive_days", nullable=True),
        _number("max_week_minutes", nullable=True),
        _number("max_consecutive_nights", nullable=True),
        _number("max_nights", nullable=True),
        _number("night_start"),
        _number("night_end"),
        _number("night_counts_from"),
        _flag("leader_each_shift"),
        _number("travel_within_area"),
        _number("travel_between_areas"),
    )
    op.create_table(
        "day_table",
        _key_of("team_id", "team.id", ondelete="CASCADE"),
        _json("announced_years"),
        _json("special"),
        _json("overrides"),
    )


def _places() -> None:
    op.create_table("area", _key(), _of_team(), _text("name"), _number("position"))
    op.create_table(
        "shift_type",
        _key(),
        _of_team(),
        _text("name"),
        _text("code"),
        _number("start_minute"),
        _number("end_minute"),
        _one_of("hue", "hue", "early", "middle", "night", "day", "other"),
        _forward("start_minute", "end_minute"),
    )
    op.create_table("shift_pattern", _key(), _of_team(), _text("name"))
    op.create_table(
        "pattern_shift_type",
        _key_of("pattern_id", "shift_pattern.id", ondelete="CASCADE"),
        _key_of("shift_type_id", "shift_type.id", index=True),
        _number("position"),
        **WITHOUT_ROWID,
    )
    kinds = ("checkpoint", "hotline", "supplies", "publicity", "data_desk", "door_to_door")
    op.create_table(
        "checkpoint",
        _key(),
        _of_team(),
        _text("name"),
        _one_of("kind", "checkpointkind", *kinds),
        _reference("area_id", "area.id", nullable=True),
        _reference("pattern_id", "shift_pattern.id", nullable=True),
        _text("phone"),
        _text("address"),
        _number("position"),
        _number("version"),
    )
    op.create_table(
        "travel",
        _key_of("one_id", "checkpoint.id", ondelete="CASCADE"),
        _key_of("other_id", "checkpoint.id", index=True, ondelete="CASCADE"),
        _number("minutes"),
        sa.CheckConstraint("one_id < other_id", name="one_row_a_pair"),
        **WITHOUT_ROWID,
    )
    op.create_table(
        "post",
        _key(),
        _reference("checkpoint_id", "checkpoint.id", ondelete="CASCADE"),
        _text("name"),
        _number("headcount"),
        _json("windows"),
        _json("tags"),
        _flag("leads"),
        _flag("office_duty"),
        _number("position"),
        sa.CheckConstraint("headcount >= 0", name="headcount"),
    )
    op.create_table("qualification", _key(), _of_team(), _text("name"), _flag("leads"))
    op.create_table(
        "post_qualification",
        _key_of("post_id", "post.id", ondelete="CASCADE"),
        _key_of("qualification_id", "qualification.id", index=True),
        **WITHOUT_ROWID,
    )


def _people() -> None:
    op.create_table(
        "volunteer",
        _key(),
        _of_team(),
        _text("name"),
        _text("affiliation"),
        _reference("area_id", "area.id", nullable=True),
        _text("phone"),
        _text("title"),
        _flag("nights_allowed"),
        sa.Column("joined", sa.Date()),
        sa.Column("left", sa.Date()),
        _text("note"),
        _text("pinyin"),
        _number("version"),
    )
    op.create_table(
        "volunteer_qualification",
        _key_of("volunteer_id", "volunteer.id", ondelete="CASCADE"),
        _key_of("qualification_id", "qualification.id", index=True),
        **WITHOUT_ROWID,
    )
    late: dict[str, Any] = {"ondelete": "SET NULL", "deferrable": True, "initially": "DEFERRED"}
    op.create_table(
        "crew", _key(), _of_team(), _text("name"), _reference("leader_id", "volunteer.id", nullable=True, **late)
    )
    op.create_table(
        "crew_member",
        _key_of("volunteer_id", "volunteer.id", ondelete="CASCADE"),
        _reference("crew_id", "crew.id", ondelete="CASCADE"),
    )
    op.create_table(
        "availability",
        _key(),
        _reference("volunteer_id", "volunteer.id", ondelete="CASCADE"),
        _one_of("kind", "availabilitykind", "available", "unavailable", "unwanted", "wanted"),
        _number("begins"),
        _number("ends"),
        _text("rule"),
        _json("except_on"),
        _text("note"),
        _forward(),
    )
    op.create_table(
        "leave",
        _key(),
        _reference("volunteer_id", "volunteer.id", ondelete="CASCADE"),
        _one_of("kind", "leavekind", "official", "private"),
        _number("begins"),
        _number("ends"),
        _text("reason"),
        _forward(),
    )


def _rosters() -> None:
    op.create_table(
        "roster_period",
        _key(),
        _of_team(),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        _one_of("state", "periodstate", "draft", "published", "archived"),
        _number("steps"),
        _forward("first_day", "last_day", "<="),
    )
    op.create_table(
        "shift",
        _key(),
        _reference("period_id", "roster_period.id", index=False, ondelete="CASCADE"),
        _reference("checkpoint_id", "checkpoint.id"),
        _reference("shift_type_id", "shift_type.id"),
        sa.Column("day", sa.Date(), nullable=False),
        _number("begins"),
        _number("ends"),
        sa.UniqueConstraint("period_id", "checkpoint_id", "shift_type_id", "day"),
        _forward(),
    )
    op.create_table(
        "duty",
        _key(),
        _reference("shift_id", "shift.id", index=False, ondelete="CASCADE"),
        _reference("post_id", "post.id", index=False),
        _number("seat"),
        _number("begins"),
        _number("ends"),
        _reference("volunteer_id", "volunteer.id", index=False, nullable=True),
        _one_of("origin", "origin", "hand", "proposal", "substitution", "import", nullable=True),
        _flag("locked"),
        sa.UniqueConstraint("shift_id", "post_id", "seat", "begins"),
        _forward(),
        sa.CheckConstraint("(volunteer_id IS NULL) = (origin IS NULL)", name="held_from_somewhere"),
        sa.CheckConstraint("volunteer_id IS NOT NULL OR NOT locked", name="vacant_is_open"),
    )
    op.create_index(op.f("ix_duty_volunteer_id_begins"), "duty", ["volunteer_id", "begins"])


def _records() -> None:
    kinds = ("assign", "clear", "swap", "lock", "unlock", "substitute", "accept_proposal", "import")
    op.create_table(
        "edit",
        _key(),
        _reference("period_id", "roster_period.id", index=False, ondelete="CASCADE"),
        _number("seq"),
        _text("author"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _one_of("kind", "editkind", *kinds),
        _one_of("state", "stepstate", "done", "undone", "discarded", "obsolete"),
        _json("changes"),
        sa.UniqueConstraint("period_id", "seq"),
    )
    op.create_table(
        "edition",
        _key(),
        _reference("period_id", "roster_period.id", index=False, ondelete="CASCADE"),
        _number("number"),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        _text("published_by"),
        _json("check_codes"),
        sa.UniqueConstraint("period_id", "number"),
    )
    op.create_table(
        "edition_holder",
        _key_of("edition_id", "edition.id", ondelete="CASCADE"),
        _key("duty_id"),
        _reference("volunteer_id", "volunteer.id"),
        **WITHOUT_ROWID,
    )
    op.create_table(
        "ledger_entry",
        _key(),
        _reference("volunteer_id", "volunteer.id"),
        _reference("period_id", "roster_period.id"),
        _one_of("kind", "burdenkind", "minutes", "nights", "weekends", "holidays"),
        _number("amount"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _text("note"),
        _reference("corrects", "ledger_entry.id", index=False, nullable=True),
    )
