"""The dialog while a sheet goes to the printer: how far it is, and the way to stop it."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from roster_app.gui.publish.print_job import PrintJob, print_pages
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import Lane
from roster_app.gui.widgets import PanelDialog, QuietButton, TextLabel, measures_of
from roster_app.i18n import _


class PrintProgress(PanelDialog):
    """Closes by itself at the end; before that, Esc and the button stop after the page under way."""

    ended = Signal(bool, int)  # whether everything was sent, and how many pages were
    failed = Signal(object)  # the exception that says why not

    def __init__(self, shell: Shell, job: PrintJob, title: str, parent: QWidget) -> None:
        super().__init__(_("Printing"), parent, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._job = job
        self._sent = 0
        self._running = False
        self._stopped = Event()
        self._words = TextLabel("", "second")
        self._bar = QProgressBar()
        self.stop = QuietButton(_("Stop"))
        self._lay_out(title)
        self._show(0)
        self.stop.clicked.connect(self.reject)

    def begin(self) -> None:
        """Send the pages."""
        self._running = True
        self._shell.tasks.run(
            partial(print_pages, self._job, self._stopped),
            on_success=self._on_ended,
            on_failure=self._on_failed,
            on_progress=self._show,
            owner=self,
            stop=self._stopped.set,
            lane=Lane.BENCH,
        )

    def may_close(self) -> bool:
        """Not in the middle of a page."""
        if self._running:
            self._stopped.set()
            self.stop.setEnabled(False)
            self._words.setText(_("Stopping after this page…"))
        return not self._running

    def _show(self, sent: int) -> None:
        self._sent, count = sent, len(self._job.pages)
        self._bar.setValue(sent)
        if not self._stopped.is_set():
            number = min(sent + 1, count)
            self._words.setText(_("Page {number} of {count}").format(number=number, count=count))

    def _on_ended(self, complete: bool) -> None:
        self._running = False
        self.accept()
        self.ended.emit(complete, self._sent)

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        self.accept()
        self.failed.emit(error)

    def _lay_out(self, title: str) -> None:
        self.show_facts(self._job.printer.printerName())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).apart)
        self._bar.setRange(0, len(self._job.pages))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Pages sent to the printer"))
        for part in (TextLabel(title, wraps=True), self._bar, self._words):
            column.addWidget(part)
        self.add(body)
        self.add_right(self.stop)
