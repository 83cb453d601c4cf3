"""A bound that no roster can beat: the linear relaxation, solved nearly and made exact in whole numbers.

By weak duality any multipliers of the rows give a bound; the solver's, rounded, give nearly the best one. The sum is
worked out in whole numbers, so that no tolerance of the solver can make it wrong. Since "nearly" is enough, large
models go to PDLP: two seconds for a month of sixty people, where the simplex of GLOP may need twenty.
"""

import math
from fractions import Fraction

from ortools.linear_solver.python import model_builder

from roster_app.engine.linear import Linear

_PARTS = 1 << 20
"""Multipliers are rounded to fractions with this denominator."""
_SMALL = 4_000
"""Up to so many columns GLOP is as quick."""
_NEARLY = """termination_criteria {
    simple_optimality_criteria { eps_optimal_absolute: 1e-7 eps_optimal_relative: 1e-7 }
    eps_primal_infeasible: 1e-30 eps_dual_infeasible: 1e-30 }"""
"""Every model has a solution, all seats vacant; at its usual tolerance PDLP takes some for having none."""


def linear_bound(linear: Linear, seconds: float) -> int | None:
    """In points, rounded up to a possible cost; None where the time was too short. Cannot be interrupted."""
    solver = model_builder.Solver("glop" if len(linear.cost) <= _SMALL else "pdlp")
    if len(linear.cost) > _SMALL:
        solver.set_solver_specific_parameters(_NEARLY)
    solver.set_time_limit_in_seconds(seconds)
    model, rows = _relaxed(linear)
    if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
        return None
    multipliers = [round(solver.dual_value(row) * _PARTS) for row in rows]
    return linear.rounded_up(math.ceil(Fraction(_dual(linear, multipliers), _PARTS)))


def _relaxed(linear: Linear) -> tuple[model_builder.Model, list[model_builder.LinearConstraint]]:
    model = model_builder.Model()  # type: ignore[no-untyped-call]
    columns = [model.new_num_var(low, high, None) for low, high in zip(linear.lower, linear.upper, strict=True)]
    rows = []
    for row in linear.rows:
        coefficients = [float(coefficient) for _, coefficient in row.terms]
        total = model_builder.LinearExpr.weighted_sum([columns[column] for column, _ in row.terms], coefficients)
        low = -math.inf if row.lower is None else row.lower
        high = math.inf if row.upper is None else row.upper
        rows.append(model.add_linear_constraint(total, low, high))
    model.minimize(model_builder.LinearExpr.weighted_sum(columns, [float(cost) for cost in linear.cost]))
    return model, rows


def _dual(linear: Linear, multipliers: list[int]) -> int:
    """The bound times the denominator: rows at the limit they press against, columns at their cheaper end."""
    reduced = [cost * _PARTS for cost in linear.cost]
    total = linear.offset * _PARTS
    for row, multiplier in zip(linear.rows, multipliers, strict=True):
        limit = row.lower if multiplier > 0 else row.upper
        if multiplier and limit is not None:
            total += multiplier * limit
            for column, coefficient in row.terms:
                reduced[column] -= multiplier * coefficient
    for cost, low, high in zip(reduced, linear.lower, linear.upper, strict=True):
        total += cost * (low if cost > 0 else high)
    return total
