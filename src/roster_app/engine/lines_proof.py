"""Proof by listing: every line that a better roster could hold, and branch and bound over them.

A line whose reduced cost is above the gap stands in no better roster (Baldacci et al. 2008,
doi 10.1007/s10107-007-0178-5).
"""

from dataclasses import dataclass

from roster_app.engine.form import Numbers
from roster_app.engine.lines_generate import Generated
from roster_app.engine.lines_master import Master
from roster_app.engine.lines_pricing import Pricer

MOST = 20000
"""Lines of all people together."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A better roster or None, and whether nothing is better than it (or than what was there)."""

    lines: Numbers | None
    proven: bool


def prove(master: Master, pricer: Pricer, state: Generated, lines: Numbers, cost: int,
          seconds: float) -> Verdict | None:  # fmt: skip
    """Settle whether a roster of all people is cheaper than `lines` with `cost`; None: there is too much to list."""
    numbers = _listed(master, pricer, state, cost)
    if numbers is None:
        return None
    whole = Master(master.form, master.pool, master.people, lines, master.over)
    held = [whole.pool.add(person, lines[person]) for person in whole.people]
    whole.add([*held, *numbers])
    found, sure = whole.whole(seconds, held)
    if found is None:
        return Verdict(None, sure)
    new = lines.copy()
    for number in found:
        new[whole.pool.columns[number].person] = whole.pool.columns[number].line
    return Verdict(new, sure)


def _listed(master: Master, pricer: Pricer, state: Generated, cost: int) -> list[int] | None:
    if state.centre is None:
        return None
    prices, slack = pricer.scaled(state.centre), cost - 1 - state.bound + 0.01
    numbers: list[int] = []
    for person in master.people:
        best = pricer.best_line(person, prices)
        if best is None or not best.bound:
            return None
        own = pricer.every_line(slack, MOST - len(numbers))
        if own is None:
            return None
        numbers += [master.pool.add(person, line) for line in own]
    return numbers
