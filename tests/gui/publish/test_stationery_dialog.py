"""Head and foot of the sheets: seen at once, stored when it is said, taken back in one step, and refused in words."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from publish_cases import Desk, await_dialog, button, dialog_in_sight, go_to_sheet, press, unnamed, until, words_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from roster_app.domain.stationery import USUAL, Stationery
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.stationery_dialog import StationeryDialog
from roster_app.gui.publish.title_field import shown, stored
from roster_app.services.sheets import SheetKind

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(qtbot: QtBot, page: PublishPage) -> StationeryDialog:
    """Opened by its keys, the wall roster drawn."""
    press(page, Qt.Key.Key_H, CTRL | SHIFT)
    found = await_dialog(qtbot, StationeryDialog)
    until(qtbot, lambda: found.preview.previewing.sheet is not None)
    return found


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A picture file."""
    path = tmp_path / "red.png"
    Image.new("RGB", (100, 50), "#c01010").save(path)
    return path


def seen(qtbot: QtBot, dialog: StationeryDialog) -> str:
    """The words of the sheet beside the fields, as soon as it is drawn."""
    until(qtbot, lambda: dialog.preview.previewing.sheet is not None)
    sheet = dialog.preview.previewing.sheet
    assert sheet is not None
    return words_of(sheet.path)


def stationery_of(desk: Desk) -> Stationery:
    return desk.services.teams.stationery(desk.office.team_id)


def test_it_begins_with_what_is_printed_now(desk: Desk, dialog: StationeryDialog) -> None:
    form = dialog.form
    assert form.title.line.text() == ""
    assert form.title.line.placeholderText() == "{office} ({checkpoint}) {sheet}"
    assert [field.text() for field in (form.made, form.reviewed, form.date)] == ["Made by", "Checked by", "Date"]
    assert form.rules.toPlainText().startswith("Be in place 10 minutes early")
    assert form.phone.text() == desk.services.teams.directory(desk.office.team_id).team.duty_phone
    assert form.stationery() == USUAL
    assert not dialog.save.isEnabled()
    assert not dialog.usual.isEnabled()


def test_what_is_typed_is_seen_at_once_and_stored_when_it_is_said(
    qtbot: QtBot, desk: Desk, page: PublishPage, dialog: StationeryDialog
) -> None:
    form = dialog.form
    qtbot.mouseClick(form.title.buttons["{team}"], LEFT)
    qtbot.keyClicks(form.title.line, " * ")
    qtbot.mouseClick(form.title.buttons["{sheet}"], LEFT)
    form.phone.setText("020 1234")
    form.reviewed.clear()
    form.rules.setPlainText("Keep the phone free\n\n  No   drinking ")
    team = desk.services.teams.directory(desk.office.team_id).team

    words = seen(qtbot, dialog)

    for said in (f"{team.name}*Dutyroster", "0201234", "2.Keepthephonefree", "3.Nodrinking"):
        assert said.replace(" ", "") in words
    assert "Checkedby" not in words
    assert stationery_of(desk) == USUAL  # not a word of it is stored yet
    qtbot.mouseClick(dialog.save, LEFT)
    until(qtbot, lambda: dialog_in_sight(StationeryDialog) is None)
    assert stationery_of(desk) == Stationery(
        title="{team} * {sheet}", reviewed_label="", rules=("Keep the phone free", "No drinking")
    )
    assert desk.services.teams.directory(desk.office.team_id).team.duty_phone == "020 1234"
    until(
        qtbot, lambda: page.bench.previewing.sheet is not None and "*Duty" in words_of(page.bench.previewing.sheet.path)
    )


def test_it_can_be_taken_back_afterwards(qtbot: QtBot, desk: Desk, page: PublishPage, dialog: StationeryDialog) -> None:
    before = desk.services.teams.directory(desk.office.team_id).team
    dialog.form.phone.setText("1")
    dialog.form.date.setText("Signed on")
    qtbot.mouseClick(dialog.save, LEFT)
    (undo,) = desk.told[-1].actions
    assert undo.words == "Undo"

    undo.carry_out()

    assert stationery_of(desk) == USUAL
    assert desk.services.teams.directory(desk.office.team_id).team == replace(before, version=before.version + 2)


