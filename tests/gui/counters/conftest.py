"""The dialog of counters over an office with two gates; it is Wednesday, half past nine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parents[1]))  # gates_office

from gates_office import office, services, shell, told, went, window
from publish_cases import signalled
from PySide6.QtWidgets import QWidget

from roster_app.gui.counters.dialog import CountersDialog, CountersPlace
from roster_app.gui.shell import Shell

__all__ = ["office", "services", "shell", "told", "went", "window"]


@pytest.fixture
def dialog(qtbot: QtBot, shell: Shell, window: QWidget) -> CountersDialog:
    """In sight, of a team that counts nothing yet."""
    made = CountersDialog(shell, CountersPlace(), window)
    with signalled(qtbot, made.shown):
        made.open()
    return made
