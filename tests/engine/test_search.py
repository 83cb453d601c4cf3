"""What a search promises as a whole: a roster always, the best one found, the same one for the same work."""

import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from small_teams import EASY, LEADER, MONDAY, held, people, plan, post, town
from solving import LITTLE, TIGHT, problem_of, rostered, short_of_people, solved

from roster_app.domain.book import AmountLimit, Measure, RunLimit, Window
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import LeaveId, VolunteerId
from roster_app.domain.people import Leave
from roster_app.domain.places import WHOLE_DAY
from roster_app.domain.roster import Assignment, Proposal, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.search import Limits, Phase, Progress, solve

SOON = 2.0
"""Seconds of both cores together in which a search obeys a stop: what else the machine does counts for nothing."""


def gate(volunteers: int = 12) -> Directory:
    """A checkpoint round the clock with a leader and one more."""
    return town(
        people(volunteers, leaders=volunteers // 2), [post(1, requires=frozenset({LEADER})), post(2)], rules=TIGHT
    )


def told(problem: RosterProblem, limits: Limits = LITTLE) -> tuple[Proposal, list[Progress]]:
    """A proposal with what was reported on the way."""
    reports: list[Progress] = []
    return solve(problem, limits, reports.append, lambda: False, strict=True), reports


@pytest.fixture
def every_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing new is kept back, however soon it comes."""
    monkeypatch.setattr("roster_app.engine.record._TELL_EVERY", 0.0)


@pytest.mark.usefixtures("every_report")
def test_the_same_problem_seed_and_work_give_the_same_roster() -> None:
    limits = Limits(seconds=300, work=0.5)
    (first, reports), (second, _) = (told(short_of_people(), limits) for _ in range(2))
    assert {report.phase for report in reports} >= {Phase.CONSTRUCT, Phase.IMPROVE}
    assert (first.assignments, first.cost, first.bound) == (second.assignments, second.cost, second.bound)


def test_identities_do_not_decide() -> None:
    """The same team under other numbers stands the same duties: identities are random in life."""
    team = gate()
    other = replace(team, volunteers=tuple(replace(v, id=VolunteerId(7_000 - 13 * v.id)) for v in team.volunteers))
    first, second = (solved(build(held(plan(t), {}), t, Ledger(), seed=3)) for t in (team, other))
    assert {d: 7_000 - 13 * who for d, who in first.assignments.items()} == second.assignments


def test_the_first_report_is_a_roster_and_no_later_one_is_worse() -> None:
    _, reports = told(problem_of(gate()), Limits(seconds=2))
    assert reports[0].phase is Phase.CONSTRUCT
    assert reports[0].assignments
    costs = [report.cost for report in reports]
    bounds = [report.bound for report in reports if report.bound is not None]
    assert (costs, bounds) == (sorted(costs, reverse=True), sorted(bounds))


def test_a_search_stopped_at_once_ends_with_a_roster() -> None:
    proposal = solve(problem_of(gate()), Limits(), lambda progress: None, lambda: True, strict=True)
    assert (proposal.stopped, proposal.optimal, len(proposal.assignments)) == (True, False, 42)


@pytest.mark.parametrize("after", [0.0, 0.2, 1.5])
def test_a_stop_is_obeyed_soon_and_leaves_no_thread_behind(after: float) -> None:
    """While constructing, while the bound is worked out beside the improving, and when only that is left."""
    wanted, before = threading.Event(), threading.active_count()
    asked: list[float] = []

    def ask() -> None:
        asked.append(time.process_time())
        wanted.set()

    problem = short_of_people(60, 84)
    assert problem.form.people == 60
    timer = threading.Timer(after, ask)
    timer.start()
    proposal = solve(problem, Limits(seconds=60), lambda progress: None, wanted.is_set, strict=True)
    assert time.process_time() - asked[0] < SOON
    assert proposal.stopped
    timer.join()
    assert threading.active_count() == before


def test_a_search_that_ends_by_itself_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    rostered(gate(), days=2)
    assert threading.active_count() == before


def test_a_search_stopped_on_its_way_keeps_its_best() -> None:
    reports: list[Progress] = []
    proposal = solve(problem_of(gate()), Limits(), reports.append, lambda: bool(reports), strict=True)
    assert proposal.stopped
    assert proposal.cost <= reports[-1].cost


def test_a_search_ends_with_its_seconds() -> None:
    proposal = solve(problem_of(gate()), Limits(seconds=0.1), lambda progress: None, lambda: False, strict=True)
    assert (proposal.stopped, len(proposal.assignments)) == (False, 42)


def test_a_proven_roster_says_so() -> None:
    proposal = rostered(town(people(3), [post()]), days=3)
    assert (proposal.optimal, proposal.gap) == (True, 0)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_demand_that_cannot_be_met_leaves_vacancies_and_still_a_roster(number: int) -> None:
    team = town(people(number), [post(n) for n in (1, 2, 3)], rules=TIGHT)
    proposal = rostered(team, days=3)
    assert len(proposal.assignments) + len(proposal.vacancies) == 27
    assert len(proposal.vacancies) >= 27 - 3 * number
    assert proposal.parts["vacancy"] > 0


def test_a_team_all_on_leave_leaves_everything_vacant() -> None:
    team = gate(2)
    leaves = tuple(Leave(LeaveId(v.id), v.id, whole_days(MONDAY, MONDAY + timedelta(days=6))) for v in team.volunteers)
    proposal = rostered(replace(team, leaves=leaves))
    assert (proposal.assignments, proposal.optimal) == ({}, True)


def test_nothing_open_is_proven_at_once() -> None:
    team = gate()
    made = plan(team, 1)
    problem = build(held(made, {duty.id: 1 + n % 6 for n, duty in enumerate(made.duties)}), team, Ledger(), only=())
    proposal = solved(problem)
    assert (proposal.optimal, len(proposal.assignments), proposal.cost) == (True, 6, proposal.bound)


@pytest.mark.usefixtures("every_report")
def test_the_bound_waits_where_a_roster_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roster_app.engine.search._LARGE", 0)
    proposal, reports = told(problem_of(gate()))
    assert proposal.vacancies == ()
    first = next(report for report in reports if report.bound is not None)
    assert first.phase is not Phase.CONSTRUCT
    assert proposal.bound is not None


def test_what_is_told_is_in_points_of_the_domain_even_where_rules_are_broken_already() -> None:
    """Ann is locked into a day too many; hard rules have no price where costs are told."""
    team = town(people(3), [post()], WHOLE_DAY, replace(EASY, max_consecutive_days=1))
    made = plan(team, 6)
    locked = {duty.id: Assignment(VolunteerId(1), locked=True) for duty in made.duties[:2]}
    problem = build(Roster(made, locked), team, Ledger())
    proposal, reports = told(problem)
    assert reports[-1].cost >= proposal.cost
    assert reports[0].cost < 200_000
    assert proposal.cost == sum(proposal.parts.values())
    assert proposal.bound == proposal.cost


def test_lines_that_minimums_bind_are_rostered_too() -> None:
    """Hard minimums are searched line by line: everybody has three days in a row at least, and eight days."""
    minimums = (AmountLimit(Measure.DAYS, Window.PERIOD, least=7), RunLimit(least=2), RunLimit(most=4))
    team = town(people(5), [post(headcount=3)], WHOLE_DAY, replace(EASY, entries=minimums))
    problem = problem_of(team, 14)
    proposal = solved(problem, Limits(seconds=120, work=2))
    roster = held(problem.roster.plan, {d: int(who) for d, who in proposal.assignments.items()})
    assert problem.judge.hard(roster) == ()
    assert proposal.bound is not None
    assert proposal.bound <= proposal.cost
