"""Settings survive, and a file that cannot be read costs nobody the start of the application."""

from dataclasses import replace
from pathlib import Path

import pytest

from roster_app.settings import Settings, SettingsRead, author, database_url, read_settings, write_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A settings file that is not there yet, in a folder that is not there yet."""
    return tmp_path / "config" / "settings.json"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert read_settings(path) == SettingsRead(Settings())


def test_what_is_written_is_read_again(path: Path) -> None:
    chosen = Settings(
        "sqlite:////srv/值班.db", "en", "dark", "A4", solver_seconds=5, coordinator="何平", text_percent=120
    )
    write_settings(path, Settings())
    write_settings(path, chosen)

    assert read_settings(path) == SettingsRead(chosen)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"{", b"[1]", b"\xff\xfe", b'{"theme": "pink"}', b'{"solver_seconds": "60"}', b'{"solver_seconds": 0}',
        b'{"solver_seconds": true}', b'{"database_url": 7}', b'{"paper": ["A4"]}',
        b'{"text_percent": 10}', b'{"coordinator": 7}', b'{"language": 7}',
    ],
)  # fmt: skip
def test_a_broken_file_is_kept_aside(path: Path, broken: bytes, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    path.write_bytes(broken)

    read = read_settings(path)

    assert read.settings == Settings()
    assert read.put_aside == path.with_name("settings.json.broken")
    assert read.put_aside.read_bytes() == broken
    assert "could not be read" in caplog.text
    assert read_settings(path) == SettingsRead(Settings())


def test_a_file_of_a_newer_edition_is_understood(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "moon": "full"}', encoding="utf-8")

    assert read_settings(path).settings == Settings(theme="dark")


def test_a_write_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(path, Settings(theme="dark"))

    def refuse(_descriptor: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="disk full"):
        write_settings(path, Settings(theme="light"))

    assert read_settings(path).settings.theme == "dark"
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_file_nobody_may_read_costs_the_choices_only(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.mkdir(parents=True)  # a folder in its place: refused to root as well

    assert read_settings(path) == SettingsRead(Settings())
    assert "could not be opened" in caplog.text


@pytest.mark.parametrize(
    ("url", "stored"),
    [
        ("postgresql+psycopg://lin:secret@db/roster", "postgresql+psycopg://lin@db/roster"),
        ("postgresql+psycopg://lin:p%40ss@db:5433/roster", "postgresql+psycopg://lin@db:5433/roster"),
        ("postgresql+psycopg://lin@db/roster", "postgresql+psycopg://lin@db/roster"),
        ("sqlite:////srv/a:b@c.db", "sqlite:////srv/a:b@c.db"),
    ],
)
def test_a_password_is_never_written(path: Path, url: str, stored: str) -> None:
    write_settings(path, Settings(database_url=url))

    assert read_settings(path).settings.database_url == stored


def test_the_database_is_a_file_in_the_data_folder_unless_chosen() -> None:
    assert database_url(Settings()).startswith("sqlite:////")
    assert database_url(Settings()).endswith("/roster-app/roster.db")
    assert database_url(replace(Settings(), database_url="sqlite:///x.db")) == "sqlite:///x.db"


def test_edits_carry_the_coordinator_s_name_or_the_login_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "heping")

    assert author(Settings(coordinator=" 何平 ")) == "何平"
    assert author(Settings()) == "heping"


def test_a_system_without_login_names_still_names_someone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", refuse)

    assert author(Settings()) == "?"
