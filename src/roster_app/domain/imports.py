"""Taking in a list of volunteers: drafts held against the people already known, planned before anything is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roster_app.domain.lists import CellProblem, Problem, ReadList, Verdict, VolunteerDraft
from roster_app.domain.names import name_key, nearly_same, one_apart, slips
from roster_app.domain.people import Volunteer, masked_phone
from roster_app.domain.recognition import Likeness, Recognition, likeness, recognise


class Fate(StrEnum):
    """What an import would do with one row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row with its fate; `known` is the person it was recognised as; `changes` are field names."""

    draft: VolunteerDraft
    fate: Fate
    known: Volunteer | None = None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows of a list with their fates: rows in = new + changed + same + skipped + wrong."""

    found: ReadList
    rows: tuple[PlannedRow, ...]

    @property
    def rows_in(self) -> int:
        """How many rows below the header hold anything."""
        return len(self.rows) + len(self.found.skipped)

    def count(self, fate: Fate) -> int:
        """How many rows meet this fate; skipped are repeated people and rows that are none."""
        others = len(self.found.skipped) if fate is Fate.SKIPPED else 0
        return others + sum(row.fate is fate for row in self.rows)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every cell in doubt, in file order."""
        return tuple(p for row in self.rows for p in row.draft.problems)


@dataclass(frozen=True, slots=True)
class ListedNames:
    """Names of what a volunteer refers to by id, so that a draft's words can be compared: id → name."""

    areas: Mapping[int, str]
    crews: Mapping[int, str]
    qualifications: Mapping[int, str]


def plan_import(found: ReadList, known: Iterable[Volunteer], names_of: ListedNames) -> ImportPlan:
    """Decide each row's fate; nothing is written.

    Who is recognised is decided by `recognition.recognise`; the same name with two different phones is two people.
    A row that repeats an earlier one is skipped, names one character apart are told and never merged, and a row
    that could be several known people is wrong until it says more.
    """
    people = list(known)
    rows = _told_apart(found.drafts)
    open_rows = [index for index, row in enumerate(rows) if row.fate is Fate.NEW]
    recognised = recognise([rows[index].draft.likeness for index in open_rows], people)
    others = _Others(people)
    for index, recognition in zip(open_rows, recognised, strict=True):
        rows[index] = _decided(rows[index].draft, recognition, names_of, others)
    return ImportPlan(found, tuple(rows))


def changed_fields(draft: VolunteerDraft, known: Volunteer, names_of: ListedNames) -> tuple[str, ...]:
    """Which fields of the known person the draft would change; a qualification is only ever added."""
    has = {names_of.qualifications.get(q, "") for q in known.qualifications}
    pairs = (
        ("affiliation", draft.affiliation, known.affiliation),
        ("area", draft.area, names_of.areas.get(known.area_id or 0, "")),
        ("crew", draft.crew, names_of.crews.get(known.crew_id or 0, "")),
        ("phone", draft.phone, known.phone),
        ("title", draft.title, known.title),
        ("nights_allowed", draft.nights_allowed, known.nights_allowed),
        ("gender", draft.gender, known.gender),
        ("new", draft.new, known.new),
        ("joined", draft.joined, known.joined),
        ("left", draft.left, known.left),
        ("name_consent", draft.name_consent, known.name_consent),
        ("phone_consent", draft.phone_consent, known.phone_consent),
        ("note", draft.note, known.note),
    )
    changes = [field for field, new, old in pairs if new is not None and new != old]
    if draft.qualifications is not None and set(draft.qualifications) - has:
        changes.append("qualifications")
    return tuple(changes)


