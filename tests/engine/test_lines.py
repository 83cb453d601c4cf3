"""Lines of work: the programme's line is the best of all lines, and where it cannot be sure it says so."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published_form import invented_form
from tiny_forms import every_line, tiny_form

from roster_app.engine.form import LACK
from roster_app.engine.lines_pricing import MAY_BE_ANY, Pricer
from roster_app.engine.native import line_cost

BROKEN = LACK // 2
"""From here on a cost is one of a broken hard rule: too little costs a twentieth of too much."""

seeds = st.integers(0, 10**9)


def reduced(form, pricer, person, prices, line):
    return line_cost(form, person, line)[0] * pricer.scale - sum(int(prices[n]) for n in line if n >= 0)


def assert_best(form, pricer, prices, found, best):
    """The line found for the first person is the best there is, or says that every line breaks a rule."""
    if best < BROKEN * pricer.scale:
        assert found is not None
        assert reduced(form, pricer, 0, prices, found.line) == best
    else:
        assert found is None or line_cost(form, 0, found.line)[1] > 0


@pytest.mark.parametrize("rests", [False, True])
@given(seed=seeds)
@settings(max_examples=150, deadline=None)
def test_no_line_is_better_than_the_best(rests, seed):
    form = tiny_form(seed, rests=rests)
    pricer = Pricer(form)
    prices = pricer.scaled(np.random.default_rng(seed).random(form.needs) * 8 - 2)
    for person in range(form.people):
        best = min(reduced(form, pricer, person, prices, line) for line in every_line(form, person))
        found = pricer.best_line(person, prices)
        assert found is not None
        own = reduced(form, pricer, person, prices, found.line)
        if found.bound:
            assert found.value <= best
        if found.exact:
            assert own == found.value
            assert not found.bound or own == best
        if not rests and best < BROKEN * pricer.scale:
            assert found.exact


@given(seed=seeds)
@settings(max_examples=150, deadline=None)
def test_a_window_is_filled_in_the_best_way(seed):
    form = tiny_form(seed)
    pricer = Pricer(form)
    dice = np.random.default_rng(seed)
    prices = pricer.scaled(dice.random(form.needs) * 8 - 2)
    first = int(dice.integers(form.slots))
    end = int(dice.integers(first, form.slots)) + 1
    lines = list(every_line(form, 0))
    around = lines[int(dice.integers(len(lines)))]
    alike = [line for line in lines if (np.delete(line - around, slice(first, end)) == 0).all()]
    best = min(reduced(form, pricer, 0, prices, line) for line in alike)
    assert_best(form, pricer, prices, pricer.best_line(0, prices, around, (first, end)), best)


@given(seed=seeds)
@settings(max_examples=150, deadline=None)
def test_a_line_holds_what_it_must(seed):
    form = tiny_form(seed)
    pricer = Pricer(form)
    dice = np.random.default_rng(seed)
    prices = pricer.scaled(dice.random(form.needs) * 8 - 2)
    lines = list(every_line(form, 0))
    must = np.where(dice.random(form.slots) < 0.5, lines[int(dice.integers(len(lines)))], MAY_BE_ANY).astype(np.int32)
    alike = [line for line in lines if ((must == MAY_BE_ANY) | (line == must)).all()]
    best = min(reduced(form, pricer, 0, prices, line) for line in alike)
    found = pricer.best_line(0, prices, must=must)
    assert_best(form, pricer, prices, found, best)
    if best < BROKEN * pricer.scale:
        assert ((must == MAY_BE_ANY) | (found.line == must)).all()


@given(seed=seeds)
@settings(max_examples=150, deadline=None)
def test_without_room_for_totals_the_value_still_bounds(seed):
    form = tiny_form(seed)
    pricer = Pricer(form, room=64)
    dice = np.random.default_rng(seed)
    for person in range(form.people):
        for _ in range(3):
            prices = pricer.scaled(dice.random(form.needs) * 8 - 2)
            best = min(reduced(form, pricer, person, prices, line) for line in every_line(form, person))
            found = pricer.best_line(person, prices)
            assert found is not None
            assert not found.bound or found.value <= best
            assert not found.exact or reduced(form, pricer, person, prices, found.line) == found.value


def test_surcharges_find_lines_that_keep_totals_for_which_there_is_no_room():
    form = invented_form(people=12, weeks=4, kinds=6, seed=4)
    pricer, prices = Pricer(form, room=200_000), np.zeros(form.needs, np.int32)
    lines = [pricer.best_line(person, prices).line for person in range(form.people)]
    kept = sum(line_cost(form, person, line)[1] == 0 for person, line in enumerate(lines))
    assert kept >= form.people * 3 // 4
