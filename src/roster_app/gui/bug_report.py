"""The report of a bug: what happened in words that can be copied, where the log is, and whether to go on."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from roster_app import __version__
from roster_app.gui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import TextLabel
from roster_app.i18n import _, ngettext


class BugReportDialog(PanelDialog):
    """One for all bugs met while it is open, so that a bug in painting does not bury the screen in dialogs."""

    quit_wished = Signal()

    def __init__(self, log_path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Something went wrong in the program"), parent, width=720, height=460)
        self._count = 0
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Report"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        explained = _("Everything you did before is stored. You can go on working; please send the report.")
        self.add(TextLabel(explained, wraps=True))
        self.add(self._text, 1)
        self._log = TextLabel("", "second", wraps=True)
        self._log.setTextInteractionFlags(self._text.textInteractionFlags())
        self._log.setText(_("Log: {path}").format(path=log_path) if log_path else "")
        self._log.setVisible(log_path is not None)
        self.add(self._log)
        self._build_foot()

    def add_error(self, error: BaseException) -> None:
        """Put one more bug into the report."""
        self._count += 1
        if self._count > 20:
            return
        if self._count == 1:
            self._text.setPlainText(facts_of_the_system())
        self._text.appendPlainText("\n" + "".join(traceback.format_exception(error)).rstrip())
        self.show_facts(ngettext("{count} error", "{count} errors", self._count).format(count=self._count))

    @property
    def text(self) -> str:
        """The report as it is copied."""
        return self._text.toPlainText()

    def copy_report(self) -> None:
        """Put the report onto the clipboard."""
        QGuiApplication.clipboard().setText(self.text)

    def _build_foot(self) -> None:
        leave = DangerButton(_("Quit"))
        leave.clicked.connect(self._on_quit)
        copy = QuietButton(_("Copy the report"), "copy")
        copy.clicked.connect(self.copy_report)
        go_on = PrimaryButton(_("Continue"))
        go_on.clicked.connect(self.accept)
        self.add_left(leave)
        self.add_right(copy)
        self.add_right(go_on)
        go_on.setFocus()

    def _on_quit(self) -> None:
        self.accept()
        self.quit_wished.emit()


def facts_of_the_system() -> str:
    """Which program, Python, Qt and system this is."""
    return (
        f"roster-app {__version__} · Python {platform.python_version()} · PySide6 {pyside_version} · "
        f"{QGuiApplication.platformName()} · {platform.platform()}"
    )
