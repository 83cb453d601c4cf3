"""Ways to fill a form's open needs: at random, whatever that breaks, and one after the other all there are."""

from collections.abc import Iterator
from itertools import product
from math import prod
from random import Random

import numpy as np

from roster_app.engine.draft import fixed_lines
from roster_app.engine.form import NEVER, Form, Numbers

Choice = tuple[int, int, list[int]]
"""A person, a slot, and the needs the person can stand there."""


def choices(form: Form) -> list[Choice]:
    """Where somebody can stand at all, whatever else the person stands."""
    fixed = fixed_lines(form)
    wish = form.wish.reshape(form.people, form.watches)
    points = form.place_points.reshape(form.person_places, form.places)
    found = []
    for person in range(form.people):
        for slot in np.flatnonzero(fixed[person] < 0).tolist():
            needs = range(form.slot_needs[slot], form.slot_needs[slot + 1])
            able = [n for n in needs if form.need_open[n] and wish[person, form.need_watch[n]] < NEVER]
            able = [n for n in able if points[form.place[person], form.need_place[n]] < NEVER]
            if able:
                found.append((person, slot, able))
    return found


def filled(form: Form, dice: Random, part: float) -> Numbers:
    """Lines in which about such a part of what people can stand is stood, no need by more than it has seats for."""
    lines = fixed_lines(form)
    left = (form.need_most - np.bincount(lines[lines >= 0], minlength=form.needs)).tolist()
    for person, slot, able in choices(form):
        need = dice.choice(able)
        if left[need] > 0 and dice.random() < part:
            lines[person, slot] = need
            left[need] -= 1
    return lines


def how_many(form: Form) -> int:
    """In how many ways the form can be filled, those with too many people at a need counted along."""
    return prod(1 + len(able) for _, _, able in choices(form))


def every_filling(form: Form) -> Iterator[Numbers]:
    """All ways to fill the form, or parts of it."""
    start, all_choices = fixed_lines(form), choices(form)
    where = tuple(np.array([c[n] for c in all_choices], np.int64) for n in (0, 1))
    for needs in product(*([-1, *able] for _, _, able in all_choices)):
        lines = start.copy()
        lines[where] = needs
        if (np.bincount(lines[lines >= 0], minlength=form.needs) <= form.need_most).all():
            yield lines
