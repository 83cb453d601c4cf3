"""The roster goes out of the window as files, and a workbook comes back with every edit shown before it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from roster_app.domain.edits import EditKind
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.returned_dialog import ReturnedDialog


@pytest.fixture
def edited(page: RosterPage, tmp_path: Path) -> Path:
    """The workbook of the open roster: one duty emptied, one given to a name nobody bears."""
    path = tmp_path / "roster.xlsx"
    page.shell.services.exports.roster(page.document.opened.period.id, path)
    book = load_workbook(path)
    sheet = book["List of duties"]
    cells = [sheet.cell(row, 8) for row in range(5, sheet.max_row + 1) if sheet.cell(row, 8).value]
    cells[0].value, cells[1].value = None, "查无此人"
    book.save(path)
    return path


def shown(page: RosterPage, path: Path, qtbot: QtBot) -> ReturnedDialog:
    dialog = page.passing_on.show_edits(path)
    qtbot.waitUntil(lambda: dialog.returning is not None, timeout=20_000)
    return dialog


def texts(dialog: ReturnedDialog) -> list[list[str]]:
    rows = dialog.rows
    return [[rows.item(row, column).text() for column in range(3)] for row in range(rows.rowCount())]


def test_edits_are_shown_then_taken_as_one_step_that_is_undone(page: RosterPage, edited: Path, qtbot: QtBot) -> None:
    before = dict(page.document.roster.assignments)
    dialog = shown(page, edited, qtbot)
    assert [row[2] for row in texts(dialog)] == ["is taken", "nobody of this name; the duty stays as it is"]
    assert dict(page.document.roster.assignments) == before

    dialog.take()

    assert len(page.document.roster.assignments) == len(before) - 1
    assert page.document.history.undo is not None
    assert page.document.history.undo.edit.kind is EditKind.IMPORT
    page.document.undo()
    assert dict(page.document.roster.assignments) == before


def test_leaving_the_dialog_stores_nothing(page: RosterPage, edited: Path, qtbot: QtBot) -> None:
    before = dict(page.document.roster.assignments)
    shown(page, edited, qtbot).reject()
    assert dict(page.document.roster.assignments) == before


def test_a_file_that_is_no_roster_is_refused_in_the_dialog(page: RosterPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "list.xlsx"
    page.shell.services.exports.volunteers(page.document.opened.directory.team.id, path)
    dialog = page.passing_on.show_edits(path)
    qtbot.waitUntil(lambda: dialog.messages.isVisible(), timeout=20_000)
    assert dialog.returning is None
    dialog.reject()


def test_the_workbook_is_written_where_one_says(page: RosterPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "out" / "roster.xlsx"
    write = page.shell.services.exports.roster
    period = page.document.opened.period.id
    page.passing_on.exporting.write(path, lambda chosen: write(period, chosen))
    qtbot.waitUntil(path.exists, timeout=20_000)


def test_the_dialog_asks_with_both_kinds_and_a_name(page: RosterPage) -> None:
    page.passing_on.ask_workbook()
    (dialog,) = (d for d in page.findChildren(object) if type(d).__name__ == "QFileDialog")
    assert [f.rpartition("(")[2] for f in dialog.nameFilters()] == ["*.xlsx)", "*.csv)"]
    assert "2020-04-13" in dialog.selectedFiles()[0]
    dialog.reject()


def test_everything_goes_out_of_the_menu_and_into_no_database_that_holds_a_team(
    page: RosterPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.passing_on.ask_everything()
    (dialog,) = (d for d in page.findChildren(object) if type(d).__name__ == "QFileDialog")
    assert dialog.nameFilters() == ["Everything, as JSON (*.json)"]
    path = tmp_path / "everything.json"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(path.exists, timeout=20_000)
    before = page.shell.services.teams.all()

    with qtbot.waitSignal(page.shell.messages.told) as told:
        page.carry_out("take_in_everything")

    assert "an empty database only" in told.args[0].text
    assert page.shell.services.teams.all() == before


def test_the_way_out_stays_in_sight_whatever_is_in_front(page: RosterPage) -> None:
    for front in (BY_MONTH, BY_PLACE, BY_PERSON, BY_DAY):
        page.carry_out(
            {BY_MONTH: "by_month", BY_PLACE: "by_checkpoint", BY_PERSON: "by_volunteer"}.get(front, "by_hour")
        )
        assert page.arrangements.front == front
        assert page.header._pass_on.isVisibleTo(page)
        assert page.header.filter.isVisibleTo(page) == (front != BY_MONTH)


def test_an_archived_roster_takes_no_edits(page: RosterPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page.shell.services.rostering.close(page.document.opened.period.id)
    page.document.reload()
    asked: list[str] = []
    monkeypatch.setattr(page.passing_on, "show_edits", lambda path: asked.append(path))
    with qtbot.waitSignal(page.shell.messages.told) as told:
        page.passing_on.ask_edits()
    assert asked == []
    assert "cannot be changed now" in told.args[0].text
