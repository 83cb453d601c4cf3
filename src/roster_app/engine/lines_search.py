"""The search over lines of work: a start, the bound by column generation, and better rosters until time is up.

Two threads look for better rosters side by side: one finds the relaxed optimum by column generation while the other
takes parts of lines out and puts better ones back; then both dive, over everybody or over some of the people, and share
the best roster. With a limit of work there is one thread and no clock in any decision.
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

CELLS, SHORTEST, LONGEST = 140, 1.0, 60.0
"""Seconds of a turn of ruin and repair: one for so many people × slots at first, longer when little is gained."""
PARTS = 3.0
"""Seconds of a turn of choosing some people's lines anew."""
MOST_SHARE = 0.8
"""Of turns that go to the method that has gained more."""
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

        second = threading.Thread(target=Worker(self, best, ruin, done, self.seed + 1, turn=1).run)
        second.start()
        first = Worker(self, best, Ruin(Pricer(self.form, self.seed + 3), best.lines), done, self.seed + 2)
        if first.columns.affordable():
            first.columns.root()
        first.run()
        while second.is_alive():
            second.join(0.02)

    def _run_rounds(self, best: Best, ruin: Ruin, over: Over, work: int) -> None:
        def done() -> bool:
            return over() or best.proven

        columns = Columns(self.form, best, done, self.seed + 2, clock=False)
        ruin.run(200 * self.form.people, self.manner())
        best.give(*ruin.best())
        columns.root()
        for _ in range(work):
            if done():
                return
            if best.columns:
                columns.dive()
            columns.prove()
            columns.stand(best.lines, best.cost)
            columns.step()

    def manner(self, *, gentle: bool = False) -> Manner:
        """How the ruin search goes about it; gently near a good roster."""
        unit = self.unit
        return Manner(4, 28, 20 * unit, (1 if gentle else 5) * unit, 0.25 * unit)


class Worker:
    """One thread's turns: ruin and repair until the relaxed optimum is known, then dives over all or some people."""

    def __init__(self, search: LinesSearch, best: Best, ruin: Ruin, done: Over, seed: int, turn: int = 0) -> None:
        self.search, self.best, self.ruin, self.done = search, best, ruin, done
        self.columns = Columns(search.form, best, done, seed, turn)
        self.dice = np.random.default_rng(seed)
        self.gain = {"whole": inf, "parts": inf}
        """Points a second, lately."""
        self.seconds = min(LONGEST / 2, max(SHORTEST, search.form.people * search.form.slots / CELLS))

    def run(self) -> None:
        """Until done."""
        while not self.done():
            if not self.best.columns:
                self._cycle()
                continue
            method = self._method()
            before, began = self.best.cost, time.monotonic()
            if method == "whole":
                self.columns.dive()
            else:
                self._parts()
            self._learn(method, (before - self.best.cost) / max(0.01, time.monotonic() - began))
            self.columns.prove()

    def _method(self) -> str:
        """What has gained more lately is likelier, but neither is ever left out."""
        whole, parts = self.gain["whole"], self.gain["parts"]
        if inf in (whole, parts):
            return "whole" if whole == inf else "parts"
        small = 0.02 * self.search.unit
        share = min(MOST_SHARE, max(1 - MOST_SHARE, (whole + small) / (whole + parts + 2 * small)))
        return "whole" if self.dice.random() < share else "parts"

    def _learn(self, method: str, rate: float) -> None:
        known = self.gain[method]
        self.gain[method] = rate if known == inf else 0.5 * (known + rate)

    def _parts(self) -> None:
        self.columns.stand(self.best.lines, self.best.cost)
        until = time.monotonic() + PARTS
        while time.monotonic() < until and not self.done():
            self.columns.step()

    def _cycle(self) -> None:
        """Falling heat from the best roster; gentle every other time."""
        manner = self.search.manner(gentle=bool(self.dice.random() < 0.5))
        before, began, spent = self.best.cost, time.monotonic(), 0.0
        self.ruin.take(self.best.lines)
        if self.best.centre is not None:
            self.ruin.guide(self.ruin.pricer.scaled(self.best.centre))
        while spent < self.seconds and not (self.done() or self.best.columns):
            heat = manner.hot * (manner.cold / manner.hot) ** (spent / self.seconds)
            self.ruin.run(MOST_MOVES, replace(manner, hot=heat, cold=heat), LOOK)
            self.best.give(*self.ruin.best())
            spent = time.monotonic() - began
        if self.best.cost == before:
            self.seconds = min(LONGEST, 1.3 * self.seconds)


def _unit(form: Form) -> float:
    """Points of something small: what a typical wish, person over or unit outside a band costs."""
    wishes = np.abs(form.wish[(form.wish != 0) & (np.abs(form.wish) < HARD)])
    bands = np.concatenate([form.counter_under, form.counter_over])
    every = np.concatenate([wishes, form.need_over[form.need_over > 0], bands[bands > 0]])
    return float(np.quantile(every, 0.25)) if len(every) else 1.0
