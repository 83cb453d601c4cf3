"""Somebody does not come: two clicks find a stand-in, and the minutes already stood stay with who stood them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from roster_desk import NOW, press

from roster_app.domain.roster import Origin
from roster_app.gui.roster.panel import PICKER, STAND_IN

Key, Mod = Qt.Key, Qt.KeyboardModifier


def held_duty(page, *, running):
    """A held duty that is going on now, or the first one after now."""
    roster = page.document.roster
    for duty in sorted(roster.plan.duties, key=lambda d: d.span):
        is_running = duty.span.start < NOW < duty.span.end
        if duty.id in roster.assignments and (is_running if running else duty.span.start > NOW):
            return duty
    raise AssertionError("no such duty")


def first_row(leaf):
    return leaf.people.rows.rows[0]


def plans_in(leaf):
    return leaf.plans.rows.rows


def test_f6_on_a_duty_and_a_click_on_a_name(qtbot, page):
    duty = held_duty(page, running=False)
    away = page.document.roster.holder(duty.id)
    page.arrangements.go_to_duty(duty.id)
    press(page, Key.Key_F6)
    leaf = page.panel.stand_in
    assert page.panel.front == STAND_IN
    assert page.document.opened.directory.name[away] in leaf.accessible_title
    chosen = first_row(leaf).key
    rect = leaf.people.view.visualRect(leaf.people.rows.index(0))
    QTest.mouseClick(leaf.people.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    held = page.document.roster.assignments[duty.id]
    assert (held.volunteer_id, held.origin) == (chosen, Origin.SUBSTITUTION)
    assert page.window().focusWidget() is page.arrangements.grid
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster.holder(duty.id) == away


def test_a_duty_that_has_begun_is_taken_over_from_now_on(page):
    duty = held_duty(page, running=True)
    away = page.document.roster.holder(duty.id)
    minutes = duty.span.minutes
    page.arrangements.go_to_duty(duty.id)
    press(page, Key.Key_F6)
    chosen = first_row(page.panel.stand_in).key
    press(page, Key.Key_Return)
    roster = page.document.roster
    kept, taken = roster.plan.parts(roster.plan.duty[duty.id])
    assert (roster.holder(kept.id), kept.span.end) == (away, NOW)
    assert (roster.holder(taken.id), taken.span.start) == (chosen, NOW)
    assert kept.span.minutes + taken.span.minutes == minutes
    assert page.arrangements.duty_id == duty.id, "the place is kept"
    page.document.reload()
    assert page.document.roster == roster
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster.plan.duty[duty.id].span.minutes == minutes


def test_the_message_names_the_duty_and_goes_to_the_clipboard(page):
    duty = held_duty(page, running=False)
    page.arrangements.go_to_duty(duty.id)
    press(page, Key.Key_F6)
    name = page.document.opened.directory.name
    QTest.mouseClick(page.panel.stand_in.copy, Qt.MouseButton.LeftButton)
    words = QGuiApplication.clipboard().text()
    assert name[page.document.roster.holder(duty.id)] in words
    likely = [row.words for row in page.panel.stand_in.people.rows.rows if not row.struck]
    assert all(who in words for who in likely[:3])
    assert likely or "Whoever can take it" in words


def test_plans_come_from_the_engine_and_a_click_carries_one_out(qtbot, page):
    duty = held_duty(page, running=False)
    away = page.document.roster.holder(duty.id)
    page.arrangements.go_to_duty(duty.id)
    press(page, Key.Key_F6)
    leaf = page.panel.stand_in
    qtbot.waitUntil(lambda: bool(plans_in(leaf)) and not page.beside.standing_in.asking.is_waiting, timeout=20_000)
    assert len(plans_in(leaf)) <= 3
    before = page.document.roster
    leaf.plans.chosen.emit(plans_in(leaf)[0].key)
    assert page.document.roster.holder(duty.id) != away
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster == before


def test_a_longer_absence_is_planned_and_noted_as_leave(qtbot, page, services):
    duty = held_duty(page, running=False)
    away = page.document.roster.holder(duty.id)
    page.arrangements.go_to_duty(duty.id)
    press(page, Key.Key_F6)
    leaf = page.panel.stand_in
    leaf.length.choose("week")
    leaf.length_chosen.emit("week")
    qtbot.waitUntil(lambda: bool(plans_in(leaf)) and not page.beside.standing_in.asking.is_waiting, timeout=20_000)
    with qtbot.waitSignal(page.periods.opened):
        leaf.plans.chosen.emit(plans_in(leaf)[0].key)
    opened = page.document.opened
    end = duty.span.start + timedelta(days=7)
    lines = [s for s in opened.roster.line(away) if duty.span.start <= s.span.start < end]
    assert lines == []
    assert any(leave.volunteer_id == away for leave in opened.directory.leaves)


@pytest.mark.parametrize("vacant", [True, False])
def test_where_nobody_can_be_missed_the_leaf_says_why(page, shell, vacant):
    duty = held_duty(page, running=False)
    page.arrangements.go_to_duty(duty.id)
    if vacant:
        press(page, Key.Key_Delete)
    else:
        later = replace(shell, now=lambda: datetime(2020, 4, 30))
        page.beside.standing_in._shell = later
    press(page, Key.Key_F6)
    leaf = page.panel.stand_in
    assert not leaf.people.isVisible()
    assert ("Nobody holds" in leaf.accessible_remark) is vacant
    assert ("over" in leaf.accessible_remark) is not vacant


def test_escape_goes_back_to_the_grid(page):
    page.arrangements.go_to_duty(held_duty(page, running=False).id)
    press(page, Key.Key_F6)
    press(page, Key.Key_Escape)
    assert page.window().focusWidget() is page.arrangements.grid
    press(page, Key.Key_Return)
    assert page.panel.front == PICKER


def test_least_recently_asked_come_first(page):
    duties = [d for d in sorted(page.document.roster.plan.duties, key=lambda d: d.span) if d.span.start > NOW]
    held = [d for d in duties if d.id in page.document.roster.assignments]
    page.arrangements.go_to_duty(held[0].id)
    press(page, Key.Key_F6)
    first = first_row(page.panel.stand_in).key
    press(page, Key.Key_Return)
    page.arrangements.go_to_duty(held[-1].id)
    press(page, Key.Key_F6)
    rows = page.panel.stand_in.people.rows.rows
    mine = next((row for row in rows if row.key == first), None)
    if mine is not None and not mine.struck:
        assert "last stood in" in mine.reasons()
    assert all("stood in" in row.reasons() for row in rows if not row.struck)
