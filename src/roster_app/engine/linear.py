"""A linear model in whole numbers: columns with bounds and costs, rows with limits; no solver's own form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import gcd

Terms = Sequence[tuple[int, int]]
"""Columns and their coefficients."""


@dataclass(frozen=True, slots=True)
class Row:
    """`lower` ≤ the sum of its terms ≤ `upper`; None where there is no limit."""

    terms: Terms
    lower: int | None
    upper: int | None


@dataclass(slots=True)
class Linear:
    """Minimise `offset` and the columns' costs; every column is a whole number within its bounds."""

    offset: int = 0
    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    cost: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def column(self, upper: int, cost: int = 0, lower: int = 0) -> int:
        """A new column; its number."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.cost.append(cost)
        return len(self.cost) - 1

    def row(self, terms: Iterable[tuple[int, int]], lower: int | None = None, upper: int | None = None) -> None:
        """A new row."""
        self.rows.append(Row(tuple(terms), lower, upper))

    @property
    def grain(self) -> int:
        """All possible costs are `offset` plus a multiple of this."""
        return gcd(*self.cost) or 1

    def rounded_up(self, bound: int) -> int:
        """The least possible cost that is not below the bound."""
        return self.offset - (self.offset - bound) // self.grain * self.grain
