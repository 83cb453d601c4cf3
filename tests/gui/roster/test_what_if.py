"""What if: nothing is stored before it is adopted, and then everything at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from roster_desk import press

from roster_app.gui.roster.what_if_figures import changed_cells

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(page):
    press(page, Key.Key_G, Mod.ControlModifier | Mod.ShiftModifier)
    return page.supposing.dialog


def first_place(dialog):
    return next(iter(dialog.demand._open))


def close_first(qtbot, dialog):
    before = dialog.found
    dialog.demand._open[first_place(dialog)].click()
    qtbot.waitUntil(lambda: dialog.found is not before)


def filled(qtbot, dialog):
    dialog.generate()
    qtbot.waitUntil(lambda: not dialog.is_searching)


def test_it_begins_with_how_things_are(dialog):
    for now, then in dialog.figures.words[:-1]:
        assert now == then
    assert dialog.figures.words[-1] == ("", "0")
    assert not dialog._generate.isEnabled()


def test_a_closed_checkpoint_is_compared_before_anything_is_searched(qtbot, page, dialog):
    stored = page.document.roster
    close_first(qtbot, dialog)
    place = first_place(dialog)
    gone = sum(stored.plan.shift_of(d.id).checkpoint_id == place for d in stored.plan.duties)
    assert dialog.figures.words[-1] == ("", str(gone))
    assert changed_cells(page.document.opened, dialog.found) == gone
    page.document.reload()
    assert page.document.roster == stored


def test_dropping_leaves_everything(qtbot, page, dialog):
    stored = page.document.roster
    close_first(qtbot, dialog)
    filled(qtbot, dialog)
    press(page, Key.Key_Escape)
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.supposing.dialog is None)
    page.document.reload()
    assert page.document.roster == stored
    assert page.window().focusWidget() is page.arrangements.grid


def test_adopting_stores_demand_and_assignments_together(qtbot, page, dialog, services):
    close_first(qtbot, dialog)
    place = first_place(dialog)
    filled(qtbot, dialog)
    supposed = dialog.found.roster
    with qtbot.waitSignal(page.periods.opened):
        QTest.mouseClick(dialog._adopt, Qt.MouseButton.LeftButton)
    opened = page.document.opened
    assert opened.directory.checkpoint[place].pattern_id is None
    assert set(opened.roster.plan.duties) == set(supposed.plan.duties)
    assert {d: a.volunteer_id for d, a in opened.roster.assignments.items()} == {
        d: a.volunteer_id for d, a in supposed.assignments.items()
    }
    assert page.supposing.dialog is None


def test_somebody_away_gets_leave_and_stands_nothing(qtbot, page, dialog):
    who = next(iter(page.document.roster.assignments.values())).volunteer_id
    before = dialog.found
    dialog.demand._away.choose([str(who)])
    dialog.demand.changed.emit()
    qtbot.waitUntil(lambda: dialog.found is not before)
    assert dialog.found.roster.line(who) == ()
    filled(qtbot, dialog)
    with qtbot.waitSignal(page.periods.opened):
        QTest.mouseClick(dialog._adopt, Qt.MouseButton.LeftButton)
    assert any(leave.volunteer_id == who for leave in page.document.opened.directory.leaves)


def test_an_engine_that_fails_leaves_the_supposition(qtbot, dialog, search):
    close_first(qtbot, dialog)
    search.error = OSError("no more memory")
    filled(qtbot, dialog)
    assert dialog._generate.isVisible()
    assert not dialog._adopt.isVisible()