def _told_apart(drafts: Iterable[VolunteerDraft]) -> list[PlannedRow]:
    """Wrong rows, rows that repeat an earlier one, and the others (NEW for now)."""
    rows: list[PlannedRow] = []
    seen: dict[str, list[VolunteerDraft]] = {}
    for draft in drafts:
        if draft.wrong:
            rows.append(PlannedRow(draft, Fate.WRONG))
            continue
        namesakes = seen.setdefault(name_key(draft.name), [])
        first = next((e for e in namesakes if draft.likeness.repeats(e.likeness)), None)
        if first is None:
            namesakes.append(draft)
            rows.append(PlannedRow(draft, Fate.NEW))
        else:
            repeated = _doubt(draft, CellProblem.REPEATED_IN_FILE, str(first.row))
            rows.append(PlannedRow(draft.with_problem(repeated), Fate.SKIPPED))
    return rows


def _decided(draft: VolunteerDraft, recognition: Recognition, names_of: ListedNames, others: "_Others") -> PlannedRow:
    if (person := recognition.person) is not None:
        changes = changed_fields(draft, person, names_of)
        return PlannedRow(draft, Fate.CHANGED if changes else Fate.SAME, person, changes)
    if recognition.candidates:
        doubt = Problem(
            draft.address, draft.raw_name, CellProblem.AMBIGUOUS, Verdict.WRONG, str(recognition.candidates)
        )
        return PlannedRow(draft.with_problem(doubt), Fate.WRONG)
    return PlannedRow(others.compared(draft), Fate.NEW)


class _Others:
    """Everybody a new person could be mistaken for: the known, and the new ones of the rows above."""

    def __init__(self, known: Iterable[Volunteer]) -> None:
        self._known: dict[str, Likeness] = {}
        self._new: dict[str, list[Likeness]] = defaultdict(list)
        self._by_phone: dict[str, Likeness] = {}
        self._by_slip: dict[str, list[Likeness]] = defaultdict(list)
        for person in known:
            entry = likeness(person)
            self._known.setdefault(name_key(entry.name), entry)
            self._index(entry)

    def compared(self, draft: VolunteerDraft) -> VolunteerDraft:
        """The draft with what is striking about it; it counts among the others from now on."""
        entry = draft.likeness
        striking = self._namesake(draft, entry) or self._near(draft, entry) or self._phone_twice(draft, entry)
        self._new[name_key(entry.name)].append(entry)
        self._index(entry)
        return draft if striking is None else draft.with_problem(striking)

    def _index(self, entry: Likeness) -> None:
        if entry.phone:
            self._by_phone.setdefault(entry.phone, entry)
        for slip in slips(entry.name):
            self._by_slip[slip].append(entry)

    def _namesake(self, draft: VolunteerDraft, entry: Likeness) -> Problem | None:
        key = name_key(entry.name)
        other = self._known.get(key) or next((o for o in self._new[key] if not entry.contradicts(o)), None)
        if other is None:
            return None
        return _doubt(draft, CellProblem.NAMESAKE, masked_phone(other.phone) or other.affiliation or other.name)

    def _near(self, draft: VolunteerDraft, entry: Likeness) -> Problem | None:
        for other in self._alike(entry):
            if name_key(other.name) != name_key(entry.name):
                return _doubt(draft, CellProblem.NEAR_NAME, other.name)
        return None

    def _alike(self, entry: Likeness) -> Iterator[Likeness]:
        if (other := self._by_phone.get(entry.phone)) and one_apart(entry.name, other.name):
            yield other
        for slip in sorted(slips(entry.name)):
            yield from (o for o in self._by_slip[slip] if nearly_same(entry.name, o.name))

    def _phone_twice(self, draft: VolunteerDraft, entry: Likeness) -> Problem | None:
        other = self._by_phone.get(entry.phone)
        if other is None:
            return None
        address = draft.phone_address or draft.address
        return Problem(address, entry.phone, CellProblem.PHONE_TWICE, Verdict.DOUBTFUL, other.name)


def _doubt(draft: VolunteerDraft, code: CellProblem, hint: str) -> Problem:
    return Problem(draft.address, draft.raw_name, code, Verdict.DOUBTFUL, hint)
