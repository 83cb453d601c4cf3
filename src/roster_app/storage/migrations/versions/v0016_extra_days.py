"""A repeated statement may hold on days beside its rule."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No statement has such days yet."""
    with op.batch_alter_table("availability") as altered:
        altered.add_column(sa.Column("also_on", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    with op.batch_alter_table("availability") as altered:
        altered.alter_column("also_on", server_default=None)


def downgrade() -> None:
    """The days beside the rules are forgotten."""
    with op.batch_alter_table("availability") as altered:
        altered.drop_column("also_on")
