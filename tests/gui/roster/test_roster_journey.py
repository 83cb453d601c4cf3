"""From nothing to a roster, and back and forth, without touching the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from roster_desk import stored

from roster_app.domain import edits
from roster_app.gui.roster.generate_dialog import Stage
from roster_app.gui.roster.search_scope import Reach
from roster_app.services import Search

Key, Mod = Qt.Key, Qt.KeyboardModifier


def press(key, modifier=Mod.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_a_coordinator_who_never_touches_the_mouse(qtbot, make_page):
    page = make_page()
    page.activateWindow()
    page.activated()
    with qtbot.waitSignal(page.document.reloaded):
        press(Key.Key_Return)  # create the period that is suggested
    assert page.document.opened.period.first.isoformat() == "2020-04-01"
    assert not page.document.roster.assignments

    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.arrangements.grid)
    press(Key.Key_G, Mod.ControlModifier)
    dialog = page.generating.dialog
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    press(Key.Key_Return)  # start
    qtbot.waitUntil(lambda: dialog.stage is Stage.DONE)
    press(Key.Key_Return)  # accept
    assert not page.document.roster.vacancies
    assert len(stored(page)) == len(page.document.roster.plan.duties)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.arrangements.grid)
    press(Key.Key_Home)
    duty_id = page.arrangements.duty_id
    press(Key.Key_Delete)
    assert duty_id not in stored(page)

    person = page.document.opened.directory.volunteers[4]
    initials = "".join(syllable[0] for syllable in person.pinyin.split())
    for letter in initials:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    chosen = page.panel.picker.choices.rows.rows[0].key
    press(Key.Key_Return)
    assert stored(page)[duty_id].volunteer_id == chosen

    press(Key.Key_Z, Mod.ControlModifier)
    assert duty_id not in stored(page)
    press(Key.Key_Y, Mod.ControlModifier)
    assert stored(page)[duty_id].volunteer_id == chosen

    for _step in range(3):
        press(Key.Key_Z, Mod.ControlModifier)
    assert stored(page) == {}


def test_the_real_engine_answers_and_is_stopped_with_the_best_so_far(qtbot, make_page, period_id):
    page = make_page()
    page.engine.make_search = Search
    page.document.carry_out(lambda roster: edits.clear(roster, list(roster.assignments)))
    page.generating.ask(page.window(), Reach.WHOLE)
    dialog = page.generating.dialog
    dialog.start()
    qtbot.waitUntil(lambda: dialog.result is not None or dialog.stage is Stage.SETUP, timeout=60_000)
    qtbot.waitUntil(dialog._accept.isEnabled, timeout=10_000)
    with qtbot.waitSignal(page.document.step_done, timeout=30_000):
        dialog._accept.click()
    assert {d: a.volunteer_id for d, a in stored(page).items()} == dialog.result.assignments
    assert len(page.document.roster.vacancies) < len(page.document.roster.plan.duties)
