"""Where a chart puts its ticks, and how far up it reaches: pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

_STEPS = (1.0, 2.0, 5.0, 10.0)


def ticks_up_to(top: float, most: int = 4) -> list[float]:
    """Round values above zero and not above `top`, evenly spaced, at most `most` of them."""
    if top <= 0:
        return []
    magnitude = 10.0 ** floor(log10(top / most))
    step = next(step * magnitude for step in _STEPS if top / (step * magnitude) <= most)
    return [step * count for count in range(1, floor(top / step + 1e-9) + 1)]


def reach(costs: Sequence[float], bound: float) -> float:
    """How far up the cost axis goes: to the highest cost, unless that would flatten what matters now.

    The first costs of a search can be thousands of times the last; the axis then ends at a few times the present
    cost and the line comes in from above.
    """
    if not costs:
        return 1.0
    now = costs[-1]
    enough = max(4.5 * now, now + 6 * (now - bound), 1.0)
    return min(max(costs), enough) * 1.06 or 1.0
