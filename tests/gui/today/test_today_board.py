"""The board of the day: who is late, on and next, gaps ahead; signing by click, key, scan and name, and undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from desk_cases import Office
from publish_cases import FIRST, LAST, NOW, dialog_in_sight, press, signalled, take_off, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from roster_app.domain.attendance.tokens import token_of
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.messages import Message
from roster_app.gui.shell import Shell
from roster_app.gui.today.board_rows import BoardRow, State
from roster_app.gui.today.page import TodayPage
from roster_app.gui.today.reading import EVERY
from roster_app.gui.today.row_button import RowButton
from roster_app.gui.today.stand_in_dialog import StandInDialog
from roster_app.services import Changes

Reading = Callable[[Callable[[], object]], None]


@pytest.fixture
def reading(qtbot: QtBot, page: TodayPage) -> Reading:
    """Do something, and wait until the board it leads to is in sight."""

    def do(act: Callable[[], object]) -> None:
        with signalled(qtbot, page.reading.read):
            act()

    return do


def rows(page: TodayPage, state: State) -> list[RowButton]:
    return [button for button in page.board.rows if button.row.state is state]


def row_of(page: TodayPage, name: str) -> BoardRow:
    return next(button.row for button in page.board.rows if button.row.name == name)


def words_on(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.board.findChildren(QLabel))


def test_it_begins_with_all_who_are_late_and_tells_who_comes_next(page: TodayPage) -> None:
    assert [card.place.name for card in page.board.cards] == ["north gate", "south gate"]
    assert len(rows(page, State.LATE)) == 3
    assert "late since 08:00" in rows(page, State.LATE)[0].row.words
    assert "Next 16:00" in words_on(page)
    assert [pill.words for pill in page.header.findChildren(type(page._pills()[0])) if not pill.isHidden()] == [
        "0 on duty",
        "3 are late",
    ]


def test_a_click_signs_in_and_another_one_out(page: TodayPage, reading: Reading, told: list[Message]) -> None:
    name = rows(page, State.LATE)[0].row.name
    reading(rows(page, State.LATE)[0].click)
    assert row_of(page, name).state is State.ON
    assert "since 09:30 · until 16:00" in row_of(page, name).words
    assert told[-1].text == f"{name} signed in at 09:30"
    page.signing.click(row_of(page, name))  # within the same minute nobody can have stood
    assert told[-1].kind == "act"


def test_enter_signs_in_and_the_arrows_go_on(page: TodayPage, reading: Reading) -> None:
    reading(page.activated)
    first = page.focusWidget()
    assert isinstance(first, RowButton)
    press(first, Qt.Key.Key_Down)
    second = page.focusWidget()
    assert isinstance(second, RowButton)
    assert second is not first
    reading(lambda: press(second, Qt.Key.Key_Return))
    assert row_of(page, second.row.name).state is State.ON


def test_ctrl_z_takes_the_last_sign_in_back(page: TodayPage, reading: Reading) -> None:
    reading(rows(page, State.LATE)[0].click)
    assert len(rows(page, State.ON)) == 1
    reading(lambda: page.carry_out("undo"))
    assert rows(page, State.ON) == []
    assert len(rows(page, State.LATE)) == 3


def test_a_badge_and_a_name_sign_in_and_nonsense_is_named(
    page: TodayPage, reading: Reading, told: list[Message]
) -> None:
    late = [button.row for button in rows(page, State.LATE)]
    assert late[0].who is not None
    assert late[0].who.volunteer_id is not None
    write(page.scan, token_of(late[0].who.volunteer_id))
    reading(lambda: press(page.scan, Qt.Key.Key_Return))
    assert page.scan.text() == ""
    write(page.scan, late[1].name)
    reading(lambda: press(page.scan, Qt.Key.Key_Return))
    assert {button.row.name for button in rows(page, State.ON)} == {late[0].name, late[1].name}
    page.scan.clear()
    write(page.scan, "XYZZY")
    press(page.scan, Qt.Key.Key_Return)
    assert "“XYZZY” is no badge" in told[-1].text


def test_somebody_in_no_list_stands_in(page: TodayPage, reading: Reading) -> None:
    late = rows(page, State.LATE)[0].row
    page.ask_who(late)
    dialog = dialog_in_sight(StandInDialog)
    assert dialog is not None
    press(dialog.name, Qt.Key.Key_Return)  # nobody named yet: it stays open
    assert dialog.isVisible()
    write(dialog.name, "赵六")
    reading(lambda: press(dialog.name, Qt.Key.Key_Return))
    assert row_of(page, "赵六").state is State.ON
    assert late.name not in {button.row.name for button in page.board.rows}


def test_gaps_ahead_are_told_the_emptiest_first_and_lead_to_the_duty(
    page: TodayPage, reading: Reading, office: Office, period: RosterPeriod, went: list[Any]
) -> None:
    opened = office.open(period)
    tomorrow = office.duty(opened, date(2020, 4, 9), 16)
    next_week = office.duty(opened, date(2020, 4, 12), 16)
    take_off(office, period, tomorrow, next_week)
    reading(lambda: page.shell.events.spread(Changes(duties=frozenset({tomorrow}))))
    assert page.board.gaps is not None
    (button,) = page.board.gaps.buttons
    assert button.accessibleName().startswith("north gate: nobody")
    button.click()
    assert went == [("roster", tomorrow)]


def test_changes_of_others_and_the_clock_read_anew(qtbot: QtBot, page: TodayPage, reading: Reading) -> None:
    reading(lambda: page.shell.events.spread(Changes(attendance=True)))
    assert page.reading._timer.interval() == EVERY == timedelta(seconds=30) / timedelta(milliseconds=1)
    assert page.reading._timer.isActive()
    reading(page.reading._timer.timeout.emit)
    page.hide()
    with qtbot.assertNotEmitted(page.reading.read, wait=100):
        page.reading._timer.timeout.emit()


def test_the_board_fills_another_window_and_signs_there_too(page: TodayPage, reading: Reading) -> None:
    page.carry_out("large_board")
    window = page.window_of_board
    assert window is not None
    assert window.isFullScreen()
    late = next(button for button in window.view.rows if button.row.state is State.LATE)
    assert late.height() > page.board.rows[0].height()
    reading(late.click)
    assert {b.row.name for b in window.view.rows if b.row.state is State.ON} == {late.row.name}
    press(window, Qt.Key.Key_Escape)
    assert page.window_of_board is None


def test_without_a_roster_it_teaches_and_leads_on(qtbot: QtBot, shell: Shell, went: list[Any]) -> None:
    page = TodayPage(shell)
    qtbot.addWidget(page)
    with signalled(qtbot, page.reading.read):
        page.show()
    assert page.to_the_roster.isVisible()
    assert not page.scan.isEnabled()
    page.to_the_roster.click()
    assert went == [("roster", None)]
    assert FIRST <= NOW.date() <= LAST
