"""A step of the log may hold counts beside duties; a chain confirmed without a roster may be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

COLUMNS = (("edit", "counts", sa.JSON(), "'[]'"), ("chain_paste", "taken_back", sa.Boolean(), "0"))


def upgrade() -> None:
    """No step holds counts yet, and no chain was taken back."""
    for table, name, kind, usual in COLUMNS:
        default = sa.false() if usual == "0" else sa.text(usual)
        with op.batch_alter_table(table) as altered:
            altered.add_column(sa.Column(name, kind, nullable=False, server_default=default))
        with op.batch_alter_table(table) as altered:
            altered.alter_column(name, server_default=None)


def downgrade() -> None:
    """Counts stay, and are no longer undone with their duties."""
    for table, name, _kind, _usual in COLUMNS:
        with op.batch_alter_table(table) as altered:
            altered.drop_column(name)
