"""The search over lines of work: a start, the bound by column generation, and better rosters until time is up.

Two threads look for better rosters side by side: one by column generation over some of the people, the other mostly by
ruin and repair. They share the best roster. With a limit of work there is one thread and no clock in any decision.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, inf

import numpy as np

from roster_app.engine.form import HARD, Form, Numbers
from roster_app.engine.lines_columns import Pool, roster_cost
from roster_app.engine.lines_dive import Diver
from roster_app.engine.lines_generate import NEVER_BOUND, Generated, generate
from roster_app.engine.lines_master import Floats, Master, Over
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_proof import prove
from roster_app.engine.lines_ruin import Manner, Ruin
from roster_app.engine.lines_start import started

Offer = Callable[[Numbers, int], None]
RaiseBound = Callable[[int], None]

SMALLEST, LARGEST = 6, 40
"""People whose lines are chosen anew together."""
POOL = 60_000
"""Columns kept before the pool begins anew."""
TOO_SLOW = 2.0
"""Seconds for pricing everybody once, beyond which columns do not pay."""


@dataclass
class Best:
    """The best roster so far and the bound, for both threads."""

    offer: Offer
    raise_bound: RaiseBound
    lines: Numbers
    cost: int
    bound: float = NEVER_BOUND
    centre: Floats | None = None

    def __post_init__(self) -> None:
        self.lock = threading.Lock()
        self.offer(self.lines, self.cost)

    def give(self, lines: Numbers, cost: int) -> bool:
        """Take a roster if it is better."""
        with self.lock:
            if cost >= self.cost:
                return False
            self.lines, self.cost = lines.copy(), cost
            self.offer(self.lines, cost)
            return True

    def raised(self, bound: float) -> None:
        """Take a bound if it is higher."""
        with self.lock:
            if bound > self.bound and ceil(bound - 1e-6) > ceil(self.bound - 1e-6):
                self.raise_bound(min(ceil(bound - 1e-6), self.cost))
            self.bound = max(self.bound, bound)

    @property
    def proven(self) -> bool:
        """Nothing better exists."""
        return ceil(self.bound - 1e-6) >= self.cost


class LinesSearch:
    """Looks for the best roster of a form by whole lines."""

    def __init__(self, form: Form, seed: int = 0) -> None:
        self.form, self.seed = form, seed
        self._unit = _unit(form)

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

        repairing = threading.Thread(target=_Repairs(self, best, ruin, done, self.seed + 1).run)
        repairing.start()
        _Columns(self, best, done, self.seed + 2).run()
        while repairing.is_alive():
            if done():
                ruin.stop[0] = 1
            repairing.join(0.02)

    def _run_rounds(self, best: Best, ruin: Ruin, over: Over, work: int) -> None:
        def done() -> bool:
            return over() or best.proven

        columns = _Columns(self, best, done, self.seed + 2, clock=False)
        ruin.run(200 * self.form.people, self.manner())
        best.give(*ruin.best())
        columns.root()
        for turn in range(work):
            if done():
                return
            ruin.take(best.lines)
            ruin.run(50 * self.form.people, self.manner(gentle=turn % 2 == 0))
            best.give(*ruin.best())
            columns.step()

    def manner(self, *, gentle: bool = False) -> Manner:
        """How the ruin search goes about it; gently near a good roster."""
        return Manner(3, 14, 5 * self._unit, (1 if gentle else 5) * self._unit, 0.25 * self._unit)


class _Columns:
    """The thread of columns: root, bound, and dives over some people."""

    def __init__(self, search: LinesSearch, best: Best, done: Over, seed: int, *, clock: bool = True) -> None:
        self.form, self.best, self.done, self.clock = search.form, best, done, clock
        self.pricer, self.pool = Pricer(search.form, seed), Pool(search.form)
        self.dice = np.random.default_rng(seed)
        self.size = 12.0
        self.people = [p for p in range(self.form.people) if _movable(self.form, p)]

    def run(self) -> None:
        """Until done."""
        if self._affordable():
            self.root()
        while not self.done():
            self.step()

    def _affordable(self) -> bool:
        began = time.monotonic()
        prices = np.zeros(self.form.needs, np.int32)
        for i, person in enumerate(self.people):
            self.pricer.best_line(person, prices)
            spent = time.monotonic() - began
            if self.done() or spent > TOO_SLOW or spent / (i + 1) * len(self.people) > 4 * TOO_SLOW:
                return False
        return True

    def root(self) -> None:
        """Column generation for everybody: the bound, and a proof where little is left to look at."""
        lines = self.best.lines
        master = Master(self.form, self.pool, self.people, lines, self.done)
        master.add(self.pool.add(p, lines[p]) for p in self.people)
        state = Generated()
        while generate(master, self.pricer, self.people, state, rounds=5):
            self.best.raised(state.bound)
            self.best.centre = state.centre
            if state.complete:
                break
        self.best.raised(state.bound)
        self.best.centre = state.centre
        if state.complete:
            self._prove(master, state)

    def _prove(self, master: Master, state: Generated) -> None:
        lines, cost = self.best.lines, self.best.cost
        verdict = prove(master, self.pricer, state, lines, cost, 30.0 if self.clock else inf)
        if verdict is None:
            return
        if verdict.lines is not None:
            cost = min(cost, roster_cost(self.form, verdict.lines))
            self.best.give(verdict.lines, cost)
        if verdict.proven:
            self.best.raised(cost)

    def step(self) -> bool:
        """Choose some people's lines anew; whether that was better."""
        size = int(np.clip(round(self.size * self.dice.uniform(0.7, 1.4)), min(2, len(self.people)), len(self.people)))
        people = sorted(int(p) for p in self.dice.choice(self.people, size, replace=False))
        lines, cost = self.best.lines, self.best.cost
        diver = Diver(self.form, self.pool, self.pricer, self.done, self.dice)
        found = diver.improve(people, lines, cost, self.best.centre)
        if len(self.pool.columns) > POOL:
            self.pool = Pool(self.form)
        if found.pruned:
            self.size = min(LARGEST, self.size * 1.1)
        elif found.lines is None:
            self.size = max(SMALLEST, self.size * 0.97)
        return found.lines is not None and self.best.give(found.lines, roster_cost(self.form, found.lines))


