"""The log is one file of bounded size, and its absence stops nothing."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from roster_app import logs


@pytest.fixture(autouse=True)
def _log_closed() -> Iterator[None]:
    yield
    logs.stop_log()


def test_what_the_application_says_is_in_the_file(tmp_path: Path) -> None:
    path = logs.start_log(tmp_path / "log")
    logging.getLogger("roster_app.storage").info("opened, 24 duties")
    logging.getLogger("roster_app.storage").debug("not this")

    assert path is not None
    (line,) = path.read_text("utf-8").splitlines()
    assert line.endswith(f"INFO {os.getpid()} roster_app.storage: opened, 24 duties")


def test_starting_twice_says_everything_once(tmp_path: Path) -> None:
    logs.start_log(tmp_path)
    path = logs.start_log(tmp_path)
    logging.getLogger("roster_app").info("once")

    assert path is not None
    assert path.read_text("utf-8").count("once") == 1


def test_a_long_life_does_not_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_BYTES", 1_000)
    logs.start_log(tmp_path)
    for number in range(1_000):
        logging.getLogger("roster_app").info("line %d", number)

    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["roster-app.log", *(f"roster-app.log.{n}" for n in (1, 2, 3))]
    assert max(file.stat().st_size for file in files) <= 1_000


def test_a_folder_nobody_can_write_to_is_no_obstacle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")

    assert logs.start_log(tmp_path / "log") is None
    logging.getLogger("roster_app").warning("still said")
    assert "still said" in capsys.readouterr().err
