"""Volunteers have aliases; a step of the log may hold wishes beside duties; a pasted chain knows its step."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LISTS = (("volunteer", "aliases"), ("edit", "statements"))


def upgrade() -> None:
    """Nobody has an alias yet, and no step holds wishes."""
    for table, name in LISTS:
        with op.batch_alter_table(table) as altered:
            altered.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
        with op.batch_alter_table(table) as altered:
            altered.alter_column(name, server_default=None)
    op.add_column("chain_paste", sa.Column("edit_id", ID, nullable=True))


def downgrade() -> None:
    """Aliases are forgotten; wishes stay, and are no longer undone with their duties."""
    with op.batch_alter_table("chain_paste") as pastes:
        pastes.drop_column("edit_id")
    for table, name in LISTS:
        with op.batch_alter_table(table) as altered:
            altered.drop_column(name)
