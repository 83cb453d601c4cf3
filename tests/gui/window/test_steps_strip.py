"""First steps: told from what is stored, leading to where each is taken, closed for good by one click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from window_cases import World, opened, press, session_in, unnamed, write

from roster_app.domain.edits import assign
from roster_app.domain.ids import CheckpointId, PostId, new_id
from roster_app.domain.people import Volunteer
from roster_app.domain.places import Post
from roster_app.gui.people.holders_dialog import HoldersDialog
from roster_app.gui.places.page import CALENDAR, CHECKPOINTS, PlacesPage
from roster_app.gui.roster.generate_dialog import GenerateDialog
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.taking_in.dialog import TakingDialog
from roster_app.gui.team.steps_strip import StepsStrip
from roster_app.gui.widgets import LinkButton, Pill
from roster_app.services import Changes
from roster_app.services.first_steps import FirstStep


@pytest.fixture
def world(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    """A window of a team that has nothing yet."""
    services = opened(tmp_path)
    services.teams.create("新队")
    with session_in(tmp_path, qtbot, services) as session:
        yield World(session, tmp_path)


def strip_of(world: World) -> StepsStrip:
    found = world.session.window.frame.findChild(StepsStrip)
    assert found is not None
    return found


def tell(world: World, changes: Changes) -> None:
    world.session.events.spread(changes, None)


def add_people(world: World) -> None:
    leader = frozenset(world.directory.leading)
    people = [Volunteer(new_id(), world.team_id, f"P{n}", qualifications=leader) for n in range(4)]  # type: ignore[arg-type]
    for person in people:
        tell(world, world.services.people.add(person))


def add_place(world: World, *requires: object) -> None:
    pattern = world.services.places.add_from_template(world.team_id, "three_by_eight")
    gate = world.services.places.new_checkpoint(world.team_id, "横岗卡口", pattern)
    post = Post(PostId(new_id()), CheckpointId(gate.id), "测温", requires=frozenset(requires))  # type: ignore[arg-type]
    tell(world, world.services.places.save_checkpoint(gate, (post,)))


def add_roster(world: World) -> None:
    period = world.services.rostering.create_period(world.team_id, date(2020, 4, 13), date(2020, 4, 19))
    tell(world, Changes(periods=frozenset({period.id})))
    roster = world.services.rostering.open(period.id).roster
    who = world.directory.volunteers[0].id
    record = world.services.rostering.apply_edit(period.id, assign(roster, roster.plan.duties[0].id, who))
    tell(world, Changes(duties=record.edit.duty_ids))


def publish(world: World) -> None:
    (period,) = world.services.rostering.periods(world.team_id)
    world.services.rostering.publish(period.id)
    tell(world, Changes(periods=frozenset({period.id})))


def next_step(world: World) -> FirstStep | None:
    steps = strip_of(world).steps
    assert steps is not None
    return steps.next


def test_it_follows_what_is_stored_back_and_forth(world: World) -> None:
    strip = strip_of(world)
    assert strip.isVisible()
    assert next_step(world) is FirstStep.LIST
    add_people(world)
    assert next_step(world) is FirstStep.STAFFING
    for person in world.directory.volunteers:
        tell(world, world.services.people.remove(person.id))
    assert next_step(world) is FirstStep.LIST
    add_people(world)
    add_place(world)
    assert next_step(world) is FirstStep.GENERATE
    add_roster(world)
    assert next_step(world) is FirstStep.PUBLISH
    publish(world)
    assert next_step(world) is None
    assert strip.isVisible()  # the end of the road is told


def test_who_has_been_all_the_way_is_not_guided(tmp_path: Path, world: World) -> None:
    add_people(world)
    add_place(world)
    add_roster(world)
    publish(world)

    world.session.show_team(world.team_id)

    assert strip_of(world).isHidden()


def test_closed_it_stays_closed_for_this_team_and_no_other(world: World) -> None:
    strip_of(world).close_button.click()
    world.session.show_team(world.team_id)
    assert strip_of(world).isHidden()
    add_people(world)
    assert strip_of(world).isHidden()

    other = world.services.teams.create("second")
    world.session.show_team(other.id)
    assert strip_of(world).isVisible()


def test_its_button_begins_what_is_next(world: World, qtbot: QtBot) -> None:
    strip = strip_of(world)
    strip.go_on.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TakingDialog)
    press(dialog, Qt.Key.Key_Escape)

    add_people(world)
    page = world.page("places")
    assert isinstance(page, PlacesPage)
    page.show_view(CALENDAR)
    strip.go_on.click()
    assert page.switch.choice == CHECKPOINTS
    assert "" in [page.checkpoints.drafts.written(c).name for c in page.checkpoints.drafts.ids]
    assert page.isAncestorOf(world.session.window.focusWidget())


def test_a_qualification_nobody_has_is_asked_for_before_a_search(world: World) -> None:
    medic = replace(world.directory.qualifications[0], id=new_id(), name="医务", leads=False)  # type: ignore[arg-type]
    tell(world, world.services.people.add_qualification(medic))
    add_people(world)
    add_place(world, medic.id)
    strip = strip_of(world)
    assert "医务" in strip.accessibleDescription()

    strip.go_on.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HoldersDialog)
    press(dialog.list, Qt.Key.Key_Space)
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Space)
    assert len(dialog.ticked) == 2
    dialog._store.click()

    assert sum(medic.id in v.qualifications for v in world.directory.volunteers) == 2
    assert "医务" not in strip.accessibleDescription()
    press(world.session.window.frame.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(medic.id in v.qualifications for v in world.directory.volunteers)
    assert "医务" in strip.accessibleDescription()


def test_a_search_says_beforehand_what_nobody_has_and_leads_there(world: World, qtbot: QtBot) -> None:
    medic = replace(world.directory.qualifications[0], id=new_id(), name="医务", leads=False)  # type: ignore[arg-type]
    tell(world, world.services.people.add_qualification(medic))
    add_people(world)
    add_place(world, medic.id)
    period = world.services.rostering.create_period(world.team_id, date(2020, 4, 13), date(2020, 4, 19))
    tell(world, Changes(periods=frozenset({period.id})))
    page = world.page("roster")
    assert isinstance(page, RosterPage)
    qtbot.waitUntil(lambda: page.document.is_open)

    page.carry_out("generate")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GenerateDialog)
    (way_out,) = dialog.findChildren(LinkButton)
    QTest.mouseClick(way_out, Qt.MouseButton.LeftButton)

    assert isinstance(QApplication.activeModalWidget(), HoldersDialog)
    press(QApplication.activeModalWidget(), Qt.Key.Key_Escape)


def test_the_notice_of_no_leader_leads_to_who_leads(world: World) -> None:
    tell(world, world.services.people.add(Volunteer(new_id(), world.team_id, "何平")))  # type: ignore[arg-type]
    page = world.page("people")
    pill = next(pill for pill in page.findChildren(Pill) if pill.words.startswith("No leader"))

    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HoldersDialog)
    write(dialog._search, "何")
    press(dialog._search, Qt.Key.Key_Return)
    dialog._store.click()

    assert world.person("何平").qualifications == world.directory.leading


def test_the_keyboard_reaches_it_and_it_is_read_out(world: World) -> None:
    strip = strip_of(world)
    assert unnamed(strip) == []
    for _step in range(20):
        press(world.session.window.focusWidget(), Qt.Key.Key_Tab)
        if world.session.window.focusWidget() is strip.go_on:
            break
    assert world.session.window.focusWidget() is strip.go_on
    press(strip.go_on, Qt.Key.Key_Return)
    assert isinstance(QApplication.activeModalWidget(), TakingDialog)
    press(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    assert strip.accessibleDescription().startswith("Step 1: Import the list (next)")


def test_done_next_and_to_come_differ_by_more_than_colour(world: World) -> None:
    add_people(world)
    marks = strip_of(world)._marks
    icons = [mark._glyph._name for mark in marks]
    bold = [label.property("text_role") for mark in marks for label in mark.findChildren(QLabel)]

    assert icons == ["circle-check", "map-pin", "wand-sparkles", "printer"]
    assert bold == ["second", "heading", "second", "second"]
