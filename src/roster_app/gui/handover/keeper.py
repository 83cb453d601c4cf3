"""Stores changes of the hand-over log, tells everybody, and takes them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from roster_app.domain.errors import StaleEdit
from roster_app.domain.hand_over import LogEdit
from roster_app.gui.messages import Tells
from roster_app.gui.shell import Shell
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services import Changes

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """What was done at once, and how it is called."""

    words: str
    edits: tuple[LogEdit, ...]

    @property
    def inverse(self) -> tuple[LogEdit, ...]:
        return tuple(edit.inverse for edit in reversed(self.edits))


class Keeper(QObject):
    """One transaction a step; what was stored can be undone and redone as long as the log is in sight."""

    stored = Signal()  # the log is another one now, or was found to be

    def __init__(self, shell: Shell, messages: Tells, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._messages = messages
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def store(self, words: str, *edits: LogEdit) -> bool:
        """Whether it was stored; where a colleague was faster, what is stored now is shown."""
        step = Step(words, edits)

        def done() -> None:
            self._done = [*self._done, step][-_KEPT:]
            self._undone.clear()

        return self._go(edits, words, done)

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            step = self._done.pop()
            told = _("Undone: {step}").format(step=step.words)
            self._go(step.inverse, told, lambda: self._undone.append(step))

    def redo(self) -> None:
        """Do the last step taken back again."""
        if self._undone:
            step = self._undone.pop()
            self._go(step.edits, step.words, lambda: self._done.append(step))

    def _go(self, edits: tuple[LogEdit, ...], words: str, done: Callable[[], object]) -> bool:
        def then(changes: Changes) -> None:
            done()
            self._shell.messages.tell_step(words)
            self.stored.emit()
            self._shell.events.spread(changes, self)

        def refused(error: Exception) -> bool:
            if isinstance(error, StaleEdit):
                self.stored.emit()
            return False

        use_case = partial(self._shell.services.hand_overs.apply, *edits)
        return self._shell.errors.attempt(use_case, then, messages=self._messages, on_refused=refused)
