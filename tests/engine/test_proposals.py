"""What every proposal keeps, whatever the team: the rules, what stands already, its own count, and itself."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from any_problem import Size, any_problem
from small_teams import EASY, MONDAY, held, people, plan, post, town
from solving import problem_of, solved

from roster_app.domain.book import AmountLimit, Measure, MinRest, RunLimit, Together, Window
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import THREE_BY_EIGHT_FROM_0630, WHOLE_DAY
from roster_app.domain.roster import Assignment, Proposal, Roster
from roster_app.domain.rules import Violation
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.search import Limits

A_MOMENT = Limits(seconds=120, work=0.01)
CROWDED = Size(people=(2, 8), days=12, entries=12, held=12)
FULL = Size(people=(1, 8), days=12, entries=14, held=12)


def roster_of(problem: RosterProblem, proposal: Proposal) -> Roster:
    """The roster that accepting the proposal makes."""
    new = {d: Assignment(who) for d, who in proposal.assignments.items()}
    return problem.roster.with_assignments({**new, **problem.kept.assignments})


def newly_broken(problem: RosterProblem, roster: Roster) -> list[Violation]:
    """What the roster breaks beyond what stands already, or nobody's standing, breaks by itself."""
    known = problem.judge.hard(problem.kept)
    return [v for v in problem.judge.hard(roster) if not any(k.covers(v) for k in known)]


def is_sound(problem: RosterProblem, proposal: Proposal) -> None:
    """Nothing is newly broken, nothing that stands has moved, cost and bound are the domain's."""
    roster = roster_of(problem, proposal)
    assert newly_broken(problem, roster) == []
    assert {d: proposal.assignments.get(d) for d in problem.kept.assignments} == {
        d: a.volunteer_id for d, a in problem.kept.assignments.items()
    }
    opened = {problem.roster.plan.duties[n].id for n in problem.opened}
    assert proposal.assignments.keys() - problem.kept.assignments.keys() <= opened
    assert proposal.vacancies == tuple(duty.id for duty in roster.vacancies)
    assert dict(proposal.parts) == dict(problem.judge.cost(roster))
    assert proposal.cost == sum(proposal.parts.values())
    assert proposal.bound is None or proposal.bound <= proposal.cost
    assert proposal.optimal == (proposal.bound == proposal.cost)


@pytest.mark.parametrize("begins", range(0, 120, 10))
def test_every_proposal_is_sound(begins: int) -> None:
    for number in range(begins, begins + 10):
        problem = any_problem(number)
        is_sound(problem, solved(problem, A_MOMENT))


@pytest.mark.parametrize("begins", range(1000, 1040, 10))
def test_every_proposal_is_sound_where_much_stands_against_the_rules(begins: int) -> None:
    for number in range(begins, begins + 10):
        problem = any_problem(number, CROWDED)
        is_sound(problem, solved(problem, A_MOMENT))


@pytest.mark.parametrize("number", [5151, 5313, 5582, 5701, 8966])
def test_lines_under_many_limits_are_found_soon_and_soundly(number: int) -> None:
    """Daily limits of unequal shifts, totals that take turns in binding, minimums that locks put out of reach."""
    began = time.monotonic()
    problem = any_problem(number, FULL)
    is_sound(problem, solved(problem, A_MOMENT))
    assert time.monotonic() - began < 10


def test_the_same_problem_seed_and_work_give_the_same_proposal_in_another_process_too() -> None:
    numbers = range(300, 312)
    here = [told(any_problem(number)) for number in numbers]
    assert here == [told(any_problem(number)) for number in numbers]
    run = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, *map(str, numbers)], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout.splitlines()[-1]) == here


def told(problem: RosterProblem) -> list[object]:
    """Who stands what, and the figures."""
    proposal = solved(problem, A_MOMENT)
    return [sorted(map(list, proposal.assignments.items())), proposal.cost, proposal.bound]


_ELSEWHERE = f"""
import json, sys
sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(__file__).parents[1] / "domain")!r}]
from any_problem import any_problem
from test_proposals import told
print(json.dumps([told(any_problem(int(number))) for number in sys.argv[1:]]))
"""


