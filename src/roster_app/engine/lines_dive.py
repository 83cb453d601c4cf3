"""A dive: fix the lines the master likes best, a few people at a time, and let the others follow."""

from dataclasses import dataclass

import numpy as np

from roster_app.engine.form import Form, Numbers
from roster_app.engine.lines_columns import Cover, Pool
from roster_app.engine.lines_generate import Generated, generate
from roster_app.engine.lines_master import Master, Over
from roster_app.engine.lines_pricing import Pricer

LAST = 1
SHARE, ROUNDS = 8, 8
"""One in so many people is fixed at a time; then at most so many rounds of pricing."""
WARM, NEWEST = 20, 400
"""Columns of the pool a person starts with, of so many newest ones."""
"""So many people are left to take what is best for them."""


@dataclass(frozen=True, slots=True)
class Dive:
    """The lines found, or None; `pruned`: these people alone cannot make the roster cheaper."""

    lines: Numbers | None
    pruned: bool = False


@dataclass
class Diver:
    """What a dive needs; `centre` are prices near the optimum of the whole problem."""

    form: Form
    pool: Pool
    pricer: Pricer
    over: Over
    dice: np.random.Generator

    def improve(self, people: list[int], lines: Numbers, cost: int, centre: np.ndarray | None) -> Dive:
        """Lines for these people, all others staying, that may make a cheaper roster than `lines`."""
        master = Master(self.form, self.pool, people, lines, self.over)
        held = [self.pool.add(p, lines[p]) for p in people]
        master.add(held)
        state = Generated(centre=centre)
        self._warm(master, people, centre)
        if not generate(master, self.pricer, people, state, cutoff=cost - 0.99):
            return Dive(None, state.bound >= cost - 0.99)
        if master.objective > cost - 1 + 1e-4:
            return Dive(None, pruned=True)
        return self.from_root(master, lines, cost, state)

    def from_root(self, master: Master, lines: Numbers, cost: int, state: Generated) -> Dive:
        """The same from a master that has been solved."""
        free, chosen = set(master.people), {}
        centre = state.centre
        while len(free) > LAST:
            for number in self._liked(master, free):
                person = self.pool.columns[number].person
                master.fix(number)
                chosen[person] = number
                free.discard(person)
            left = Generated(centre=centre)
            if not generate(master, self.pricer, sorted(free), left, rounds=ROUNDS, weight=0.3, dual=True):
                return Dive(None)
            if master.objective > cost - 1 + 1e-4:
                return Dive(None)
        return Dive(self._filled(sorted(free), chosen, lines))

    def _warm(self, master: Master, people: list[int], centre: np.ndarray | None) -> None:
        if centre is None:
            return
        for person in people:
            own = self.pool.of_person[person][-NEWEST:]
            reduced = [self.pool.columns[n].cost - centre[self.pool.columns[n].rows].sum() for n in own]
            master.add(own[i] for i in np.argsort(reduced)[:WARM])

    def _liked(self, master: Master, free: set[int]) -> list[int]:
        best: dict[int, tuple[float, int]] = {}
        for number, share in zip(master.members, master.shares(), strict=True):
            person = self.pool.columns[number].person
            if person in free and share > best.get(person, (0.0, 0))[0]:
                best[person] = (share, number)
        ranked = sorted(best.values(), key=lambda own: -own[0] - 0.1 * self.dice.random())
        sure = sum(share > 0.999 for share, _ in ranked)
        take = min(len(free) - LAST, max(sure, 0) + max(1, len(free) // SHARE))
        return [number for _, number in ranked[: max(1, take)]]

    def _filled(self, free: list[int], chosen: dict[int, int], lines: Numbers) -> Numbers:
        """The lines chosen, and for who is left the best for what the others hold."""
        new = lines.copy()
        for person, number in chosen.items():
            new[person] = self.pool.columns[number].line
        cover = Cover(self.form)
        for person in free:
            others = cover.fill_of(np.delete(new, person, axis=0))
            saved = cover.points(others) - cover.points(others + 1)
            best = self.pricer.best_line(person, self.pricer.scaled(saved.astype(float)))
            if best is not None:
                new[person] = best.line
        return new
