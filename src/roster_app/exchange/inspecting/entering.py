"""Writing down what cells say: entries of one sheet with their verdicts, people and questions."""

from collections.abc import Collection, Mapping

from roster_app.domain.inspected import EntryVerdict, QuestionKind, SeenEntry
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.inspecting.day_lines import MeantDay
from roster_app.exchange.inspecting.findings import Findings
from roster_app.exchange.inspecting.said import Said, said_of_day
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.tally import RowFates, Tally
from roster_app.exchange.inspecting.told import Told
from roster_app.exchange.people_in_cells import NamedPerson
from roster_app.exchange.shift_words import ShiftMeaning, plain_word

_RANK = {EntryVerdict.OK: 0, EntryVerdict.OFF: 1, EntryVerdict.ASK: 2, EntryVerdict.WRONG: 3}


class Slot:
    """A shift by its words, and its hours where they are told."""

    def __init__(self, shift: str = "", start: int | None = None, end: int | None = None) -> None:
        self.shift, self.start, self.end = shift, start, end

    def or_else(self, other: "Slot") -> "Slot":
        """What the other tells beyond this; hours are taken together."""
        hours = self if self.start is not None or self.end is not None else other
        shift = self.shift if not other.shift or other.shift == self.shift else self.shift or other.shift
        return Slot(shift, hours.start, hours.end)


def slot_of(label: str, legend: Mapping[str, ShiftMeaning]) -> Slot:
    """What a heading or a label says of a shift: 早班 08:00-16:00."""
    hours = hours_in(label) if label else None
    if hours:
        return Slot(hours.rest.strip("()（）[]【】 :：-"), hours.start, hours.end)
    meaning = legend.get(plain_word(label))
    return Slot(label, meaning.start, meaning.end) if meaning and not meaning.away else Slot(label)


class Entering:
    """Writes entries of one sheet into the tally."""

    def __init__(
        self, view: SheetView, tally: Tally, fates: RowFates, legend: Mapping[str, ShiftMeaning], told: Told
    ) -> None:
        self.view, self.tally, self.fates, self.legend = view, tally, fates, legend
        self.told, self.findings = told, Findings()
        self.place = self.role = ""
        self.code_words: frozenset[str] = frozenset()
        """Marks that are codes in this sheet."""
        self._asked_codes: set[str] = set()
        self._said: dict[tuple[str, frozenset[str]], tuple[Said, ...]] = {}
        self._slots: dict[str, Slot] = {}
        self.marks = self.codes = self.entries = 0

    def of_person(
        self, person: NamedPerson, text: str, cell: tuple[int, int], day: MeantDay, slot: Slot, row: int
    ) -> None:
        """What a cell in somebody's row says of a day."""
        for said in self._said_of(text):
            self.marks += said.mark
            self.codes += not said.mark
            shift, start, end = said.shift, said.start, said.end
            if said.mark:
                shift = slot.shift or said.shift
            elif not shift:
                shift = slot.shift
            if (start is None and end is None) or (said.mark and slot.start is not None):
                start, end = (
                    (slot.start, slot.end) if said.verdict is not EntryVerdict.OFF or said.mark else (None, None)
                )
            self._ask(said, text, cell, start)
            self.enter(person.name, day, Slot(shift, start, end), cell, row, said.verdict)

    def slot_of(self, label: str) -> Slot:
        """What a heading or a label says of a shift, made out once."""
        if label not in self._slots:
            self._slots[label] = slot_of(label, self.legend)
        return self._slots[label]

    def _said_of(self, text: str) -> tuple[Said, ...]:
        key = text, self.code_words
        if key not in self._said:
            self._said[key] = said_of_day(text, self.legend, self.code_words)
        return self._said[key]

    def _ask(self, said: Said, text: str, cell: tuple[int, int], start: int | None) -> None:
        if said.question is None or (said.question is QuestionKind.SHIFT_HOURS and start is not None):
            return
        if said.question is QuestionKind.SHIFT_HOURS:
            code = plain_word(said.shift)
            if code in self._asked_codes:
                return
            self._asked_codes.add(code)
            text = said.shift
        self.tally.ask(self.view.address(*cell), said.question, text)

    def of_names(
        self, people: Collection[NamedPerson], cell: tuple[int, int], days: Collection[MeantDay], slot: Slot, row: int
    ) -> None:
        """People named in a cell, on these days."""
        address = self.view.address(*cell)
        for person in people:
            verdict = self.doubts(person, cell, people)
            name = self.tally.see(person, address)
            for day in days:
                self.enter(name, day, slot, cell, row, verdict)

    def doubts(self, person: NamedPerson, cell: tuple[int, int], people: Collection[NamedPerson]) -> EntryVerdict:
        """Ask what is doubtful about a name."""
        if not person.glued and not person.remark:
            return EntryVerdict.OK
        address, text = self.view.address(*cell), self.view.text(*cell)
        if person.glued:
            self.tally.ask(address, QuestionKind.NAMES_GLUED, text, " ".join(p.name for p in people))
            return EntryVerdict.ASK
        if person.stands_in:
            self.tally.ask(address, QuestionKind.STANDS_IN, text, person.remark)
            return EntryVerdict.ASK
        self.tally.ask(address, QuestionKind.NAME_REMARK, text, person.remark)
        return EntryVerdict.OK

    def enter(
        self, name: str, day: MeantDay, slot: Slot, cell: tuple[int, int], row: int, verdict: EntryVerdict
    ) -> None:
        """One entry; the worse of both verdicts counts."""
        worse = max((verdict, day.verdict), key=_RANK.__getitem__)
        self.entries += 1
        at, shift = self.view.address(*cell), slot.shift[:40]
        where = self.place[:40], self.role[:40]
        self.tally.enter(SeenEntry(name, day.day, shift, slot.start, slot.end, at, worse, *where))
        self.fates.count(worse, row)
