"""Patterns by mouse and keyboard, down to what is stored."""

from __future__ import annotations

from dataclasses import replace

from place_desk import PlaceWorld, click, field, follows_the_eye, question, tabbed_through
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_cases import freed, is_freed, press, unnamed, watched, write

from roster_app.domain.places import Hue, ShiftPattern
from roster_app.gui.places.page import PlacesPage
from roster_app.gui.places.pattern_chooser import PatternChooser
from roster_app.gui.places.shift_line import ShiftLine
from roster_app.gui.widgets import EmptyState

CTRL = Qt.KeyboardModifier.ControlModifier


def patterns_page(desk: PlaceWorld) -> PlacesPage:
    page = desk.places
    page.show_view("patterns")
    page.patterns.list.setFocus()
    return page


def pattern(desk: PlaceWorld, name: str) -> ShiftPattern:
    return next(p for p in desk.directory.patterns if p.name == name)


def chooser() -> PatternChooser:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PatternChooser)
    return dialog


def lines(page: PlacesPage) -> list[ShiftLine]:
    return page.patterns.panel._lines


def test_a_pattern_of_the_field_is_taken_renamed_and_stored(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    press(page, Qt.Key.Key_N, CTRL)
    watched(chooser().model)
    for _step in range(2):
        press(chooser().list, Qt.Key.Key_Down)
    press(chooser().list, Qt.Key.Key_Return)
    write(QApplication.focusWidget(), "Day and night")

    press(page, Qt.Key.Key_S, CTRL)

    stored = pattern(desk, "Day and night")
    shift_types = [desk.directory.shift_type[s] for s in stored.shift_type_ids]
    assert [(s.name, s.start, s.end) for s in shift_types] == [("Day", 480, 1200), ("Night", 1200, 1920)]
    assert page.patterns.model.rows[-1].facts == "Not in use yet"


def test_the_chooser_says_what_the_team_has_and_closes_by_esc(desk: PlaceWorld) -> None:
    patterns_page(desk).new_thing()
    dialog = chooser()

    assert [row.facts for row in dialog.model.rows] == ["the team has it already", "", "", "", ""]
    assert unnamed(dialog) == []
    press(dialog, Qt.Key.Key_Escape)
    freed()
    assert is_freed(dialog)


def test_a_free_pattern_grows_shift_by_shift(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    page.new_thing()
    click(chooser(), "Begin with one empty shift")
    write(QApplication.focusWidget(), "Long days")
    first = lines(page)[0]
    write(field(first, "Name of the shift"), "Guard")
    write(field(first, "Start"), "6:30")
    write(field(first, "End"), "630")
    press(field(first, "End"), Qt.Key.Key_Tab)
    assert field(first, "End").text() == "next day 06:30"
    write(field(first, "End"), "18:00")
    press(field(first, "End"), Qt.Key.Key_Tab)
    click(page.patterns.panel, "Add a shift")
    write(QApplication.focusWidget(), "Rest")
    click(lines(page)[1], "Violet")

    press(page, Qt.Key.Key_S, CTRL)

    shift_types = [desk.directory.shift_type[s] for s in pattern(desk, "Long days").shift_type_ids]
    assert [(s.name, s.code, s.start, s.end) for s in shift_types] == [
        ("Guard", "G", 390, 1080),
        ("Rest", "R", 1080, 1830),
    ]
    assert shift_types[1].hue is Hue.OTHER


def test_a_letter_of_ones_own_stays_when_the_name_changes(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    line = lines(page)[0]
    write(field(line, "Letter in the roster"), "Q")
    write(field(line, "Name of the shift"), "Dawn")

    assert line.shift.code == "Q"


def test_gaps_and_overlaps_are_told_while_one_types(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    assert page.patterns.panel._state.text() == "The shifts tile the whole day, minute to minute."
    early = next(line for line in lines(page) if line.shift.start == 480)

    write(field(early, "Start"), "9:00")
    assert "08:00–09:00 has no shift" in page.patterns.panel._state.text()
    write(field(early, "End"), "17:00")

    told = page.patterns.panel._state.text()
    assert "16:00–17:00 Early and Middle overlap for 1 h" in told
    assert "16:00–17:00 Early and Middle overlap for 1 h" in page.patterns.model.rows[0].state
    assert {s.text for s in page.patterns.panel._bar.spans} == {"Early", "Middle", "Night", "open"}


def test_other_times_keep_the_duties_and_move_the_roster(desk: PlaceWorld) -> None:
    period = desk.month()
    duty = desk.put_somebody(period, "北门", "登记")
    page = patterns_page(desk)
    night = next(line for line in lines(page) if line.shift.start == 0)
    write(field(night, "End"), "7:30")

    press(page, Qt.Key.Key_S, CTRL)

    opened = desk.services.rostering.open(period)
    assert opened.roster.holder(duty) is not None
    assert desk.told == "The roster of Apr 2020 follows the new demand."
    assert "07:30–08:00" in page.checkpoints.model.rows[0].state


def test_a_shift_left_out_takes_its_people_along_after_a_question(desk: PlaceWorld) -> None:
    desk.put_somebody(desk.month(), "北门", "登记")
    page = patterns_page(desk)
    first_duty = next(line for line in lines(page) if line.shift.start == 0)
    click(first_duty, "Take this shift out")

    press(page, Qt.Key.Key_S, CTRL)
    click(question(), "Save all the same")

    assert len(desk.directory.patterns[0].shift_type_ids) == 2
    assert len(desk.directory.shift_types) == 2


def test_a_pattern_without_shifts_names_or_letters_is_not_stored(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    before = desk.directory.patterns
    for _line in range(3):
        click(lines(page)[0], "Take this shift out")
    press(page, Qt.Key.Key_S, CTRL)
    assert page.patterns.panel._no_shift.text == "A pattern needs at least one shift."
    click(page.patterns.panel, "Add a shift")
    page.patterns.list.setFocus()
    press(page, Qt.Key.Key_S, CTRL)

    assert QApplication.focusWidget() is field(lines(page)[0], "Name of the shift")
    assert desk.directory.patterns == before
    click(page.patterns.panel, "Discard")
    assert len(lines(page)) == 3


def test_a_pattern_in_use_stays_and_leads_to_who_uses_it(desk: PlaceWorld) -> None:
    page = patterns_page(desk)

    press(page.patterns.list, Qt.Key.Key_Delete)
    assert desk.told == "Three shifts, 8 h is the pattern of 北门, 南门, 热线. Give them another one first."
    desk.answer("Show 北门")

    assert page.switch.choice == "checkpoints"
    assert page.checkpoints.current == desk.checkpoint("北门").id


def test_a_pattern_nobody_uses_is_removed_and_comes_back(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    spare = desk.services.places.add_from_template(desk.team_id, "whole_day")
    page.reload()
    page.patterns.list.choose(spare)
    click(page.patterns.panel, "Remove the pattern …")
    assert spare not in desk.directory.pattern

    desk.answer("Undo")

    assert desk.directory.pattern[spare].name == "Whole day, 24 h"
    assert len(desk.directory.shift_types) == 4


def test_a_colleagues_change_of_another_shift_is_kept(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    early = next(line for line in lines(page) if line.shift.start == 480)
    write(field(early, "Name of the shift"), "Dawn")
    middle = next(s for s in desk.directory.shift_types if s.start == 960)
    desk.services.places.save_shift_type(replace(middle, name="Noon"))

    press(page, Qt.Key.Key_S, CTRL)
    assert "A colleague changed Three shifts, 8 h" in page.patterns.panel._notice.text
    press(page, Qt.Key.Key_S, CTRL)

    assert {s.name for s in desk.directory.shift_types} == {"Dawn", "Noon", "Night"}


def test_tab_follows_the_eye_through_the_shifts(desk: PlaceWorld) -> None:
    page = patterns_page(desk)
    click(page.patterns.panel, "Add a shift")
    page.patterns.panel.setFocus()
    body = page.patterns.panel._body
    stops = tabbed_through(body)

    assert follows_the_eye(stops[:-1], body)
    assert len(stops) == 2 + 4 * 6 + 1 + 1
    assert stops[-1].text() == "Discard"


def test_a_team_without_patterns_is_led_to_the_first(empty_desk: PlaceWorld) -> None:
    page = patterns_page(empty_desk)
    assert page.patterns._none.isVisible()
    assert isinstance(page.patterns._none, EmptyState)

    click(page.patterns._none, "New pattern …")
    press(chooser().list, Qt.Key.Key_Return)

    assert page.patterns.splitter.is_panel_shown
    assert [r.unsaved for r in page.patterns.model.rows] == [True]
    assert unnamed(page) == []
