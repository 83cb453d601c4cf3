"""What tests of the pages share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance


@pytest.fixture
def appearance(qtbot: QtBot, qapp: Any) -> Iterator[Appearance]:
    """The light theme, and afterwards the application as it was."""
    font, palette = qapp.font(), qapp.palette()
    made = Appearance(qapp, "light")
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    made.setParent(None)
    made.deleteLater()
