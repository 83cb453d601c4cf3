"""A line under volunteer × day that says what the current cell is, for as long as the side panel is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from roster_app.gui.widgets.buttons import SuggestedButton
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import ElidingLabel, TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import hairline
from roster_app.i18n import _


class CellStrip(QWidget):
    """Who and when in bold, what in plain words, and the one thing to do about it."""

    picking_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measures = measures_of(self)
        self._mark = Glyph("triangle-alert", "act", 14)
        self._head = TextLabel("", "heading")
        self._words = ElidingLabel("", "quiet")
        self._pick = SuggestedButton(_("Choose…"), small=True)
        self._pick.clicked.connect(lambda _checked=False: self.picking_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.px(11), measures.px(5), measures.apart, measures.px(5))
        row.setSpacing(measures.near)
        row.addWidget(self._mark)
        row.addWidget(self._head)
        row.addWidget(self._words, 1)
        row.addWidget(self._pick)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(measures.px(38))
        self.tell("", "", wrong=False, choosable=False)

    def tell(self, head: str, words: str, *, wrong: bool, choosable: bool) -> None:
        """What the current cell is; `wrong`: a rule is broken there."""
        self._head.setText(head)
        self._words.setText(words)
        self._mark.setVisible(wrong)
        self._pick.setVisible(choosable)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), meanings.panel)
        hairline(painter, QPointF(0, 0), QPointF(self.width(), 0), meanings.line)
