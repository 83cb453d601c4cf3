"""Steps with columns: the relaxed optimum of everybody, its bound, and dives over some of the people."""

import time
from math import inf

import numpy as np

from roster_app.engine.form import Form
from roster_app.engine.lines_best import Best
from roster_app.engine.lines_columns import Pool, roster_cost
from roster_app.engine.lines_dive import Diver
from roster_app.engine.lines_generate import Generated, generate
from roster_app.engine.lines_master import Master, Over
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_proof import prove

SMALLEST, LARGEST = 6, 40
"""People whose lines are chosen anew together."""
POOL = 60_000
"""Columns kept before the pool begins anew."""
TOO_SLOW = 2.0
"""Seconds for pricing everybody once, beyond which columns do not pay."""


class Columns:
    """Root, bound and dives of one thread."""

    def __init__(self, form: Form, best: Best, done: Over, seed: int, *, clock: bool = True) -> None:
        self.form, self.best, self.done, self.clock = form, best, done, clock
        self.pricer, self.pool = Pricer(form, seed), Pool(form)
        self.dice = np.random.default_rng(seed)
        self.size = 12.0
        self.people = [p for p in range(self.form.people) if _movable(self.form, p)]

    def affordable(self) -> bool:
        """Whether pricing everybody again and again pays."""
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


def _movable(form: Form, person: int) -> bool:
    open_slots = np.add.reduceat(form.need_open, form.slot_needs[:-1]) if form.needs else np.zeros(0)
    fixed = form.fixed.reshape(form.people, form.slots)[person]
    return bool(((open_slots > 0) & (fixed < 0)).any())
