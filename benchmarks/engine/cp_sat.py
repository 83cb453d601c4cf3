"""A CP-SAT model run for a measurement: its solutions and bounds go into a trace."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ortools.sat.python import cp_model

from benchmarks.engine.subject import Roster
from benchmarks.engine.trace import Trace

WORKERS = 8
"""Threads: on two cores eight give better rosters and bounds than two."""

Cell = TypeVar("Cell")


def run(
    model: cp_model.CpModel,
    trace: Trace,
    seed: int,
    works: Mapping[Cell, cp_model.IntVar],
    roster_of: Callable[[Sequence[Cell]], Roster],
) -> None:
    """Solve with the time the trace still has; `roster_of` makes a roster of the cells whose boolean is true."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = trace.left
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = seed
    solver.best_bound_callback = trace.bound
    status = solver.solve(
        model, _Listener(lambda true: trace.offer(roster_of([c for c, v in works.items() if true(v)])))
    )
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        trace.bound(solver.best_objective_bound)
    trace.close()


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, offer: Callable[[Callable[[cp_model.IntVar], bool]], None]) -> None:
        super().__init__()
        self._offer = offer

    def on_solution_callback(self) -> None:
        """Called by CP-SAT on one of its threads, one call at a time."""
        self._offer(self.boolean_value)
