"""交接班: the hand-over log laid over the window, about the checkpoint and the days in sight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.gui.actions import make_action
from roster_app.gui.handover.panel import HandOverPanel
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import MessageBar, PanelDialog, PrimaryButton, QuietButton, TextLabel
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class HandOverPlace:
    """Where the log is to be opened."""

    checkpoint_id: CheckpointId | None = None
    around: datetime | None = None


class HandOverDialog(PanelDialog):
    """Everything is stored as it is written; closing gives nothing up."""

    counters_wished = Signal(object, object)  # the checkpoint, and the moment at which the shift ends that counts

    def __init__(self, shell: Shell, place: HandOverPlace, parent: QWidget) -> None:
        super().__init__(_("Hand-over log"), parent, width=1080, height=700)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self.messages = MessageBar(self)
        self.panel = HandOverPanel(shell, self.messages)
        self.add(self.panel, 1)
        self.add_left(TextLabel(_("Stored as it is written · Ctrl+Z takes the last step back"), "second"))
        self.counters = QuietButton(_("Counters…"), "chart-column")
        self.counters.clicked.connect(lambda _checked=False: self._count())
        self.add_right(self.counters)
        close = PrimaryButton(_("Close"))
        close.clicked.connect(lambda _checked=False: self.reject())
        self.add_right(close)
        make_action("undo", self, self.panel.keeper.undo)
        make_action("redo", self, self.panel.keeper.redo)
        self._begun = False
        self.panel.shown.connect(self._begin)
        self.panel.roster_wished.connect(self._go_to_the_roster)
        self.panel.show_log(place.checkpoint_id, place.around)

    def _begin(self) -> None:
        """Once there is something to write on, the keyboard goes to the next open item."""
        if not self._begun:
            self._begun = True
            self.panel.items.words.setFocus()

    def _go_to_the_roster(self) -> None:
        self.reject()
        self._shell.go("roster", None)

    def _count(self) -> None:
        """What was counted of the shift that ends with the hand-over in sight belongs to a dialog of its own."""
        relief = self.panel.relief
        self.reject()
        if relief is None:
            self._shell.do("counters")
        else:
            self.counters_wished.emit(relief.checkpoint_id, relief.moment)

    # Qt overrides

    def reject(self) -> None:
        self.panel.settle()
        super().reject()
