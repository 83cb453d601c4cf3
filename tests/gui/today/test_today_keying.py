"""A finished sheet keyed in the window: few keys, effects at once, questions, reasons, corrections and undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from desk_cases import Office
from publish_cases import NOW, fill, press, signalled, write
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roster_app.domain.attendance.entries import Attendee, Entry, Mark, current
from roster_app.domain.ids import PostId, new_id
from roster_app.domain.places import Post
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.today.keying_table import NAME, TOLD
from roster_app.gui.today.keying_view import KeyingView
from roster_app.gui.today.page import BOARD, TodayPage

FIRST, LAST = NOW.date().replace(day=6), NOW.date().replace(day=12)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A week with nine duties a day at the north gate."""
    third = Post(PostId(new_id()), office.checkpoint.id, "register", order=2)
    office.services.places.save_checkpoint(office.checkpoint, (*office.posts, third))
    made = office.period(FIRST, LAST)
    fill(office, made)
    return made


@pytest.fixture
def view(page: TodayPage) -> KeyingView:
    """The sheet of yesterday at the north gate."""
    page.carry_out("key_paper")
    return page.keying


@pytest.fixture
def stored(office: Office, view: KeyingView) -> Callable[[], tuple[Entry, ...]]:
    """What stands of the sheet in the database."""

    def read() -> tuple[Entry, ...]:
        sheet = office.services.attendance.sheet(office.team_id, office.checkpoint.id, view.day.day)
        return current(sheet.entries)

    return read


