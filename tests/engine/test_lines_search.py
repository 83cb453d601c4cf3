"""The search over lines: a start that keeps the rules, a true bound, the same outcome for the same work, and an end."""

import time
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from published_form import invented_form
from tiny_forms import every_line, tiny_form

from roster_app.engine.lines_columns import roster_cost
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_search import LinesSearch
from roster_app.engine.lines_start import start_lines
from roster_app.engine.native import line_cost


class Heard:
    """What a search told."""

    def __init__(self):
        self.lines, self.costs, self.bounds = None, [], []

    def offer(self, lines, cost):
        self.lines = lines.copy()
        self.costs.append(cost)


def searched(form, seed=0, work=1):
    heard = Heard()
    LinesSearch(form, seed).run(lambda: False, heard.offer, heard.bounds.append, work)
    return heard


def best_roster(form):
    every = [list(every_line(form, person)) for person in range(form.people)]
    kept = [[line for line in lines if line_cost(form, p, line)[1] == 0] for p, lines in enumerate(every)]
    assume(0 < len(kept[0]) * len(kept[1]) < 3000)
    return min(roster_cost(form, np.array(lines)) for lines in product(*kept))


@pytest.fixture(scope="module")
def month():
    return invented_form(people=8, weeks=2, kinds=2, seed=5)


@given(seed=st.integers(0, 10**9))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_bound_is_never_above_the_best_roster(seed):
    form = tiny_form(seed)
    best = best_roster(form)
    heard = searched(form)
    assert all(bound <= best for bound in heard.bounds)
    assert heard.costs[-1] >= best


def possible(form):
    """Who has a line that breaks no hard rule at all."""
    pricer, prices = Pricer(form), np.zeros(form.needs, np.int32)
    lines = [pricer.best_line(person, prices).line for person in range(form.people)]
    return [line_cost(form, person, line)[1] == 0 for person, line in enumerate(lines)]


def test_a_start_breaks_no_hard_rule(month):
    lines = start_lines(month, seed=3)
    assert sum(possible(month)) > month.people // 2
    assert [line_cost(month, p, lines[p])[1] == 0 for p in range(month.people)] == possible(month)


def test_a_start_of_a_long_horizon_breaks_no_hard_rule():
    form = invented_form(people=6, weeks=20, kinds=6, seed=2)
    lines = start_lines(form, seed=1)
    assert [line_cost(form, p, lines[p])[1] for p in range(form.people)] == [0] * form.people


def test_costs_fall_and_are_true(month):
    heard = searched(month)
    assert heard.costs == sorted(heard.costs, reverse=True)
    assert heard.costs[-1] == roster_cost(month, heard.lines)
    assert heard.bounds == sorted(heard.bounds)
    assert heard.bounds[-1] <= heard.costs[-1]


def test_same_seed_and_work_give_the_same_roster(month):
    one, other = searched(month, seed=7), searched(month, seed=7)
    assert (one.lines == other.lines).all()
    assert one.bounds == other.bounds


def test_it_ends_soon_after_it_is_told_to(month):
    until = time.monotonic() + 1.0
    heard = Heard()
    LinesSearch(month, 0).run(lambda: time.monotonic() > until, heard.offer, heard.bounds.append)
    assert time.monotonic() < until + 20.0
    assert heard.costs
