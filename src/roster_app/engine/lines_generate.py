"""Column generation: price people's lines by the master's duals until no line improves it, and the bound this gives.

Prices lie between the last duals and the best ones seen, which takes fewer rounds (Wentges 1997,
doi 10.1016/S0969-6016(97)00001-4). The bound at any whole prices is the cheapest line of everybody plus the cheapest
cover (Lasdon 1970, "Optimization Theory for Large Systems", ch. 3), so it is exact to the unit of the scale.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from roster_app.engine.form import Numbers
from roster_app.engine.lines_master import Floats, Master
from roster_app.engine.lines_pricing import Pricer

EPSILON = 1e-6
Held = Mapping[int, Numbers]
"""What people are held to, by slot (see `Pricer.best_line`)."""
NEVER_BOUND = -(10**15)


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
             near: float = 0.02, enough: float = float("-inf"), must: Held | None = None) -> bool:  # fmt: skip
    """Bring lines of `free` people in; False if time is up or the bound has reached the cutoff.

    Once the master costs no more than `enough` nothing is priced. `must` tells what each of them is held to; the bound of the state is only touched where nobody is held.
    """
    people = list(free)
    whole = must is None and len(people) == len(master.people)
    for _ in range(rounds):
        if not master.solve(dual=dual):
            return False
        dual = False
        if master.objective <= enough:
            break
        if whole and master.objective <= state.bound + near:
            state.complete = True
            break
        fresh = _round(master, pricer, people, state, weight, must, whole)
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
           must: Held | None, whole: bool) -> list[int]:  # fmt: skip
    prices, own = master.duals()
    for stay in (weight, 0.0):
        if stay and state.centre is None:
            continue
        centre = prices if state.centre is None else state.centre
        mixed = pricer.scaled(stay * centre + (1 - stay) * prices)
        fresh, value = _price(master, pricer, people, mixed, prices, own, must or {})
        if whole:
            _raise(master, pricer, state, mixed, value)
        elif state.centre is None:
            state.centre = prices
        if fresh:
            return fresh
    return []


def _price(master: Master, pricer: Pricer, people: list[int], mixed: np.ndarray, prices: Floats,
           own: dict[int, float], must: Held) -> tuple[list[int], int | None]:  # fmt: skip
    fresh: list[int] = []
    value = 0
    sure = True
    for person in people:
        if master.over():
            return fresh, None
        best = pricer.best_line(person, mixed, must=must.get(person))
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
