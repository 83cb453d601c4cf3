"""Column generation: price people's lines by the master's duals until no line improves it, and the bound this gives.

Prices lie between the last duals and the best ones seen, which takes fewer rounds (Wentges 1997,
doi 10.1016/S0969-6016(97)00001-4). The bound at any whole prices is the cheapest line of everybody plus the cheapest
cover (Lasdon 1970, "Optimization Theory for Large Systems", ch. 3), so it is exact to the unit of the scale.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from roster_app.engine.form import Numbers
from roster_app.engine.lines_master import Floats, Master
from roster_app.engine.lines_pricing import BestLine, Pricer

EPSILON = 1e-6
NEVER_BOUND = -(10**15)


@dataclass(frozen=True, slots=True)
class Held:
    """What lines are held to: `must` by person (see `Pricer.best_line`), and to `lines` outside the window."""

    must: Mapping[int, Numbers] = field(default_factory=dict)
    lines: Numbers | None = None
    window: tuple[int, int] | None = None

    def best_line(self, pricer: Pricer, person: int, prices: Numbers) -> BestLine | None:
        """The cheapest line that this leaves open."""
        around = None if self.lines is None else self.lines[person]
        return pricer.best_line(person, prices, around, self.window, self.must.get(person))


FREE = Held()


@dataclass
class Generated:
    """Where column generation stands."""

    bound: float = NEVER_BOUND
    """No whole solution of this master is below, in points."""
    centre: Floats | None = None
    """The prices that gave it."""
    complete: bool = False
    """No line is left that would improve the master."""


def generate(master: Master, pricer: Pricer, free: Iterable[int], state: Generated, *,
             rounds: int = 10_000, cutoff: float = float("inf"), weight: float = 0.5, dual: bool = False,
             near: float = 0.02, enough: float = float("-inf"), held: Held = FREE) -> bool:  # fmt: skip
    """Bring lines of `free` people in; False if time is up or the bound has reached the cutoff.

    Once the master costs no more than `enough` nothing is priced. The bound of the state is only touched where nobody
    is held to anything.
    """
    people = list(free)
    whole = held is FREE and len(people) == len(master.people)
    for _ in range(rounds):
        if not master.solve(dual=dual):
            return False
        dual = False
        if master.objective <= enough:
            break
        if whole and master.objective <= state.bound + near:
            state.complete = True
            break
        fresh = _round(master, pricer, people, state, weight, held, whole)
        if state.bound >= cutoff or master.over():
            return False
        if not fresh:
            state.complete = True
            break
        master.add(fresh)
    else:
        return master.solve()
    return True


def _round(master: Master, pricer: Pricer, people: list[int], state: Generated, weight: float,
           held: Held, whole: bool) -> list[int]:  # fmt: skip
    prices, own = master.duals()
    for stay in (weight, 0.0):
        if stay and state.centre is None:
            continue
        centre = prices if state.centre is None else state.centre
        mixed = pricer.scaled(stay * centre + (1 - stay) * prices)
        fresh, value = _price(master, pricer, people, mixed, prices, own, held)
        if whole:
            _raise(master, pricer, state, mixed, value)
        elif state.centre is None:
            state.centre = prices
        if fresh:
            return fresh
    return []


def _price(master: Master, pricer: Pricer, people: list[int], mixed: np.ndarray, prices: Floats,
           own: dict[int, float], held: Held) -> tuple[list[int], int | None]:  # fmt: skip
    fresh: list[int] = []
    value = 0
    sure = True
    for person in people:
        if master.over():
            return fresh, None
        best = held.best_line(pricer, person, mixed)
        if best is None:
            sure = False
            continue
        sure = sure and best.bound
        value += best.value
        number = master.pool.add(person, best.line)
        column = master.pool.columns[number]
        if column.cost - prices[column.rows].sum() - own[person] < -EPSILON:
            fresh.append(number)
    return fresh, value if sure else None


def _raise(master: Master, pricer: Pricer, state: Generated, mixed: np.ndarray, value: int | None) -> None:
    if value is None:
        return
    cover = master.cover.least_under(mixed.astype(np.int64), pricer.scale, len(master.people), master.fill)
    bound = (value + cover) / pricer.scale + master.standing
    if bound > state.bound:
        state.bound, state.centre = bound, mixed / pricer.scale
