"""Whatever the team: the domain finds nothing hard, both count the same cost, and no roster beats a proven one."""

import itertools
import math
from collections.abc import Iterator

from any_team import problems
from hypothesis import HealthCheck, assume, given, settings
from roster_app.engine.construct import construct
from roster_app.engine.facts import RosterProblem
from roster_app.engine.model import RosterModel
from roster_app.engine.place import as_known, in_order
from roster_app.engine.repair import repair
from roster_app.engine.score import score
from solving import solved

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Roster
from roster_app.engine.anneal import Annealing
from roster_app.engine.bound import linear_bound
from roster_app.engine.draft import Draft
from roster_app.engine.linear import Linear, Row
from roster_app.engine.verdict import Verdict

_PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
_ROSTERS = 3_000
"""So many rosters of one team are tried one by one at the most."""


def every_roster(problem: RosterProblem) -> Iterator[Roster]:
    """Every way to fill the open duties, or to leave them vacant."""
    everyone: list[VolunteerId | None] = [None, *(v.id for v in problem.judge.directory.volunteers)]
    open_duties = [problem.roster.plan.duties[duty].id for need in problem.needs for duty in need.duties]
    kept = {duty: a for duty, a in problem.roster.assignments.items() if duty in problem.kept}
    for choice in itertools.product(everyone, repeat=len(open_duties)):
        found: dict[DutyId, Assignment] = {
            duty: Assignment(who) for duty, who in zip(open_duties, choice, strict=True) if who is not None
        }
        yield problem.roster.with_assignments({**kept, **found})


def cheapest(problem: RosterProblem) -> int:
    """The least cost of all rosters that break no rule beyond what the kept duties break by themselves."""
    kept = {duty: a for duty, a in problem.roster.assignments.items() if duty in problem.kept}
    known = set(problem.judge.hard(problem.roster.with_assignments(kept)))
    return min(
        sum(score(roster, problem.judge, problem.weights).values())
        for roster in every_roster(problem)
        if set(problem.judge.hard(roster)) <= known
    )


@settings(_PATIENT, max_examples=40)
@given(problems(people_at_most=3, posts_at_most=1, days=2))
def test_a_proven_optimum_is_the_cheapest_of_all_rosters(problem: RosterProblem) -> None:
    assume((1 + len(problem.people)) ** problem.seats <= _ROSTERS)
    proposal = solved(problem)
    assert proposal.optimal
    assert proposal.cost == proposal.bound == cheapest(problem)


@settings(_PATIENT, max_examples=60)
@given(problems())
def test_the_domain_finds_nothing_hard_and_the_bound_is_below_the_cost(problem: RosterProblem) -> None:
    proposal = solved(problem)
    assert proposal.cost == sum(proposal.parts.values())
    assert proposal.bound is not None
    assert proposal.bound <= proposal.cost
    assert proposal.optimal == (proposal.bound == proposal.cost)
    assert {d: proposal.assignments[d] for d in problem.kept} == dict(problem.kept)


@_PATIENT
@given(problems())
def test_each_method_keeps_the_rules_and_counts_as_the_domain_does(problem: RosterProblem) -> None:
    verdict, draft = Verdict(problem, strict=True), construct(problem)
    verdict.judged(in_order(draft))
    vacant = len(draft.vacancies)
    repair(draft)
    assert len(draft.vacancies) <= vacant
    verdict.judged(in_order(draft))
    vacant, cost = len(draft.vacancies), draft.cost
    annealing = Annealing(draft, seed=1)
    annealing.burst(2_000, annealing.unit)
    assert annealing.cost == draft.cost
    assert len(draft.vacancies) <= vacant or draft.cost < cost + 8 * annealing.unit
    placed = verdict.judged(as_known(draft))
    assert placed.cost <= draft.cost


@_PATIENT
@given(problems())
def test_a_draft_is_a_solution_of_the_model_at_the_same_cost(problem: RosterProblem) -> None:
    draft = construct(problem)
    model = RosterModel(problem)
    values = model.values(draft)
    assert [row for row in model.linear.rows if not holds(row, values)] == []
    assert cost_of(model.linear, values) == draft.cost
    assert model.draft(values).cost <= draft.cost


@_PATIENT
@given(problems())
def test_no_draft_is_cheaper_than_the_bound_of_the_relaxation(problem: RosterProblem) -> None:
    bound = linear_bound(RosterModel(problem).linear, seconds=60)
    assert bound is not None
    draft = construct(problem)
    repair(draft)
    annealing = Annealing(draft, seed=1)
    annealing.burst(2_000, annealing.unit)
    assert bound <= draft.cost


@_PATIENT
@given(problems())
def test_what_is_taken_and_dropped_again_leaves_no_trace(problem: RosterProblem) -> None:
    draft = construct(problem)
    before, parts = [list(held) for held in draft.holders], draft.parts()
    for need, held in enumerate(before):
        for person in held:
            draft.drop(person, need)
    assert draft.parts() == Draft(problem).parts()
    for need, held in enumerate(before):
        for person in held:
            draft.take(person, need)
    assert (draft.holders, draft.parts()) == (before, parts)


def holds(row: Row, values: list[int]) -> bool:
    """Whether the values keep the row."""
    total = sum(coefficient * values[column] for column, coefficient in row.terms)
    low = -math.inf if row.lower is None else row.lower
    high = math.inf if row.upper is None else row.upper
    return low <= total <= high


def cost_of(linear: Linear, values: list[int]) -> int:
    """The cost of values that stay within the columns' bounds."""
    assert all(low <= v <= high for low, v, high in zip(linear.lower, values, linear.upper, strict=True))
    return linear.offset + sum(cost * value for cost, value in zip(linear.cost, values, strict=True))
