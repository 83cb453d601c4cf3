"""The models of the page, each watched by a tester while rows come, go, move and change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot
from window_cases import texts, watched

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.gui.places.names_model import NamedRow, NamesModel
from roster_app.gui.places.strip_model import ROW_ROLE, StripModel
from roster_app.gui.places.strip_row import StripRow
from roster_app.gui.places.year_list import YearModel
from roster_app.gui.places.year_words import (
    difference_sentence,
    festival_lines,
    own_lines,
    source_sentence,
)
from roster_app.services.teams import official_days
from roster_app.services.words import unannounced_sentence

ONE, TWO, THREE = (StripRow(n, name, "facts") for n, name in enumerate(("one", "two", "three"), start=1))


def test_rows_with_strips_come_go_move_and_change_in_place(qtbot: QtBot) -> None:
    model = StripModel()
    tester = watched(model)
    for rows in ([ONE, TWO], [TWO, THREE, ONE], [replace(TWO, name="2"), ONE], [], [THREE]):
        model.show_rows(rows)
        assert model.rows == tuple(rows)
        assert texts(model) == [row.name for row in rows]
    assert tester.model() is model


def test_a_row_that_stays_keeps_its_place_in_the_selection(qtbot: QtBot) -> None:
    model = StripModel()
    model.show_rows([ONE, TWO, THREE])
    followed = QPersistentModelIndex(model.index(1))

    model.show_rows([TWO, THREE])

    assert followed.row() == 0
    assert followed.data() == "two"


def test_one_row_changes_alone(qtbot: QtBot) -> None:
    model = StripModel()
    watched(model)
    model.show_rows([ONE, TWO])
    with qtbot.waitSignal(model.dataChanged) as told:
        model.show_row(replace(TWO, state="trouble", tone="look"))

    assert told.args is not None
    assert told.args[0].row() == 1
    assert model.index(1).data(ROW_ROLE).state == "trouble"
    assert "trouble" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_names_are_renamed_and_ticked_by_wishes_only(qtbot: QtBot) -> None:
    model = NamesModel("Name", ("Posts",), tick="Leads")
    watched(model)
    model.show_rows([NamedRow(5, "leader", ("3",), True), NamedRow(6, "medic", ("1",), False)])

    with qtbot.waitSignal(model.rename_wished) as renamed:
        assert model.setData(model.index(0, 0), " chief ")
    with qtbot.waitSignal(model.tick_wished) as ticked:
        assert model.setData(model.index(1, 1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    assert renamed.args == [5, "chief"]
    assert ticked.args == [6, True]
    assert texts(model) == ["leader", "medic"]
    assert not model.setData(model.index(0, 0), "  ")
    assert not model.setData(model.index(0, 0), "leader")


@pytest.mark.parametrize("rows", [[5], [5, 6, 7], [6, 5], [7], []])
def test_names_follow_what_is_stored(qtbot: QtBot, rows: list[int]) -> None:
    model = NamesModel("Name", ("Posts",))
    watched(model)
    model.show_rows([NamedRow(5, "a", ("0",)), NamedRow(6, "b", ("0",))])

    model.show_rows([NamedRow(key, str(key), ("1",)) for key in rows])

    assert texts(model) == [str(key) for key in rows]
    assert model.columnCount(QModelIndex()) == 2


def test_the_lines_of_a_year_are_its_festivals_with_their_make_up_days(qtbot: QtBot) -> None:
    model = YearModel()
    watched(model)

    lines = festival_lines(official_days(), 2020)
    model.show_lines(lines)

    told = {line.title: line.remark for line in lines}
    assert told["Spring Festival Jan 24 – Feb 2"] == "10 days · worked instead: Sun Jan 19"
    assert told["Labour Day May 1 – May 5"] == "5 days · worked instead: Sun Apr 26, Sat May 9"
    assert texts(model) == [line.title for line in lines]


def test_days_set_by_hand_are_listed_and_say_what_they_officially_are() -> None:
    table = official_days().with_override(date(2020, 4, 18), SpecialDay(DayType.HOLIDAY, "village feast"))

    (line,) = own_lines(table, 2020)

    assert (line.title, line.remark, line.own) == ("Sat Apr 18", "Statutory holiday · village feast", True)
    assert source_sentence(table, date(2020, 4, 18)) == "Set by hand; officially: Rest day"
    assert own_lines(table, 2021) == ()


def test_a_year_without_a_table_says_so() -> None:
    table = DayTable(frozenset({2020}))

    assert source_sentence(table, date(2021, 5, 1)) == "By the weekday alone: the year is not announced yet."
    assert source_sentence(table, date(2020, 5, 1)) == "By the official table."
    assert unannounced_sentence([2021]).startswith("The holidays of 2021 are not announced yet.")


def test_a_newer_table_tells_what_it_says_otherwise() -> None:
    before = DayTable(frozenset({2019}), {date(2019, 5, 1): SpecialDay(DayType.HOLIDAY, "labour_day")})
    after = DayTable(frozenset({2019, 2020}), {date(2020, 1, 1): SpecialDay(DayType.HOLIDAY, "new_year")})

    assert difference_sentence(before, after) == "Announced now: 2020. 1 day is another one now: May 1."
    assert difference_sentence(after, after) == ""
