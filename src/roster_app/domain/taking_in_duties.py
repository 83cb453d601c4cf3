"""Duties of a roster, of a file: who stands where and when, held against the seats of a period."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftId, VolunteerId
from roster_app.domain.inspected import EntryVerdict, SeenEntry
from roster_app.domain.places import ShiftType
from roster_app.domain.roster import Assignment, Duty, Origin, Roster, SeatLevel, Shift
from roster_app.domain.taking_in import (
    EntryFate,
    Obstacle,
    PlannedEntry,
    TakingAnswers,
    hours_told,
)
from roster_app.domain.taking_in_entries import Counting, ShiftWords, plain_word, stopped
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

Seat = tuple[Duty, ...]
"""The parts of one seat in one shift."""


class DutiesPlanner:
    """First whoever holds a duty already keeps it, then the others take vacant seats in the order of the file."""

    def __init__(
        self, counting: Counting, words: ShiftWords, directory: Directory, roster: Roster, answers: TakingAnswers
    ) -> None:
        self._counting, self._words, self._directory = counting, words, directory
        self._roster, self._answers = roster, answers
        self._shifts: dict[date, list[Shift]] = defaultdict(list)
        for shift in roster.plan.shifts:
            self._shifts[shift.day].append(shift)
        self._seats = _seats_of_shifts(roster)
        self._taken: dict[DutyId, VolunteerId] = {}
        self._times: dict[VolunteerId, list[tuple[Span, ShiftId]]] = defaultdict(list)
        self._after: dict[DutyId, Assignment] = {}

    def plan(self, entries: Iterable[SeenEntry]) -> list[PlannedEntry]:
        """Every entry with its fate."""
        looked = [(entry, self._looked_up(entry)) for entry in entries]
        held = [self._held(entry, found) for entry, found in looked]
        return [
            done or (found if isinstance(found, PlannedEntry) else self._seated(entry, *found))
            for (entry, found), done in zip(looked, held, strict=True)
        ]

    @property
    def edit(self) -> RosterEdit | None:
        """All that the file changes as one step; None where it changes nothing."""
        before = self._roster.assignments
        changes = tuple(AssignmentChange(duty, before.get(duty), after) for duty, after in self._after.items())
        return RosterEdit(EditKind.IMPORT, changes) if changes else None

    def _looked_up(self, entry: SeenEntry) -> "PlannedEntry | tuple[VolunteerId, list[Seat]]":
        if entry.verdict is EntryVerdict.OFF and entry.cell not in self._answers.left_out and entry.day:
            return PlannedEntry(entry, EntryFate.SKIPPED)
        person = self._counting.person(entry)
        if isinstance(person, PlannedEntry):
            return person
        assert person.volunteer is not None
        found = self._seats_meant(entry)
        if isinstance(found, list):
            return person.volunteer.id, self._best_first(found, person.volunteer.id)
        obstacle, hint = found
        return stopped(entry, obstacle, hint, person)

    def _seats_meant(self, entry: SeenEntry) -> list[Seat] | tuple[Obstacle, str]:
        """The seats an entry may mean, or why there are none."""
        assert entry.day is not None
        if not self._roster.period.first <= entry.day <= self._roster.period.last:
            return Obstacle.OUTSIDE_PERIOD, ""
        role, shift_told = entry.role, entry.shift
        if shift_told and not self._words.known(shift_told) and self._is_post(shift_told):
            role, entry = role or shift_told, replace(entry, shift="")
        assert entry.day is not None
        types = self._types(entry)
        if not types:
            return Obstacle.UNKNOWN_SHIFT, hours_told(entry)
        kinds = {shift_type.id for shift_type in types}
        shifts = [shift for shift in self._shifts[entry.day] if shift.shift_type_id in kinds]
        places = self._places(entry, shifts)
        if places is None:
            return Obstacle.UNKNOWN_PLACE, entry.place
        shifts = [shift for shift in shifts if shift.checkpoint_id in places]
        seats = [seat for shift in shifts for seat in self._seats.get(shift.id, ())]
        seats = self._of_role(seats, role, bool(entry.place))
        if not seats:
            return Obstacle.NO_SUCH_DUTY, ""
        return seats if len({s[0].shift_id for s in seats}) == 1 else (Obstacle.UNKNOWN_SHIFT, hours_told(entry))

    def _types(self, entry: SeenEntry) -> list[ShiftType]:
        """Without any word, the only shift there is that day."""
        if entry.shift or entry.start is not None or entry.end is not None or "" in self._answers.shifts:
            return self._words.meant(entry)
        assert entry.day is not None
        places = self._places(entry, self._shifts[entry.day])
        there = {s.shift_type_id for s in self._shifts[entry.day] if places is None or s.checkpoint_id in places}
        return [shift for shift in self._words.all if shift.id in there] if len(there) == 1 else []

    def _places(self, entry: SeenEntry, shifts: Iterable[Shift]) -> frozenset[CheckpointId] | None:
        """Where the entry may be meant; None where that has to be asked."""
        if entry.place in self._answers.places:
            return frozenset((self._answers.places[entry.place],))
        if entry.place:
            return self._named(entry.place)
        if self._answers.post_id in self._directory.post and self._answers.post_id is not None:
            return frozenset((self._directory.post[self._answers.post_id].checkpoint_id,))
        found = frozenset(shift.checkpoint_id for shift in shifts)
        return found if len(found) <= 1 else None

    def _named(self, place: str) -> frozenset[CheckpointId] | None:
        word = plain_word(place)
        names = {c.id: plain_word(c.name) for c in self._directory.checkpoints}
        same = [c for c, name in names.items() if name == word]
        same = same or [c for c, name in names.items() if name in word or word in name]
        return frozenset(same) if len(same) == 1 else None

    def _is_post(self, word: str) -> bool:
        return any(plain_word(post.name) == plain_word(word) for post in self._directory.posts)

    def _of_role(self, seats: list[Seat], role: str, place_told: bool) -> list[Seat]:
        post = self._directory.post
        if role:
            named = [
                s for s in seats if s[0].post_id in post and plain_word(post[s[0].post_id].name) == plain_word(role)
            ]
            return named or seats
        if self._answers.post_id is not None and not place_told:
            return [seat for seat in seats if seat[0].post_id == self._answers.post_id]
        return seats

    def _best_first(self, seats: list[Seat], who: VolunteerId) -> list[Seat]:
        """Seats the person is qualified for before others, needed before welcome ones, else in the plan's order."""
        skills = self._directory.skills.get(who, frozenset())

        def rank(seat: Seat) -> tuple[bool, bool]:
            return not self._requires(seat[0].post_id) <= skills, seat[0].level is SeatLevel.EXTRA

        return sorted(seats, key=rank)

    def _requires(self, post_id: PostId) -> frozenset[int]:
        post = self._directory.post.get(post_id)
        return frozenset(post.requires) if post else frozenset()

    def _held(self, entry: SeenEntry, found: "PlannedEntry | tuple[VolunteerId, list[Seat]]") -> PlannedEntry | None:
        """The duty that the person holds already."""
        if isinstance(found, PlannedEntry):
            return None
        who, seats = found
        for seat in seats:
            if any(self._roster.holder(part.id) == who for part in seat):
                self._take(seat, who)
                return self._planned(entry, EntryFate.SAME, who, seat)
        return None

    def _seated(self, entry: SeenEntry, who: VolunteerId, seats: list[Seat]) -> PlannedEntry:
        for seat in seats:
            if self._taken.get(seat[0].id) == who:
                return self._planned(entry, EntryFate.SAME, who, seat)
        if self._stands_elsewhere(who, seats):
            return PlannedEntry(entry, EntryFate.ASKED, who, obstacle=Obstacle.TWICE)
        free = [seat for seat in seats if not any(part.id in self._taken for part in seat)]
        for seat in free:
            if all(self._roster.holder(part.id) is None for part in seat):
                return self._given(entry, EntryFate.NEW, who, seat)
        unlocked = [seat for seat in free if not any(self._locked(part) for part in seat)]
        if self._answers.replaces and unlocked:
            return self._given(entry, EntryFate.CHANGED, who, unlocked[0])
        return PlannedEntry(
            entry,
            EntryFate.ASKED,
            who,
            obstacle=Obstacle.ALL_TAKEN,
            hint=self._holder_of(seats),
            duty_id=seats[0][0].id,
        )

    def _given(self, entry: SeenEntry, fate: EntryFate, who: VolunteerId, seat: Seat) -> PlannedEntry:
        self._take(seat, who)
        self._after |= {part.id: Assignment(who, Origin.IMPORT) for part in seat}
        return self._planned(entry, fate, who, seat)

    def _take(self, seat: Seat, who: VolunteerId) -> None:
        for part in seat:
            self._taken[part.id] = who
            self._times[who].append((part.span, part.shift_id))

    def _stands_elsewhere(self, who: VolunteerId, seats: list[Seat]) -> bool:
        return any(span.overlaps(part.span) for span, _shift in self._times[who] for part in seats[0])

    def _locked(self, duty: Duty) -> bool:
        found = self._roster.assignments.get(duty.id)
        return found is not None and found.locked

    def _holder_of(self, seats: list[Seat]) -> str:
        holders = (self._roster.holder(seat[0].id) or self._taken.get(seat[0].id) for seat in seats)
        names = (self._directory.name.get(who, "") for who in holders if who is not None)
        return next(filter(None, names), "")

    def _planned(self, entry: SeenEntry, fate: EntryFate, who: VolunteerId, seat: Seat) -> PlannedEntry:
        shift = self._roster.plan.shift[seat[0].shift_id]
        return PlannedEntry(entry, fate, who, seat[0].id, shift.shift_type_id)


def _seats_of_shifts(roster: Roster) -> Mapping[ShiftId, list[Seat]]:
    parts: dict[ShiftId, dict[tuple[PostId, int], list[Duty]]] = defaultdict(lambda: defaultdict(list))
    for duty in roster.plan.duties:
        parts[duty.shift_id][duty.post_id, duty.seat].append(duty)
    return {shift: [tuple(seat) for seat in seats.values()] for shift, seats in parts.items()}
