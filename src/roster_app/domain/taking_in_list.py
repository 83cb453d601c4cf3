"""A list of people to be taken in: the plan of an import with what the coordinator answered."""

from collections.abc import Sequence

from roster_app.domain.ids import TeamId, VolunteerId, new_id
from roster_app.domain.imports import Fate, ImportPlan, ListedNames, PlannedRow, changed_fields, plan_import
from roster_app.domain.inspected import Inspection, SeenPerson
from roster_app.domain.lists import CellProblem, ReadList, VolunteerDraft
from roster_app.domain.names import name_key, nearly_same
from roster_app.domain.people import Volunteer
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedPerson, TakingAnswers

_FATES = {
    Fate.NEW: EntryFate.NEW,
    Fate.CHANGED: EntryFate.CHANGED,
    Fate.SAME: EntryFate.SAME,
    Fate.SKIPPED: EntryFate.SKIPPED,
    Fate.WRONG: EntryFate.WRONG,
}


def plan_list(found: ReadList, known: Sequence[Volunteer], names: ListedNames, answers: TakingAnswers) -> ImportPlan:
    """The fate of each row: as `plan_import` decides, unless an answer says otherwise."""
    by_id = {person.id: person for person in known}
    plan = plan_import(found, known, names)

    def answered(row: PlannedRow) -> PlannedRow:
        draft = row.draft
        cells = {draft.address, *(problem.address for problem in draft.problems)}
        if _is_one_of(draft, answers.not_added) or cells & answers.left_out:
            return PlannedRow(draft, Fate.SKIPPED)
        person = by_id.get(answers.people.get(draft.name, VolunteerId(0)))
        person = person or by_id.get(answers.people.get(draft.raw_name, VolunteerId(0)))
        if person is not None and not _wrong_itself(draft):
            changes = changed_fields(draft, person, names)
            return PlannedRow(draft, Fate.CHANGED if changes else Fate.SAME, person, changes)
        if row.fate is Fate.WRONG and not _wrong_itself(draft) and _is_one_of(draft, answers.new_people):
            return PlannedRow(draft, Fate.NEW)
        return PlannedRow(draft, Fate.SKIPPED) if row.fate is Fate.NEW and not answers.add_people else row

    return ImportPlan(found, tuple(map(answered, plan.rows)))


def people_of_list(plan: ImportPlan, known: Sequence[Volunteer], team_id: TeamId) -> tuple[PlannedPerson, ...]:
    """A planned person for each row of the list."""
    return tuple(_person(row, known, team_id) for row in plan.rows)


def drafts_of(found: Inspection, source: str) -> ReadList:
    """The people of a roster or of availability as a list: names and phones."""
    people = enumerate(found.people, start=1)
    return ReadList(source, tuple(_draft(number, seen) for number, seen in people))


def _draft(number: int, seen: SeenPerson) -> VolunteerDraft:
    address = seen.cells[0] if seen.cells else ""
    return VolunteerDraft(number, address, seen.name, seen.name, phone=seen.phone or None)


def _person(row: PlannedRow, known: Sequence[Volunteer], team_id: TeamId) -> PlannedPerson:
    draft = row.draft
    seen = SeenPerson(draft.name or draft.raw_name, draft.phone or "", (draft.address,))
    codes = {problem.code: problem for problem in draft.problems}
    if row.fate is Fate.WRONG and not _wrong_itself(draft):
        same = tuple(v.id for v in known if name_key(v.name) == name_key(draft.name))
        return PlannedPerson(seen, EntryFate.ASKED, None, Obstacle.NAMESAKES, same)
    if row.fate is Fate.NEW:
        person = Volunteer(VolunteerId(new_id()), team_id, draft.name, draft.affiliation or "", phone=seen.phone)
        if near := codes.get(CellProblem.NEAR_NAME):
            alike = tuple(v.id for v in known if nearly_same(v.name, draft.name))
            return PlannedPerson(seen, EntryFate.NEW, person, Obstacle.NEAR_NAME, alike, near.hint)
        return PlannedPerson(seen, EntryFate.NEW, person)
    obstacle = Obstacle.IN_DOUBT if row.fate is Fate.WRONG else None
    return PlannedPerson(seen, _FATES[row.fate], row.known, obstacle)


def _is_one_of(draft: VolunteerDraft, names: frozenset[str]) -> bool:
    return draft.name in names or draft.raw_name in names


def _wrong_itself(draft: VolunteerDraft) -> bool:
    """Whether the row is wrong for another reason than that several people of its name are known."""
    return any(p.verdict.value == "wrong" and p.code is not CellProblem.AMBIGUOUS for p in draft.problems)
