"""What a solver has offered by when, told afterwards as a measurement: the same for the engine and its peers."""

import sys
import time
from typing import Any

from benchmarks.engine.subject import Roster, Subject

MARKS = (10, 60)
"""Seconds at which a measurement says how far a solver was."""


class Trace:
    """Takes rosters and bounds while a solver works; they are judged when it is over, so that judging takes no time
    from it, except that a roster is looked at until the first is found that is complete, and one that is feasible.
    """

    def __init__(self, subject: Subject, seconds: float) -> None:
        self._subject, self._limit = subject, seconds
        self._began = time.perf_counter()
        self._roster: dict[float, Roster] = {}
        self._bound: dict[float, float] = {}
        self._ends = (*(m for m in MARKS if m < seconds), float("inf"))
        self._complete: float | None = None
        self._feasible: float | None = None
        self._seconds: float | None = None

    @property
    def passed(self) -> float:
        """Seconds since the solver was called."""
        return time.perf_counter() - self._began

    @property
    def left(self) -> float:
        """Seconds the solver still has, at least a tenth."""
        return max(0.1, self._limit - self.passed)

    def offer(self, roster: Roster) -> None:
        """Take a roster that is the best so far."""
        passed = self.passed
        if self._complete is None and self._subject.is_complete(roster):
            self._complete = passed
        if self._feasible is None and self._subject.is_feasible(roster):
            self._feasible = passed
        self._roster |= {end: roster for end in self._ends if passed <= end}

    def bound(self, bound: float) -> None:
        """Take the best bound so far, in the instance's own points."""
        passed = self.passed
        self._bound |= {end: bound for end in self._ends if passed <= end}

    def close(self) -> None:
        """The solver has answered."""
        self._seconds = self.passed

    @property
    def roster(self) -> Roster | None:
        """The last roster offered."""
        return self._roster.get(self._ends[-1])

    def measured(self) -> dict[str, Any]:
        """The measurement as it is printed; costs are the independent judge's, seconds count from the call."""
        memory, end = peak_mb(), self._ends[-1]
        standings = {f"{mark:g}": self._standing(mark) for mark in self._ends[:-1]}
        final = self._standing(end)
        return {
            "first_complete_s": _rounded(self._complete),
            "first_feasible_s": _rounded(self._feasible),
            **final,
            "seconds": _rounded(self._seconds),
            "peak_mb": memory,
            "marks": standings | {f"{self._limit:g}": final},
        }

    def _standing(self, end: float) -> dict[str, Any]:
        score = self._subject.score(self._roster[end]) if end in self._roster else None
        return {
            "cost": score and score.cost,
            "hard_violations": score and score.hard,
            "bound": _rounded(self._bound.get(end)),
        }


def peak_mb() -> int | None:
    """The most memory this process has held, and the largest of its children that have ended; None on Windows."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    people = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return int(sum(resource.getrusage(who).ru_maxrss for who in people) // unit)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
