"""Columns of the lines: whole lines of people with their cost, and what the cover they leave costs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from roster_app.engine.form import HARD, Form, Numbers
from roster_app.engine.native import line_cost

Fill = NDArray[np.int64]
"""How many people stand at each need."""


@dataclass(frozen=True, slots=True)
class Column:
    """A line of a person, its cost in points, and the needs it stands at."""

    person: int
    line: Numbers
    cost: int
    rows: Numbers


@dataclass
class Pool:
    """All columns found so far, none twice."""

    form: Form
    columns: list[Column] = field(default_factory=list)
    of_person: dict[int, list[int]] = field(default_factory=dict)
    _seen: dict[tuple[int, bytes], int] = field(default_factory=dict)

    def add(self, person: int, line: Numbers) -> int:
        """The number of the column of this line; one that is new gets the next number."""
        key = (person, line.tobytes())
        if key not in self._seen:
            cost, _ = line_cost(self.form, person, line)
            rows = line[line >= 0].astype(np.int32)
            self._seen[key] = len(self.columns)
            self.of_person.setdefault(person, []).append(len(self.columns))
            self.columns.append(Column(person, line.copy(), cost, rows))
        return self._seen[key]


class Cover:
    """What the fill of each need costs, in points."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.least = form.need_least.astype(np.int64)
        self.wanted = np.maximum(form.need_wanted, form.need_least).astype(np.int64)
        self.short = form.need_short.astype(np.int64)
        self.below = form.need_below.astype(np.int64)
        self.over = form.need_over.astype(np.int64)
        self.most = form.need_most.astype(np.int64)

    def points(self, fill: Fill) -> Fill:
        """The cost of each need at a fill."""
        short = np.maximum(0, self.least - fill) * self.short
        below = np.maximum(0, self.wanted - np.maximum(fill, self.least)) * self.below
        over = np.maximum(0, fill - self.form.need_wanted) * self.over
        points: Fill = short + below + over + np.maximum(0, fill - self.most) * HARD
        return points

    def fill_of(self, lines: Iterable[Numbers]) -> Fill:
        """How many people stand at each need."""
        fill = np.zeros(self.form.needs, np.int64)
        for line in lines:
            np.add.at(fill, line[line >= 0], 1)
        return fill

    def least_under(self, prices: Fill, scale: int, people: int, fill: Fill) -> int:
        """The least, scaled, that cover can cost if each of up to `people` more than `fill` costs these prices."""
        top = fill + people
        ends = [np.clip(e, fill, top) for e in (fill, self.least, self.wanted, self.most, top)]
        at = [self.points(e) * scale + (e - fill) * prices for e in ends]
        return int(np.minimum.reduce(at).sum())


def roster_cost(form: Form, lines: Numbers) -> int:
    """The cost of everybody's lines and of the cover they leave, in points; crews are not in it."""
    cover = Cover(form)
    own = sum(line_cost(form, person, lines[person])[0] for person in range(form.people))
    return own + int(cover.points(cover.fill_of(lines)).sum())
