"""A dive: fix the lines the master likes best, a few people at a time, and choose the last ones by branch and bound."""

from dataclasses import dataclass

import numpy as np

from roster_app.engine.form import Form, Numbers
from roster_app.engine.lines_columns import Pool
from roster_app.engine.lines_generate import Generated, generate
from roster_app.engine.lines_master import Master, Over
from roster_app.engine.lines_pricing import Pricer

LAST = 10
"""So many people are left to branch and bound."""
SAMPLES = 40
SECONDS = 2.0


@dataclass
class Diver:
    """What a dive needs; `centre` are prices near the optimum of the whole problem."""

    form: Form
    pool: Pool
    pricer: Pricer
    over: Over
    dice: np.random.Generator

    def improve(self, people: list[int], lines: Numbers, cost: int, centre: np.ndarray | None) -> Numbers | None:
        """Lines for these people, all others staying, that make a cheaper roster than `lines`; None if none is found."""
        master = Master(self.form, self.pool, people, lines, self.over)
        held = [self.pool.add(p, lines[p]) for p in people]
        master.add(held)
        state = Generated(centre=centre)
        self._warm(master, people, centre)
        if not generate(master, self.pricer, people, state, cutoff=cost - 0.99):
            return None
        return self.from_root(master, lines, cost, state)

    def from_root(self, master: Master, lines: Numbers, cost: int, state: Generated) -> Numbers | None:
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
            if not generate(master, self.pricer, sorted(free), left, rounds=12, weight=0.3, dual=True):
                return None
            if master.objective > cost - 1 + 1e-4:
                return None
        return self._choose(master, sorted(free), chosen, lines, cost)

    def _warm(self, master: Master, people: list[int], centre: np.ndarray | None) -> None:
        if centre is None:
            return
        for person in people:
            own = self.pool.of_person[person][-400:]
            reduced = [self.pool.columns[n].cost - centre[self.pool.columns[n].rows].sum() for n in own]
            master.add(own[i] for i in np.argsort(reduced)[:20])

    def _liked(self, master: Master, free: set[int]) -> list[int]:
        best: dict[int, tuple[float, int]] = {}
        for number, share in zip(master.members, master.shares(), strict=True):
            person = self.pool.columns[number].person
            if person in free and share > best.get(person, (0.0, 0))[0]:
                best[person] = (share, number)
        ranked = sorted(best.values(), key=lambda own: -own[0] - 0.1 * self.dice.random())
        sure = sum(share > 0.999 for share, _ in ranked)
        take = min(len(free) - LAST, max(sure, 0) + max(1, len(free) // 12))
        return [number for _, number in ranked[: max(1, take)]]

    def _choose(self, master: Master, free: list[int], chosen: dict[int, int], lines: Numbers, cost: int) -> Numbers | None:
        new = lines.copy()
        for person, number in chosen.items():
            new[person] = self.pool.columns[number].line
        last = Master(self.form, self.pool, free, new, self.over)
        held = self._members_of(master, free)
        last.add(held)
        if not last.solve():
            return None
        prices = self.pricer.scaled(last.duals()[0])
        slack = cost - last.objective
        if slack < 1 - 1e-4:
            return None
        slack = min(slack, 0.1 * float(np.median(self.form.need_short)) + 1)
        for person in free:
            if self.pricer.best_line(person, prices) is not None:
                more = self.pricer.more_lines(slack, SAMPLES)
                last.add(self.pool.add(person, line) for line in more)
        found = last.whole(SECONDS, ())
        if found is None:
            return None
        for number in found:
            column = self.pool.columns[number]
            new[column.person] = column.line
        return new

    def _members_of(self, master: Master, free: list[int]) -> list[int]:
        own = set(free)
        return [n for n in master.members if self.pool.columns[n].person in own]
