"""The best roster and the best bound so far, kept for all methods at once and told to whoever waits."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.engine.draft import Draft
from roster_app.engine.facts import RosterProblem
from roster_app.engine.place import in_order
from roster_app.engine.verdict import Verdict

_TELL_EVERY = 0.4
"""Seconds between two reports at the least; the first roster is told at once, and the first complete one."""


class Phase(StrEnum):
    """What the engine is doing."""

    CONSTRUCT = "construct"
    IMPROVE = "improve"
    PROVE = "prove"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is; `assignments` only where the roster is a better one than told before."""

    phase: Phase
    seconds: float
    cost: int
    bound: int | None
    parts: Mapping[str, int]
    vacancies: int
    assignments: Mapping[DutyId, VolunteerId] | None = None


class Record:
    """May be offered drafts and bounds from any thread; reports one at a time, on the thread that made the offer."""

    def __init__(self, problem: RosterProblem, verdict: Verdict, report: Callable[[Progress], None]) -> None:
        self.phase = Phase.CONSTRUCT
        self.bound: int | None = None
        self.cost: int | None = None
        self._problem, self._verdict, self._report = problem, verdict, report
        self._started = time.perf_counter()
        self._told = self._started - _TELL_EVERY
        self._holders: tuple[tuple[int, ...], ...] = ()
        self._vacant = problem.seats
        self._news = self._better = self._filled = self._closed = False
        self._lock = threading.RLock()

    @property
    def seconds(self) -> float:
        """Since the search began."""
        return time.perf_counter() - self._started

    @property
    def proven(self) -> bool:
        """Whether nothing can be better."""
        return self.cost is not None and self.bound is not None and self.cost <= self.bound

    def offer(self, draft: Draft) -> None:
        """Keep the draft if it is the best so far."""
        with self._lock:
            cost = draft.cost
            if not self._closed and (self.cost is None or cost < self.cost):
                self.cost, self._holders = cost, tuple(tuple(people) for people in draft.holders)
                vacant = len(draft.vacancies)
                self._news, self._better, self._filled = True, True, not vacant and self._vacant > 0
                self._vacant = vacant
            self.tell()

    def raise_bound(self, bound: int) -> None:
        """Keep the bound if it is the best so far."""
        with self._lock:
            if not self._closed and (self.bound is None or bound > self.bound):
                self.bound, self._news = bound, True
            self.tell()

    def close(self) -> None:
        """Take nothing more and tell nothing more."""
        with self._lock:
            self._closed = True

    def tell(self) -> None:
        """Report what is new, unless a report has just been made."""
        with self._lock:
            now = time.perf_counter()
            early = now - self._told < _TELL_EVERY and not self._filled
            if self._closed or not self._news or self.cost is None or early:
                return
            judged, better = self._verdict.judged(in_order(self.best())), self._better
            self._told, self._news, self._better, self._filled = now, False, False, False
            self._report(
                Progress(
                    self.phase,
                    self.seconds,
                    judged.cost,
                    self.bound,
                    judged.parts,
                    len(judged.vacancies),
                    judged.holders if better else None,
                )
            )

    def best(self) -> Draft:
        """The best draft so far, made anew."""
        draft = Draft(self._problem)
        for need, people in enumerate(self._holders):
            for person in people:
                draft.take(person, need)
        return draft
