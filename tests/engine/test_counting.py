"""The engine counts as the domain does, for any roster, and changes its count with every move as if counted afresh."""

from random import Random

import numpy as np
import pytest
from any_problem import Size, any_problem
from filling import filled
from small_teams import people, post, town
from solving import problem_of

from roster_app.engine.draft import Draft, Room, fixed_lines, order_of_needs
from roster_app.engine.form import HARD
from roster_app.engine.problem import RosterProblem
from roster_app.engine.seating import Seating
from roster_app.engine.verdict import EngineFault, Verdict

LARGER = Size(people=(1, 8), days=16, entries=14)


def agree(problem: RosterProblem, number: int) -> None:
    """The same cost to the point, and broken rules on both sides or on neither, for four rosters."""
    dice, form, judge = Random(number), problem.form, problem.judge
    verdict, seating = Verdict(problem, strict=True), Seating(problem)
    standing, known = Draft(form).parts(), judge.hard(problem.kept)
    for part in (0.0, 0.1, 0.4, 1.0):
        lines = filled(form, dice, part)
        roster, counted = verdict.roster(seating.quick(lines)), Draft(form, lines).parts()
        assert counted.soft + verdict.offset == sum(judge.cost(roster).values())
        if not known:
            assert (counted.broken > standing.broken) == bool(judge.hard(roster))


@pytest.mark.parametrize("begins", range(0, 300, 20))
def test_the_engine_counts_as_the_domain_does(begins: int) -> None:
    for number in range(begins, begins + 20):
        agree(any_problem(number), number)


@pytest.mark.parametrize("begins", range(0, 60, 10))
def test_the_engine_counts_as_the_domain_does_with_many_rules_and_people(begins: int) -> None:
    for number in range(begins, begins + 10):
        agree(any_problem(number, LARGER), number)


@pytest.mark.parametrize("begins", range(0, 100, 10))
def test_every_accepted_move_changes_the_cost_as_if_counted_afresh(begins: int) -> None:
    for number in range(begins, begins + 10):
        problem = any_problem(number, LARGER)
        draft, room = Draft(problem.form), Room(problem.form, number)
        draft.construct(room, order_of_needs(problem.form), 0)
        everyone = np.arange(problem.form.people, dtype=np.int32)
        for link in (1_000, HARD):
            draft.price_links(link)
            for heat in (1.0, 1e3, 1e6):
                draft.anneal(room, everyone, 1_000, heat, elastic=True)
                draft.settle([room])
                counted = draft.cost, draft.broken_crews
                assert counted == (draft.recount(), draft.broken_crews)
        holds_together(draft)


def holds_together(draft: Draft) -> None:
    """What stands already is untouched, no need has too many, and the parts of the cost are all of it."""
    form, lines, fixed = draft.form, draft.lines(), fixed_lines(draft.form)
    assert (lines[fixed >= 0] == fixed[fixed >= 0]).all()
    assert (np.bincount(lines[lines >= 0], minlength=form.needs) <= form.need_most).all()
    parts = draft.parts()
    assert parts.soft + parts.hard + parts.lack == draft.recount()
    assert (parts.broken == 0) == (parts.hard + parts.lack == 0)


@pytest.mark.parametrize("begins", range(0, 60, 20))
def test_exchanges_on_two_threads_leave_crews_to_be_counted_afterwards(begins: int) -> None:
    for number in range(begins, begins + 20):
        form = any_problem(number, LARGER).form
        draft, rooms = Draft(form), [Room(form, 1), Room(form, 2)]
        draft.construct(rooms[0], order_of_needs(form), 0)
        everyone = np.arange(form.people, dtype=np.int32)
        draft.weigh_crews(False)
        fill = np.bincount(draft.lines().ravel() + 1, minlength=form.needs + 1)[1:]
        draft.anneal_apart(rooms, [everyone[::2].copy(), everyone[1::2].copy()], 500, 1e3)
        draft.settle(rooms)
        assert (np.bincount(draft.lines().ravel() + 1, minlength=form.needs + 1)[1:] == fill).all()
        counted = draft.cost
        draft.weigh_crews(True)
        assert form.crews or counted == draft.cost
        draft.anneal(rooms[0], everyone, 500, 1e3, elastic=True)
        draft.settle(rooms[:1])
        assert draft.cost == draft.recount()


def test_a_wrong_count_is_seen() -> None:
    problem = problem_of(town(people(1), [post()]), 1)
    problem.form.need_short[:] += 1
    with pytest.raises(EngineFault, match="counts"):
        Verdict(problem, strict=True).judged(Seating(problem).quick(filled(problem.form, Random(0), 1.0)))
