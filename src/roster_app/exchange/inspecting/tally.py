"""What was found so far in one workbook: entries, people by name, questions once each, rows by their fate."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from roster_app.domain.inspected import (
    EntryVerdict,
    LayoutKind,
    Question,
    QuestionKind,
    SeenEntry,
    SeenPerson,
    SheetReport,
)
from roster_app.domain.names import name_key, nearly_same, slips
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.people_in_cells import NamedPerson

MAX_QUESTIONS = 5_000
_RARE = 2
"""A slip of the pen stands in one or two cells."""
_MOST_NEAR = 200
_OF_THE_SHEET = frozenset((QuestionKind.WEEK, QuestionKind.YEAR, QuestionKind.MONTH, QuestionKind.DAY_ORDER))
"""What is asked once a sheet."""


@dataclass(slots=True)
class _Seen:
    name: str
    phone: str
    cells: list[str] = field(default_factory=list)


class Tally:
    """Collects; a reader tells it what every row came to."""

    def __init__(self) -> None:
        self.entries: list[SeenEntry] = []
        self.sheets: list[SheetReport] = []
        self._people: dict[str, list[_Seen]] = {}
        self._questions: dict[tuple[str, QuestionKind], Question] = {}
        self._days: dict[str, set[date]] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """In the order they came up."""
        return tuple(self._questions.values())

    def ask(self, cell: str, kind: QuestionKind, text: str = "", hint: str = "") -> None:
        """Put a question, once for each cell and kind."""
        if len(self._questions) < MAX_QUESTIONS:
            place = cell.rpartition("!")[0] if kind in _OF_THE_SHEET else cell
            self._questions.setdefault((place, kind), Question(cell, kind, text[:80], hint[:80]))

    def see(self, person: NamedPerson, cell: str) -> str:
        """Somebody stands in this cell; two phones of one name are two people."""
        key = name_key(person.name)
        known = self._people.setdefault(key, [])
        phone = person.phone or ""
        match = next((seen for seen in known if not phone or not seen.phone or seen.phone == phone), None)
        if match is None:
            match = _Seen(person.name, phone)
            known.append(match)
        match.phone = match.phone or phone
        if not match.cells or match.cells[-1] != cell:
            match.cells.append(cell)
        return match.name

    def enter(self, entry: SeenEntry) -> None:
        """One more entry."""
        self.entries.append(entry)
        if entry.day:
            self._days.setdefault(name_key(entry.person), set()).add(entry.day)

    def people(self) -> tuple[SeenPerson, ...]:
        """Everybody, in the order of their first cells."""
        return tuple(SeenPerson(s.name, s.phone, tuple(s.cells)) for same in self._people.values() for s in same)

    def ask_about_near_names(self) -> None:
        """Names on duty one character apart that never stand on the same day: the rarer may be a slip of the other."""
        on_duty = [seen for key, same in self._people.items() if key in self._days for seen in same]
        by_slip: dict[str, list[_Seen]] = {}
        for seen in on_duty:
            for slip in slips(seen.name):
                by_slip.setdefault(slip, []).append(seen)
        asked = 0
        for seen in on_duty:
            if len(seen.cells) <= _RARE and asked < _MOST_NEAR:
                near = {id(o): o for slip in sorted(slips(seen.name)) for o in by_slip[slip] if o is not seen}
                asked += any(self._ask_about(seen, other) for other in list(near.values())[:_MOST_NEAR])

    def _ask_about(self, rarer: _Seen, other: _Seen) -> bool:
        if len(other.cells) < len(rarer.cells) or (rarer.phone and other.phone and rarer.phone != other.phone):
            return False
        if not self._days[name_key(rarer.name)].isdisjoint(self._days[name_key(other.name)]):
            return False
        if not nearly_same(rarer.name, other.name):
            return False
        self.ask(rarer.cells[0], QuestionKind.NEAR_NAME, rarer.name, other.name)
        return True


class RowFates:
    """What the rows of one sheet came to: the best of what any of a row's cells came to."""

    def __init__(self, view: SheetView) -> None:
        self._view = view
        self._fates: dict[int, str] = {}
        self.header_rows: set[int] = set()
        self.title_rows: set[int] = set()

    def imported(self, row: int) -> None:
        """Something of the row is taken in."""
        self._fates[row] = "imported"

    def wrong(self, row: int) -> None:
        """Something of the row is wrong; the row is, unless something else of it is taken in."""
        self._fates.setdefault(row, "wrong")

    def fail(self, row: int) -> None:
        """The row stays out, whatever else it holds."""
        self._fates[row] = "wrong"

    def unchanged(self, row: int) -> None:
        """The row says nothing new."""
        self._fates.setdefault(row, "unchanged")

    def count(self, verdict: EntryVerdict, row: int) -> None:
        """One entry of the row."""
        if verdict is EntryVerdict.WRONG:
            self.wrong(row)
        else:
            self.imported(row)

    def known(self, row: int) -> bool:
        """Whether anything was said of the row."""
        return row in self._fates

    def report(self, name: str, layout: LayoutKind) -> SheetReport:
        """The numbers; rows nobody spoke of are skipped, titles above the first header are no rows of the list."""
        rows = [row for row in self._view.filled if row not in self.header_rows and row not in self.title_rows]
        fates = Counter(self._fates.get(row, "skipped") for row in rows)
        headers = tuple(sorted(row + 1 for row in self.header_rows))
        return SheetReport(
            name, layout, headers, fates["imported"], fates["unchanged"], fates["skipped"], fates["wrong"]
        )
