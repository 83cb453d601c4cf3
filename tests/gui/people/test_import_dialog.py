"""导入名单: every row of the list is accounted for, nothing is written before the button, and twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_cases import World, dialog_of, is_freed, press, watched

from roster_app.domain.imports import Fate
from roster_app.domain.people import Volunteer
from roster_app.gui.people.drop_area import DropArea
from roster_app.gui.people.import_dialog import ImportDialog
from roster_app.gui.people.import_model import Column
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.widgets.buttons import PrimaryButton


@pytest.fixture
def page(world: World) -> PeoplePage:
    made = world.page("people")
    assert isinstance(made, PeoplePage)
    return made


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """One known, one changed, one new with a remark, one wrong, one repeated, a total."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for row in (
        ["横三突击队名单"],
        ["序号", "姓名", "单位", "电话", "职务"],
        [1, "区志明", "横岗党支部", 13800000004, None],
        [2, "王　䶮", "永平街道办", 13800000007, "组长"],
        [3, "何平", "颐和社区", None, None],
        [4, "林小燕", "颐和社区", 138000000421, None],
        [5, "何 平", "颐和社区", None, None],
        ["合计", 5],
    ):
        sheet.append(row)
    path = tmp_path / "名单.xlsx"
    book.save(path)
    return path


def read(page: PeoplePage, path: Path, qtbot: QtBot) -> ImportDialog:
    page.import_list(path)
    dialog = dialog_of(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.model is not None, timeout=10_000)
    return dialog


