"""交接班 in the window: what is open, counted and signed is stored as it is written, and found again later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from desk_cases import Office
from publish_cases import NOW, SECOND_GATE, press, signalled, unnamed, until, write
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from roster_app.domain.hand_over import HandOver, Log, LogEdit, acknowledged, signed
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.handover.dialog import HandOverDialog, HandOverPlace
from roster_app.gui.handover.kinds_dialog import KindsDialog
from roster_app.gui.handover.panel import HandOverPanel
from roster_app.gui.handover.supplies_view import LAST
from roster_app.gui.handover.supplies_view import NOW as NOW_COLUMN
from roster_app.gui.messages import Message
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import MessageBar
from roster_app.services import Changes

LEFT, CTRL, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Storing = Callable[[Callable[[], object]], None]


@pytest.fixture
def storing(qtbot: QtBot, panel: HandOverPanel) -> Storing:
    """Do something, and wait until what is stored by it is in sight."""

    def do(act: Callable[[], object]) -> None:
        with signalled(qtbot, panel.shown):
            act()

    return do


def log(shell: Shell) -> Log:
    return shell.services.hand_overs.open(shell.team_id).log


def add(panel: HandOverPanel, text: str, owner: str = "") -> None:
    write(panel.items.words, text)
    write(panel.items.owner, owner)
    press(panel.items.owner, Qt.Key.Key_Return)


def rows(panel: HandOverPanel) -> list[str]:
    model = panel.items.model
    return [model.item(row).text().split("\n")[0] for row in range(model.rowCount())]


def test_it_opens_at_the_hand_over_that_comes_next_and_teaches_what_to_write(panel: HandOverPanel) -> None:
    assert panel.head.place.currentText() == "north gate"
    assert panel.head.moment.currentText().startswith("Wed Apr 8 16:00 · ")
    assert panel.items.nothing.isVisibleTo(panel)
    assert "until it is ticked" in panel.items.nothing.text()
    assert "first hand-over has been noted" in panel.unsigned.nothing.text()
    assert unnamed(panel) == []


def test_an_item_is_written_by_the_keyboard_and_stands_at_every_later_hand_over_until_it_is_ticked(
    panel: HandOverPanel, shell: Shell, storing: Storing
) -> None:
    storing(lambda: add(panel, "mend the gate", "何平"))
    (item,) = log(shell).items
    assert (item.text, item.owner, item.raised_at) == ("mend the gate", "何平", NOW)
    assert panel.items.words.hasFocus()
    assert panel.items.words.text() == ""

    panel.head.step(1)
    assert rows(panel) == ["mend the gate"]
    panel.head.step(-3)
    assert rows(panel) == []
    panel.head.step(2)

    panel.items.list.setFocus()
    storing(lambda: press(panel.items.list, Qt.Key.Key_Space))
    (done,) = log(shell).items
    assert (done.done_at, done.done_by) == (NOW, "desk one")
    assert rows(panel) == ["mend the gate"]
    assert panel.items.model.item(0).checkState() == Qt.CheckState.Checked
    storing(lambda: press(panel.items.list, Qt.Key.Key_Space))
    assert log(shell).items == (item,)


def test_an_item_is_reworded_removed_and_all_of_it_undone_and_redone(
    panel: HandOverPanel, shell: Shell, storing: Storing
) -> None:
    storing(lambda: add(panel, "mend the gate"))
    press(panel.items.list, Qt.Key.Key_Return)
    assert panel.items.words.text() == "mend the gate"
    storing(lambda: add(panel, "mend both gates", "许煜竣"))
    assert [(i.text, i.owner) for i in log(shell).items] == [("mend both gates", "许煜竣")]
    storing(lambda: press(panel.items.list, Qt.Key.Key_Delete))
    assert log(shell).items == ()
    seen = []
    for step in (panel.keeper.undo, panel.keeper.undo, panel.keeper.undo, panel.keeper.redo, panel.keeper.redo):
        storing(step)
        seen.append([i.text for i in log(shell).items])
    assert seen == [["mend both gates"], ["mend the gate"], [], ["mend the gate"], ["mend both gates"]]


def test_an_item_written_late_belongs_to_its_hand_over(panel: HandOverPanel, shell: Shell, storing: Storing) -> None:
    panel.head.step(-2)
    assert panel.relief is not None
    storing(lambda: add(panel, "lamp is out"))
    (item,) = log(shell).items
    assert item.raised_at == panel.relief.moment < NOW


def test_a_click_on_the_box_ticks(panel: HandOverPanel, shell: Shell, storing: Storing, qtbot: QtBot) -> None:
    storing(lambda: add(panel, "mend the gate"))
    view = panel.items.list
    row = view.visualRect(panel.items.model.index(0, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=row.center())
    assert log(shell).items[0].done_at is None
    storing(lambda: qtbot.mouseClick(view.viewport(), LEFT, pos=row.topLeft() + _box(row.height())))
    assert log(shell).items[0].done_at == NOW


def _box(height: int) -> QPoint:
    return QPoint(10, height // 2)


def test_counts_are_typed_in_a_table_and_are_the_last_known_at_the_next_hand_over(
    panel: HandOverPanel, shell: Shell, storing: Storing, qtbot: QtBot
) -> None:
    table, model = panel.supplies.table, panel.supplies.model
    assert [model.item(row, 0).text() for row in range(3)] == ["Masks", "Thermometers", "Disinfectant"]
    assert model.item(0, LAST).text() == "not counted yet"
    table.setFocus()
    table.setCurrentIndex(model.index(0, NOW_COLUMN))
    QTest.keyClick(table, Qt.Key.Key_4)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "0")
    storing(lambda: press(editor, Qt.Key.Key_Return))
    (count,) = log(shell).counts
    assert panel.relief is not None
    assert (count.item, count.count, count.at) == ("Masks", 40, panel.relief.moment)
    panel.head.step(1)
    assert model.item(0, LAST).text() == "40 · Apr 8 16:00"
    assert model.item(0, NOW_COLUMN).text() == ""
    panel.head.step(-1)
    model.item(0, NOW_COLUMN).setText("many")
    assert "is not a count" in panel.supplies.error.text
    assert model.item(0, NOW_COLUMN).text() == "40"
    storing(lambda: model.item(0, NOW_COLUMN).setText(""))
    assert log(shell).counts == ()


def test_what_is_counted_is_the_teams_own_list(
    panel: HandOverPanel, shell: Shell, storing: Storing, qtbot: QtBot
) -> None:
    def own(text: str) -> None:
        panel.supplies.kinds.click()
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, KindsDialog) and w.isVisible())
        dialog.kinds.setPlainText(text)
        dialog.save.click()

    storing(lambda: own("防护服，套\n\nalcohol"))
    assert [(k.name, k.unit) for k in log(shell).kinds or ()] == [("防护服", "套"), ("alcohol", "")]
    assert panel.supplies.model.item(0, 0).text() == "防护服 (套)"
    storing(lambda: own("Masks\nThermometers\nDisinfectant\nRed vests\nArmbands"))
    assert log(shell).kinds is None
    storing(panel.keeper.undo)
    assert len(log(shell).kinds or ()) == 2


def test_both_sign_with_the_names_of_the_roster_and_take_it_back(
    panel: HandOverPanel, shell: Shell, storing: Storing
) -> None:
    assert panel.signing.outgoing.name.text() in {"王建国", "李秀英", "张伟", "欧阳少东"}
    outgoing = panel.signing.outgoing.name.text()
    storing(panel.signing.outgoing.button.click)
    write(panel.signing.incoming.name, "何平")
    storing(lambda: press(panel.signing.incoming.name, Qt.Key.Key_Return))
    (noted,) = log(shell).hand_overs
    assert (noted.outgoing, noted.signed_at, noted.incoming, noted.is_complete) == (outgoing, NOW, "何平", True)
    assert panel.signing.incoming.name.isReadOnly()
    storing(panel.signing.incoming.button.click)
    assert log(shell).hand_overs == (replace(noted, incoming="", acknowledged_at=None),)


def test_anomalies_are_stored_when_the_keyboard_leaves_them(
    panel: HandOverPanel, shell: Shell, storing: Storing
) -> None:
    panel.anomalies.setFocus()
    QTest.keyClicks(panel.anomalies, "no power at three")
    assert log(shell).hand_overs == ()
    storing(lambda: press(panel.anomalies, Qt.Key.Key_Tab))
    assert [h.anomalies for h in log(shell).hand_overs] == ["no power at three"]


def test_unsigned_hand_overs_are_listed_and_lead_there(
    panel: HandOverPanel, shell: Shell, storing: Storing, qtbot: QtBot
) -> None:
    place = panel.relief.checkpoint_id if panel.relief else None
    assert place is not None
    first = HandOver(place, datetime(2020, 4, 7, 8))
    both = acknowledged(signed(first, "张伟", NOW), "何平", NOW)
    shell.services.hand_overs.apply(LogEdit(None, both))
    storing(panel.show_log)
    model = panel.unsigned.model
    assert model.rowCount() == 3  # 16:00, midnight, 8:00 of today
    storing(lambda: press(panel.unsigned.list, Qt.Key.Key_Return) if _choose(panel, 2) else None)
    assert panel.relief is not None
    assert panel.relief.moment == datetime(2020, 4, 7, 16)
    storing(panel.signing.outgoing.button.click)
    storing(panel.signing.incoming.button.click)
    assert panel.unsigned.model.rowCount() == 2


def _choose(panel: HandOverPanel, row: int) -> bool:
    panel.unsigned.list.setCurrentIndex(panel.unsigned.model.index(row, 0))
    return True


def test_keys_go_from_hand_over_to_hand_over_and_another_gate_has_its_own_log(
    panel: HandOverPanel, shell: Shell, storing: Storing, qtbot: QtBot
) -> None:
    storing(lambda: add(panel, "mend the gate"))
    before = panel.head.moment.currentIndex()
    press(panel.items.words, Qt.Key.Key_PageDown, ALT)
    assert panel.head.moment.currentIndex() == before + 1
    press(panel.items.words, Qt.Key.Key_PageUp, ALT)
    assert panel.head.moment.currentIndex() == before
    panel.head.place.setCurrentText(SECOND_GATE)
    panel.head.place.activated.emit(panel.head.place.currentIndex())
    assert rows(panel) == []


def test_of_two_colleagues_the_second_sees_what_the_first_did(
    panel: HandOverPanel, shell: Shell, told: list[Message], storing: Storing
) -> None:
    storing(lambda: add(panel, "mend the gate"))
    (item,) = log(shell).items
    shell.services.hand_overs.apply(LogEdit(item, replace(item, owner="陈玥")))
    storing(lambda: press(panel.items.list, Qt.Key.Key_Space))
    assert "A colleague changed mend the gate" in told[-1].text
    assert "陈玥" in panel.items.model.item(0).text()
    assert log(shell).items[0].done_at is None


def test_everybody_is_told(panel: HandOverPanel, shell: Shell, storing: Storing) -> None:
    heard: list[Changes] = []
    shell.events.changed.connect(lambda changes, _origin: heard.append(changes))
    storing(lambda: add(panel, "mend the gate"))
    assert heard == [Changes(hand_overs=True)]


def test_without_a_roster_it_leads_to_the_roster(qtbot: QtBot, shell: Shell, went: list[Any], window: QWidget) -> None:
    dialog = HandOverDialog(shell, HandOverPlace(), window)
    with signalled(qtbot, dialog.panel.shown):
        dialog.open()
    assert dialog.panel.to_the_roster.isVisibleTo(dialog)
    assert unnamed(dialog) == []
    dialog.panel.to_the_roster.click()
    assert went == [("roster", None)]
    assert not dialog.isVisible()


def test_the_dialog_opens_where_it_is_asked_to_undoes_by_its_key_and_loses_nothing_by_esc(
    qtbot: QtBot, shell: Shell, period: RosterPeriod, window: QWidget
) -> None:
    place = shell.services.teams.directory(shell.team_id).checkpoints_in_order[1]
    dialog = HandOverDialog(shell, HandOverPlace(place.id, datetime(2020, 4, 10, 0, 1)), window)
    panel = dialog.panel
    with signalled(qtbot, panel.shown):
        dialog.open()
    dialog.activateWindow()
    assert panel.relief is not None
    assert (panel.relief.checkpoint_id, panel.relief.moment) == (place.id, datetime(2020, 4, 10, 8))
    with signalled(qtbot, panel.shown):
        panel.signing.outgoing.button.click()
    assert isinstance(dialog.messages, MessageBar)
    with signalled(qtbot, panel.shown):
        press(dialog, Qt.Key.Key_Z, CTRL)
    assert log(shell).hand_overs == ()
    panel.anomalies.setPlainText("no power")
    press(dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: log(shell).hand_overs)
    assert log(shell).hand_overs[0].anomalies == "no power"


def test_days_far_from_now_are_read_where_they_are_asked_for(
    qtbot: QtBot, panel: HandOverPanel, office: Office, storing: Storing
) -> None:
    later = office.period(datetime(2020, 6, 1).date(), datetime(2020, 6, 2).date())
    assert later.first.month == 6
    place = office.checkpoint.id
    storing(lambda: panel.show_log(place, datetime(2020, 6, 1, 0, 1)))
    assert panel.relief is not None
    assert panel.relief.moment - datetime(2020, 6, 1) <= timedelta(hours=8)
