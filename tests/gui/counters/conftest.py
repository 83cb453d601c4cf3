"""The dialog of counters over an office with two gates; it is Wednesday, half past nine."""

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
from publish_cases import NOW, make_shell, office_with_two_gates, signalled
from PySide6.QtWidgets import QWidget

from roster_app.gui.counters.dialog import CountersDialog, CountersPlace
from roster_app.gui.messages import Message
from roster_app.gui.shell import Shell
from roster_app.gui.theme import Appearance
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
def shell(tmp_path: Path, office: Office, appearance: Appearance) -> Iterator[Shell]:
    went: list[Any] = []
    told: list[Message] = []
    made = make_shell(tmp_path, office, appearance, went, told)
    yield made
    made.tasks.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What a dialog lies over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, shell: Shell, window: QWidget) -> CountersDialog:
    """In sight, of a team that counts nothing yet."""
    made = CountersDialog(shell, CountersPlace(), window)
    with signalled(qtbot, made.shown):
        made.open()
    return made
