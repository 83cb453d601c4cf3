"""How heavily a rule weighs, in a few steps a person can tell apart, and the points behind each step.

One point is one minute outside somebody's fair band: a strong wish about a duty weighs as much as sixteen hours.
"""

from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from roster_app.domain.book import AmountLimit, Cover, Entry, Fairness, Measure, MinRest, WeeklyRest, Wishes

E = TypeVar("E", bound=Entry)


class Weight(StrEnum):
    """必须, or a wish by its strength; OWN is any other number of points."""

    MUST = "must"
    STRONG = "strong"
    NORMAL = "normal"
    SLIGHT = "slight"
    OWN = "own"
    NOT_ASKED = "not_asked"


POINTS_PER_DUTY = {Weight.STRONG: 960, Weight.NORMAL: 240, Weight.SLIGHT: 60}
"""Points a duty, a day, a person."""
_PER_MINUTE = {Weight.STRONG: 5, Weight.NORMAL: 2, Weight.SLIGHT: 1}
"""Points a minute."""
_FAMILIES_IN_MINUTES = (MinRest, WeeklyRest)
_FAMILIES_OF_SEVERAL_WEIGHTS = (Cover, Wishes)


def weight_of(entry: Entry) -> Weight | None:
    """The step its points stand for; nothing for a family with several weights."""
    if isinstance(entry, _FAMILIES_OF_SEVERAL_WEIGHTS):
        return None
    points = getattr(entry, "points", None)
    if points is None:
        return Weight.MUST
    if isinstance(entry, Fairness) and not points:
        return Weight.NOT_ASKED
    return next((weight for weight, worth in _scale(entry).items() if worth == points), Weight.OWN)


def weights_offered(entry: Entry) -> tuple[Weight, ...]:
    """The steps a person may choose for it, the heaviest first; empty for a family with several weights."""
    if weight_of(entry) is None:
        return ()
    wishes = (Weight.STRONG, Weight.NORMAL, Weight.SLIGHT, Weight.OWN)
    if isinstance(entry, Fairness):
        return (*wishes, Weight.NOT_ASKED)
    return (Weight.MUST, *wishes) if _can_be_hard(entry) else wishes


def points_of(weight: Weight, entry: Entry) -> int | None:
    """The points of a step for this entry; None for a must. An own weight is what the entry has, or a normal one."""
    if weight is Weight.MUST:
        return None
    if weight is Weight.NOT_ASKED:
        return 0
    if weight is Weight.OWN:
        return getattr(entry, "points", None) or _scale(entry)[Weight.NORMAL]
    return _scale(entry)[weight]


def with_weight(entry: E, weight: Weight) -> E:
    """The same entry, as heavy as this."""
    return with_points(entry, points_of(weight, entry))


def counted_in_minutes(entry: Entry) -> bool:
    """Whether its points are paid for each minute, not for each duty, day or person."""
    return isinstance(entry, _FAMILIES_IN_MINUTES) or (
        isinstance(entry, AmountLimit | Fairness) and entry.measure is Measure.MINUTES
    )


def _scale(entry: Entry) -> dict[Weight, int]:
    return _PER_MINUTE if counted_in_minutes(entry) else POINTS_PER_DUTY


def _can_be_hard(entry: Entry) -> bool:
    return hasattr(entry, "points") and with_points(entry, None).is_hard


def with_points(entry: E, points: int | None) -> E:
    """The same entry at this price; None for a must."""
    prices: dict[str, Any] = {"points": points}  # not every family has them: whoever asks has looked
    return replace(entry, **prices)
