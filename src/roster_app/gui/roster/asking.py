"""Questions to the engine beside the work: one at a time, the latest counts, answers come better and better."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from roster_app.gui.roster.engine_desk import EngineDesk
from roster_app.gui.tasks import Lane, TaskRunner, Ticket

A = TypeVar("A")
Answer = Callable[[Any, bool], object]
"""Hears an answer, and whether it is the last."""


class Asking(QObject):
    """Whoever asks anew is no longer told of what was asked before."""

    failed = Signal(object)  # the exception that came instead of an answer

    def __init__(self, desk: EngineDesk, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ticket: Ticket | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._ticket is not None

    def ask(self, question: object, on_answer: Answer) -> None:
        """Put a question instead of any other."""
        self.drop()
        search = self._desk.search
        self._ticket = self._tasks.run(
            lambda report: search.ask(question, report),
            on_progress=lambda answer: on_answer(answer, False),
            on_success=partial(self._on_answered, on_answer),
            on_failure=self._on_failed,
            owner=self,
            stop=search.stop,
            lane=Lane.BENCH,
        )

    def drop(self) -> None:
        """Nobody wants to know any more."""
        if self._ticket is not None:
            self._tasks.forget(self._ticket)
            self._ticket = None
            self._desk.search.stop()

    def _on_answered(self, on_answer: Answer, answer: object) -> None:
        self._ticket = None
        on_answer(answer, True)

    def _on_failed(self, error: Exception) -> None:
        self._ticket = None
        self.failed.emit(error)
