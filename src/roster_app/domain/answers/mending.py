"""Mending a roster with as few changes as can be: each vacated duty finds somebody, who may hand on a duty in turn."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from roster_app.domain.answers.absence import Absence
from roster_app.domain.candidates import Candidacy, candidates
from roster_app.domain.ids import DutyId, ShiftId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Roster, SeatLevel
from roster_app.domain.rules import Judge, Rule, Violation


@dataclass(frozen=True, slots=True)
class Allowance:
    """The most a mended roster may cost: duties left vacant, rules of shifts that stay broken by the absence,
    further duties that change hands, how many of those within 48 hours, people to phone."""

    vacant: int
    broken: int
    moved: int
    soon: int
    people: int


@dataclass(frozen=True, slots=True)
class _State:
    """A roster on the way: `open` wait for somebody, `settled` no longer change."""

    roster: Roster
    open: frozenset[DutyId]
    settled: frozenset[DutyId]
    people: frozenset[VolunteerId]
    shifts: frozenset[ShiftId]
    left: Allowance
    moved: tuple[DutyId, ...] = ()


@dataclass
class Mending:
    """Every way there is to mend one absence within an allowance, without a rule broken that was not before.

    Complete where rules only forbid too much; a rule that asks for at least so much may hide a way.
    """

    absence: Absence
    judge: Judge
    over: Callable[[], bool] = lambda: False
    _first: dict[DutyId, Mapping[VolunteerId, Candidacy]] = field(default_factory=dict, init=False)
    _known: dict[VolunteerId, tuple[Violation, ...]] = field(default_factory=dict, init=False)
    _known_shifts: dict[ShiftId, tuple[Violation, ...]] = field(default_factory=dict, init=False)

    def ways(self, allowed: Allowance) -> Iterator[Roster]:
        """Rosters within the allowance, those of likelier people first; the same one may come again."""
        needed = [duty for duty in self.absence.vacated if duty.level is not SeatLevel.EXTRA]
        start = _State(
            self.absence.without,
            frozenset(duty.id for duty in needed),
            frozenset(duty.id for duty in self.absence.vacated),
            frozenset(),
            frozenset(duty.shift_id for duty in self.absence.vacated),
            allowed,
        )
        for state in self._mended(start):
            yield state.roster

    @property
    def suffered(self) -> int:
        """How many rules of shifts the absence breaks by itself."""
        shifts = dict.fromkeys(duty.shift_id for duty in self.absence.vacated)
        found = ((s, v) for s in shifts for v in self.judge.of_shift(self.absence.without, s) if v.is_hard)
        return sum(not _is_known(violation, self._shift_before(shift_id)) for shift_id, violation in found)

    def _mended(self, state: _State) -> Iterator[_State]:
        if self.over():
            return
        broken = self._broken(state)
        if broken is not None:
            for duty_id in self._can_go(broken, state):
                if (freed := self._freed(state, duty_id)) is not None:
                    yield from self._mended(freed)
        elif not state.open:
            yield state
        else:
            duty_id = min(state.open, key=self._scarcity)
            for follower in self._followers(state, duty_id):
                yield from self._mended(follower)

    def _followers(self, state: _State, duty_id: DutyId) -> Iterator[_State]:
        """The duty given to each person who may take it, or left vacant where that is allowed."""
        for candidacy in self._likeliest(state, duty_id):
            who = candidacy.volunteer_id
            if who in state.people or len(state.people) < state.left.people:
                yield replace(
                    state,
                    roster=state.roster.with_changes({duty_id: Assignment(who, Origin.SUBSTITUTION)}),
                    open=state.open - {duty_id},
                    people=state.people | {who},
                )
        free = self.absence.roster.plan.duty[duty_id].level is SeatLevel.EXTRA
        if free or state.left.vacant:
            left = state.left if free else replace(state.left, vacant=state.left.vacant - 1)
            yield replace(state, open=state.open - {duty_id}, left=left)

    def _likeliest(self, state: _State, duty_id: DutyId) -> Iterator[Candidacy]:
        """Who may take it as far as the roster before all changes tells; people called already come first."""
        posted = self.absence.roster.holder(duty_id)
        found = [candidacy for who, candidacy in self._candidates(duty_id).items() if who != posted]
        for candidacy in sorted(found, key=lambda c: c.volunteer_id not in state.people):
            if candidacy.volunteer_id in state.people or self._could(candidacy, state):
                yield candidacy

    def _could(self, candidacy: Candidacy, state: _State) -> bool:
        """Whether what stands against somebody not touched yet may be moved out of the way, or heal by itself."""
        hard = [violation for violation in candidacy.against if violation.is_hard]
        if state.left.moved:
            return all(len(v.duty_ids) > 1 or _may_heal(v) for v in hard)
        return all(_may_heal(v) and len(state.open) > 1 for v in hard)

    def _candidates(self, duty_id: DutyId) -> Mapping[VolunteerId, Candidacy]:
        """Everybody, best first, as seen from the roster with the vacated duties vacant."""
        if duty_id not in self._first:
            before = self.absence.without.with_changes({duty_id: None})
            self._first[duty_id] = {c.volunteer_id: c for c in candidates(before, self.judge, duty_id)}
        return self._first[duty_id]

    def _scarcity(self, duty_id: DutyId) -> tuple[int, DutyId]:
        free = sum(not any(v.is_hard for v in c.against) for c in self._candidates(duty_id).values())
        return free, duty_id

    def _broken(self, state: _State) -> Violation | None:
        """A rule newly broken that nothing still to come can heal, or more rules of shifts than are allowed."""
        for who in state.people:
            for violation in self.judge.of_line(state.roster, who):
                heals = state.open and _may_heal(violation)
                if violation.is_hard and not heals and not _is_known(violation, self._lines_before(who)):
                    return violation
        return self._broken_together(state)

    def _broken_together(self, state: _State) -> Violation | None:
        """The same of shifts nothing more is to come to; what the absence itself breaks is allowed so many times."""
        waiting = {self.judge.plan.duty[d].shift_id for d in state.open}
        suffered = 0
        for shift_id in sorted(state.shifts - waiting):
            for violation in self.judge.of_shift(state.roster, shift_id):
                if not violation.is_hard or _is_known(violation, self._shift_before(shift_id)):
                    continue
                suffered += 1
                absent = self.judge.of_shift(self.absence.without, shift_id)
                if suffered > state.left.broken or not _is_known(violation, absent):
                    return violation
        return None

    def _lines_before(self, who: VolunteerId) -> tuple[Violation, ...]:
        """What is wrong with the person's posted duties, the absence taken off."""
        if who not in self._known:
            self._known[who] = self.judge.of_line(self.absence.without, who)
        return self._known[who]

    def _shift_before(self, shift_id: ShiftId) -> tuple[Violation, ...]:
        """What is wrong with the shift as it is posted."""
        if shift_id not in self._known_shifts:
            self._known_shifts[shift_id] = self.judge.of_shift(self.absence.roster, shift_id)
        return self._known_shifts[shift_id]

    def _can_go(self, broken: Violation, state: _State) -> Iterator[DutyId]:
        """The held duties it is about that may change hands."""
        for duty_id in broken.duty_ids:
            movable = duty_id in self.absence.roster.assignments and self.absence.may_move(duty_id)
            if duty_id in self.judge.plan.duty and duty_id not in state.settled and movable:
                yield duty_id

    def _freed(self, state: _State, duty_id: DutyId) -> _State | None:
        """The duty taken from its holder, to be given to somebody else; nothing where no more may move."""
        holder, soon = state.roster.holder(duty_id), self.absence.is_soon(duty_id)
        left = replace(state.left, moved=state.left.moved - 1, soon=state.left.soon - soon)
        people = state.people if holder is None else state.people | {holder}
        if left.moved < 0 or left.soon < 0 or len(people) > left.people:
            return None
        return replace(
            state,
            roster=state.roster.with_changes({duty_id: None}),
            open=state.open | {duty_id},
            settled=state.settled | {duty_id},
            people=people,
            shifts=state.shifts | {self.judge.plan.duty[duty_id].shift_id},
            left=left,
        )


_AT_LEAST = frozenset({Rule.RUN, Rule.AMOUNT, Rule.HALF_WEEKEND})
"""Rules that may ask for more: one more duty can heal what they find."""


def _may_heal(violation: Violation) -> bool:
    return violation.rule in _AT_LEAST and (violation.actual < violation.limit or violation.rule is Rule.HALF_WEEKEND)


def _is_known(violation: Violation, before: tuple[Violation, ...]) -> bool:
    return any(known.is_hard and known.covers(violation) for known in before)
