"""Edits may cut seats in parts; editions remember when each duty was; violations may be accepted."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DUTY = sa.table("duty", *(sa.column(name, sa.Integer()) for name in ("id", "begins", "ends")))
HOLDER = sa.table("edition_holder", *(sa.column(name, sa.Integer()) for name in ("duty_id", "begins", "ends")))
EDIT = sa.table("edit", sa.column("seats", sa.JSON()))

KINDS = ("assign", "clear", "swap", "lock", "unlock", "substitute", "accept_proposal", "import")
PARTS = ("cut", "join", "stretch")


def upgrade() -> None:
    """No step so far cut anything; the times of duties held in editions are those they have now."""
    with op.batch_alter_table("edit") as edit:
        edit.add_column(sa.Column("seats", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("edit") as edit:
        edit.alter_column("seats", server_default=None)
    _kinds(*KINDS[:6], *PARTS, *KINDS[6:])
    for name in ("begins", "ends"):
        op.add_column("edition_holder", sa.Column(name, sa.Integer()))
    for name in ("begins", "ends"):
        now = sa.select(DUTY.c[name]).where(DUTY.c.id == HOLDER.c.duty_id).scalar_subquery()
        op.execute(sa.update(HOLDER).values({name: now}))
    op.create_table(
        "acceptance",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        _reference("period_id", "roster_period.id", nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("duties", sa.JSON(), nullable=False),
        _reference("volunteer_id", "volunteer.id", nullable=True),
        sa.Column("deviation", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )


def downgrade() -> None:
    """Steps that cut seats are forgotten, for what is older cannot read them; the parts stay in the plan."""
    op.drop_table("acceptance")
    for name in ("begins", "ends"):
        op.drop_column("edition_holder", name)
    op.execute(sa.delete(EDIT).where(sa.cast(EDIT.c.seats, sa.String()) != "[]"))
    _kinds(*KINDS)
    with op.batch_alter_table("edit") as edit:
        edit.drop_column("seats")


def _reference(name: str, target: str, *, nullable: bool) -> sa.Column[int]:
    return sa.Column(name, ID, sa.ForeignKey(target, ondelete="CASCADE"), index=True, nullable=nullable)


def _kinds(*kinds: str) -> None:
    """What a step may be."""
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("edit") as edit:
        edit.drop_constraint(op.f("ck_edit_editkind"), type_="check")
        edit.create_check_constraint(op.f("ck_edit_editkind"), f"kind IN ({listed})")
