"""Looking at a SQLite file before anything is done to it."""

import sqlite3
from contextlib import closing

from roster_app.domain.errors import ErrorCode
from roster_app.storage.address import Address
from roster_app.storage.copies import check, newest_copy, open_to_read
from roster_app.storage.refusals import refusing, worded

_CHECKED_BYTES = 16 * 2**20
"""The check reads the whole file, a tenth of a second for so much; a larger one is checked when it is backed up."""


def examine(address: Address) -> None:
    """Refuse a damaged or foreign file, having changed nothing in it; one that is new or empty passes.

    Raises DATABASE_DAMAGED with the newest backup in its facts. An empty file is new only where no backup of it
    exists.
    """
    if address.file is None or address.backups is None or not address.file.exists():
        return
    size = address.file.stat().st_size
    if not size:
        if newest_copy(address.file, address.backups):
            raise worded(ErrorCode.DATABASE_DAMAGED, address, "the file is empty")
        return
    with refusing(address), closing(open_to_read(address.file, address.patience)) as connection:
        if size <= _CHECKED_BYTES:
            check(connection, "quick_check")
        if _is_foreign(connection):
            raise worded(ErrorCode.DATABASE_DAMAGED, address, "the file belongs to another program")


def _is_foreign(connection: sqlite3.Connection) -> bool:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return bool(tables) and not {"alembic_version", "roster_period"} <= tables
