"""The engine in a process of its own: started ahead, told to stop, killed if need be; its best roster is never lost."""

import logging
import math
import multiprocessing
import threading
import time
from collections.abc import Callable

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Proposal
from roster_app.engine.problem import RosterProblem
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits
from roster_app.engine.serving import Failure, Job, Stop, serve
from roster_app.engine.verdict import EngineFault

_log = logging.getLogger(__name__)

_PATIENCE = 2.0
"""Seconds between the wish to stop and the end by force."""
_GRACE = 20.0
"""Seconds beyond its limit that a search may need to end by itself."""
_LOOK_EVERY = 0.05
_JUST_NOW = 1.0
"""A wish to stop that comes so many seconds before a search means that search: it was still being prepared."""


class EngineProcess:
    """One child process, made when first needed and anew after it has ended.

    `solve` belongs on a worker thread and runs one search at a time; the other methods may be called from any thread.
    """

    def __init__(self) -> None:
        self._child: _Child | None = None
        self._making = threading.Lock()
        self._solving = threading.Lock()
        self._stop_wanted_at = -math.inf

    def warm(self) -> None:
        """Start the process, which then loads the solver by itself; returns at once."""
        self._ready()

    def solve(self, problem: RosterProblem, limits: Limits, on_progress: Callable[[Progress], None]) -> Proposal:
        """Search until it is proven, a limit is reached or `stop` is called; `on_progress` runs on this thread.

        Raises DomainError ENGINE_STOPPED only where the process ended before it had any roster.
        """
        with self._solving:
            began, child = time.monotonic(), self._ready()
            search = _Search(problem, limits, child, on_progress, lambda: self._stop_wanted_at > began - _JUST_NOW)
            try:
                return search.answer()
            finally:
                self._stop_wanted_at = -math.inf
                if not search.answered:
                    child.end()

    def stop(self) -> None:
        """End the search soon: asked politely, then by force after two seconds."""
        self._stop_wanted_at = time.monotonic()

    def close(self) -> None:
        """End the process; a search that runs ends with its best roster so far."""
        with self._making:
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _ready(self) -> "_Child":
        with self._making:
            if self._child is None or not self._child.is_alive:
                self._child = _Child()
            return self._child


class _Child:
    """The process and our end of its pipe."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="engine", daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def end(self) -> None:
        """End it by force; it holds nothing that could be lost."""
        self._process.kill()
        self._process.join()


class _Search:
    """One search as it looks from outside: what has come up the pipe, and whether it is time to end it."""

    def __init__(
        self,
        problem: RosterProblem,
        limits: Limits,
        child: _Child,
        on_progress: Callable[[Progress], None],
        stop_wanted: Callable[[], bool],
    ) -> None:
        self._problem, self._limits, self._child = problem, limits, child
        self._on_progress, self._stop_wanted = on_progress, stop_wanted
        self._best: Progress | None = None
        self._bound: int | None = None
        self._deadline = time.monotonic() + limits.seconds + _GRACE
        self._told_to_stop = False
        self.answered = False
        """Whether the process has ended the search by itself and waits for the next."""

    def answer(self) -> Proposal:
        """Wait for the proposal, or make one of the best that has been told."""
        try:
            self._child.pipe.send(Job(self._problem, self._limits))
            while time.monotonic() < self._deadline:
                self._pass_on_the_wish_to_stop()
                if self._child.pipe.poll(_LOOK_EVERY):
                    message = self._child.pipe.recv()
                    if isinstance(message, Progress):
                        self._take_note(message)
                    else:
                        self.answered = True
                        return message if isinstance(message, Proposal) else self._after(message)
        except (EOFError, OSError):
            _log.warning("the engine's process ended by itself")
        return self._salvaged()

    def _pass_on_the_wish_to_stop(self) -> None:
        if self._stop_wanted() and not self._told_to_stop:
            self._told_to_stop = True
            self._child.pipe.send(Stop())
            self._deadline = time.monotonic() + _PATIENCE

    def _take_note(self, progress: Progress) -> None:
        self._bound = progress.bound
        if progress.assignments is not None:
            self._best = progress
        self._on_progress(progress)

    def _after(self, failure: Failure) -> Proposal:
        if failure.refusal is not None:
            raise failure.refusal
        if self._best is None:
            raise EngineFault(failure.trace)
        _log.error("the engine failed after its last roster: %s", failure.trace)
        return self._salvaged()

    def _salvaged(self) -> Proposal:
        """The best roster told, as a proposal of a search that was ended."""
        best, plan = self._best, self._problem.roster.plan
        if best is None or best.assignments is None:
            raise DomainError(ErrorCode.ENGINE_STOPPED)
        return Proposal(
            period_id=plan.period.id,
            assignments=best.assignments,
            vacancies=tuple(duty.id for duty in plan.duties if duty.id not in best.assignments),
            cost=best.cost,
            bound=self._bound,
            optimal=self._bound is not None and best.cost <= self._bound,
            stopped=True,
            seconds=best.seconds,
            seed=self._problem.seed,
        )
