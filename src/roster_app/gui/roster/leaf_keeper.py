"""Keeps a leaf of the panel true to the current cell while it is in front, and asks the engine for it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from roster_app.domain.ids import DutyId
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.asking import Asking
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.panel import RosterPanel


class LeafKeeper(QObject):
    """Works nothing out and asks nothing while another leaf is in front."""

    ended = Signal()  # the keyboard belongs to the grid again

    LEAF: ClassVar[str]
    """The name of the leaf."""
    PATIENCE: ClassVar[int]
    """Milliseconds the cell must stand still before it is weighed."""

    def __init__(
        self, document: RosterDocument, arrangements: Arrangements, panel: RosterPanel, asking: Asking
    ) -> None:
        super().__init__(panel)
        self._document = document
        self._arrangements = arrangements
        self._panel = panel
        self.asking = asking
        self._waiting = QTimer(self, singleShot=True, interval=self.PATIENCE)
        self._waiting.timeout.connect(self.weigh)
        arrangements.moved.connect(self.follow)
        document.judged.connect(self.follow)
        document.reloaded.connect(self.follow)
        panel.switched.connect(self._on_switched)
        asking.failed.connect(self._on_failed)

    def follow(self) -> None:
        """Another cell, or another roster: look again soon."""
        if self._panel.shows(self.LEAF):
            self.asking.drop()
            self._waiting.start()

    def weigh(self) -> None:
        """Show what there is to say of the current duty, and ask the engine for the rest."""
        raise NotImplementedError

    @property
    def _duty_id(self) -> DutyId | None:
        return self._arrangements.duty_id if self._document.is_open else None

    def _on_switched(self, name: str) -> None:
        if name == self.LEAF:
            self.weigh()
        else:
            self._waiting.stop()
            self.asking.drop()

    def _on_failed(self, error: Exception) -> None:
        raise NotImplementedError
