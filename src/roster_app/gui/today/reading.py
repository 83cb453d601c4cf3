"""Reads the board on a worker: when asked, and every half minute while somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from roster_app.domain.attendance.board import Board
from roster_app.domain.ids import TeamId
from roster_app.domain.team import Directory
from roster_app.gui.shell import Shell
from roster_app.services import Services

EVERY = 30_000
"""Milliseconds between two readings."""


@dataclass(frozen=True, slots=True)
class Now:
    """The board and the team it is about, read together."""

    board: Board
    directory: Directory


class Reading(QObject):
    """One reading at a time; what is asked for meanwhile is read right after."""

    read = Signal(object)  # the Now
    failed = Signal(object)  # the exception; told once until a reading succeeds again

    def __init__(self, shell: Shell, is_watched: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._is_watched = is_watched
        self._busy = self._again = self._failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def begin(self) -> None:
        """Read as soon as may be."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        services, team_id = self._shell.services, self._shell.team_id
        self._shell.tasks.run(
            lambda: _read(services, team_id), on_success=self._on_read, on_failure=self._on_failed, owner=self
        )

    def _on_time(self) -> None:
        if self._is_watched():
            self.begin()

    def _on_read(self, now: Now) -> None:
        self._busy = self._failing = False
        if self._again:
            self._again = False
            self.begin()
        self.read.emit(now)

    def _on_failed(self, error: BaseException) -> None:
        self._busy = self._again = False
        was_failing, self._failing = self._failing, True
        if not was_failing:
            self.failed.emit(error)


def _read(services: Services, team_id: TeamId) -> Now:
    return Now(services.attendance.now(team_id), services.teams.directory(team_id))
