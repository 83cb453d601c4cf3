"""A card: a rounded panel on the ground of the page, and the counters shown in rows of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets.labels import ElidingLabel, TextLabel
from roster_app.gui.widgets.meanings import ToneName, meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import rounded_box, smooth


class Card(QWidget):
    """A panel with a line around it; with a tone other than plain the line takes the tone's ink."""

    def __init__(self, tone: ToneName = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put something under what is there already."""
        self._column.addWidget(widget, stretch)

    def set_tone(self, tone: ToneName) -> None:
        self._tone = tone
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        line = meanings.line if self._tone == "plain" else meanings.tone(self._tone).ink
        painter = smooth(QPainter(self))
        rounded_box(painter, QRectF(self.rect()), measures_of(self).px(9), meanings.panel, line)


class StatTile(QWidget):
    """A caption and a large figure; the figure may be good, look or act."""

    def __init__(self, caption: str, figure: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = ElidingLabel(caption, "second")
        self._figure = TextLabel(figure, "figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addWidget(self._figure)
        self.show_figure(figure)

    def show_figure(self, figure: str, tone: str = "") -> None:
        """The figure as it stands now, with its unit."""
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self.setAccessibleName(f"{self._caption.text()} {figure}")

    def show_caption(self, caption: str) -> None:
        self._caption.setText(caption)
