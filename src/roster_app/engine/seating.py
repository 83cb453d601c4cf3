"""Who sits where: people of a need on its duties, and within a watch back to the post and the place they know."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from roster_app.domain.ids import CheckpointId, PostId, VolunteerId
from roster_app.domain.roster import SeatLevel, Stint
from roster_app.domain.timespan import minute_of
from roster_app.engine.form import NEVER, Form, Numbers
from roster_app.engine.problem import RosterProblem

Costs = NDArray[np.int64]
Seats = dict[int, int]
"""Who holds each duty: the duty's position in the plan, and the person."""

_MANY = 40
"""Beyond so many people at one watch each keeps to the need chosen, and only the seat is settled."""
_POINT = 10
"""A point of cost outweighs all that settles a tie."""
_LEVELS = tuple(SeatLevel)


def holders_of(lines: Numbers, form: Form) -> dict[int, list[int]]:
    """The people at each need that is open."""
    found: dict[int, list[int]] = defaultdict(list)
    fixed = form.fixed.reshape(form.people, form.slots)
    people, slots = ((lines >= 0) & (lines != fixed)).nonzero()
    for person, need in zip(people.tolist(), lines[people, slots].tolist(), strict=True):
        found[need].append(person)
    return found


class Seating:
    """Made once for a problem; then asked about any lines."""

    def __init__(self, problem: RosterProblem) -> None:
        self._problem, self._form = problem, problem.form
        plan = problem.roster.plan
        self._number = {who: n for n, who in enumerate(problem.people)}
        self._posted = {plan.duty[d].id: self._number.get(who, -1) for d, who in problem.roster.posted.items()}
        self._seats = [self._in_order(need) for need in range(self._form.needs)]

    def _in_order(self, need: int) -> list[int]:
        """The duties of a need, those that are needed first."""
        duties = self._problem.roster.plan.duties
        return sorted(self._problem.seats[need], key=lambda n: (_LEVELS.index(duties[n].level), n))

    def quick(self, lines: Numbers) -> Seats:
        """Each need's people on its duties: those posted there first, the others as they come."""
        seats: Seats = {}
        for need, people in holders_of(lines, self._form).items():
            seats |= self._seated(need, people)
        return seats

    def settled(self, lines: Numbers) -> Seats:
        """As cheap, with everybody as close as can be to the post and the checkpoint of the duty before."""
        seats, memory = self.quick(lines), _Memory(self._problem, self._number)
        watches: dict[int, list[int]] = defaultdict(list)
        for need in range(self._form.needs):
            if self._seats[need]:
                watches[int(self._form.need_watch[need])].append(need)
        for watch in sorted(watches, key=lambda w: int(self._form.watch_start[w])):
            memory.advance(int(self._form.watch_start[watch]))
            for needs in self._exchangeable(watches[watch]):
                own = {duty: need for need in needs for duty in self._seats[need] if duty in seats}
                settled = self._settled(own, seats, memory)
                seats |= settled
                for duty, person in settled.items():
                    memory.last[person] = memory.spot(duty)
        return seats

    def _exchangeable(self, needs: list[int]) -> list[list[int]]:
        """Needs of a watch among which people may change without a crew noticing and without seats' costs changing."""
        if sum(len(self._seats[need]) for need in needs) > _MANY:
            return [[need] for need in needs]
        form = self._form
        groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for need in needs:
            crews = tuple(form.crew_of[form.need_crews[need] : form.need_crews[need + 1]].tolist())
            groups[crews, int(form.need_site[need])].append(need)
        return list(groups.values())

    def _seated(self, need: int, people: list[int]) -> Seats:
        if not self._posted:
            return dict(zip(self._seats[need][: len(people)], sorted(people), strict=True))
        plan, left = self._problem.roster.plan, set(people)
        duties, seats = self._filled(need, left), {}
        for duty in duties:
            posted = self._posted.get(plan.duties[duty].id)
            if posted in left:
                seats[duty] = posted
                left.discard(posted)
        others = iter(sorted(left))
        return seats | {duty: next(others) for duty in duties if duty not in seats}

    def _filled(self, need: int, people: set[int]) -> list[int]:
        """As many seats as people: those that are needed, then those wanted; of the same those posted to them."""
        duties = self._problem.roster.plan.duties

        def order(n: int) -> tuple[int, bool, int]:
            return _LEVELS.index(duties[n].level), self._posted.get(duties[n].id) not in people, n

        return sorted(self._seats[need], key=order)[: len(people)]

    def _settled(self, needs: dict[int, int], seats: Seats, memory: "_Memory") -> Seats:
        """The best exchange of seats among those who hold them; `needs` has the need of each duty."""
        from ortools.graph.python import linear_sum_assignment  # type: ignore[import-untyped]

        duties = list(needs)
        if len(duties) < 2:
            return {duty: seats[duty] for duty in duties}
        people = [seats[duty] for duty in duties]
        points = self._points(people, [needs[duty] for duty in duties], duties)
        rows, columns = (points < NEVER).nonzero()
        ties = memory.strangeness(people, duties)
        costs = points[rows, columns] * _POINT + ties[rows, columns]
        solver = linear_sum_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(rows.astype(np.int32), columns.astype(np.int32), costs)
        if solver.solve() != solver.OPTIMAL:
            return {duty: seats[duty] for duty in duties}
        return {duties[solver.right_mate(row)]: person for row, person in enumerate(people)}

    def _points(self, people: list[int], needs: list[int], duties: list[int]) -> Costs:
        """Points of each of the people at each of the duties, all of one watch; NEVER where they cannot stand."""
        form = self._form
        watch = int(form.need_watch[needs[0]])
        wish = form.wish.reshape(form.people, form.watches)[people, watch].astype(np.int64)
        table = form.place_points.reshape(form.person_places, form.places)
        place = table[np.ix_(form.place[people], form.need_place[needs])].astype(np.int64)
        points = np.where(place < NEVER, wish[:, None] + place, NEVER)
        for column, (need, duty) in enumerate(zip(needs, duties, strict=True)):
            turns = slice(form.need_turns[need], form.need_turns[need + 1])
            for who, out_of_turn in zip(form.turn_person[turns], form.turn_points[turns], strict=True):
                points[:, column] += out_of_turn * (np.array(people) != who)
            posted = self._posted.get(self._problem.roster.plan.duties[duty].id)
            if posted is not None:
                points[:, column] += int(form.need_prior_points[need]) * (np.array(people) != posted)
        return points


