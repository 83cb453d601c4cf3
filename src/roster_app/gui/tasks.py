"""Long work: done on worker threads, answered on the window's thread, never failing in silence.

One signal that lives as long as the runner carries every answer home. A signal a task, on an object that is deleted
when the task is done, crashes (ARCHITECTURE.md §8, trap 2).
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from logging import getLogger
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

_log = getLogger(__name__)

Work = Callable[..., Any]
Answer = Callable[[Any], object]


class Lane(enum.Enum):
    """DATABASE: one worker, so that its tasks keep their order. BENCH: the solver, printing, reading files."""

    DATABASE = "database"
    BENCH = "bench"


@dataclass(frozen=True, slots=True)
class _Task:
    """Whom to answer, and whose life the answer depends on."""

    on_success: Answer | None
    on_failure: Answer
    on_progress: Answer | None
    owner: QObject | None
    stop: Callable[[], object] | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """What `run` hands back; with it a task can be forgotten."""

    number: int


class TaskRunner(QObject):
    """Runs functions elsewhere and brings what they return, raise or report back to the thread of the window."""

    busy_changed = Signal(bool)  # whether anything is under way now
    _arrived = Signal(int, str, object)  # ticket number; "progress", "success" or "failure"; the value

    def __init__(self, on_failure: Answer, parent: QObject | None = None) -> None:
        """`on_failure` is told every exception that nobody else asked for."""
        super().__init__(parent)
        self._on_failure = on_failure
        self._numbers = itertools.count(1)
        self._tasks: dict[int, _Task] = {}
        self._lanes = {
            Lane.DATABASE: ThreadPoolExecutor(1, "database"),
            Lane.BENCH: ThreadPoolExecutor(2, "bench"),
        }
        self._closed = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any task has not been answered yet."""
        return bool(self._tasks)

    def run(
        self,
        work: Work,
        *,
        on_success: Answer | None = None,
        on_failure: Answer | None = None,
        on_progress: Answer | None = None,
        owner: QObject | None = None,
        stop: Callable[[], object] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> Ticket:
        """Call `work()` on a worker; all answers are called on the window's thread.

        With `on_progress`, `work` is given a function to report values with. Answers to an `owner` that has been
        deleted are dropped. `stop` is called, from the window's thread, if the window closes before the end.
        """
        ticket = Ticket(next(self._numbers))
        if self._closed:
            return ticket
        self._tasks[ticket.number] = _Task(on_success, on_failure or self._on_failure, on_progress, owner, stop)
        if on_progress is not None:
            work = partial(work, partial(self._arrived.emit, ticket.number, "progress"))
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        future = self._lanes[lane].submit(work)
        future.add_done_callback(partial(self._send_home, ticket.number))
        return ticket

    def forget(self, ticket: Ticket) -> None:
        """Let the task run out, and drop its answers."""
        task = self._tasks.get(ticket.number)
        if task is not None:
            self._tasks[ticket.number] = _Task(None, _drop, None, None, task.stop)

    def close(self) -> None:
        """Stop what can be stopped, wait for the rest, answer nobody any more. The window calls it as it closes."""
        self._closed = True
        for task in self._tasks.values():
            if task.stop is not None:
                task.stop()
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _send_home(self, number: int, future: Future[Any]) -> None:
        """On the worker's thread: put the end of the task on its way."""
        if future.cancelled() or self._closed:
            return
        error = future.exception()
        if error is None:
            self._arrived.emit(number, "success", future.result())
        else:
            self._arrived.emit(number, "failure", error)

    def _on_arrived(self, number: int, kind: str, value: object) -> None:
        task = self._tasks.get(number) if kind == "progress" else self._tasks.pop(number, None)
        if task is None:
            return
        if kind != "progress" and not self._tasks:
            self.busy_changed.emit(False)
        answer = {"progress": task.on_progress, "success": task.on_success, "failure": task.on_failure}[kind]
        if answer is None:
            return
        if is_alive(task.owner):
            answer(value)
        elif kind == "failure":
            _log.error("a task failed after its page was closed", exc_info=_as_exc_info(value))


def is_alive(owner: QObject | None) -> bool:
    """Whether Qt still holds the object; nobody in particular is always alive."""
    return owner is None or shiboken6.isValid(owner)


def _drop(_value: object) -> None:
    """The answer of a task nobody waits for."""


def _as_exc_info(value: object) -> BaseException | None:
    return value if isinstance(value, BaseException) else None
