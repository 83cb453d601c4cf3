"""Saving everything: what will lie where, what came of each file, and that it can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from publish_cases import Desk, await_dialog, button, page_count, press, signalled, words_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.save_all_dialog import SaveAllDialog
from roster_app.gui.widgets import TextLabel
from roster_app.gui.widgets.row_delegate import RowRole
from roster_app.services.sheets import Sheets

LEFT = Qt.MouseButton.LeftButton
WALL = "commando duty roster A3 2020-04-06 to 2020-04-12.pdf"
NORTH = "commando north gate sign-in sheets 2020-04-06 to 2020-04-12.pdf"
SOUTH = "commando south gate sign-in sheets 2020-04-06 to 2020-04-12.pdf"


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """The folder that was used last."""
    made = tmp_path / "sheets"
    made.mkdir()
    desk.shell.view_state.keep("publish/folder", str(made))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, folder: Path, page: PublishPage) -> SaveAllDialog:
    qtbot.mouseClick(button(page.header, "Save all…"), LEFT)
    return await_dialog(qtbot, SaveAllDialog)


def chips(dialog: SaveAllDialog) -> list[tuple[str, str]]:
    model = dialog.list.model()
    return [(model.index(n, 0).data(), model.index(n, 0).data(RowRole.CHIP)) for n in range(model.rowCount())]


def sentences(dialog: SaveAllDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(TextLabel) if label.isVisibleTo(dialog))


def test_it_says_beforehand_what_will_lie_where(dialog: SaveAllDialog, folder: Path) -> None:
    assert [name for name, _chip in chips(dialog)] == [WALL, NORTH, SOUTH]
    assert str(folder) in sentences(dialog)
    assert "masked" in sentences(dialog)
    assert "replaced" not in sentences(dialog)
    assert list(folder.iterdir()) == []
    dialog.reject()


def test_one_click_saves_every_file(qtbot: QtBot, dialog: SaveAllDialog, folder: Path) -> None:
    with signalled(qtbot, dialog.finished_saving) as ended:
        qtbot.mouseClick(dialog.go_on, LEFT)

    assert ended.args == [3, 0]
    assert [chip for _name, chip in chips(dialog)] == ["Saved"] * 3
    assert sorted(path.name for path in folder.iterdir()) == sorted([WALL, NORTH, SOUTH])
    assert page_count(folder / NORTH) == 7
    assert "王建国" in words_of(folder / WALL)
    assert "3 of 3 saved" in dialog.findChildren(type(dialog._chip))[0].accessibleName()
    assert button(dialog, "Open the folder").hasFocus()
    dialog.reject()


def test_files_that_will_be_replaced_are_told(qtbot: QtBot, desk: Desk, page: PublishPage, folder: Path) -> None:
    (folder / NORTH).write_text("the edition before")
    press(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = await_dialog(qtbot, SaveAllDialog)

    assert "1 file of this name is there already and will be replaced." in sentences(dialog)
    dialog.reject()


def test_another_folder_can_be_chosen(qtbot: QtBot, dialog: SaveAllDialog, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()

    qtbot.mouseClick(button(dialog, "Choose a folder…"), LEFT)
    chooser = await_dialog(qtbot, QFileDialog)
    chooser.selectFile(str(other))
    chooser.accept()

    assert dialog.folder == other
    with signalled(qtbot, dialog.finished_saving):
        qtbot.mouseClick(dialog.go_on, LEFT)
    assert (other / WALL).is_file()
    dialog.reject()


def test_a_file_that_cannot_be_written_is_named_and_can_be_saved_once_more(
    qtbot: QtBot, dialog: SaveAllDialog, folder: Path
) -> None:
    (folder / NORTH).mkdir()

    with signalled(qtbot, dialog.finished_saving) as ended:
        qtbot.mouseClick(dialog.go_on, LEFT)
    assert ended.args == [2, 1]
    assert [chip for _name, chip in chips(dialog)] == ["Saved", "Not saved", "Saved"]
    assert "it is a folder" in dialog.list.model().index(1, 0).data(RowRole.SECOND_LINE)

    (folder / NORTH).rmdir()
    with signalled(qtbot, dialog.finished_saving) as ended:
        qtbot.mouseClick(button(dialog, "Save once more"), LEFT)
    assert ended.args == [3, 0]
    dialog.reject()


def test_esc_stops_after_the_file_being_written_and_does_not_close(
    qtbot: QtBot, dialog: SaveAllDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate, write = threading.Event(), threading.Event(), Sheets.print

    def slowly(*order: object) -> object:
        begun.set()
        gate.wait(20)
        return write(*order)  # type: ignore[arg-type]

    monkeypatch.setattr(Sheets, "print", slowly)
    with signalled(qtbot, dialog.finished_saving) as ended:
        qtbot.mouseClick(dialog.go_on, LEFT)
        assert begun.wait(20)
        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        gate.set()

    assert ended.args == [1, 0]
    assert [chip for _name, chip in chips(dialog)] == ["Saved", "Waiting", "Waiting"]
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_after_publishing_the_files_carry_the_edition(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, folder: Path
) -> None:
    desk.services.rostering.publish(period.id)
    page = desk.make()
    qtbot.mouseClick(button(page.header, "Save all…"), LEFT)
    dialog = await_dialog(qtbot, SaveAllDialog)

    with signalled(qtbot, dialog.finished_saving):
        qtbot.mouseClick(dialog.go_on, LEFT)

    assert dialog.list.model().index(1, 0).data(RowRole.SECOND_LINE) == "7 pages · Edition 1"
    assert "Edition1" in words_of(folder / NORTH)
    assert "DRAFT" not in words_of(folder / NORTH)
    dialog.reject()
