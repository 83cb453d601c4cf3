"""How many entries of a chain stand under a label, found without holding every entry against every label."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from roster_app.domain.chains import ChainEntry
from roster_app.exchange.chain.heading import Label


class CountedEntries:
    """The standing entries by place, day, shift and hours."""

    def __init__(self, entries: Iterable[ChainEntry]) -> None:
        self._standing = 0
        self._sets: dict[Hashable, set[int]] = defaultdict(set)
        self._known: dict[Hashable, int] = {}
        for index, entry in enumerate(entries):
            if entry.stands:
                self._standing += 1
                for key in _keys(entry):
                    self._sets[key].add(index)

    def for_label(self, label: Label) -> int:
        """How many entries are of the label's place, hours, and any of its days and shifts."""
        key = label.slot, label.place
        if key not in self._known:
            self._known[key] = self._counted(label)
        return self._known[key]

    def _counted(self, label: Label) -> int:
        slot = label.slot
        sets = [self._any("day", slot.days), self._any("shift", slot.shifts)]
        sets += [self._any("place", [label.place])] if label.place is not None else []
        sets += [self._any("hours", [(slot.hours.start, slot.hours.end)])] if slot.hours else []
        told = sorted((found for found in sets if found is not None), key=len)
        return len(set.intersection(*told)) if told else self._standing

    def _any(self, kind: str, values: Iterable[Hashable]) -> set[int] | None:
        """The entries with any of the values; None where the label says nothing of it."""
        sets = [self._sets.get((kind, value), set()) for value in values]
        return None if not sets else sets[0] if len(sets) == 1 else set().union(*sets)


def _keys(entry: ChainEntry) -> Iterable[Hashable]:
    yield from (("day", day) for day in entry.dates)
    yield from (("shift", shift) for shift in entry.shifts)
    yield "place", entry.slot
    yield "hours", (entry.start, entry.end)
