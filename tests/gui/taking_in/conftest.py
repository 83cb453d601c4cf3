"""The window of one test, over a database of its own; the pages the wizard is opened from, and files for it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parents[1]))  # people_world, window_cases

from people_world import empty_world, world
from taking_cases import LIST, MATRIX, WAIT, book
from window_cases import World

from roster_app.domain.ids import CheckpointId, PostId, new_id
from roster_app.domain.places import Post
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.roster.page import RosterPage

__all__ = ["empty_world", "world"]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """One known, one changed, one new with a remark, one wrong, one repeated, a total."""
    return book(tmp_path / "名单.xlsx", LIST, "名单")


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    """A roster with a doubtful cell and a word for a shift that the team does not know."""
    return book(tmp_path / "四月.xlsx", MATRIX, "四月")


@pytest.fixture
def page(world: World) -> PeoplePage:
    made = world.page("people")
    assert isinstance(made, PeoplePage)
    return made


@pytest.fixture
def roster(world: World, qtbot: QtBot) -> RosterPage:
    """A week of one checkpoint, with nobody in it yet."""
    services, team_id = world.services, world.team_id
    pattern = services.places.add_from_template(team_id, "three_by_eight")
    for shift, code in zip(sorted(world.directory.shift_types, key=lambda s: s.start), "夜早中", strict=True):
        services.places.save_shift_type(replace(shift, code=code))
    gate = services.places.new_checkpoint(team_id, "横岗卡口", pattern)
    services.places.save_checkpoint(gate, (Post(PostId(new_id()), CheckpointId(gate.id), "测温"),))
    services.rostering.create_period(team_id, date(2020, 4, 13), date(2020, 4, 19))
    made = world.page("roster")
    assert isinstance(made, RosterPage)
    made.periods.begin()
    qtbot.waitUntil(lambda: made.document.is_open, timeout=WAIT)
    return made
