"""A pasted sign-up chain turned into values: every line with a verdict, entries, what is open, what to ask."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.domain.chains import (
    Chain,
    ChainEntry,
    ChainLine,
    ChainQuestion,
    ChainShift,
    LineVerdict,
    OpenSlot,
    QuestionKind,
    weightiest,
)
from roster_app.exchange.chain.clocks import Hours, take_hours
from roster_app.exchange.chain.counted import CountedEntries
from roster_app.exchange.chain.days import Frame
from roster_app.exchange.chain.entries import LONGEST, EntryReader, Item, clock_text, only_a_name
from roster_app.exchange.chain.heading import Heading, Label, read_heading, read_label
from roster_app.exchange.chain.layout import Sheet, sheets, without_marker
from roster_app.exchange.chain.names import KnownNames, Name, names_left, take_plain_names
from roster_app.exchange.chain.plain import fragments, plain, source_lines
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.shift_words import ShiftWords
from roster_app.exchange.chain.slots import Slot
from roster_app.exchange.person_names import looks_like_a_name


def read_chain(raw: str, on: date, shifts: Sequence[ChainShift] = (), known: Collection[str] = frozenset()) -> Chain:
    """What a pasted text says. `on` is the day of pasting, `shifts` those of the team, `known` names of its people.

    `known` only helps to divide names that are glued to other words; who is meant is decided by `resolving`. Raises
    DomainError (FILE_TOO_LARGE) for what is too long to be a chain.
    """
    lines = source_lines(raw)
    names = KnownNames(known)
    read = [_SheetReader(sheet, on, tuple(shifts), names).read() for sheet in sheets(fragments(lines))]
    verdicts: dict[int, list[LineVerdict]] = {}
    for part in read:
        for line, verdict in part.verdicts:
            verdicts.setdefault(line, []).append(verdict)
    told = tuple(ChainLine(n, text, weightiest(verdicts.get(n, ()))) for n, text in enumerate(lines, start=1))
    written = _written(lines) if any(part.title for part in read) else {}
    return Chain(
        " / ".join(dict.fromkeys(written.get(part.title, part.title) for part in read if part.title)),
        tuple(entry for part in read for entry in part.entries),
        told,
        tuple(dict.fromkeys(question for part in read for question in part.questions)),
        tuple(slot for part in read for slot in part.open),
    )


def _written(lines: Sequence[str]) -> dict[str, str]:
    """Lines in plain form → with the signs they were written with, without a marker; the first of each form."""
    bare = [without_marker(line.strip()[:LONGEST]) for line in lines]
    return {plain(line).strip(): line.strip() for line in reversed(bare)}


@dataclass
class _Read:
    """One chain of the text."""

    title: str
    entries: list[ChainEntry] = field(default_factory=list)
    questions: list[ChainQuestion] = field(default_factory=list)
    open: list[OpenSlot] = field(default_factory=list)
    verdicts: list[tuple[int, LineVerdict]] = field(default_factory=list)


class _SheetReader:
    """Reads one chain."""

    def __init__(self, sheet: Sheet, on: date, given: tuple[ChainShift, ...], known: KnownNames) -> None:
        self._sheet, self._given = sheet, given
        examples = [fragment.text[:LONGEST] for fragment in sheet.examples]
        first = read_heading([f.text[:LONGEST] for f in sheet.heading[:1]], examples, Frame(on), given, known)
        templates = {i for i, f in enumerate(sheet.heading) if i and self._template(f.text[:LONGEST], first)}
        lines = [f.text[:LONGEST] for i, f in enumerate(sheet.heading) if i not in templates]
        self._heading = read_heading(lines, examples, Frame(on), given, known)
        self._heading = replace(self._heading, bare_hours=self._heading.bare_hours or self._hours_elsewhere())
        self._templates = [f for i, f in enumerate(sheet.heading) if i in templates]
        self._read = _Read(sheet.title)
        self._needs: list[tuple[Label, int]] = []

    def read(self) -> _Read:
        """Everything of the chain."""
        for fragment in self._sheet.heading:
            self._read.verdicts.append((fragment.line, LineVerdict.OK))
        self._read.verdicts += [(line, LineVerdict.OK) for line in self._sheet.label_lines]
        for fragment in self._templates:
            self._read_template(fragment.line, fragment.text[:LONGEST])
        self._read_items()
        self._withdrawn_later()
        self._read.verdicts += [(line, e.verdict) for e in self._read.entries for line in e.lines]
        self._ask_of_the_whole()
        self._read.open += [*self._open_templates(), *self._open_demand()]
        return self._read

    def _hours_elsewhere(self) -> bool:
        """Whether entries write hours in a way that leaves no doubt, so that their neighbours' 8-12 are hours."""
        return sum(bool(take_hours(Rest(item.text[:200]), bare_meant=False)) for item in self._sheet.items[:50]) >= 1

    def _template(self, text: str, heading: Heading) -> tuple[Label, list[str]] | None:
        """早班：张伟、李秀英 / 早班 张伟 李秀英 / 中班： / 中班 缺1人: a label with those who stand there already."""
        parts = re.split(r"(?<!\d):|:(?!\d)", text, maxsplit=1)
        if len(parts) == 2:
            label = read_label(parts[0], heading)
            names = self._names(parts[1], heading) if parts[1].strip() else []
            return (label, names) if label is not None and names is not None else None
        first, _, others = text.strip().partition(" ")
        label = read_label(first, heading)
        words = re.split(r"[\s、,]+", others.strip())
        if label is not None and all(looks_like_a_name(word) and word.isalpha() for word in words):
            return label, words
        whole = read_label(text, heading)
        return (whole, []) if whole is not None and whole.need is not None and whole.slot != Slot() else None

    def _names(self, text: str, heading: Heading) -> list[str] | None:
        """The names of a template line; nothing where it holds other things."""
        rest = Rest(text[:400])
        take_plain_names(rest, heading.known)
        named = [meant.text for meant in rest.meanings() if isinstance(meant, Name)]
        return [*named, *(names_left(rest) if rest.words and len(rest.words[0]) <= 8 else [])] or None

    def _read_template(self, line: int, text: str) -> None:
        found = self._template(text, self._heading)
        if found is None:
            return
        label, names = found
        reader = EntryReader(self._with_label(label))
        pattern: ChainEntry | None = None
        for name in names:
            if pattern is not None and only_a_name(name):
                self._read.entries.append(replace(pattern, person=name, written=name))
                continue
            read = reader.read(Item(line, name, None, (line,)))
            self._read.entries += read.entries
            self._read.questions += read.questions
            if only_a_name(name) and [entry.person for entry in read.entries] == [name]:
                pattern = read.entries[0]
        self._needs.append((label, len(names)))

    def _with_label(self, label: Label) -> Heading:
        heading = self._heading
        slot = heading.slot
        if label.slot.days:
            slot = replace(slot, days=label.slot.days)
        if label.slot.shifts or label.slot.hours:
            slot = replace(slot, shifts=label.slot.shifts, hours=label.slot.hours)
        return replace(heading, slot=slot, place=label.place or heading.place)

    def _read_items(self) -> None:
        heading, reader = self._heading, EntryReader(self._heading)
        for index, item in enumerate(self._sheet.items):
            if index in self._sheet.labels:
                label = read_label(self._sheet.labels[index], heading)
                reader = EntryReader(self._with_label(label)) if label else EntryReader(heading)
            read = reader.read(item)
            self._read.entries += read.entries
            self._read.questions += read.questions

    def _withdrawn_later(self) -> None:
        """A person who withdraws in a later entry: the earlier one is asked about."""
        entries = self._read.entries
        gone = {e.person: e for e in entries if e.verdict is LineVerdict.WITHDRAWN and e.person}
        for index, entry in enumerate(entries):
            later = gone.get(entry.person)
            if later and later.line > entry.line and entry.stands:
                entries[index] = replace(entry, verdict=LineVerdict.ASK)
                question = ChainQuestion(entry.line, QuestionKind.WITHDRAWN_LATER, entry.person, (str(later.line),))
                self._read.questions.append(question)

    def _ask_of_the_whole(self) -> None:
        by_name = {shift.name: shift for shift in self._given}
        for shift in self._heading.legend:
            for name in ShiftWords(self._given, True).resolved(shift.name) if self._given else ():
                mine = by_name[name]
                if mine.start is not None and (mine.start, mine.end) != (shift.start, shift.end):
                    options = tuple(_times(s) for s in (shift, mine))
                    self._read.questions.append(ChainQuestion(0, QuestionKind.TIMES_DIFFER, name, options))
        for name, need, said in self._asked_for():
            if said > need:
                self._read.questions.append(ChainQuestion(0, QuestionKind.DEMAND, name, (str(need), str(said))))

    def _asked_for(self) -> Iterator[tuple[str, int, int]]:
        """Each shift with the places the heading states and how many stand there."""
        heading = self._heading
        standing = [entry for entry in self._read.entries if entry.stands]
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
            yield "、".join(heading.slot.shifts) or self._sheet.title, heading.demand, len(standing)

    def _in_legend(self, shift: ChainShift) -> bool:
        return any((shift.start, shift.end) == (s.start, s.end) for s in self._heading.legend)

    def _open_demand(self) -> Iterator[OpenSlot]:
        for name, need, said in self._asked_for():
            if said < need:
                offer = self._heading.offers.get(name)
                yield OpenSlot(name, need - said, False, offer.slot.days if offer else self._heading.slot.days)

    def _open_templates(self) -> Iterator[OpenSlot]:
        counted = CountedEntries(self._read.entries)
        for label, listed in self._needs:
            taken = max(listed, counted.for_label(label))
            if label.need is not None and taken < label.need:
                yield OpenSlot(label.name, label.need - taken, False, label.slot.days)
            elif label.need is None and not taken:
                yield OpenSlot(label.name, 1, True, label.slot.days)


def _times(shift: ChainShift) -> str:
    return clock_text(Hours(shift.start or 0, shift.end or 0))