@pytest.mark.parametrize("way", ["Esc", "Cancel"])
def test_giving_up_changes_nothing(qtbot: QtBot, desk: Desk, dialog: StationeryDialog, way: str) -> None:
    dialog.form.title.line.setText("{sheet}!")
    folder = dialog.preview.previewing.sheet

    if way == "Esc":
        qtbot.keyClick(dialog.form.title.line, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(button(dialog, "Cancel"), LEFT)

    assert dialog_in_sight(StationeryDialog) is None
    assert stationery_of(desk) == USUAL
    assert folder is None or not folder.path.exists()


def test_a_title_that_fits_no_sheet_is_told_and_not_stored(qtbot: QtBot, dialog: StationeryDialog) -> None:
    dialog.form.title.line.setText("Duty")

    assert not dialog.save.isEnabled()
    assert "by its button" in dialog.form.title.accessibleDescription()
    qtbot.mouseClick(dialog.form.title.buttons["{sheet}"], LEFT)
    assert dialog.save.isEnabled()
    assert "by its button" not in dialog.form.title.accessibleDescription()


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("1、不得饮酒。", "不得饮酒"),
        ("（12） No drinking.", "No drinking"),
        ("2. No drinking", "No drinking"),
        ("24 hours on call", "24 hours on call"),
        ("1.5 hours at most", "1.5 hours at most"),
        ("15分钟前到岗", "15分钟前到岗"),
    ],
)
def test_numbers_and_full_stops_that_a_sheet_gives_are_not_given_twice(
    dialog: StationeryDialog, typed: str, rule: str
) -> None:
    dialog.form.rules.setPlainText(typed)

    written = dialog.form.stationery()

    assert written is not None
    assert written.rules == (rule,)


def test_rules_too_long_for_the_foot_are_told(dialog: StationeryDialog) -> None:
    dialog.form.rules.setPlainText("w" * 400)

    assert not dialog.save.isEnabled()
    assert "200 characters, at most 160" in dialog.form.rules.accessibleDescription()


def test_a_picture_is_printed_and_can_be_taken_away(
    qtbot: QtBot, desk: Desk, dialog: StationeryDialog, red: Path
) -> None:
    logo = dialog.form.logo
    qtbot.mouseClick(logo.choose, LEFT)
    chooser = await_dialog(qtbot, QFileDialog)
    chooser.fileSelected.emit(str(red))
    chooser.reject()
    until(qtbot, lambda: logo.logo is not None)

    until(qtbot, lambda: is_red(dialog))
    assert logo.picture.accessibleName() == "The logo"
    qtbot.mouseClick(dialog.save, LEFT)
    kept = stationery_of(desk).logo
    assert kept is not None
    assert Image.open(io.BytesIO(kept)).size == (100, 50)


