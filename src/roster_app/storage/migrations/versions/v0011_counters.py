"""A team counts services: its counters, and entries of what was counted, which only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing is counted until a team says what."""
    op.create_table(
        "counter",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        sa.Column("team_id", ID, sa.ForeignKey("team.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("checkpoints", "posts", "also")),
        sa.Column("archived", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_counter_team_id", "counter", ["team_id"])
    op.create_table(
        "counter_entry",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        sa.Column("counter_id", ID, sa.ForeignKey("counter.id"), nullable=False),
        sa.Column("checkpoint_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("shift_type_id", ID, nullable=True),
        sa.Column("duty_id", ID, nullable=True),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("corrects", ID, sa.ForeignKey("counter_entry.id"), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.UniqueConstraint("corrects"),
    )
    op.create_index("ix_counter_entry_counter_id", "counter_entry", ["counter_id"])


def downgrade() -> None:
    """What was counted is forgotten."""
    op.drop_table("counter_entry")
    op.drop_table("counter")
