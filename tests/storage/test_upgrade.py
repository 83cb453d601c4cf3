"""Upgrades: the scripts make the very tables of the code, and an older database is copied before it is touched."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from teams import refused, small_team, store

from roster_app.domain.calendar import DayType
from roster_app.domain.editions import posted_duties
from roster_app.domain.errors import ErrorCode
from roster_app.domain.people import Gender
from roster_app.domain.places import DemandWindow
from roster_app.domain.roster import SeatLevel
from roster_app.domain.team import TeamRules
from roster_app.storage import Database, upgrade
from roster_app.storage.address import parse
from roster_app.storage.connecting import connect
from roster_app.storage.rows import Row

TEAM = small_team()
PRESENT = upgrade.HEAD
NEXT = f"{int(PRESENT) + 1:04}"
"""The migration of a later edition."""


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    made = connect(parse(empty_url))
    yield made
    made.dispose()


@pytest.fixture
def next_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the scripts of a later edition of the program, which this program takes for its own."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder)
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
    monkeypatch.setattr(upgrade, "HEAD", NEXT)
    return folder / "versions" / f"v{NEXT}_next.py"


def script(does: str) -> str:
    return f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{NEXT}", "{PRESENT}"


def upgrade():
    {does}
"""


REBUILD_PARENTS = """with op.batch_alter_table("volunteer", recreate="always") as volunteer:
        volunteer.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))"""


def filled(file: Path) -> str:
    """A database of the present edition with a team in it; its URL."""
    url = f"sqlite:///{file}"
    with closing(Database.open(url)) as database, database.work() as work:
        store(work, TEAM)
    return url


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_constant_is_the_newest_script() -> None:
    with connect(parse("sqlite://")).connect() as connection:
        scripts = ScriptDirectory.from_config(upgrade.alembic_config(connection))
    assert scripts.get_heads() == [upgrade.HEAD]


def test_the_scripts_make_the_tables_of_the_code(engine: Engine) -> None:
    upgrade.migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []


def test_what_alembic_does_not_compare_is_equal_too(engine: Engine) -> None:
    upgrade.migrate(engine)
    by_scripts = _rules(engine)
    with engine.begin() as connection:
        Row.metadata.drop_all(connection)
        Row.metadata.create_all(connection)
    assert by_scripts == _rules(engine)


def _rules(engine: Engine) -> dict[str, object]:
    """Checks, keys and what happens on a removal, table by table."""
    tables = inspect(engine)
    return {
        table: (
            sorted((check["name"], check["sqltext"]) for check in tables.get_check_constraints(table)),
            sorted((key["name"], str(key["options"])) for key in tables.get_foreign_keys(table)),
            tables.get_pk_constraint(table),
            sorted(str(unique) for unique in tables.get_unique_constraints(table)),
            sorted(str(index) for index in tables.get_indexes(table)),
        )
        for table in tables.get_table_names()
        if table != "alembic_version"
    }


