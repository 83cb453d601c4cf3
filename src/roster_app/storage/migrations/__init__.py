"""The database's history as Alembic scripts; `make migration` writes the next one."""
