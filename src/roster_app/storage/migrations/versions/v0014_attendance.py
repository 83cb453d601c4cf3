"""Who really came is recorded, entry by entry."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _word(name: str, *values: str) -> sa.Column[str]:
    kind = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=24)
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Nothing has been recorded so far."""
    op.create_table(
        "attendance",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        sa.Column("team_id", ID, sa.ForeignKey("team.id"), nullable=False),
        sa.Column("step", ID, nullable=False),
        sa.Column("checkpoint_id", ID, nullable=False),
        sa.Column("shift_type_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("post_id", ID, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("seat", "begins", "ends")),
        sa.Column("volunteer_id", ID, sa.ForeignKey("volunteer.id"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        _word("mark", "present", "absent", "withdrawn"),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("came_at", "left_at")),
        sa.Column("as_planned", sa.Boolean(), nullable=False),
        sa.Column("stands_for", ID, nullable=True),
        _word("source", "click", "paper", "token", "keyed"),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("supersedes", ID, nullable=True),
        sa.Column("undoes", ID, nullable=True),
        sa.UniqueConstraint("supersedes"),
        sa.CheckConstraint("left_at IS NULL OR came_at < left_at", name="forward"),
    )
    op.create_index(op.f("ix_attendance_team_id_day"), "attendance", ["team_id", "day"])
    op.create_index(op.f("ix_attendance_volunteer_id_day"), "attendance", ["volunteer_id", "day"])
    op.create_index("ix_attendance_step", "attendance", ["team_id", "step"])
    op.create_index(op.f("ix_attendance_undoes"), "attendance", ["undoes"])


def downgrade() -> None:
    """What was recorded is forgotten."""
    op.drop_table("attendance")
