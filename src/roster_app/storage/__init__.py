"""Where teams, rosters and their history are kept: SQLite by default, PostgreSQL for several coordinators."""

from roster_app.storage.address import file_url
from roster_app.storage.backup import backup_now, restore
from roster_app.storage.database import Database
from roster_app.storage.unit_of_work import UnitOfWork

__all__ = ["Database", "UnitOfWork", "backup_now", "file_url", "restore"]
