"""Switches, navigation, swatches, tokens, dates: what the person chooses is told once, what is shown is not told."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance
from roster_app.gui.widgets import (
    ChoiceField,
    ColourSwatchPicker,
    DateRangeField,
    NavigationBar,
    NumberField,
    SearchField,
    SegmentedControl,
    TokenEdit,
)
from roster_app.gui.widgets.toggle_chip import ChipFilter

WAYS = [("place", "卡口 × 日期"), ("person", "队员 × 日期"), ("day", "24 小时")]
QUALIFICATIONS = [("leader", "负责人"), ("party", "党员"), ("medic", "医务")]


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def navigation(qtbot: QtBot) -> NavigationBar:
    bar = NavigationBar("页面")
    for key, words in WAYS:
        bar.add_page(key, words, "calendar-days")
    bar.add_foot("settings", "设置", "settings")
    bar.choose("place")
    shown(qtbot, bar)
    return bar


def test_chips_offered_before_they_have_a_place_open_no_window(qtbot: QtBot, appearance: Appearance) -> None:
    chips = ChipFilter("标签")
    qtbot.addWidget(chips)
    chips.offer([("a", "甲", None)])
    assert not chips.isVisible()

    holder = QWidget()
    chips.setParent(holder)
    shown(qtbot, holder)
    assert chips.isVisible()


def test_arrows_walk_through_a_switch(qtbot: QtBot, appearance: Appearance) -> None:
    switch = SegmentedControl(WAYS, "排列")
    shown(qtbot, switch)
    switch.findChildren(QWidget)[0].setFocus()
    with qtbot.waitSignal(switch.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert told.args == ["person"]
    assert switch.choice == "person"


def test_showing_a_choice_tells_nobody(qtbot: QtBot) -> None:
    switch = SegmentedControl(WAYS, "排列")
    qtbot.addWidget(switch)
    with qtbot.assertNotEmitted(switch.chosen):
        switch.choose("day")
    assert switch.choice == "day"


def test_arrows_walk_through_the_pages(qtbot: QtBot, appearance: Appearance) -> None:
    bar = navigation(qtbot)
    next(entry for entry in bar.findChildren(QWidget) if entry.accessibleName() == WAYS[0][1]).setFocus()
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert told.args == ["person"]


def test_the_foot_opens_something_and_the_page_stays(qtbot: QtBot, appearance: Appearance) -> None:
    bar = navigation(qtbot)
    settings = next(entry for entry in bar.findChildren(QWidget) if entry.accessibleName() == "设置")
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(settings, Qt.MouseButton.LeftButton)
    assert told.args == ["settings"]
    assert bar.choice == "place"


def test_a_badge_is_part_of_the_name(qtbot: QtBot, appearance: Appearance) -> None:
    bar = navigation(qtbot)
    bar.show_badge("day", "3")
    assert "24 小时 3" in [entry.accessibleName() for entry in bar.findChildren(QWidget)]
    bar.show_badge("day", "")
    assert "24 小时" in [entry.accessibleName() for entry in bar.findChildren(QWidget)]


def test_a_collapsed_bar_is_narrow_and_comes_back(qtbot: QtBot, appearance: Appearance) -> None:
    bar = navigation(qtbot)
    bar.set_collapsed(True)
    assert bar.is_collapsed
    assert bar.width() == 56
    bar.set_collapsed(False)
    assert not bar.is_collapsed
    assert bar.width() == 196


def test_a_bar_dragged_narrow_shows_its_icons_alone(qtbot: QtBot, appearance: Appearance) -> None:
    bar = navigation(qtbot)
    bar.resize(80, 400)
    assert bar.is_collapsed
    bar.resize(196, 400)
    assert not bar.is_collapsed


def test_a_swatch_is_chosen_by_key(qtbot: QtBot, appearance: Appearance) -> None:
    picker = ColourSwatchPicker([("early", "暖"), ("night", "蓝")], "颜色")
    shown(qtbot, picker)
    picker.choose("early")
    picker.findChildren(QWidget)[0].setFocus()
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert told.args == ["night"]


def test_typing_a_part_and_enter_takes_a_token(qtbot: QtBot, appearance: Appearance) -> None:
    tokens = TokenEdit(QUALIFICATIONS, "资质")
    shown(qtbot, tokens)
    tokens.choose(["leader"])
    tokens.setFocus()
    field = QApplication.focusWidget()
    field.setText("医")
    with qtbot.waitSignal(tokens.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [("leader", "medic")]


def test_backspace_gives_back_the_last_token(qtbot: QtBot, appearance: Appearance) -> None:
    tokens = TokenEdit(QUALIFICATIONS, "资质")
    shown(qtbot, tokens)
    tokens.choose(["leader", "medic"])
    tokens.setFocus()
    with qtbot.waitSignal(tokens.changed) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert told.args == [("leader",)]


@pytest.mark.parametrize(("allow_new", "expected"), [(True, ("潜水",)), (False, ())])
def test_new_words_become_a_token_only_where_that_is_allowed(
    qtbot: QtBot, appearance: Appearance, allow_new: bool, expected: tuple[str, ...]
) -> None:
    tokens = TokenEdit(QUALIFICATIONS, "资质", allow_new=allow_new)
    shown(qtbot, tokens)
    tokens.setFocus()
    field = QApplication.focusWidget()
    field.setText("潜水")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert tokens.chosen == expected


def test_a_range_of_days_is_never_empty(qtbot: QtBot) -> None:
    days = DateRangeField(date(2020, 4, 13), date(2020, 4, 19))
    qtbot.addWidget(days)
    first, last = days.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[0:3:2]
    with qtbot.waitSignal(days.range_changed) as told:
        first.set_day(date(2020, 5, 1))
    assert told.args == [(date(2020, 5, 1), date(2020, 5, 1))]
    with qtbot.waitSignal(days.range_changed) as told:
        last.set_day(date(2020, 4, 30))
    assert told.args == [(date(2020, 4, 30), date(2020, 4, 30))]


def test_showing_a_range_tells_nobody(qtbot: QtBot) -> None:
    days = DateRangeField(date(2020, 4, 13), date(2020, 4, 19))
    qtbot.addWidget(days)
    with qtbot.assertNotEmitted(days.range_changed):
        days.set_range(date(2020, 5, 1), date(2020, 5, 31))
    assert days.range == (date(2020, 5, 1), date(2020, 5, 31))


def test_offers_may_change_and_the_choice_stays(qtbot: QtBot) -> None:
    field = ChoiceField([("a3", "A3"), ("a4", "A4")])
    qtbot.addWidget(field)
    field.choose("a4")
    field.offer([("a5", "A5"), ("a4", "A4")])
    assert field.choice == "a4"
    field.choose("nobody")
    assert field.choice == "a4"


@pytest.mark.parametrize("make", [lambda: NumberField(5), lambda: ChoiceField(QUALIFICATIONS)])
def test_a_passing_wheel_changes_nothing(qtbot: QtBot, make) -> None:
    field = make()
    qtbot.addWidget(field)
    before = field.text() if isinstance(field, NumberField) else field.choice
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert (field.text() if isinstance(field, NumberField) else field.choice) == before


def test_arrows_in_a_search_walk_in_the_list(qtbot: QtBot) -> None:
    field = SearchField("姓名、拼音或首字母")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.walked) as told:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert told.args == [1]


def test_escape_clears_a_search_first(qtbot: QtBot) -> None:
    field = SearchField("姓名、拼音或首字母")
    qtbot.addWidget(field)
    field.setText("hp")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
