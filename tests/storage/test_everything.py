"""Everything as JSON and back: no table left out, the same bytes, nothing overwritten, nothing half."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import every_table
import pytest
from sqlalchemy import func, inspect, select
from teams import refused, with_roster

from roster_app.domain.errors import ErrorCode
from roster_app.storage import Database
from roster_app.storage.everything import take_in, told
from roster_app.storage.everything_told import understood
from roster_app.storage.rows import Row
from roster_app.storage.upgrade import HEAD, migrate


def text_of(database: Database) -> str:
    return "".join(told(database))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(f"sqlite:///{tmp_path / 'empty.db'}")) as opened:
        yield opened


def rows_in(database: Database) -> int:
    with database.engine.connect() as connection:
        return sum(connection.scalar(select(func.count()).select_from(t)) or 0 for t in Row.metadata.sorted_tables)


def test_every_table_goes_out_and_comes_back_identical(database: Database, empty: Database) -> None:
    every_table.fill(database)
    text = text_of(database)

    take_in(understood("all.json", text.encode()), empty)

    assert text_of(empty) == text
    assert rows_in(empty) >= 2 * len(Row.metadata.sorted_tables)


def test_no_table_of_the_database_is_left_out(database: Database) -> None:
    every_table.fill(database)
    tables = json.loads(text_of(database))["tables"]

    assert set(tables) == set(inspect(database.engine).get_table_names()) - {"alembic_version"}
    for name, table in tables.items():
        assert set(table["columns"]) == {c["name"] for c in inspect(database.engine).get_columns(name)}
        assert len(table["rows"]) >= 2, name


def test_a_server_takes_in_what_a_file_held(cleared_postgres: str, empty: Database) -> None:
    every_table.fill(empty)
    text = text_of(empty)
    with closing(Database.open(cleared_postgres)) as server:
        take_in(understood("all.json", text.encode()), server)
        assert text_of(server) == text


def test_a_roster_is_the_same_afterwards(database: Database, empty: Database) -> None:
    roster = with_roster(database, last=date(2020, 4, 2))
    take_in(understood("all.json", text_of(database).encode()), empty)
    with database.reading() as here, empty.reading() as there:
        assert there.rosters.load(roster.period.id) == here.rosters.load(roster.period.id)
        assert there.directory(roster.period.team_id) == here.directory(roster.period.team_id)


def test_telling_the_same_twice_gives_the_same_bytes(database: Database) -> None:
    with_roster(database)
    assert text_of(database) == text_of(database)


def test_a_database_that_holds_anything_is_left_as_it_is(database: Database, empty: Database) -> None:
    with_roster(database)
    text = text_of(database)
    with refused(ErrorCode.DATABASE_NOT_EMPTY, name="横三突击队"):
        take_in(understood("all.json", text.encode()), database)
    assert text_of(database) == text


def test_what_an_older_version_wrote_is_brought_up_to_date(tmp_path: Path, empty: Database) -> None:
    """As written by the release whose tables stood at 0001: without consent, stationery, seats of edits."""
    team = {"columns": {"id": "number", "name": "text", "office": "text", "duty_phone": "text", "version": "number"}}
    old = {
        "format": "roster-app everything",
        "version": 1,
        "schema": "0001",
        "tables": {"team": team | {"rows": [[7, "老队", "", "", 3]]}},
    }
    take_in(understood("old.json", json.dumps(old).encode()), empty)
    with empty.reading() as work:
        assert [(t.id, t.name, t.version) for t in work.teams.all()] == [(7, "老队", 3)]
    assert json.loads(text_of(empty))["schema"] == HEAD


@pytest.mark.parametrize(("field", "value"), [("version", 2), ("schema", "9999")])
def test_what_a_newer_version_wrote_is_refused(database: Database, field: str, value: object) -> None:
    text = json.loads(text_of(database))
    with refused(ErrorCode.FILE_NEWER, path="new.json"):
        understood("new.json", json.dumps(text | {field: value}).encode())


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"roster-app everything"', '"something else"'),
        lambda text: text.replace('"number"', '"nonsense"', 1),
        lambda text: text.replace('"team": {', '"no_such_table": {', 1),
        lambda text: text.replace('"seat": "number"', '"no_such_column": "number"'),
        lambda text: text.replace("2020-04-01T", "2020-13-01T"),
        lambda text: text.replace("[1000, 1,", "[1000, 4711,"),
        lambda text: text.replace("[1000, 1,", "["),
        lambda text: "[]",
        lambda text: "[" * 100_000,
        lambda text: "",
    ],
)
def test_a_damaged_text_is_refused_and_nothing_is_stored(database: Database, empty: Database, damage: object) -> None:
    with_roster(database)
    text = text_of(database)
    damaged = damage(text)  # type: ignore[operator]
    assert damaged != text
    with refused(ErrorCode.FILE_DAMAGED, path="all.json"):
        take_in(understood("all.json", damaged.encode()), empty)
    assert rows_in(empty) == 0


def test_a_table_made_by_the_migrations_alone_would_be_noticed(tmp_path: Path) -> None:
    """The comparison above is one with the database itself, not with the mapping."""
    with closing(Database.open(f"sqlite:///{tmp_path / 'more.db'}")) as more:
        migrate(more.engine)
        with more.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE forgotten (id INTEGER PRIMARY KEY)")
        assert "forgotten" in inspect(more.engine).get_table_names()
        assert "forgotten" not in json.loads(text_of(more))["tables"]
