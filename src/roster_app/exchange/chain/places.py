"""What a chain still offers, and what must be asked of the whole: places, people standing there, times that differ."""

from collections import Counter
from collections.abc import Iterator, Sequence

from roster_app.domain.chains import ChainEntry, ChainQuestion, ChainShift, OpenSlot, QuestionKind
from roster_app.exchange.chain.clocks import Hours, clock_text
from roster_app.exchange.chain.counted import CountedEntries
from roster_app.exchange.chain.heading import Heading, Label
from roster_app.exchange.chain.shift_words import ShiftWords


class Places:
    """The places of one chain once its entries are read; `listed` are its templates and how many stand in each."""

    def __init__(
        self, title: str, heading: Heading, entries: Sequence[ChainEntry], listed: Sequence[tuple[Label, int]]
    ) -> None:
        self._title, self._heading, self._entries, self._listed = title, heading, entries, listed

    def open(self) -> list[OpenSlot]:
        """Places nobody has taken."""
        return [*self._open_templates(), *self._open_demand()]

    def questions(self, given: Sequence[ChainShift]) -> Iterator[ChainQuestion]:
        """Shifts with other times than those `given`, and more people than places."""
        by_name = {shift.name: shift for shift in given}
        for shift in self._heading.legend:
            for name in ShiftWords(given, True).resolved(shift.name) if given else ():
                mine = by_name[name]
                if mine.start is not None and (mine.start, mine.end) != (shift.start, shift.end):
                    yield ChainQuestion(0, QuestionKind.TIMES_DIFFER, name, tuple(_times(s) for s in (shift, mine)))
        for name, need, said in self._asked_for():
            if said > need:
                yield ChainQuestion(0, QuestionKind.DEMAND, name, (str(need), str(said)))

    def _asked_for(self) -> Iterator[tuple[str, int, int]]:
        """Each shift with the places the heading states and how many stand there."""
        heading = self._heading
        standing = [entry for entry in self._entries if entry.stands]
        said = Counter(name for entry in standing for name in entry.shifts)
        if heading.offers:
            taken = Counter(entry.slot for entry in standing)
            yield from ((code, offer.need, taken[code]) for code, offer in heading.offers.items())
        elif heading.needs:
            yield from ((name, need, said[name]) for name, need in heading.needs.items())
        elif heading.demand is not None and heading.each_shift and not heading.slot.shifts:
            stated = [s.name for s in heading.words.offered if self._in_legend(s)] or list(said)
            yield from ((name, heading.demand, said[name]) for name in stated)
        elif heading.demand is not None:
            yield "、".join(heading.slot.shifts) or self._title, heading.demand, len(standing)

    def _in_legend(self, shift: ChainShift) -> bool:
        return any((shift.start, shift.end) == (s.start, s.end) for s in self._heading.legend)

    def _open_demand(self) -> Iterator[OpenSlot]:
        for name, need, said in self._asked_for():
            if said < need:
                offer = self._heading.offers.get(name)
                yield OpenSlot(name, need - said, False, offer.slot.days if offer else self._heading.slot.days)

    def _open_templates(self) -> Iterator[OpenSlot]:
        counted = CountedEntries(self._entries)
        for label, listed in self._listed:
            taken = max(listed, counted.for_label(label))
            if label.need is not None and taken < label.need:
                yield OpenSlot(label.name, label.need - taken, False, label.slot.days)
            elif label.need is None and not taken:
                yield OpenSlot(label.name, 1, True, label.slot.days)


def _times(shift: ChainShift) -> str:
    return clock_text(Hours(shift.start or 0, shift.end or 0))
