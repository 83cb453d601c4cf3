"""The generate dialog: what it says it will do, how it stops, what it hands over, and what trouble costs."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from roster_desk import stored

from roster_app.domain import edits
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Origin
from roster_app.gui.roster.generate_dialog import Stage
from roster_app.gui.roster.search_scope import Reach, Request, difference, reached
from roster_app.gui.roster.search_watch import SearchWatch


@pytest.fixture
def dialog(page):
    page.generating.ask(page.window(), Reach.WHOLE)
    return page.generating.dialog


def finish(qtbot, dialog):
    dialog.start()
    qtbot.waitUntil(lambda: dialog.stage is Stage.DONE)


def test_the_engine_is_warmed_while_the_person_reads(dialog, search):
    assert search.warmed
    assert search.asked == []


def test_what_was_put_down_by_hand_and_what_is_locked_is_kept(page):
    plan = page.document.roster.plan.duties
    page.document.carry_out(lambda r: edits.set_locked(r, [plan[0].id], True))
    page.document.carry_out(lambda r: edits.swap(r, plan[4].id, plan[9].id))
    found = reached(page.document.roster, Request())
    by_hand = {d for d, a in page.document.roster.assignments.items() if a.origin is Origin.HAND}
    assert plan[0].id not in found.planned
    assert by_hand
    assert not by_hand & found.planned
    assert (found.locked, found.by_hand) == (1, len(by_hand))
    everything = reached(page.document.roster, Request(keep_hand=False))
    assert everything.planned == set(page.document.roster.plan.duty) - {plan[0].id}


def test_only_the_vacancies_are_planned_where_wished(page):
    vacant = [d.id for d in page.document.roster.plan.duties[3:6]]
    page.document.carry_out(lambda r: edits.clear(r, vacant))
    found = reached(page.document.roster, Request(only_vacant=True))
    assert found.planned == {d.id for d in page.document.roster.vacancies}


def test_only_the_chosen_days_are_planned(page):
    first, last = date(2020, 4, 16), date(2020, 4, 20)
    roster = page.document.roster
    found = reached(roster, Request((first, last)))
    assert {roster.plan.shift_of(d).day for d in found.planned} == {d for d in roster.period.days if first <= d <= last}
    assert found.held == sum(not first <= roster.plan.shift_of(d).day <= last for d in roster.assignments)


def test_the_engine_is_asked_for_just_these_duties(qtbot, page, dialog, search):
    days = date(2020, 4, 14), page.document.roster.period.last  # what is over stays as it was
    expected = reached(page.document.roster, Request(days)).planned
    finish(qtbot, dialog)
    (scope,) = search.asked
    assert (scope.duties, scope.keep_held) == (expected, True)


def test_the_result_is_not_stored_before_it_is_accepted(qtbot, page, dialog):
    before = stored(page)
    finish(qtbot, dialog)
    assert stored(page) == before
    dialog._accept.click()
    assert {d: a.volunteer_id for d, a in stored(page).items()} == dialog.result.assignments
    page.document.undo()
    assert stored(page) == before


def test_discarding_leaves_everything_as_it_was(qtbot, page, dialog):
    before = stored(page)
    finish(qtbot, dialog)
    dialog._give_up.click()
    assert not dialog.isVisible()
    assert stored(page) == before
    assert page.document.shown.roster is page.document.roster


def test_looking_lays_a_ghost_over_the_grid_with_its_counts(qtbot, page, dialog):
    before = page.document.roster
    finish(qtbot, dialog)
    expected = difference(before, dialog.result)
    dialog._look.click()
    assert page.bar.isVisible()
    assert page.document.shown.ghosts == page.document.proposed.duty_ids
    assert len(page.document.shown.ghosts) == expected.total
    assert str(expected.total) in page.bar._words.text()
    page.bar.accept_button.click()
    assert not page.bar.isVisible()
    assert difference(page.document.roster, dialog.result).total == 0


def test_escape_in_the_grid_discards_the_ghost(qtbot, page, dialog):
    finish(qtbot, dialog)
    dialog._look.click()
    before = stored(page)
    page.arrangements.grid.wishes.leaving.emit()
    assert not page.bar.isVisible()
    assert stored(page) == before


def test_stopping_keeps_the_best_so_far(qtbot, page, dialog, search):
    search.waits = True
    dialog.start()
    qtbot.waitUntil(lambda: dialog.result is not None)
    assert dialog.stage is Stage.RUNNING
    dialog._show_progress()
    with qtbot.waitSignal(page.document.step_done):
        dialog._accept.click()
    assert {d: a.volunteer_id for d, a in stored(page).items()} == dialog.result.assignments


def test_giving_up_stops_the_engine_and_stores_nothing(qtbot, page, dialog, search):
    search.waits = True
    before = stored(page)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.result is not None)
    dialog._give_up.click()
    qtbot.waitUntil(lambda: not page.shell.tasks.busy)
    assert stored(page) == before


def test_escape_never_loses_a_roster_that_was_found(qtbot, dialog):
    finish(qtbot, dialog)
    dialog.reject()
    assert dialog.isVisible()


def test_a_crash_of_the_engine_is_a_sentence_and_costs_nothing(qtbot, page, dialog, search):
    search.error = DomainError(ErrorCode.ENGINE_STOPPED)
    before = stored(page)
    with qtbot.waitSignal(page.shell.errors.refused):
        dialog.start()
    assert dialog.stage is Stage.SETUP
    assert stored(page) == before


def test_nothing_to_plan_is_said_and_not_searched(page, search):
    page.document.carry_out(lambda r: edits.set_locked(r, list(r.assignments), True))
    vacant = [d.id for d in page.document.roster.vacancies]
    people = [v.id for v in page.document.opened.directory.volunteers]
    for n, duty_id in enumerate(vacant):
        page.editing.assign([duty_id], people[n])
    page.generating.ask(page.window(), Reach.VACANCIES)
    page.generating.dialog.start()
    assert page.generating.dialog.stage is Stage.SETUP
    assert search.asked == []


def test_a_watch_keeps_the_falling_line_and_the_rising_bound():
    from roster_desk import Report

    watch = SearchWatch(1)
    for report in (Report(0.1, 90, 5), Report(0.2, 95, 5), Report(0.3, 60, 20), Report(0.4, 60, 18)):
        watch.take(report)
    assert watch.costs == [(0.1, 90), (0.3, 60)]
    assert watch.bounds == [(0.1, 5), (0.3, 20)]
    assert watch.gap == pytest.approx(40 / 60)
    assert not watch.is_optimal


def test_the_page_closes_the_engine(qtbot, page, dialog, search):
    dialog.reject()
    page.closing()
    assert search.closed


def test_the_dialog_is_freed_when_it_is_closed(qtbot, page, dialog):
    import shiboken6

    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    QTest.qWait(0)