def test_every_row_is_shown_with_its_fate_and_nothing_is_written(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    before = world.directory
    dialog = read(page, listed, qtbot)
    model = dialog.model
    assert model is not None
    tester = watched(model)

    fates = {model.line(row).row: model.line(row).fate for row in range(model.rowCount())}
    assert fates == {
        3: Fate.SAME, 4: Fate.CHANGED, 5: Fate.NEW, 6: Fate.WRONG, 7: Fate.SKIPPED, 8: Fate.SKIPPED,
    }  # fmt: skip
    assert dialog._facts.text() == "6 rows = 1 new + 1 changed + 1 unchanged + 2 skipped + 1 wrong"
    first = model.index(0, Column.REMARKS).data()
    assert first.startswith("名单!D6")
    assert "12 digits" in first
    assert world.directory.volunteers == before.volunteers
    tester.deleteLater()
    dialog.reject()
    assert world.directory.volunteers == before.volunteers
    assert is_freed(dialog)


def test_the_ticked_rows_are_taken_in_at_once(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    dialog = read(page, listed, qtbot)
    assert dialog._take_in.text() == "Take in 2 rows"

    dialog._take_in.click()

    qtbot.waitUntil(lambda: dialog_of(ImportDialog) is None, timeout=10_000)
    assert world.person("何平").affiliation == "颐和社区"
    assert world.person("王䶮").title == "组长"
    assert len(world.directory.volunteers) == 9
    assert page.people.model.rowCount() == 9
    assert "1 new, 1 changed" in world.session.window.frame.status._step.text()


def test_a_list_taken_in_is_undone_and_redone_as_one_step(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    def content() -> set[Volunteer]:
        return {replace(v, version=1) for v in world.directory.volunteers}

    before = content()
    dialog = read(page, listed, qtbot)
    dialog._take_in.click()
    qtbot.waitUntil(lambda: dialog_of(ImportDialog) is None, timeout=10_000)
    after = content()

    page.carry_out("undo")
    assert content() == before
    assert page.people.model.rowCount() == 8
    assert "Undone: List taken in: 1 new, 1 changed" in world.session.window.frame.status._step.text()

    page.carry_out("redo")
    assert content() == after
    assert page.people.model.rowCount() == 9


def test_where_a_colleague_went_on_the_list_stays(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    dialog = read(page, listed, qtbot)
    dialog._take_in.click()
    qtbot.waitUntil(lambda: dialog_of(ImportDialog) is None, timeout=10_000)
    world.services.people.update(replace(world.person("何平"), note="夜班不便"))

    page.carry_out("undo")

    assert world.person("何平").note == "夜班不便"
    assert world.person("王䶮").title == "组长"
    assert page.keeper.steps.next_undo is None


def test_taking_the_same_list_in_twice_changes_nothing(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    dialog = read(page, listed, qtbot)
    dialog._take_in.click()
    qtbot.waitUntil(lambda: dialog_of(ImportDialog) is None, timeout=10_000)
    before = world.directory.volunteers

    again = read(page, listed, qtbot)

    assert not again._take_in.isEnabled()
    assert again._take_in.text() == "Nothing to take in"
    again.take_in()
    again.reject()
    assert world.directory.volunteers == before


def test_a_row_without_its_tick_is_left_out(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    dialog = read(page, listed, qtbot)
    model, table = dialog.model, dialog._table
    assert model is not None
    row = next(r for r in range(model.rowCount()) if model.line(r).fate is Fate.NEW)
    box = table.visualRect(model.index(row, Column.TICK)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert dialog._take_in.text() == "Take in 1 row"
    table.selectRow(row)
    press(table, Qt.Key.Key_Space)
    assert dialog._take_in.text() == "Take in 2 rows"
    press(table, Qt.Key.Key_Space)
    dialog._take_in.click()

    qtbot.waitUntil(lambda: dialog_of(ImportDialog) is None, timeout=10_000)
    assert "何平" not in [v.name for v in world.directory.volunteers]
    assert world.person("王䶮").title == "组长"


def test_a_wrong_row_has_no_tick(page: PeoplePage, listed: Path, qtbot: QtBot) -> None:
    dialog = read(page, listed, qtbot)
    model = dialog.model
    assert model is not None

    assert model.line(0).fate is Fate.WRONG
    assert model.index(0, Column.TICK).data(Qt.ItemDataRole.CheckStateRole) is None
    model.toggle([0])
    assert 6 not in model.ticked
    dialog.reject()


def test_a_file_that_is_no_list_is_refused_with_a_way_on(
    page: PeoplePage, tmp_path: Path, qtbot: QtBot, world: World
) -> None:
    path = tmp_path / "letter.xlsx"
    path.write_bytes(b"Dear all, this is no workbook.\x00\x01\x02" * 40)
    page.import_list(path)
    dialog = dialog_of(ImportDialog)
    assert isinstance(dialog, ImportDialog)

    qtbot.waitUntil(lambda: dialog.messages.message is not None, timeout=10_000)

    assert "letter.xlsx" in dialog.messages.message.text
    assert dialog.findChild(DropArea).isVisible()
    dialog.reject()


def test_a_list_taken_in_from_another_place_in_the_meantime_is_read_anew(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    """A colleague takes in the same list while this dialog stands open: the stale rows are refused, not doubled."""
    dialog = read(page, listed, qtbot)
    colleague = world.services.people
    colleague.carry_out(world.team_id, colleague.preview_import(world.team_id, listed))

    dialog._take_in.click()

    qtbot.waitUntil(lambda: not world.session.tasks.busy, timeout=10_000)
    names = [v.name for v in world.directory.volunteers]
    assert names.count("王䶮") == 1
    if dialog_of(ImportDialog) is not None:
        dialog.reject()


def test_a_list_dropped_on_the_page_is_read(page: PeoplePage, listed: Path, qtbot: QtBot) -> None:
    payload = QMimeData()
    payload.setUrls([QUrl.fromLocalFile(str(listed))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, payload, buttons, modifiers)
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, payload, buttons, modifiers)

    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, drop)

    dialog = dialog_of(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.model is not None, timeout=10_000)
    dialog.reject()


def test_something_else_is_not_accepted(page: PeoplePage, tmp_path: Path) -> None:
    payload = QMimeData()
    payload.setUrls([QUrl.fromLocalFile(str(tmp_path / "picture.png"))])
    enter = QDragEnterEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, payload, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    QApplication.sendEvent(page, enter)

    assert not enter.isAccepted()


def test_an_empty_page_offers_the_dialog(empty_world: World, qtbot: QtBot) -> None:
    team = empty_world.services.teams.create("新队")
    empty_world.session.show_team(team.id)
    page = empty_world.page("people")
    assert isinstance(page, PeoplePage)

    page.people._nobody_yet.findChild(PrimaryButton).click()

    dialog = dialog_of(ImportDialog)
    assert dialog is not None
    dialog.reject()
