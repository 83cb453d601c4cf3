"""A bound that no roster can beat: the relaxation solved nearly and made exact, then with whole numbers asked for.

Whole solutions of the relaxation may be good rosters: small teams, where annealing has nowhere to go, are solved so.
"""

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from roster_app.engine.draft import Draft
from roster_app.engine.form import Form, Numbers
from roster_app.engine.linear import FREE, Arrays, Whole
from roster_app.engine.relaxation import relaxation

_MOST_COLUMNS = 30_000
"""Beyond so many columns asking for whole numbers raises the bound too slowly to be worth a core."""
_MOST_WHOLE = 20_000
"""People times watches beyond which the relaxation leaves out what hardly ever raises its bound and costs much time."""
_HOURS = 1e5


class Bounding:
    """Works on a thread of its own while others improve; `raised` hears of every better bound, `offer` of lines and
    what they cost, on that thread or another.

    Without `whole` it ends with the linear bound, which is the same each time.
    """

    def __init__(
        self,
        form: Form,
        raised: Callable[[int], None],
        offer: Callable[[Numbers, int], None],
        over: Callable[[], bool],
        *,
        whole: bool = True,
    ) -> None:
        self._form, self._raised, self._offer, self._over, self._whole = form, raised, offer, over, whole
        self._thread = threading.Thread(target=self._work, name="bound", daemon=True)
        self.error: Exception | None = None

    def start(self) -> None:
        """Begin, if it has not begun."""
        if self._thread.ident is None:
            self._thread.start()

    def end(self) -> None:
        """Wait until the best bound is found or the search is over; raises what went wrong."""
        if self._thread.ident is not None:
            self._thread.join()
        if self.error is not None:
            raise self.error

    def _work(self) -> None:
        try:
            size = self._form.people * self._form.watches
            relaxed = relaxation(self._form, whole=size <= _MOST_WHOLE)
            arrays = relaxed.linear.arrays()
            duals = duals_of(arrays, self._over)
            if duals is not None:
                self._raised(arrays.dual_bound(duals))
            if self._whole and not self._over() and len(arrays.cost) <= _MOST_COLUMNS:
                from roster_app.engine.prove import whole_bound

                def found(values: Whole) -> None:
                    lines = relaxed.lines(values)
                    self._offer(lines, Draft(self._form, lines).cost)

                whole_bound(arrays, self._raised, found, self._over)
        except Exception as error:  # noqa: BLE001 - raised again by `end`
            self.error = error


def linear_bound(arrays: Arrays) -> int | None:
    """In points, by weak duality: any multipliers bound, so that no tolerance of the solver can make it wrong."""
    duals = duals_of(arrays, lambda: False)
    return None if duals is None else arrays.dual_bound(duals)


def duals_of(arrays: Arrays, over: Callable[[], bool]) -> NDArray[np.float64] | None:
    """Nearly the best multipliers of the rows; None where the search was over before."""
    highs = _loaded(arrays)
    highs.setOptionValue("solver", "ipm")
    highs.setOptionValue("run_crossover", "off")
    highs.setOptionValue("ipm_optimality_tolerance", 1e-9)
    _run(highs, over)
    solution = highs.getSolution()
    return None if over() or not solution.dual_valid else np.array(solution.row_dual)


def _loaded(arrays: Arrays) -> "highspy.Highs":  # type: ignore[name-defined] # noqa: F821 - loaded when needed
    import highspy

    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("time_limit", _HOURS)
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
    return highs


def _run(highs: "highspy.Highs", over: Callable[[], bool]) -> None:  # type: ignore[name-defined] # noqa: F821
    """Run until it is done or the search is over."""
    highs.HandleUserInterrupt = True
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            if over():
                highs.cancelSolve()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        highs.run()
    finally:
        done.set()
        watcher.join()
