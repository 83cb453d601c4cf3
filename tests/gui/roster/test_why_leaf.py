"""Why and why not: the leaf follows the cell, asks the engine, and says what it heard in sentences."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from roster_desk import press

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.gui.roster.panel import PICKER, REASONS

Key = Qt.Key


def answered(qtbot, page):
    qtbot.waitUntil(lambda: bool(page.panel.why.reasons) and not page.beside.reasons.asking.is_waiting, timeout=20_000)
    return page.panel.why.reasons


def held(page):
    return next(iter(page.document.roster.assignments))


def test_f4_says_why_the_holder_holds_the_duty(qtbot, page):
    page.arrangements.go_to_duty(held(page))
    press(page, Key.Key_F4)
    assert page.panel.front == REASONS
    name = page.document.opened.directory.name[page.document.roster.holder(held(page))]
    assert answered(qtbot, page).startswith(f"{name} holds")


def test_a_click_on_a_name_says_why_not_and_leads_back(qtbot, page):
    page.arrangements.go_to_duty(held(page))
    press(page, Key.Key_F4)
    answered(qtbot, page)
    leaf = page.panel.why
    struck = next(row for row in leaf.choices.rows.rows if row.struck)
    leaf.choices.chosen.emit(struck.key)
    reasons = answered(qtbot, page)
    assert struck.words in reasons or "stands against it" in reasons or "Possible" in reasons
    QTest.mouseClick(leaf.back, Qt.MouseButton.LeftButton)
    assert "holds" in answered(qtbot, page)


def test_why_there_are_vacancies(qtbot, page):
    page.arrangements.go_to_duty(held(page))
    press(page, Key.Key_Delete)
    press(page, Key.Key_F4)
    assert answered(qtbot, page).startswith("Nobody holds")
    QTest.mouseClick(page.panel.why.vacancies, Qt.MouseButton.LeftButton)
    assert answered(qtbot, page)


def test_it_follows_the_cell_and_asks_nothing_while_another_leaf_is_in_front(qtbot, page, search):
    first, second, *_ = page.document.roster.assignments
    page.arrangements.go_to_duty(first)
    press(page, Key.Key_F4)
    before = answered(qtbot, page)
    page.arrangements.go_to_duty(second)
    qtbot.waitUntil(lambda: page.panel.why.reasons not in ("", before))
    page.panel.bring(PICKER)
    asked = len(search.asked)
    page.arrangements.go_to_duty(first)
    qtbot.wait(250)
    assert len(search.asked) == asked


def test_an_engine_that_fails_is_told(qtbot, page, search):
    search.error = DomainError(ErrorCode.ENGINE_STOPPED)
    page.arrangements.go_to_duty(held(page))
    press(page, Key.Key_F4)
    qtbot.waitUntil(lambda: "did not answer" in page.panel.why.accessible_remark)
