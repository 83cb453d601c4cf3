"""服务计数 in the window: one press takes the usual set, values are typed, corrected, undone, summed and copied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from desk_cases import Office
from publish_cases import press, signalled, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from roster_app.domain.counters import CounterEntry, EntrySource
from roster_app.domain.timespan import span_on
from roster_app.gui.counters.dialog import TOTALS, CountersDialog, CountersPlace
from roster_app.gui.counters.lines_view import HISTORY, VALUE
from roster_app.gui.counters.list_dialog import NAME, UNIT, USED, ListDialog
from roster_app.gui.shell import Shell
from roster_app.services.changes import Changes

Storing = Callable[[Callable[[], object]], None]


@pytest.fixture
def storing(qtbot: QtBot, dialog: CountersDialog) -> Storing:
    """Do something, and wait until what is stored by it is in sight."""

    def do(act: Callable[[], object]) -> None:
        with signalled(qtbot, dialog.shown):
            act()

    return do


@pytest.fixture
def counting(dialog: CountersDialog, storing: Storing) -> CountersDialog:
    """With the usual counters."""
    storing(dialog.take_usual.click)
    return dialog


def entries(shell: Shell) -> tuple[CounterEntry, ...]:
    return shell.services.counters.open(shell.team_id).book.entries


def type_value(dialog: CountersDialog, row: int, text: str) -> None:
    dialog.entry.lines.model.item(row, VALUE).setText(text)


def test_it_teaches_and_takes_the_usual_with_one_press(dialog: CountersDialog, storing: Storing) -> None:
    assert dialog.views.isHidden()
    storing(dialog.take_usual.click)
    assert not dialog.views.isHidden()
    assert dialog.entry.lines.model.rowCount() == 10
    storing(dialog.keeper.undo)
    assert dialog.views.isHidden()
    storing(dialog.keeper.redo)
    assert dialog.entry.lines.model.rowCount() == 10


def test_the_shift_that_ended_last_is_in_sight(counting: CountersDialog, shell: Shell) -> None:
    assert counting.opened is not None
    assert counting.entry.checkpoint_id is not None
    ended = counting.opened.directory.shift_type[counting.entry.shift_type_id or 0]  # type: ignore[index]
    assert (counting.entry.day.day, ended.end % 1440) == (shell.now().date(), 8 * 60)


def test_a_value_is_stored_as_typed_and_another_one_asks_why(
    counting: CountersDialog, storing: Storing, shell: Shell
) -> None:
    storing(lambda: type_value(counting, 1, "30"))
    (first,) = entries(shell)
    assert (first.value, first.occasion.shift_type_id) == (30, counting.entry.shift_type_id)
    lines = counting.entry.lines
    type_value(counting, 1, "32")
    assert not lines.reason.isHidden()
    press(lines.reason, Qt.Key.Key_Return)  # without a reason nothing is stored
    assert len(entries(shell)) == 1
    write(lines.reason, "miscounted")
    storing(lambda: press(lines.reason, Qt.Key.Key_Return))
    assert [(e.value, e.reason) for e in entries(shell)] == [(30, ""), (32, "miscounted")]
    assert "30 (desk one" in lines.model.item(1, HISTORY).text()
    assert "miscounted" in lines.model.item(1, HISTORY).text()


def test_undo_and_redo_add_entries_and_lose_none(counting: CountersDialog, storing: Storing, shell: Shell) -> None:
    storing(lambda: type_value(counting, 0, "7"))
    storing(counting.keeper.undo)
    assert counting.entry.lines.model.item(0, VALUE).text() == ""
    storing(counting.keeper.redo)
    assert counting.entry.lines.model.item(0, VALUE).text() == "7"
    assert [e.value for e in entries(shell)] == [7, None, 7]
    assert entries(shell)[1].source is EntrySource.TAKEN_BACK
    storing(counting.keeper.undo)
    assert counting.entry.lines.model.item(0, VALUE).text() == ""


def test_what_is_no_count_is_told_and_put_back(counting: CountersDialog, storing: Storing, shell: Shell) -> None:
    storing(lambda: type_value(counting, 0, "7"))
    for text in ("x", "-1", "", "12345678"):
        type_value(counting, 0, text)
        assert counting.entry.lines.model.item(0, VALUE).text() == "7"
        assert not counting.entry.lines.error.isHidden()
    assert len(entries(shell)) == 1


def test_sums_are_shown_by_checkpoint_and_copied(counting: CountersDialog, storing: Storing) -> None:
    storing(lambda: type_value(counting, 3, "30"))
    storing(lambda: counting.show_view(TOTALS))
    counting.totals.grouping.choose("checkpoint")
    counting.totals.grouping.chosen.emit("checkpoint")
    model = counting.totals.model
    assert [model.item(row, 4).text() for row in range(model.rowCount())] == ["30", "30"]
    counting.copy.click()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[4] == "Leaflets (sheets)"
    assert lines[-1].split("\t")[4] == "30"


def test_the_list_is_changed_and_laid_aside_and_a_counted_one_stays(
    counting: CountersDialog, storing: Storing, office: Office
) -> None:
    storing(lambda: type_value(counting, 0, "7"))
    counting.list.click()
    names = counting.findChild(ListDialog)
    assert names is not None
    names.add_one.click()
    last = names.model.rowCount() - 1
    names.model.item(last, NAME).setText("Masks")
    names.model.item(last, UNIT).setText("boxes")
    names.places.item(0).setCheckState(Qt.CheckState.Checked)
    names.model.item(1, USED).setCheckState(Qt.CheckState.Unchecked)
    storing(names.save.click)
    assert counting.opened is not None
    made = counting.opened.book.counters[-1]
    first = counting.opened.directory.checkpoints_in_order[0]
    assert (made.name, made.unit, made.checkpoint_ids) == ("Masks", "boxes", frozenset({first.id}))
    assert [c.name for c in counting.opened.book.counters if c.archived] == ["Temperature checks"]
    storing(counting.keeper.undo)
    assert len(counting.opened.book.counters) == 10


def test_two_counters_of_one_name_are_refused_in_place(counting: CountersDialog) -> None:
    counting.list.click()
    names = counting.findChild(ListDialog)
    assert names is not None
    names.model.item(1, NAME).setText(names.model.item(0, NAME).text())
    names.save.click()
    assert names.isVisible()
    assert not names.error.isHidden()
    names.reject()


def test_the_shift_that_ends_with_a_hand_over_is_in_sight(
    qtbot: QtBot, shell: Shell, window: QWidget, office: Office
) -> None:
    shell.services.counters.take_usual(shell.team_id)
    until = datetime(2020, 4, 6, 16, 0)
    dialog = CountersDialog(shell, CountersPlace(office.checkpoint.id, until=until), window)
    with signalled(qtbot, dialog.shown):
        dialog.open()
    assert dialog.opened is not None
    assert dialog.entry.shift_type_id is not None
    shift = dialog.opened.directory.shift_type[dialog.entry.shift_type_id]
    assert dialog.entry.checkpoint_id == office.checkpoint.id
    assert span_on(dialog.entry.day.day, shift.start, shift.end).end == until


def test_what_somebody_else_counts_comes_in_sight(counting: CountersDialog, storing: Storing, shell: Shell) -> None:
    assert counting.opened is not None
    assert counting.entry.checkpoint_id is not None
    line = counting.opened.lines(counting.entry.checkpoint_id, counting.entry.day.day, counting.entry.shift_type_id)[0]
    shell.services.counters.enter(line.subject, 41)
    assert counting.entry.lines.model.item(0, VALUE).text() == ""
    storing(lambda: shell.events.spread(Changes(counters=True)))
    assert counting.entry.lines.model.item(0, VALUE).text() == "41"


def test_the_first_column_of_the_sums_stays_in_sight(counting: CountersDialog, storing: Storing) -> None:
    storing(lambda: counting.show_view(TOTALS))
    sheet = counting.totals.sheet
    bar = sheet.horizontalScrollBar()
    counting.resize(500, 600)
    QApplication.processEvents()
    bar.setValue(bar.maximum())
    assert bar.maximum() > 0
    assert sheet.columnViewportPosition(0) < 0
    assert sheet.frozen_part.isVisible()
    assert sheet.frozen_part.columnViewportPosition(0) == 0
