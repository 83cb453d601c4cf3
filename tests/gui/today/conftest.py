"""The page of the day over an office with two gates; it is Wednesday, half past nine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parents[1]))  # gates_office

from gates_office import office, period, services, shell, told, went
from publish_cases import signalled

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.shell import Shell
from roster_app.gui.today.page import TodayPage

__all__ = ["office", "period", "services", "shell", "told", "went"]


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
