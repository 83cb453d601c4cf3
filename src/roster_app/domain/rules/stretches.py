"""Windows that slide day by day and overlap each other: what is wrong in neighbouring ones is told once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from roster_app.domain.rules.violation import Violation
from roster_app.domain.timespan import DAY, Span


def joined(found: Iterable[tuple[date, Violation]]) -> Iterator[Violation]:
    """Violations of sliding windows, by the last day of each, as one for each unbroken stretch of windows.

    It has the worst window's numbers, the duties and the days of all of them, and the sum of their points.
    """
    stretch: Violation | None = None
    reached: date | None = None
    for last, violation in found:
        if stretch is not None and reached == last - DAY:
            stretch = _one(stretch, violation)
        else:
            if stretch is not None:
                yield stretch
            stretch = violation
        reached = last
    if stretch is not None:
        yield stretch


def _one(earlier: Violation, later: Violation) -> Violation:
    worst = later if later.deviation > earlier.deviation else earlier
    ids = tuple(dict.fromkeys((*earlier.duty_ids, *later.duty_ids)))
    points = None if earlier.points is None or later.points is None else earlier.points + later.points
    return replace(worst, duty_ids=ids, span=_both(earlier.span, later.span), points=points)


def _both(one: Span | None, other: Span | None) -> Span | None:
    """From the beginning of the first to the end of the last."""
    if one is None or other is None:
        return None
    return Span(min(one.start, other.start), max(one.end, other.end))
