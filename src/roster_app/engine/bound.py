"""A bound that no roster can beat: the relaxation solved nearly, and made exact in whole numbers by weak duality."""

import numpy as np
from numpy.typing import NDArray

from roster_app.engine.linear import FREE, Arrays


def linear_bound(arrays: Arrays, seconds: float, solver: str) -> int | None:
    """In points; None where the time was too short. Any multipliers bound: a solver's tolerance cannot make it wrong."""
    duals = _duals(arrays, seconds, solver)
    return None if duals is None else arrays.dual_bound(duals)


def _duals(arrays: Arrays, seconds: float, solver: str) -> NDArray[np.float64] | None:
    import highspy

    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("solver", solver)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("run_crossover", "off")
    highs.setOptionValue("ipm_optimality_tolerance", 1e-9)
    highs.setOptionValue("time_limit", seconds)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(arrays.cost), len(arrays.at_least)
    program.col_cost_ = arrays.cost.astype(float)
    program.col_lower_, program.col_upper_ = arrays.lower.astype(float), arrays.upper.astype(float)
    program.row_lower_ = np.where(arrays.at_least <= -FREE, -highspy.kHighsInf, arrays.at_least.astype(float))
    program.row_upper_ = np.where(arrays.at_most >= FREE, highspy.kHighsInf, arrays.at_most.astype(float))
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = arrays.starts.astype(np.int32)
    program.a_matrix_.index_ = arrays.column.astype(np.int32)
    program.a_matrix_.value_ = arrays.value.astype(float)
    highs.passModel(program)
    highs.run()
    solution = highs.getSolution()
    return np.array(solution.row_dual) if solution.dual_valid else None
