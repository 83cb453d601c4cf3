"""Every rule about one shift: its crew, whose turn its duties are, who was posted to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from roster_app.domain.book import Apart, CrewEntry, Stability, TurnQueue
from roster_app.domain.classes import Classes
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Duty, DutyPlan, Roster, Shift, Stint
from roster_app.domain.rules.crew import Crews, members_of
from roster_app.domain.rules.duty_rules import check_stability, check_turn
from roster_app.domain.rules.violation import Violation
from roster_app.domain.team import Directory
from roster_app.domain.timetable import Timetable
from roster_app.domain.turns import turns


@dataclass(slots=True)
class _Turns:
    """Whose turn each duty is, by queue, for the past it was worked out for."""

    earlier: tuple[Stint, ...] | None = None
    expected: dict[TurnQueue, dict[DutyId, VolunteerId]] = field(default_factory=dict)


class ShiftRules:
    """The entries about shifts, and what they say of one shift of a roster."""

    def __init__(
        self, plan: DutyPlan, directory: Directory, classes: Classes, timetables: Mapping[VolunteerId, Timetable]
    ) -> None:
        self._plan, self._directory, self._classes, self._timetables = plan, directory, classes, timetables
        self._crews = Crews(plan, directory, classes, timetables)
        book = directory.rules.book
        self._queues, self._stability = book.every(TurnQueue), book.every(Stability)
        self._turns = _Turns()
        self._of_anybody: list[CrewEntry] = []
        self._of_person: dict[VolunteerId, list[CrewEntry]] = {}
        for entry in book.entries:
            if isinstance(entry, CrewEntry):
                self._sort_in(entry)

    def check(self, shift: Shift, roster: Roster) -> Iterator[Violation]:
        """What is wrong with the shift."""
        duties = self._plan.duties_of.get(shift.id, ())
        holders = {d.id: who for d in duties if (who := roster.holder(d.id)) is not None}
        if holders:
            yield from self._crew(shift, holders)
        if self._queues or self._stability:
            for duty in duties:
                yield from self.of_duty(duty, holders.get(duty.id), roster)

    def of_duty(self, duty: Duty, holder: VolunteerId | None, roster: Roster) -> Iterator[Violation]:
        """What speaks against this holder of one duty (None: against its being vacant), whoever stands beside."""
        for queue in self._queues:
            yield from check_turn(duty, holder, queue, self.expected(queue, roster))
        for entry in self._stability if roster.posted else ():
            yield from check_stability(duty, holder, entry, roster)

    def apart(self, duty: Duty, holder: VolunteerId, roster: Roster) -> Iterator[Violation]:
        """Whom the person would stand with by taking the duty, against a rule that keeps them apart.

        The other rules about a crew speak only once a shift is filled: somebody has to be the first.
        """
        entries = [entry for entry in self._of_person.get(holder, ()) if isinstance(entry, Apart)]
        if entries:
            shift = self._plan.shift[duty.shift_id]
            held = ((d.id, roster.holder(d.id)) for d in self._plan.duties_of[shift.id])
            holders = {duty_id: who for duty_id, who in held if who is not None} | {duty.id: holder}
            for entry in entries:
                yield from self._crews.check(shift, holders, entry)

    def is_free(self, volunteer: Volunteer, shift: Shift) -> bool:
        """Whether the person could stand the whole shift, whatever else the person stands."""
        return self._crews.is_free(volunteer, shift)

    def expected(self, queue: TurnQueue, roster: Roster) -> Mapping[DutyId, VolunteerId]:
        """Whose turn each duty of the queue is; worked out once for one past."""
        if self._turns.earlier is not roster.earlier:
            self._turns = _Turns(roster.earlier)
        known = self._turns.expected
        if queue not in known:
            known[queue] = turns(queue, self._plan, self._directory, roster.earlier, self._classes, self._timetables)
        return known[queue]

    def _crew(self, shift: Shift, holders: Mapping[DutyId, VolunteerId]) -> Iterator[Violation]:
        for entry in self._of_anybody:
            yield from self._crews.check(shift, holders, entry)
        if self._of_person:
            concerned = (entry for who in holders.values() for entry in self._of_person.get(who, ()))
            for entry in dict.fromkeys(concerned):
                yield from self._crews.check(shift, holders, entry)

    def _sort_in(self, entry: CrewEntry) -> None:
        members = members_of(entry, self._directory)
        if members is None:
            self._of_anybody.append(entry)
        for who in members or ():
            self._of_person.setdefault(who, []).append(entry)
