"""Who could take a duty, worked out the plain way: every line judged whole, without the duty and with it."""

from dataclasses import dataclass

from roster_app.domain.candidates import Candidacy, Verdict
from roster_app.domain.fairness import BurdenKind, total
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Roster, Stint, when
from roster_app.domain.rules import Judge, Violation
from roster_app.domain.rules.fitness import check_fitness
from roster_app.domain.rules.lines import LineRules
from roster_app.domain.rules.shifts import ShiftRules
from roster_app.domain.timespan import MINUTE


@dataclass(frozen=True)
class Plain:
    """One roster, asked about one duty."""

    roster: Roster
    judge: Judge
    duty_id: DutyId

    def candidates(self) -> list[Candidacy]:
        """Everybody, best first."""
        return sorted((self._candidacy(v) for v in self.judge.directory.volunteers), key=_rank)

    def against(self, who: VolunteerId) -> list[Violation]:
        """What the person would newly break, or wish otherwise."""
        judge, taken = self.judge, self._taken(who)
        duty, directory = judge.plan.duty[self.duty_id], judge.directory
        shifts = ShiftRules(judge.plan, directory, judge.classes, judge.timetables)
        person, post = directory.volunteer[who], directory.post[taken.post_id]
        return [
            *check_fitness(taken, person, post, judge.timetables[who], directory.rules, directory.skills[who]),
            *self._of_line(who),
            *shifts.apart(duty, who, self.roster),
            *shifts.of_duty(duty, who, self.roster),
        ]

    def _of_line(self, who: VolunteerId) -> list[Violation]:
        rules = LineRules(self.judge.plan, self.judge.directory, self.judge.classes)
        line = self._line(who)
        before = list(rules.order(who, line))
        after = rules.order(who, sorted([*line, self._taken(who)], key=when))
        short = [v for v in before if v.actual < v.limit]
        return [v for v in after if v not in before and not any(known.covers(v) for known in short)]

    def _candidacy(self, volunteer: Volunteer) -> Candidacy:
        judge, who = self.judge, volunteer.id
        against = sorted(self.against(who), key=lambda v: not v.is_hard)
        share, duty = judge.shares[who], judge.burden[self.duty_id]
        own = (d for d, a in self.roster.assignments.items() if a.volunteer_id == who and d != self.duty_id)
        burden = total(judge.burden[d] for d in own)
        stint = self._taken(who)
        area = judge.directory.checkpoint[stint.checkpoint_id].area_id
        before = [s.span.end for s in self._line(who) if s.span.end <= stint.span.start]
        after = [s.span.start for s in self._line(who) if s.span.start >= stint.span.end]
        kinds = [kind for kind in BurdenKind if duty.amount(kind)]
        then = burden + duty
        return Candidacy(
            volunteer_id=who,
            verdict=self._verdict(against, any(then.amount(k) > share.band(k).high for k in kinds)),
            against=tuple(against),
            burden=burden,
            share=share,
            lag=sum((then.amount(k) - share.band(k).share) / duty.amount(k) for k in kinds),
            rested=(stint.span.start - max(before)) // MINUTE if before else None,
            until_next=(min(after) - stint.span.end) // MINUTE if after else None,
            at_home=None if None in (area, volunteer.area_id) else area == volunteer.area_id,
            wanted=judge.timetables[who].wants(stint.span),
            holds=self.roster.holder(self.duty_id) == who,
        )

    def _verdict(self, against: list[Violation], beyond: bool) -> Verdict:
        if any(v.is_hard for v in against):
            return Verdict.BLOCKED
        return Verdict.POSSIBLE if against or beyond else Verdict.RECOMMENDED

    def _line(self, who: VolunteerId) -> list[Stint]:
        return [s for s in self.roster.line(who) if s.duty_id != self.duty_id]

    def _taken(self, who: VolunteerId) -> Stint:
        return self.judge.plan.stint(self.duty_id, who)


def _rank(candidacy: Candidacy) -> tuple[int, int, float, int]:
    hard = sum(v.is_hard for v in candidacy.against)
    likes = 0.5 * candidacy.wanted + 0.25 * bool(candidacy.at_home)
    rest = 4320 if candidacy.rested is None else min(candidacy.rested, 4320)
    order = [Verdict.RECOMMENDED, Verdict.POSSIBLE, Verdict.BLOCKED]
    return order.index(candidacy.verdict), hard or len(candidacy.against), candidacy.lag - likes, -rest
