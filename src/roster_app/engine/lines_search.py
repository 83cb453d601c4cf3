"""The search over lines of work: a start, the bound by column generation, and better rosters until time is up.

Two threads look for better rosters side by side: one finds the relaxed optimum by column generation while the other
takes parts of lines out and puts better ones back; then both dive, over everybody, some of the people or some of the
days, and share the best roster. With a limit of work there is one thread and no clock in any decision.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from roster_app.engine.form import HARD, Form
from roster_app.engine.lines_best import Best, Offer, RaiseBound
from roster_app.engine.lines_master import Over
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_ruin import Manner, Ruin
from roster_app.engine.lines_start import started
from roster_app.engine.lines_steps import Columns

TURN, LONGEST = 3.0, 60.0
"""Seconds of a turn with one method; ruin and repair gets more where it gains nothing."""
LEAST_SHARE = 0.1
"""Of the time, for a method that has gained nothing lately."""
MOST_MOVES, LOOK = 1_000_000, 0.1
"""Moves of ruin and repair, and seconds, after which the heat is set anew."""


class LinesSearch:
    """Looks for the best roster of a form by whole lines."""

    def __init__(self, form: Form, seed: int = 0) -> None:
        self.form, self.seed = form, seed
        self.unit = _unit(form)

    def run(self, over: Over, offer: Offer, raise_bound: RaiseBound, work: int | None = None) -> None:
        """Search until `over()`, or, with `work`, for so many rounds on one thread with the same outcome each time.

        `offer` gets each better roster [people, slots] and its cost in points, `raise_bound` each higher bound; both
        may be called from two threads, one at a time.
        """
        ruin = started(Pricer(self.form, self.seed))
        best = Best(offer, raise_bound, *ruin.best())
        if work is None:
            self._run_threads(best, ruin, over)
        else:
            self._run_rounds(best, ruin, over, work)

    def _run_threads(self, best: Best, ruin: Ruin, over: Over) -> None:
        ended = threading.Event()

        def done() -> bool:
            return over() or best.proven or ended.is_set()

        with ThreadPoolExecutor(1) as pool:
            second = pool.submit(Worker(self, best, ruin, done, self.seed + 1, turn=1).run)
            second.add_done_callback(lambda _: ended.set())  # if it fails, the first need not go on
            try:
                first = Worker(self, best, Ruin(Pricer(self.form, self.seed + 3), best.lines), done, self.seed + 2)
                if first.columns.affordable():
                    first.columns.root()
                first.run()
            finally:
                ended.set()
        second.result()

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
            columns.some()
            columns.window()

    def manner(self, *, gentle: bool = False) -> Manner:
        """How the ruin search goes about it; gently near a good roster."""
        unit = self.unit
        return Manner(4, 28, 20 * unit, (1 if gentle else 5) * unit, 0.25 * unit)


class Worker:
    """One thread's turns, each with a method that has gained much lately."""

    def __init__(self, search: LinesSearch, best: Best, ruin: Ruin, done: Over, seed: int, turn: int = 0) -> None:
        self.search, self.best, self.ruin, self.done = search, best, ruin, done
        self.columns = Columns(search.form, best, done, seed, turn)
        self.dice = np.random.default_rng(seed)
        self.methods = {"ruin": self._cycle, "window": self._windows, "dive": self.columns.dive, "some": self._some}
        self.gain: dict[str, float] = {}
        """Share of the gap closed in a second, lately."""
        self.spent: dict[str, float] = {}
        """Seconds of a turn, lately: a method whose turns take long gets fewer of them."""
        self.seconds = TURN

    def run(self) -> None:
        """Until done."""
        while not self.done():
            method = self._method()
            before, gap, began = self.best.cost, self.best.gap, time.monotonic()
            self.methods[method]()
            spent = max(0.01, time.monotonic() - began)
            rate = (before - self.best.cost) / gap / spent
            self.gain[method] = 0.5 * (self.gain.get(method, rate) + rate)
            self.spent[method] = 0.5 * (self.spent.get(method, spent) + spent)
            self.columns.prove()

    def _method(self) -> str:
        """What has gained more is likelier; ruin and repair only until the relaxed optimum tells where to dive."""
        names = ["dive", "some", "window"] if self.best.columns else ["ruin", "window"]
        for name in names:
            if name not in self.gain:
                return name
        gains = np.array([self.gain[name] for name in names]) + 1e-9
        shares = np.maximum(LEAST_SHARE, gains / gains.sum()) / [self.spent[name] for name in names]
        return str(self.dice.choice(names, p=shares / shares.sum()))

    def _some(self) -> None:
        self._repeat(self.columns.some)

    def _windows(self) -> None:
        self._repeat(self.columns.window)

    def _repeat(self, step: Callable[[], None]) -> None:
        self.columns.stand(self.best.lines, self.best.cost)
        until = time.monotonic() + TURN
        while time.monotonic() < until and not self.done():
            step()

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
