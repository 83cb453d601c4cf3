"""Stores what is counted, tells everybody, and takes it back: each step can be turned, and turned again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.domain.counters import Counter, CounterEntry, Subject
from roster_app.domain.errors import StaleEdit
from roster_app.gui.messages import Tells
from roster_app.gui.shell import Shell
from roster_app.i18n import _
from roster_app.services import Changes

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """What was done and how it is called; `turn` stores its opposite and answers with the step that leads back."""

    words: str
    turn: Callable[[], Step]


class Keeper(QObject):
    """One transaction a step; what was stored can be undone and redone as long as the dialog is open."""

    stored = Signal()  # what is stored is another now, or was found to be

    def __init__(self, shell: Shell, messages: Tells, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._messages = messages
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def enter(self, words: str, subject: Subject, value: int, latest: CounterEntry | None, reason: str = "") -> bool:
        """A value, or a correction of the one that stands; whether it was stored."""
        counters = self._shell.services.counters
        return self._go(lambda: self._entry_step(words, counters.enter(subject, value, latest, reason), latest), words)

    def arrange(self, words: str, before: tuple[Counter, ...], after: tuple[Counter, ...]) -> bool:
        """Another list of counters; whether it was stored."""
        return self._go(partial(self._list_step, words, before, after), words)

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            step = self._done.pop()
            self._go(step.turn, _("Undone: {step}").format(step=step.words), self._undone)

    def redo(self) -> None:
        """Do the last step taken back again."""
        if self._undone:
            step = self._undone.pop()
            self._go(step.turn, step.words, self._done)

    def _entry_step(self, words: str, entry: CounterEntry, earlier: CounterEntry | None) -> Step:
        take_back = self._shell.services.counters.take_back
        return Step(words, lambda: self._entry_step(words, take_back(entry, earlier), entry))

    def _list_step(self, words: str, before: tuple[Counter, ...], after: tuple[Counter, ...]) -> Step:
        self._shell.services.counters.arrange(self._shell.team_id, before, after)
        return Step(words, lambda: self._list_step(words, after, before))

    def _go(self, do: Callable[[], Step], words: str, onto: list[Step] | None = None) -> bool:
        def then(step: Step) -> None:
            if onto is None:
                self._undone.clear()
                self._done = [*self._done, step][-_KEPT:]
            else:
                onto.append(step)
            self._shell.messages.tell_step(words)
            self.stored.emit()
            self._shell.events.spread(Changes(counters=True), self)

        def refused(error: Exception) -> bool:
            if isinstance(error, StaleEdit):
                self.stored.emit()
            return False

        return self._shell.errors.attempt(do, then, messages=self._messages, on_refused=refused)
