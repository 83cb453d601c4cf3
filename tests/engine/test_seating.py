"""Who sits where: people return to the post they know, posted seats are kept, needed seats come first."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from small_teams import EASY, MONDAY, held, people, plan, post, stint, town
from solving import problem_of, solved

from roster_app.domain.book import LeaderEachShift, Stability
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import CheckpointId, PostId, VolunteerId
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.roster import Roster, SeatLevel
from roster_app.engine.draft import Draft
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.seating import Seating

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)


def everybody_in(problem: RosterProblem, needs: list[list[int]]) -> dict[int, int]:
    """The settled seats of lines, [people][slots]."""
    return Seating(problem).settled(Draft(problem.form, np.array(needs, np.int32)).lines())


def posts_of(problem: RosterProblem, seats: dict[int, int], person: int) -> list[PostId]:
    """At which posts a person sits, duty by duty."""
    return [problem.roster.plan.duties[duty].post_id for duty, who in sorted(seats.items()) if who == person]


def test_people_return_to_the_post_they_know() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME)
    before = replace(stint(1, MONDAY - timedelta(days=1), 480, 960, 900), post_id=PostId(2))
    problem = build(replace(held(plan(team, 2), {}), earlier=(before,)), team, Ledger())
    assert problem.form.needs - 1 == 2
    seats = everybody_in(problem, [[2, 0, 1], [-1, 0, 1]] if problem.form.need_open[0] else [[0, 1, 2], [-1, 1, 2]])
    assert posts_of(problem, seats, 0) == [PostId(2)] * 2
    assert posts_of(problem, seats, 1) == [PostId(1)] * 2


def test_home_comes_before_the_post_people_know() -> None:
    team = town(people(2), [post(1, 1), post(2, 2)], DAYTIME, checkpoints=2)
    ann, bob = team.volunteers
    team = replace(team, volunteers=(replace(ann, area_id=team.areas[1].id), bob))
    before = replace(stint(1, MONDAY - timedelta(days=1), 480, 960, 900), checkpoint_id=CheckpointId(1))
    problem = build(replace(held(plan(team, 1), {}), earlier=(before,)), team, Ledger())
    first, second = np.flatnonzero(problem.form.need_open).tolist()
    seats = everybody_in(problem, [[0, first], [-1, second]])
    assert posts_of(problem, seats, 0) == [PostId(2)]


def test_nobody_changes_place_where_a_crew_would_notice() -> None:
    """Two gates with a shift each: who stands with whom is the crew's matter, known posts or not."""
    rules = replace(EASY, entries=(LeaderEachShift(),))
    team = town(people(4, leaders=2), [post(n, 1 + n % 2) for n in range(1, 5)], DAYTIME, rules, checkpoints=2)
    made = plan(team, 1)
    earlier = tuple(
        replace(stint(n, MONDAY - timedelta(days=1), 480, 960, 900 + n), checkpoint_id=CheckpointId(1 + n % 2))
        for n in (1, 2, 3, 4)
    )
    problem = build(replace(held(made, {}), earlier=earlier), team, Ledger())
    proposal = solved(problem)
    leaders = [
        sum(proposal.assignments[d.id] <= 2 for d in made.duties if made.shift_of(d.id).checkpoint_id == gate)
        for gate in (1, 2)
    ]
    assert leaders == [1, 1]


def posted_problem(roster: Roster, points: int = 5) -> RosterProblem:
    """Two seats of one post, posted to Bob and Ann in this order, with points for each change."""
    team = town(people(3), [post(headcount=2)], DAYTIME, replace(EASY, entries=(Stability(points),)))
    first, second = roster.plan.duties
    posted = {first.id: VolunteerId(2), second.id: VolunteerId(1)}
    return build(replace(roster, posted=posted), team, Ledger())


def test_posted_seats_are_kept() -> None:
    roster = held(plan(town(people(3), [post(headcount=2)], DAYTIME), 1), {})
    problem = posted_problem(roster)
    first, second = roster.plan.duties
    assert solved(problem).assignments == {first.id: VolunteerId(2), second.id: VolunteerId(1)}


def test_one_of_two_posted_to_a_post_keeps_the_seat_that_was_theirs() -> None:
    problem = posted_problem(held(plan(town(people(3), [post(headcount=2)], DAYTIME), 1), {}))
    assert Seating(problem).quick(np.array([[0], [-1], [-1]], np.int32)) == {1: 0}
    assert Seating(problem).quick(np.array([[-1], [0], [-1]], np.int32)) == {0: 1}
    assert Seating(problem).quick(np.array([[-1], [-1], [0]], np.int32)) == {0: 2}


def test_needed_seats_are_filled_before_wanted_ones() -> None:
    problem = problem_of(town(people(2), [post(minimum=1, headcount=2, maximum=3)], DAYTIME), 1)
    duties = problem.roster.plan.duties
    seats = Seating(problem).quick(np.array([[0], [-1]], np.int32))
    assert [duties[duty].level for duty in seats] == [SeatLevel.NEEDED]


def test_a_posted_seat_that_is_only_wanted_is_a_need_of_its_own() -> None:
    """A posted wanted seat would else be told from a needed one by nobody: filling it is not filling the needed."""
    team = town(people(2), [post(minimum=1, headcount=2)], DAYTIME, replace(EASY, entries=(Stability(5),)))
    made = plan(team, 1)
    posted = {duty.id: VolunteerId(n) for n, duty in enumerate(made.duties, start=1)}
    problem = build(Roster(made, posted=posted), team, Ledger())
    assert problem.form.need_wanted.tolist() == [1, 1]
    assert sorted(problem.form.need_least.tolist()) == [0, 1]


def test_many_people_at_one_watch_keep_to_the_need_chosen() -> None:
    team = town(people(50), [post(n, headcount=25) for n in (1, 2)], DAYTIME)
    problem = problem_of(team, 1)
    proposal = solved(problem)
    assert len(proposal.assignments) == 50
