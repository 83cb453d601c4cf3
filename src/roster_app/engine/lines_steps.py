"""Steps with columns: the relaxed optimum of everybody, its bound, a proof, and dives over all or part of a roster."""

import time
from collections.abc import Iterator
from itertools import cycle
from math import inf

import numpy as np

from roster_app.engine.form import Form, Numbers
from roster_app.engine.lines_best import Best
from roster_app.engine.lines_columns import Pool, roster_cost
from roster_app.engine.lines_dive import MANNERS, Dive, Diver, Found, Manner
from roster_app.engine.lines_generate import Generated, generate
from roster_app.engine.lines_master import Master, Over
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_proof import prove

SMALLEST, LARGEST = 6, 40
"""People whose lines are chosen anew together."""
NARROWEST, WIDTH, MOST_PEOPLE = 4.0, 12.0, 200
"""Slots that are chosen anew together, at least and at first, and for so many people at the most."""
POOL = 60_000
"""Columns kept before the pool begins anew."""
GROWN = 4
"""So many times the columns it began with, and the master of everybody begins anew."""
LEVEL = 0.3
"""Share of the tries that look for another roster of the same cost."""
TOO_SLOW = 2.0
"""Seconds for pricing everybody once, beyond which columns do not pay."""
LITTLE_ROOM = 16 << 20
"""Bytes for one person's programme where more would make pricing too slow."""
PROOF = 30.0
"""Seconds that one try to prove may take."""


class Columns:
    """Root, bound, proof and dives of one thread; `turn` tells threads apart."""

    def __init__(self, form: Form, best: Best, done: Over, seed: int, turn: int = 0, *, clock: bool = True) -> None:
        self.form, self.best, self.done, self.clock = form, best, done, clock
        self.seed, self.pricer, self.pool = seed, Pricer(form, seed), Pool(form)
        self.dice = np.random.default_rng(seed)
        self.manners: Iterator[Manner] = cycle(MANNERS[turn:] + MANNERS[:turn])
        self.size, self.width = 12.0, WIDTH
        self.stand(best.lines, best.cost)
        self.people = [p for p in range(self.form.people) if _movable(self.form, p)]
        self.master: Master | None = None
        self.state = Generated()
        self.tried = inf
        """The cost for which a proof was tried last."""

    def affordable(self) -> bool:
        """Whether pricing everybody again and again pays, if need be with fewer totals followed exactly."""
        if self._is_fast():
            return True
        self.pricer = Pricer(self.form, self.seed, LITTLE_ROOM)
        return self._is_fast()

    def _is_fast(self) -> bool:
        began = time.monotonic()
        prices = np.zeros(self.form.needs, np.int32)
        for i, person in enumerate(self.people):
            self.pricer.best_line(person, prices)
            spent = time.monotonic() - began
            if self.done() or spent > TOO_SLOW or spent / (i + 1) * len(self.people) > 4 * TOO_SLOW:
                return False
        return True

    def root(self) -> None:
        """Column generation for everybody: the bound, and prices and columns for the dives."""
        state = self.state
        master = Master(self.form, self.pool, self.people, self.best.lines, self.done)
        going = True
        while going and not state.complete:
            master.add(self.pool.add(p, self.best.lines[p]) for p in self.people)
            going = generate(master, self.pricer, self.people, state, rounds=5)
            self.best.raised(state.bound)
            self.best.centre = state.centre
        if state.complete:
            self.master, self.best.columns = master, [self.pool.columns[n] for n in master.members]

    def prove(self) -> None:
        """Settle by listing lines whether anything is better than the best roster, if there are not too many."""
        if self.master is None or not self.state.complete or self.best.cost >= self.tried or self.best.proven:
            return
        lines, cost = self.best.lines, self.best.cost
        self.tried = cost
        verdict = prove(self.master, self.pricer, self.state, lines, cost, PROOF if self.clock else inf)
        if verdict is None:
            return
        if verdict.lines is not None:
            cost = min(cost, roster_cost(self.form, verdict.lines))
            self.best.give(verdict.lines, cost)
        if verdict.proven:
            self.best.raised(cost)

    def stand(self, lines: Numbers, cost: int) -> None:
        """Go on from these lines."""
        self.lines, self.cost = lines, cost

    def dive(self) -> None:
        """Choose everybody's lines anew."""
        master = self._whole()
        if master.solve():
            lines = Dive(master, self.pricer, next(self.manners), self.dice).run(
                self.best.lines, self.best.cost, self.best.centre
            )
            self._take(lines, self.best.cost)
        master.release()

    def _whole(self) -> Master:
        """The master of everybody, with what column generation ended with or more."""
        if self.master is None or len(self.master.members) > GROWN * len(self.best.columns):
            self.master = Master(self.form, self.pool, self.people, self.best.lines, self.done)
            self._share_root()
            self.master.add(self.pool.add(column.person, column.line) for column in self.best.columns)
        return self.master

    def some(self) -> None:
        """Choose some people's lines anew; a roster that costs the same is moved to as well."""
        self._share_root()
        size = int(np.clip(round(self.size * self.dice.uniform(0.7, 1.4)), min(2, len(self.people)), len(self.people)))
        found = self._improve(self._drawn(size), self.pool, None)
        if len(self.pool.columns) > POOL:
            self.pool, self.master = Pool(self.form), None
        self.size = float(np.clip(self.size * _growth(found), SMALLEST, LARGEST))

    def window(self) -> None:
        """Choose what everybody, or very many people, do for some days anew."""
        width = max(2, round(self.width * self.dice.uniform(0.7, 1.4)))
        first = int(self.dice.integers(1 - width // 2, max(2 - width // 2, self.form.slots - width // 2)))
        window = (max(0, first), min(self.form.slots, max(1, first + width)))
        found = self._improve(self._drawn(MOST_PEOPLE), Pool(self.form), window)
        self.width = float(np.clip(self.width * _growth(found), NARROWEST, self.form.slots))

    def _drawn(self, size: int) -> list[int]:
        size = min(size, len(self.people))
        return sorted(int(p) for p in self.dice.choice(self.people, size, replace=False))

    def _improve(self, people: list[int], pool: Pool, window: tuple[int, int] | None) -> Found:
        level = bool(self.dice.random() < LEVEL)
        diver = Diver(self.form, pool, self.pricer, self.done, self.dice)
        manner = MANNERS[self.dice.integers(len(MANNERS))]
        centre = self.best.centre if window is None else None
        found = diver.improve(people, self.lines, self.cost + level, centre, manner, keep=not level, window=window)
        self._take(found.lines, self.cost + level)
        return found

    def _share_root(self) -> None:
        """Begin with what the other thread's column generation found."""
        if len(self.pool.columns) < len(self.best.columns):
            for column in self.best.columns:
                self.pool.add(column.person, column.line)

    def _take(self, lines: Numbers | None, below: int) -> None:
        if lines is None:
            return
        cost = roster_cost(self.form, lines)
        if cost < below:
            self.stand(lines, cost)
            self.best.give(lines, cost)


def _growth(found: Found) -> float:
    """More at once where nothing can be better, less where something might but was not found."""
    return 1.1 if found.pruned else 0.97 if found.lines is None else 1.0


def _movable(form: Form, person: int) -> bool:
    open_slots = np.add.reduceat(form.need_open, form.slot_needs[:-1]) if form.needs else np.zeros(0)
    fixed = form.fixed.reshape(form.people, form.slots)[person]
    return bool(((open_slots > 0) & (fixed < 0)).any())
