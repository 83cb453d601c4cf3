"""Rules beyond the usual limits: added from the catalogue, weighed, changed, taken out, by clicks and by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from window_cases import World, dialog_of, is_freed, press, unnamed, write

import invented_team
from roster_app.domain import book
from roster_app.domain.people import Crew
from roster_app.domain.team import Directory
from roster_app.gui.team.cycle_field import CycleInput
from roster_app.gui.team.rule_form import RuleForm
from roster_app.gui.team.rules_dialog import RulesDialog
from roster_app.gui.team.whom_field import OrderInput, WhomInput
from roster_app.gui.widgets import ChoiceField, PrimaryButton
from roster_app.services.rule_catalogue import RECIPES, Recipe, usual_cycles
from roster_app.services.rule_checks import fault_of
from roster_app.services.rule_weights import Weight
from rule_entries import Named

TODAY = date(2020, 4, 14)
TEAM = replace(
    invented_team.team(8, 2), crews=(Crew(71, invented_team.TEAM, "一组"), Crew(72, invented_team.TEAM, "二组"))
)
ONE, TWO, THREE = (v.id for v in TEAM.volunteers[:3])
NAMES = [TEAM.name[who] for who in (ONE, TWO, THREE)]
NIGHTS_IN_A_ROW = book.RunLimit(most=2, of=book.NIGHTS, points=240)
RULES = (NIGHTS_IN_A_ROW, book.NotAlone(), book.Apart(frozenset({ONE, TWO})))
WRITABLE = replace(Named.of(TEAM), most=60)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window: QMainWindow, *entries: book.Entry, team: Directory = TEAM) -> RulesDialog:
    dialog = RulesDialog(replace(team, rules=replace(team.rules, entries=entries)), TODAY, window)
    dialog.open()
    return dialog


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def entries(dialog: RulesDialog) -> tuple[book.Entry, ...]:
    rules = dialog.rules()
    assert rules is not None
    return rules.entries


def choose(field: ChoiceField, key: str) -> None:
    """As a person does with the keyboard."""
    field.setFocus()
    press(field, Qt.Key.Key_Home)
    while field.choice != key:
        press(field, Qt.Key.Key_Down)


def form_of(dialog: RulesDialog) -> RuleForm:
    assert dialog.form is not None
    return dialog.form


def test_a_coordinator_adds_a_rule_and_stores_it(world: World) -> None:
    world.session.wished.emit("team_rules", None)
    dialog = dialog_of(RulesDialog)
    assert isinstance(dialog, RulesDialog)

    click(dialog.list.add_button)
    assert dialog.catalogue is not None
    QTest.keyClicks(dialog.catalogue.search, "alone")
    assert [line.recipe.key for line in dialog.catalogue.shown] == ["not_alone", "mix_gender", "mix_affiliation"]
    press(dialog.catalogue.search, Qt.Key.Key_Return)
    assert form_of(dialog)._sentence.text() == "Nobody stands night duties alone · Must"
    click(dialog._take)
    assert [row.sentence.text() for row in dialog.list.rows] == ["Nobody stands night duties alone"]
    dialog.findChild(PrimaryButton).click()

    assert world.directory.rules.entries == (book.NotAlone(),)
    assert is_freed(dialog)


def test_what_was_not_stored_is_gone_and_esc_says_so_first(world: World) -> None:
    world.session.wished.emit("team_rules", None)
    dialog = dialog_of(RulesDialog)
    assert isinstance(dialog, RulesDialog)
    dialog.list.put(None, book.NotAlone())

    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Not saved" in dialog._remark.text()
    press(dialog, Qt.Key.Key_Escape)

    assert world.directory.rules.entries == ()
    assert is_freed(dialog)


def test_unchanged_rules_close_at_once_and_cancel_asks_nothing(window: QMainWindow) -> None:
    dialog = opened(window, *RULES)
    press(dialog, Qt.Key.Key_Escape)
    assert is_freed(dialog)
    dialog = opened(window, *RULES)
    press(dialog.list.rows[0], Qt.Key.Key_Delete)
    click(dialog._cancel)
    assert is_freed(dialog)


def test_esc_leads_back_leaf_by_leaf(window: QMainWindow) -> None:
    dialog = opened(window)
    click(dialog.list.add_button)
    catalogue = dialog.catalogue
    assert catalogue is not None
    QTest.keyClicks(catalogue.search, "apart")
    click(catalogue.shown[0])
    assert dialog.windowTitle() == "Keep apart"
    press(form_of(dialog), Qt.Key.Key_Escape)
    assert dialog.catalogue is catalogue
    assert catalogue.search.text() == "apart"
    catalogue.search.clear()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.catalogue is None
    assert dialog.windowTitle() == "Rules of the team"
    assert entries(dialog) == ()


def test_the_arrows_walk_through_the_catalogue_past_what_is_not_possible(window: QMainWindow) -> None:
    dialog = opened(window, team=replace(TEAM, crews=()))
    dialog.show_catalogue()
    catalogue = dialog.catalogue
    assert catalogue is not None
    QTest.keyClicks(catalogue.search, "crew")
    assert {line.recipe.key: line.isEnabled() for line in catalogue.shown} == {"rotation": False, "squad": False}
    catalogue.search.clear()
    press(catalogue.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is catalogue.shown[0]
    press(catalogue.shown[0], Qt.Key.Key_Down)
    assert dialog.focusWidget() is catalogue.shown[1]
    press(catalogue.shown[1], Qt.Key.Key_Up)
    press(catalogue.shown[0], Qt.Key.Key_Up)
    assert dialog.focusWidget() is catalogue.search
    press(catalogue.shown[2], Qt.Key.Key_Return)
    assert dialog.windowTitle() == "Hours a week"


def test_a_rule_is_weighed_in_its_row(window: QMainWindow) -> None:
    dialog = opened(window, *RULES)
    weight = dialog.list.rows[0].weight
    assert weight is not None
    assert weight.choice == Weight.NORMAL
    choose(weight, Weight.STRONG)
    assert entries(dialog)[0] == replace(NIGHTS_IN_A_ROW, points=960)
    choose(weight, Weight.MUST)
    assert entries(dialog) == (replace(NIGHTS_IN_A_ROW, points=None), *RULES[1:])


def test_rows_are_walked_changed_and_taken_out_by_keys(window: QMainWindow) -> None:
    dialog = opened(window, *RULES)
    first, second, third = dialog.list.rows
    first.setFocus()
    press(first, Qt.Key.Key_Down)
    assert dialog.focusWidget() is second
    press(second, Qt.Key.Key_Delete)
    assert entries(dialog) == (RULES[0], RULES[2])
    assert dialog.focusWidget() is third
    press(third, Qt.Key.Key_Return)
    assert dialog.windowTitle() == "Keep apart"
    press(form_of(dialog), Qt.Key.Key_Escape)
    assert dialog.focusWidget() is third
    click(third.remove)
    click(first.remove)
    assert entries(dialog) == ()
    assert dialog.focusWidget() is dialog.list.add_button
    assert dialog.list._nothing.isVisible()


def test_a_rule_is_changed_in_its_place(window: QMainWindow) -> None:
    dialog = opened(window, *RULES)
    click(dialog.list.rows[0].change)
    form = form_of(dialog)
    limits = form.limits
    assert limits is not None
    write(limits.counts["most"]._field.lineEdit(), "3")
    assert form._sentence.text() == "At most 3 days in a row with night duties · Wish · normal"
    click(dialog._take)
    assert entries(dialog) == (replace(NIGHTS_IN_A_ROW, most=3), *RULES[1:])
    assert dialog.focusWidget() is dialog.list.rows[0]


def test_a_new_rule_comes_into_sight(window: QMainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, *RULES * 6)
    dialog.list.put(None, book.HomeArea(points=60))
    newest = dialog.list.rows[-1]
    qtbot.waitUntil(lambda: not newest.visibleRegion().isEmpty())


def test_a_rule_is_said_of_chosen_people_only(window: QMainWindow) -> None:
    dialog = opened(window, NIGHTS_IN_A_ROW)
    press(dialog.list.rows[0], Qt.Key.Key_Return)
    form = form_of(dialog)
    whom = next(f for f in form.fields if isinstance(f, WhomInput))
    click(whom.mode._segments["chosen"])
    click(dialog._take)
    assert form._error.text == "Choose at least one person, or everybody."
    write_name(whom, NAMES[0])
    write_name(whom, NAMES[1])
    assert form._error.text == ""
    click(dialog._take)
    assert entries(dialog) == (replace(NIGHTS_IN_A_ROW, people=frozenset({ONE, TWO})),)
    assert dialog.list.rows[0].whom.text() == f"{NAMES[0]}, {NAMES[1]}"


def write_name(whom: WhomInput, name: str) -> None:
    write(whom.tokens._input, name)
    press(whom.tokens._input, Qt.Key.Key_Return)


def test_a_rule_that_says_nothing_stays_in_its_form(window: QMainWindow) -> None:
    dialog = opened(window)
    dialog._open_form(book.Together(frozenset({ONE})))
    click(dialog._take)
    form = form_of(dialog)
    assert form._error.text == "Choose at least two people."
    assert form._sentence.text() == "…"
    assert entries(dialog) == ()


def test_limits_that_cannot_be_are_told(window: QMainWindow) -> None:
    dialog = opened(window)
    dialog._open_form(book.RunLimit(least=2, most=5))
    form = form_of(dialog)
    limits = form.limits
    assert limits is not None
    write(limits.counts["least"]._field.lineEdit(), "9")
    click(dialog._take)
    assert "limits" in form._error.text
    assert entries(dialog) == ()


def test_weekends_are_counted_over_a_whole_roster(window: QMainWindow) -> None:
    dialog = opened(window)
    dialog._open_form(book.AmountLimit(book.Measure.DUTIES, book.Window.WEEK, most=2))
    form = form_of(dialog)
    choose(form.fields[0].choice, "weekends")  # type: ignore[attr-defined]
    assert form.entry() == book.AmountLimit(book.Measure.WEEKENDS, book.Window.PERIOD, most=2)


def test_what_takes_the_place_of_a_usual_limit_is_told(window: QMainWindow) -> None:
    dialog = opened(window, *RULES)
    dialog._open_form(book.RunLimit(most=5))
    assert "usual rule" in form_of(dialog)._hint.text()
    dialog.reject()
    dialog._open_form(book.NotAlone())
    assert "Another rule" in form_of(dialog)._hint.text()


def test_the_hours_of_a_limit_become_a_number_when_duties_are_counted(window: QMainWindow) -> None:
    dialog = opened(window)
    dialog._open_form(book.AmountLimit(book.Measure.MINUTES, book.Window.WEEK, most=2880))
    form = form_of(dialog)
    measure = form.fields[0]
    choose(measure.choice, "duties")  # type: ignore[attr-defined]
    limits = form.limits
    assert limits is not None
    write(limits.counts["most"]._field.lineEdit(), "4")
    assert form.entry() == book.AmountLimit(book.Measure.DUTIES, book.Window.WEEK, most=4)


def test_a_usual_cycle_fills_the_days_and_each_day_can_be_changed(window: QMainWindow) -> None:
    dialog = opened(window)
    dialog._open_form(book.FixedRotation(71, (invented_team.EARLY, None), TODAY))
    form = form_of(dialog)
    field = next(f for f in form.fields if isinstance(f, CycleInput))
    assert field.usual.choice == "own"
    choose(field.usual, "0")
    early, middle, night = invented_team.EARLY, invented_team.MIDDLE, invented_team.NIGHT
    assert field.cycle == (early, early, middle, middle, night, night, None, None) == usual_cycles(TEAM)[0]
    click(field.fewer)
    choose(field.days[0], "off")
    click(field.more)
    assert field.cycle == (None, early, middle, middle, night, night, None, None)
    assert field.usual.choice == "own"
    assert form.entry() == book.FixedRotation(71, field.cycle, TODAY)


def test_the_order_of_turns_is_moved_and_unticked(window: QMainWindow) -> None:
    dialog = opened(window)
    dialog._open_form(book.TurnQueue(book.HOLIDAYS, (ONE, TWO, THREE)))
    form = form_of(dialog)
    order = next(f for f in form.fields if isinstance(f, OrderInput))
    order.people.setCurrentRow(2)
    click(order.up)
    order.people.setCurrentRow(0)
    press(order.people, Qt.Key.Key_Space)
    assert form.entry() == book.TurnQueue(book.HOLIDAYS, (THREE, TWO))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda r: r.key)
def test_every_form_has_named_fields_and_answers_with_what_it_shows(window: QMainWindow, recipe: Recipe) -> None:
    entry = recipe.make(TEAM, TODAY)
    dialog = opened(window)
    dialog._open_form(entry)
    form = form_of(dialog)
    assert unnamed(dialog) == []
    assert form.entry() == (None if fault_of(entry) else entry)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=WRITABLE.entries())
def test_a_form_that_is_not_touched_keeps_the_rule(qtbot: QtBot, entry: book.Entry) -> None:
    form = RuleForm(entry, (), TEAM)
    qtbot.addWidget(form)
    assert form.entry() == (None if fault_of(entry) else entry)


def test_the_dialog_and_its_catalogue_name_all_that_takes_the_keyboard(window: QMainWindow) -> None:
    dialog = opened(window, *RULES)
    assert unnamed(dialog) == []
    dialog.show_catalogue()
    assert unnamed(dialog) == []
