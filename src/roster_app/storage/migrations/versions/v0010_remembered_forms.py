"""What was corrected about a form of file is remembered by its header."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing is remembered yet."""
    op.create_table(
        "remembered_form",
        sa.Column("team_id", ID, sa.ForeignKey("team.id"), primary_key=True, autoincrement=False),
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
    )


def downgrade() -> None:
    """Every form is read as it is again."""
    op.drop_table("remembered_form")
