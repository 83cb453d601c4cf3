"""The bound in the background: builds the model and solves its relaxation on a thread while a draft is improved."""

import threading
from collections.abc import Callable

from roster_app.engine.facts import RosterProblem
from roster_app.engine.model import RosterModel
from roster_app.engine.record import Record

_LOOK_EVERY = 0.02


class Bounding:
    """Started once; `model` waits for it, `end` takes it down. What goes wrong on the thread is raised by `end`."""

    def __init__(self, problem: RosterProblem, record: Record, seconds: float) -> None:
        self._problem, self._record, self._seconds = problem, record, seconds
        self._model: RosterModel | None = None
        self._stop: Callable[[], None] | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="bound", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def model(self, over: Callable[[], bool]) -> RosterModel | None:
        """The model once its bound is known, or nothing where the search is over before."""
        while self._thread.is_alive() and not over():
            self._thread.join(_LOOK_EVERY)
        return None if over() else self._model

    def end(self) -> None:
        """Stop it if it still works."""
        while self._thread.is_alive():
            if self._stop is not None:
                self._stop()
            self._thread.join(_LOOK_EVERY)
        if self._error is not None:
            raise self._error

    def _work(self) -> None:
        from roster_app.engine.bound import Relaxation

        try:
            self._model = RosterModel(self._problem)
            relaxation = Relaxation(self._model.linear)
            self._stop = relaxation.stop
            bound = relaxation.bound(max(0.1, self._seconds - self._record.seconds))
            if bound is not None:
                self._record.raise_bound(bound)
        except Exception as error:  # noqa: BLE001 - raised again by `end`
            self._error = error
