"""The page of publishing after a change: which posted sheets are to be replaced, and the change sheets beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from publish_cases import (
    SECOND_GATE,
    Desk,
    await_dialog,
    button,
    first_duty,
    press,
    signalled,
    take_off,
    unnamed,
    until,
    words_of,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.publication import Publication, publication_of
from roster_app.gui.publish.save_all_dialog import SaveAllDialog
from roster_app.gui.publish.sheet_choices import SheetChoice, choices_of
from roster_app.gui.widgets.row_delegate import RowRole
from roster_app.services.sheets import PrintedSheet, SheetKind

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def changed(desk: Desk, period: RosterPeriod) -> RosterPeriod:
    """Published, and then a duty at the second gate left vacant."""
    desk.services.rostering.publish(period.id)
    take_off(desk.office, period, first_duty(desk.office.open(period), SECOND_GATE))
    return period


def choice(publication: Publication, kind: SheetKind, place: str) -> SheetChoice:
    return next(c for c in choices_of(kind, publication.opened) if c.words == place)


def go_to(page: PublishPage, kind: SheetKind, place: str) -> None:
    """With the arrow keys, as a person would."""
    assert page.publication is not None
    wanted = choice(page.publication, kind, place)
    chooser = page.bench.sheets
    chooser.kinds.setFocus()
    walk(chooser.kinds, lambda: chooser.kinds.choice is kind)
    press(chooser.kinds, Qt.Key.Key_Right)
    walk(chooser.sheets, lambda: chooser.choice == wanted)


def walk(view: QListView, there: Callable[[], bool]) -> None:
    """From the first row down, until it is there."""
    press(view, Qt.Key.Key_Home)
    for _each in range(view.model().rowCount()):
        if there():
            return
        press(view, Qt.Key.Key_Down)
    raise AssertionError("it is not in the list")


def drawn(qtbot: QtBot, page: PublishPage) -> PrintedSheet:
    until(qtbot, lambda: page.bench.previewing.sheet is not None)
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    return sheet


def rows(page: PublishPage) -> list[tuple[str, str]]:
    """Name and chip of every checkpoint's line."""
    model = page.bench.sheets.sheets.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [(i.data(), i.data(RowRole.CHIP) or "") for i in indexes]


def said(publication: Publication, kind: SheetKind, place: str) -> str:
    return verdict(choice(publication, kind, place), publication).short


# what hangs


def test_before_publishing_what_changed_is_to_be_replaced_and_the_rest_is_in_force(
    desk: Desk, changed: RosterPeriod
) -> None:
    now = publication_of(desk.office.open(changed))
    assert said(now, SheetKind.WALL, SECOND_GATE) == "1 change: replace or amend it"
    assert said(now, SheetKind.WALL, "north gate") == "In force"
    assert said(now, SheetKind.DUTY, SECOND_GATE) == "1 change: print it anew"
    assert said(now, SheetKind.CHANGE, SECOND_GATE) == "Edition 1 → draft"
    assert said(now, SheetKind.CHANGE, "north gate") == "Nothing has changed since edition 1"


def test_after_publishing_the_next_edition_it_is_still_said_which_posted_sheets_are_old(
    desk: Desk, changed: RosterPeriod
) -> None:
    desk.services.rostering.publish(changed.id)
    now = publication_of(desk.office.open(changed))
    assert said(now, SheetKind.WALL, SECOND_GATE) == "1 change: replace or amend it"
    assert said(now, SheetKind.WALL, "north gate") == "As in edition 1: may stay"
    assert said(now, SheetKind.WALL, "All checkpoints") == "1 change: replace or amend it"
    assert said(now, SheetKind.CHANGE, SECOND_GATE) == "Edition 1 → edition 2"
    assert list(now.told) == [choice(now, SheetKind.CHANGE, SECOND_GATE).checkpoint_id]


def test_in_chinese_it_is_said_as_coordinators_say_it(desk: Desk, changed: RosterPeriod, chinese: str) -> None:
    now = publication_of(desk.office.open(changed))
    assert said(now, SheetKind.WALL, SECOND_GATE) == "已变更 1 处，请换张或贴变更单"
    assert said(now, SheetKind.WALL, "north gate") == "现行"


def test_nothing_is_beside_the_wall_before_anything_hangs(desk: Desk, period: RosterPeriod) -> None:
    assert choices_of(SheetKind.CHANGE, desk.office.open(period)) == ()


# the page


def test_the_change_sheet_of_a_draft_is_chosen_and_seen(qtbot: QtBot, desk: Desk, changed: RosterPeriod) -> None:
    page = desk.make()
    go_to(page, SheetKind.CHANGE, "All checkpoints")
    assert rows(page) == [
        ("All checkpoints", "1 change"),
        ("north gate", "No change"),
        (SECOND_GATE, "1 change"),
    ]

    go_to(page, SheetKind.CHANGE, SECOND_GATE)
    sheet = drawn(qtbot, page)

    words = words_of(sheet.path)
    assert "Changestoedition1" in words
    assert "谢宇航" in words
    assert sheet.edition is None
    assert page.bench.preview.isVisibleTo(page)
    assert page.bench.differences.model.rowCount() == 1
    options = page.bench.options
    assert options.hanging.note.words == "Belongs beside the sheet of edition 1 Publish first: a draft is not posted."
    assert not options.days.isVisibleTo(options)
    assert not options.paper.isVisibleTo(options)
    assert options.audience.isVisibleTo(options)
    assert unnamed(page) == []


