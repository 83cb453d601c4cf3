"""No roster is cheaper than the bound says: held against every roster of tiny problems, and the model by itself."""

from collections.abc import Iterator

import numpy as np
import pytest
from any_problem import TINY, any_problem
from filling import every_filling, how_many
from small_teams import EASY, people, post, town
from solving import problem_of, solved

from roster_app.domain.places import WHOLE_DAY
from roster_app.engine.bound import Bounding, linear_bound
from roster_app.engine.draft import Draft, Parts
from roster_app.engine.form import Numbers
from roster_app.engine.linear import FREE, Linear
from roster_app.engine.problem import RosterProblem
from roster_app.engine.relaxation import relaxation
from roster_app.engine.search import Limits
from roster_app.engine.seating import Seating
from roster_app.engine.verdict import Verdict

_MOST = 3_000
"""So many rosters of one problem are tried one by one at the most."""
_NUMBERS = range(0, 160, 20)


def tiny(begins: int) -> Iterator[RosterProblem]:
    """Twenty problems, less those with too many rosters."""
    problems = (any_problem(number, TINY) for number in range(begins, begins + 20))
    return (problem for problem in problems if how_many(problem.form) <= _MOST)


def cheapest(problem: RosterProblem) -> Parts:
    """The least too little, and the cheapest, of all rosters in which nothing is newly broken."""
    draft, verdict, seating = Draft(problem.form), Verdict(problem), Seating(problem)
    known, judge = problem.judge.hard(problem.kept), problem.judge
    found = []
    for lines in every_filling(problem.form):
        draft.set_lines(lines)
        found.append((draft.parts(), lines))
    for parts, lines in sorted(found, key=lambda one: one[0].soft + one[0].lack):
        broken = judge.hard(verdict.roster(seating.quick(lines)))
        if all(any(k.covers(v) for k in known) for v in broken):
            return parts
    raise AssertionError("leaving everything vacant breaks nothing")


@pytest.mark.parametrize("begins", _NUMBERS)
def test_no_roster_is_cheaper_than_the_bound(begins: int) -> None:
    for problem in tiny(begins):
        best = cheapest(problem)
        for whole in (True, False):
            bound = linear_bound(relaxation(problem.form, whole=whole).linear.arrays())
            assert bound is None or bound <= best.soft + best.lack


def test_a_proven_proposal_is_the_cheapest_and_nearly_every_other_too() -> None:
    """Annealing exchanges one duty for one: what takes one for two where everybody is short it may miss."""
    missed, proven, tried = 0, 0, 0
    for begins in _NUMBERS:
        for problem in tiny(begins):
            proposal, best = solved(problem, Limits(seconds=120, work=0.02)), cheapest(problem)
            cost = best.soft + Verdict(problem).offset
            assert not proposal.optimal or proposal.cost <= cost or best.lack
            tried, proven, missed = tried + 1, proven + proposal.optimal, missed + (proposal.cost != cost)
    assert missed <= tried // 50
    assert proven >= tried * 2 // 3


def test_the_whole_bound_of_a_search_by_time_is_no_higher_than_the_cheapest() -> None:
    for begins in _NUMBERS[:2]:
        for problem in tiny(begins):
            raised, offered = bounded(problem)
            best = cheapest(problem)
            assert raised
            assert max(raised) <= best.soft + best.lack
            assert all(cost == Draft(problem.form, lines).cost for lines, cost in offered)


def test_where_the_model_has_all_the_rules_its_best_solution_is_the_cheapest_roster() -> None:
    for days in (1, 3):
        problem = problem_of(town(people(3), [post(1), post(2)], WHOLE_DAY, EASY), days)
        raised, offered = bounded(problem)
        assert min(cost for _, cost in offered) == max(raised)


def bounded(problem: RosterProblem) -> tuple[list[int], list[tuple[Numbers, int]]]:
    """Every bound that is raised for a problem, and all lines offered on the way with what they cost."""
    raised: list[int] = []
    offered: list[tuple[Numbers, int]] = []
    bounding = Bounding(problem.form, raised.append, lambda *one: offered.append(one), lambda: False)
    bounding.start()
    bounding.end()
    return raised, offered


def no_offer(lines: Numbers, cost: int) -> None:
    """Nobody listens."""


def test_a_bound_that_is_over_before_it_begins_raises_nothing_and_ends() -> None:
    raised: list[int] = []
    bounding = Bounding(problem_of(town(people(4), [post()]), 7).form, raised.append, no_offer, lambda: True)
    bounding.start()
    bounding.end()
    assert raised == []


def test_what_goes_wrong_on_the_thread_of_the_bound_is_raised_at_its_end() -> None:
    def fail(bound: int) -> None:
        raise ValueError(bound)

    bounding = Bounding(problem_of(town(people(2), [post()], WHOLE_DAY), 2).form, fail, no_offer, lambda: False)
    bounding.start()
    with pytest.raises(ValueError, match=r"\d"):
        bounding.end()


def test_a_vacancy_that_nobody_can_fill_is_in_the_bound() -> None:
    problem = problem_of(town(people(1), [post(headcount=2)], WHOLE_DAY, EASY), 3)
    bound = linear_bound(relaxation(problem.form).linear.arrays())
    proposal = solved(problem, Limits(seconds=120, work=0.02))
    assert bound is not None
    assert bound + Verdict(problem).offset == proposal.cost
    assert len(proposal.vacancies) == 3


# --- the linear model ------------------------------------------------------------------------------------------------


def model() -> Linear:
    """Minimise 5 + 10 x - 20 y + 3 z, x and y and z from 0 to 4, with x + y + z = 6 and y - 2 x at most 1."""
    linear = Linear(offset=5)
    x, y, z = linear.add_columns(np.array([10, -20, 30]), np.array([4, 4, 4])).tolist()
    linear.add_row([x, y, z], [1, 1, 1], 6, 6)
    linear.add_row([y, x], [1, -2], -FREE, 1)
    return linear


def least(linear: Linear) -> int:
    """By trying all."""
    arrays = linear.arrays()
    values = (np.array(v) for v in np.ndindex(*(arrays.upper + 1).tolist()))
    return min(int(arrays.cost @ v) + arrays.offset for v in values if _holds(linear, v))


def _holds(linear: Linear, values: np.ndarray) -> bool:
    arrays = linear.arrays()
    totals = np.zeros(linear.rows, np.int64)
    np.add.at(totals, arrays.row, arrays.value * values[arrays.column])
    return bool((totals >= arrays.at_least).all() and (totals <= arrays.at_most).all())


def test_any_multipliers_bound_the_model() -> None:
    arrays, dice = model().arrays(), np.random.default_rng(1)
    best = least(model())
    for scale in (1.0, 1e3, 1e8, 1e12):
        for _ in range(50):
            assert arrays.dual_bound(dice.normal(0, scale, 2)) <= best


def test_the_best_multipliers_reach_the_least_value_of_the_linear_model() -> None:
    bound = linear_bound(model().arrays())
    assert bound == least(model())


@pytest.mark.parametrize(("bound", "possible"), [(-16, -15), (-15, -15), (-14, -5), (4, 5), (5, 5), (6, 15)])
def test_a_bound_is_rounded_up_to_a_possible_cost(bound: int, possible: int) -> None:
    linear = Linear(offset=5)
    linear.add_columns(np.array([10, -20]), np.array([1, 1]))
    assert linear.arrays().rounded_up(bound) == possible


def test_a_model_without_rows_or_columns_costs_its_offset() -> None:
    assert Linear(offset=7).arrays().dual_bound(np.zeros(0)) == 7