def test_another_seed_is_another_search() -> None:
    problem = problem_of(town(people(9), [post(1), post(2)]), 7)
    first, second = (solved(replace(problem, seed=seed), A_MOMENT) for seed in (1, 2))
    assert first.assignments != second.assignments


def test_nobody_to_stand_leaves_everything_vacant() -> None:
    problem = problem_of(town((), [post()]), 2)
    proposal = solved(problem, A_MOMENT)
    assert (proposal.assignments, len(proposal.vacancies), proposal.optimal) == ({}, 6, True)


@pytest.mark.parametrize("locked", [True, False])
def test_nothing_open_leaves_everything_as_it_is(locked: bool) -> None:
    team = town(people(2), [post()], rules=replace(EASY, min_rest_minutes=720))
    made = plan(team, 3)
    roster = Roster(made, {duty.id: Assignment(VolunteerId(1 + duty.id % 2), locked=locked) for duty in made.duties})
    proposal = solved(build(roster, team, Ledger(), keep=not locked), A_MOMENT)
    assert proposal.assignments == {d: a.volunteer_id for d, a in roster.assignments.items()}
    assert (proposal.optimal, proposal.vacancies) == (True, ())


def test_locks_that_contradict_each_other_stay_and_the_rest_is_rostered() -> None:
    """Ann is locked into two gates at once and eight nights in a row; Bob takes what he can."""
    team = town(people(2), [post(1, 1), post(2, 2)], WHOLE_DAY, replace(EASY, max_consecutive_days=2), checkpoints=2)
    made = plan(team, 8)
    locked = {d.id: Assignment(VolunteerId(1), locked=True) for d in made.duties if d.span.start.day < 12}
    problem = build(Roster(made, locked), team, Ledger())
    proposal = solved(problem, A_MOMENT)
    is_sound(problem, proposal)
    assert list(proposal.assignments.values()).count(2) == 2


def test_no_rule_is_broken_for_the_sake_of_too_little() -> None:
    """Ann should stand three days, but has time on one only: she does not stand three shifts of it instead."""
    least = AmountLimit(Measure.DUTIES, Window.PERIOD, least=3)
    rules = replace(EASY, entries=(MinRest(480), least))
    team = town(people(1), [post()], THREE_BY_EIGHT_FROM_0630, rules)
    problem = problem_of(team, 1)
    proposal = solved(problem, A_MOMENT)
    is_sound(problem, proposal)
    assert len(proposal.assignments) == 2


def test_too_little_is_mended_where_it_can_be() -> None:
    least = AmountLimit(Measure.DUTIES, Window.PERIOD, least=4, people=frozenset({VolunteerId(1)}))
    row = RunLimit(most=1, off=True, people=frozenset({VolunteerId(2)}))
    team = town(people(3), [post()], WHOLE_DAY, replace(EASY, min_rest_minutes=0, entries=(least, row)))
    problem = problem_of(team, 9)
    proposal = solved(problem, Limits(seconds=120, work=0.1))
    assert problem.judge.hard(roster_of(problem, proposal)) == ()


def test_what_a_crew_breaks_already_does_not_hide_what_is_better_elsewhere() -> None:
    """Ann, who shall stand only with Bob, is locked alone on Monday: the other days are shared all the same."""
    rules = replace(EASY, entries=(Together(frozenset({VolunteerId(1), VolunteerId(2)})),))
    team = town(people(4), [post()], WHOLE_DAY, rules)
    made = plan(team, 8)
    locked = {made.duties[0].id: Assignment(VolunteerId(1), locked=True)}
    proposal = solved(build(Roster(made, locked), team, Ledger()), Limits(seconds=120, work=0.1))
    assert proposal.vacancies == ()
    assert sorted(list(proposal.assignments.values()).count(who) for who in (3, 4)) == [3, 4]


def test_a_duty_kept_outside_the_scope_is_neither_filled_nor_counted_twice() -> None:
    team = town(people(2), [post()], WHOLE_DAY)
    made = plan(team, 3)
    first, _, third = (duty.id for duty in made.duties)
    problem = build(held(made, {first: 1}), team, Ledger(), only={third}, keep=False)
    proposal = solved(problem, A_MOMENT)
    is_sound(problem, proposal)
    assert proposal.assignments.keys() == {first, third}
    assert made.duty[third].span.start.date() == MONDAY + timedelta(days=2)
