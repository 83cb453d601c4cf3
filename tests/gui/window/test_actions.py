"""Every command stands once in the table, works where its page is in sight, and is told on the key sheet."""

from __future__ import annotations

import itertools
from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from window_cases import press

from roster_app import i18n
from roster_app.gui.actions import COMMANDS, EVERYWHERE, bind, command, keys_of, make_action
from roster_app.gui.keys_sheet import KeysSheet
from roster_app.gui.widgets.chip import KeyHint


def test_names_are_unique() -> None:
    names = [c.name for c in COMMANDS]

    assert len(names) == len(set(names))


def test_keys_are_unique_among_the_commands_a_page_answers() -> None:
    by_group = defaultdict(list)
    for found in COMMANDS:
        by_group[found.group] += [QKeySequence(key).toString() for key in found.keys]
    everywhere = by_group.pop(EVERYWHERE)

    for group, keys in by_group.items():
        together = everywhere + keys
        assert len(together) == len(set(together)), group


def test_every_key_is_a_key() -> None:
    for found in COMMANDS:
        for key in found.keys:
            assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown, (found.name, key)


def test_an_action_works_only_while_its_owner_is_in_sight(qtbot: QtBot) -> None:
    window, stack, done = QMainWindow(), QStackedWidget(), []
    pages = [QWidget(), QWidget()]
    for number, page in enumerate(pages):
        stack.addWidget(page)
        make_action("new_volunteer", page, lambda number=number: done.append(number))
    window.setCentralWidget(stack)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    stack.setCurrentIndex(1)
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert done == [0, 1]


def test_a_local_command_leaves_its_keys_to_the_view(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)

    assert command("assign").local
    assert make_action("assign", owner, lambda: None).shortcuts() == []


def test_a_bound_button_shows_whether_its_action_can_be_done(qtbot: QtBot) -> None:
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    button = QPushButton(owner)
    action = make_action("undo", owner, lambda: done.append("undo"))
    bind(button, action)

    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    button.click()

    assert done == ["undo"]
    assert button.toolTip() == f"Undo ({keys_of(command('undo'))})"


def test_an_action_outlives_its_button(qtbot: QtBot) -> None:
    import shiboken6

    owner = QWidget()
    qtbot.addWidget(owner)
    button = QPushButton(owner)
    action = make_action("undo", owner, lambda: None)
    bind(button, action)

    shiboken6.delete(button)
    action.setEnabled(False)

    assert not action.isEnabled()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_key_sheet_tells_every_command_that_has_keys(qtbot: QtBot, language: str) -> None:
    i18n.install(language)
    window = QMainWindow()
    qtbot.addWidget(window)
    sheet = KeysSheet(window)

    shown = [label.text() for label in sheet.findChildren(QLabel)]
    caps = [hint.accessibleName() for hint in sheet.findChildren(KeyHint)]

    told = [c for c in COMMANDS if c.keys]
    assert len(caps) == len(told)
    for found, key in itertools.product(told, [0]):
        words = i18n._(found.text)
        assert words in shown
        native = QKeySequence(found.keys[key]).toString(QKeySequence.SequenceFormat.NativeText)
        assert any(cap.startswith(native) and cap.endswith(words) for cap in caps), found.name
