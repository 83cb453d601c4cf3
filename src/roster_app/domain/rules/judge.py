"""The judge: holds a roster against every rule, whole, around some duties, or as if one person took one duty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from roster_app.domain.book import TurnQueue
from roster_app.domain.calendar import DayType
from roster_app.domain.classes import Classes
from roster_app.domain.fairness import Burden, FairShare, Ledger, burden_of, total
from roster_app.domain.ids import DutyId, ShiftId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Assignment, DutyPlan, Roster, Shift, Stint
from roster_app.domain.rules.causes import CAUSE_OF, Cause
from roster_app.domain.rules.cover import CoverCosts
from roster_app.domain.rules.fitness import check_fitness, reward
from roster_app.domain.rules.lines import LineRules
from roster_app.domain.rules.one_more import JudgedLine
from roster_app.domain.rules.shares import Shares
from roster_app.domain.rules.shifts import ShiftRules
from roster_app.domain.rules.violation import Violation
from roster_app.domain.sharing import Sharing
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.domain.timetable import Timetable

_MARGIN = timedelta(days=3)


@dataclass(frozen=True)
class Judge:
    """Made once for a plan and a directory; then asked about any roster of that plan.

    What does not depend on a roster (statements, burdens, bands, classes) is worked out once, so that asking is
    cheap enough for every key stroke. All it knows of the rules is the team's book.
    """

    plan: DutyPlan
    directory: Directory
    ledger: Ledger = field(default_factory=Ledger)

    @cached_property
    def classes(self) -> Classes:
        """Which duty belongs to which duty class."""
        return Classes(self.plan, self.directory)

    @cached_property
    def timetables(self) -> dict[VolunteerId, Timetable]:
        """Everybody's statements over the period and some days around it."""
        span = self.plan.period.span
        return self.directory.timetables(Span(span.start - _MARGIN, span.end + _MARGIN))

    @cached_property
    def shares(self) -> dict[VolunteerId, FairShare]:
        """Everybody's fair bands of the four usual kinds of burden."""
        return self._sharing.shares()

    @cached_property
    def fairness(self) -> Shares:
        """The book's fairness entries with everybody's bands."""
        return Shares(self.directory, self._sharing)

    @cached_property
    def cover(self) -> CoverCosts:
        """What each seat costs empty or filled."""
        return CoverCosts(self.plan, self.directory, self.classes)

    @cached_property
    def burden(self) -> dict[DutyId, Burden]:
        """What each duty weighs; reserve duties nothing."""
        reserve = {post.id for post in self.directory.posts if post.reserve}
        weights: dict[tuple[Span, DayType], Burden] = {}
        found = {}
        for duty in self.plan.duties:
            key = duty.span, self.classes.day_type(self.plan.shift[duty.shift_id].day)
            if key not in weights:
                weights[key] = burden_of(*key, self.directory)
            found[duty.id] = Burden() if duty.post_id in reserve else weights[key]
        return found

    def judge(self, roster: Roster) -> tuple[Violation, ...]:
        """Every violation of the roster: hard ones and wishes, apart from `leanings`."""
        people = dict.fromkeys((*(volunteer.id for volunteer in self.directory.volunteers), *roster.lines))
        found = [v for who in people for v in self.of_line(roster, who)]
        found += [v for shift in roster.plan.shifts for v in self._shifts.check(shift, roster)]
        return (*found, *self.of_shares(roster))

    def hard(self, roster: Roster) -> tuple[Violation, ...]:
        """Only what must be mended."""
        return tuple(v for v in self.judge(roster) if v.is_hard)

    def of_line(self, roster: Roster, volunteer_id: VolunteerId) -> tuple[Violation, ...]:
        """What is wrong with one person's duties of this period."""
        line = roster.line(volunteer_id)
        own = [stint for stint in line if stint.duty_id in self.plan.duty]
        return (*self._fitness(volunteer_id, own), *self._judged(volunteer_id, line).found)

    def of_shift(self, roster: Roster, shift_id: ShiftId) -> tuple[Violation, ...]:
        """What is wrong with the people of one shift together, and with who holds its duties."""
        return tuple(self._shifts.check(self.plan.shift[shift_id], roster))

    def of_shares(self, roster: Roster) -> tuple[Violation, ...]:
        """Whose burden lies outside the fair band."""
        return tuple(self.fairness.check(roster))

    def leanings(self, roster: Roster) -> tuple[Violation, ...]:
        """The slight wishes not met: too many and too small to be told one by one, but part of the cost."""
        lines = roster.lines.items()
        known = self.directory.volunteer
        return tuple(v for who, line in lines if who in known for v in self._lines.leanings(who, line))

    def burdens(self, roster: Roster) -> dict[VolunteerId, Burden]:
        """What each person carries in this period; who stands nothing is not in it. Remembered of the last roster."""
        for known, found in self._carried:
            if known is roster.assignments:
                return found
        carried: dict[VolunteerId, list[DutyId]] = defaultdict(list)
        for duty_id, assignment in roster.assignments.items():
            carried[assignment.volunteer_id].append(duty_id)
        found = {who: total(self.burden[d] for d in duty_ids) for who, duty_ids in carried.items()}
        self._carried[:] = [(roster.assignments, found)]
        return found

    def around(self, roster: Roster, people: Iterable[VolunteerId], duties: Iterable[DutyId]) -> tuple[Violation, ...]:
        """The violations of these people's lines and of the shifts these duties belong to."""
        found = [v for who in dict.fromkeys(people) for v in self.of_line(roster, who)]
        for shift_id in dict.fromkeys(self.plan.duty[d].shift_id for d in duties):
            found += self.of_shift(roster, shift_id)
        return tuple(found)

    def why_not(self, roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId) -> tuple[Violation, ...]:
        """What would newly be broken, or wished otherwise, if the person took the duty; empty if nothing."""
        taken, duty = self.plan.stint(duty_id, volunteer_id), self.plan.duty[duty_id]
        return (
            *self._fitness(volunteer_id, (taken,)),
            *self._lines.with_one_more(self._line_without(roster, duty_id, volunteer_id), taken),
            *self._shifts.apart(duty, volunteer_id, roster),
            *self._shifts.of_duty(duty, volunteer_id, roster),
        )

    def free_around(self, roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId) -> tuple[int | None, int | None]:
        """The minutes from the end of the person's last stint before a duty to its start, and from its end to the
        next stint; None where none is known."""
        return self._line_without(roster, duty_id, volunteer_id).free_around(self.plan.duty[duty_id].span)

    def _line_without(self, roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId) -> JudgedLine:
        line = roster.line(volunteer_id)
        if roster.holder(duty_id) == volunteer_id:
            line = tuple(stint for stint in line if stint.duty_id != duty_id)
        return self._judged(volunteer_id, line)

    def _judged(self, volunteer_id: VolunteerId, line: Sequence[Stint]) -> JudgedLine:
        """A line with what is wrong with it as it is, remembered for as long as it is the very same line."""
        known = self._orders.get(volunteer_id)
        if known is None or known.stints is not line:
            known = self._orders[volunteer_id] = JudgedLine(line, tuple(self._lines.order(volunteer_id, line)))
        return known

    def expected(self, queue: TurnQueue, roster: Roster) -> Mapping[DutyId, VolunteerId]:
        """Whose turn each duty of a queue of the book is, by what was stood before the period."""
        return self._shifts.expected(queue, roster)

    def is_free(self, volunteer: Volunteer, shift: Shift) -> bool:
        """Whether the person could stand the whole shift, whatever else the person stands."""
        return self._shifts.is_free(volunteer, shift)

    def rewards(self, roster: Roster) -> int:
        """The points that granted wishes take off the cost."""
        rules = self.directory.rules
        return sum(reward(s, s.volunteer_id, self.timetables[s.volunteer_id], rules) for s in roster.stints)

    def cost(self, roster: Roster, found: Iterable[Violation] | None = None) -> Mapping[str, int]:
        """Points by cause, every cause named: wishes missed, vacancies and surplus, less the rewards of others.

        `found` are the violations that `judge` has found, if it has been asked already.
        """
        parts: dict[str, int] = dict.fromkeys(Cause, 0)
        for violation in (*(self.judge(roster) if found is None else found), *self.leanings(roster)):
            if violation.points:
                parts[CAUSE_OF[violation.rule]] += violation.points
        parts[Cause.VACANCY] += self.cover.vacancies(roster)
        parts[Cause.SURPLUS] += self.cover.surplus(roster)
        parts[Cause.WISHES] -= self.rewards(roster)
        return parts

    @cached_property
    def _carried(self) -> list[tuple[Mapping[DutyId, Assignment], dict[VolunteerId, Burden]]]:
        """The assignments asked about last and what everybody carries by them; nothing before the first question."""
        return []

    @cached_property
    def _orders(self) -> dict[VolunteerId, JudgedLine]:
        """Of each person the line asked about last."""
        return {}

    @cached_property
    def _sharing(self) -> Sharing:
        return Sharing(self.plan, self.directory, self.ledger, self.classes)

    @cached_property
    def _lines(self) -> LineRules:
        return LineRules(self.plan, self.directory, self.classes)

    @cached_property
    def _shifts(self) -> ShiftRules:
        return ShiftRules(self.plan, self.directory, self.classes, self.timetables)

    def _fitness(self, volunteer_id: VolunteerId, stints: Sequence[Stint]) -> Iterator[Violation]:
        if stints:
            directory, rules = self.directory, self.directory.rules
            who, skills, table = (
                directory.volunteer[volunteer_id],
                directory.skills[volunteer_id],
                self.timetables[volunteer_id],
            )
            for stint in stints:
                yield from check_fitness(stint, who, directory.post[stint.post_id], table, rules, skills)
