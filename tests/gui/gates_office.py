"""Fixtures of pages and dialogs over an office with two gates; it is Wednesday, half past nine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parent / "publish"))  # publish_cases
sys.path.insert(0, str(Path(__file__).parents[1] / "services"))  # desk_cases

from desk_cases import Office
from publish_cases import FIRST, LAST, NOW, fill, make_shell, office_with_two_gates

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.messages import Message
from roster_app.gui.shell import Shell
from roster_app.gui.theme import Appearance
from roster_app.services import Services, open_services

__all__ = ["office", "period", "services", "shell", "told", "went", "window"]


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
    """What was told."""
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
def window(qtbot: QtBot) -> QWidget:
    """What a dialog lies over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made
