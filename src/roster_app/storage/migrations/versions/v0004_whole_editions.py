"""Editions remember everything that was planned: vacant duties too, and which seat each duty was of."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PLACE = ("checkpoint_id", "shift_type_id", "day", "post_id", "seat")
NOTED = ("edition_id", "duty_id", "volunteer_id", "begins", "ends", *PLACE)
HOLDER = sa.table("edition_holder", *map(sa.column, NOTED))
EDITION = sa.table("edition", sa.column("id"), sa.column("period_id"))
SHIFT = sa.table("shift", *map(sa.column, ("id", "period_id", *PLACE[:3])))
DUTY = sa.table("duty", *map(sa.column, ("id", "shift_id", "begins", "ends", *PLACE[3:])))


def upgrade() -> None:
    """Older editions are taken to have planned what is planned now; what was gone by now stays unknown."""
    with op.batch_alter_table("edition_holder", table_kwargs={"sqlite_with_rowid": False}) as holder:
        holder.alter_column("volunteer_id", existing_type=ID, nullable=True)
        for name in ("checkpoint_id", "shift_type_id", "post_id"):
            holder.add_column(sa.Column(name, ID))
        holder.add_column(sa.Column("day", sa.Date()))
        holder.add_column(sa.Column("seat", sa.Integer()))
    own = DUTY.c.id == HOLDER.c.duty_id
    for name in PLACE[:3]:
        found = sa.select(SHIFT.c[name]).where(SHIFT.c.id == DUTY.c.shift_id, own)
        op.execute(sa.update(HOLDER).values({name: found.scalar_subquery()}))
    for name in PLACE[3:]:
        op.execute(sa.update(HOLDER).values({name: sa.select(DUTY.c[name]).where(own).scalar_subquery()}))
    _add_vacant_duties()


def downgrade() -> None:
    """Only who held what remains."""
    op.execute(sa.delete(HOLDER).where(HOLDER.c.volunteer_id.is_(None)))
    with op.batch_alter_table("edition_holder", table_kwargs={"sqlite_with_rowid": False}) as holder:
        for name in PLACE:
            holder.drop_column(name)
        holder.alter_column("volunteer_id", existing_type=ID, nullable=False)


def _add_vacant_duties() -> None:
    """What is planned now and nobody held in an edition, it shall have planned as vacant."""
    held = sa.exists().where(HOLDER.c.edition_id == EDITION.c.id, HOLDER.c.duty_id == DUTY.c.id)
    vacant = (
        sa.select(
            EDITION.c.id,
            DUTY.c.id,
            DUTY.c.begins,
            DUTY.c.ends,
            *(SHIFT.c[name] for name in PLACE[:3]),
            *(DUTY.c[name] for name in PLACE[3:]),
        )
        .join(SHIFT, SHIFT.c.period_id == EDITION.c.period_id)
        .join(DUTY, DUTY.c.shift_id == SHIFT.c.id)
        .where(~held)
    )
    op.execute(sa.insert(HOLDER).from_select(["edition_id", "duty_id", "begins", "ends", *PLACE], vacant))
