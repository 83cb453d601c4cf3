"""The table of volunteers: one row a person, texts looked up, order and selection that survive every change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from window_cases import press, texts, watched

from roster_app.domain.ids import AreaId, QualificationId, TeamId, VolunteerId
from roster_app.domain.people import Qualification, Team, Volunteer
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.gui.people.filtering import Wanted
from roster_app.gui.people.model import PeopleModel
from roster_app.gui.people.rows import Column
from roster_app.gui.people.table import PeopleTable

TODAY = date(2020, 4, 14)
TEAM = Team(TeamId(1), "横三突击队")
LEADER = Qualification(QualificationId(11), TEAM.id, "负责人", leads=True)
AREA = Area(AreaId(1), TEAM.id, "横岗")
PEOPLE = (
    Volunteer(VolunteerId(1), TEAM.id, "张伟", "颐和", phone="13800000001", pinyin="zhang wei"),
    Volunteer(VolunteerId(2), TEAM.id, "张伟", "横岗", pinyin="zhang wei", nights_allowed=False),
    Volunteer(VolunteerId(3), TEAM.id, "区志明", area_id=AREA.id, pinyin="ou zhi ming"),
    Volunteer(VolunteerId(4), TEAM.id, "王䶮", qualifications=frozenset({LEADER.id}), pinyin="wang yan"),
)


def team(*people: Volunteer) -> Directory:
    return Directory(TEAM, people, qualifications=(LEADER,), areas=(AREA,))


@pytest.fixture
def model(qapp: object) -> Iterator[PeopleModel]:
    made = PeopleModel()
    tester: QAbstractItemModelTester = watched(made)
    made.show_people(team(*PEOPLE), TODAY)
    yield made
    tester.deleteLater()


@pytest.fixture
def table(model: PeopleModel, qtbot: QtBot) -> PeopleTable:
    made = PeopleTable(model)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def test_people_stand_in_the_order_of_their_pinyin(table: PeopleTable) -> None:
    assert texts(table.model()) == ["区志明", "王䶮", "张伟(横岗)", "张伟(颐和)"]


def test_a_row_tells_a_person_with_the_phone_masked(model: PeopleModel) -> None:
    row = model.row_of(VolunteerId(1))

    told = [model.index(row, column).data() for column in Column]
    assert told == ["张伟(颐和)", "颐和", "", "", "138****0001", "", "", ""]
    assert model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "张伟(颐和), 颐和, 138****0001"
    everything = [str(model.index(r, c).data(role)) for r in range(4) for c in Column for role in (0, 3, 11)]
    assert not any("13800000001" in text for text in everything)


def test_a_click_on_a_header_sorts_and_empty_cells_come_last(table: PeopleTable) -> None:
    table.sortByColumn(Column.AREA, Qt.SortOrder.AscendingOrder)
    assert texts(table.model())[0] == "区志明"

    table.sortByColumn(Column.QUALIFICATIONS, Qt.SortOrder.AscendingOrder)
    assert texts(table.model())[0] == "王䶮"


def test_a_change_keeps_selection_and_place(table: PeopleTable, model: PeopleModel) -> None:
    table.choose([VolunteerId(1), VolunteerId(4)])
    renamed = replace(PEOPLE[0], name="安然", pinyin="an ran", version=2)

    model.show_people(team(renamed, *PEOPLE[1:]), TODAY)

    assert texts(table.model()) == ["安然", "区志明", "王䶮", "张伟"]
    assert [v.id for v in table.people] == [1, 4]


def test_people_come_and_go(table: PeopleTable, model: PeopleModel) -> None:
    table.choose([VolunteerId(3)])
    more = Volunteer(VolunteerId(9), TEAM.id, "阿丽", pinyin="a li")

    model.show_people(team(PEOPLE[2], more, PEOPLE[0]), TODAY)
    assert texts(table.model()) == ["阿丽", "区志明", "张伟"]
    assert [v.id for v in table.people] == [3]

    model.show_people(team(), TODAY)
    assert model.rowCount() == 0
    assert table.people == ()


def test_nothing_is_told_when_nothing_changed(model: PeopleModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.show_people(team(*PEOPLE), TODAY)


def test_words_hide_and_show(table: PeopleTable, model: PeopleModel) -> None:
    table.choose([VolunteerId(1)])

    model.show_wanted(Wanted(words="zw"))
    assert texts(model) == ["张伟(横岗)", "张伟(颐和)"]
    model.show_wanted(Wanted(words="0001"))
    assert texts(model) == ["张伟(颐和)"]
    model.show_wanted(Wanted())
    assert texts(model) == ["区志明", "王䶮", "张伟(横岗)", "张伟(颐和)"]
    assert [v.id for v in table.people] == [1]
    assert table.currentIndex().row() == 3


@given(st.lists(st.sampled_from(["", "z", "zw", "w", "伟", "0001", "nobody", "颐和"]), min_size=1, max_size=6))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_was_typed_before_the_same_people_are_shown(model: PeopleModel, typed: list[str]) -> None:
    for words in typed:
        model.show_wanted(Wanted(words=words))

    everybody = [PEOPLE[2], PEOPLE[3], PEOPLE[1], PEOPLE[0]]
    assert [p.volunteer for p in model.shown] == [v for v in everybody if v.matches(typed[-1])]


def test_ten_thousand_rows_go_in_one_step(qapp: object) -> None:
    model = PeopleModel()
    crowd = [Volunteer(VolunteerId(n), TEAM.id, "王芳" if n % 2 else "李明", pinyin="x y") for n in range(1, 2001)]
    model.show_people(team(*crowd), TODAY)
    steps: list[str] = []
    model.rowsRemoved.connect(lambda: steps.append("removed"))
    model.rowsInserted.connect(lambda: steps.append("inserted"))
    model.layoutChanged.connect(lambda: steps.append("sorted"))
    model.modelReset.connect(lambda: steps.append("reset"))

    model.show_wanted(Wanted(words="王"))
    model.show_wanted(Wanted())

    assert steps == ["sorted", "removed", "inserted", "sorted"]


def test_keys_open_the_form_remove_and_walk(table: PeopleTable, qtbot: QtBot) -> None:
    wishes: list[str] = []
    table.form_wished.connect(lambda: wishes.append("form"))
    table.removal_wished.connect(lambda: wishes.append("remove"))
    table.setFocus()
    table.selectRow(0)

    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    press(table, Qt.Key.Key_Delete)

    assert [v.name for v in table.people] == ["王䶮"]
    assert wishes == ["form", "remove"]


def test_the_arrows_of_the_search_field_walk_in_the_table(table: PeopleTable) -> None:
    walked = []
    for rows in (1, 1, -1, 10, -10):
        table.walk(rows)
        walked.append(table.people[0].id)

    assert walked == [3, 4, 3, 1, 3]


def test_the_note_gives_way_in_a_narrow_window(table: PeopleTable, qtbot: QtBot) -> None:
    table.resize(700, 400)
    qtbot.waitUntil(lambda: table.isColumnHidden(Column.NOTE))
    assert table.horizontalScrollBar().maximum() == 0

    table.resize(1200, 400)
    qtbot.waitUntil(lambda: not table.isColumnHidden(Column.NOTE))
