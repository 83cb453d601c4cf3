"""The page of the places over a database of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parents[1]))  # window_cases

from place_desk import PlaceWorld, described_team
from window_cases import invented_team, opened, session_in


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PlaceWorld]:
    """A window on the page, with a team of two checkpoints and a hotline."""
    services = opened(tmp_path)
    described_team(services)
    with session_in(tmp_path, qtbot, services) as session:
        yield PlaceWorld(session, tmp_path)


@pytest.fixture
def empty_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PlaceWorld]:
    """A window on the page, with a team that has people and areas, and no checkpoint yet."""
    services = opened(tmp_path)
    invented_team(services)
    with session_in(tmp_path, qtbot, services) as session:
        yield PlaceWorld(session, tmp_path)