class _Memory:
    """Where each person stood last."""

    def __init__(self, problem: RosterProblem, number: dict[VolunteerId, int]) -> None:
        self._problem, self._plan = problem, problem.roster.plan
        self._number = number
        self._standing = sorted([*problem.kept.earlier, *problem.kept.stints], reverse=True)
        self._origin = problem.form.first
        self.last: dict[int, tuple[CheckpointId, PostId]] = {}

    def advance(self, minute: int) -> None:
        """Remember what stands already, up to a minute of the form."""
        while self._standing and self._begins(self._standing[-1]) < minute:
            stint = self._standing.pop()
            if stint.volunteer_id in self._number:
                self.last[self._number[stint.volunteer_id]] = stint.checkpoint_id, stint.post_id

    def _begins(self, stint: Stint) -> int:
        return minute_of(stint.span.start, self._plan.period.first) + self._origin * 1440

    def spot(self, duty: int) -> tuple[CheckpointId, PostId]:
        """The checkpoint and post of a duty."""
        return self._plan.shift[self._plan.duties[duty].shift_id].checkpoint_id, self._plan.duties[duty].post_id

    def strangeness(self, people: list[int], duties: list[int]) -> Costs:
        """For each of the people at each duty 0 at the post of the last duty, 1 at its checkpoint, 2 elsewhere."""
        known = [self.last.get(person) for person in people]
        spots = [self.spot(duty) for duty in duties]
        found = np.zeros((len(people), len(duties)), np.int64)
        for n, spot in enumerate(known):
            if spot is not None:
                found[n] = [0 if spot == there else 1 if spot[0] == there[0] else 2 for there in spots]
        return found
