"""Work that only the last wish matters for: one piece at a time on the bench, answers to older wishes dropped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.gui.tasks import Lane, TaskRunner, Ticket


class LatestWish(QObject):
    """Whoever asks again while work is under way gets only the answer to the last asking."""

    answered = Signal(object)  # what the work returned
    failed = Signal(object)  # the exception it raised
    dropped = Signal(object)  # what work returned that nobody waits for any more
    busy_changed = Signal(bool)  # whether an answer is on its way

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: Callable[[], object] | None = None
        self._ticket: Ticket | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._ticket is not None

    def ask(self, work: Callable[[], object]) -> None:
        """Carry this out, after what is under way; what still waited is forgotten."""
        self._waiting = work
        if self._ticket is None:
            self._begin()
            self.busy_changed.emit(True)

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._waiting = None
        if self._ticket is not None:
            self._tasks.forget(self._ticket)
            self._ticket = None
            self.busy_changed.emit(False)

    def _begin(self) -> None:
        work, self._waiting = self._waiting, None
        if work is not None:
            self._ticket = self._tasks.run(
                work,
                on_success=partial(self._on_ended, True),
                on_failure=partial(self._on_ended, False),
                owner=self,
                lane=Lane.BENCH,
            )

    def _on_ended(self, done: bool, answer: object) -> None:
        self._ticket = None
        if self._waiting is not None:
            self._begin()
            if done:
                self.dropped.emit(answer)
            return
        self.busy_changed.emit(False)
        (self.answered if done else self.failed).emit(answer)
