"""The bound in the background: builds the model and solves its relaxation on a thread while a draft is improved."""

import threading
from collections.abc import Callable

from roster_app.engine.facts import RosterProblem
from roster_app.engine.model import RosterModel
from roster_app.engine.record import Record

_LOOK_EVERY = 0.02


class Bounding:
    """Started once; `model` waits for it. Its solver cannot be interrupted: who has no use for it leaves it behind."""

    def __init__(self, problem: RosterProblem, record: Record, seconds: float) -> None:
        self._problem, self._record, self._seconds = problem, record, seconds
        self._model: RosterModel | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="bound", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def model(self, over: Callable[[], bool]) -> RosterModel | None:
        """The model once its bound is known, or nothing where the search is over before; raises what went wrong."""
        while self._thread.is_alive() and not over():
            self._thread.join(_LOOK_EVERY)
        if self._error is not None:
            raise self._error
        return None if over() else self._model

    def _work(self) -> None:
        from roster_app.engine.bound import linear_bound

        try:
            self._model = RosterModel(self._problem)
            bound = linear_bound(self._model.linear, max(0.1, self._seconds - self._record.seconds))
            if bound is not None:
                self._record.raise_bound(bound)
        except Exception as error:  # noqa: BLE001 - raised again by `model`
            self._error = error
