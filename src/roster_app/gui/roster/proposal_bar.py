"""The strip above the grid while a proposal is laid over it: what it changes, and the two answers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from roster_app.gui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import ElidingLabel, TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import hairline
from roster_app.i18n import _


class ProposalBar(QWidget):
    """In sight only while there is a proposal."""

    accepted = Signal()
    day_accepted = Signal()  # only the day that is current in the grid
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measures = measures_of(self)
        self._words = ElidingLabel("")
        self.day_button = QuietButton(_("Accept this day"), small=True)
        self.accept_button = PrimaryButton(_("Accept"), small=True)
        self.discard_button = DangerButton(_("Discard"), small=True)
        self.day_button.clicked.connect(lambda _checked=False: self.day_accepted.emit())
        self.accept_button.clicked.connect(lambda _checked=False: self.accepted.emit())
        self.discard_button.clicked.connect(lambda _checked=False: self.discarded.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.wide, measures.px(6), measures.wide, measures.px(7))
        row.setSpacing(measures.px(10))
        row.addWidget(Glyph("wand-sparkles", "accent"))
        row.addWidget(TextLabel(_("Proposal"), "heading"))
        row.addWidget(self._words, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.day_button)
        row.addWidget(self.accept_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(self, words: str) -> None:
        """What accepting would change."""
        self._words.setText(words)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), meanings.accent.ground)
        foot = self.height() - 1
        hairline(painter, QPointF(0, foot), QPointF(self.width(), foot), meanings.line)
