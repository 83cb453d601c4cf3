"""Areas and qualifications: added, renamed, ticked and removed in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from place_desk import PlaceWorld, click
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from window_cases import press, texts, unnamed, watched, write

from roster_app.domain.book import FixedRotation
from roster_app.domain.people import Qualification
from roster_app.gui.places.grounds_view import GroundsView
from roster_app.gui.places.turns_dialog import TurnsDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def grounds(desk: PlaceWorld) -> GroundsView:
    page = desk.places
    page.show_view("grounds")
    watched(page.grounds.area_model)
    watched(page.grounds.qualification_model)
    return page.grounds


def leader(desk: PlaceWorld) -> Qualification:
    return next(q for q in desk.directory.qualifications if q.name == "Leader")


def rename(table: QAbstractItemView, row: int, name: str) -> None:
    """Enter, another name, Enter."""
    table.setFocus()
    table.selectRow(row)  # type: ignore[attr-defined]
    press(table, Qt.Key.Key_Return)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    write(editor, name)
    press(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the editor hands its words over when its key event is done


def test_an_area_is_added_by_its_name_and_enter(desk: PlaceWorld) -> None:
    view = grounds(desk)
    write(view.areas.line, "官路村")
    press(view.areas.line, Qt.Key.Key_Return)

    assert texts(view.area_model) == ["宋屋村", "横岗", "官路村"]
    assert [a.name for a in desk.directory.areas] == ["宋屋村", "横岗", "官路村"]
    assert view.areas.line.text() == ""


def test_a_name_that_is_taken_is_refused_beside_the_line(desk: PlaceWorld) -> None:
    view = grounds(desk)
    write(view.areas.line, "横岗")
    click(view.areas, "Add")

    assert view.areas._error.text == "横岗 is there already."
    assert len(desk.directory.areas) == 2


def test_an_area_is_renamed_in_place_and_back_by_undo(desk: PlaceWorld) -> None:
    view = grounds(desk)
    rename(view.areas.table, 0, "宋屋")
    assert desk.directory.areas[0].name == "宋屋"
    assert desk.places.checkpoints.model.rows[0].facts.split(" · ")[1] == "宋屋"

    press(desk.places, Qt.Key.Key_Z, CTRL)

    assert texts(view.area_model) == ["宋屋村", "横岗"]


def test_an_area_in_use_says_by_whom(desk: PlaceWorld) -> None:
    view = grounds(desk)
    view.areas.table.selectRow(0)
    press(view.areas.table, Qt.Key.Key_Delete)

    assert desk.told == "宋屋村 is the area of 1 checkpoint, 4 volunteers. Give them another one first."
    desk.answer("Show the volunteers")
    assert desk.session.window.frame.navigation.choice == "people"
    assert len(desk.directory.areas) == 2


def test_an_area_nobody_uses_is_removed_and_comes_back(desk: PlaceWorld) -> None:
    view = grounds(desk)
    write(view.areas.line, "spare")
    press(view.areas.line, Qt.Key.Key_Return)
    view.areas.table.selectRow(2)
    click(view.areas, "Remove")
    assert texts(view.area_model) == ["宋屋村", "横岗"]

    desk.answer("Undo")

    assert texts(view.area_model) == ["宋屋村", "横岗", "spare"]


def test_a_qualification_counts_as_another_and_that_can_be_undone(desk: PlaceWorld) -> None:
    view = grounds(desk)
    assert not view.includes.isVisible()
    row = texts(view.qualification_model).index("Leader")
    view.qualifications.table.selectRow(row)
    assert view.includes.isVisible()
    write(view.includes.tokens._input, "医务")
    press(view.includes.tokens._input, Qt.Key.Key_Return)

    medic = next(q for q in desk.directory.qualifications if q.name == "医务")
    assert leader(desk).includes == {medic.id}
    assert view.includes.tokens.chosen == (str(medic.id),)
    press(view.includes.tokens._input, Qt.Key.Key_Backspace)
    assert leader(desk).includes == frozenset()
    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert leader(desk).includes == {medic.id}
    assert unnamed(view) == []


def test_who_makes_a_leader_is_ticked_by_space(desk: PlaceWorld) -> None:
    view = grounds(desk)
    medic = next(n for n, row in enumerate(view.qualification_model.rows) if row.name == "医务")
    view.qualifications.table.setFocus()
    view.qualifications.table.selectRow(medic)
    press(view.qualifications.table, Qt.Key.Key_Space)

    assert {desk.directory.qualification[q].name for q in desk.directory.leading} == {"Leader", "医务"}
    assert view.qualification_model.rows[medic].ticked is True
    press(view.qualifications.table, Qt.Key.Key_Space)
    assert {desk.directory.qualification[q].name for q in desk.directory.leading} == {"Leader"}


def test_a_qualification_in_use_says_where(desk: PlaceWorld) -> None:
    view = grounds(desk)
    view.qualifications.table.selectRow(view.qualification_model.row_of(leader(desk).id))
    click(view.qualifications, "Remove")

    assert desk.told == "Leader is in use: 2 posts, 3 volunteers. Take it away there first."


def test_a_qualification_is_added_and_renamed(desk: PlaceWorld) -> None:
    view = grounds(desk)
    write(view.qualifications.line, "driver")
    press(view.qualifications.line, Qt.Key.Key_Return)
    row = next(n for n, row in enumerate(view.qualification_model.rows) if row.name == "driver")
    rename(view.qualifications.table, row, "司机")

    assert "司机" in {q.name for q in desk.directory.qualifications}


def test_renaming_what_a_colleague_renamed_shows_what_is_stored(desk: PlaceWorld) -> None:
    view = grounds(desk)
    desk.services.places.save_area(replace(desk.directory.areas[0], name="theirs"))
    rename(view.areas.table, 0, "mine")

    assert desk.directory.areas[0].name == "theirs"
    assert texts(view.area_model)[0] == "theirs"
    assert "A colleague changed 宋屋村" in desk.told


def test_everything_has_a_name(desk: PlaceWorld) -> None:
    view = grounds(desk)

    assert unnamed(desk.places) == []
    assert QApplication.focusWidget() is not None
    assert not view.areas._remove.isEnabled()


def test_a_crew_is_made_led_renamed_and_removed_and_each_step_undone(desk: PlaceWorld) -> None:
    view = grounds(desk)
    write(view.crews.column.line, "一组")
    press(view.crews.column.line, Qt.Key.Key_Return)
    (crew,) = desk.directory.crews
    person = desk.directory.volunteers[0]
    desk.services.people.update(replace(person, crew_id=crew.id))
    desk.places.reload()
    view.crews.column.table.selectRow(0)

    view.crews.leader.choice.setCurrentIndex(1)
    view.crews.leader.choice.chosen.emit(view.crews.leader.choice.choice)
    assert desk.directory.crews[0].leader_id == person.id
    assert view.crews.model.rows[0].counts == (desk.directory.name[person.id], "1")

    rename(view.crews.column.table, 0, "二组")
    assert desk.directory.crews[0].name == "二组"
    for _step in range(2):
        press(desk.places, Qt.Key.Key_Z, CTRL)
    assert desk.directory.crews == (crew,)

    view.crews.column.table.selectRow(0)
    press(view.crews.column.table, Qt.Key.Key_Delete)
    assert desk.told == "一组 has 1 volunteer. Give them another crew first."
    assert desk.directory.crews == (crew,)

    stored = desk.directory.volunteer[person.id]
    desk.services.people.update(replace(stored, crew_id=None))
    desk.places.reload()
    view.crews.column.table.selectRow(0)
    press(view.crews.column.table, Qt.Key.Key_Delete)
    assert desk.directory.crews == ()
    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert desk.directory.crews == (crew,)


def test_two_crews_of_one_name_are_refused(desk: PlaceWorld) -> None:
    view = grounds(desk)
    for _time in range(2):
        write(view.crews.column.line, "一组")
        press(view.crews.column.line, Qt.Key.Key_Return)

    assert view.crews.column._error.text == "一组 is there already."
    assert len(desk.directory.crews) == 1


def test_a_crew_that_a_rule_names_stays(desk: PlaceWorld) -> None:
    view = grounds(desk)
    write(view.crews.column.line, "一组")
    press(view.crews.column.line, Qt.Key.Key_Return)
    (crew,) = desk.directory.crews
    rules = desk.directory.rules
    turns = FixedRotation(crew_id=crew.id, cycle=(None, None), first=date(2020, 4, 6))
    desk.services.teams.set_rules(desk.directory.team.id, replace(rules, entries=(*rules.entries, turns)))
    desk.places.reload()
    view.crews.column.table.selectRow(0)

    press(view.crews.column.table, Qt.Key.Key_Delete)

    assert desk.told == "A rule of the team names 一组. Change the rule first."
    assert desk.directory.crews == (crew,)


def test_four_crews_take_turns_with_what_they_need_and_undo_takes_it_back(desk: PlaceWorld) -> None:
    view = grounds(desk)
    before = desk.directory
    view.turns.begin("four_crews_two_shifts")

    after = desk.directory
    assert [crew.name for crew in after.crews] == ["Crew A", "Crew B", "Crew C", "Crew D"]
    assert {p.name for p in after.patterns} - {p.name for p in before.patterns} == {"Two shifts, 12 h"}
    turns = [entry for entry in after.rules.entries if isinstance(entry, FixedRotation)]
    assert [entry.crew_id for entry in turns] == [crew.id for crew in after.crews]

    view.turns.begin("four_crews_three_shifts")
    assert desk.told.startswith("Crews take turns already.")
    assert desk.directory.rules == after.rules

    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert (desk.directory.crews, desk.directory.rules) == (before.crews, before.rules)
    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert desk.directory.patterns == before.patterns


def test_turns_begin_on_the_day_that_is_chosen(desk: PlaceWorld) -> None:
    view = grounds(desk)
    click(view, "Crews take turns …")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TurnsDialog)
    dialog.turns.choose("four_crews_two_shifts")
    dialog.first.set_day(date(2020, 5, 4))
    click(dialog, "Begin")

    turns = [entry for entry in desk.directory.rules.entries if isinstance(entry, FixedRotation)]
    assert len(turns) == 4
    assert {entry.first for entry in turns} == {date(2020, 5, 4)}


def test_crews_that_somebody_joined_meanwhile_stay(desk: PlaceWorld) -> None:
    view = grounds(desk)
    view.turns.begin("four_crews_three_shifts")
    person, crew = desk.directory.volunteers[0], desk.directory.crews[0]
    desk.services.people.update(replace(person, crew_id=crew.id))
    after = desk.directory

    press(desk.places, Qt.Key.Key_Z, CTRL)

    assert desk.directory == after


def test_turns_of_crews_that_are_there_name_them_and_of_three_are_refused(desk: PlaceWorld) -> None:
    view = grounds(desk)
    for name in ("一组", "二组", "三组"):
        write(view.crews.column.line, name)
        press(view.crews.column.line, Qt.Key.Key_Return)
    view.turns.begin("four_crews_three_shifts")
    assert desk.told.startswith("Four crews take turns, this team has 3.")

    write(view.crews.column.line, "四组")
    press(view.crews.column.line, Qt.Key.Key_Return)
    crews = desk.directory.crews
    view.turns.begin("four_crews_three_shifts")

    assert desk.directory.crews == crews
    turns = [entry for entry in desk.directory.rules.entries if isinstance(entry, FixedRotation)]
    assert [entry.crew_id for entry in turns] == [crew.id for crew in crews]
    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert desk.directory.crews == crews
    assert not any(isinstance(entry, FixedRotation) for entry in desk.directory.rules.entries)
