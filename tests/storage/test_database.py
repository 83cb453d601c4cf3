"""Opening a database, and what a unit of work promises."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from teams import refused, small_team, store

from roster_app.domain.errors import ErrorCode
from roster_app.domain.people import Team
from roster_app.storage import Database, file_url
from roster_app.storage.rows import TeamRow

TEAM = small_team()


@pytest.fixture
def on_file(file: Path) -> Iterator[Database]:
    with closing(Database.open(f"sqlite:///{file}")) as opened:
        yield opened


def teams(database: Database) -> tuple[Team, ...]:
    with database.reading() as work:
        return work.teams.all()


@pytest.mark.parametrize(
    ("setting", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_every_connection_is_safe(on_file: Database, setting: str, value: object) -> None:
    with on_file.engine.connect() as one, on_file.engine.connect() as other:
        for connection in (one, other):
            driver = connection.connection.driver_connection
            assert driver.execute(f"PRAGMA {setting}").fetchone() == (value,)


@pytest.mark.parametrize("name", ["值班#1.db", "100%25?.db", "a b.db"])
def test_a_new_database_makes_its_folder_whatever_its_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / "卡口" / name
    with closing(Database.open(file_url(file))) as database:
        assert teams(database) == ()
        assert database.address.file == file
    assert file.is_file()


def test_a_database_stays_where_it_was_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Database.open("sqlite:///roster.db")) as database:
        monkeypatch.chdir("/")
        database.engine.dispose()
        assert teams(database) == ()
    assert (tmp_path / "roster.db").is_file()


def test_a_database_knows_whether_anything_was_ever_kept_in_it(empty_url: str) -> None:
    for upgrade, new in ((False, True), (True, False), (False, False)):
        with closing(Database.open(empty_url, upgrade=upgrade)) as database:
            assert database.is_new is new


def test_what_a_block_wrote_is_there_when_it_has_ended(database: Database) -> None:
    with database.work() as work:
        work.teams.add(TEAM.team)
    assert teams(database) == (TEAM.team,)


def test_nothing_of_a_block_that_raises_is_there(database: Database) -> None:
    with suppress(ZeroDivisionError), database.work() as work:
        work.teams.add(TEAM.team)
        _ = 1 / 0
    assert teams(database) == ()


def test_a_database_can_be_used_from_many_threads(database: Database) -> None:
    def add(number: int) -> None:
        with database.work() as work:
            work.teams.add(Team(number, str(number)))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(add, range(1, 31)))
    assert [team.id for team in teams(database)] == list(range(1, 31))


def test_who_only_reads_cannot_write(database: Database) -> None:
    with pytest.raises(RuntimeError, match="only reads"), database.reading() as work:
        work.teams.add(TEAM.team)
    assert teams(database) == ()


def test_unknown_teams_are_refused(database: Database) -> None:
    with refused(ErrorCode.UNKNOWN_TEAM, team_id=404), database.reading() as work:
        work.teams.get(404)
    with refused(ErrorCode.UNKNOWN_TEAM, team_id=404), database.reading() as work:
        work.directory(404)


def test_what_was_changed_is_read_as_changed_in_the_same_block(database: Database) -> None:
    with database.work() as work:
        store(work, TEAM)
        before = work.people.all(TEAM.team.id)
        work.people.remove(before[0].id)
        assert work.people.all(TEAM.team.id) == before[1:]


def test_what_was_read_before_does_not_hide_what_was_written_since(database: Database) -> None:
    with database.work() as work:
        work.teams.add(TEAM.team)
        still_there = work.teams._rows(select(TeamRow))
        work.teams.update(replace(TEAM.team, name="官路突击队"))
        assert work.teams.get(TEAM.team.id).name == "官路突击队"
    assert still_there
