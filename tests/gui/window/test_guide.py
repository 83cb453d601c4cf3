"""The user guide in the window: reached by clicks and keys, read from its contents, gone when it is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from window_cases import World, dialog_of, is_freed, press

from roster_app import i18n
from roster_app.gui.guide.guide_dialog import GuideDialog
from roster_app.gui.keys_sheet import KeysSheet
from roster_app.gui.team.team_menu import TeamButton
from roster_app.gui.widgets.meanings import DARK, LIGHT


def _opened(world: World) -> GuideDialog:
    world.session.wished.emit("guide", None)
    dialog = dialog_of(GuideDialog)
    assert dialog is not None
    return dialog


def test_the_key_sheet_leads_to_the_guide(world: World, qtbot: QtBot) -> None:
    window = world.session.window
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_F1)
    sheet = dialog_of(KeysSheet)
    assert sheet is not None
    button = next(b for b in sheet.findChildren(QPushButton) if b.text() == "User guide")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    guide = dialog_of(GuideDialog)
    assert guide is not None
    press(guide, Qt.Key.Key_Escape)
    assert is_freed(guide)
    assert is_freed(sheet)


def test_the_menu_of_the_team_leads_to_the_guide(world: World) -> None:
    button = world.session.window.frame.findChild(TeamButton)
    assert button is not None

    next(action for action in button.menu().actions() if action.text() == "User guide").trigger()

    guide = dialog_of(GuideDialog)
    assert guide is not None
    guide.reject()


def test_the_contents_and_the_text_follow_each_other(world: World, qtbot: QtBot) -> None:
    guide = _opened(world)
    qtbot.waitUntil(lambda: guide.view.verticalScrollBar().maximum() > 0)
    last = guide.contents.model().rowCount() - 1

    press(guide.contents, Qt.Key.Key_Down)
    press(guide.contents, Qt.Key.Key_Down)
    heading = guide.view.headings[guide._chapters[2]]
    assert guide.view.verticalScrollBar().value() > 0
    assert guide.view.cursorForPosition(QPoint(60, 30)).block().text() == heading.words

    guide.view.verticalScrollBar().setValue(guide.view.verticalScrollBar().maximum())
    assert guide.contents.currentIndex().row() == last
    guide.reject()


def test_a_link_leads_to_its_heading(world: World, qtbot: QtBot) -> None:
    guide = _opened(world)
    qtbot.waitUntil(lambda: guide.view.verticalScrollBar().maximum() > 0)

    guide.view.anchorClicked.emit(QUrl("#fairness"))

    assert guide.contents.currentIndex().data() == "Fairness"
    assert guide.view.cursorForPosition(QPoint(60, 30)).block().text() == "Fairness"
    guide.reject()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_it_speaks_the_language_of_the_window(world: World, qtbot: QtBot, language: str) -> None:
    world.session.application.speak(i18n.install(language))
    guide = _opened(world)

    assert guide.view.headings[0].words == {"en": "User guide", "zh_CN": "使用指南"}[language]
    assert guide.view.accessibleName() == guide.windowTitle() == guide.view.headings[0].words
    assert guide.contents.accessibleName()
    guide.reject()


def test_another_theme_dresses_it_anew_where_it_was(world: World, qtbot: QtBot) -> None:
    guide = _opened(world)
    qtbot.waitUntil(lambda: guide.view.verticalScrollBar().maximum() > 0)
    guide.contents.setCurrentIndex(guide.contents.model().index(4, 0))

    def ink() -> str:
        block = guide.view.document().findBlock(guide.view.headings[0].position)
        return block.begin().fragment().charFormat().foreground().color().name()

    world.session.application.wear("dark", 100)
    qtbot.waitUntil(lambda: ink() == DARK.ink)
    assert guide.contents.currentIndex().row() == 4
    world.session.application.wear("light", 100)
    qtbot.waitUntil(lambda: ink() == LIGHT.ink)
    guide.reject()


def test_it_is_written_once_and_then_rests(world: World, qtbot: QtBot) -> None:
    guide = _opened(world)
    qtbot.waitUntil(lambda: not guide.view._again.isActive())

    with qtbot.assertNotEmitted(guide.view.written, wait=200):
        guide.contents.setCurrentIndex(guide.contents.model().index(3, 0))

    guide.reject()


def test_pictures_are_never_wider_than_the_text(world: World, qtbot: QtBot) -> None:
    from PySide6.QtGui import QTextDocument

    guide = _opened(world)
    qtbot.waitUntil(lambda: guide.view.verticalScrollBar().maximum() > 0)

    picture = guide.view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("roster.png"))

    assert 0 < picture.deviceIndependentSize().width() <= guide.view.viewport().width()
    guide.reject()
