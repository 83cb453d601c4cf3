"""张贴台账 in the window: one click enters what was saved, another takes it back, and every line has its next step."""

from __future__ import annotations

from pathlib import Path

import pytest
from publish_cases import (
    SECOND_GATE,
    Desk,
    await_dialog,
    dialog_in_sight,
    first_duty,
    press,
    signalled,
    take_off,
    unnamed,
    until,
    write,
)
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roster_app.domain.posting import Standing
from roster_app.domain.roster import Edition, RosterPeriod
from roster_app.gui.publish.check_dialog import CheckDialog
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.posting_dialog import PostingDialog
from roster_app.gui.publish.publication import publication_of
from roster_app.gui.publish.save_all_dialog import SaveAllDialog
from roster_app.gui.publish.sheet_choices import choices_of
from roster_app.gui.publish.whole_set import whole_set
from roster_app.services.sheets import SheetKind, SheetOrder

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edition(desk: Desk, period: RosterPeriod) -> Edition:
    return desk.services.rostering.publish(period.id)


def changed_and_published(desk: Desk, period: RosterPeriod) -> None:
    """A duty at the second gate is left vacant."""
    take_off(desk.office, period, first_duty(desk.office.open(period), SECOND_GATE))
    desk.services.rostering.publish(period.id)


def saved(desk: Desk, period: RosterPeriod, folder: Path) -> Path:
    """The roster of all checkpoints for the wall."""
    path = folder / "wall.pdf"
    desk.services.sheets.print(period.id, SheetOrder(SheetKind.WALL, period.first, period.last), path)
    return path


def hang_everywhere(desk: Desk, period: RosterPeriod, folder: Path) -> None:
    order = SheetOrder(SheetKind.WALL, period.first, period.last)
    sheet = desk.services.sheets.print(period.id, order, folder / "wall.pdf")
    assert sheet.hangs is not None
    desk.services.postings.register(desk.office.team_id, [sheet.hangs])


def hanging(desk: Desk) -> list[tuple[str, int]]:
    return [(e.kind, e.edition) for e in desk.services.postings.ledger(desk.office.team_id).hanging]


def opened_dialog(qtbot: QtBot, page: PublishPage) -> PostingDialog:
    press(page, Qt.Key.Key_L, CTRL)
    dialog = await_dialog(qtbot, PostingDialog)
    until(qtbot, lambda: dialog.lines)
    return dialog


def test_what_was_saved_is_entered_with_one_click_and_taken_back_with_another(
    qtbot: QtBot, desk: Desk, edition: Edition, page: PublishPage, tmp_path: Path
) -> None:
    order = page.bench.order
    assert order is not None
    with signalled(qtbot, page.saving.saved):
        page.saving.save(edition.period_id, order, tmp_path / "sheet.pdf")
    (enter,) = (a for a in desk.told[-1].actions if a.words == "Enter as posted")
    enter.carry_out()
    assert hanging(desk) == [("wall", 1), ("wall", 1)]
    assert desk.told[-1].text == "Entered as posted at 2 checkpoints."

    (undo,) = desk.told[-1].actions
    undo.carry_out()
    assert hanging(desk) == []


def test_a_draft_is_not_offered_to_be_entered(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, page: PublishPage, tmp_path: Path
) -> None:
    order = page.bench.order
    assert order is not None
    with signalled(qtbot, page.saving.saved):
        page.saving.save(period.id, order, tmp_path / "sheet.pdf")
    assert [a.words for a in desk.told[-1].actions] == ["Open", "Open the folder"]


def test_the_ledger_is_gone_through_by_keyboard(qtbot: QtBot, desk: Desk, edition: Edition, page: PublishPage) -> None:
    dialog = opened_dialog(qtbot, page)
    assert [line.standing for line in dialog.lines] == [None, None]
    assert dialog.step.text() == "Enter as posted"
    assert unnamed(dialog) == []

    with signalled(qtbot, dialog.shown):
        dialog.list.activated.emit(dialog.list.currentIndex())
    assert [line.standing for line in dialog.lines] == [Standing.IN_FORCE, None]
    assert dialog.step.isHidden()

    with signalled(qtbot, dialog.shown):
        dialog.take_down.click()
    assert hanging(desk) == []
    with signalled(qtbot, dialog.shown):
        dialog.enter_all.click()
    assert hanging(desk) == [("wall", 1), ("wall", 1)]
    dialog.reject()


