"""Every row of every table from one database into another, whatever the two are."""

from sqlalchemy import insert, select

from roster_app.storage.connecting import for_reading
from roster_app.storage.database import Database
from roster_app.storage.rows import Row


def copy_rows(source: Database, target: Database) -> None:
    """All rows of one state, in one transaction; referred-to tables come first."""
    with for_reading(source.engine).connect() as reading, target.engine.begin() as writing:
        for table in Row.metadata.sorted_tables:
            rows = reading.execute(select(table).order_by(*table.primary_key)).mappings().all()
            if rows:
                writing.execute(insert(table), [dict(row) for row in rows])
