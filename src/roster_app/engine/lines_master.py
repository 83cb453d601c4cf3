"""The master of the lines: a linear programme that chooses one line a person and pays for cover that is missed.

Rows are the needs, with elastic columns for each stretch of their cost, and one row a person
(Dantzig and Wolfe 1960). Some people may stand already: then their fill is given and only the others have rows.
"""

from collections.abc import Callable, Iterable, Mapping

import highspy
import numpy as np
from numpy.typing import NDArray

from roster_app.engine.form import Form, Numbers
from roster_app.engine.lines_columns import Column, Cover, Fill, Pool
from roster_app.engine.native import line_cost

Floats = NDArray[np.float64]
Over = Callable[[], bool]

OPTIONS: Mapping[str, bool | int | str] = {
    "output_flag": False, "threads": 1, "presolve": "off", "solver": "simplex", "simplex_strategy": 4,
}  # fmt: skip


class Master:
    """The linear programme over a set of columns of `people`; `lines` tells what all others hold.

    With a window of slots only the needs inside it have rows, and nobody's line may change outside.
    """

    def __init__(self, form: Form, pool: Pool, people: list[int], lines: Numbers, over: Over,
                 window: tuple[int, int] | None = None) -> None:  # fmt: skip
        self.form, self.pool, self.people, self.over = form, pool, people, over
        first, last = window or (0, form.slots)
        self.needs = slice(int(form.slot_needs[first]), int(form.slot_needs[last]))
        """Those that have rows."""
        self.cover = Cover(form)
        others = sorted(set(range(form.people)) - set(people))
        self.fill: Fill = self.cover.fill_of(lines[others])
        self.standing = sum(line_cost(form, person, lines[person])[0] for person in others)
        """Points of the lines that are not chosen here."""
        self.members: list[int] = []
        self.of_person: dict[int, list[int]] = {person: [] for person in people}
        """The members again, by person."""
        self.rows = self.needs.stop - self.needs.start
        self._row_of = {person: self.rows + i for i, person in enumerate(people)}
        self._position: dict[int, int] = {}
        self._lay_rows(self.cover.points(self.cover.fill_of(lines)) if window else np.zeros(form.needs, np.int64))

    def _lay_rows(self, standing: Fill) -> None:
        form, cover, needs, fill = self.form, self.cover, self.needs, self.fill[self.needs]
        least, wanted, most = cover.least[needs], cover.wanted[needs], cover.most[needs]
        missing = np.maximum(0, wanted - fill)
        room = np.maximum(0, np.minimum(most, fill + len(self.people)) - np.maximum(wanted, fill))
        beyond = 4 * (cover.short.max(initial=0) + cover.over.max(initial=0) + 1)
        upper = [np.clip(least - fill, 0, least), np.minimum(wanted - least, missing), room,
                 np.full(self.rows, form.people)]  # fmt: skip
        costs = [cover.short[needs], np.minimum(cover.below, cover.short)[needs], cover.over[needs],
                 cover.over[needs] + beyond]  # fmt: skip
        standing_over = np.maximum(0, fill - form.need_wanted[needs]) * cover.over[needs]
        outside = int(standing[: needs.start].sum() + standing[needs.stop :].sum())
        self.base = self.standing + int(standing_over.sum()) + outside
        """Points that the programme does not see."""
        self.elastic = 4 * self.rows
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.elastic, self.rows + len(self.people)
        lp.col_cost_, lp.col_upper_ = np.concatenate(costs).astype(float), np.concatenate(upper).astype(float)
        lp.col_lower_ = np.zeros(self.elastic)
        lp.row_lower_ = lp.row_upper_ = np.concatenate([missing, np.ones(len(self.people))])
        lp.a_matrix_.start_ = np.arange(self.elastic + 1, dtype=np.int32)
        lp.a_matrix_.index_ = np.tile(np.arange(self.rows, dtype=np.int32), 4)
        lp.a_matrix_.value_ = np.concatenate([np.ones(2 * self.rows), -np.ones(2 * self.rows)])
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in OPTIONS.items():
            self.solver.setOptionValue(name, value)
        self.solver.passModel(lp)

    def add(self, numbers: Iterable[int]) -> int:
        """Take columns of the pool in; how many were not in yet."""
        fresh = [n for n in dict.fromkeys(numbers) if n not in self._position]
        if not fresh:
            return 0
        columns = [self.pool.columns[n] for n in fresh]
        entries = [np.append(self._rows_of(c), self._row_of[c.person]) for c in columns]
        starts = np.cumsum([0, *(len(own) for own in entries)]).astype(np.int32)
        index = np.concatenate(entries).astype(np.int32)
        for n in fresh:
            self._position[n] = len(self.members)
            self.members.append(n)
            self.of_person[self.pool.columns[n].person].append(n)
        costs = np.array([c.cost for c in columns], float)
        lower, upper = np.zeros(len(fresh)), np.full(len(fresh), highspy.kHighsInf)
        self.solver.addCols(len(fresh), costs, lower, upper, len(index), starts[:-1], index, np.ones(len(index)))
        return len(fresh)

    def _rows_of(self, column: Column) -> Numbers:
        rows = column.rows
        inside = rows[(rows >= self.needs.start) & (rows < self.needs.stop)]
        return np.asarray(inside - self.needs.start, np.int32)

    def forbid(self, numbers: Iterable[int]) -> None:
        """Take none of these columns, until released."""
        at = np.array([self.elastic + self._position[n] for n in numbers], np.int32)
        if len(at):
            self.solver.changeColsBounds(len(at), at, np.zeros(len(at)), np.zeros(len(at)))

    def release(self) -> None:
        """Let every column be taken again."""
        count = len(self.members)
        at = np.arange(self.elastic, self.elastic + count, dtype=np.int32)
        self.solver.changeColsBounds(count, at, np.zeros(count), np.full(count, highspy.kHighsInf))

    def solve(self, *, dual: bool = False) -> bool:
        """Solve to the end, or say that time is up; `dual`: after bounds have changed."""
        self.solver.setOptionValue("simplex_strategy", 1 if dual else 4)
        while not self.over():
            self.solver.setOptionValue("time_limit", self.solver.getRunTime() + 0.2)
            self.solver.run()
            if self.solver.getModelStatus() != highspy.HighsModelStatus.kTimeLimit:
                return bool(self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)
        return False

    @property
    def objective(self) -> float:
        """Of the last solve, with what the programme does not see: a roster's cost, in points."""
        return float(self.solver.getInfo().objective_function_value) + self.base

    def duals(self) -> tuple[Floats, dict[int, float]]:
        """What one more person at each need saves, and what each person's line costs net of that."""
        dual = self.solver.getSolution().row_dual
        prices = np.zeros(self.form.needs)
        prices[self.needs] = dual[: self.rows]
        return prices, {person: dual[row] for person, row in self._row_of.items()}

    def shares(self) -> Floats:
        """How much of each member the solution takes."""
        return np.array(self.solver.getSolution().col_value[self.elastic :])

    def whole(self, seconds: float, held: Iterable[int]) -> tuple[list[int] | None, bool]:
        """Whole columns, one a person, by branch and bound from those `held`, and whether none are better.

        None where no columns were found. The programme is of no use afterwards.
        """
        solver, total = self.solver, self.elastic + len(self.members)
        at = np.arange(self.elastic, total, dtype=np.int32)
        solver.changeColsIntegrality(len(at), at, np.full(len(at), highspy.HighsVarType.kInteger))
        for name, value in (("presolve", "on"), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.99), ("solver", "choose"),
                            ("time_limit", solver.getRunTime() + seconds)):  # fmt: skip
            solver.setOptionValue(name, value)
        solver.setSolution(len(at), at, np.isin(self.members, list(held)).astype(float))
        solver.cbMipInterrupt.subscribe(self._interrupt)
        solver.run()
        sure = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, sure
        return [n for n, share in zip(self.members, self.shares(), strict=True) if share > 0.5], sure

    def _interrupt(self, event: highspy.HighsCallbackEvent) -> None:
        if self.over():
            event.interrupt()
