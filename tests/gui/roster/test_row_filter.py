"""Only some lines in sight: in every arrangement, kept over edits, and given up where it hides what is gone to."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from roster_desk import press

from roster_app.domain.ids import CrewId
from roster_app.gui.roster.arrangements import BY_DAY, BY_PERSON, BY_PLACE
from roster_app.gui.roster.filter_menu import FilterMenu
from roster_app.gui.roster.row_filter import RowFilter, Sieve

Key, Mod = Qt.Key, Qt.KeyboardModifier


def places_in_sight(page):
    model = page.arrangements.places_model
    return {model.row(r).checkpoint_id for r in range(model.rowCount())}


def people_in_sight(page):
    model, grid = page.arrangements.people_model, page.arrangements.people.grid
    return {person.id for row, person in enumerate(model.people) if not grid.isRowHidden(row)}


def test_one_checkpoint_in_every_arrangement(page):
    here = page.arrangements
    place = page.document.opened.directory.checkpoints_in_order[0]
    here.narrow_to(RowFilter(checkpoints=frozenset({place.id})))
    assert places_in_sight(page) == {place.id}
    assert {lane.checkpoint_id for lane in here.lanes_model.lanes} == {place.id}
    roster = page.document.roster
    there = {s.volunteer_id for s in roster.stints if s.checkpoint_id == place.id}
    assert people_in_sight(page) == there
    assert place.name in page.header.filter.toolTip()


def test_one_person_and_everything_again(page):
    roster = page.document.roster
    who = next(iter(roster.assignments.values())).volunteer_id
    page.arrangements.narrow_to(RowFilter(person=who))
    assert people_in_sight(page) == {who}
    model = page.arrangements.places_model
    for row in range(model.rowCount()):
        duties = [model.duty_id(model.index(row, c)) for c in range(model.columnCount())]
        assert who in {roster.holder(d) for d in duties if d is not None}
    page.arrangements.narrow_to(RowFilter())
    assert len(places_in_sight(page)) == len(page.document.opened.directory.checkpoints)
    assert page.header.filter.toolTip() == "Filter"


def test_going_to_a_hidden_duty_shows_everything_again(page):
    first, second = page.document.opened.directory.checkpoints_in_order[:2]
    page.arrangements.narrow_to(RowFilter(checkpoints=frozenset({first.id})))
    plan = page.document.roster.plan
    hidden = next(d.id for d in plan.duties if plan.shift_of(d.id).checkpoint_id == second.id)
    page.arrangements.go_to_duty(hidden)
    assert page.arrangements.duty_id == hidden
    assert not page.arrangements.filter.is_on


def test_an_edit_does_not_take_a_line_out_of_sight(page):
    roster = page.document.roster
    who = next(iter(roster.assignments.values())).volunteer_id
    page.arrangements.narrow_to(RowFilter(person=who))
    rows = page.arrangements.places_model.rowCount()
    for stint in roster.line(who):
        page.editing.clear([stint.duty_id])
    assert page.arrangements.places_model.rowCount() == rows


def test_a_crew_is_its_members(page):
    shown = page.document.shown
    sieve = Sieve(RowFilter(crews=frozenset({CrewId(5)})), shown.roster, shown.directory)
    assert not any(sieve.keeps_person(v) for v in shown.directory.volunteers)


def test_the_menu_offers_places_and_the_person_of_the_line(page):
    directory = page.document.opened.directory
    who = directory.volunteers[0]
    chosen = []
    menu = FilterMenu(RowFilter(), directory, who.id, page)
    menu.chosen.connect(chosen.append)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert {place.name for place in directory.checkpoints} < set(texts)
    next(a for a in menu.actions() if who.name in a.text()).trigger()
    assert chosen == [RowFilter(person=who.id)]
    menu.deleteLater()


@pytest.mark.parametrize("name", [BY_PLACE, BY_PERSON, BY_DAY])
def test_larger_and_smaller_by_key_and_by_wheel(page, name):
    page.arrangements.bring(name)
    page.arrangements.grid.setFocus()
    before = page.arrangements.grid.font().pixelSize()
    press(page, Key.Key_Equal, Mod.ControlModifier)
    assert page.arrangements.grid.font().pixelSize() > before
    press(page, Key.Key_0, Mod.ControlModifier)
    assert page.arrangements.grid.font().pixelSize() == before
    viewport = page.arrangements.grid.viewport()
    middle = QPointF(viewport.rect().center())
    none = Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), none, Mod.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(viewport, wheel)
    assert page.arrangements.grid.font().pixelSize() < before
    page.arrangements.zooming.step(0)
