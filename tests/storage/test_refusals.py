"""Databases that cannot be opened: each says why, and nothing in them is touched."""

import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from teams import refused, small_team, store

from roster_app.domain.errors import ErrorCode
from roster_app.storage import Database, backup_now

TEAM = small_team()
SECRET = "sesame-4711"


@pytest.fixture
def stored(file: Path) -> Path:
    """A database with a team in it, closed."""
    with closing(Database.open(f"sqlite:///{file}")) as database, database.work() as work:
        store(work, TEAM)
    return file


def opened(file: Path) -> None:
    Database.open(f"sqlite:///{file}").close()


def no_database(file: Path) -> None:
    file.write_bytes(b"PK\x03\x04" + b"a spreadsheet, say" * 500)


def overwritten_in_the_middle(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    page = int.from_bytes(whole[16:18]) or 65536
    whole[page * 3 : page * 9] = os.urandom(page * 6)
    file.write_bytes(whole)


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize("harm", [no_database, overwritten_in_the_middle, cut_off])
def test_a_damaged_file_is_refused_and_left_as_it_is(stored: Path, harm: Callable[[Path], None]) -> None:
    harm(stored)
    before = stored.read_bytes()
    with refused(ErrorCode.DATABASE_DAMAGED, path=str(stored), backup=""):
        opened(stored)
    assert stored.read_bytes() == before


def test_a_damaged_file_says_where_its_newest_backup_lies(stored: Path) -> None:
    with closing(Database.open(f"sqlite:///{stored}")) as database:
        backup_now(database, stored.parent / "backups")
        newest = backup_now(database, stored.parent / "backups")
    no_database(stored)
    with refused(ErrorCode.DATABASE_DAMAGED, backup=str(newest)):
        opened(stored)


def test_damage_met_while_working_is_a_refusal_too(stored: Path) -> None:
    with closing(Database.open(f"sqlite:///{stored}")) as database:
        overwritten_in_the_middle(stored)
        with refused(ErrorCode.DATABASE_DAMAGED, path=str(stored)), database.reading() as work:
            work.directory(TEAM.team.id)


def test_an_empty_file_is_new_only_where_there_is_no_backup_of_it(file: Path) -> None:
    file.touch()
    opened(file)
    with closing(Database.open(f"sqlite:///{file}")) as database:
        backup = backup_now(database, file.parent / "backups")
    file.write_bytes(b"")
    with refused(ErrorCode.DATABASE_DAMAGED, backup=str(backup)):
        opened(file)
    assert not file.stat().st_size


def test_the_file_of_another_program_gets_no_tables(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = file.read_bytes()
    with refused(ErrorCode.DATABASE_DAMAGED, reason="the file belongs to another program"):
        opened(file)
    assert file.read_bytes() == before


def test_a_locked_file_is_busy(stored: Path) -> None:
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with refused(ErrorCode.DATABASE_BUSY, path=str(stored)):
            Database.open(f"sqlite:///{stored}?timeout=0.1")
    opened(stored)


def test_a_folder_that_cannot_be_made_is_named(file: Path) -> None:
    file.write_text("no folder")
    with refused(ErrorCode.FOLDER_NOT_WRITABLE, path=str(file / "deeper")):
        opened(file / "deeper" / "roster.db")


def test_a_folder_in_the_place_of_the_file_is_named(file: Path) -> None:
    file.mkdir()
    with refused(ErrorCode.FOLDER_NOT_WRITABLE, path=str(file)):
        opened(file)


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_a_file_that_may_only_be_read_is_named_when_it_is_written(stored: Path) -> None:
    """Asked in a process without root's rights, to whom everything is allowed."""
    program = """
import os, sys
from roster_app.domain.errors import DomainError
from roster_app.storage import Database
if os.getuid() == 0: os.setuid(65534)
try:
    database = Database.open("sqlite:///" + sys.argv[1])
    with database.work() as work:
        work.teams.all()
except DomainError as error:
    print(error.code.value, error.facts["path"])
"""
    stored.chmod(0o444)
    stored.parent.chmod(0o555)
    for folder in (*stored.parents[1:4],):
        folder.chmod(folder.stat().st_mode | 0o011)
    try:
        answer = subprocess.run(
            [sys.executable, "-c", program, str(stored)], capture_output=True, text=True, check=True
        )
    finally:
        stored.parent.chmod(0o755)
    assert answer.stdout.split() == [ErrorCode.FOLDER_NOT_WRITABLE.value, str(stored)]


@pytest.mark.parametrize(
    "url", ["", "roster.db", "mysql://root@localhost/roster", "sqlite+aiosqlite://", "sqlite://:x"]
)
def test_what_is_no_url_of_ours_is_refused(url: str) -> None:
    with refused(ErrorCode.DATABASE_UNREACHABLE):
        Database.open(url)


def test_a_server_that_does_not_answer_is_unreachable_and_its_password_stays_secret(
    caplog: pytest.LogCaptureFixture,
) -> None:
    url = f"postgresql+psycopg://anna:{SECRET}@localhost:1/roster"
    with caplog.at_level(logging.DEBUG), refused(ErrorCode.DATABASE_UNREACHABLE) as told:
        Database.open(url)
    assert told.value.facts["url"] == "postgresql+psycopg://anna@localhost:1/roster"
    for said in (str(told.value), repr(told.value.__cause__), caplog.text):
        assert SECRET not in said


def test_an_unknown_database_on_a_server_is_unreachable(postgres_server: Engine) -> None:
    url = postgres_server.url.set(database="nowhere", password=SECRET)
    with refused(ErrorCode.DATABASE_UNREACHABLE) as told:
        Database.open(url.render_as_string(hide_password=False))
    assert "nowhere" in str(told.value.facts["reason"])
    assert SECRET not in str(told.value)


def test_an_open_database_never_shows_its_password(postgres_server: Engine) -> None:
    url = postgres_server.url.update_query_dict({"password": SECRET})
    with closing(Database.open(url.render_as_string(hide_password=False), upgrade=False)) as database:
        assert SECRET not in database.url


def test_a_server_that_goes_away_is_unreachable(postgres_server: Engine, empty_postgres: str) -> None:
    with closing(Database.open(empty_postgres)) as database:
        with refused(ErrorCode.DATABASE_UNREACHABLE), database.work() as work:
            work.teams.all()
            with postgres_server.connect() as server:
                server.exec_driver_sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %(name)s",
                    {"name": database.engine.url.database},
                )
            work.teams.all()
        with database.work() as work:
            assert work.teams.all() == ()


def test_messages_of_errors_do_not_hold_what_was_written(stored: Path) -> None:
    somebody = TEAM.volunteers[0]
    opening = closing(Database.open(f"sqlite:///{stored}"))
    with opening as database, pytest.raises(IntegrityError) as told, database.work() as work:
        work.people.add(somebody)
    assert somebody.name not in str(told.value)
