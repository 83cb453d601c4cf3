"""Who has how much of what, whose turn it is, who has had no rest: and a click goes to the cells."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from roster_app.domain.resting import days_on_duty
from roster_app.gui.roster.arrangements import BY_PERSON
from roster_app.gui.roster.fairness_panel import REST, TURNS
from roster_app.gui.roster.panel import FAIRNESS


def rows(page):
    return page.panel.fairness.rows.rows.rows


def choose(page, look):
    page.panel.fairness.look.choose(look)
    page.panel.fairness.look_chosen.emit()


def test_the_pill_brings_the_leaf_with_the_widest_miss_first(page):
    page.status.pills._fairness.click()
    assert page.panel.front == FAIRNESS
    assert page.arrangements.front == BY_PERSON
    assert len(rows(page)) == len(page.document.opened.directory.volunteers)
    misses = [row.chip != "fair" for row in rows(page)]
    assert misses == sorted(misses, reverse=True)


def test_a_click_goes_to_the_persons_line(page):
    page.panel.bring(FAIRNESS)
    row = rows(page)[3]
    page.panel.fairness.rows.chosen.emit(row.key)
    assert page.arrangements.front == BY_PERSON
    assert page.arrangements.person == row.key


def test_days_without_rest_count_up_to_today(page):
    page.panel.bring(FAIRNESS)
    choose(page, REST)
    roster, today = page.document.roster, page.shell.now().date()
    runs = {v.id: days_on_duty(roster, v.id, today).now for v in page.document.opened.directory.volunteers}
    assert [runs[row.key] for row in rows(page)] == sorted(runs.values(), reverse=True)


def test_without_a_queue_the_leaf_says_where_to_make_one(page):
    page.panel.bring(FAIRNESS)
    choose(page, TURNS)
    assert rows(page) == []
    assert "rules of the team" in page.panel.fairness.accessible_remark


def test_it_follows_every_edit(page):
    page.panel.bring(FAIRNESS)
    before = [row.reasons() for row in rows(page)]
    page.arrangements.go_to_duty(next(iter(page.document.roster.assignments)))
    QTest.keyClick(page.arrangements.grid, Qt.Key.Key_Delete)
    QTest.qWait(50)
    assert [row.reasons() for row in rows(page)] != before


def test_a_run_is_counted_over_the_edge_of_the_period(page):
    roster = page.document.roster
    someone = page.document.opened.directory.volunteers[0].id
    assert days_on_duty(roster, someone, date(2020, 1, 1)).now == 0
