"""Teams have rule entries; people, posts, statements and duties say what the rules ask of them."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
POST = sa.table("post", sa.column("id", ID), sa.column("windows", sa.JSON()))


def upgrade() -> None:
    """What is there already says nothing new: nobody is new, every seat is needed, no post is a reserve."""
    op.create_table(
        "rule_entry",
        sa.Column("id", ID, primary_key=True, autoincrement=False),
        sa.Column("team_id", ID, sa.ForeignKey("team.id"), index=True, nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("whom", sa.JSON(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
    )
    op.create_table(
        "qualification_inclusion",
        *(
            sa.Column(
                name,
                ID,
                sa.ForeignKey("qualification.id", ondelete="CASCADE"),
                primary_key=True,
                autoincrement=False,
                index=name == "included_id",
            )
            for name in ("qualification_id", "included_id")
        ),
        sqlite_with_rowid=False,
    )
    gender = _one_of("gender", "gender", "unknown", "female", "male")
    _add("volunteer", gender, sa.Column("new", sa.Boolean(), nullable=False, server_default=sa.false()))
    reserve: sa.Column[bool] = sa.Column("reserve", sa.Boolean(), nullable=False, server_default=sa.false())
    _add("post", sa.Column("minimum", sa.Integer()), sa.Column("maximum", sa.Integer()), reserve)
    _rewrite_windows(lambda window: [*window, None, None])
    with op.batch_alter_table("availability") as availability:
        availability.add_column(sa.Column("points", sa.Integer()))
        availability.add_column(sa.Column("shift_type_id", ID))
        availability.create_foreign_key(
            op.f("fk_availability_shift_type_id_shift_type"),
            "shift_type",
            ["shift_type_id"],
            ["id"],
            ondelete="CASCADE",
        )
    op.create_index(op.f("ix_availability_shift_type_id"), "availability", ["shift_type_id"])
    _add("duty", _one_of("level", "seatlevel", "needed", "wanted", "extra"))


def downgrade() -> None:
    """What only the newer tables say is lost."""
    _drop("duty", "level", check="seatlevel")
    op.drop_index(op.f("ix_availability_shift_type_id"), "availability")
    with op.batch_alter_table("availability") as availability:
        availability.drop_constraint(op.f("fk_availability_shift_type_id_shift_type"), type_="foreignkey")
        availability.drop_column("shift_type_id")
        availability.drop_column("points")
    _rewrite_windows(lambda window: window[:4])
    _drop("post", "minimum", "maximum", "reserve")
    _drop("volunteer", "gender", "new", check="gender")
    op.drop_table("qualification_inclusion")
    op.drop_table("rule_entry")


def _one_of(name: str, rule: str, *values: str) -> sa.Column[str]:
    """A column of one of these words, the first for the rows there are."""
    words = sa.Enum(*values, name=rule, native_enum=False, create_constraint=True, length=24)
    return sa.Column(name, words, nullable=False, server_default=values[0])


def _add(table: str, *columns: sa.Column[Any]) -> None:
    """With values for the rows there are; later rows bring their own."""
    with op.batch_alter_table(table) as changed:
        for column in columns:
            changed.add_column(column)
    with op.batch_alter_table(table) as changed:
        for column in columns:
            if column.server_default is not None:
                changed.alter_column(column.name, server_default=None)


def _drop(table: str, *columns: str, check: str = "") -> None:
    with op.batch_alter_table(table) as changed:
        if check:
            changed.drop_constraint(op.f(f"ck_{table}_{check}"), type_="check")
        for column in columns:
            changed.drop_column(column)


def _rewrite_windows(rewrite: Callable[[list[Any]], list[Any]]) -> None:
    """Each demand window of each post is a list."""
    connection = op.get_bind()
    for post_id, windows in connection.execute(sa.select(POST.c.id, POST.c.windows)).all():
        if windows:
            told = [rewrite(window) for window in windows]
            connection.execute(sa.update(POST).where(POST.c.id == post_id).values(windows=told))
