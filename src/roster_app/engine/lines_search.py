"""The search over lines of work: a start, the bound by column generation, and better rosters until time is up.

Two threads look for better rosters side by side, each by turns of ruin and repair or of column generation over some of
the people, and share the best roster. With a limit of work there is one thread and no clock in any decision.
"""

import threading
import time
from dataclasses import replace
from math import inf

import numpy as np

from roster_app.engine.form import HARD, Form, Numbers
from roster_app.engine.lines_best import Best, Offer, RaiseBound
from roster_app.engine.lines_master import Over
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_ruin import Manner, Ruin
from roster_app.engine.lines_start import started
from roster_app.engine.lines_steps import Columns

FIRST, LONGEST = 4.0, 40.0
"""Seconds of a turn: at first, and when little is gained any more."""
EXPLORE = 0.2
"""Share of turns that do not ask what has gained more."""

MOST_MOVES, LOOK = 1_000_000, 0.1
"""Moves of ruin and repair, and seconds, after which the heat is set anew."""


class LinesSearch:
    """Looks for the best roster of a form by whole lines."""

    def __init__(self, form: Form, seed: int = 0) -> None:
        self.form, self.seed = form, seed
        self.unit = _unit(form)

    def run(self, over: Over, offer: Offer, raise_bound: RaiseBound, work: int | None = None,
            start: tuple[Numbers, int] | None = None) -> None:  # fmt: skip
        """Search until `over()`, or, with `work`, for so many rounds on one thread with the same outcome each time.

        `offer` gets each better roster [people, slots] and its cost in points, `raise_bound` each higher bound; both
        may be called from two threads, one at a time.
        """
        ruin = started(Pricer(self.form, self.seed))
        best = Best(offer, raise_bound, *ruin.best())
        if start is not None:
            best.give(*start)
        if work is None:
            self._run_threads(best, ruin, over)
        else:
            self._run_rounds(best, ruin, over, work)

    def _run_threads(self, best: Best, ruin: Ruin, over: Over) -> None:
        def done() -> bool:
            return over() or best.proven

        other = Ruin(Pricer(self.form, self.seed + 3), best.lines)
        second = threading.Thread(target=Worker(self, best, ruin, done, self.seed + 1).run)
        second.start()
        columns = Columns(self.form, best, done, self.seed + 2)
        if columns.affordable():
            columns.root()
        Worker(self, best, other, done, self.seed + 4, columns).run()
        while second.is_alive():
            second.join(0.02)

    def _run_rounds(self, best: Best, ruin: Ruin, over: Over, work: int) -> None:
        def done() -> bool:
            return over() or best.proven

        columns = Columns(self.form, best, done, self.seed + 2, clock=False)
        ruin.run(200 * self.form.people, self.manner())
        best.give(*ruin.best())
        columns.root()
        for turn in range(work):
            if done():
                return
            ruin.take(best.lines)
            if best.centre is not None:
                ruin.guide(ruin.pricer.scaled(best.centre))
            ruin.run(50 * self.form.people, self.manner(gentle=turn % 2 == 0))
            best.give(*ruin.best())
            columns.step()

    def manner(self, *, gentle: bool = False) -> Manner:
        """How the ruin search goes about it; gently near a good roster."""
        unit = self.unit
        return Manner(4, 28, 20 * unit, (1 if gentle else 5) * unit, 0.25 * unit)


class Worker:
    """One thread's turns: ruin and repair, or columns for some people, whichever has gained more lately."""

    def __init__(self, search: LinesSearch, best: Best, ruin: Ruin, done: Over, seed: int,
                 columns: Columns | None = None) -> None:  # fmt: skip
        self.search, self.best, self.ruin, self.done = search, best, ruin, done
        self.columns = columns or Columns(search.form, best, done, seed)
        self.dice = np.random.default_rng(seed)
        self.gain = {"ruin": inf, "columns": inf}
        """Points a second, lately."""
        self.seconds = FIRST

    def run(self) -> None:
        """Until done."""
        while not self.done():
            method = max(self.gain, key=lambda name: self.gain[name])
            if self.dice.random() < EXPLORE:
                method = str(self.dice.choice(list(self.gain)))
            before, began = self.best.cost, time.monotonic()
            if method == "ruin" or self.best.centre is None:
                self._cycle()
            else:
                self._steps()
            self._learn(method, (before - self.best.cost) / max(0.01, time.monotonic() - began))

    def _learn(self, method: str, rate: float) -> None:
        known = self.gain[method]
        self.gain[method] = rate if known == inf else 0.5 * (known + rate)
        if rate <= 0 and all(gain < 0.05 * self.search.unit for gain in self.gain.values()):
            self.seconds = min(LONGEST, 1.3 * self.seconds)

    def _steps(self) -> None:
        until = time.monotonic() + self.seconds
        while time.monotonic() < until and not self.done():
            self.columns.step()

    def _cycle(self) -> None:
        """Falling heat, from the best roster; gentle if that has been through a cycle already."""
        gentle = self.dice.random() < 0.5
        manner, began, spent = self.search.manner(gentle=gentle), time.monotonic(), 0.0
        self.ruin.take(self.best.lines)
        if self.best.centre is not None:
            self.ruin.guide(self.ruin.pricer.scaled(self.best.centre))
        while spent < self.seconds and not self.done():
            heat = manner.hot * (manner.cold / manner.hot) ** (spent / self.seconds)
            self.ruin.run(MOST_MOVES, replace(manner, hot=heat, cold=heat), LOOK)
            self.best.give(*self.ruin.best())
            spent = time.monotonic() - began


def _unit(form: Form) -> float:
    """Points of something small: what a typical wish, person over or unit outside a band costs."""
    wishes = np.abs(form.wish[(form.wish != 0) & (np.abs(form.wish) < HARD)])
    bands = np.concatenate([form.counter_under, form.counter_over])
    every = np.concatenate([wishes, form.need_over[form.need_over > 0], bands[bands > 0]])
    return float(np.quantile(every, 0.25)) if len(every) else 1.0
