"""The order of Chinese characters by their strokes, read once from `resources/strokes/order.txt`."""

from collections.abc import Mapping
from functools import cache

from roster_app.resources import resource


@cache
def stroke_places() -> Mapping[str, int]:
    """Each character's place: by number of strokes, then stroke by stroke (GF 3003-1999)."""
    order = resource("strokes", "order.txt").read_text(encoding="utf-8").strip()
    return {character: place for place, character in enumerate(order)}
