"""Choosing another database, trying it before anything depends on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roster_app.gui.errors import ErrorKind, kind_of, sentence_of
from roster_app.gui.preferences.database_fields import DatabaseFields
from roster_app.gui.tasks import Lane, TaskRunner
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import TextLabel
from roster_app.i18n import _


class DatabaseDialog(PanelDialog):
    """`try_out(url)` answers with a sentence about what is there, or raises; it is called on a worker."""

    submitted = Signal(str)  # the address to work with from now on, with its password

    def __init__(self, url: str, try_out: Callable[[str], str], tasks: TaskRunner, parent: QWidget) -> None:
        super().__init__(_("Another database"), parent, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._try_out = try_out
        self._tasks = tasks
        self._fields = DatabaseFields(url)
        self._answer = TextLabel(" ", wraps=True)
        self._answer.setMinimumHeight(self._answer.sizeHint().height() * 2)
        self.add(self._fields)
        self.add(self._answer)
        self._fields.setFocus()
        self._try = QuietButton(_("Try it"))
        self._use = PrimaryButton(_("Use it from now on"))
        cancel = QuietButton(_("Cancel"))
        self.add_left(self._try)
        self.add_right(cancel)
        self.add_right(self._use)
        cancel.clicked.connect(self.reject)
        self._try.clicked.connect(self._on_try)
        self._use.clicked.connect(self._on_use)
        self._fields.changed.connect(lambda: self._say("", ""))

    def _on_try(self) -> None:
        url = self._fields.url()
        if url is not None:
            self._begin(url, self._on_tried)

    def _on_use(self) -> None:
        url = self._fields.url()
        if url is not None:
            self._begin(url, lambda _sentence: self.submitted.emit(url))

    def _begin(self, url: str, then: Callable[[str], object]) -> None:
        self._wait(True)
        self._say(_("Trying …"), "")
        self._tasks.run(
            partial(self._try_out, url),
            on_success=partial(self._on_answered, then),
            on_failure=self._on_failed,
            owner=self,
            lane=Lane.BENCH,
        )

    def _on_answered(self, then: Callable[[str], object], sentence: str) -> None:
        self._wait(False)
        then(sentence)

    def _on_tried(self, sentence: str) -> None:
        self._say(sentence, "good")

    def _on_failed(self, error: BaseException) -> None:
        self._wait(False)
        if kind_of(error) is ErrorKind.BUG:
            raise error
        self._say(sentence_of(error), "act")

    def _say(self, sentence: str, tone: str) -> None:
        self._answer.setText(sentence or " ")
        self._answer.set_tone(tone)

    def _wait(self, waiting: bool) -> None:
        self._try.setEnabled(not waiting)
        self._use.setEnabled(not waiting)
