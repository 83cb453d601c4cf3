"""Every widget of the gallery can be reached, named and used without a mouse."""

from __future__ import annotations

import pytest
from gallery import BOARDS
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance

OF_QT_ITSELF = ("qt_", "_q_")  # parts Qt makes inside its own controls


def reachable(board: QWidget) -> list[QWidget]:
    """All that takes the focus by Tab."""
    return [
        widget
        for widget in board.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(board)
        and not widget.objectName().startswith(OF_QT_ITSELF)
    ]


@pytest.mark.parametrize("board_name", BOARDS)
def test_what_takes_the_focus_has_a_name(qtbot: QtBot, appearance: Appearance, board_name: str) -> None:
    board = BOARDS[board_name]()
    qtbot.addWidget(board)
    board.show()
    nameless = [
        widget
        for widget in reachable(board)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert reachable(board)
    assert nameless == []


@pytest.mark.parametrize("board_name", [name for name in BOARDS if name != "table"])
def test_a_click_on_a_button_leaves_the_focus_where_it_is(
    qtbot: QtBot, appearance: Appearance, board_name: str
) -> None:
    board = BOARDS[board_name]()
    qtbot.addWidget(board)
    ours = [button for button in board.findChildren(QAbstractButton) if "roster_app" in type(button).__module__]
    assert ours
    assert [button for button in ours if button.focusPolicy() & Qt.FocusPolicy.ClickFocus] == []
