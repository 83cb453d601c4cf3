"""Volunteers say whether their names and numbers may be published."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CONSENTS = ("name_consent", "phone_consent")


def upgrade() -> None:
    """Nobody has been asked yet, so nobody has agreed."""
    with op.batch_alter_table("volunteer") as volunteer:
        for name in CONSENTS:
            volunteer.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("volunteer") as volunteer:
        for name in CONSENTS:
            volunteer.alter_column(name, server_default=None)


def downgrade() -> None:
    """What was agreed to is forgotten."""
    with op.batch_alter_table("volunteer") as volunteer:
        for name in CONSENTS:
            volunteer.drop_column(name)
