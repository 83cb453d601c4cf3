"""The lists beside and in the dialog: Qt's contract, narrowing, rows and scroll that stay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from invented_team import filled_roster, team
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.rules import Judge
from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.hours_list import HoursModel, hours_rows
from roster_app.gui.roster.totals import Totals, band_words, figure_of
from roster_app.gui.widgets.row_delegate import RowRole

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def choices(count):
    names = [f"{n:02d} name" for n in range(count)]
    return [
        Choice(n, words, lambda: "because", "ok", "good", n > 2, words.__contains__) for n, words in enumerate(names)
    ]


@pytest.fixture
def listed(qtbot, appearance):
    made = ChoiceList("People")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.tester = QAbstractItemModelTester(made.rows, FATAL)
    made.show_choices("People", "", choices(30))
    made.show()
    return made


def test_typing_narrows_and_the_first_row_is_the_one_taken(qtbot, listed):
    listed.narrow("2")
    assert [row.key for row in listed.rows.rows] == [2, 12, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]
    with qtbot.waitSignal(listed.chosen) as chosen:
        listed.take()
    assert chosen.args == [2]


def test_walking_stays_inside(qtbot, listed):
    listed.walk(-3)
    assert listed.view.currentIndex().row() == 0
    listed.walk(100)
    assert listed.view.currentIndex().row() == 29


def test_nothing_is_taken_where_nothing_is_meant(qtbot, listed):
    listed.narrow("nobody")
    with qtbot.assertNotEmitted(listed.chosen):
        listed.take()


def test_a_refreshed_list_stays_where_it_was(qtbot, listed):
    listed.walk(14)
    scrolled = listed.view.verticalScrollBar().value()
    assert scrolled > 0
    listed.refresh("People", "", [choice for choice in choices(30) if choice.key != 1])
    assert listed.rows.rows[listed.view.currentIndex().row()].key == 14
    assert listed.view.verticalScrollBar().value() == scrolled


def test_a_row_says_everything_to_those_who_do_not_see_it(listed):
    index = listed.rows.index(5)
    assert listed.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == "05 name ok because"
    assert listed.rows.data(index, RowRole.STRUCK) is True


def test_reasons_are_worded_only_for_rows_that_are_asked_for(listed):
    asked = []
    rows = [Choice(n, str(n), lambda n=n: asked.append(n) or "", "", "", False, lambda _w: True) for n in range(5)]
    listed.view.setModel(None)
    listed.rows.show(rows)
    listed.rows.data(listed.rows.index(3), RowRole.SECOND_LINE)
    listed.rows.data(listed.rows.index(3), RowRole.SECOND_LINE)
    assert asked == [3]


def test_hours_stand_widest_change_first(qtbot):
    directory = team(people=12, checkpoints=1)
    roster = filled_roster(directory)
    judge = Judge(roster.plan, directory)
    nobody, somebody = Totals({}, judge.shares), Totals(judge.burdens(roster), judge.shares)
    model = HoursModel()
    model.tester = QAbstractItemModelTester(model, FATAL)
    rows = hours_rows(dict(directory.name), nobody, somebody)
    model.show(rows)
    after = [float(row.after) for row in rows]
    assert after == sorted(after, reverse=True)
    assert {row.before for row in rows} == {"0"}
    assert sum(after) == sum(b.minutes for b in judge.burdens(roster).values()) / 60
    model.show(hours_rows(dict(directory.name), somebody, somebody))


@pytest.mark.parametrize(("minutes", "figure"), [(0, "0"), (480, "8"), (450, "7.5"), (5280, "88")])
def test_hours_are_figures_with_a_half_at_most(minutes, figure):
    assert figure_of(BurdenKind.MINUTES, minutes) == figure


def test_a_band_of_one_figure_is_said_once():
    assert band_words(BurdenKind.NIGHTS, 3, 3) == "3"
    assert band_words(BurdenKind.MINUTES, 4800, 5280) == "80–88"
