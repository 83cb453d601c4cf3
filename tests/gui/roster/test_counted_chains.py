"""Counts at the end of duties come out of a chain by keys and clicks: asked, seen, stored as one step, undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from roster_desk import opened_by_keys

from roster_app.gui.chains.paste_dialog import PasteDialog
from roster_app.gui.messages import Message
from roster_app.gui.people.keeper import Keeper
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.shell import Shell

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def place(page: RosterPage) -> str:
    """Where the roster's shifts are."""
    return page.document.opened.directory.checkpoints_in_order[0].name


def told(dialog: PasteDialog) -> list[list[str]]:
    rows = dialog.verdicts.rows
    return [[rows.item(row, column).text() for column in range(4)] for row in range(rows.rowCount())]


def offered(dialog: PasteDialog) -> list[str]:
    return [button.text() for button in dialog.questions.buttons[0]]


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def counted(page: RosterPage) -> list[int | None]:
    shell = page.shell
    return sorted(entry.value or 0 for entry in shell.services.counters.open(shell.team_id).book.standing)


def test_a_chain_of_counts_alone_is_confirmed_and_undone(page: RosterPage, place: str, qtbot: QtBot) -> None:
    page.shell.services.counters.take_usual(page.shell.team_id)
    dialog = opened_by_keys(page, qtbot, f"#接龙\n4月14日{place}下班统计\n1. 何平 测温25人\n2. 郭宁 测温7人")
    assert [row[0] for row in told(dialog)][-2:] == ["3", "4"]
    assert place in told(dialog)[-1][2]
    assert "Temperature checks: 7" in told(dialog)[-1][2]
    assert told(dialog)[-1][3] == "counted"
    assert dialog.questions.isHidden()
    assert dialog.confirm.text() == "Confirm 2 entries"
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert counted(page) == [7, 25]

    qtbot.waitUntil(lambda: page.window().isActiveWindow(), timeout=20_000)
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert counted(page) == []
    QTest.keyClick(page, Qt.Key.Key_Y, CTRL)
    assert counted(page) == [7, 25]


def test_the_usual_counters_are_offered_in_place_and_words_are_asked(
    page: RosterPage, place: str, qtbot: QtBot
) -> None:
    dialog = opened_by_keys(page, qtbot, f"#接龙\n4月14日{place}下班统计\n1. 何平 测温25人 登记5车")
    assert not dialog.confirm.isEnabled()
    assert offered(dialog) == ["Take the usual counters", "New counter “测温”", "Leave it out"]
    QTest.keyClick(dialog, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: offered(dialog)[0] == "New counter “登记”", timeout=20_000)
    assert dialog.confirm.isEnabled()
    (returnees,) = [b for b in dialog.questions.buttons[0] if b.text() == "Returnees registered"]
    click(returnees)
    qtbot.waitUntil(dialog.questions.isHidden, timeout=20_000)
    assert told(dialog)[-1][2].startswith("Returnees registered: 5")
    click(dialog.confirm)
    assert counted(page) == [5, 25]
    (also,) = [
        counter.also
        for counter in page.shell.services.counters.open(page.shell.team_id).book.counters
        if counter.name == "Returnees registered"
    ]
    assert "登记" in also


def test_a_word_is_left_out_by_keys(page: RosterPage, place: str, qtbot: QtBot) -> None:
    page.shell.services.counters.take_usual(page.shell.team_id)
    dialog = opened_by_keys(page, qtbot, f"#接龙\n4月14日{place}下班统计\n1. 何平 登记5车")
    click(dialog.questions.buttons[0][-1])
    qtbot.waitUntil(dialog.questions.isHidden, timeout=20_000)
    assert told(dialog)[-1][3] == "left out"
    assert not dialog.confirm.isEnabled()


def test_without_a_roster_what_is_stored_is_taken_back_by_the_message_and_on_the_page_of_people(
    shell: Shell, make_page: Callable[[], RosterPage], qtbot: QtBot
) -> None:
    shell.services.counters.take_usual(shell.team_id)
    page = make_page()
    messages: list[Message] = []
    shell.messages.told.connect(messages.append)
    keeper = Keeper(shell, page)
    shell.events.step_left.connect(keeper.remember)
    directory = shell.services.teams.directory(shell.team_id)
    who, shift = directory.volunteers[3], directory.shift_types[0].name
    place = directory.checkpoints_in_order[0].name
    QGuiApplication.clipboard().setText(f"#接龙\n5月1日{place}\n1. {who.name} {shift}\n2. 何平 测温25人")
    dialog = page.chains.paste()
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.reading is not None, timeout=20_000)
    with qtbot.waitSignal(dialog.finished):
        click(dialog.confirm)
    wishes = len(shell.services.teams.directory(shell.team_id).availabilities)
    assert counted(page) == [25]

    keeper.undo()
    assert counted(page) == []
    assert len(shell.services.teams.directory(shell.team_id).availabilities) == wishes - 1
    keeper.redo()
    assert counted(page) == [25]

    (way_back,) = messages[-1].actions
    way_back.carry_out()
    assert counted(page) == []
    assert len(shell.services.teams.directory(shell.team_id).availabilities) == wishes - 1
