"""A roster page over a real database: a small team, one checkpoint, a week in April 2020."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from roster_desk import ImmediateSearch, fill, make_shell, open_desk

from invented_team import TEAM, store, team
from roster_app.domain.team import Directory
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.shell import Shell
from roster_app.gui.theme import Appearance
from roster_app.services import Services

FIRST, LAST = date(2020, 4, 13), date(2020, 4, 19)


@pytest.fixture(scope="session")
def directory() -> Directory:
    return team(people=14, checkpoints=1, hotline=True)


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory, directory: Directory) -> dict[str, Path]:
    """Two files to copy: the team alone, and the team with a week in which nearly every duty is held."""
    folder = tmp_path_factory.mktemp("teams")
    found = {name: folder / name for name in ("team", "week")}
    for name, path in found.items():
        path.mkdir()
        opened = open_desk(path)
        store(opened, directory)
        if name == "week":
            fill(opened, opened.rostering.create_period(TEAM, FIRST, LAST).id, directory)
        opened.close()
    return found


@pytest.fixture
def services(request: pytest.FixtureRequest, tmp_path: Path, databases: dict[str, Path]) -> Iterator[Services]:
    """The team is stored; with the fixture `period_id` also the week, else no roster yet."""
    wanted = "week" if "period_id" in request.fixturenames else "team"
    shutil.copy(databases[wanted] / "roster.db", tmp_path / "roster.db")
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def period_id(services: Services) -> int:
    """The week."""
    (made,) = services.rostering.periods(TEAM)
    return made.id


@pytest.fixture
def document(qtbot: QtBot, services: Services, period_id: int) -> RosterDocument:
    """The week, without a window."""
    made = RosterDocument(services.rostering)
    made.show(services.rostering.open(period_id))
    return made


@pytest.fixture
def went() -> list[Any]:
    """Where the page wanted to go, and what it wanted of the window."""
    return []


@pytest.fixture
def shell(tmp_path: Path, services: Services, appearance: Appearance, went: list[Any]) -> Iterator[Shell]:
    made = make_shell(tmp_path, services, appearance, went)
    yield made
    made.tasks.close()


@pytest.fixture
def search() -> ImmediateSearch:
    return ImmediateSearch()


@pytest.fixture
def make_page(qtbot: QtBot, shell: Shell, search: ImmediateSearch) -> Callable[[], RosterPage]:
    """A page in sight, as large as in a window of 1280 × 800, once it has read what there is."""

    def make() -> RosterPage:
        page = RosterPage(shell, lambda: search)
        qtbot.addWidget(page, before_close_func=lambda widget: widget.closing())
        page.resize(1084, 770)
        with qtbot.waitSignal(page.periods.opened):
            page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[], RosterPage], period_id: int) -> RosterPage:
    """The page with the week open."""
    made = make_page()
    made.activateWindow()
    made.activated()
    return made
