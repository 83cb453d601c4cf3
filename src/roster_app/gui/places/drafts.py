"""What is written and not stored yet, thing by thing, so that going from one to the other loses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Written = TypeVar("Written")


@dataclass(frozen=True, slots=True)
class Draft(Generic[Written]):
    """`base` is what the writing began with; none for something new."""

    base: Written | None
    written: Written


class Drafts(Generic[Written]):
    """By id; what is written back to what is stored is no draft."""

    def __init__(self) -> None:
        self._drafts: dict[int, Draft[Written]] = {}

    def __bool__(self) -> bool:
        return bool(self._drafts)

    def __contains__(self, key: object) -> bool:
        return key in self._drafts

    def get(self, key: int) -> Draft[Written] | None:
        """The draft of one thing."""
        return self._drafts.get(key)

    def items(self) -> list[tuple[int, Draft[Written]]]:
        """All of them, the oldest first."""
        return list(self._drafts.items())

    def new(self) -> list[int]:
        """Those of things not stored yet."""
        return [key for key, draft in self._drafts.items() if draft.base is None]

    def keep(self, key: int, base: Written | None, written: Written) -> None:
        """Remember what is written, unless it is what is stored."""
        if base is not None and base == written:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = Draft(base, written)

    def drop(self, key: int) -> None:
        """Forget what is written of one thing."""
        self._drafts.pop(key, None)
