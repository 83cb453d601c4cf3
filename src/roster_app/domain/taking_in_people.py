"""Who the names of a file are: known, somebody new, or asked about; near names are offered, never taken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from roster_app.domain.ids import TeamId, VolunteerId, new_id
from roster_app.domain.inspected import Inspection, QuestionKind, SeenEntry, SeenPerson
from roster_app.domain.names import name_key, nearly_same, slips, tidy_name
from roster_app.domain.people import Volunteer
from roster_app.domain.recognition import Likeness, recognise
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedPerson, TakingAnswers


def plan_people(
    found: Inspection, known: Sequence[Volunteer], answers: TakingAnswers, team_id: TeamId
) -> list[PlannedPerson]:
    """Everybody the file names, in its order."""
    return _PeoplePlanner(found, known, answers, team_id).plan()


class _PeoplePlanner:
    def __init__(self, found: Inspection, known: Sequence[Volunteer], answers: TakingAnswers, team_id: TeamId) -> None:
        self._found, self._known, self._answers, self._team_id = found, known, answers, team_id
        self._by_id = {person.id: person for person in known}
        self._namesakes: dict[str, list[Volunteer]] = defaultdict(list)
        self._by_slip: dict[str, list[Volunteer]] = defaultdict(list)
        for person in known:
            self._namesakes[name_key(person.name)].append(person)
            for slip in slips(person.name):
                self._by_slip[slip].append(person)
        near = (q for q in found.questions if q.kind is QuestionKind.NEAR_NAME and q.cell not in answers.counted)
        self._near_in_file = {(q.cell, name_key(q.text)): q.hint for q in near}

    def plan(self) -> list[PlannedPerson]:
        people = self._found.people
        entries = [Likeness(seen.name, seen.phone) for seen in people]
        recognised = recognise(entries, self._known)
        return [self._one(seen, found.person) for seen, found in zip(people, recognised, strict=True)]

    def _one(self, seen: SeenPerson, certain: Volunteer | None) -> PlannedPerson:
        answered = self._by_id.get(self._answers.people.get(seen.name, VolunteerId(0)))
        if seen.name in self._answers.not_added:
            return PlannedPerson(seen, EntryFate.SKIPPED)
        if person := answered or certain:
            return PlannedPerson(seen, EntryFate.SAME, person)
        if seen.name not in self._answers.new_people:
            if asked := self._asked(seen):
                return asked
            if not self._answers.add_people:
                return PlannedPerson(seen, EntryFate.ASKED, obstacle=Obstacle.UNKNOWN_PERSON)
        if not tidy_name(seen.name):
            return PlannedPerson(seen, EntryFate.WRONG, obstacle=Obstacle.UNKNOWN_PERSON)
        new = Volunteer(VolunteerId(new_id()), self._team_id, tidy_name(seen.name), phone=seen.phone)
        return PlannedPerson(seen, EntryFate.NEW, new)

    def _asked(self, seen: SeenPerson) -> PlannedPerson | None:
        """Where a known person, or another of the file, may be meant."""
        if namesakes := self._namesakes.get(name_key(seen.name)):
            ids = tuple(person.id for person in namesakes)
            return PlannedPerson(seen, EntryFate.ASKED, None, Obstacle.NAMESAKES, ids, namesakes[0].name)
        near = {p.id: p for s in sorted(slips(seen.name)) for p in self._by_slip.get(s, ())}
        alike = [person for person in near.values() if nearly_same(person.name, seen.name)]
        if alike:
            ids = tuple(person.id for person in alike)
            return PlannedPerson(seen, EntryFate.ASKED, None, Obstacle.NEAR_NAME, ids, alike[0].name)
        for cell in seen.cells:
            if hint := self._near_in_file.get((cell, name_key(seen.name))):
                return PlannedPerson(seen, EntryFate.ASKED, None, Obstacle.NEAR_NAME, hint=hint)
        return None


class PeopleOfEntries:
    """Which planned person an entry means; where two share the name, the one of the entry's cell or row."""

    def __init__(self, people: Iterable[PlannedPerson]) -> None:
        self._by_name: dict[str, list[PlannedPerson]] = defaultdict(list)
        for person in people:
            self._by_name[name_key(person.seen.name)].append(person)

    def of(self, entry: SeenEntry) -> PlannedPerson | None:
        """Nobody where it cannot be told."""
        same = self._by_name.get(name_key(entry.person), [])
        if len(same) <= 1:
            return same[0] if same else None
        here = [person for person in same if entry.cell in person.seen.cells]
        here = here or [person for person in same if _row(entry.cell) in {_row(cell) for cell in person.seen.cells}]
        return here[0] if len(here) == 1 else None


def _row(cell: str) -> tuple[str, str]:
    sheet, _mark, place = cell.rpartition("!")
    return sheet, place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def only_needed(people: Iterable[PlannedPerson], fates: Mapping[int, set[EntryFate]]) -> tuple[PlannedPerson, ...]:
    """Somebody new of whom nothing is taken in yet is not added yet; `fates` of entries are by the person's id."""
    kept = []
    for person in people:
        own = fates.get(person.volunteer.id, set()) if person.volunteer else set()
        if person.fate is EntryFate.NEW and own and own <= {EntryFate.WRONG, EntryFate.ASKED}:
            person = PlannedPerson(person.seen, EntryFate.SKIPPED)
        kept.append(person)
    return tuple(kept)
