"""The engine process from inside: solves problems, answers questions, tells how far it is, ends with its parent."""

import importlib
import os
import signal
import threading
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue

from roster_app.domain.errors import DomainError
from roster_app.engine.answers import Question, Resolver
from roster_app.engine.native import library
from roster_app.engine.problem import RosterProblem
from roster_app.engine.search import Limits, solve

_CALMER = 5
"""Added niceness: the window stays smooth while all cores work."""


@dataclass(frozen=True, slots=True)
class Job:
    """Sent down: a search."""

    problem: RosterProblem
    limits: Limits


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Sent down: a question."""

    question: Question[object]


@dataclass(frozen=True, slots=True)
class Answer:
    """Sent up: what is known by now; the last one of a question says so."""

    content: object
    last: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """Sent down: the search, or the answer, shall end soon."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Sent up instead of a proposal or an answer: a refusal, or else the trace of a mistake."""

    refusal: DomainError | None
    trace: str


def serve(pipe: Connection) -> None:
    """Run in the process made for it until nobody is left at the other end of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_CALMER)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a number is wanted; HiGHS greets on standard output
        os.dup2(nowhere.fileno(), 1)
    jobs: SimpleQueue[Job | Inquiry] = SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(pipe, jobs, stop), name="pipe", daemon=True).start()
    load_solvers()
    while True:
        job = jobs.get()
        try:
            if isinstance(job, Inquiry):
                _answer(pipe, job, stop)
            else:
                _send(pipe, solve(job.problem, job.limits, lambda progress: _send(pipe, progress), stop.is_set))
        except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
            refusal = error if isinstance(error, DomainError) else None
            _send(pipe, Failure(refusal, traceback.format_exc()))


def _answer(pipe: Connection, inquiry: Inquiry, stop: threading.Event) -> None:
    question, latest = inquiry.question, None
    for latest in question.answers(Resolver(question.effort, stop.is_set)):
        _send(pipe, Answer(latest))
    _send(pipe, Answer(latest, last=True))


def _listen(pipe: Connection, jobs: SimpleQueue[Job | Inquiry], stop: threading.Event) -> None:
    """A thread of its own, so that a stop is heard while the search runs and the end of the parent at once."""
    while True:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            os._exit(0)
        if isinstance(message, Stop):
            stop.set()
        else:
            stop.clear()
            jobs.put(message)


def _send(pipe: Connection, message: object) -> None:
    try:
        pipe.send(message)
    except OSError:
        os._exit(0)


def load_solvers() -> None:
    """Load what takes a moment before it is needed: the kernel, and the libraries of the last look and of the bound."""
    library()
    for name in ("ortools.graph.python.linear_sum_assignment", "highspy"):
        importlib.import_module(name)
