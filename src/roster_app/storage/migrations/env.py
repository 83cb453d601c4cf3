"""Alembic's door: runs the migrations on the connection it is handed (`roster_app.storage.upgrade`)."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from roster_app.storage.rows import Row
from roster_app.storage.rows.base import WholeMinute


def _render_item(kind: str, item: Any, autogen_context: AutogenContext) -> str | Literal[False]:
    """Migrations stand for themselves: our own types are written as what the database knows them by."""
    return "sa.Integer()" if kind == "type" and isinstance(item, WholeMinute) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite changes a table by building it anew
    render_item=_render_item,
)
with context.begin_transaction():
    context.run_migrations()
