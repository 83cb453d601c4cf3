"""核对张贴 in the window: a code is typed or scanned, and the answer says what to do with the sheet that hangs."""

from __future__ import annotations

import pytest
from publish_cases import (
    SECOND_GATE,
    Desk,
    await_dialog,
    button,
    dialog_in_sight,
    first_duty,
    press,
    signalled,
    take_off,
    unnamed,
    until,
    write,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from roster_app.domain.ids import CheckpointId
from roster_app.domain.posting import Standing
from roster_app.domain.roster import Edition, RosterPeriod
from roster_app.gui.publish.check_dialog import CheckDialog
from roster_app.gui.publish.page import PublishPage
from roster_app.printing.qr import token
from roster_app.services.sheets import SheetKind

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def first(desk: Desk, period: RosterPeriod) -> Edition:
    """Published; then a duty at the second gate was left vacant and published as well."""
    edition = desk.services.rostering.publish(period.id)
    take_off(desk.office, period, first_duty(desk.office.open(period), SECOND_GATE))
    desk.services.rostering.publish(period.id)
    return edition


@pytest.fixture
def dialog(qtbot: QtBot, first: Edition, page: PublishPage) -> CheckDialog:
    press(page, Qt.Key.Key_K, CTRL)
    return await_dialog(qtbot, CheckDialog)


def gates(desk: Desk) -> tuple[CheckpointId, CheckpointId]:
    """The first gate, and the one that has changed."""
    places = desk.services.teams.directory(desk.office.team_id).checkpoints
    (changed,) = (p.id for p in places if p.name == SECOND_GATE)
    return desk.office.checkpoint.id, changed


def typed(qtbot: QtBot, dialog: CheckDialog, text: str) -> None:
    """Typed, and Enter."""
    write(dialog.code, text)
    with signalled(qtbot, dialog.told):
        press(dialog.code, Qt.Key.Key_Return)


def test_a_sheet_in_force_may_stay(qtbot: QtBot, desk: Desk, first: Edition, dialog: CheckDialog) -> None:
    assert dialog.code.hasFocus()
    typed(qtbot, dialog, first.check_codes[gates(desk)[0]].lower())

    (answer,) = dialog.answers
    assert answer.note.words.startswith("In force · north gate · Apr 6 – Apr 12 2020 · editions 1, 2")
    assert not answer.changes.isVisibleTo(dialog)
    assert not answer.change_sheet.isVisibleTo(dialog)
    assert unnamed(dialog) == []
    dialog.reject()


def test_a_sheet_out_of_date_tells_what_changed(qtbot: QtBot, desk: Desk, first: Edition, dialog: CheckDialog) -> None:
    write(dialog.code, first.check_codes[gates(desk)[1]])
    with signalled(qtbot, dialog.told):
        qtbot.mouseClick(button(dialog, "Check"), LEFT)

    (answer,) = dialog.answers
    assert answer.sheet.standing is Standing.OUT_OF_DATE
    assert answer.note.words.startswith("Out of date · south gate")
    assert answer.changes.isVisibleTo(dialog)
    assert answer.changes.model.rowCount() == 1
    assert "→ vacant" in answer.changes.model.item(0).text()
    assert unnamed(dialog) == []
    dialog.reject()


def test_a_scanner_goes_from_sheet_to_sheet(qtbot: QtBot, desk: Desk, first: Edition, dialog: CheckDialog) -> None:
    """It types the symbol and Enter; the next scan takes the place of the one before."""
    seen = []
    for gate in gates(desk):
        with signalled(qtbot, dialog.told):
            QTest.keyClicks(dialog.code, token(1, gate, first.published_at.date(), first.check_codes[gate]))
            press(dialog.code, Qt.Key.Key_Return)
        seen.append([answer.sheet.posted.checkpoint_id for answer in dialog.answers])

    assert seen == [[gate] for gate in gates(desk)]
    dialog.reject()


def test_a_wall_roster_of_both_gates_has_two_answers(
    qtbot: QtBot, desk: Desk, first: Edition, dialog: CheckDialog
) -> None:
    typed(qtbot, dialog, " ".join(first.check_codes[gate] for gate in gates(desk)))

    assert [answer.sheet.standing for answer in dialog.answers] == [Standing.IN_FORCE, Standing.OUT_OF_DATE]
    dialog.reject()


@pytest.mark.parametrize(("text", "words"), [("QQQQQQ", "No edition of commando has"), ("K7W", "is not a check code")])
def test_what_is_not_known_is_told_with_the_way_out(
    qtbot: QtBot, desk: Desk, first: Edition, dialog: CheckDialog, text: str, words: str
) -> None:
    typed(qtbot, dialog, text)

    assert dialog.answers == []
    assert dialog.refusal.words.startswith("Not known")
    assert words in dialog.refusal.words

    typed(qtbot, dialog, first.check_codes[gates(desk)[0]])
    assert not dialog.refusal.isVisibleTo(dialog)
    assert len(dialog.answers) == 1
    dialog.reject()


def test_its_change_sheet_is_one_click_away(
    qtbot: QtBot, desk: Desk, first: Edition, page: PublishPage, dialog: CheckDialog
) -> None:
    gate = gates(desk)[1]
    desk.services.rostering.publish(page.publication.opened.period.id)  # type: ignore[union-attr]
    typed(qtbot, dialog, first.check_codes[gate])

    with signalled(qtbot, page.reading.read):
        qtbot.mouseClick(dialog.answers[0].change_sheet, LEFT)

    order = page.bench.order
    assert order is not None
    assert (order.kind, order.checkpoint_ids, order.since) == (SheetKind.CHANGE, (gate,), 1)
    assert dialog_in_sight(CheckDialog) is None


def test_a_change_leads_to_its_duty(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, first: Edition, dialog: CheckDialog
) -> None:
    typed(qtbot, dialog, first.check_codes[gates(desk)[1]])
    view = dialog.answers[0].changes.view
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(0, 0)).center())

    until(qtbot, lambda: desk.went)
    assert desk.went == [("roster", first_duty(desk.office.open(period), SECOND_GATE))]
    assert dialog_in_sight(CheckDialog) is None


def test_a_change_of_another_period_leads_to_that_period(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, first: Edition
) -> None:
    later = desk.office.period(*(day.replace(day=day.day + 7) for day in (period.first, period.last)))
    page = desk.make()
    with signalled(qtbot, page.reading.read):
        page.show_target(later.id)
    press(page, Qt.Key.Key_K, CTRL)
    dialog = await_dialog(qtbot, CheckDialog)
    typed(qtbot, dialog, first.check_codes[gates(desk)[1]])
    view = dialog.answers[0].changes.view
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)

    until(qtbot, lambda: desk.went)
    assert desk.went == [("roster", period.id)]


def test_the_menu_of_the_page_has_it(qtbot: QtBot, page: PublishPage) -> None:
    qtbot.mouseClick(button(page.header, "More"), LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (entry,) = (a for a in menu.actions() if a.text() == "Check a posted sheet")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())

    await_dialog(qtbot, CheckDialog).reject()
