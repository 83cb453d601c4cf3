"""A segmented switch: a few ways of looking at the same thing, side by side, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import hairline, paint_text, rounded_box, smooth, text_width


class SegmentedControl(QWidget):
    """Offers (key, words) pairs; the arrow keys go from one to the next."""

    chosen = Signal(str)  # the key the person chose; not emitted by `choose`

    def __init__(
        self, choices: list[tuple[str, str]], name: str, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._small = small
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, words in choices:
            segment = _Segment(words, self, small=small)
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        if choices:
            self.choose(choices[0][0])

    @property
    def choice(self) -> str:
        """The key chosen now."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show this one as chosen, without telling anyone."""
        self._segments[key].setChecked(True)

    def set_enabled(self, key: str, enabled: bool) -> None:
        self._segments[key].setEnabled(enabled)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = smooth(QPainter(self))
        rounded_box(painter, QRectF(self.rect()), measures_of(self).radius, meanings.panel, meanings.line)


class _Segment(QAbstractButton):
    """One of the choices."""

    def __init__(self, words: str, frame: QWidget, *, small: bool) -> None:
        super().__init__(frame)
        self._frame = frame
        self._small = small
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _font(self, *, bold: bool) -> QFont:
        return text_font(self.font(), 12 if self._small else 13, bold=bold)

    def _shape(self) -> QPainterPath:
        """The room inside the frame, with the corners of the frame where this is the first or the last."""
        radius = measures_of(self).radius - 1
        inside = QRectF(self._frame.rect()).adjusted(1, 1, -1, -1).translated(-self.x(), 0)
        frame = QPainterPath()
        frame.addRoundedRect(inside, radius, radius)
        own = QPainterPath()
        own.addRect(QRectF(self.rect()))
        return frame.intersected(own)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        width = text_width(self.text(), self._font(bold=True)) + 2 * measures.px(9 if self._small else 14)
        return QSize(round(width + 1), measures.small_control if self._small else measures.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(measures_of(self).px(36), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = smooth(QPainter(self))
        if self.isChecked():
            painter.fillPath(self._shape(), QColor(meanings.accent.ground))
        elif self.underMouse() and self.isEnabled():
            painter.fillPath(self._shape(), QColor(meanings.hover))
        if self.x() > 0:
            inside = QRectF(self.rect()).adjusted(0, 1, 0, -1)
            hairline(painter, inside.topLeft(), inside.bottomLeft(), meanings.line)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            rounded_box(painter, ring, measures_of(self).radius - 2, None, meanings.accent.ink, 1.5)
        colour = meanings.accent.ink if self.isChecked() else meanings.second
        if not self.isEnabled():
            colour = meanings.third
        paint_text(painter, QRectF(self.rect()), self.text(), self._font(bold=self.isChecked()), colour)
