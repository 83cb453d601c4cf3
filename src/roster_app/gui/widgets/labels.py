"""Words and lines on a page: labels by their role in the text, hairlines, section titles."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from roster_app.gui.widgets.measures import measures_of

TextRole = Literal["body", "title", "card", "heading", "figure", "second", "quiet", "dense", "error"]


class TextLabel(QLabel):
    """A label that says what its text is (title, second line, figure …) and lets the theme draw it so."""

    def __init__(
        self, text: str = "", role: TextRole = "body", *, wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("text_role", role)
        self.setWordWrap(wraps)

    def set_tone(self, tone: str) -> None:
        """Good, look, act or accent ink; an empty word for the ordinary one."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidingLabel(TextLabel):
    """One line that gives way: it ends in an ellipsis where there is no room, and then tells the rest in a tool tip."""

    def __init__(self, text: str = "", role: TextRole = "body", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, shown)


class Hairline(QFrame):
    """A line of one pixel across a panel (or, `upright`, down it)."""

    def __init__(self, *, faint: bool = False, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame_role", "faint-hairline" if faint else "hairline")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class SectionTitle(QWidget):
    """A bold word, a quiet remark after it, and room for something small at the right end."""

    def __init__(self, text: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = TextLabel(text, "heading")
        self._remark = ElidingLabel(remark, "second")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(measures_of(self).near)
        self._row.addWidget(self._text)
        self._row.addWidget(self._remark, 1)

    def set_texts(self, text: str, remark: str = "") -> None:
        self._text.setText(text)
        self._remark.setText(remark)

    def add_trailing(self, widget: QWidget) -> None:
        """Put a small button or chip at the right end."""
        self._row.addWidget(widget)