def test_sqlite_keeps_ids_as_row_numbers_and_pairs_without_them(file: Path) -> None:
    Database.open(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert "id INTEGER NOT NULL" in made["duty"]
    assert "WITHOUT ROWID" in made["edition_holder"]


def test_up_down_and_up_again(engine: Engine) -> None:
    upgrade.migrate(engine)
    upgrade.migrate_down(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade.migrate(engine)
    assert {*Row.metadata.tables, "alembic_version"} == set(inspect(engine).get_table_names())


def test_each_way_down_leads_to_the_tables_the_older_scripts_made(engine: Engine) -> None:
    upgrade.migrate(engine, "0001")
    before = _rules(engine), _columns(engine)
    upgrade.migrate(engine)
    upgrade.migrate_down(engine, "0001")
    assert (_rules(engine), _columns(engine)) == before


def _columns(engine: Engine) -> dict[str, list[tuple[str, str, bool, object]]]:
    tables = inspect(engine)
    return {
        table: sorted((c["name"], str(c["type"]), c["nullable"], c["default"]) for c in tables.get_columns(table))
        for table in tables.get_table_names()
    }


OLDER_ROWS = """
    INSERT INTO team VALUES (1, '横三突击队', '', '', 1);
    INSERT INTO shift_type VALUES (21, 1, '早班', '早', 480, 960, 'early');
    INSERT INTO checkpoint VALUES (51, 1, '横岗', 'checkpoint', NULL, NULL, '', '', 0, 1);
    INSERT INTO post VALUES (61, 51, '测温', 2, '[[0, 480, 1, ["holiday"]]]', '[]', false, false, 0);
    INSERT INTO volunteer VALUES (81, 1, '陈志明', '', NULL, '', '', true, NULL, NULL, '', 'chen zhi ming', 1);
    INSERT INTO availability VALUES (91, 81, 'unwanted', 10657440, 10657920, '', '[]', '');
    INSERT INTO roster_period VALUES (101, 1, '2020-04-06', '2020-04-06', 'published', 1);
    INSERT INTO shift VALUES (111, 101, 51, 21, '2020-04-06', 10657440, 10657920);
    INSERT INTO duty VALUES (121, 111, 61, 1, 10657440, 10657920, 81, 'hand', true);
    INSERT INTO edition VALUES (131, 101, 1, '2020-04-05 12:00:00', '李', '{}');
    INSERT INTO edition_holder VALUES (131, 121, 81)
"""


def test_what_was_kept_before_rule_entries_comes_up_whole_and_goes_down_again(empty_url: str, engine: Engine) -> None:
    upgrade.migrate(engine, "0001")
    with engine.begin() as connection:
        for statement in OLDER_ROWS.split(";"):
            connection.exec_driver_sql(statement)
    with closing(Database.open(empty_url)) as database, database.reading() as work:
        team, roster = work.directory(1), work.rosters.load(101)
    assert team.rules == TeamRules()
    assert (team.volunteers[0].gender, team.volunteers[0].new) == (Gender.UNKNOWN, False)
    assert (team.volunteers[0].name_consent, team.volunteers[0].phone_consent) == (False, False)
    assert team.posts[0].windows == (DemandWindow(0, 480, 1, frozenset({DayType.HOLIDAY})),)
    assert (team.posts[0].minimum, team.posts[0].maximum, team.posts[0].reserve) == (None, None, False)
    assert (team.availabilities[0].points, team.availabilities[0].shift_type_id) == (None, None)
    assert [(d.level, roster.holder(d.id)) for d in roster.plan.duties] == [(SeatLevel.NEEDED, 81)]
    assert roster.posted == {121: 81}
    upgrade.migrate_down(engine, "0001")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT volunteer_id, locked FROM duty").all() == [(81, True)]
        (window,) = json.loads(str(connection.exec_driver_sql("SELECT CAST(windows AS TEXT) FROM post").scalar()))
    assert window == [0, 480, 1, ["holiday"]]


VACANT_THEN_AND_NOW = "INSERT INTO duty VALUES (122, 111, 61, 2, 10657440, 10657920, NULL, NULL, false)"
GONE_SINCE = "INSERT INTO edition_holder VALUES (131, 129, 81)"


def test_editions_learn_what_was_planned_and_forget_it_on_the_way_down(empty_url: str, engine: Engine) -> None:
    upgrade.migrate(engine, "0001")
    with engine.begin() as connection:
        for statement in (*OLDER_ROWS.split(";"), VACANT_THEN_AND_NOW, GONE_SINCE):
            connection.exec_driver_sql(statement)
    with closing(Database.open(empty_url)) as database, database.reading() as work:
        (edition,) = work.rosters.editions(101)
        roster = work.rosters.load(101)
    assert edition.holders == {121: 81, 129: 81}
    assert edition.duties == posted_duties(roster.plan)
    assert list(edition.duties) == [121, 122]
    upgrade.migrate_down(engine, "0003")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT duty_id, volunteer_id FROM edition_holder").all() == [
            (121, 81),
            (129, 81),
        ]


def test_an_older_file_is_copied_and_then_brought_up_to_date(file: Path, next_scripts: Path) -> None:
    next_scripts.write_text(script(REBUILD_PARENTS), encoding="utf-8")
    url = _filled_by_older_edition(file)
    with closing(Database.open(url)) as database:
        assert upgrade.version(database.engine) == NEXT
        with database.reading() as work:
            assert work.directory(TEAM.team.id) == TEAM
    (copy,) = (file.parent / "backups").iterdir()
    assert copy.name.endswith(f"-before-{NEXT}.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (PRESENT,)
        assert connection.execute("SELECT count(*) FROM volunteer").fetchone() == (len(TEAM.volunteers),)


def _filled_by_older_edition(file: Path) -> str:
    with pytest.MonkeyPatch.context() as older:
        older.setattr(upgrade, "HEAD", PRESENT)
        older.setattr(upgrade, "MIGRATIONS", Path(upgrade.__file__).parent / "migrations")
        return filled(file)


def test_foreign_keys_are_kept_again_after_an_upgrade(file: Path, next_scripts: Path) -> None:
    next_scripts.write_text(script(REBUILD_PARENTS), encoding="utf-8")
    with closing(Database.open(_filled_by_older_edition(file))) as database, database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize(
    "does",
    [
        'op.drop_table("ledger_entry"); raise ValueError("half way")',
        """op.execute("DELETE FROM area")""",
    ],
    ids=["raises", "leaves rows without what they refer to"],
)
def test_a_migration_that_goes_wrong_leaves_the_file_as_it_was(file: Path, next_scripts: Path, does: str) -> None:
    next_scripts.write_text(script(does), encoding="utf-8")
    url = _filled_by_older_edition(file)
    before = digest(file)
    with pytest.raises((ValueError, RuntimeError)):
        Database.open(url)
    assert digest(file) == before
    with closing(Database.open(url, upgrade=False)) as database, database.reading() as work:
        assert work.directory(TEAM.team.id) == TEAM


def test_without_a_copy_there_is_no_migration(file: Path, next_scripts: Path) -> None:
    next_scripts.write_text(script(REBUILD_PARENTS), encoding="utf-8")
    url = _filled_by_older_edition(file)
    (file.parent / "backups").write_text("no folder")
    with refused(ErrorCode.FOLDER_NOT_WRITABLE, path=str(file.parent / "backups")):
        Database.open(url)
    with closing(Database.open(url, upgrade=False)) as database:
        assert upgrade.version(database.engine) == PRESENT


def test_an_upgrade_can_be_declined(file: Path, next_scripts: Path) -> None:
    url = _filled_by_older_edition(file)
    with closing(Database.open(url, upgrade=False)) as database:
        assert upgrade.version(database.engine) == PRESENT
    assert not (file.parent / "backups").exists()


def test_a_newer_database_is_refused_and_left_alone(empty_url: str, engine: Engine) -> None:
    Database.open(empty_url).close()
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    with refused(ErrorCode.DATABASE_NEWER, found="0999", known=upgrade.HEAD):
        Database.open(empty_url)
    assert upgrade.version(engine) == "0999"


def test_several_programs_may_open_a_new_database_at_once(empty_url: str) -> None:
    opening = f"from roster_app.storage import Database; Database.open({empty_url!r}).close()"
    programs = [subprocess.Popen([sys.executable, "-W", "error", "-c", opening]) for _ in range(3)]
    assert [program.wait(60) for program in programs] == [0, 0, 0]


def test_a_database_that_is_up_to_date_opens_without_alembic(file: Path) -> None:
    url = filled(file)
    program = (
        "import sys; from roster_app.storage import Database; d = Database.open(sys.argv[1]);"
        "w = d.work(); print(len(w.__enter__().teams.all()), 'alembic' in sys.modules, 'psycopg' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", program, url], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["1", "False", "False"]