def is_red(dialog: StationeryDialog) -> bool:
    """Whether the page beside the fields has the colour of the picture at its left upper corner."""
    image = dialog.preview.view.image
    corner = [image.pixelColor(x, y) for x in range(0, image.width() // 6, 2) for y in range(0, image.height() // 8, 2)]
    return any(colour.red() > 150 > 60 > colour.blue() for colour in corner)


def test_a_logo_taken_away_is_no_change_at_all(qtbot: QtBot, dialog: StationeryDialog, red: Path) -> None:
    dialog.form.logo.read(red)
    until(qtbot, lambda: dialog.save.isEnabled())

    qtbot.mouseClick(dialog.form.logo.remove, LEFT)

    assert not dialog.save.isEnabled()


@pytest.mark.parametrize("content", [b"no picture", b""])
def test_what_is_no_picture_is_refused_in_words_and_the_logo_stays(
    qtbot: QtBot, dialog: StationeryDialog, red: Path, tmp_path: Path, content: bytes
) -> None:
    logo = dialog.form.logo
    logo.read(red)
    until(qtbot, lambda: logo.logo is not None)
    before = logo.logo
    bad = tmp_path / "bad.png"
    bad.write_bytes(content)

    logo.read(bad)
    until(qtbot, lambda: "no picture at all" in logo.accessibleDescription())

    assert logo.logo == before
    logo.read(tmp_path / "gone.png")
    until(qtbot, lambda: "gone.png" in logo.accessibleDescription())
    logo.read(red)
    until(qtbot, lambda: logo.accessibleDescription().startswith("A PNG or JPEG"))


def test_as_usual_again_keeps_the_phone(qtbot: QtBot, dialog: StationeryDialog) -> None:
    form = dialog.form
    form.phone.setText("7")
    form.title.line.setText("{sheet}")
    form.rules.clear()
    assert form.stationery() == Stationery(title="{sheet}", rules=())

    qtbot.mouseClick(dialog.usual, LEFT)

    assert form.stationery() == USUAL
    assert form.duty_phone == "7"


def test_other_sheets_can_be_looked_at(qtbot: QtBot, dialog: StationeryDialog) -> None:
    dialog.form.rules.setPlainText("Keep the phone free")
    titles = [dialog.sheet.itemText(n) for n in range(dialog.sheet.count())]
    assert titles[0] == "All checkpoints · Duty roster"
    wanted = next(title for title in titles if title.endswith("Sign-in sheets"))

    dialog.sheet.choose(wanted)
    dialog.sheet.chosen.emit(wanted)

    assert "3.Keepthephonefree" not in seen(qtbot, dialog)
    assert "2.Keepthephonefree" in seen(qtbot, dialog)
    assert "Signatureoftheleader" in seen(qtbot, dialog)
    assert dialog.preview.strip.isVisible()


def test_it_begins_with_the_sheet_in_sight(qtbot: QtBot, page: PublishPage) -> None:
    go_to_sheet(page, SheetKind.HANDOVER, "north gate")

    qtbot.mouseClick(page.bench.options.head_and_foot, LEFT)

    dialog = await_dialog(qtbot, StationeryDialog)
    assert dialog.sheet.choice == "north gate · Hand-over record"
    assert "Hand-over" in seen(qtbot, dialog) or "hand-over" in seen(qtbot, dialog)


def test_of_two_coordinators_the_second_sees_what_the_first_has_stored(
    qtbot: QtBot, desk: Desk, dialog: StationeryDialog
) -> None:
    teams = desk.services.teams
    team = teams.directory(desk.office.team_id).team
    dialog.form.date.setText("Mine")
    teams.set_stationery(replace(team, duty_phone="99"), Stationery(date_label="Theirs"))

    qtbot.mouseClick(dialog.save, LEFT)

    assert dialog_in_sight(StationeryDialog) is dialog
    assert "colleague" in dialog.messages.findChild(type(dialog.messages._text)).text()
    assert (dialog.form.date.text(), dialog.form.phone.text()) == ("Theirs", "99")
    dialog.form.date.setText("Mine")
    qtbot.mouseClick(dialog.save, LEFT)
    assert stationery_of(desk) == Stationery(date_label="Mine")


def test_whatever_takes_the_keyboard_has_a_name_and_tab_goes_from_top_to_foot(dialog: StationeryDialog) -> None:
    assert unnamed(dialog) == []
    form, order = dialog.form, []
    widget = form.title.line
    while widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [form.title.line, form.logo.choose, form.phone, form.made, form.reviewed, form.date, form.rules]
    wanted += [dialog.usual, dialog.cancel, dialog.save]
    places = [order.index(part) for part in wanted]
    assert places == sorted(places)


def test_tab_leaves_the_rules(qtbot: QtBot, dialog: StationeryDialog) -> None:
    dialog.form.rules.setFocus()
    before = dialog.form.rules.toPlainText()

    qtbot.keyClick(dialog.form.rules, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is not dialog.form.rules
    assert dialog.form.rules.toPlainText() == before


def test_words_of_a_title_are_stored_in_no_language(chinese: str) -> None:
    assert shown("{office}（{place}）{sheet}{team}") == "{单位}（{卡口}）{表名}{队名}"
    assert stored(shown("{office}（{place}）{sheet}{team}{other}")) == "{office}（{place}）{sheet}{team}{other}"
