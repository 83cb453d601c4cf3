"""What every purpose asks of an entry first: whether it counts, whose it is, which shift its words mean."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from roster_app.domain.inspected import EntryVerdict, Inspection, LayoutKind, SeenEntry
from roster_app.domain.places import ShiftType
from roster_app.domain.taking_in import (
    EntryFate,
    Obstacle,
    PlannedEntry,
    PlannedPerson,
    Purpose,
    TakingAnswers,
    hours_told,
    shift_asked,
)
from roster_app.domain.taking_in_people import PeopleOfEntries

_PURPOSES = {
    LayoutKind.VOLUNTEER_LIST: Purpose.PEOPLE,
    LayoutKind.ROSTER_LIST: Purpose.ROSTER,
    LayoutKind.ROSTER_MATRIX: Purpose.ROSTER,
    LayoutKind.ROSTER_GRID: Purpose.ROSTER,
    LayoutKind.ROSTER_STACKED: Purpose.ROSTER,
    LayoutKind.AVAILABILITY_LIST: Purpose.AVAILABILITY,
    LayoutKind.AVAILABILITY_MATRIX: Purpose.AVAILABILITY,
    LayoutKind.AVAILABILITY_WIDE: Purpose.AVAILABILITY,
}
_STOPPED = {
    Obstacle.NO_DAY: EntryFate.WRONG,
    Obstacle.NO_SUCH_DUTY: EntryFate.WRONG,
    Obstacle.OUTSIDE_PERIOD: EntryFate.WRONG,
}


def purpose_of(found: Inspection) -> Purpose:
    """What the layouts tell: that of the most entries; without entries, a list of people."""
    of_sheet = _purpose_of_sheets(found)
    counted: dict[Purpose, int] = defaultdict(int)
    for entry in found.entries:
        counted[of_sheet.get(sheet_of(entry.cell), Purpose.ROSTER)] += 1
    return max(counted, key=lambda purpose: counted[purpose]) if counted else Purpose.PEOPLE


def of_other_sheets(found: Inspection, purpose: Purpose) -> frozenset[str]:
    """Sheets of another purpose, where there are sheets of this one too."""
    told = _purpose_of_sheets(found)
    if purpose not in told.values():
        return frozenset()
    return frozenset(sheet for sheet, other in told.items() if other is not purpose)


def _purpose_of_sheets(found: Inspection) -> dict[str, Purpose]:
    return {sheet.name: _PURPOSES[sheet.layout] for sheet in found.sheets if sheet.layout in _PURPOSES}


def sheet_of(cell: str) -> str:
    """The sheet's name of an address."""
    sheet = cell.rpartition("!")[0]
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") and sheet.endswith("'") else sheet


def stopped(entry: SeenEntry, obstacle: Obstacle, hint: str = "", person: PlannedPerson | None = None) -> PlannedEntry:
    """An entry that is asked about, or wrong where no answer would help."""
    who = person.volunteer.id if person and person.volunteer else None
    return PlannedEntry(entry, _STOPPED.get(obstacle, EntryFate.ASKED), who, obstacle=obstacle, hint=hint)


class Counting:
    """Sorts out entries that do not count, or whose person is not known yet."""

    def __init__(self, people: Iterable[PlannedPerson], answers: TakingAnswers, other_sheets: frozenset[str]) -> None:
        self._people, self._answers, self._other = PeopleOfEntries(people), answers, other_sheets

    def person(self, entry: SeenEntry) -> PlannedPerson | PlannedEntry:
        """Whose entry it is, or what becomes of it without that."""
        if entry.cell in self._answers.left_out or sheet_of(entry.cell) in self._other:
            return PlannedEntry(entry, EntryFate.SKIPPED)
        if entry.day is None:
            return stopped(entry, Obstacle.NO_DAY)
        if entry.verdict is EntryVerdict.WRONG:
            return PlannedEntry(entry, EntryFate.WRONG, obstacle=Obstacle.IN_DOUBT)
        person = self._people.of(entry)
        if person is None:
            return stopped(entry, Obstacle.NAMESAKES if entry.person else Obstacle.UNKNOWN_PERSON)
        if person.fate is EntryFate.SKIPPED:
            return PlannedEntry(entry, EntryFate.SKIPPED)
        if person.volunteer is None:
            return stopped(entry, person.obstacle or Obstacle.UNKNOWN_PERSON, person.hint)
        if entry.verdict is EntryVerdict.ASK and entry.cell not in self._answers.counted:
            return stopped(entry, Obstacle.IN_DOUBT, "", person)
        return person


class ShiftWords:
    """Which shift types the words and hours of an entry may mean: answers first, then hours, then names and codes."""

    def __init__(self, shift_types: Iterable[ShiftType], answers: TakingAnswers) -> None:
        self.all = tuple(shift_types)
        self._answers = answers
        self._by_word: dict[str, list[ShiftType]] = defaultdict(list)
        for shift in self.all:
            for word in {plain_word(shift.name), plain_word(shift.code)} - {""}:
                self._by_word[word].append(shift)

    def known(self, word: str) -> bool:
        """Whether the word alone names a shift."""
        return bool(self._called(word)) or word in self._answers.shifts

    def meant(self, entry: SeenEntry) -> list[ShiftType]:
        """Nothing where it has to be asked."""
        for key in (shift_asked(entry), hours_told(entry)):
            if key in self._answers.shifts:
                return [shift for shift in self.all if shift.id == self._answers.shifts[key]]
        called = self._called(entry.shift)
        if entry.start is None and entry.end is None:
            return called
        timed = [shift for shift in self.all if _has_hours(shift, entry)]
        return [shift for shift in timed if shift in called] or timed

    def _called(self, word: str) -> list[ShiftType]:
        plain = plain_word(word)
        return self._by_word.get(plain) or self._by_word.get(plain + "班") or [] if plain else []


def _has_hours(shift: ShiftType, entry: SeenEntry) -> bool:
    start = entry.start is None or entry.start == shift.start
    return start and (entry.end is None or entry.end == shift.end)


def plain_word(text: str) -> str:
    """The text in its normal form without blanks, case folded."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
