"""A hand-over panel over an office with two gates and a week in April 2020; it is Wednesday, half past nine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parents[1]))  # gates_office

from gates_office import office, period, services, shell, told, went, window
from publish_cases import signalled

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.handover.panel import HandOverPanel
from roster_app.gui.shell import Shell

__all__ = ["office", "period", "services", "shell", "told", "went", "window"]


@pytest.fixture
def panel(qtbot: QtBot, shell: Shell, period: RosterPeriod) -> HandOverPanel:
    """In sight, and read."""
    made = HandOverPanel(shell)
    qtbot.addWidget(made)
    made.resize(1036, 600)
    made.show()
    with signalled(qtbot, made.shown):
        made.show_log()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made
