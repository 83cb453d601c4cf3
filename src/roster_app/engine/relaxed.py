"""What a relaxation's columns mean: a whole solution of it as lines, which a draft then judges by all the rules."""

from dataclasses import dataclass

import numpy as np

from roster_app.engine.draft import fixed_lines
from roster_app.engine.form import Form, Numbers
from roster_app.engine.linear import Linear, Whole


@dataclass(frozen=True, slots=True)
class Way:
    """From the people of some kinds at a watch to needs; the columns count how many of them go to each."""

    watch: int
    kinds: tuple[int, ...]
    needs: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True)
class Relaxation:
    """A model of the form with fewer rules.

    `works` [people × watches] are the columns that say who stands at what, -1 where nobody may; `kind` is each
    person's; of the `ways` of a watch those of one kind come before those that several share.
    """

    form: Form
    linear: Linear
    works: Whole
    kind: Whole
    ways: tuple[Way, ...]

    def lines(self, values: Whole) -> Numbers:
        """The lines [people × slots] of a solution, given by the value of each column; what stands already is kept."""
        lines = fixed_lines(self.form)
        stands = np.append(values, 0)[self.works] > 0
        for way in self.ways:
            slot = self.form.watch_slot[way.watch]
            free = stands[:, way.watch] & np.isin(self.kind, way.kinds) & (lines[:, slot] < 0)
            needs = np.repeat(way.needs, values[list(way.columns)])
            people = np.flatnonzero(free)[: len(needs)]
            lines[people, slot] = needs[: len(people)]
        return lines
