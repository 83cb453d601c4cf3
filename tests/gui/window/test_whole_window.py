"""What holds for every page, leaf, menu, dialog and model: names, Chinese words, models in order, nothing left over."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from whole_window import (
    DIALOGS,
    MENUS,
    MODELS,
    SIGHTS,
    classes,
    foreign_words,
    furnish,
    instances,
    untranslated,
    wait,
)
from window_cases import World, focusable, freed, is_freed, opened, press, session_in, unnamed, url_in, watched

from roster_app import i18n
from roster_app.domain.ids import VolunteerId, new_id
from roster_app.domain.people import Volunteer
from roster_app.gui.page_list import page_entries
from roster_app.gui.preferences.database_trouble import DatabaseTrouble
from roster_app.gui.team.welcome import WelcomePage
from roster_app.services import Changes
from roster_app.settings import Settings


def by_name(kind: object) -> str:
    return f"{kind.__module__.removeprefix('roster_app.gui.')}.{kind.__name__}" if isinstance(kind, type) else str(kind)


@pytest.fixture
def world(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    """The window in Chinese, with a team that has a place, a week and an edition of it."""
    settings = Settings(database_url=url_in(tmp_path), language="zh_CN", theme="light", coordinator="何平")
    with session_in(tmp_path, qtbot, opened(tmp_path, with_team=True), settings) as session:
        made = World(session, tmp_path)
        furnish(made)
        session.window.resize(1280, 800)
        yield made
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.done(0)


def settle(world: World) -> None:
    wait(world, lambda: not world.session.tasks.busy)


# pages and leaves


def test_every_sight_has_names_and_speaks_chinese(world: World) -> None:
    frame = world.session.window.frame
    faults, seen = {}, set()
    for sight, bring in SIGHTS.items():
        bring(world)
        settle(world)
        assert list(focusable(frame))
        faults[sight] = [*unnamed(frame), *sorted(untranslated(frame))]
        seen |= {part for part in leaves(frame) if part.isVisible()}

    assert {sight: found for sight, found in faults.items() if found} == {}
    assert {page.title for page in frame.pages} == {i18n._(entry.words) for entry in page_entries()}
    assert {type(leaf).__name__ for leaf in leaves(frame) if leaf not in seen} <= SHOWN_WHILE_EMPTY


SHOWN_WHILE_EMPTY = {"EmptyState", "Beginning", "SidePanel", "QWidget"}
"""What takes the place of a leaf that has nothing to show, or is still being read."""


def leaves(root: QWidget) -> list[QWidget]:
    """Whatever is shown in turn with something else."""
    stacks = root.findChildren(QStackedWidget)
    return [part for stack in stacks for n in range(stack.count()) if (part := stack.widget(n)) is not None]


def test_every_page_of_an_empty_team_has_names_and_speaks_chinese(world: World) -> None:
    world.session.show_team(world.services.teams.create("新队").id)
    frame = world.session.window.frame
    for entry in page_entries():
        world.page(entry.key)
        settle(world)
        assert unnamed(frame) == [], entry.key
        assert untranslated(frame) == set(), entry.key


@pytest.mark.parametrize("menu", MENUS)
def test_menus_speak_chinese(world: World, menu: str) -> None:
    MENUS[menu](world)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.actions()

    found = untranslated(popup)
    popup.close()

    assert found == set()


def test_the_welcome_speaks_chinese(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(database_url=url_in(tmp_path), language="zh_CN")
    with session_in(tmp_path, qtbot, opened(tmp_path), settings) as session:
        assert session.window.frame.findChild(WelcomePage) is not None
        assert unnamed(session.window) == []
        assert untranslated(session.window) == set()


def test_a_database_in_trouble_is_told_in_chinese(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "roster.db").write_text("this is no database. " * 200)
    settings = Settings(database_url=url_in(tmp_path), language="zh_CN")
    with session_in(tmp_path, qtbot, None, settings) as session:
        assert session.window.frame.findChild(DatabaseTrouble) is not None
        assert unnamed(session.window) == []
        assert untranslated(session.window) == set()


def test_english_left_over_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QLabel("保存 PDF 到 /home/somebody", holder)
    QPushButton("Save the form", holder)
    QLabel("保存", holder).setToolTip("Saved just now")
    holder.show()

    assert untranslated(holder) == {("QPushButton", "Save the form"), ("QLabel", "Saved just now")}
    assert foreign_words("按 Ctrl+S 保存到 sqlite:///somewhere/roster.db") == []


# dialogs


@pytest.mark.parametrize("kind", classes(QDialog), ids=by_name)
def test_every_dialog_has_names_speaks_chinese_closes_by_esc_and_is_freed(world: World, kind: type[QDialog]) -> None:
    DIALOGS[kind](world)
    wait(world, lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    settle(world)
    assert list(focusable(dialog))
    assert unnamed(dialog) == []
    assert untranslated(dialog) == set()

    ended: list[bool] = []
    dialog.destroyed.connect(lambda: ended.append(True))
    press(dialog, Qt.Key.Key_Escape)
    freed()

    assert QApplication.activeModalWidget() is None
    assert is_freed(dialog)
    assert ended == [True]
    assert world.session.window.isVisible()


# models


@pytest.mark.parametrize("kind", classes(QAbstractItemModel), ids=by_name)
def test_every_model_keeps_its_contract_while_the_team_changes(world: World, kind: type[QAbstractItemModel]) -> None:
    MODELS[kind](world)
    models = [found for found in instances(world, kind) if isinstance(found, QAbstractItemModel)]
    assert models
    testers = [watched(model) for model in models]

    _change_everything(world)
    settle(world)

    assert any(model.rowCount() for model in models)
    assert len(testers) == len(models)


def _change_everything(world: World) -> None:
    """Somebody comes, somebody is renamed, somebody goes; places, rules and duties are read anew."""
    people, spread = world.services.people, world.session.events.spread
    guest = Volunteer(VolunteerId(new_id()), world.team_id, "麦志坚", phone="13900000009")
    spread(people.add(guest), None)
    spread(people.update(replace(world.directory.volunteer[guest.id], name="阿坚", note="夜班")), None)
    (period,) = world.services.rostering.periods(world.team_id)
    record = world.services.rostering.undo(period.id)
    spread(Changes(duties=record.edit.duty_ids), None)
    spread(people.remove(guest.id), None)
    spread(Changes(team=True, places=True, periods=frozenset({period.id})), None)


# Qt's own complaints


PLANTED = """
from PySide6.QtCore import qWarning

def test_that_would_pass(qtbot):
    qWarning(b"planted")
"""


def test_a_warning_of_qt_fails_a_test(tmp_path: Path, project: Path) -> None:
    (tmp_path / "test_planted.py").write_text(PLANTED)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", str(project / "pyproject.toml")]

    ran = subprocess.run(
        [*command, "--rootdir", str(tmp_path), str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert ran.returncode == 1, ran.stdout
    assert "planted" in ran.stdout
    assert "1 failed" in ran.stdout