class KeyCounter(QObject):
    """Counts the keys that go down, a modifier as well, Enter apart."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.enters = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
                self.enters += 1
            else:
                self.keys.append(event.key())  # type: ignore[attr-defined]
        return False


def key(view: KeyingView, text: str) -> None:
    write(view.line, text)
    press(view.line, Qt.Key.Key_Return)


def told(view: KeyingView, row: int, column: int = TOLD) -> str:
    return view.table.rows.item(row, column).text()


def test_nine_rows_with_two_exceptions_take_fewer_than_ten_keys(
    qtbot: QtBot, page: TodayPage, view: KeyingView, stored: Callable[[], tuple[Entry, ...]]
) -> None:
    assert view.table.rows.rowCount() == 9
    assert QApplication.focusWidget() is view.line
    counter, application = KeyCounter(), QApplication.instance()
    assert application is not None
    application.installEventFilter(counter)
    QTest.keyClicks(view.line, "3-")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    QTest.keyClicks(view.line, "5 1550")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    QTest.keyClick(view.line, Qt.Key.Key_Return, CTRL)
    application.removeEventFilter(counter)
    assert counter.enters >= 2
    assert 0 < len(counter.keys) < 10
    entries = stored()
    assert len(entries) == 9
    assert sum(e.facts.as_planned for e in entries) == 7
    assert [e.facts.mark for e in entries].count(Mark.ABSENT) == 1
    assert [f"{e.facts.left:%H:%M}" for e in entries if e.facts.left] == ["15:50"]


def test_enter_shows_the_effect_on_the_row_at_once(view: KeyingView, stored: Callable[[], tuple[Entry, ...]]) -> None:
    assert [told(view, n) for n in range(9)] == [""] * 9
    key(view, "3 缺 生病")
    assert view.line.text() == ""
    assert told(view, 2) == "absent (生病)"
    assert told(view, 0) == "as planned"
    key(view, "7 代 王五")
    assert told(view, 7, NAME) == "in place: 王五"
    key(view, "+ 赵六 08:00-12:00")
    assert (told(view, 10, NAME), told(view, 10)) == ("赵六", "08:00–12:00")
    assert stored() == ()


def test_a_second_line_for_a_row_takes_the_place_of_the_first(view: KeyingView) -> None:
    key(view, "3 缺")
    key(view, "3 代 王五")
    key(view, "3 代 李四")
    assert view.typed == ["3 代 李四"]
    assert told(view, 3, NAME) == "in place: 李四"


def test_what_cannot_be_read_is_named_with_the_remedy_and_stays(view: KeyingView) -> None:
    for text, remedy in (("3 {x}", "write 缺"), ("99 缺", "no such row"), ("缺", "number of the row")):
        view.line.clear()
        key(view, text)
        assert remedy in view.error.text
        assert view.line.text() == text
    assert view.typed == []


def test_a_time_that_may_be_either_is_asked_and_answered_by_a_key(view: KeyingView) -> None:
    key(view, "5 12:00")
    assert view.came.isVisible()
    assert QApplication.focusWidget() is view.came
    press(view.left, Qt.Key.Key_Return)
    assert view.typed == ["5 走 12:00"]
    assert not view.came.isVisible()
    assert told(view, 4).endswith("–12:00")


def test_backspace_and_ctrl_z_take_typed_lines_out_and_then_the_entered_sheet_back(
    qtbot: QtBot, page: TodayPage, view: KeyingView, stored: Callable[[], tuple[Entry, ...]]
) -> None:
    key(view, "3 缺")
    key(view, "4 缺")
    press(view.line, Qt.Key.Key_Backspace)
    assert view.typed == ["3 缺"]
    page.carry_out("undo")
    assert view.typed == []
    with signalled(qtbot, page.reading.read):
        page.carry_out("enter_sheet")
    assert len(stored()) == 9
    assert told(view, 0) == "as planned · entered"
    with signalled(qtbot, page.reading.read):
        page.carry_out("undo")
    assert stored() == ()
    assert told(view, 0) == ""


def test_a_correction_asks_why_and_keeps_the_earlier_entry(
    office: Office, page: TodayPage, view: KeyingView, stored: Callable[[], tuple[Entry, ...]]
) -> None:
    page.carry_out("enter_sheet")
    key(view, "3 迟 20")
    page.carry_out("enter_sheet")
    assert view.reason.isVisible()
    assert all(e.facts.as_planned and e.supersedes is None for e in stored())
    write(view.reason, "misread")
    press(view.reason, Qt.Key.Key_Return)
    (late,) = [e for e in stored() if e.supersedes is not None]
    assert (late.reason, late.facts.came - late.facts.planned.start) == ("misread", timedelta(minutes=20))
    assert not view.reason.isVisible()


def test_what_was_entered_of_a_row_is_taken_back_for_a_reason(
    page: TodayPage, view: KeyingView, stored: Callable[[], tuple[Entry, ...]]
) -> None:
    key(view, "7 代 王五")
    page.carry_out("enter_sheet")
    key(view, "1 缺")  # typed and not entered: it stays
    view.table.setCurrentIndex(view.table.rows.index(7, 0))
    press(view.table, Qt.Key.Key_Delete)
    assert "王五" in view.why.text()
    press(view.reason, Qt.Key.Key_Return)  # no reason, nothing happens
    assert Attendee(None, "王五") in {e.facts.who for e in stored()}
    write(view.reason, "wrong row")
    press(view.reason, Qt.Key.Key_Return)
    assert Attendee(None, "王五") not in {e.facts.who for e in stored()}
    assert view.typed == ["1 缺"]


def test_typed_lines_belong_to_their_sheet_and_are_not_lost_unasked(page: TodayPage, view: KeyingView) -> None:
    key(view, "3 缺")
    view.on.click()
    assert view.typed == []
    view.back.click()
    assert view.typed == ["3 缺"]
    page.show_view(BOARD)
    assert page.unsaved()
    page.show_view("paper")
    assert told(view, 2) == "absent"


def test_a_day_without_shifts_says_so(view: KeyingView) -> None:
    view.day.set_day(LAST.replace(month=6))
    assert "no shift" in view.error.text
    assert not view.line.isEnabled()


def test_somebody_added_at_one_gate_is_entered_at_the_other_too(view: KeyingView, office: Office) -> None:
    for number in range(2):
        view.place.choose(view.place.itemData(number))
        view.reload()
        key(view, "+ 赵六 08:00-12:00")
        view.enter_sheet()
    attendance, gates = office.services.attendance, office.services.teams.directory(office.team_id).checkpoints
    for gate in gates:
        entries = attendance.sheet(office.team_id, gate.id, view.day.day).entries
        assert Attendee(None, "赵六") in {e.facts.who for e in entries}
