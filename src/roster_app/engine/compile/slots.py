"""Slots: the watches of a day that nobody can hold together share one; most days have one slot."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from roster_app.engine.compile.watches import WatchKey

Slot = tuple[date, int, int]
"""A day, the slot's number within it, and the copy."""


def slots_of(watches: Sequence[WatchKey], kind_of: Mapping[WatchKey, int], never: NDArray[np.bool_]) -> list[Slot]:
    """The slot of each watch; `never[a, b]`: no contract lets one person hold kinds a and b on one day."""
    by_day: dict[date, list[WatchKey]] = defaultdict(list)
    for watch in watches:
        by_day[watch.day].append(watch)
    found: dict[WatchKey, Slot] = {}
    for day, own in by_day.items():
        slots: list[list[int]] = []
        for watch in sorted(own, key=lambda w: (w.kind.start, w.kind.end, kind_of[w])):
            kind = kind_of[watch]
            free = (n for n, members in enumerate(slots) if all(never[kind, other] for other in members))
            number = next(free, len(slots))
            if number == len(slots):
                slots.append([])
            slots[number].append(kind)
            found[watch] = (day, number, watch.copy)
    return [found[watch] for watch in watches]
