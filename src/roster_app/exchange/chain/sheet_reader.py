"""One chain of a pasted text: its heading and templates, then its entries, then what is open."""

from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.domain.chains import ChainEntry, ChainQuestion, ChainShift, LineVerdict, OpenSlot, QuestionKind
from roster_app.exchange.chain.buying import collects_orders
from roster_app.exchange.chain.clocks import take_hours
from roster_app.exchange.chain.entries import EntryReader
from roster_app.exchange.chain.heading import Heading, Label, read_heading, read_label
from roster_app.exchange.chain.items import LONGEST, Item
from roster_app.exchange.chain.layout import Sheet
from roster_app.exchange.chain.person_signs import KnownNames
from roster_app.exchange.chain.places import Places
from roster_app.exchange.chain.reckoning import Frame
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.roles import role_heading, role_line
from roster_app.exchange.chain.templates import TemplateReader, day_of_the_lines_below


@dataclass
class SheetRead:
    """One chain of the text."""

    title: str
    entries: list[ChainEntry] = field(default_factory=list)
    questions: list[ChainQuestion] = field(default_factory=list)
    open: list[OpenSlot] = field(default_factory=list)
    verdicts: list[tuple[int, LineVerdict]] = field(default_factory=list)


class SheetReader:
    """Reads one chain."""

    def __init__(self, sheet: Sheet, on: date, given: tuple[ChainShift, ...], known: KnownNames) -> None:
        self._sheet, self._given = sheet, given
        examples = [fragment.text[:LONGEST] for fragment in sheet.examples]
        first = read_heading([f.text[:LONGEST] for f in sheet.heading[:1]], examples, Frame(on), given, known)
        self._template = TemplateReader()
        templates = {i for i, f in enumerate(sheet.heading) if i and self._template.read(f.text[:LONGEST], first)}
        lines = [f.text[:LONGEST] for i, f in enumerate(sheet.heading) if i not in templates]
        self._heading = read_heading(lines, examples, Frame(on), given, known)
        self._heading = replace(self._heading, bare_hours=self._heading.bare_hours or self._hours_elsewhere())
        self._templates = [f for i, f in enumerate(sheet.heading) if i in templates]
        self._read = SheetRead(sheet.title)
        self._needs: list[tuple[Label, int]] = []

    def read(self) -> SheetRead:
        """Everything of the chain; of one that sells or collects, only its title."""
        if collects_orders([f.text for f in self._sheet.heading], [item.text for item in self._sheet.items]):
            return self._read
        for fragment in self._sheet.heading:
            self._read.verdicts.append((fragment.line, LineVerdict.OK))
        self._read.verdicts += [(line, LineVerdict.OK) for line in self._sheet.label_lines]
        self._read_templates()
        self._read_items()
        self._withdrawn_later()
        self._read.verdicts += [(line, e.verdict) for e in self._read.entries for line in e.lines]
        places = Places(self._sheet.title, self._heading, self._read.entries, self._needs)
        self._read.questions += places.questions(self._given)
        self._read.open += places.open()
        return self._read

    def _hours_elsewhere(self) -> bool:
        """Whether entries write hours in a way that leaves no doubt, so that their neighbours' 8-12 are hours."""
        return sum(bool(take_hours(Rest(item.text[:200]), bare_meant=False)) for item in self._sheet.items[:50]) >= 1

    def _read_templates(self) -> None:
        lines = [(f, self._template.read(f.text[:LONGEST], self._heading)) for f in self._templates]
        for fragment, label, names in day_of_the_lines_below([(f, *found) for f, found in lines if found]):
            role = role_line(fragment.text[:LONGEST])
            reader = EntryReader(self._with_label(label), role.role if role else "")
            for name in names:
                read = reader.read(Item(fragment.line, name, None, (fragment.line,)))
                self._read.entries += read.entries
                self._read.questions += read.questions
            if role is None:
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
                role = role_heading(self._sheet.labels[index])
                reader = EntryReader(self._with_label(label) if label else heading, role.role if role else "")
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
