"""Bringing a database up to what this program writes: nothing to do, tables to make, or a copy and then a migration."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, Engine, inspect, text

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.storage.address import Address
from roster_app.storage.connecting import for_reading
from roster_app.storage.copies import copy_file, dated_name
from roster_app.storage.refusals import writing_to

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0016"
"""The newest migration; a test holds it against the scripts, so that a start need not load Alembic to know."""

MIGRATIONS = Path(__file__).parent / "migrations"
"""The scripts; Alembic reads them as files, so a bundle must hold them as files too."""

_log = getLogger(__name__)
_ONE_UPGRADE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(4213520200406)")


def bring_up(engine: Engine, address: Address, *, migrating: bool = True) -> None:
    """Migrate to the head; raises DATABASE_NEWER for a database this program does not understand.

    A SQLite file that holds anything is copied into the folder of backups first.
    """
    found = version(engine)
    if found == HEAD:
        return
    refuse_newer(found, address)
    if not migrating:
        return
    if found is not None and address.file and address.backups:
        copy = dated_name(address.file, address.backups, datetime.now(), f"-before-{HEAD}")
        with writing_to(address.backups):
            copy_file(address.file, copy)
    migrate(engine)
    _log.info("%s brought from migration %s to %s", address.shown, found or "none", HEAD)


def refuse_newer(found: str | None, address: Address) -> None:
    """Raise DATABASE_NEWER for a migration this program does not know."""
    if found is not None and found > HEAD:
        raise DomainError(ErrorCode.DATABASE_NEWER, url=address.shown, found=found, known=HEAD)


def version(engine: Engine) -> str | None:
    """The migration the database stands at; nothing where it is empty."""
    with for_reading(engine).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def migrate(engine: Engine, target: str = "head") -> None:
    """Run the scripts up to the head, or to an older one."""
    from alembic import command

    with _migrating(engine) as connection:
        command.upgrade(alembic_config(connection), target)


def migrate_down(engine: Engine, target: str) -> None:
    """Run the scripts down to an older one, or to "base"; what newer tables held is lost."""
    from alembic import command

    with _migrating(engine) as connection:
        command.downgrade(alembic_config(connection), target)


def alembic_config(connection: Connection) -> "Config":
    """Alembic's view of the scripts, on this connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction for all scripts: they run whole or not at all, and one program at a time.

    SQLite changes a table by building it anew, and dropping the old one would take along what refers to it: foreign
    keys are held off meanwhile (which only works outside a transaction) and checked before it commits.
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                connection.execute(_ONE_UPGRADE_AT_A_TIME)
                yield connection
            return
        driver = cast(sqlite3.Connection, connection.connection.driver_connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise RuntimeError(f"a migration left {len(broken)} rows without what they refer to")
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
