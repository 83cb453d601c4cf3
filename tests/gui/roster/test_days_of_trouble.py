"""Journeys of a day, with real clicks and keys: a sick call ten minutes into the night, a swap for two who asked."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from roster_desk import press

from roster_app.domain.cover import prove
from roster_app.domain.roster import Origin
from roster_app.gui.roster.page import RosterPage

Key, Mod, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
TEN_PAST = datetime(2020, 4, 15, 0, 10)


@pytest.fixture
def night(qtbot, shell, search, period_id):
    """The page ten minutes after midnight, when the night has begun."""
    page = RosterPage(replace(shell, now=lambda: TEN_PAST), lambda: search)
    qtbot.addWidget(page, before_close_func=lambda widget: widget.closing())
    page.resize(1084, 770)
    with qtbot.waitSignal(page.periods.opened):
        page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.activated()
    return page


def click_on(page, duty_id):
    grid = page.arrangements.places
    index = page.arrangements.places_model.index_of(duty_id)
    grid.scrollTo(index)
    QTest.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(index).center())


def test_a_sick_call_ten_minutes_into_the_night(night):
    page = night
    before = page.document.roster
    start = datetime(2020, 4, 15)
    duty = next(d for d in before.plan.duties if d.span.start == start and d.id in before.assignments)
    away, minutes = before.holder(duty.id), duty.span.minutes
    gap = prove(before, page.document.opened.directory).gap_minutes

    click_on(page, duty.id)
    press(page, Key.Key_F6)
    leaf = page.panel.stand_in
    rows = leaf.people.view
    who = leaf.people.rows.rows[0].key
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(leaf.people.rows.index(0)).center())

    roster = page.document.roster
    kept, taken = roster.plan.parts(roster.plan.duty[duty.id])
    assert (roster.holder(kept.id), kept.span.minutes) == (away, 10)
    assert (roster.holder(taken.id), taken.span.minutes) == (who, minutes - 10)
    assert roster.assignments[taken.id].origin is Origin.SUBSTITUTION
    assert prove(roster, page.document.opened.directory).gap_minutes == gap
    names = page.document.opened.directory.name
    assert names[who] in page.beside.standing_in.message
    page.beside.standing_in.copy_message()
    assert names[away] in QGuiApplication.clipboard().text()

    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster == before


def test_a_swap_on_behalf_of_two_who_asked(page):
    before = page.document.roster
    held = [d for d in before.plan.duties if d.id in before.assignments]
    one = held[0]
    other = next(
        d
        for d in held
        if before.holder(d.id) != before.holder(one.id) and d.span.start > one.span.start + timedelta(days=2)
    )
    first, second = before.holder(one.id), before.holder(other.id)
    click_on(page, one.id)
    press(page, Key.Key_X, Mod.ControlModifier)
    click_on(page, other.id)
    press(page, Key.Key_V, Mod.ControlModifier)
    after = page.document.roster
    assert (after.holder(one.id), after.holder(other.id)) == (second, first)
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster.assignments == before.assignments
