"""A dive: hold to what the master likes best, line by line or duty by duty, until every line is whole.

Holding whole lines is quick but leaves those who come last what nobody wants; holding one duty of a person at a time
and pricing the rest anew keeps the relaxed optimum in reach nearly to the end (Burke & Curtois 2014,
doi 10.1016/j.ejor.2014.01.039, branch on duties in the same way).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from roster_app.engine.form import Form, Numbers
from roster_app.engine.lines_columns import Pool
from roster_app.engine.lines_generate import FREE, Generated, Held, generate
from roster_app.engine.lines_master import Floats, Master, Over
from roster_app.engine.lines_pricing import MAY_BE_ANY, Pricer

ROUNDS, WEIGHT = 8, 0.7
"""Of pricing after each hold, and how far its prices stay at those of the relaxed optimum."""
ENOUGH = 0.01
"""Of the way from the relaxed optimum to the best roster: a rise that calls for no pricing."""
TINY, WHOLE, CLOSE = 1e-6, 0.999, 1e-4
NOISE = 0.1
"""Added to shares at random, so that no dive is like another."""
WARM, NEWEST = 20, 400
"""Columns of the pool a person starts with, of so many newest ones."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Lines of at least this share are held whole, duties where there are none; so many of the people at a time."""

    line: float
    part: float


MANNERS = (Manner(0.7, 0.2), Manner(0.0, 0.0), Manner(0.7, 0.1), Manner(0.5, 0.2), Manner(0.9, 0.1), Manner(0.0, 0.1))
"""Which of them reaches the best roster differs from one problem to the next."""


class Dive:
    """One dive of a master that has been solved."""

    def __init__(self, master: Master, pricer: Pricer, manner: Manner, dice: np.random.Generator,
                 held: Held = FREE) -> None:  # fmt: skip
        self.master, self.pool, self.pricer, self.manner, self.dice = master, master.pool, pricer, manner, dice
        self.must = {person: np.full(master.form.slots, MAY_BE_ANY, np.int32) for person in master.people}
        self.held = replace(held, must=self.must)
        self.open = set(master.people)
        """Who is not held to a whole line."""

    def run(self, lines: Numbers, cost: int, centre: Floats | None) -> Numbers | None:
        """`lines` with these people's chosen anew, if that makes the roster cheaper than `cost`."""
        least = self.master.objective
        enough = least + ENOUGH * max(0.0, cost - least)
        while self.master.objective <= cost - 1 + CLOSE:
            taken = self._taken()
            best = {person: max(own) for person, own in taken.items()}
            if all(share > WHOLE for share, _ in best.values()):
                return self._read(best, lines)
            self._hold(taken, best)
            state = Generated(centre=centre)
            if not generate(self.master, self.pricer, sorted(self.open), state,
                            rounds=ROUNDS, weight=WEIGHT, dual=True, enough=enough, held=self.held):  # fmt: skip
                return None
        return None

    def _taken(self) -> dict[int, list[tuple[float, int]]]:
        """What the solution takes: share and number of each person's columns."""
        shares = self.master.shares()
        taken: dict[int, list[tuple[float, int]]] = {}
        for at in np.flatnonzero(shares > TINY):
            number = self.master.members[at]
            taken.setdefault(self.pool.columns[number].person, []).append((float(shares[at]), number))
        return taken

    def _read(self, best: Mapping[int, tuple[float, int]], lines: Numbers) -> Numbers:
        new = lines.copy()
        for person, (_, number) in best.items():
            new[person] = self.pool.columns[number].line
        return new

    def _hold(self, taken: Mapping[int, list[tuple[float, int]]], best: Mapping[int, tuple[float, int]]) -> None:
        sure = [person for person in self.open if best[person][0] > WHOLE]
        ranked = sorted(
            ((best[p][0] + NOISE * self.dice.random(), p) for p in self.open if best[p][0] <= WHOLE), reverse=True
        )
        count = max(1, int(self.manner.part * len(ranked)))
        liked = [person for share, person in ranked[:count] if share >= self.manner.line]
        for person in [*sure, *liked]:
            self.must[person] = self.pool.columns[best[person][1]].line
            self.open.discard(person)
        held = set(sure) | set(liked)
        if not liked:
            held |= self._hold_duties(taken, count)
        self.master.forbid(n for person in held for n in self.master.of_person[person] if not self._fits(person, n))

    def _hold_duties(self, taken: Mapping[int, list[tuple[float, int]]], count: int) -> set[int]:
        """One duty, or one free slot, each for so many people."""
        ranked = []
        for person in sorted(self.open):
            share_of: dict[tuple[int, int], float] = {}
            for share, number in taken[person]:
                for at in enumerate(self.pool.columns[number].line.tolist()):
                    share_of[at] = share_of.get(at, 0.0) + share
            own = ((s + NOISE * self.dice.random(), person, *at) for at, s in share_of.items() if s < WHOLE)
            ranked.append(max(own, default=(0.0, person, 0, MAY_BE_ANY)))
        chosen = sorted(ranked, reverse=True)[:count]
        for _, person, slot, need in chosen:
            self.must[person][slot] = need
        return {person for _, person, _, _ in chosen}

    def _fits(self, person: int, number: int) -> bool:
        must = self.must[person]
        return bool(((must == MAY_BE_ANY) | (must == self.pool.columns[number].line)).all())


@dataclass(frozen=True, slots=True)
class Found:
    """The lines found, or None; `pruned`: these people alone cannot make the roster cheaper."""

    lines: Numbers | None
    pruned: bool = False


@dataclass
class Diver:
    """Chooses the lines of some of the people anew, all others staying."""

    form: Form
    pool: Pool
    pricer: Pricer
    over: Over
    dice: np.random.Generator

    def improve(self, people: list[int], lines: Numbers, cost: int, centre: Floats | None, manner: Manner, *,
                keep: bool = True, window: tuple[int, int] | None = None) -> Found:  # fmt: skip
        """Lines that may make a roster cheaper than `cost`; `centre`: prices near the optimum of the whole problem.

        With `keep` their own lines are among the first columns; with a window of slots they stay as they are elsewhere.
        """
        master = Master(self.form, self.pool, people, lines, self.over, window)
        own = [self.pool.add(p, lines[p]) for p in people]
        if keep:
            master.add(own)
        state = Generated(centre=centre)
        held_to = FREE if window is None else Held(lines=lines, window=window)
        if window is None:
            self._warm(master, people, centre)
        if not generate(master, self.pricer, people, state, cutoff=cost - 0.99, held=held_to):
            return Found(None, state.bound >= cost - 0.99)
        if master.objective > cost - 1 + CLOSE:
            return Found(None, pruned=True)
        return Found(Dive(master, self.pricer, manner, self.dice, held_to).run(lines, cost, state.centre))

    def _warm(self, master: Master, people: list[int], centre: Floats | None) -> None:
        if centre is None:
            return
        for person in people:
            own = self.pool.of_person[person][-NEWEST:]
            reduced = [self.pool.columns[n].cost - centre[self.pool.columns[n].rows].sum() for n in own]
            master.add(own[i] for i in np.argsort(reduced)[:WARM])
