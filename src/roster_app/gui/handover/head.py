"""The head of the log: which checkpoint, which of its hand-overs, a step back or forth, and how it stands with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.domain.hand_over import HandOver
from roster_app.domain.ids import CheckpointId
from roster_app.domain.reliefs import Relief
from roster_app.gui.handover.words import missing_words, relief_words
from roster_app.gui.widgets import Chip, ChoiceField, IconButton, measures_of
from roster_app.i18n import _
from roster_app.services.hand_overs import OpenLog


class Head(QWidget):
    """Alt+PgUp and Alt+PgDown go from hand-over to hand-over."""

    before_change = Signal()  # another hand-over is about to be shown
    chosen = Signal()  # another hand-over is to be shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log: OpenLog | None = None
        self._reliefs: tuple[Relief, ...] = ()
        self.place, self.moment = ChoiceField(), ChoiceField()
        self.place.setAccessibleName(_("Checkpoint"))
        self.moment.setAccessibleName(_("Hand-over"))
        self.back = IconButton("chevron-left", _("Hand-over before (Alt+PgUp)"))
        self.on = IconButton("chevron-right", _("Next hand-over (Alt+PgDown)"))
        self.state = Chip("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        for part in (self.place, self.back, self.moment, self.on, self.state):
            row.addWidget(part)
        row.addStretch(1)
        self.place.chosen.connect(self._on_place)
        self.moment.chosen.connect(lambda _key: self._on_moment())
        for button, keys, step in ((self.back, "Alt+PgUp", -1), (self.on, "Alt+PgDown", 1)):
            button.clicked.connect(lambda _checked=False, step=step: self.step(step))
            QShortcut(QKeySequence(keys), self, lambda step=step: self.step(step))

    @property
    def relief(self) -> Relief | None:
        """The hand-over chosen."""
        row = self.moment.currentIndex()
        return self._reliefs[row] if 0 <= row < len(self._reliefs) else None

    def show_log(self, log: OpenLog, place: CheckpointId | None, relief: Relief | None) -> None:
        """Offer every checkpoint, and the hand-overs of the one."""
        self._log = log
        self.place.offer((str(c.id), c.name) for c in log.directory.checkpoints_in_order if log.reliefs_of(c.id))
        self.place.choose(str(place))
        self._offer(place, relief)

    def show_state(self, noted: HandOver) -> None:
        """Whether both have signed."""
        self.state.show_text(missing_words(noted), "good" if noted.is_complete else "look")

    def step(self, count: int) -> None:
        """So many hand-overs on, as far as there are any."""
        row = self.moment.currentIndex() + count
        if 0 <= row < len(self._reliefs):
            self.before_change.emit()
            self.moment.setCurrentIndex(row)
            self._on_moment()

    def _on_place(self, key: str) -> None:
        self.before_change.emit()
        if self._log is not None:
            place = CheckpointId(int(key))
            self._offer(place, self._log.present(place))
            self._on_moment()

    def _on_moment(self) -> None:
        self._show_ends()
        self.chosen.emit()

    def _offer(self, place: CheckpointId | None, relief: Relief | None) -> None:
        if self._log is None or place is None:
            return
        self._reliefs = self._log.reliefs_of(place)
        log = self._log
        self.moment.clear()
        self.moment.offer((str(row), relief_words(log, r)) for row, r in enumerate(self._reliefs))
        if relief in self._reliefs:
            self.moment.setCurrentIndex(self._reliefs.index(relief))
        self._show_ends()

    def _show_ends(self) -> None:
        row = self.moment.currentIndex()
        self.back.setEnabled(row > 0)
        self.on.setEnabled(row + 1 < len(self._reliefs))
