"""Fairness as rows: each person's burden of each kind, and the points it costs outside its band."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import gcd

from roster_app.engine.facts import KINDS, RosterProblem
from roster_app.engine.linear import Linear


@dataclass(frozen=True, slots=True)
class Share:
    """`amount` counts the burden's steps beyond what stands already; `fee` what it costs, in units of its cost."""

    works: tuple[tuple[int, int], ...]
    amount: int
    fee: int
    fees: tuple[int, ...]
    """Of each possible amount."""

    def fill_in(self, values: list[int]) -> None:
        """Work out both columns from those of the watches."""
        values[self.amount] = sum(steps * values[column] for column, steps in self.works)
        values[self.fee] = self.fees[values[self.amount]]


def share_of(problem: RosterProblem, person: int, kind: int, works: Mapping[int, int], linear: Linear) -> Share | None:
    """Columns and rows for one burden of one person; a burden that cannot change goes to the offset.

    The fee is the convex hull of its whole points, which bounds better than the band's own two slopes where a band
    ends between two steps.
    """
    who, unit = problem.people[person], problem.weights.of_burden(KINDS[kind])
    (low, high), standing = who.bands[kind], who.burden[kind]

    def price(amount: int) -> int:
        return unit * max(0, low - amount, amount - high)

    loads = [(column, problem.watches[watch].burden[kind]) for watch, column in works.items()]
    loads = [(column, load) for column, load in loads if load]
    if not loads or not unit:
        linear.offset += price(standing)
        return None
    step = gcd(*(load for _, load in loads))
    steps = tuple((column, load // step) for column, load in loads)
    prices = [price(standing + step * n) for n in range(sum(n for _, n in steps) + 1)]
    cheapest = min(prices)
    grain = gcd(*(p - cheapest for p in prices)) or 1
    linear.offset += cheapest
    fees = tuple((p - cheapest) // grain for p in prices)
    amount = linear.column(len(fees) - 1)
    fee = linear.column(max(fees), grain)
    linear.row([*steps, (amount, -1)], 0, 0)
    for slope, start in _slopes(fees):
        linear.row([(fee, 1), (amount, -slope)], lower=start)
    return Share(steps, amount, fee, fees)


def _slopes(fees: tuple[int, ...]) -> list[tuple[int, int]]:
    """The lines of the hull of a convex row of points, those that say more than "not below 0"."""
    lines = {(b - a, a - n * (b - a)) for n, (a, b) in enumerate(pairwise(fees))}
    return sorted(line for line in lines if line[0])
