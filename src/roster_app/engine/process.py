"""The engine in a process of its own: started ahead, told to stop, killed if need be; its best roster is never lost."""

import logging
import math
import multiprocessing
import threading
import time
from collections.abc import Callable
from typing import TypeVar, cast

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Proposal
from roster_app.engine.answers import Question
from roster_app.engine.problem import RosterProblem
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits
from roster_app.engine.serving import Answer, Failure, Inquiry, Job, serve
from roster_app.engine.talk import Talk
from roster_app.engine.verdict import EngineFault

_log = logging.getLogger(__name__)

A = TypeVar("A")

_JUST_NOW = 1.0
"""A wish to stop that comes so many seconds before some work means that work: it was still being prepared."""


class EngineProcess:
    """One child process, made when first needed and anew after it has ended.

    `solve` and `ask` belong on a worker thread and are carried out one at a time; the other methods may be called
    from any thread.
    """

    def __init__(self) -> None:
        self._child: _Child | None = None
        self._making = threading.Lock()
        self._working = threading.Lock()
        self._stop_wanted_at = -math.inf

    def warm(self) -> None:
        """Start the process, which then loads the solver by itself; returns at once."""
        self._ready()

    def solve(self, problem: RosterProblem, limits: Limits, on_progress: Callable[[Progress], None]) -> Proposal:
        """Search until it is proven, a limit is reached or `stop` is called; `on_progress` runs on this thread.

        Raises DomainError ENGINE_STOPPED only where the process ended before it had any roster.
        """
        return self._carry_out(limits.seconds, lambda talk: _Search(problem, on_progress).proposal(talk, limits))

    def ask(self, question: Question[A], on_answer: Callable[[A], None] = lambda answer: None) -> A:
        """Answer a question; `on_answer` hears on this thread what is known by then, ever more complete.

        Ended by `stop`, by force or by its time, it comes back with the latest answer. Raises DomainError
        ENGINE_STOPPED only where there is none at all.
        """
        return self._carry_out(question.effort.seconds, lambda talk: _asked(talk, question, on_answer))

    def _carry_out(self, seconds: float, work: Callable[[Talk], A]) -> A:
        with self._working:
            began, child = time.monotonic(), self._ready()
            talk = Talk(child.pipe, seconds, lambda: self._stop_wanted_at > began - _JUST_NOW)
            try:
                return work(talk)
            finally:
                self._stop_wanted_at = -math.inf
                if not talk.ended:
                    child.end()

    def stop(self) -> None:
        """End the search or the answer soon: asked politely, then by force after two seconds."""
        self._stop_wanted_at = time.monotonic()

    def close(self) -> None:
        """End the process; a search that runs ends with its best roster so far, an answer with what is known."""
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
    """One search as it looks from outside: what has come up the pipe, and the best that was told."""

    def __init__(self, problem: RosterProblem, on_progress: Callable[[Progress], None]) -> None:
        self._problem, self._on_progress = problem, on_progress
        self._best: Progress | None = None
        self._bound: int | None = None

    def proposal(self, talk: Talk, limits: Limits) -> Proposal:
        """Wait for the proposal, or make one of the best that has been told."""
        last = talk.until(Job(self._problem, limits), _ends_a_search, self._take_note)
        if isinstance(last, Failure):
            return self._after(last)
        return last if isinstance(last, Proposal) else self._salvaged()

    def _take_note(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self._bound = progress.bound
        if progress.assignments is not None:
            self._best = progress
        self._on_progress(progress)

    def _after(self, failure: Failure) -> Proposal:
        _raise_refusal(failure)
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


def _ends_a_search(message: object) -> bool:
    return isinstance(message, Proposal | Failure)


def _ends_an_answer(message: object) -> bool:
    return isinstance(message, Failure) or (isinstance(message, Answer) and message.last)


def _asked(talk: Talk, question: Question[A], on_answer: Callable[[A], None]) -> A:
    """Wait for the last answer, or be content with the latest."""
    known: list[A] = []

    def hear(message: object) -> None:
        assert isinstance(message, Answer)
        content = cast("A", message.content)
        known.append(content)
        on_answer(content)

    last = talk.until(Inquiry(question), _ends_an_answer, hear)
    if isinstance(last, Answer):
        return cast("A", last.content)
    if isinstance(last, Failure):
        _raise_refusal(last)
        if not known:
            raise EngineFault(last.trace)
        _log.error("the engine failed after its last answer: %s", last.trace)
    if not known:
        raise DomainError(ErrorCode.ENGINE_STOPPED)
    return known[-1]


def _raise_refusal(failure: Failure) -> None:
    if failure.refusal is not None:
        raise failure.refusal
