"""Pasted sign-up chains are kept as evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing has been pasted yet."""
    op.create_table(
        "chain_paste",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        sa.Column("team_id", ID, sa.ForeignKey("team.id"), nullable=False),
        sa.Column("period_id", ID, sa.ForeignKey("roster_period.id", ondelete="SET NULL"), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("read_as", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("pasted_at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
    )
    op.create_index("ix_chain_paste_team_id", "chain_paste", ["team_id"])
    op.create_index("ix_chain_paste_period_id", "chain_paste", ["period_id"])


def downgrade() -> None:
    """The evidence is lost."""
    op.drop_table("chain_paste")
