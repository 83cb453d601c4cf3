"""What each method is for: the constructive pass, chains, annealing, seats people know, and the last look."""

import pickle
from dataclasses import replace
from datetime import timedelta

import pytest
from roster_app.engine.construct import construct
from roster_app.engine.line_rows import cliques
from roster_app.engine.place import as_known, in_order
from roster_app.engine.repair import repair
from small_teams import EASY, LEADER, MONDAY, held, people, plan, post, stint, town
from solving import problem_of, rostered

from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AvailabilityId, CheckpointId, PostId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.timespan import whole_days
from roster_app.engine.anneal import Annealing
from roster_app.engine.draft import Draft
from roster_app.engine.linear import Linear
from roster_app.engine.problem import build
from roster_app.engine.verdict import EngineFault, Verdict

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)


def test_scarce_seats_come_first() -> None:
    """One leader among three: were the plain post filled first, the leader could be spent on it."""
    posts = [post(1), post(2, requires=frozenset({LEADER}))]
    draft = construct(problem_of(town(people(2, leaders=1), posts, DAYTIME), 1))
    assert draft.vacancies == []


def test_a_chain_fills_what_nobody_has_room_for() -> None:
    """Ann can stand both days but only one of them; Bob only Monday, which Ann holds: she gives it up for Tuesday."""
    team = town(people(2), [post()], DAYTIME, replace(EASY, max_week_minutes=480))
    tuesday = MONDAY + timedelta(days=1)
    away = Availability(AvailabilityId(1), VolunteerId(2), AvailabilityKind.UNAVAILABLE, whole_days(tuesday, tuesday))
    draft = Draft(problem_of(replace(team, availabilities=(away,)), 2))
    draft.take(0, 0)
    assert not any(draft.fits(person, 1) for person in (0, 1))
    repair(draft)
    assert draft.holders == [[1], [0]]


def test_annealing_evens_out_what_is_unfair() -> None:
    draft = Draft(problem_of(town(people(3), [post()], DAYTIME), 9))
    for need in range(9):
        draft.take(0, need)
    annealing = Annealing(draft, seed=0)
    annealing.burst(5_000, annealing.unit)
    assert sorted(len(list(draft.stood_by(person))) for person in range(3)) == [3, 3, 3]


def test_annealing_fills_a_vacancy_it_makes_room_for() -> None:
    draft = Draft(problem_of(town(people(2), [post(1), post(2)], DAYTIME), 1))
    annealing = Annealing(draft, seed=0)
    annealing.burst(2_000, annealing.unit)
    assert (draft.vacancies, annealing.cost) == ([], draft.cost)


def test_people_return_to_the_post_they_know() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME)
    made = plan(team, 2)
    before = replace(stint(1, MONDAY - timedelta(days=1), 480, 960, 900), post_id=PostId(2))
    problem = build(replace(held(made, {}), earlier=(before,)), team, Ledger())
    draft = Draft(problem)
    for need in range(len(problem.needs)):
        for person in (0, 1):
            draft.take(person, need)
    seats = as_known(draft)
    assert {made.duties[duty].post_id for duty, person in seats.items() if person == 0} == {PostId(2)}


def test_home_comes_before_the_post_people_know() -> None:
    team = town(people(2), [post(1, 1), post(2, 2)], DAYTIME, checkpoints=2)
    ann, bob = team.volunteers
    team = replace(team, volunteers=(replace(ann, area_id=team.areas[1].id), bob))
    before = replace(stint(1, MONDAY - timedelta(days=1), 480, 960, 900), checkpoint_id=CheckpointId(1))
    problem = build(replace(held(plan(team, 1), {}), earlier=(before,)), team, Ledger())
    draft = Draft(problem)
    draft.take(0, 0)
    draft.take(1, 1)
    seats = as_known(draft)
    at = {person: problem.roster.plan.shift_of(problem.roster.plan.duties[d].id) for d, person in seats.items()}
    assert at[0].checkpoint_id == CheckpointId(2)


def test_a_roster_against_the_rules_is_seen_and_never_leaves() -> None:
    problem = problem_of(town(people(1), [post()], rules=replace(EASY, min_rest_minutes=720)), 1)
    wrong = dict.fromkeys(range(len(problem.roster.plan.duties)), 0)
    with pytest.raises(EngineFault, match="min_rest"):
        Verdict(problem, strict=True).judged(wrong)
    mended = Verdict(problem).judged(wrong)
    roster = held(problem.roster.plan, {duty: int(who) for duty, who in mended.holders.items()})
    assert problem.judge.hard(roster) == ()
    assert set(mended.vacancies) == {duty.id for duty in roster.vacancies}


def test_a_wrong_count_is_seen() -> None:
    problem = problem_of(town(people(1), [post()], DAYTIME), 1)
    dear = replace(problem, base={**problem.base, "away": 1})
    with pytest.raises(EngineFault, match="counts"):
        Verdict(dear, strict=True).judged(in_order(construct(dear)))


def test_problems_and_proposals_can_be_sent_to_another_process() -> None:
    problem = problem_of(town(people(3), [post()]), 2)
    assert pickle.loads(pickle.dumps(problem)) == problem
    proposal = rostered(town(people(3), [post()]), 2)
    assert pickle.loads(pickle.dumps(proposal)) == proposal


def test_identical_seats_are_one_need() -> None:
    """Two gates in one shift type, two posts each that ask for nothing: one watch, two needs of two seats."""
    team = town(people(4), [post(1, 1), post(2, 1), post(3, 2), post(4, 2)], DAYTIME, checkpoints=2)
    problem = problem_of(team, 1)
    assert (len(problem.watches), [need.count for need in problem.needs]) == (1, [2, 2])


def test_where_the_way_can_matter_each_checkpoint_is_a_watch() -> None:
    rules = replace(EASY, travel_between_areas=30)
    problem = problem_of(town(people(1), [post(1, 1), post(2, 2)], DAYTIME, rules, checkpoints=2), 1)
    assert (len(problem.watches), problem.conflicts) == (2, (3, 3))


def test_cliques_hold_every_conflict_and_nothing_else() -> None:
    conflicts = (0b0111, 0b1111, 0b0111, 0b1010)
    pairs = {(a, b) for clique in cliques(conflicts) for a in clique for b in clique if a != b}
    assert pairs == {(a, b) for a in range(4) for b in range(4) if a != b and conflicts[a] >> b & 1}


def test_a_bound_is_rounded_up_to_a_possible_cost() -> None:
    linear = Linear(offset=5)
    linear.column(1, cost=10)
    linear.column(1, cost=-20)
    assert [linear.rounded_up(bound) for bound in (-16, -15, -14, 4, 5, 6)] == [-15, -15, -5, 5, 5, 15]
