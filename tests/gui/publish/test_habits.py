"""What is remembered from one session to the next: sheet, paper, direction and columns, each team its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from publish_cases import SECOND_GATE, Desk, await_page, button, go_to_sheet, until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roster_app.domain.ids import CheckpointId, TeamId
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.habits import Habits, Looks
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.view_state import ViewState
from roster_app.services.sheets import ListColumn, PaperSize, Profile, SheetKind, Turned

LEFT = Qt.MouseButton.LeftButton
TEAM, OTHER = TeamId(7), TeamId(8)
COLUMNS = (ListColumn.HEAD, ListColumn.SHIFTS)


@pytest.fixture
def stored(tmp_path: Path) -> ViewState:
    return ViewState(tmp_path / "window.ini")


def test_what_was_chosen_comes_back_in_another_session(tmp_path: Path, stored: ViewState) -> None:
    habits = Habits(stored, TEAM, PaperSize.A3)
    habits.keep_looks(Looks(PaperSize.A4, Turned.PORTRAIT, COLUMNS, wall_turned=Turned.LANDSCAPE, lunar=True))
    habits.keep_sheet(SheetChoice(SheetKind.LIST, "north gate", CheckpointId(2**40 + 5)))
    stored.store()

    again = Habits(ViewState(tmp_path / "window.ini"), TEAM, PaperSize.A3)

    assert again.looks == Looks(PaperSize.A4, Turned.PORTRAIT, COLUMNS, wall_turned=Turned.LANDSCAPE, lunar=True)
    assert again.sheet is not None
    assert again.sheet.is_same_as(SheetChoice(SheetKind.LIST, "", CheckpointId(2**40 + 5)))


def test_each_team_has_its_own(stored: ViewState) -> None:
    Habits(stored, TEAM, PaperSize.A3).keep_looks(Looks(PaperSize.A4, Turned.LANDSCAPE))
    Habits(stored, TEAM, PaperSize.A3).keep_sheet(SheetChoice(SheetKind.DUTY, "", CheckpointId(3)))

    others = Habits(stored, OTHER, PaperSize.A3)

    assert others.looks == Looks(PaperSize.A3)
    assert others.sheet is None


def test_all_checkpoints_are_remembered_as_such(stored: ViewState) -> None:
    habits = Habits(stored, TEAM, PaperSize.A3)
    habits.keep_sheet(SheetChoice(SheetKind.WALL, "", CheckpointId(3)))
    habits.keep_sheet(SheetChoice(SheetKind.WALL, "all"))

    assert habits.sheet == SheetChoice(SheetKind.WALL, "")


def test_a_paper_changed_in_the_settings_counts_more_than_the_one_chosen_before(stored: ViewState) -> None:
    Habits(stored, TEAM, PaperSize.A3).keep_looks(Looks(PaperSize.A3, Turned.PORTRAIT))

    assert Habits(stored, TEAM, PaperSize.A4).looks == Looks(PaperSize.A4, Turned.PORTRAIT)


@pytest.mark.parametrize("name", ["sheet", "checkpoint", "paper", "turned", "wall_turned", "columns", "usual_paper"])
def test_a_damaged_word_counts_as_not_remembered(stored: ViewState, name: str) -> None:
    habits = Habits(stored, TEAM, PaperSize.A3)
    habits.keep_looks(Looks(PaperSize.A4, Turned.PORTRAIT, COLUMNS))
    habits.keep_sheet(SheetChoice(SheetKind.LIST, ""))

    stored.keep(f"publish/{TEAM}/{name}", "§ nonsense")

    assert habits.looks.paper in PaperSize
    assert habits.looks.turned in (Turned.AUTO, Turned.PORTRAIT)
    assert habits.looks.columns in ((), COLUMNS)
    assert habits.sheet in (None, SheetChoice(SheetKind.LIST, ""))


def test_the_page_begins_as_it_was_left(qtbot: QtBot, desk: Desk, page: PublishPage) -> None:
    go_to_sheet(page, SheetKind.LIST, SECOND_GATE)
    options = page.bench.options
    for words in ("A4", "Upright", "Chosen"):
        qtbot.mouseClick(button(options, words), LEFT)
    options.columns.boxes[ListColumn.REMARKS].click()
    wished = page.bench.order
    page.hide()

    again = desk.make()

    until(qtbot, lambda: again.bench.previewing.sheet is not None)
    assert again.bench.order == wished
    assert again.bench.sheets.choice is not None
    assert again.bench.sheets.choice.words == SECOND_GATE
    assert again.bench.options.columns.boxes[ListColumn.HEAD].isVisibleTo(again)


def test_full_mobile_numbers_are_asked_for_anew_each_time(qtbot: QtBot, desk: Desk, page: PublishPage) -> None:
    go_to_sheet(page, SheetKind.DUTY, SECOND_GATE)
    qtbot.mouseClick(button(page.bench.options, "Internal"), LEFT)
    await_page(qtbot, page)
    page.hide()

    again = desk.make()

    assert again.bench.order is not None
    assert again.bench.order.kind is SheetKind.DUTY
    assert again.bench.order.shown_as is Profile.POSTED


def test_a_public_notice_is_remembered_even_where_an_internal_copy_was_made_since(
    qtbot: QtBot, desk: Desk, page: PublishPage
) -> None:
    go_to_sheet(page, SheetKind.DUTY, SECOND_GATE)
    for words in ("Public notice", "Internal"):
        qtbot.mouseClick(button(page.bench.options, words), LEFT)
    await_page(qtbot, page)
    page.hide()

    again = desk.make()

    assert again.bench.order is not None
    assert again.bench.order.shown_as is Profile.PUBLIC
    go_to_sheet(again, SheetKind.WALL)
    assert again.bench.order.shown_as is Profile.POSTED
    go_to_sheet(again, SheetKind.DUTY, SECOND_GATE)
    qtbot.mouseClick(button(again.bench.options, "Posted"), LEFT)
    again.hide()
    assert desk.make().bench.order == replace(again.bench.order, profile=Profile.POSTED)


def test_the_page_does_not_begin_with_everybodys_numbers(desk: Desk, page: PublishPage) -> None:
    go_to_sheet(page, SheetKind.DUTY, SECOND_GATE)
    go_to_sheet(page, SheetKind.CONTACTS)
    page.hide()

    again = desk.make()

    assert again.bench.order is not None
    assert again.bench.order.kind is SheetKind.DUTY


@pytest.mark.parametrize("word", ["contacts", "internal", "internal contacts duty"])
def test_no_word_in_the_state_of_the_window_makes_an_internal_copy(desk: Desk, period: RosterPeriod, word: str) -> None:
    for name in ("sheet", "public"):
        desk.shell.view_state.keep(f"publish/{desk.office.team_id}/{name}", word)

    page = desk.make()

    assert page.bench.order is not None
    assert page.bench.order.shown_as is not Profile.INTERNAL


def test_a_sheet_that_is_no_more_gives_way_to_its_kind(qtbot: QtBot, desk: Desk, period: RosterPeriod) -> None:
    habits = Habits(desk.shell.view_state, desk.office.team_id, PaperSize.A3)
    habits.keep_sheet(SheetChoice(SheetKind.MONTH, "closed gate", CheckpointId(99)))

    page = desk.make()

    assert page.bench.sheets.choice is not None
    assert (page.bench.sheets.choice.kind, page.bench.sheets.choice.checkpoint_id) == (SheetKind.MONTH, None)
