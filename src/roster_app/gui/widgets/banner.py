"""A sentence that must not be overlooked, over the whole width of a view, with one way out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.gui.widgets.buttons import QuietButton
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import rounded_box, smooth


class Banner(QWidget):
    """Takes no room while there is nothing to say."""

    answered = Signal()  # the way out was taken

    def __init__(self, answer: str, icon: str = "refresh-cw", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "act"
        self._glyph = Glyph("triangle-alert", "act", 18)
        self._text = TextLabel("", "heading", wraps=True)
        button = QuietButton(answer, icon)
        button.clicked.connect(self.answered)
        measures = measures_of(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.px(14), measures.px(10), measures.px(10), measures.px(10))
        row.setSpacing(measures.apart)
        row.addWidget(self._glyph)
        row.addWidget(self._text, 1)
        row.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def tell(self, text: str, tone: str = "act") -> None:
        """Say it, in red or in amber; an empty word takes the banner away."""
        self._tone = tone
        self._text.setText(text)
        self._text.set_tone(tone)
        self._glyph.show_icon("triangle-alert", tone)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = meanings_of(self).tone(self._tone)
        rounded_box(smooth(QPainter(self)), QRectF(self.rect()), measures_of(self).px(9), tone.ground, tone.ink)