_MOST_MOVES = 1_000_000
"""Moves at a stretch; where there is nothing to ruin they take no time at all."""


class _Repairs:
    """The thread of ruin and repair; when that no longer helps it also takes steps with columns."""

    def __init__(self, search: LinesSearch, best: Best, ruin: Ruin, done: Over, seed: int) -> None:
        self.search, self.best, self.ruin, self.done = search, best, ruin, done
        self.columns = _Columns(search, best, done, seed)

    def run(self) -> None:
        """Until done: longer and longer cycles of falling heat, steps with columns in between."""
        seconds, gentle = 3.0, False
        while not self.done():
            better = self._cycle(seconds, gentle=gentle)
            seconds = min(60.0, seconds * (1.5 if better else 1.0))
            gentle = not gentle
            until = time.monotonic() + seconds
            while not better and time.monotonic() < until and not self.done():
                self.columns.step()

    def _cycle(self, seconds: float, *, gentle: bool) -> bool:
        manner, began, moves = self.search.manner(gentle=gentle), time.monotonic(), 20
        before = self.best.cost
        if self.ruin.best()[1] != before:
            self.ruin.take(self.best.lines)
        spent = 0.0
        while spent < seconds and not self.done():
            at = time.monotonic()
            heat = manner.hot * (manner.cold / manner.hot) ** (spent / seconds)
            self.ruin.run(moves, Manner(manner.people, manner.window, manner.noise, heat, heat))
            self.best.give(*self.ruin.best())
            moves = min(_MOST_MOVES, max(1, int(moves * 0.1 / max(1e-3, time.monotonic() - at))))
            spent = time.monotonic() - began
        return self.best.cost < before


def _unit(form: Form) -> float:
    """Points of something small: what a typical wish, person over or unit outside a band costs."""
    wishes = np.abs(form.wish[(form.wish != 0) & (np.abs(form.wish) < HARD)])
    bands = np.concatenate([form.counter_under, form.counter_over])
    every = np.concatenate([wishes, form.need_over[form.need_over > 0], bands[bands > 0]])
    return float(np.quantile(every, 0.25)) if len(every) else 1.0


def _movable(form: Form, person: int) -> bool:
    open_slots = np.add.reduceat(form.need_open, form.slot_needs[:-1]) if form.needs else np.zeros(0)
    fixed = form.fixed.reshape(form.people, form.slots)[person]
    return bool(((open_slots > 0) & (fixed < 0)).any())
