"""The page of the day over an office with two gates; it is Wednesday, half past nine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parents[1] / "publish"))  # publish_cases
sys.path.insert(0, str(Path(__file__).parents[2] / "services"))  # desk_cases

from desk_cases import Office
from publish_cases import FIRST, LAST, NOW, fill, make_shell, office_with_two_gates, signalled

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.messages import Message
from roster_app.gui.shell import Shell
from roster_app.gui.theme import Appearance
from roster_app.gui.today.page import TodayPage
from roster_app.services import Services, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "desk one", lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def office(services: Services) -> Office:
    return office_with_two_gates(services)


@pytest.fixture
def told() -> list[Message]:
    """What the page has told."""
    return []


@pytest.fixture
def went() -> list[Any]:
    """Where the page has gone."""
    return []


@pytest.fixture
def shell(
    tmp_path: Path, office: Office, appearance: Appearance, told: list[Message], went: list[Any]
) -> Iterator[Shell]:
    made = make_shell(tmp_path, office, appearance, went, told)
    yield made
    made.tasks.close()


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A week in which every duty is held."""
    made = office.period(FIRST, LAST)
    fill(office, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, period: RosterPeriod) -> TodayPage:
    """In sight, with its board."""
    assert period
    return shown(qtbot, shell)


def shown(qtbot: QtBot, shell: Shell) -> TodayPage:
    made = TodayPage(shell)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.closing())
    made.resize(1084, 770)
    with signalled(qtbot, made.reading.read):
        made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made
