"""A sentence on the ground of its tone, with a bold line over it: what should be known before one goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets import TextLabel, meanings_of, measures_of, rounded_box, smooth
from roster_app.gui.widgets.meanings import ToneName


class Note(QWidget):
    """Good, look, act or plain; takes the height its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: ToneName = "plain"
        self._head = TextLabel("", "heading", wraps=True)
        self._text = TextLabel("", "second", wraps=True)
        measures = measures_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.apart, measures.near, measures.apart, measures.near)
        column.setSpacing(measures.px(3))
        column.addWidget(self._head)
        column.addWidget(self._text)

    @property
    def words(self) -> str:
        """Head and sentence."""
        return f"{self._head.text()} {self._text.text()}".strip()

    def tell(self, head: str, text: str = "", tone: ToneName = "plain") -> None:
        """Say this from now on."""
        self._tone = tone
        self._head.setText(head)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for label in (self._head, self._text):
            label.set_tone("" if tone == "plain" else tone)
        self.setAccessibleName(self.words)
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        tone = meanings.tone(self._tone)
        line = meanings.line if self._tone == "plain" else None
        rounded_box(smooth(QPainter(self)), QRectF(self.rect()), measures_of(self).radius, tone.ground, line)
