"""The line at the foot of the window: what is stored, what was done last, and which keys do what here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from roster_app.gui.widgets.chip import KeyHint
from roster_app.gui.widgets.labels import ElidingLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import hairline


class StatusBar(QWidget):
    """Keeps its place and height; key hints give way, the last first, where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = ElidingLabel("", "second")
        self._step = ElidingLabel("", "second")
        self._legend = QHBoxLayout()
        self._hints = _HintRow()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._saved)
        self._row.addWidget(self._step)
        self._row.addLayout(self._legend)
        self._row.addWidget(self._hints, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()

    def show_saved(self, text: str) -> None:
        """Whether everything is stored, and since when."""
        self._saved.setText(text)

    def show_step(self, text: str) -> None:
        """The last step, which undo would take back."""
        self._step.setText(text)

    def show_hints(self, hints: list[tuple[str, str]]) -> None:
        """(keys, what they do) for the page in front, the most useful first."""
        self._hints.show_hints(hints)

    def add_legend(self, widget: QWidget) -> None:
        """Put a small explanation of marks after the last step."""
        self._legend.addWidget(widget)

    def _measure(self) -> None:
        measures = measures_of(self)
        self._row.setContentsMargins(measures.px(14), 1, measures.px(14), 0)
        self._row.setSpacing(measures.wide)
        self._legend.setSpacing(measures.px(16))
        self.setFixedHeight(measures.status_bar)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(meanings.panel))
        hairline(painter, QPointF(0, 0), QPointF(self.width(), 0), meanings.line)


class _HintRow(QWidget):
    """Key hints from the right edge, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[KeyHint] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: list[tuple[str, str]]) -> None:
        for hint in self._hints:
            hint.setParent(None)
            hint.deleteLater()
        self._hints = [KeyHint(keys, text, self) for keys, text in hints]
        self._arrange()

    def _arrange(self) -> None:
        gap = measures_of(self).apart
        widths = [hint.sizeHint().width() for hint in self._hints]
        fitting = len(widths)
        while fitting and sum(widths[:fitting]) + gap * (fitting - 1) > self.width():
            fitting -= 1
        left = self.width() - sum(widths[:fitting]) - gap * max(0, fitting - 1)
        for index, hint in enumerate(self._hints):
            size = hint.sizeHint()
            hint.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
            hint.setVisible(index < fitting)
            left += size.width() + gap

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(0, measures_of(self).px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
