"""The calendar of one volunteer: the cells of that line by weeks, reached, turned and edited like every view."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from roster_desk import press

from roster_app.domain import edits
from roster_app.gui.roster.arrangements import BY_MONTH, BY_PLACE
from roster_app.gui.roster.totals import KINDS

Key, Mod = Qt.Key, Qt.KeyboardModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def month(page):
    """The page with the calendar in front, at a duty somebody holds."""
    page.arrangements.go_to_duty(next(iter(page.document.roster.assignments)))
    press(page, Key.Key_4, Mod.AltModifier)
    return page.arrangements.month


def test_a_key_brings_it_at_the_holder_of_the_current_duty(page, month):
    duty_id = page.arrangements.duty_id
    assert page.arrangements.front == BY_MONTH
    assert page.arrangements.person == page.document.roster.holder(duty_id)
    assert month._name.text() == page.document.opened.directory.name[page.arrangements.person]
    press(page, Key.Key_1, Mod.AltModifier)
    assert (page.arrangements.front, page.arrangements.duty_id) == (BY_PLACE, duty_id)


def test_every_day_shows_what_the_persons_line_shows(page, month):
    model, people = month.grid.model(), page.arrangements.people_model
    for column, day in enumerate(people.days):
        index = model.index_on(day.date)
        assert model.cell(index.row(), index.column()) == people.cell(model.row, column)
        assert model.data(index, SPOKEN) == people.data(people.index(model.row, column), SPOKEN)


def test_the_model_keeps_qts_contract_through_edits_and_turns(page, month):
    model = month.grid.model()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for duty in page.document.roster.plan.duties[:12]:
        page.document.carry_out(lambda roster, own=duty.id: edits.clear(roster, [own]))
        month.grid.turn(1)
    page.document.reload()
    assert model.rowCount() == 1


def test_a_week_is_a_line_that_begins_on_monday(qtbot, page, month):
    rostering, team = page.shell.services.rostering, page.document.opened.directory.team
    april = rostering.create_period(team.id, date(2020, 4, 25), date(2020, 5, 5))
    page.document.show(rostering.open(april.id))
    model = month.grid.model()
    assert (model.rowCount(), model.columnCount()) == (3, 7)
    assert model.day_at(0, 4) is None
    assert model.day_at(0, 5).date == date(2020, 4, 25)
    assert model.day_at(2, 1).date == date(2020, 5, 5)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mon"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_page_is_a_volunteer_at_the_same_day(page, month):
    people, day = page.arrangements.people_model.people, page.arrangements.day
    row = month.grid.model().row
    press(page, Key.Key_PageDown)
    assert page.arrangements.person == people[(row + 1) % len(people)].id
    assert page.arrangements.day == day
    press(page, Key.Key_PageUp)
    assert page.arrangements.person == people[row].id


def test_a_free_day_offers_the_duties_of_that_day(page, month):
    model = month.grid.model()
    free = next(d.date for c, d in enumerate(page.arrangements.people_model.days) if not model.cell(0, c).seats)
    person = page.arrangements.person
    month.grid.go_to_day(free)
    press(page, Key.Key_Return)
    press(page, Key.Key_Return)
    assert any(stint.day == free for stint in page.document.roster.line(person))


def test_delete_and_undo(page, month):
    duty_id = page.arrangements.duty_id
    press(page, Key.Key_Delete)
    assert page.document.roster.holder(duty_id) is None
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster.holder(duty_id) == page.arrangements.person


def test_figures_follow_the_judge(qtbot, page, month):
    duty_id, who = page.arrangements.duty_id, page.arrangements.person
    with qtbot.waitSignal(page.document.judged):
        page.document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    hours = page.document.opened.judge.burdens(page.document.roster)[who].minutes / 60
    assert len(month._bars) == len(KINDS)
    assert month._bars[0][0].text() == f"Hours {hours:g}"


def test_a_vacancy_keeps_the_calendar_and_goes_to_the_place(qtbot, page, month):
    duty_id = page.arrangements.duty_id
    press(page, Key.Key_Delete)
    page.arrangements.go_to_duty(duty_id)
    assert (page.arrangements.front, page.arrangements.duty_id) == (BY_PLACE, duty_id)


def test_without_a_roster_it_is_empty(page, month):
    page.document.show(None)
    assert month.grid.model().rowCount() == 0
    assert page.arrangements.person is None
