"""The best roster and the best bound so far, kept for all methods at once and told to whoever waits."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.engine.draft import Draft, fixed_lines, vacant_seats
from roster_app.engine.form import Numbers
from roster_app.engine.problem import RosterProblem
from roster_app.engine.seating import Seating
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
    """How far a search is, in points; `assignments` only where the roster is a better one than told before."""

    phase: Phase
    seconds: float
    cost: int
    bound: int | None
    vacancies: int
    assignments: Mapping[DutyId, VolunteerId] | None = None


class Record:
    """May be offered lines and bounds from any thread; reports one at a time, on the thread that made the offer.

    `cost` and `bound` are in points of the form; what is told is in points of the domain, which does not price what
    hard rules are broken all the same.
    """

    def __init__(
        self,
        problem: RosterProblem,
        verdict: Verdict,
        seating: Seating,
        started: float,
        report: Callable[[Progress], None],
    ) -> None:
        self.phase = Phase.CONSTRUCT
        self.bound: int | None = None
        self.cost: int | None = None
        self.best: Numbers = fixed_lines(problem.form)
        self.vacant = vacant_seats(problem.form, self.best)
        self._problem, self._verdict, self._seating, self._report = problem, verdict, seating, report
        self._started = started
        self._told = -_TELL_EVERY
        self._broken = Draft(problem.form).parts()
        self._news = self._better = self._filled = self._closed = False
        self._lock = threading.RLock()

    @property
    def seconds(self) -> float:
        """Since the search began."""
        return time.perf_counter() - self._started

    @property
    def proven(self) -> bool:
        """Whether nothing can be better."""
        return self.cost is not None and self.bound is not None and self.cost - self._broken.hard <= self.bound

    def offer(self, lines: Numbers, cost: int) -> None:
        """Keep the lines if they are the best so far; they are not changed afterwards."""
        with self._lock:
            if not self._closed and (self.cost is None or cost < self.cost):
                self.cost, self.best = cost, lines
                if self._broken.hard or self._broken.lack:
                    self._broken = Draft(self._problem.form, lines).parts()
                vacant = vacant_seats(self._problem.form, lines)
                self._news, self._better, self._filled = True, True, not vacant and self.vacant > 0
                self.vacant = vacant
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
        if self._news:
            with self._lock:
                self._tell()

    def _tell(self) -> None:
        early = self.seconds - self._told < _TELL_EVERY and not self._filled
        if self._closed or not self._news or self.cost is None or early:
            return
        offset, better = self._verdict.offset - self._broken.lack, self._better
        self._news = self._better = self._filled = False
        bound = None if self.bound is None else self.bound + offset
        holders = self._holders() if better else None
        self._told = self.seconds
        cost = self.cost - self._broken.hard + offset
        self._report(Progress(self.phase, self.seconds, cost, bound, self.vacant, holders))

    def _holders(self) -> Mapping[DutyId, VolunteerId]:
        roster = self._verdict.roster(self._seating.quick(self.best))
        return {duty: assignment.volunteer_id for duty, assignment in roster.assignments.items()}
