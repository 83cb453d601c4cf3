"""Who stands where: within a watch people return to the post and the checkpoint they know, where that costs nothing."""

from roster_app.domain.ids import CheckpointId, PostId
from roster_app.domain.roster import Stint
from roster_app.domain.timespan import minute_of
from roster_app.engine.draft import Draft
from roster_app.engine.facts import RosterProblem

Seats = dict[int, int]
"""Who holds each duty: the duty's position in the plan, and the person."""

_MANY = 40
"""Beyond so many people at one watch each keeps to the need chosen, and only the post is settled."""
_POINT = 10
"""A point of cost outweighs all that settles a tie."""


def in_order(draft: Draft) -> Seats:
    """Each need's people on its duties as they come: quick, for showing how far a search is."""
    needs = draft.problem.needs
    return {
        duty: person
        for need, holders in enumerate(draft.holders)
        for duty, person in zip(needs[need].duties, sorted(holders), strict=False)
    }


def as_known(draft: Draft) -> Seats:
    """A small assignment problem for each watch: points first, then the post and the place of the last duty."""
    problem, seats = draft.problem, in_order(draft)
    memory = _Memory(problem)
    for watch in sorted(problem.watches, key=lambda w: w.start):
        memory.advance(watch.start)
        needs = {duty: need for need in watch.needs for duty in problem.needs[need].duties if duty in seats}
        settled = _settled(problem, needs, seats, memory)
        seats |= settled
        for duty, person in settled.items():
            memory.last[person] = memory.spot(duty)
    return seats


class _Memory:
    """Where each person stood last."""

    def __init__(self, problem: RosterProblem) -> None:
        self._roster, self._directory = problem.roster, problem.judge.directory
        self._number = {volunteer.id: n for n, volunteer in enumerate(self._directory.volunteers)}
        kept = [s for s in problem.roster.stints if problem.kept.get(s.duty_id) == s.volunteer_id]
        self._standing = sorted([*problem.roster.earlier, *kept], reverse=True)
        self.last: dict[int, tuple[CheckpointId, PostId]] = {}

    def advance(self, minute: int) -> None:
        """Remember what stands already, up to a minute of the period."""
        while self._standing and self._begins(self._standing[-1]) < minute:
            stint = self._standing.pop()
            if stint.volunteer_id in self._number:
                self.last[self._number[stint.volunteer_id]] = stint.checkpoint_id, stint.post_id

    def _begins(self, stint: Stint) -> int:
        return minute_of(stint.span.start, self._roster.period.first)

    def spot(self, duty: int) -> tuple[CheckpointId, PostId]:
        """The checkpoint and post of a duty."""
        plan = self._roster.plan
        return plan.shift[plan.duties[duty].shift_id].checkpoint_id, plan.duties[duty].post_id

    def strangeness(self, person: int, duty: int) -> int:
        """0 at the post of the last duty, 1 at its checkpoint, 2 elsewhere."""
        known = self.last.get(person)
        if known is None:
            return 0
        checkpoint, post = self.spot(duty)
        return 0 if known == (checkpoint, post) else 1 if known[0] == checkpoint else 2


def _settled(problem: RosterProblem, needs: dict[int, int], seats: Seats, memory: _Memory) -> Seats:
    """The best exchange of seats among those who hold them; `needs` has the need of each duty."""
    from ortools.graph.python import linear_sum_assignment  # type: ignore[import-untyped]

    duties = list(needs)
    many = len(duties) > _MANY
    solver = linear_sum_assignment.SimpleLinearSumAssignment()
    for row, held in enumerate(duties):
        person = seats[held]
        for column, duty in enumerate(duties):
            points = problem.points(person, needs[duty])
            if points is not None and _may_move(problem, person, needs[held], needs[duty], many):
                cost = points * _POINT + memory.strangeness(person, duty)
                solver.add_arc_with_cost(row, column, cost)
    if not duties or solver.solve() != solver.OPTIMAL:
        return {duty: seats[duty] for duty in duties}
    return {duties[solver.right_mate(row)]: seats[held] for row, held in enumerate(duties)}


def _may_move(problem: RosterProblem, person: int, here: int, there: int, many: bool) -> bool:
    """Whoever leads a shift that wants a leader stays in it."""
    if here == there:
        return True
    crew = problem.needs[here].crew
    leads = crew is not None and problem.people[person].leads
    return not many and (not leads or problem.needs[there].crew == crew)
