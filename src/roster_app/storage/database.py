"""One database: opened, brought up to date, and worked with in transactions."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import RLock

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from roster_app.storage.address import Address, parse
from roster_app.storage.connecting import connect, for_reading
from roster_app.storage.health import examine
from roster_app.storage.refusals import refusing, writing_to
from roster_app.storage.store import READING, after_rollback, last_named
from roster_app.storage.unit_of_work import UnitOfWork
from roster_app.storage.upgrade import bring_up, version


class Database:
    """A SQLite file, SQLite in memory or a PostgreSQL server; may be used from any thread."""

    def __init__(self, address: Address, engine: Engine) -> None:
        self.address = address
        self.engine = engine
        """For storage alone."""
        self._turn: AbstractContextManager[object] = RLock() if address.in_memory else nullcontext()

    @classmethod
    def open(cls, url: str, *, upgrade: bool = True) -> "Database":
        """Open the database of a URL; a new one gets its tables, an older one is brought up to date.

        With `upgrade` false it is taken as it is. Raises DomainError, having changed nothing: DATABASE_UNREACHABLE,
        DATABASE_DAMAGED, DATABASE_NEWER, DATABASE_BUSY or FOLDER_NOT_WRITABLE.
        """
        address = parse(url)
        _make_folder(address)
        examine(address)
        database = cls(address, connect(address))
        try:
            with refusing(address):
                bring_up(database.engine, address, migrating=upgrade)
        except BaseException:
            database.close()
            raise
        return database

    @property
    def url(self) -> str:
        """Where it is, without any password."""
        return self.address.shown

    @property
    def is_new(self) -> bool:
        """Whether nothing has ever been kept in it: it was opened without upgrade and has no tables."""
        return version(self.engine) is None

    def work(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction that may write: committed when the block ends, rolled back when it raises.

        Raises DATABASE_BUSY where another writer does not end in time, and StaleEdit (STALE_RECORD) where what is
        written refers to something a colleague has removed.
        """
        return self._unit(Session(self.engine, autoflush=False))

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction that only reads: it sees one state of everything and makes no writer wait."""
        return self._unit(Session(for_reading(self.engine), autoflush=False, info={READING: True}))

    def close(self) -> None:
        """Let all connections go."""
        self.engine.dispose()

    @contextmanager
    def _unit(self, session: Session) -> Iterator[UnitOfWork]:
        with self._turn, refusing(self.address, lambda: last_named(session)), session:
            try:
                yield UnitOfWork(session)
                session.commit()
            except BaseException:
                session.rollback()
                for statement in after_rollback(session):
                    session.execute(statement)
                session.commit()
                raise


def _make_folder(address: Address) -> None:
    if address.file:
        with writing_to(address.file.parent):
            address.file.parent.mkdir(parents=True, exist_ok=True)
