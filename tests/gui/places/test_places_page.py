"""The page as a whole: its views, its keys, its words in both languages."""

from __future__ import annotations

import pytest
from place_desk import PlaceWorld
from PySide6.QtCore import Qt
from window_cases import press, unnamed

from roster_app import i18n
from roster_app.gui.team.rules_dialog import RulesDialog
from roster_app.gui.widgets import Pill
from roster_app.services import Changes

CTRL = Qt.KeyboardModifier.ControlModifier
VIEWS = ("checkpoints", "patterns", "grounds", "calendar")


def test_ctrl_page_down_goes_round_the_views(desk: PlaceWorld) -> None:
    page = desk.places
    seen = [page.switch.choice]
    for _view in VIEWS:
        press(page, Qt.Key.Key_PageDown, CTRL)
        seen.append(page.switch.choice)

    assert seen == [*VIEWS, "checkpoints"]


def test_the_view_last_seen_comes_back(desk: PlaceWorld) -> None:
    desk.places.show_view("grounds")
    desk.session.show_team(desk.team_id)

    assert desk.places.switch.choice == "grounds"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_each_view_has_names_for_all_that_takes_the_keyboard(desk: PlaceWorld, view: str, language: str) -> None:
    desk.session.application.speak(i18n.install(language))
    desk.session.show_team(desk.team_id)
    page = desk.places
    page.show_view(view)

    assert unnamed(page) == []
    assert page.key_hints()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_a_small_screen(desk: PlaceWorld, view: str) -> None:
    page = desk.places
    page.show_view(view)

    assert page.minimumSizeHint().width() <= 1280 - 196
    assert page.minimumSizeHint().height() <= 800 - 30


def test_the_rules_of_the_team_are_a_click_away(desk: PlaceWorld) -> None:
    from window_cases import dialog_of

    desk.places._rules.click()

    dialog = dialog_of(RulesDialog)
    assert dialog is not None
    dialog.reject()


def test_a_target_is_shown(desk: PlaceWorld) -> None:
    page = desk.places
    page.show_view("calendar")
    desk.session.window.frame.go("places", desk.checkpoint("热线").id)

    assert page.switch.choice == "checkpoints"
    assert page.checkpoints.current == desk.checkpoint("热线").id


def test_what_others_change_is_read_anew(desk: PlaceWorld) -> None:
    page = desk.places
    desk.services.places.remove_checkpoint(desk.checkpoint("热线"))
    assert len(page.checkpoints.model.rows) == 3
    desk.session.events.spread(Changes(places=True), None)

    assert [r.name for r in page.checkpoints.model.rows] == ["北门", "南门"]


def test_all_is_well_is_said_once(desk: PlaceWorld) -> None:
    pills: list[Pill] = desk.places.header._pills.pills

    assert [(p.words, p.kind) for p in pills] == [
        ("Every place the shifts reach every minute people are wanted", "good")
    ]


def test_the_panel_is_hidden_and_shown_by_f9(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    press(page, Qt.Key.Key_F9)
    assert not page.checkpoints.splitter.is_panel_shown
    press(page, Qt.Key.Key_F9)

    assert page.checkpoints.splitter.is_panel_shown


def test_steps_are_named_where_they_can_be_undone(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    page.checkpoints.move_checkpoint(1)
    assert page._undo.text() == "Undo: Moved 北门 in the list"
    page.keeper.undo()

    assert not page._undo.isEnabled()
    assert page._redo.text() == "Redo: Moved 北门 in the list"
    assert [r.name for r in page.checkpoints.model.rows] == ["北门", "南门", "热线"]


def test_a_step_a_colleague_went_on_from_leaves_the_way_back(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    page.checkpoints.remove_checkpoint()
    page.keeper.undo()
    page.keeper.redo()
    from dataclasses import replace

    south = desk.checkpoint("南门")
    page.checkpoints.list.choose(south.id)
    page.checkpoints.remove_checkpoint()
    desk.services.places.save_checkpoint(replace(south, name="theirs"), ())

    page.keeper.undo()

    assert "A colleague changed" in desk.told
    assert page._undo.text() == "Undo: Removed 北门"
