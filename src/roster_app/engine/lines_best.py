"""The best roster so far and the bound, shared by the threads of a search."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from roster_app.engine.form import Numbers
from roster_app.engine.lines_columns import Column
from roster_app.engine.lines_generate import NEVER_BOUND
from roster_app.engine.lines_master import Floats

Offer = Callable[[Numbers, int], None]
RaiseBound = Callable[[int], None]


@dataclass
class Best:
    """The best roster so far and the bound, for both threads."""

    offer: Offer
    raise_bound: RaiseBound
    lines: Numbers
    cost: int
    bound: float = NEVER_BOUND
    centre: Floats | None = None
    """Prices near the optimum of the relaxation."""
    columns: Sequence[Column] = ()
    """What column generation for everybody ended with."""

    def __post_init__(self) -> None:
        self.lock = threading.Lock()
        self.offer(self.lines, self.cost)

    def give(self, lines: Numbers, cost: int) -> bool:
        """Take a roster if it is better."""
        with self.lock:
            if cost >= self.cost:
                return False
            self.lines, self.cost = lines.copy(), cost
            self.offer(self.lines, cost)
            return True

    def raised(self, bound: float) -> None:
        """Take a bound if it is higher."""
        with self.lock:
            if bound > self.bound and ceil(bound - 1e-6) > ceil(self.bound - 1e-6):
                self.raise_bound(min(ceil(bound - 1e-6), self.cost))
            self.bound = max(self.bound, bound)

    @property
    def gap(self) -> float:
        """Points that a better roster could save at the most; the whole cost while there is no bound."""
        return max(1.0, self.cost - self.bound if self.bound > NEVER_BOUND else abs(self.cost))

    @property
    def proven(self) -> bool:
        """Nothing better exists."""
        return ceil(self.bound - 1e-6) >= self.cost
