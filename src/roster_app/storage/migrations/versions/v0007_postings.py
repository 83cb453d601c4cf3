"""It is known which edition hangs at which checkpoint."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing has been registered yet."""
    op.create_table(
        "posting",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        sa.Column("team_id", ID, sa.ForeignKey("team.id"), nullable=False),
        sa.Column("period_id", ID, sa.ForeignKey("roster_period.id", ondelete="CASCADE"), nullable=False),
        sa.Column("checkpoint_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("posted_at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("taken_down_at", sa.DateTime(), nullable=True),
        sa.Column("ends", ID, sa.ForeignKey("posting.id", ondelete="CASCADE"), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("(taken_down_at IS NULL) = (ends IS NULL)", name="ends_another"),
        sa.CheckConstraint("taken_down_at >= posted_at", name="forward"),
        sa.UniqueConstraint("ends"),
    )
    op.create_index("ix_posting_team_id", "posting", ["team_id"])
    op.create_index("ix_posting_period_id", "posting", ["period_id"])


def downgrade() -> None:
    """What was registered is forgotten."""
    op.drop_table("posting")
