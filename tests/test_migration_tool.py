"""tools/migration.py writes a draft of the next migration and raises the head."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, inspect

from roster_app.storage import upgrade
from roster_app.storage.address import parse
from roster_app.storage.connecting import connect
from roster_app.storage.rows import Row


@pytest.fixture
def tool(project: Path) -> ModuleType:
    found = importlib.util.spec_from_file_location("migration", project / "tools" / "migration.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the tool writes into."""
    shutil.copytree(upgrade.MIGRATIONS, tmp_path / "migrations")
    shutil.copy(upgrade.__file__, tmp_path / "upgrade.py")
    monkeypatch.setattr(upgrade, "MIGRATIONS", tmp_path / "migrations")
    monkeypatch.setattr(upgrade, "__file__", str(tmp_path / "upgrade.py"))
    return tmp_path


@pytest.fixture
def changed_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of the code and one more."""
    tables = MetaData(naming_convention=Row.metadata.naming_convention)
    for table in Row.metadata.sorted_tables:
        table.to_metadata(tables)
    Table("motto", tables, Column("number", Integer, primary_key=True))
    monkeypatch.setattr(Row, "metadata", tables)


@pytest.mark.usefixtures("changed_tables")
def test_the_next_migration_is_written(
    tool: ModuleType, storage: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = f"{int(upgrade.HEAD) + 1:04}"
    assert tool.main(["Teams", "have", "a", "motto"]) == 0
    written = storage / "migrations" / "versions" / f"v{number}_teams_have_a_motto.py"
    assert str(written) in capsys.readouterr().out
    assert written.read_text(encoding="utf-8").startswith('"""Teams have a motto."""')
    assert f'HEAD = "{number}"' in (storage / "upgrade.py").read_text(encoding="utf-8")
    engine = connect(parse("sqlite://"))
    upgrade.migrate(engine)
    assert inspect(engine).has_table("motto")
    upgrade.migrate_down(engine, "base")
    engine.dispose()


def test_a_migration_says_what_it_does(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([]) == 2
    assert "make migration" in capsys.readouterr().err