def test_other_sheets_get_their_options_back(qtbot: QtBot, desk: Desk, changed: RosterPeriod) -> None:
    page = desk.make()
    go_to(page, SheetKind.CHANGE, SECOND_GATE)
    go_to(page, SheetKind.WALL, SECOND_GATE)
    options = page.bench.options

    assert options.days.isVisibleTo(options)
    assert options.paper.isVisibleTo(options)
    assert options.hanging.note.words.startswith("1 change since edition 1 Replace the sheet of edition 1 that hangs")
    order = page.bench.order
    assert order is not None
    assert order.since is None


def test_publishing_says_what_is_out_of_date_and_leads_to_the_change_sheets(
    qtbot: QtBot, desk: Desk, changed: RosterPeriod
) -> None:
    page = desk.make()
    press(page, Qt.Key.Key_P, CTRL | SHIFT)
    dialog = await_dialog(qtbot, QDialog)
    qtbot.mouseClick(button(dialog, "Publish all the same"), LEFT)
    until(qtbot, lambda: desk.told != [])
    until(qtbot, lambda: page.publication is not None and page.publication.next_number == 3)

    message = desk.told[-1]
    assert message.text == (
        "Edition 2 is published. Out of date on the wall, of edition 1: south gate (1 change). "
        "Replace it or post a change sheet beside it. Elsewhere it may stay."
    )
    (_save, show) = message.actions
    assert show.words == "Show the change sheets"
    show.carry_out()
    sheet = drawn(qtbot, page)
    assert sheet.edition == 2
    assert "nowedition2" in words_of(sheet.path)
    assert "northgate" not in words_of(sheet.path)
    assert rows(page)[1] == ("north gate", "No change")
    assert page.bench.differences.view.accessibleName() == "1 difference from edition 1"


def test_an_older_edition_may_be_said_to_hang(qtbot: QtBot, desk: Desk, changed: RosterPeriod) -> None:
    desk.services.rostering.publish(changed.id)
    later = [d.id for d in desk.office.open(changed).roster.plan.duties][-1]
    take_off(desk.office, changed, later)
    page = desk.make()
    go_to(page, SheetKind.CHANGE, "All checkpoints")
    assert "1change" in words_of(drawn(qtbot, page).path)
    field = page.bench.options.hanging.edition
    assert field.isVisibleTo(page)
    assert field.currentText() == "Edition 2"

    field.setFocus()
    press(field, Qt.Key.Key_Down)

    assert "Changestoedition1" in words_of(drawn(qtbot, page).path)
    assert page.bench.differences.model.rowCount() == 2
    assert page.bench.options.hanging.note.words.startswith("Belongs beside the sheet of edition 1")
    order = page.bench.order
    assert order is not None
    assert order.since == 1


def test_it_is_saved_under_a_name_that_says_where_it_belongs(
    qtbot: QtBot, desk: Desk, changed: RosterPeriod, tmp_path: Path
) -> None:
    page = desk.make()
    go_to(page, SheetKind.CHANGE, SECOND_GATE)
    drawn(qtbot, page)

    press(page, Qt.Key.Key_S, CTRL)
    dialog = await_dialog(qtbot, QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    name = field.text()
    field.setText(str(tmp_path / name))
    (box,) = dialog.findChildren(QDialogButtonBox)
    with signalled(qtbot, page.saving.saved):
        qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), LEFT)

    assert name == "commando south gate change sheet to edition 1 2020-04-06 to 2020-04-12.pdf"
    assert "谢宇航" in words_of(tmp_path / name)


def test_saving_all_takes_change_sheets_only_of_what_really_changed(
    qtbot: QtBot, desk: Desk, changed: RosterPeriod, tmp_path: Path
) -> None:
    desk.services.rostering.publish(changed.id)
    page = desk.make()
    qtbot.mouseClick(button(page.header, "Save all…"), LEFT)
    dialog = await_dialog(qtbot, SaveAllDialog)
    dialog._take_folder(tmp_path)
    with signalled(qtbot, dialog.finished_saving):
        qtbot.mouseClick(button(dialog, "Save 4 files"), LEFT)

    saved = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert [name for name in saved if "change sheet" in name] == [
        "commando south gate change sheet to edition 1 2020-04-06 to 2020-04-12.pdf"
    ]
    assert "谢宇航" in words_of(tmp_path / next(name for name in saved if "change sheet" in name))
    dialog.reject()


def test_a_seat_that_is_gone_leads_nowhere(qtbot: QtBot, desk: Desk, period: RosterPeriod) -> None:
    from dataclasses import replace

    desk.services.rostering.publish(period.id)
    directory = desk.services.teams.directory(desk.office.team_id)
    gate = next(c for c in directory.checkpoints if c.name == "north gate")
    lead, check = directory.posts_of[gate.id]
    desk.services.places.save_checkpoint(gate, (lead, replace(check, headcount=0)))
    page = desk.make()
    go_to(page, SheetKind.WALL, "north gate")
    differences = page.bench.differences

    assert differences.model.item(0).text().endswith("→ no longer wanted")
    where = differences.view.visualRect(differences.model.index(0, 0)).center()
    qtbot.mouseClick(differences.view.viewport(), LEFT, pos=where)
    assert desk.went == []
