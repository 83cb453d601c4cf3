"""Parts of a thing that two people changed at the same time: the posts of a checkpoint, the shifts of a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class _Part(Protocol):
    @property
    def id(self) -> int: ...


P = TypeVar("P", bound=_Part)


def merged(mine: Sequence[P], base: Sequence[P], theirs: Sequence[P]) -> tuple[P, ...]:
    """One's own changed parts in one's own order, the untouched ones as the other left them, then the other's new ones.

    What one removed stays removed; what the other removed goes, unless one has changed it.
    """
    before = {part.id: part for part in base}
    now = {part.id: part for part in theirs}
    kept: list[P] = []
    for part in mine:
        if part != before.get(part.id):
            kept.append(part)
        elif part.id in now:
            kept.append(now[part.id])
    known = {part.id for part in mine} | before.keys()
    return (*kept, *(part for part in theirs if part.id not in known))
