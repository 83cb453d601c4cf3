"""What would fill vacancies, each remedy found by applying it and solving: it fills what it says."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from roster_app.domain.answers.reinforcing import Reinforcement, reinforced
from roster_app.domain.answers.relaxing import milder, with_entry
from roster_app.domain.book import Entry
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Origin, Roster
from roster_app.engine.answers.resolver import Resolver
from roster_app.engine.answers.situation import Situation


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change of what is asked, and what it brings: `left` duties stay vacant, `moved` are held by others than now.

    Exactly one kind: a rule `entry` with its milder form `instead` (None: switched off), `more` people, or neither:
    then planning anew is enough. `filled` are vacancies it fills;
    where some are left, they may be others than now.
    """

    filled: tuple[DutyId, ...]
    left: int
    moved: int
    entry: Entry | None = None
    instead: Entry | None = None
    more: tuple[Reinforcement, ...] = ()


@dataclass(frozen=True, slots=True)
class Scopes:
    """What a remedy may touch: first nothing but the vacancies, then more and more of what can be moved."""

    roster: Roster

    def all(self) -> tuple[frozenset[DutyId], ...]:
        """Vacancies alone; with them what the engine planned; everything that is not locked."""
        roster = self.roster
        vacant = frozenset(duty.id for duty in roster.vacancies)
        machine = {d for d, a in roster.assignments.items() if a.origin is Origin.PROPOSAL and not a.locked}
        unlocked = {d for d, a in roster.assignments.items() if not a.locked}
        scopes = (vacant, vacant | machine, vacant | unlocked)
        return (*(narrow for narrow, wide in pairwise(scopes) if narrow != wide), scopes[-1])


class Workshop:
    """Tries changes of one situation; it remembers what came of more people, so that nothing is promised twice."""

    def __init__(self, asked: Situation, resolver: Resolver) -> None:
        self.asked, self.resolver = asked, resolver
        self._vacant = len(asked.roster.vacancies)
        self._scopes = Scopes(asked.roster).all()
        self._manned: dict[tuple[Reinforcement, ...], Roster] = {}

    def planned_anew(self) -> Remedy | None:
        """What is gained without any change but of who stands where."""
        return self._remedy(self._sparing(self.asked, self._freely(self.asked)))

    def relaxed(self, entry: Entry, fewest: int) -> Remedy | None:
        """The mildest form of a rule that fills as much as switching it off; nothing where that fills no more."""
        off = self._freely(self._with(entry, None))
        target = len(off.vacancies)
        if target >= fewest:
            return None
        steps = milder(entry, min(duty.span.minutes for duty in self.asked.roster.vacancies))
        low, high, best = 0, len(steps) - 1, off
        while low < high and not self.resolver.over:
            middle = (low + high) // 2
            found = self._freely(self._with(entry, steps[middle]), target)
            if len(found.vacancies) <= target:
                high, best = middle, found
            else:
                low = middle + 1
        return self._remedy(self._sparing(self._with(entry, steps[high]), best), entry=entry, instead=steps[high])

    def fills(self, wanted: tuple[Reinforcement, ...]) -> bool:
        """Whether nothing stays vacant with more people."""
        return not self.left(wanted)

    def left(self, wanted: tuple[Reinforcement, ...]) -> int:
        """How many duties stay vacant with more people."""
        if wanted not in self._manned:
            directory, _ = reinforced(self.asked.directory, wanted)
            self._manned[wanted] = self._freely(self.asked.with_directory(directory))
        return len(self._manned[wanted].vacancies)

    def manned(self, wanted: tuple[Reinforcement, ...]) -> Remedy | None:
        """The remedy that people tried before are, each group with the days on which it stands."""
        directory, added = reinforced(self.asked.directory, wanted)
        found = self._sparing(self.asked.with_directory(directory), self._manned[wanted])
        people = iter(added)
        told = []
        for one in wanted:
            ids = {next(people).id for _ in range(one.count)}
            told.append(replace(one, days=_days(found, ids)))
        return self._remedy(found, more=tuple(one for one in told if one.count))

    def _with(self, entry: Entry, instead: Entry | None) -> Situation:
        return self.asked.with_rules(with_entry(self.asked.directory.rules, entry, instead))

    def _freely(self, changed: Situation, enough: int = 0) -> Roster:
        """The best cover where all that is not locked may move."""
        proposal = self.resolver.cover(changed.steady(), self._scopes[-1], keep=False, enough=enough)
        return changed.held_by(proposal.assignments)

    def _sparing(self, changed: Situation, known: Roster) -> Roster:
        """A cover as good as the one known that moves less, if there is one."""
        enough, steady = len(known.vacancies), changed.steady()
        for scope in self._scopes[:-1]:
            if self.resolver.over:
                return known
            proposal = self.resolver.cover(steady, scope, keep=False, enough=enough)
            if len(proposal.vacancies) <= enough:
                return changed.held_by(proposal.assignments)
        calm = changed.held_by(self.resolver.best(steady, self._scopes[-1], keep=False).assignments)
        return min((known, calm), key=lambda roster: (len(roster.vacancies), self._moved(roster)))

    def _moved(self, found: Roster) -> int:
        return sum(found.holder(d) != a.volunteer_id for d, a in self.asked.roster.assignments.items())

    def _remedy(
        self,
        found: Roster,
        entry: Entry | None = None,
        instead: Entry | None = None,
        more: tuple[Reinforcement, ...] = (),
    ) -> Remedy | None:
        """What has been found, if it leaves fewer vacancies than there are."""
        left = {duty.id for duty in found.vacancies}
        if len(left) >= self._vacant:
            return None
        roster = self.asked.roster
        filled = tuple(duty.id for duty in roster.vacancies if duty.id not in left)
        return Remedy(filled, len(left), self._moved(found), entry, instead, more)


def _days(roster: Roster, people: Collection[VolunteerId]) -> tuple[date, ...]:
    held = (d for d, assignment in roster.assignments.items() if assignment.volunteer_id in people)
    return tuple(sorted({roster.plan.shift_of(d).day for d in held}))