def test_a_sheet_out_of_date_leads_to_its_change_sheet(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, edition: Edition, page: PublishPage, tmp_path: Path
) -> None:
    hang_everywhere(desk, period, tmp_path)
    changed_and_published(desk, period)
    desk.services.rostering.publish(period.id)
    dialog = opened_dialog(qtbot, page)
    row = next(n for n, line in enumerate(dialog.lines) if line.standing is Standing.OUT_OF_DATE)
    dialog.list.setCurrentIndex(dialog.list.model().index(row, 0))
    assert dialog.step.text() == "Print the change sheet"

    with signalled(qtbot, page.reading.read):
        dialog.step.click()

    order = page.bench.order
    assert order is not None
    assert (order.kind, order.checkpoint_ids, order.since) == (
        SheetKind.CHANGE,
        (dialog_line_checkpoint(desk),),
        1,
    )
    assert dialog_in_sight(PostingDialog) is None


def dialog_line_checkpoint(desk: Desk) -> object:
    places = desk.services.teams.directory(desk.office.team_id).checkpoints
    return next(p.id for p in places if p.name == SECOND_GATE)


def test_change_sheets_are_offered_for_what_the_wall_shows_otherwise(
    desk: Desk, period: RosterPeriod, edition: Edition, tmp_path: Path
) -> None:
    """Edition 1 hangs; edition 3 shows the second gate as edition 2 does, so that nobody who knows no better would."""
    hang_everywhere(desk, period, tmp_path)
    changed_and_published(desk, period)
    desk.services.rostering.publish(period.id)
    like = SheetOrder(SheetKind.WALL, period.first, period.last)
    opened = desk.office.open(period)

    without = publication_of(opened)
    known = publication_of(opened, desk.services.postings.ledger(desk.office.team_id))

    assert [f.order.kind for f in whole_set(without, like)].count(SheetKind.CHANGE) == 0
    (sheet,) = (f.order for f in whole_set(known, like) if f.order.kind is SheetKind.CHANGE)
    assert (sheet.checkpoint_ids, sheet.since) == ((dialog_line_checkpoint(desk),), 1)
    choice = next(c for c in choices_of(SheetKind.CHANGE, opened) if c.checkpoint_id == dialog_line_checkpoint(desk))
    assert [e.number if e else None for e in (without.compared_with(choice), known.compared_with(choice))] == [2, 1]


def test_a_code_that_was_checked_is_entered(qtbot: QtBot, desk: Desk, edition: Edition, page: PublishPage) -> None:
    press(page, Qt.Key.Key_K, CTRL)
    dialog = await_dialog(qtbot, CheckDialog)
    write(dialog.code, next(iter(edition.check_codes.values())))
    with signalled(qtbot, dialog.told):
        press(dialog.code, Qt.Key.Key_Return)
    (answer,) = dialog.answers
    answer.enter.click()

    assert hanging(desk) == [("wall", 1)]
    assert answer.enter.isHidden()
    with signalled(qtbot, dialog.told):
        dialog.ask()
    assert dialog.answers[0].enter.isHidden()
    dialog.reject()


def test_a_picture_is_dropped_or_pasted_and_answered(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, edition: Edition, page: PublishPage, tmp_path: Path
) -> None:
    press(page, Qt.Key.Key_K, CTRL)
    dialog = await_dialog(qtbot, CheckDialog)
    path = saved(desk, period, tmp_path)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with signalled(qtbot, dialog.told):
        dialog.dropEvent(QDropEvent(QPointF(9, 9), copy, dropped, left, none))
    assert [a.sheet.posted.code for a in dialog.answers] == list(edition.check_codes.values())

    QApplication.clipboard().setImage(QImage(60, 40, QImage.Format.Format_RGB32))
    with signalled(qtbot, dialog.told):
        QTest.keyClick(dialog.code, Qt.Key.Key_V, CTRL)
    assert dialog.answers == []
    assert "Go closer" in dialog.refusal.words

    QApplication.clipboard().setText(next(iter(edition.check_codes.values())))
    dialog.code.clear()
    QTest.keyClick(dialog.code, Qt.Key.Key_V, CTRL)
    assert dialog.code.text() == next(iter(edition.check_codes.values()))
    dialog.reject()


def test_a_whole_set_is_entered_from_its_dialog(
    qtbot: QtBot, desk: Desk, edition: Edition, page: PublishPage, tmp_path: Path
) -> None:
    desk.shell.view_state.keep("publish/folder", str(tmp_path))
    page.header.save_all.click()
    dialog = await_dialog(qtbot, SaveAllDialog)
    with signalled(qtbot, dialog.finished_saving):
        dialog.save()
    message = dialog.messages.message
    assert message is not None
    (enter,) = message.actions
    enter.carry_out()
    assert hanging(desk) == [("wall", 1), ("wall", 1)]
    dialog.reject()
