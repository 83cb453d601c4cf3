"""Pairs of people who look like one and are two are remembered for everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nobody has been told apart yet."""
    person = "volunteer.id"
    op.create_table(
        "told_apart",
        sa.Column("one_id", ID, sa.ForeignKey(person, ondelete="CASCADE"), primary_key=True, autoincrement=False),
        sa.Column("other_id", ID, sa.ForeignKey(person, ondelete="CASCADE"), primary_key=True, autoincrement=False),
        sa.CheckConstraint("one_id < other_id", name="in_order"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_told_apart_other_id", "told_apart", ["other_id"])


def downgrade() -> None:
    """They are asked about again."""
    op.drop_table("told_apart")
