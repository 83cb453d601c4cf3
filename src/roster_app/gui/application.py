"""The QApplication and what belongs to the whole process: names, Qt's words, dates, uncaught exceptions."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from roster_app import __version__
from roster_app.gui.garbage import GarbageCollector
from roster_app.gui.theme import Appearance
from roster_app.i18n import SOURCE_LANGUAGE, _
from roster_app.settings import Theme

Report = Callable[[BaseException], object]


class Application:
    """Wears the theme, speaks the language; made once, before any widget."""

    def __init__(self, arguments: list[str], theme: Theme = "system", text_percent: int = 100) -> None:
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(arguments)
        self.qt.setApplicationName("roster-app")
        self.qt.setApplicationVersion(__version__)
        self.qt.setDesktopFileName("roster-app")
        self._text_percent = text_percent
        self.appearance = Appearance(self.qt, theme, text_percent / 100)
        self._translator: QTranslator | None = None
        self._garbage = GarbageCollector(self.qt)

    def speak(self, language: str) -> None:
        """Let Qt's own buttons, menus and calendars speak the language that `i18n.install` answered with."""
        if self._translator is not None:
            self.qt.removeTranslator(self._translator)
        self._translator = _qt_words(language)
        if self._translator is not None:
            self.qt.installTranslator(self._translator)
        QLocale.setDefault(QLocale(language))
        self.qt.setApplicationDisplayName(_("Duty rosters"))

    def wear(self, theme: Theme, text_percent: int) -> None:
        """Light, dark, or as the system does; text, and everything with it, as large as wished."""
        if theme != self.appearance.preference:
            self.appearance.prefer(theme)
        if text_percent != self._text_percent:
            self._text_percent = text_percent
            self.appearance.scale_text(text_percent / 100)

    def close(self) -> None:
        """Give back to Python and Qt what was taken for the window; for those who go on without one."""
        self._garbage.stop()
        self._garbage.deleteLater()
        self.appearance.setParent(None)
        self.appearance.deleteLater()

    def run(self, leave: Callable[[], object]) -> int:
        """Until the last window is closed. Ctrl+C in a terminal and the end of the desktop's session call `leave`.

        Python looks for signals when its own code runs: at the latest at the next round of the garbage collector, and
        perhaps in the middle of a page's work. So the window leaves between two events, never within one.
        """
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: QTimer.singleShot(0, leave))
        return self.qt.exec()


def _qt_words(language: str) -> QTranslator | None:
    if language == SOURCE_LANGUAGE:
        return None
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None


def watch_exceptions(report: Report) -> None:
    """Hand every exception that nobody caught, in slots and in threads, to `report`; never end in silence."""

    def in_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
        else:
            report(error.with_traceback(trace))

    def in_thread(caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            report(caught.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread
