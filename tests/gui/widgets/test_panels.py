"""Dialogs and side panels: they fit, keep their place, lose nothing, and are gone when they are gone."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance
from roster_app.gui.widgets import DangerButton, PanelDialog, PanelSplitter, PrimaryButton, SidePanel
from roster_app.gui.widgets.scrim import Scrim


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QMainWindow:
    made = QMainWindow()
    made.resize(700, 600)
    qtbot.addWidget(made)
    made.show()
    return made


class Careful(PanelDialog):
    """A dialog that holds work."""

    has_work = True

    def may_close(self) -> bool:
        return not self.has_work


def test_escape_does_not_lose_work(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Careful("自动排班", window)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.has_work = False
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_s_own_close_asks_as_escape_does(window: QMainWindow) -> None:
    dialog = Careful("自动排班", window)
    dialog.open()
    dialog.close()
    assert dialog.isVisible()
    dialog.has_work = False
    dialog.close()
    assert not dialog.isVisible()


def test_a_dialog_darkens_its_window_only_while_it_is_open(window: QMainWindow) -> None:
    dialog = PanelDialog("自动排班", window)
    dialog.open()
    scrim = window.findChild(Scrim)
    assert scrim.geometry() == window.rect()
    window.resize(720, 500)
    assert scrim.geometry() == window.rect()
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(Scrim) is None


def test_a_dialog_fits_the_screen(window: QMainWindow) -> None:
    dialog = PanelDialog("自动排班", window, width=5000, height=5000)
    dialog.open()
    assert dialog.screen().availableGeometry().contains(dialog.geometry())


def test_a_dialog_begins_in_its_first_field(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = PanelDialog("队员", window)
    field = QLineEdit()
    dialog.add_left(DangerButton("放弃"))
    dialog.add_right(PrimaryButton("保存"))
    dialog.add(field)
    dialog.open()
    assert dialog.focusWidget() is field


def test_a_dialog_without_fields_begins_on_its_filled_button(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = PanelDialog("队员", window)
    dialog.add_left(DangerButton("放弃"))
    accept = PrimaryButton("保存")
    dialog.add_right(accept)
    dialog.open()
    assert dialog.focusWidget() is accept


def test_enter_in_a_field_does_not_press_a_button(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = PanelDialog("队员", window)
    field, accept = QLineEdit(), PrimaryButton("保存")
    dialog.add(field)
    dialog.add_right(accept)
    dialog.open()
    with qtbot.assertNotEmitted(accept.clicked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_closed_dialog_is_really_freed(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = PanelDialog("自动排班", window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.add(QLineEdit())
    dialog.open()
    gone = weakref.ref(dialog)
    dialog.accept()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    assert window.findChildren(PanelDialog) == []


def splitter(qtbot: QtBot) -> tuple[PanelSplitter, SidePanel]:
    panel = SidePanel("横岗 · 4月16日 早班")
    made = PanelSplitter(QWidget(), panel)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    QApplication.processEvents()
    return made, panel


def test_the_panel_keeps_its_width_when_the_window_grows(qtbot: QtBot, appearance: Appearance) -> None:
    made, panel = splitter(qtbot)
    assert panel.width() == pytest.approx(318, abs=2)
    made.resize(1600, 600)
    QApplication.processEvents()
    assert panel.width() == pytest.approx(318, abs=2)


def test_a_hidden_panel_comes_back_as_wide_as_it_was(qtbot: QtBot, appearance: Appearance) -> None:
    made, panel = splitter(qtbot)
    made.setSizes([800, 400])
    width = panel.width()
    made.show_panel(False)
    assert not made.is_panel_shown
    with qtbot.waitSignal(made.panel_shown) as told:
        made.show_panel(True)
    QApplication.processEvents()
    assert told.args == [True]
    assert panel.width() == pytest.approx(width, abs=2)
