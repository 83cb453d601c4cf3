"""Times are read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roster_app.gui.widgets import MinuteField, minutes_of_text, text_of_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8", 480),
        ("08", 480),
        ("800", 480),
        ("0800", 480),
        ("8:00", 480),
        ("08：00", 480),
        ("８：３０", 510),
        ("8.30", 510),
        (" 8 : 30 ", 510),
        ("8点", 480),
        ("8点半", 510),
        ("7点45分", 465),
        ("22时", 1320),
        ("0", 0),
        ("24:00", 1440),
        ("次日6:30", 1830),
        ("次日 0630", 1830),
        ("+1 6:30", 1830),
        ("next day 06:30", 1830),
        ("30:30", 1830),
        ("48:00", 2880),
    ],
)
def test_a_time_is_understood(text: str, minutes: int) -> None:
    assert minutes_of_text(text) == minutes


@pytest.mark.parametrize("text", ["", "abc", "8:60", "860", "99", "48:01", "次日", "8:00 9:00", "-1", "12345", "1:2:3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert minutes_of_text(text) is None


@given(st.integers(min_value=0, max_value=2880))
def test_every_time_written_is_read_again(minutes: int) -> None:
    assert minutes_of_text(text_of_minutes(minutes)) == minutes


def test_what_is_typed_is_told_when_finished(qtbot: QtBot) -> None:
    field = MinuteField(480)
    qtbot.addWidget(field)
    field.selectAll()
    with qtbot.waitSignal(field.minutes_changed) as told:
        qtbot.keyClicks(field, "1430")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [870]
    assert field.text() == "14:30"


def test_what_cannot_be_read_is_marked_and_changes_nothing(qtbot: QtBot) -> None:
    field = MinuteField(480)
    qtbot.addWidget(field)
    field.selectAll()
    with qtbot.assertNotEmitted(field.minutes_changed):
        qtbot.keyClicks(field, "8:75")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong") is True
    assert field.minutes == 480


def test_a_field_of_one_day_refuses_the_next(qtbot: QtBot) -> None:
    field = MinuteField(480)
    qtbot.addWidget(field)
    field.setText("30:30")
    assert not field.is_readable


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [(480, Qt.Key.Key_Up, 510), (480, Qt.Key.Key_Down, 450), (490, Qt.Key.Key_Up, 510), (490, Qt.Key.Key_Down, 480),
     (0, Qt.Key.Key_Down, 0), (1440, Qt.Key.Key_Up, 1440)],
)  # fmt: skip
def test_arrows_go_to_the_next_half_hour(qtbot: QtBot, start: int, key: Qt.Key, expected: int) -> None:
    field = MinuteField(start)
    qtbot.addWidget(field)
    qtbot.keyClick(field, key)
    assert field.minutes == expected
