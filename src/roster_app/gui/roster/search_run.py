"""A search as it goes on behind a dialog: begun, watched, stopped with the best so far, or forgotten."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from roster_app.domain.ids import DutyId, PeriodId
from roster_app.domain.roster import Proposal
from roster_app.gui.roster.engine_desk import Searches
from roster_app.gui.roster.search_watch import SearchWatch
from roster_app.gui.tasks import Lane, TaskRunner, Ticket
from roster_app.services import OpenRoster, Scope


class SearchRun(QObject):
    """One search at a time; `watch` keeps what the latest one has reported."""

    found = Signal(object)  # the Proposal at the end
    failed = Signal(object)  # the exception that came instead

    def __init__(self, search: Searches, tasks: TaskRunner, period_id: PeriodId, parent: QObject) -> None:
        super().__init__(parent)
        self._search = search
        self._tasks = tasks
        self._period_id = period_id
        self._ticket: Ticket | None = None
        self._clock = QElapsedTimer()
        self.watch = SearchWatch(period_id)

    @property
    def is_on(self) -> bool:
        """Whether the engine is at work."""
        return self._ticket is not None

    @property
    def seconds(self) -> float:
        """How long the latest search has taken so far."""
        return max(self.watch.seconds, self._clock.elapsed() / 1000) if self.is_on else self.watch.seconds

    def start(self, opened: OpenRoster, planned: frozenset[DutyId], seconds: float) -> None:
        """Let the engine plan these duties; the other held ones stay."""
        scope = Scope(duties=planned, keep_held=True)
        self.watch = SearchWatch(self._period_id)
        self._clock.start()
        self._ticket = self._tasks.run(
            lambda report: self._search.run(opened, scope, seconds, report),
            on_success=self._on_found,
            on_failure=self._on_failed,
            on_progress=self.watch.take,
            owner=self,
            stop=self._search.stop,
            lane=Lane.BENCH,
        )

    def stop(self) -> None:
        """End it with the best so far, which is told as `found`."""
        self._search.stop()

    def cancel(self) -> None:
        """Nobody wants to know any more."""
        if self._ticket is not None:
            self._tasks.forget(self._ticket)
            self._ticket = None
            self._search.stop()

    def _on_found(self, proposal: Proposal) -> None:
        self._ticket = None
        self.watch.end(proposal)
        self.found.emit(proposal)

    def _on_failed(self, error: BaseException) -> None:
        self._ticket = None
        self.failed.emit(error)
