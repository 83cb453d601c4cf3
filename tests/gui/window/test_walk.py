"""Every page and every dialog: whatever the keyboard reaches has a name, and a closed dialog is freed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_cases import World, focusable, freed, is_freed, press, unnamed

from roster_app import i18n
from roster_app.gui.page_list import page_entries
from roster_app.gui.people.leave_dialog import LeaveDialog
from roster_app.gui.people.times_dialog import TimesDialog
from roster_app.gui.people.week_dialog import WeekDialog
from roster_app.gui.team.welcome import WelcomePage
from roster_app.gui.widgets import IconButton, NumberField

WISHES = ("settings", "keys", "team_rules", "hand_over", "counters", "another_database", "new_team", "edit_team")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_whatever_takes_the_keyboard_on_a_page_has_a_name(world: World, qtbot: QtBot, language: str) -> None:
    world.session.application.speak(i18n.install(language))
    world.session.show_team(world.team_id)

    for entry in page_entries():
        world.page(entry.key)
        qtbot.waitUntil(lambda: not world.session.tasks.busy)
        assert unnamed(world.session.window) == [], entry.key


def test_what_has_no_name_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    nameless, named, button = QLineEdit(), QLineEdit(), QPushButton("Save")
    named.setAccessibleName("Name")
    for part in (nameless, named, button, NumberField(1), IconButton("x", "Close")):
        column.addWidget(part)
    holder.show()

    assert unnamed(holder) == ["QLineEdit in QWidget", "NumberField in QWidget"]


def test_no_part_is_a_window_of_its_own_while_pages_are_built(world: World, qtbot: QtBot) -> None:
    """A part shown before it has a parent flashes as a small window and takes the activation away."""
    application, watcher = QApplication.instance(), WindowWatcher()
    assert application is not None
    application.installEventFilter(watcher)

    world.session.show_team(world.team_id)
    for entry in page_entries():
        world.page(entry.key)
    for wish in WISHES:
        world.session.wished.emit(wish, None)
        _see_off(world)
    qtbot.waitUntil(lambda: not world.session.tasks.busy)
    application.removeEventFilter(watcher)

    assert watcher.strangers == []
    assert watcher.windows


def test_every_panel_of_the_volunteers_page_has_names(world: World) -> None:
    page = world.page("people")
    people = world.directory.volunteers

    for chosen in ([], people[:1], people[:3]):
        page.people.table.choose(v.id for v in chosen)
        assert unnamed(page) == []
    page.people.choose(people[0].id)
    page.person.show_leaf("times")
    assert unnamed(page) == []


def test_the_welcome_has_names(empty_world: World) -> None:
    welcome = empty_world.session.window.frame.findChild(WelcomePage)
    assert welcome is not None

    assert unnamed(welcome) == []


@pytest.mark.parametrize("wish", WISHES)
def test_dialogs_of_the_window_have_names_close_by_esc_and_are_freed(world: World, wish: str) -> None:
    world.session.wished.emit(wish, None)

    _see_off(world)


def test_dialogs_of_the_volunteers_page_have_names_close_by_esc_and_are_freed(world: World) -> None:
    page = world.page("people")
    person = world.directory.volunteers[0]
    page.people.choose(person.id)
    makers: tuple[Callable[[], QDialog], ...] = (
        lambda: LeaveDialog(person.id, person.name, None, world.session._now().date(), page),
        lambda: TimesDialog(person.id, person.name, None, world.session._now().date(), page),
    )
    for make in makers:
        make().open()
        _see_off(world)
    WeekDialog(person.id, person.name, (), world.session._now().date(), page).open()
    _see_off(world)
    page.compare_twins()
    _see_off(world)
    page.import_list()
    _see_off(world)
    page.ask_removal()
    _see_off(world)


def test_a_frame_that_is_given_up_is_freed_with_its_pages(world: World, qtbot: QtBot) -> None:
    for entry in page_entries():
        world.page(entry.key)
    qtbot.waitUntil(lambda: not world.session.tasks.busy)
    given_up = [world.session.window.frame, *world.session.window.frame.pages]

    world.session.show_team(world.team_id)

    assert all(is_freed(part) for part in given_up)


def _see_off(world: World) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert list(focusable(dialog))
    assert unnamed(dialog) == []
    press(dialog, Qt.Key.Key_Escape)
    freed()
    assert QApplication.activeModalWidget() is None
    assert is_freed(dialog)
    assert world.session.window.isVisible()


class WindowWatcher(QObject):
    """Remembers what is shown as a window: dialogs, menus and the main window are meant to be, the rest is not."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []
        self.strangers: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = isinstance(watched, QMainWindow | QDialog | QMenu) or watched.windowType() != Qt.WindowType.Window
            (self.windows if meant else self.strangers).append(type(watched).__name__)
        return False
