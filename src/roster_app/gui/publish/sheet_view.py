"""One printed page on the screen: whole in the window or larger, sharp on every screen, moved by hand and wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from roster_app.gui.widgets import meanings_of, measures_of, smooth

ZOOMS = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0)
"""How much larger than whole in the window."""
_MOST_PIXELS = 8_000  # device pixels across; more is neither seen nor held
_NOTCH = 120
_A4 = 2**0.5


class SheetView(QScrollArea):
    """Shows what it has at once, scaled, and asks for a picture of the right width."""

    width_wanted = Signal(int)  # device pixels
    turned = Signal(int)  # pages back (−1) or on (1), by the wheel
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 0
        self._notches = 0
        self._page = _Page(self)
        self._page.dragged.connect(self._on_dragged)
        self.setWidget(self._page)
        self._page.setAutoFillBackground(False)  # the ground is that of wherever it stands
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.horizontalScrollBar().setSingleStep(measures_of(self).px(24))
        self.verticalScrollBar().setSingleStep(measures_of(self).px(24))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(60)
        self._settled.timeout.connect(self._ask)
        self._lay()

    @property
    def is_whole(self) -> bool:
        """Whether the whole page is in sight."""
        return self._zoom == 0

    @property
    def can_enlarge(self) -> bool:
        return self._zoom + 1 < len(ZOOMS)

    @property
    def wanted_width(self) -> int:
        """Device pixels the page takes across."""
        return min(round(self._page.sheet.width() * self.devicePixelRatioF()), _MOST_PIXELS)

    @property
    def image(self) -> QImage:
        """What is shown, null while there is nothing."""
        return self._page.pixmap.toImage()

    def show_image(self, image: QImage) -> None:
        """Show a page; asks again where the window has become larger or smaller since."""
        self._page.pixmap = QPixmap.fromImage(image)
        self._lay()
        if image.width() != self.wanted_width:
            self._settled.start()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._page.pixmap = QPixmap()
        self._page.update()

    def go_to_top(self) -> None:
        """Of a page that is larger than the window."""
        self.verticalScrollBar().setValue(0)

    def scroll_page(self, steps: int) -> bool:
        """Move an enlarged page by a window; whether there was anything left to move."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + steps * bar.pageStep())
        return not self.is_whole and bar.value() != before

    def enlarge(self) -> None:
        self._set_zoom(min(self._zoom + 1, len(ZOOMS) - 1))

    def reduce(self) -> None:
        self._set_zoom(max(self._zoom - 1, 0))

    def fit(self) -> None:
        """The whole page again."""
        self._set_zoom(0)

    def _set_zoom(self, zoom: int) -> None:
        if zoom == self._zoom:
            return
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        middles = [(bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1) for bar in bars]
        self._zoom = zoom
        self._lay()
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoom_changed.emit()
        self._settled.start()

    def _lay(self) -> None:
        """Give the page its size: the largest that fits, times the zoom."""
        pixmap = self._page.pixmap
        shape = pixmap.width() / pixmap.height() if not pixmap.isNull() else _A4
        edge = 2 * measures_of(self).apart
        room = self.maximumViewportSize()
        width = max(min(room.width() - edge, (room.height() - edge) * shape), 40) * ZOOMS[self._zoom]
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.is_whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(bars)
        self.setVerticalScrollBarPolicy(bars)
        self._page.set_sheet(QSize(round(width), round(width / shape)), can_be_dragged=not self.is_whole)

    def _ask(self) -> None:
        if self._page.pixmap.isNull() or self._page.pixmap.width() != self.wanted_width:
            self.width_wanted.emit(self.wanted_width)

    def _on_dragged(self, way: QPoint) -> None:
        for bar, length in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
            bar.setValue(bar.value() - length)

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it enlarges; a whole page it turns; a larger one it moves."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not with_ctrl and not self.is_whole:
            super().wheelEvent(event)
            return
        self._notches += event.angleDelta().y()
        steps, self._notches = int(self._notches / _NOTCH), self._notches - int(self._notches / _NOTCH) * _NOTCH
        if steps and with_ctrl:
            (self.enlarge if steps > 0 else self.reduce)()
        elif steps:
            self.turned.emit(-1 if steps > 0 else 1)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
        self._settled.start()


class _Page(QWidget):
    """The sheet of paper with some room around it; where it is larger than the window, a hand can take it."""

    dragged = Signal(QPoint)  # how far since the last time

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pixmap = QPixmap()
        self.sheet = QSize()
        self._can_be_dragged = False
        self._held: QPoint | None = None

    def set_sheet(self, size: QSize, *, can_be_dragged: bool) -> None:
        """How large the paper is, in logical pixels."""
        edge = 2 * measures_of(self).apart
        self.sheet = size
        self._can_be_dragged = can_be_dragged
        self.resize(size + QSize(edge, edge))
        self._show_hand()
        self.update()

    def _show_hand(self) -> None:
        open_or_closed = Qt.CursorShape.OpenHandCursor if self._held is None else Qt.CursorShape.ClosedHandCursor
        self.setCursor(open_or_closed if self._can_be_dragged else Qt.CursorShape.ArrowCursor)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.globalPosition().toPoint()
            self._show_hand()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            here = event.globalPosition().toPoint()
            way, self._held = here - self._held, here
            self.dragged.emit(way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self._show_hand()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper is white by day and by night; pixel by pixel where the picture has the right size."""
        painter = smooth(QPainter(self))
        edge, ratio = measures_of(self).apart, self.devicePixelRatioF()
        sheet = QRect(QPoint(edge, edge), self.sheet)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self.pixmap.width() == round(self.sheet.width() * ratio):
            self.pixmap.setDevicePixelRatio(ratio)
            painter.drawPixmap(QPointF(sheet.topLeft()), self.pixmap)
        elif not self.pixmap.isNull():
            painter.drawPixmap(sheet, self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(meanings_of(self).line))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
