"""CP-SAT on the whole model: begins at the best draft known, finds better ones, and often proves the last one best."""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from ortools.sat.python import cp_model

from roster_app.engine.draft import Draft
from roster_app.engine.linear import Linear
from roster_app.engine.model import RosterModel

_MEGABYTES = 6_000
_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds; and where `work` is given, as many of CP-SAT's own units of work, which end the same way each time."""

    seconds: float
    work: float | None
    workers: int
    seed: int


@dataclass(frozen=True, slots=True)
class Listener:
    """Who hears of better drafts and bounds, on threads of the solver, and who may end the search."""

    found: Callable[[Draft], None]
    raised: Callable[[int], None]
    stopped: Callable[[], bool]


def prove(model: RosterModel, start: Draft, bound: int | None, effort: Effort, listener: Listener) -> None:
    """Search for what is better than `start` until it is proven that nothing is; nothing can cost less than `bound`."""
    program, columns = _program(model, start, bound)
    solver, ear = _solver(effort), _Ear(model, columns, listener)
    solver.best_bound_callback = lambda value: listener.raised(_points(value, model.linear))
    with _Stopper(solver, listener.stopped) as stopper:
        status = solver.solve(program, ear)
    if ear.error is not None:
        raise ear.error
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) and not stopper.fired:
        # WORKAROUND: a stopped search could claim a proof it had not finished (google/or-tools#4430)
        listener.raised(_points(solver.best_objective_bound, model.linear))


def _program(model: RosterModel, start: Draft, bound: int | None) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    linear, program = model.linear, cp_model.CpModel()
    columns = [program.new_int_var(low, high, "") for low, high in zip(linear.lower, linear.upper, strict=True)]
    for row in linear.rows:
        total = cp_model.LinearExpr.weighted_sum([columns[c] for c, _ in row.terms], [k for _, k in row.terms])
        low = cp_model.INT_MIN if row.lower is None else row.lower
        high = cp_model.INT_MAX if row.upper is None else row.upper
        program.add_linear_constraint(total, low, high)
    program.minimize(cp_model.LinearExpr.weighted_sum(columns, linear.cost) + linear.offset)
    if bound is not None:
        program.proto.objective.domain.extend([bound - linear.offset, start.cost - linear.offset])
    for column, value in zip(columns, model.values(start), strict=True):
        program.add_hint(column, value)
    return program, columns


def _solver(effort: Effort) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.max_time_in_seconds = effort.seconds
    parameters.num_workers = effort.workers
    parameters.random_seed = effort.seed % 2**31
    parameters.max_memory_in_mb = _MEGABYTES
    if effort.work is not None:
        parameters.max_deterministic_time = effort.work
        parameters.interleave_search = True
    return solver


def _points(value: float, linear: Linear) -> int:
    """A bound of the solver's, a whole number up to the rounding of floats, as the least cost it allows."""
    return linear.rounded_up(math.ceil(value - 1e-6 * max(1.0, abs(value))))


class _Ear(cp_model.CpSolverSolutionCallback):
    """Turns solutions into drafts; an error is kept, since none may leave through the solver."""

    def __init__(self, model: RosterModel, columns: list[cp_model.IntVar], listener: Listener) -> None:
        super().__init__()
        self._model, self._columns, self._listener = model, columns, listener
        self.error: Exception | None = None

    def on_solution_callback(self) -> None:
        """Called by the solver, on one of its threads."""
        try:
            self._listener.found(self._model.draft([self.value(column) for column in self._columns]))
        except Exception as error:  # noqa: BLE001 - carried to the caller's thread
            self.error = error
            self.stop_search()


class _Stopper:
    """Asks for the end of a search until it ends: a request before the search begins is not heard by the solver."""

    def __init__(self, solver: cp_model.CpSolver, stopped: Callable[[], bool]) -> None:
        self.fired = False
        self._solver, self._stopped = solver, stopped
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._done.wait(_LOOK_EVERY):
            if self._stopped():
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
