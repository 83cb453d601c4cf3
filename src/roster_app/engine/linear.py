"""A linear model in whole numbers, as arrays: columns with bounds and costs, rows with limits; no solver's own form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
AnyWhole = NDArray[np.signedinteger[Any]]

FREE = np.iinfo(np.int64).max // 4
"""A limit that is none; negative for the lower one."""


@dataclass
class Linear:
    """Minimise `offset` and the columns' costs; every column is a whole number within its bounds."""

    offset: int = 0
    _lower: list[Whole] = field(default_factory=list)
    _upper: list[Whole] = field(default_factory=list)
    _cost: list[Whole] = field(default_factory=list)
    _entries: list[tuple[Whole, Whole, Whole]] = field(default_factory=list)
    _limits: list[tuple[Whole, Whole]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0

    def add_columns(self, cost: AnyWhole, upper: AnyWhole, lower: AnyWhole | None = None) -> Whole:
        """New columns; their numbers."""
        self._cost.append(np.asarray(cost, np.int64))
        self._upper.append(np.asarray(upper, np.int64))
        self._lower.append(np.zeros(len(cost), np.int64) if lower is None else np.asarray(lower, np.int64))
        self.columns += len(cost)
        return np.arange(self.columns - len(cost), self.columns)

    def add_rows(self, row: Whole, column: Whole, value: Whole, lower: Whole, upper: Whole) -> None:
        """New rows: `row` numbers the entries' rows from 0 among the new ones, whose limits are `lower` and `upper`."""
        self._entries.append((np.asarray(row, np.int64) + self.rows, np.asarray(column), np.asarray(value, np.int64)))
        self._limits.append((np.asarray(lower, np.int64), np.asarray(upper, np.int64)))
        self.rows += len(lower)

    def add_row(self, column: Sequence[int] | Whole, value: Sequence[int] | Whole, lower: int, upper: int) -> None:
        """One new row."""
        columns, one = np.asarray(column, np.int64), np.zeros(1, np.int64)
        self.add_rows(np.zeros(len(columns), np.int64), columns, np.asarray(value, np.int64), one + lower, one + upper)

    def arrays(self) -> "Arrays":
        """Everything joined together."""
        none = np.zeros(0, np.int64)
        row, column, value = (np.concatenate([none, *(e[n] for e in self._entries)]) for n in range(3))
        order = np.argsort(row, kind="stable")
        return Arrays(
            offset=self.offset,
            cost=np.concatenate([none, *self._cost]),
            lower=np.concatenate([none, *self._lower]),
            upper=np.concatenate([none, *self._upper]),
            starts=np.searchsorted(row[order], np.arange(self.rows + 1)),
            row=row[order],
            column=column[order],
            value=value[order],
            at_least=np.concatenate([none, *(low for low, _ in self._limits)]),
            at_most=np.concatenate([none, *(high for _, high in self._limits)]),
        )


@dataclass(frozen=True)
class Arrays:
    """A linear model ready for a solver; the entries of row r are [starts[r], starts[r + 1])."""

    offset: int
    cost: Whole
    lower: Whole
    upper: Whole
    starts: Whole
    row: Whole
    column: Whole
    value: Whole
    at_least: Whole
    at_most: Whole

    def rounded_up(self, bound: int) -> int:
        """The least possible cost not below the bound: all costs are the offset and a multiple of one number."""
        grain = int(np.gcd.reduce(self.cost)) or 1
        return self.offset - (self.offset - bound) // grain * grain

    def dual_bound(self, multipliers: NDArray[np.float64], parts: int = 1 << 26) -> int:
        """What weak duality makes of any multipliers of the rows: no solution costs less.

        Worked out in whole numbers: multipliers are taken as fractions with the denominator `parts`.
        """
        y = np.clip(multipliers, -1e9, 1e9)
        parts = min(parts, self._most_parts(float(np.abs(y).max(initial=0))))
        y = np.rint(y * parts).astype(np.int64)
        limit = np.where(y > 0, self.at_least, self.at_most)
        y = np.where(np.abs(limit) >= FREE, 0, y)
        reduced = self.cost * parts
        np.subtract.at(reduced, self.column, y[self.row] * self.value)
        at_rows = int((y.astype(object) * limit.astype(object)).sum()) if len(y) else 0
        ends = np.where(reduced > 0, self.lower, self.upper)
        at_columns = int((reduced.astype(object) * ends.astype(object)).sum()) if len(ends) else 0
        return self.rounded_up(self.offset - ((-at_rows - at_columns) // parts))

    def _most_parts(self, multiplier: float) -> int:
        """How fine the fractions may be for 64-bit numbers to hold all reduced costs."""
        entries = np.bincount(self.column, minlength=1).max()
        largest = multiplier * float(np.abs(self.value).max(initial=0)) * float(entries)
        return max(1, int(2.0**61 / max(1.0, largest + float(np.abs(self.cost).max(initial=0)))))
