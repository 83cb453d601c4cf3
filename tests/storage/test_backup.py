"""Backups: whole, checked, dated, few; and going back to one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from teams import refused, small_team, store, with_roster

from roster_app.domain.errors import ErrorCode
from roster_app.storage import Database, backup_now, copies, restore

TEAM = small_team()
MORNING = datetime(2020, 4, 6, 8, 30)


@pytest.fixture
def database(shared_url: str) -> Iterator[Database]:
    """A database with a team and a roster in it, open."""
    with closing(Database.open(shared_url)) as opened:
        with_roster(opened)
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def content(url: str) -> tuple[object, ...]:
    with closing(Database.open(url)) as opened, opened.reading() as work:
        return work.directory(TEAM.team.id), work.rosters.load(1), work.teams.all()


def test_a_backup_is_a_database_with_the_same_in_it(database: Database, folder: Path, shared_url: str) -> None:
    made = backup_now(database, folder, at=MORNING)
    assert made.name.endswith("-2020-04-06-083000.db")
    assert content(f"sqlite:///{made}") == content(shared_url)


def test_a_backup_holds_what_is_committed_and_nothing_else(database: Database, folder: Path) -> None:
    with database.work() as work:
        work.people.update(replace(TEAM.volunteers[0], phone="1"))
        made = backup_now(database, folder)
    with closing(Database.open(f"sqlite:///{made}")) as copy, copy.reading() as work:
        assert work.people.get(TEAM.volunteers[0].id) == TEAM.volunteers[0]


def test_a_backup_is_one_file_and_no_draft_stays(database: Database, folder: Path) -> None:
    made = backup_now(database, folder)
    assert list(folder.iterdir()) == [made]


def test_backups_of_the_same_second_do_not_overwrite_each_other(database: Database, folder: Path) -> None:
    made = [backup_now(database, folder, at=MORNING) for _ in range(3)]
    assert len(set(made)) == 3
    assert copies.dated_copies(Path(made[0].name.partition("-2020")[0] + ".db"), folder) == made


def test_only_the_newest_are_kept_and_other_files_are_left_alone(database: Database, folder: Path) -> None:
    folder.mkdir()
    (folder / "photo.db").write_text("of the team")
    made = [backup_now(database, folder, at=MORNING + timedelta(days=n), keep=2) for n in range(4)]
    assert set(folder.iterdir()) == {made[2], made[3], folder / "photo.db"}


def test_a_folder_that_cannot_be_written_is_named(database: Database, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("no folder")
    with refused(ErrorCode.FOLDER_NOT_WRITABLE, path=str(tmp_path / "backups")):
        backup_now(database, tmp_path / "backups")


def test_a_copy_of_a_damaged_file_is_no_backup(file: Path, folder: Path) -> None:
    with closing(Database.open(f"sqlite:///{file}")) as opened:
        with opened.work() as work:
            store(work, TEAM)
        with closing(sqlite3.connect(file)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            other.execute("PRAGMA writable_schema = ON")
            other.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'ix_volunteer_team_id'")
            other.commit()
        with refused(ErrorCode.DATABASE_DAMAGED):
            backup_now(opened, folder)
    assert not list(folder.iterdir())


def test_going_back_puts_what_stood_there_aside(file: Path, folder: Path) -> None:
    url = f"sqlite:///{file}"
    with closing(Database.open(url)) as opened:
        with_roster(opened)
        made = backup_now(opened, folder)
        with opened.work() as work:
            work.people.update(replace(TEAM.volunteers[0], phone="1"))
    changed = content(url)
    aside = restore(made, url, at=MORNING)
    assert aside == file.with_name("roster-2020-04-06-083000-replaced.db")
    assert content(url) == content(f"sqlite:///{made}")
    assert content(f"sqlite:///{aside}") == changed


def test_what_a_kill_left_beside_the_file_goes_aside_with_it(file: Path, folder: Path) -> None:
    url = f"sqlite:///{file}"
    with closing(Database.open(url)) as opened:
        with opened.work() as work:
            store(work, TEAM)
        made = backup_now(opened, folder)
        with opened.work() as work:
            work.people.remove(TEAM.volunteers[0].id)
        left = {path: path.read_bytes() for path in file.parent.glob("roster.db*")}
    for path, content_of in left.items():
        path.write_bytes(content_of)
    aside = restore(made, url)
    with closing(Database.open(url)) as opened, opened.reading() as work:
        assert work.directory(TEAM.team.id) == TEAM
    with closing(Database.open(f"sqlite:///{aside}")) as opened, opened.reading() as work:
        assert len(work.people.all(TEAM.team.id)) == len(TEAM.volunteers) - 1


def test_a_backup_of_either_kind_can_be_taken_to_an_empty_server(
    database: Database, folder: Path, empty_postgres: str
) -> None:
    made = backup_now(database, folder)
    assert restore(made, empty_postgres) is None
    assert content(empty_postgres) == content(f"sqlite:///{made}")


def test_on_a_server_nothing_is_overwritten(database: Database, folder: Path, empty_postgres: str) -> None:
    made = backup_now(database, folder)
    restore(made, empty_postgres)
    with refused(ErrorCode.IN_USE, name=TEAM.team.name):
        restore(made, empty_postgres)


def test_a_backup_of_a_newer_program_takes_no_place(file: Path, folder: Path) -> None:
    with closing(Database.open(f"sqlite:///{file}")) as opened:
        made = backup_now(opened, folder)
    with closing(sqlite3.connect(made)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
    before = file.read_bytes()
    with refused(ErrorCode.DATABASE_NEWER, found="0999"):
        restore(made, f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_only_a_whole_backup_takes_the_place_of_a_database(file: Path, tmp_path: Path) -> None:
    Database.open(f"sqlite:///{file}").close()
    before = file.read_bytes()
    broken = tmp_path / "broken.db"
    broken.write_bytes(before[: len(before) // 2])
    with refused(ErrorCode.DATABASE_DAMAGED, path=str(broken)):
        restore(broken, f"sqlite:///{file}")
    broken.write_bytes(b"")
    with refused(ErrorCode.DATABASE_DAMAGED, path=str(broken)):
        restore(broken, f"sqlite:///{file}")
    with refused(ErrorCode.FILE_MISSING, path=str(tmp_path / "gone.db")):
        restore(tmp_path / "gone.db", f"sqlite:///{file}")
    assert file.read_bytes() == before
