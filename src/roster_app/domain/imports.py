"""Taking in a list of volunteers: drafts held against the people already known, planned before anything is written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from roster_app.domain.people import Volunteer


class CellProblem(StrEnum):
    """What can be wrong with one cell; the screen words it and gives the remedy."""

    NAME_MISSING = "name_missing"
    NAME_ODD = "name_odd"
    PHONE_LENGTH = "phone_length"
    PHONE_ODD = "phone_odd"
    PHONE_TWICE = "phone_twice"
    ID_NUMBER_LENGTH = "id_number_length"
    ID_NUMBER_CHECKSUM = "id_number_checksum"
    DATE_ODD = "date_odd"
    YES_NO_ODD = "yes_no_odd"
    REPEATED_IN_FILE = "repeated_in_file"
    AMBIGUOUS = "ambiguous"
    NEAR_NAME = "near_name"


class Verdict(StrEnum):
    """DOUBTFUL is taken in unless the coordinator objects; WRONG is left out of the import, with its row kept."""

    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell in doubt: where it stands ("Sheet1!C9"), what it holds, what is wrong with it."""

    address: str
    text: str
    code: CellProblem
    verdict: Verdict
    hint: str = ""
    """What it may have meant, or whom it collides with; a fact, not a sentence."""


@dataclass(frozen=True, slots=True)
class VolunteerDraft:
    """One row of a list as read: normal forms, with names of areas and qualifications still as text.

    `None` means the list has no such column (or an empty cell), so what is known stays as it is.
    """

    row: int
    address: str
    """Where its name stands ("Sheet1!B9")."""
    name: str
    raw_name: str
    affiliation: str | None = None
    area: str | None = None
    crew: str | None = None
    qualifications: tuple[str, ...] | None = None
    phone: str | None = None
    title: str | None = None
    nights_allowed: bool | None = None
    note: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether the row cannot be taken in as it is."""
        return any(p.verdict is Verdict.WRONG for p in self.problems)


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

    source: str
    rows: tuple[PlannedRow, ...]
    header: tuple[str, ...] = ()
    """Which column was taken for what, as "C 联系电话 → phone", for the coordinator to check."""

    def count(self, fate: Fate) -> int:
        """How many rows meet this fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every cell in doubt, in file order."""
        return tuple(p for row in self.rows for p in row.draft.problems)


def name_key(name: str) -> str:
    """What two spellings of one name share: NFKC, no blanks, one middle dot, case folded."""
    text = unicodedata.normalize("NFKC", name)
    text = "".join("·" if c in "·•・‧∙⋅." else c for c in text if not c.isspace())
    return text.casefold()


def plan_import(
    source: str,
    drafts: Iterable[VolunteerDraft],
    known: Iterable[Volunteer],
    names_of: "ListedNames",
    header: tuple[str, ...] = (),
) -> ImportPlan:
    """Decide each row's fate; nothing is written.

    A row is the same person when name and phone agree, or when the name agrees, is unique among the known, and one
    of the two has no phone. The same name with two different phones is two people. A row that repeats an earlier
    row of the same list is skipped and said so.
    """
    people = list(known)
    rows: list[PlannedRow] = []
    seen: dict[tuple[str, str], VolunteerDraft] = {}
    for draft in drafts:
        if draft.wrong:
            rows.append(PlannedRow(draft, Fate.WRONG))
            continue
        identity = (name_key(draft.name), draft.phone or draft.affiliation or "")
        if earlier := seen.get(identity):
            repeated = Problem(
                draft.address,
                draft.raw_name,
                CellProblem.REPEATED_IN_FILE,
                Verdict.DOUBTFUL,
                str(earlier.row),
            )
            rows.append(PlannedRow(replace(draft, problems=(*draft.problems, repeated)), Fate.SKIPPED))
            continue
        seen[identity] = draft
        rows.append(_fate(draft, people, names_of))
    return ImportPlan(source, tuple(rows), header)


@dataclass(frozen=True, slots=True)
class ListedNames:
    """Names of what a volunteer refers to by id, so that a draft's words can be compared: id → name."""

    areas: dict[int, str]
    crews: dict[int, str]
    qualifications: dict[int, str]


def _fate(draft: VolunteerDraft, people: list[Volunteer], names_of: ListedNames) -> PlannedRow:
    namesakes = [v for v in people if name_key(v.name) == name_key(draft.name)]
    matches = [v for v in namesakes if draft.phone and v.phone == draft.phone]
    if not matches:
        matches = [v for v in namesakes if not draft.phone or not v.phone]
    if len(matches) > 1 and draft.affiliation:
        matches = [v for v in matches if v.affiliation == draft.affiliation] or matches
    if len(matches) > 1:
        doubt = Problem(draft.address, draft.raw_name, CellProblem.AMBIGUOUS, Verdict.WRONG, str(len(matches)))
        return PlannedRow(replace(draft, problems=(*draft.problems, doubt)), Fate.WRONG)
    if not matches:
        return PlannedRow(draft, Fate.NEW)
    changes = changed_fields(draft, matches[0], names_of)
    return PlannedRow(draft, Fate.CHANGED if changes else Fate.SAME, matches[0], changes)


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
        ("note", draft.note, known.note),
    )
    changes = [field for field, new, old in pairs if new is not None and new != old]
    if draft.qualifications is not None and set(draft.qualifications) - has:
        changes.append("qualifications")
    return tuple(changes)
