"""The application speaks the chosen language, wears the chosen theme, and catches what nobody caught."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roster_app.gui.application import Application, watch_exceptions
from roster_app.gui.bug_report import BugReportDialog, facts_of_the_system
from roster_app.gui.widgets.measures import measures_of


@pytest.fixture
def application(qapp: QApplication) -> Iterator[Application]:
    font, palette, locale = qapp.font(), qapp.palette(), QLocale()
    made = Application([], "light")
    yield made
    made.speak("en")
    QLocale.setDefault(locale)
    made.close()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_qt_s_own_words_follow_the_language(application: Application) -> None:
    application.speak("zh_CN")
    chinese = QCoreApplication.translate("QPlatformTheme", "Cancel")
    application.speak("en")
    english = QCoreApplication.translate("QPlatformTheme", "Cancel")

    assert (chinese, english) == ("取消", "Cancel")


def test_dates_follow_the_language(application: Application) -> None:
    application.speak("zh_CN")

    assert QLocale().dayName(1, QLocale.FormatType.ShortFormat) == "周一"


def test_text_size_makes_everything_larger(application: Application, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    application.wear("dark", 150)

    assert application.appearance.meanings.is_dark
    assert measures_of(widget).body == 20


def test_an_exception_in_a_slot_is_reported(
    application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    met: list[BaseException] = []
    watch_exceptions(met.append)

    with qtbot.capture_exceptions():
        watch_exceptions(met.append)
        QTimer.singleShot(0, lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(met))

    assert isinstance(met[0], ZeroDivisionError)


def test_an_exception_in_a_thread_is_reported(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    met: list[BaseException] = []
    watch_exceptions(met.append)

    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()

    assert isinstance(met[0], ZeroDivisionError)


def test_the_report_can_be_copied(application: Application, qtbot: QtBot) -> None:
    dialog = BugReportDialog(None)
    qtbot.addWidget(dialog)
    for number in range(30):
        try:
            raise ValueError(f"fault {number}")
        except ValueError as error:
            dialog.add_error(error)

    dialog.copy_report()

    copied = QApplication.clipboard().text()
    assert copied == dialog.text
    assert facts_of_the_system() in copied
    assert "ValueError: fault 0" in copied
    assert "fault 19" in copied
    assert "fault 20" not in copied


def test_garbage_is_collected_by_the_window_s_clock_only(application: Application) -> None:
    import gc
    import weakref

    class Knot:
        def __init__(self) -> None:
            self.itself = self

    assert not gc.isenabled()
    gc.collect()
    knots = [weakref.ref(Knot()) for _number in range(gc.get_threshold()[0] + 10)]
    assert all(knot() is not None for knot in knots)

    application._garbage.collect()
    assert all(knot() is None for knot in knots)


def test_the_collection_goes_back_to_python(application: Application) -> None:
    import gc

    application._garbage.stop()

    assert gc.isenabled()
