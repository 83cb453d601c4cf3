"""导入: every row is accounted for, nothing is written before the button, one answer settles all cells like it, and
what was taken in goes back as one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from taking_cases import WAIT, answer, book, in_sight, opened, take, verdict
from window_cases import World, dialog_of, is_freed, press, unnamed, watched, write

from roster_app.domain.people import Volunteer
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.taking_in.asking import asks_of
from roster_app.gui.taking_in.dialog import TakingDialog
from roster_app.gui.taking_in.verdicts import Verdict
from roster_app.gui.widgets.buttons import PrimaryButton

# lists of volunteers


def test_every_row_of_a_list_is_shown_with_its_fate_and_nothing_is_written(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    before = world.directory
    dialog = opened(page, listed, qtbot)
    tester = watched(dialog.preview.table.sheet_model)

    assert dialog.balance.text() == "6 rows = 2 imported + 1 unchanged + 2 skipped + 1 wrong or unanswered"
    assert verdict(dialog, "名单!D6") is Verdict.WRONG
    assert verdict(dialog, "名单!B3") is Verdict.SAME
    assert verdict(dialog, "名单!B4") is Verdict.RIGHT
    model = dialog.preview.table.sheet_model
    assert "12 digits" in model.index_of("名单!D6").data(Qt.ItemDataRole.AccessibleTextRole)
    assert unnamed(dialog) == []
    assert world.directory.volunteers == before.volunteers
    tester.deleteLater()
    dialog.reject()
    assert world.directory.volunteers == before.volunteers
    assert is_freed(dialog)


def test_a_list_is_taken_in_though_a_row_is_wrong_and_goes_back_as_one_step(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    def content() -> set[Volunteer]:
        return {replace(v, version=1) for v in world.directory.volunteers}

    before = content()
    dialog = opened(page, listed, qtbot)
    assert dialog.take.text() == "Take in 2 volunteers"
    take(dialog, qtbot)
    after = content()
    assert world.person("何平").affiliation == "颐和社区"
    assert world.person("王䶮").title == "组长"
    assert page.people.model.rowCount() == 9
    assert "1 new, 1 changed" in world.session.window.frame.status._step.text()

    page.carry_out("undo")
    assert content() == before
    assert page.people.model.rowCount() == 8
    assert "Undone: List taken in: 1 new, 1 changed" in world.session.window.frame.status._step.text()
    page.carry_out("redo")
    assert content() == after


def test_the_message_takes_it_back_too(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    take(opened(page, listed, qtbot), qtbot)
    message = world.session.window.frame.message_bar.message
    assert message is not None

    next(action for action in message.actions if action.words == "Undo").carry_out()

    assert "何平" not in [v.name for v in world.directory.volunteers]
    assert page.keeper.steps.next_undo is None


def test_where_a_colleague_went_on_the_list_stays(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    take(opened(page, listed, qtbot), qtbot)
    world.services.people.update(replace(world.person("何平"), note="夜班不便"))

    page.carry_out("undo")

    assert world.person("何平").note == "夜班不便"
    assert page.keeper.steps.next_undo is None


def test_the_same_list_once_more_changes_nothing(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    take(opened(page, listed, qtbot), qtbot)
    before = world.directory.volunteers

    again = opened(page, listed, qtbot)

    assert not again.take.isEnabled()
    assert again.take.text() == "Nothing to take in"
    again.take_in()
    again.reject()
    assert world.directory.volunteers == before


def test_delete_leaves_a_row_out_and_takes_it_in_again(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    dialog = opened(page, listed, qtbot)
    table = dialog.preview.table
    table.go_to("名单!B5")
    for words in ("Take in 1 volunteer", "Take in 2 volunteers", "Take in 1 volunteer"):
        with qtbot.waitSignal(dialog.looked, timeout=WAIT):
            press(table, Qt.Key.Key_Delete)
        assert dialog.take.text() == words
    take(dialog, qtbot)

    assert "何平" not in [v.name for v in world.directory.volunteers]
    assert world.person("王䶮").title == "组长"


def test_a_wrong_number_is_mended_in_its_cell(page: PeoplePage, listed: Path, qtbot: QtBot, world: World) -> None:
    dialog = opened(page, listed, qtbot)
    table = dialog.preview.table
    table.go_to("名单!D6")
    press(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    write(editor, "13800000421")
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        press(editor, Qt.Key.Key_Return)

    assert verdict(dialog, "名单!D6") is not Verdict.WRONG
    assert dialog.take.text() == "Take in 3 volunteers"
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        press(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert verdict(dialog, "名单!D6") is Verdict.WRONG
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        dialog.taking.mend("名单!D6", "13800000421")
    take(dialog, qtbot)
    assert world.person("林小燕").phone == "13800000421"


# rosters


def test_a_roster_with_a_doubtful_cell_asks_and_one_answer_settles_a_word(
    roster: RosterPage, matrix: Path, qtbot: QtBot, world: World
) -> None:
    dialog = opened(roster, matrix, qtbot)
    assert verdict(dialog, "四月!D4") is Verdict.DOUBTFUL
    assert [verdict(dialog, cell) for cell in ("四月!E5", "四月!C7")] == [Verdict.DOUBTFUL] * 2
    night = next(s for s in world.directory.shift_types if s.code == "夜")

    answer(dialog, qtbot, "大夜", night.id)

    assert all(verdict(dialog, cell) is not Verdict.DOUBTFUL or cell == "四月!C7" for cell in ("四月!E5", "四月!C7"))
    assert not [a for a in asks_of(dialog.taking.latest.plan) if a.word == "大夜"]


def test_a_roster_is_taken_in_and_goes_back_with_its_people(
    roster: RosterPage, matrix: Path, qtbot: QtBot, world: World
) -> None:
    people = {v.name for v in world.directory.volunteers}
    dialog = opened(roster, matrix, qtbot)
    count = int(dialog.take.text().split()[2])
    assert count >= 8
    take(dialog, qtbot)
    qtbot.waitUntil(lambda: roster.document.is_open and not world.session.tasks.busy, timeout=WAIT)
    held = [d for d in roster.document.roster.plan.duty if roster.document.roster.holder(d) is not None]
    assert len(held) == count

    roster.carry_out("undo")

    qtbot.waitUntil(lambda: roster.document.is_open and not world.session.tasks.busy, timeout=WAIT)
    assert all(roster.document.roster.holder(d) is None for d in roster.document.roster.plan.duty)
    assert {v.name for v in world.directory.volunteers} == people


def test_only_what_needs_an_answer_and_f8_go_to_the_open_cells(roster: RosterPage, matrix: Path, qtbot: QtBot) -> None:
    dialog = opened(roster, matrix, qtbot)
    table = dialog.preview.table
    cells = table.sheet_model.cells_to_answer()
    assert table.sheet_model.address(table.currentIndex()) == cells[0]
    press(dialog, Qt.Key.Key_F8)
    assert table.sheet_model.address(table.currentIndex()) == cells[1]
    everything = table.sheet_model.rowCount()

    dialog.preview.only_open.click()

    assert 0 < table.sheet_model.rowCount() < everything
    assert table.sheet_model.headerData(0, Qt.Orientation.Vertical) == "2"
    dialog.reject()


def test_the_file_is_not_touched_and_the_rejected_rows_are_saved(
    roster: RosterPage, matrix: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(roster, matrix, qtbot)
    before = matrix.read_bytes()
    assert dialog.save_rest.isEnabled()
    path = tmp_path / "rest.xlsx"
    plan, source = dialog.taking.latest.plan, dialog.taking.source
    count = dialog._shell.services.taking_in.write_rejected(plan, source, path)

    sheet = load_workbook(path).active
    assert sheet is not None
    assert count > 0
    assert any("Error" in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert matrix.read_bytes() == before
    dialog.reject()


# availability, clipboard, trouble, size


def test_a_table_from_the_clipboard_tells_who_can_come(roster: RosterPage, qtbot: QtBot, world: World) -> None:
    text = "姓名\t4月13日\t4月14日\t4月15日\n区志明\t√\t×\t√\n王䶮\t√\t√\t×\n"
    QGuiApplication.clipboard().setText(text)
    roster.carry_out("import_roster")
    dialog = dialog_of(TakingDialog)
    assert isinstance(dialog, TakingDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=WAIT)
    press(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    in_sight(dialog, qtbot)
    assert dialog.preview.purpose.choice == "availability"
    count = int(dialog.take.text().split()[2])

    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: dialog_of(TakingDialog) is None, timeout=WAIT)
    assert count > 0
    assert world.directory.availabilities_of(world.person("区志明").id)


def test_an_empty_clipboard_is_told(page: PeoplePage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    page.carry_out("import_list")
    dialog = dialog_of(TakingDialog)
    assert isinstance(dialog, TakingDialog)

    qtbot.mouseClick(dialog.area.paste, Qt.MouseButton.LeftButton)

    assert "clipboard" in dialog.messages.message.text
    dialog.reject()


def test_a_file_that_is_no_table_is_refused_with_a_way_on(page: PeoplePage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "letter.xlsx"
    path.write_bytes(b"Dear all, this is no workbook.\x00\x01\x02" * 40)
    page.take_in_file(path)
    dialog = dialog_of(TakingDialog)
    assert isinstance(dialog, TakingDialog)

    qtbot.waitUntil(lambda: dialog.messages.message is not None, timeout=WAIT)

    assert "letter.xlsx" in dialog.messages.message.text
    assert dialog.area.isVisible()
    dialog.reject()


def test_ten_thousand_rows_stay_fluent(page: PeoplePage, tmp_path: Path, qtbot: QtBot) -> None:
    signs = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
    rows: list[list[object]] = [["姓名", "电话"]]
    rows += [[signs[n % 30] + signs[n // 30 % 30] + signs[n // 900 % 30], str(13900000000 + n)] for n in range(10_000)]
    dialog = opened(page, book(tmp_path / "大.xlsx", rows, "大"), qtbot)
    table = dialog.preview.table
    assert table.sheet_model.rowCount() == 10_001
    assert dialog.balance.text().startswith("10000 rows")

    table.go_to("大!A10001")

    assert table.sheet_model.address(table.currentIndex()) == "大!A10001"
    dialog.reject()


# the ways in


def test_a_file_dropped_on_the_window_is_looked_into(
    page: PeoplePage, listed: Path, qtbot: QtBot, world: World
) -> None:
    payload = QMimeData()
    payload.setUrls([QUrl.fromLocalFile(str(listed))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    frame = world.session.window.frame
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, payload, buttons, modifiers)
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, payload, buttons, modifiers)

    QApplication.sendEvent(frame, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(frame, drop)

    dialog = dialog_of(TakingDialog)
    assert isinstance(dialog, TakingDialog)
    in_sight(dialog, qtbot).reject()


def test_a_picture_is_not_accepted(page: PeoplePage, tmp_path: Path, world: World) -> None:
    payload = QMimeData()
    payload.setUrls([QUrl.fromLocalFile(str(tmp_path / "picture.png"))])
    enter = QDragEnterEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, payload, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    QApplication.sendEvent(world.session.window.frame, enter)

    assert not enter.isAccepted()


def test_an_empty_page_offers_the_dialog(empty_world: World, qtbot: QtBot) -> None:
    team = empty_world.services.teams.create("新队")
    empty_world.session.show_team(team.id)
    page = empty_world.page("people")
    assert isinstance(page, PeoplePage)

    page.people._nobody_yet.findChild(PrimaryButton).click()

    dialog = dialog_of(TakingDialog)
    assert dialog is not None
    dialog.reject()
