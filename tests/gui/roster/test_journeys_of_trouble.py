"""Journeys with real clicks and keys: a sick call at 22:10, a swap for two, a checkpoint that may close."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QMenu, QStyle, QStyleOptionButton
from roster_desk import fill, open_desk, press

from invented_team import TEAM, store, team
from roster_app.domain.cover import prove
from roster_app.domain.roster import Origin
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.what_if_dialog import WhatIfDialog

Key, Mod, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
TEN_PAST_TEN = datetime(2020, 4, 15, 22, 10)


@pytest.fixture(scope="module")
def directory():
    """Two checkpoints whose shifts begin at 6:00, 14:00 and 22:00."""
    made = team(people=20, checkpoints=2, hotline=False)
    earlier = tuple(
        replace(shift, start=(shift.start - 120) % 1440, end=(shift.start - 120) % 1440 + 480)
        for shift in made.shift_types
    )
    return replace(made, shift_types=earlier)


@pytest.fixture
def services(tmp_path, directory):
    """A week in which nearly every duty is held."""
    opened = open_desk(tmp_path)
    store(opened, directory)
    fill(opened, opened.rostering.create_period(TEAM, date(2020, 4, 13), date(2020, 4, 19)).id, directory)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, shell, search):
    """The page at ten past ten in the evening."""
    made = RosterPage(replace(shell, now=lambda: TEN_PAST_TEN), lambda: search)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.closing())
    made.resize(1084, 770)
    with qtbot.waitSignal(made.periods.opened):
        made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.activated()
    return made


def click_on(page, duty_id):
    grid = page.arrangements.places
    index = page.arrangements.places_model.index_of(duty_id)
    grid.scrollTo(index)
    QTest.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(index).center())


def test_a_sick_call_at_ten_past_ten_for_the_duty_of_ten(page):
    before, directory = page.document.roster, page.document.opened.directory
    start = TEN_PAST_TEN.replace(minute=0)
    duty = next(d for d in before.plan.duties if d.span.start == start and d.id in before.assignments)
    away, minutes = before.holder(duty.id), duty.span.minutes
    stood = {v: sum(d.span.minutes for d in before.line(v)) for v in directory.volunteer}
    gap = prove(before, directory).gap_minutes

    click_on(page, duty.id)
    press(page, Key.Key_F6)
    rows = page.panel.stand_in.people
    who = rows.rows.rows[0].key
    QTest.mouseClick(rows.view.viewport(), LEFT, pos=rows.view.visualRect(rows.rows.index(0)).center())

    after = page.document.roster
    kept, taken = after.plan.parts(after.plan.duty[duty.id])
    assert (after.holder(kept.id), kept.span.end) == (away, TEN_PAST_TEN)
    assert (after.holder(taken.id), taken.span.start) == (who, TEN_PAST_TEN)
    assert taken.span.end == duty.span.end
    assert after.assignments[taken.id].origin is Origin.SUBSTITUTION
    minutes_now = {v: sum(d.span.minutes for d in after.line(v)) for v in (away, who)}
    assert minutes_now == {away: stood[away] - (minutes - 10), who: stood[who] + (minutes - 10)}
    assert prove(after, directory).gap_minutes == gap
    stored = page.shell.services.rostering.open(page.document.opened.period.id).roster
    assert stored.assignments == after.assignments

    (copy,) = [b for b in page.panel.stand_in.findChildren(QAbstractButton) if b.isVisible() and "opy" in b.text()]
    QTest.mouseClick(copy, LEFT)
    message = QGuiApplication.clipboard().text()
    assert directory.name[away] in message
    assert directory.name[who] in message
    assert "22:10" in message

    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster == before


def choose_in_menu(page, words):
    """Open the menu beside the title and click an entry of it."""
    QTest.mouseClick(page.header._period_button, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text() == words)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def tick(box):
    """Click where the mark of a check box is."""
    option = QStyleOptionButton()
    box.initStyleOption(option)
    mark = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    QTest.mouseClick(box, LEFT, pos=mark.center() if mark.isValid() else QPoint(8, box.height() // 2))


def click_words(dialog, words):
    (button,) = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.text() == words]
    QTest.mouseClick(button, LEFT)


def test_what_if_a_checkpoint_were_closed(qtbot, page):
    before, services = page.document.roster, page.shell.services
    period = page.document.opened.period
    first = page.document.opened.directory.checkpoints_in_order[0]
    here = {d.id for d in before.plan.duties if before.plan.shift_of(d.id).checkpoint_id == first.id}

    choose_in_menu(page, "What if …")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WhatIfDialog)
    supposed = dialog.found
    tick(next(box for box in dialog.findChildren(QCheckBox) if box.text() == first.name))
    qtbot.waitUntil(lambda: dialog.found is not supposed)
    cells = dialog.figures.words[-1][1]
    assert int(cells) == len(here)  # every duty of the closed checkpoint goes

    click_words(dialog, "Search for a roster")
    qtbot.waitUntil(lambda: not dialog.is_searching)
    now, then = zip(*dialog.figures.words, strict=True)
    assert now != then  # the two rosters are told side by side
    found = dialog.found.roster
    assert services.rostering.open(period.id).roster.assignments == before.assignments  # nothing is stored yet

    with qtbot.waitSignal(page.periods.opened):
        click_words(dialog, "Adopt")
    adopted = page.document.roster
    assert page.document.opened.directory.checkpoint[first.id].pattern_id is None
    assert set(adopted.plan.duty) == set(before.plan.duty) - here
    assert {d: a.volunteer_id for d, a in adopted.assignments.items()} == {
        d: a.volunteer_id for d, a in found.assignments.items()
    }
    assert services.rostering.open(period.id).roster.assignments == adopted.assignments

    qtbot.waitUntil(lambda: page.window().focusWidget() is page.arrangements.grid)
    press(page, Key.Key_Z, Mod.ControlModifier)  # the assignments as they were; the checkpoint stays closed
    back = page.document.roster
    assert {d: a.volunteer_id for d, a in back.assignments.items()} == {
        d: a.volunteer_id for d, a in before.assignments.items() if d not in here
    }
    assert page.document.opened.directory.checkpoint[first.id].pattern_id is None


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
