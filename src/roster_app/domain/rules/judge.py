"""The judge: holds a roster against every rule, whole, around some duties, or as if one person took one duty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from roster_app.domain.fairness import Burden, FairShare, Ledger, burden_of, fair_shares, total
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Timetable
from roster_app.domain.roster import DutyPlan, Roster, Stint
from roster_app.domain.rules.crew import check_crew
from roster_app.domain.rules.fitness import check_fitness
from roster_app.domain.rules.line import check_line
from roster_app.domain.rules.shares import check_shares
from roster_app.domain.rules.violation import Violation
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

_MARGIN = timedelta(days=3)


@dataclass(frozen=True)
class Judge:
    """Made once for a plan and a directory; then asked about any roster of that plan.

    Everybody's statements and each duty's burden are worked out when it is made, so that asking is cheap enough for
    every key stroke.
    """

    plan: DutyPlan
    directory: Directory
    ledger: Ledger = field(default_factory=Ledger)
    timetables: dict[VolunteerId, Timetable] = field(init=False, repr=False)
    shares: dict[VolunteerId, FairShare] = field(init=False, repr=False)
    burden: dict[DutyId, Burden] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        span = self.plan.period.span
        window = Span(span.start - _MARGIN, span.end + _MARGIN)
        object.__setattr__(self, "timetables", self.directory.timetables(window))
        object.__setattr__(self, "shares", fair_shares(self.plan, self.directory, self.ledger))
        days = {day: self.directory.days.type_of(day) for day in self.plan.period.days}
        burden = {
            d.id: burden_of(d.span, days[self.plan.shift[d.shift_id].day], self.directory) for d in self.plan.duties
        }
        object.__setattr__(self, "burden", burden)

    def judge(self, roster: Roster) -> tuple[Violation, ...]:
        """Every violation of the roster: hard ones and wishes."""
        found = [v for who in roster.lines for v in self.of_line(roster, who)]
        found += [v for shift in roster.plan.shifts for v in check_crew(shift, roster, self.directory)]
        return (*found, *self.of_shares(roster))

    def hard(self, roster: Roster) -> tuple[Violation, ...]:
        """Only what must be mended."""
        return tuple(v for v in self.judge(roster) if v.is_hard)

    def of_line(self, roster: Roster, volunteer_id: VolunteerId) -> tuple[Violation, ...]:
        """What is wrong with one person's duties of this period."""
        return tuple(self._line(roster.line(volunteer_id), roster))

    def of_shares(self, roster: Roster) -> tuple[Violation, ...]:
        """Whose burden lies outside the fair band."""
        return tuple(check_shares(roster, self.burdens(roster), self.shares))

    def burdens(self, roster: Roster) -> dict[VolunteerId, Burden]:
        """What each person carries in this period; who stands nothing is not in it."""
        carried: dict[VolunteerId, list[DutyId]] = defaultdict(list)
        for duty_id, assignment in roster.assignments.items():
            carried[assignment.volunteer_id].append(duty_id)
        return {who: total(self.burden[d] for d in duty_ids) for who, duty_ids in carried.items()}

    def around(self, roster: Roster, people: Iterable[VolunteerId], duties: Iterable[DutyId]) -> tuple[Violation, ...]:
        """The violations of these people's lines and of the shifts these duties belong to."""
        found = [v for who in dict.fromkeys(people) for v in self.of_line(roster, who)]
        for shift_id in dict.fromkeys(self.plan.duty[d].shift_id for d in duties):
            found += check_crew(self.plan.shift[shift_id], roster, self.directory)
        return tuple(found)

    def why_not(self, roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId) -> tuple[Violation, ...]:
        """What would newly be broken, or wished otherwise, if the person took the duty; empty if nothing."""
        line = [s for s in roster.line(volunteer_id) if s.duty_id != duty_id]
        taken = self.plan.stint(duty_id, volunteer_id)
        before = set(self._order(line, roster))
        after = self._order(sorted([*line, taken]), roster)
        return (*self._fitness(taken), *(v for v in after if v not in before))

    def _line(self, line: Iterable[Stint], roster: Roster) -> Iterator[Violation]:
        stints = list(line)
        for stint in stints:
            if stint.duty_id in self.plan.duty:
                yield from self._fitness(stint)
        yield from self._order(stints, roster)

    def _fitness(self, stint: Stint) -> Iterator[Violation]:
        who = self.directory.volunteer[stint.volunteer_id]
        post = self.directory.post[stint.post_id]
        yield from check_fitness(stint, who, post, self.timetables[who.id], self.directory.rules)

    def _order(self, stints: list[Stint], roster: Roster) -> Iterator[Violation]:
        """What is wrong with the order of the stints, as far as it concerns this plan."""
        for violation in check_line(stints, self.directory.rules, self.directory.travel_minutes, roster.period):
            if any(d in self.plan.duty for d in violation.duty_ids):
                yield violation
