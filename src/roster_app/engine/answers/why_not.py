"""Why not that person: blocked by which rules, or possible at which cost and with which other changes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from roster_app.domain.answers.fitness import Fitness
from roster_app.domain.answers.standing import newly_broken
from roster_app.domain.candidates import Candidacy, why_vacant
from roster_app.domain.edits import AssignmentChange
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.engine.answers.resolver import Effort, Resolver
from roster_app.engine.answers.situation import Situation

_NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Way:
    """A roster in which the person holds the duty: `changes` are the others that go with it.

    `points` is what it costs more than the roster as it is (below 0: less); `parts` the same by cause, where not 0.
    `vacant` are duties held now that nobody would hold.
    """

    changes: tuple[AssignmentChange, ...]
    points: int
    parts: Mapping[str, int]
    vacant: tuple[DutyId, ...]


@dataclass(frozen=True, slots=True)
class Possibility:
    """The answer. `candidacy` says what stands against it as things are; `never`, that nothing else could help.

    `nearest` changes least of what was found; `cheapest` is the best where everything may move that is not locked,
    and `spare` the points that the roster as it is could be cheaper anyway, so that
    `cheapest.points + spare` is the price of this one decision.
    """

    duty_id: DutyId
    candidacy: Candidacy
    never: bool
    nearest: Way | None = None
    cheapest: Way | None = None
    spare: int = 0
    complete: bool = False

    @property
    def price(self) -> int | None:
        """What the decision costs where all else is as good as it can be; None where no way is known."""
        return None if self.cheapest is None else max(0, self.cheapest.points + self.spare)


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why does this person not hold that duty, and what would it cost?"""

    asked: Situation
    duty_id: DutyId
    volunteer_id: VolunteerId
    effort: Effort = field(default_factory=Effort)

    def answers(self, resolver: Resolver) -> Iterator[Possibility]:
        """What blocks at once; then the nearest way, then the cheapest."""
        asked, who = self.asked, self.asked.directory.volunteer[self.volunteer_id]
        found = why_vacant(asked.roster, asked.judge, self.duty_id)
        candidacy = next(c for c in found if c.volunteer_id == self.volunteer_id)
        never = not Fitness(asked.roster, asked.judge).is_fit(who, self.duty_id)
        answer = Possibility(self.duty_id, candidacy, never)
        if never or candidacy.holds:
            yield replace(answer, complete=True)
            return
        yield answer
        force = _Force(asked, self.duty_id, self.volunteer_id, resolver)
        if nearest := force.nearest():
            answer = replace(answer, nearest=nearest)
            yield answer
        cheapest, spare = force.cheapest()
        if cheapest is None or (nearest and nearest.points < cheapest.points):
            cheapest = nearest
        yield replace(answer, cheapest=cheapest, spare=spare, complete=not resolver.over)


class _Force:
    """The one decision taken, locked, and the rest solved around it in wider and wider rings."""

    def __init__(self, asked: Situation, duty_id: DutyId, who: VolunteerId, resolver: Resolver) -> None:
        self._asked, self._duty, self._who, self._resolver = asked, duty_id, who, resolver
        self._forced = asked.roster.with_changes({duty_id: Assignment(who, Origin.HAND, locked=True)})
        self._cost = asked.judge.cost(asked.roster)

    def nearest(self) -> Way | None:
        """The way of the narrowest ring that breaks no rule and leaves nothing vacant; failing that, any."""
        fallback = None
        for ring in self._rings():
            roster = self._solved(ring) if ring else self._forced
            if (way := self._way(roster)) is not None:
                if not way.vacant:
                    return way
                fallback = fallback or way
            if self._resolver.over:
                break
        return fallback

    def cheapest(self) -> tuple[Way | None, int]:
        """The best roster with the decision, and how much better the one without it could be."""
        ring = self._movable()
        free = self._resolver.best(self._asked, ring, keep=False)
        spare = sum(self._cost.values()) - sum(self._asked.judge.cost(self._asked.held_by(free.assignments)).values())
        forced = self._asked.with_roster(self._forced)
        proposal = self._resolver.best(forced, ring - {self._duty}, keep=False)
        return self._way(forced.held_by(proposal.assignments)), max(0, spare)

    def _rings(self) -> Iterator[frozenset[DutyId]]:
        """Nothing else; the lines of the two people concerned; the days around; everything that may move."""
        movable, plan = self._movable(), self._asked.roster.plan
        held = self._asked.roster.holder(self._duty)
        concerned = {d for d in movable if self._asked.roster.holder(d) in (self._who, held)}
        day = plan.shift_of(self._duty).day
        around = {d for d in movable if abs(plan.shift_of(d).day - day) <= _NEAR}
        yield frozenset()
        for ring in (concerned, concerned | around, movable):
            yield frozenset(ring - {self._duty})

    def _movable(self) -> frozenset[DutyId]:
        return frozenset(d for d, a in self._asked.roster.assignments.items() if not a.locked)

    def _solved(self, ring: Collection[DutyId]) -> Roster:
        """The ring solved anew; whoever can stays where they are."""
        forced = self._asked.with_roster(self._forced)
        proposal = self._resolver.best(forced.steady(), ring, keep=False)
        return forced.held_by(proposal.assignments)

    def _way(self, found: Roster) -> Way | None:
        """The roster as a way, unless it breaks a rule that is kept now."""
        before, plan = self._asked.roster, self._asked.roster.plan
        changed = tuple(d.id for d in plan.duties if before.holder(d.id) != found.holder(d.id))
        if newly_broken(before, found, self._asked.judge, changed):
            return None
        parts = {cause: now - self._cost.get(cause, 0) for cause, now in self._asked.judge.cost(found).items()}
        return Way(
            tuple(
                AssignmentChange(d, before.assignments.get(d), found.assignments.get(d))
                for d in changed
                if d != self._duty
            ),
            sum(parts.values()),
            {cause: points for cause, points in parts.items() if points},
            tuple(d for d in changed if found.holder(d) is None),
        )
