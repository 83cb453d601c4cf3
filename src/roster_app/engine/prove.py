"""CP-SAT on the relaxation: with whole numbers asked for it often closes what the linear bound leaves open.

Its solutions are worth a look too: they obey all the rules that the relaxation has.
"""

import math
import threading
from collections.abc import Callable
from types import TracebackType

import numpy as np
from ortools.sat.python import cp_model

from roster_app.engine.linear import FREE, Arrays, Whole

_MEGABYTES = 3_000
_LOOK_EVERY = 0.05
_WORKERS = 4


def whole_bound(
    arrays: Arrays, raised: Callable[[int], None], found: Callable[[Whole], None], over: Callable[[], bool]
) -> None:
    """Raise the bound until it is the least value of the model, or the search is over.

    `found` hears of each better solution, a value for each column; both are called on the solver's threads.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = _WORKERS
    solver.parameters.max_memory_in_mb = _MEGABYTES

    def told(value: float) -> None:
        if math.isfinite(value) and abs(value) < FREE:
            raised(arrays.rounded_up(math.ceil(value - 1e-6 * max(1.0, abs(value)))))

    solver.best_bound_callback = told
    program, columns = _program(arrays)
    with _Stopper(solver, over) as stopper:
        solver.solve(program, _Found(columns, found))
    if not stopper.fired:
        # WORKAROUND: a stopped search could claim a proof it had not finished (google/or-tools#4430)
        told(solver.best_objective_bound)


class _Found(cp_model.CpSolverSolutionCallback):
    def __init__(self, columns: list[cp_model.IntVar], found: Callable[[Whole], None]) -> None:
        super().__init__()
        self._columns, self._tell = columns, found

    def on_solution_callback(self) -> None:
        self._tell(np.array([self.value(column) for column in self._columns], np.int64))


def _program(arrays: Arrays) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    program = cp_model.CpModel()
    bounds = zip(arrays.lower.tolist(), arrays.upper.tolist(), strict=True)
    columns = [program.new_int_var(low, high, "") for low, high in bounds]
    column, value, starts = arrays.column.tolist(), arrays.value.tolist(), arrays.starts.tolist()
    for row, (low, high) in enumerate(zip(arrays.at_least.tolist(), arrays.at_most.tolist(), strict=True)):
        inside = slice(starts[row], starts[row + 1])
        total = cp_model.LinearExpr.weighted_sum([columns[c] for c in column[inside]], value[inside])
        least = cp_model.INT_MIN if low <= -FREE else low
        most = cp_model.INT_MAX if high >= FREE else high
        program.add_linear_constraint(total, least, most)
    program.minimize(cp_model.LinearExpr.weighted_sum(columns, arrays.cost.tolist()) + arrays.offset)
    return program, columns


class _Stopper:
    """Asks for the end of a search until it ends: a request before the search begins is not heard by the solver."""

    def __init__(self, solver: cp_model.CpSolver, over: Callable[[], bool]) -> None:
        self.fired = False
        self._solver, self._over = solver, over
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._done.wait(_LOOK_EVERY):
            if self._over():
                self.fired = True
                self._solver.stop_search()

    def __enter__(self) -> "_Stopper":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
