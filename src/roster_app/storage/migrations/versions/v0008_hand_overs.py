"""A team keeps a log of its hand-overs: open items, signatures, counts of supplies, and what it counts."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _checkpoint(*, key: bool = False) -> sa.Column[int]:
    place = sa.ForeignKey("checkpoint.id", ondelete="CASCADE")
    return sa.Column("checkpoint_id", ID, place, primary_key=key, nullable=False)


def upgrade() -> None:
    """Nothing has been noted so far, and every team counts the usual."""
    op.create_table(
        "open_item",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        _checkpoint(),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("raised_at", sa.Integer(), nullable=False),
        sa.Column("raised_in", sa.String(), nullable=False),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
    )
    op.create_index(op.f("ix_open_item_checkpoint_id"), "open_item", ["checkpoint_id"])
    op.create_table(
        "hand_over",
        _checkpoint(key=True),
        sa.Column("moment", sa.Integer(), primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("anomalies", "outgoing", "incoming")),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("signed_at", "acknowledged_at")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "supply_count",
        _checkpoint(key=True),
        sa.Column("item", sa.String(), primary_key=True),
        sa.Column("at", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "supply_list",
        sa.Column("team_id", ID, sa.ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        sa.Column("kinds", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """The log is forgotten."""
    for table in ("supply_list", "supply_count", "hand_over", "open_item"):
        op.drop_table(table)
