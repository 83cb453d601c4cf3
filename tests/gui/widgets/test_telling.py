"""Pills, messages, status and forms say what is so, keep their place, and never take the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance
from roster_app.gui.widgets import (
    BusyStrip,
    Form,
    IconButton,
    KeyHint,
    MessageAction,
    MessageBar,
    PageHeader,
    Pill,
    PillRow,
    PrimaryButton,
    StatusBar,
    busy,
    message_bar,
)


def host(qtbot: QtBot) -> QWidget:
    """A window with a field that has the focus."""
    window = QWidget()
    window.resize(800, 400)
    column = QVBoxLayout(window)
    field = QLineEdit()
    column.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make",
    [lambda: Pill("缺口 480 分钟", "横岗", "act"), lambda: PrimaryButton("打印"), lambda: IconButton("x", "关闭")],
)
def test_enter_and_space_press_what_has_the_focus(qtbot: QtBot, make, key: Qt.Key) -> None:
    button = make()
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_an_icon_without_a_name_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="name"):
        IconButton("x", "")


def test_a_pill_is_read_as_one_phrase(qtbot: QtBot) -> None:
    pill = Pill("缺口 480 分钟", "横岗 4月15日", "act")
    qtbot.addWidget(pill)
    pill.tell("缺口 70 分钟", "热线")
    assert pill.accessibleName() == "缺口 70 分钟 热线"
    assert pill.kind == "act"


def test_a_pill_that_leads_nowhere_takes_no_focus(qtbot: QtBot) -> None:
    pill = Pill("识别 12 条", leads=False)
    qtbot.addWidget(pill)
    assert pill.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_pills_wrap_where_the_window_is_narrow(qtbot: QtBot, appearance: Appearance) -> None:
    row = PillRow()
    qtbot.addWidget(row)
    row.show_pills([Pill(f"缺口 {count} 分钟", "横岗 4月15日") for count in range(4)])
    assert row.heightForWidth(2000) == 28
    assert row.heightForWidth(400) == 2 * 28 + 8
    assert row.heightForWidth(120) == 4 * 28 + 3 * 8


def test_a_header_gives_its_pills_the_height_they_need(qtbot: QtBot, appearance: Appearance) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    header = PageHeader("2020年4月值班表")
    header.show_pills([Pill(f"缺口 {count} 分钟", "横岗 4月15日 00–08 缺 1 人") for count in range(4)])
    column.addWidget(header)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(1400, 500)
    window.show()
    one_row = header.height()
    window.resize(600, 500)
    qtbot.waitUntil(lambda: header.height() > one_row)
    pills = header.findChildren(Pill)
    assert max(pill.mapTo(header, pill.rect().bottomRight()).y() for pill in pills) < header.height()
    assert max(pill.mapTo(header, pill.rect().bottomRight()).x() for pill in pills) < header.width()


@pytest.mark.parametrize(("width", "beside"), [(1000, True), (420, False)])
def test_a_title_is_never_cut_for_its_buttons(qtbot: QtBot, appearance: Appearance, width: int, beside: bool) -> None:
    header = PageHeader()
    header.show_title("2020年4月值班表", "草稿 · 基于第 2 版")
    button = PrimaryButton("发布与打印")
    for widget in (QPushButton("自动排班…"), button):
        header.add_action(widget)
    qtbot.addWidget(header)
    header.resize(width, 120)
    header.show()
    QApplication.processEvents()
    title = next(label for label in header.findChildren(QLabel) if label.text() == "2020年4月值班表")
    assert title.width() >= title.sizeHint().width()
    assert (button.mapTo(header, button.rect().topLeft()).y() < title.geometry().bottom()) is beside


def test_a_window_can_be_narrowed_past_the_width_of_one_row(qtbot: QtBot, appearance: Appearance) -> None:
    window = QWidget()
    header = PageHeader("2020年4月值班表")
    header.add_action(PrimaryButton("发布与打印"))
    header.add_action(QPushButton("自动排班…"))
    QVBoxLayout(window).addWidget(header)
    qtbot.addWidget(window)
    window.resize(1000, 300)
    window.show()
    QApplication.processEvents()
    for _attempt in range(3):
        window.resize(360, 300)
        QApplication.processEvents()
    assert window.width() == 360


def test_pills_shown_again_keep_their_place_and_the_others_go(qtbot: QtBot) -> None:
    row = PillRow()
    qtbot.addWidget(row)
    row.show()
    kept, given_up, new = Pill("一"), Pill("二"), Pill("三")
    row.show_pills([kept, given_up])
    row.show_pills([new, kept])
    assert row.pills == [new, kept] or set(row.pills) == {new, kept}
    assert given_up.isHidden()


def test_a_message_does_not_take_the_focus(qtbot: QtBot, appearance: Appearance) -> None:
    window = host(qtbot)
    before = QApplication.focusWidget()
    MessageBar(window).tell("王建国刚刚被同事调走", "act", MessageAction("重试", lambda: None))
    assert QApplication.focusWidget() is before


def test_the_message_before_comes_back(qtbot: QtBot, appearance: Appearance) -> None:
    bar = MessageBar(host(qtbot))
    bar.tell("第一件", "act")
    bar.tell("第二件", "look")
    assert bar.message.text == "第二件"
    bar.close_message()
    assert bar.message.text == "第一件"
    with qtbot.waitSignal(bar.emptied):
        bar.close_message()
    assert bar.isHidden()


def test_the_same_words_are_not_said_twice(qtbot: QtBot, appearance: Appearance) -> None:
    bar = MessageBar(host(qtbot))
    bar.tell("磁盘已满", "act")
    bar.tell("磁盘已满", "act")
    bar.close_message()
    assert bar.message is None


@pytest.mark.parametrize(("kind", "stays"), [("info", False), ("good", False), ("look", True), ("act", True)])
def test_only_good_news_leave_by_themselves(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch, kind: str, stays: bool
) -> None:
    monkeypatch.setattr(message_bar, "_SHOWN_FOR", 1)
    bar = MessageBar(host(qtbot))
    bar.tell("先说的", "act")
    bar.tell("已导入 58 人", kind)
    if stays:
        assert not bar._clock.isActive()
    else:
        qtbot.waitUntil(lambda: bar.message.text == "先说的")


def test_a_way_out_is_taken_once_and_closes_the_message(qtbot: QtBot, appearance: Appearance) -> None:
    taken: list[str] = []
    bar = MessageBar(host(qtbot))
    bar.tell("没有写入", "act", MessageAction("重试", lambda: taken.append("重试")))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert taken == ["重试"]
    assert bar.message is None


def test_a_message_taken_back_leaves_the_others(qtbot: QtBot, appearance: Appearance) -> None:
    bar = MessageBar(host(qtbot))
    first = bar.tell("第一件", "act")
    bar.tell("第二件", "act")
    bar.take_back(first)
    bar.close_message()
    assert bar.message is None


def test_a_long_message_stays_inside_its_window(qtbot: QtBot, appearance: Appearance) -> None:
    window = host(qtbot)
    bar = MessageBar(window)
    bar.tell("王建国刚刚被同事调走，这一步没有写入。" * 8, "act", MessageAction("重试", lambda: None))
    window.resize(500, 400)
    QApplication.processEvents()
    assert window.rect().contains(bar.geometry())


def test_key_hints_give_way_the_last_first(qtbot: QtBot, appearance: Appearance) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1200, 30)
    bar.show()
    bar.show_hints([("Enter", "换人"), ("空格", "锁定"), ("F8", "下一处冲突")])
    QApplication.processEvents()
    assert [hint.accessibleName() for hint in shown_hints(bar)] == ["Enter 换人", "空格 锁定", "F8 下一处冲突"]
    bar.show_saved("已保存 · 刚刚")
    bar.resize(260, 30)
    QApplication.processEvents()
    assert [hint.accessibleName() for hint in shown_hints(bar)] == ["Enter 换人"]


def shown_hints(bar: StatusBar) -> list[KeyHint]:
    return [hint for hint in bar.findChildren(KeyHint) if hint.isVisible()]


def test_a_row_of_a_form_is_tied_together(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = QLineEdit()
    row = form.add("手机(&P)", field, "只印后四位")
    assert row.label.buddy() is field
    assert field.accessibleName() == "手机"
    assert field.accessibleDescription() == "只印后四位"


def test_an_error_marks_its_field_until_it_is_mended(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    row = form.add("手机(&P)", QLineEdit(), "只印后四位")
    row.show_error("手机号应为 11 位")
    assert row.field.property("wrong") is True
    assert row.field.accessibleDescription() == "手机号应为 11 位"
    row.show_error("")
    assert row.field.property("wrong") is False
    assert row.field.accessibleDescription() == "只印后四位"


def test_short_work_shows_nothing(qtbot: QtBot) -> None:
    strip = BusyStrip(host(qtbot))
    strip.begin()
    assert strip.is_busy
    assert strip.isHidden()
    strip.end()
    assert not strip.is_busy
    assert not strip._patience.isActive()


def test_long_work_shows_until_all_of_it_has_ended(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(busy, "_PATIENCE", 1)
    strip = BusyStrip(host(qtbot))
    strip.begin()
    strip.begin()
    qtbot.waitUntil(strip.isVisible)
    strip.end()
    assert strip.isVisible()
    strip.end()
    assert strip.isHidden()
