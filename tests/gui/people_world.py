"""Fixtures of the window of one test, over a database of its own, that shows the volunteers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window_cases import World, opened, session_in

from roster_app.gui.view_state import ViewState

__all__ = ["empty_world", "world"]


@pytest.fixture
def world(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    """A window that shows the volunteers of the invented team."""
    ViewState(tmp_path / "window.ini").keep("page", "people")
    with session_in(tmp_path, qtbot, opened(tmp_path, with_team=True)) as session:
        yield World(session, tmp_path)


@pytest.fixture
def empty_world(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    """A window over a database without a team."""
    with session_in(tmp_path, qtbot, opened(tmp_path)) as session:
        yield World(session, tmp_path)
