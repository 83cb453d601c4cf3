"""Dives: what they choose anew is cheaper, and nothing else moves."""

import numpy as np
import pytest
from published_form import invented_form

from roster_app.engine.lines_columns import Pool, roster_cost
from roster_app.engine.lines_dive import MANNERS, Diver
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_start import start_lines
from roster_app.engine.native import line_cost


@pytest.fixture(scope="module")
def month():
    return invented_form(people=10, weeks=4, kinds=2, seed=3)


@pytest.fixture(scope="module")
def lines(month):
    return start_lines(month, seed=1)


def diver(form):
    return Diver(form, Pool(form), Pricer(form, 1), lambda: False, np.random.default_rng(1))


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("window", [None, (7, 21)])
def test_a_dive_over_everybody_improves_a_start(month, lines, manner, window):
    cost = roster_cost(month, lines)
    found = diver(month).improve(list(range(month.people)), lines, cost, None, manner, window=window).lines
    assert found is not None
    assert roster_cost(month, found) < cost
    assert all(line_cost(month, p, found[p])[1] == 0 for p in range(month.people))


def test_days_outside_the_window_stay(month, lines):
    cost = roster_cost(month, lines)
    found = diver(month).improve(list(range(month.people)), lines, cost, None, MANNERS[0], window=(7, 21)).lines
    assert (found[:, :7] == lines[:, :7]).all()
    assert (found[:, 21:] == lines[:, 21:]).all()


def test_people_who_are_not_asked_keep_their_lines(month, lines):
    cost = roster_cost(month, lines)
    found = diver(month).improve([1, 2, 5, 8], lines, cost, None, MANNERS[1]).lines
    others = [p for p in range(month.people) if p not in (1, 2, 5, 8)]
    assert (found[others] == lines[others]).all()


def test_what_cannot_be_better_is_known_to_be(month, lines):
    """The cheapest line of one person alone is at once the end of it."""
    best = diver(month).improve([4], lines, roster_cost(month, lines), None, MANNERS[0])
    after = lines if best.lines is None else best.lines
    again = diver(month).improve([4], after, roster_cost(month, after), None, MANNERS[0])
    assert again.lines is None
    assert again.pruned
