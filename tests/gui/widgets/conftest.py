"""The widgets are looked at as the application wears them: themed, in the bundled font."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance

sys.path.insert(0, str(Path(__file__).parents[1]))  # the gallery


@pytest.fixture
def appearance(qtbot: QtBot, qapp) -> Iterator[Appearance]:
    """The light theme, and afterwards the application as it was."""
    font, palette, blinking = qapp.font(), qapp.palette(), qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # pictures are compared: the text cursor stands still
    made = Appearance(qapp, "light")
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setCursorFlashTime(blinking)
    made.setParent(None)
    made.deleteLater()
