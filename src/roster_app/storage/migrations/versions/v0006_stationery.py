"""A team's sheets may have a title, a logo, signers and rules of duty of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = ("title", "made_label", "reviewed_label", "date_label", "rules")


def upgrade() -> None:
    """Every team goes on with the usual."""
    team = sa.ForeignKey("team.id", ondelete="CASCADE")
    op.create_table(
        "stationery",
        sa.Column("team_id", ID, team, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in WORDS),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
    )


def downgrade() -> None:
    """Sheets look as usual again."""
    op.drop_table("stationery")
