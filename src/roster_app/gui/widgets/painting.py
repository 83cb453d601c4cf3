"""The few shapes everything here is painted with: rounded boxes, rings, dashes, hatching and text that fits."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_WIDEST = 1.3
"""No letter is wider than so many times the size of its font."""


def smooth(painter: QPainter) -> QPainter:
    """The painter with soft edges switched on."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def rounded_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    ground: str | None,
    line: str | None = None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Fill and outline a rounded box; the outline lies wholly inside `box`."""
    pen = QPen(QColor(line), width) if line else QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    inset = width / 2 if line else 0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def hairline(painter: QPainter, start: QPointF, end: QPointF, colour: str) -> None:
    """An upright or level line of one device-independent pixel, not softened, both ends included."""
    left, top = floor(min(start.x(), end.x())), floor(min(start.y(), end.y()))
    right, foot = floor(max(start.x(), end.x())), floor(max(start.y(), end.y()))
    painter.fillRect(left, top, right - left + 1, foot - top + 1, QColor(colour))


def hatching(painter: QPainter, box: QRectF, colour: str, gap: float = 5.0) -> None:
    """Fill a box with thin slanted lines: leave, or hours without a post."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1))
    height = box.height()
    # the lines run on across neighbouring boxes, because they start from the origin and not from the box
    x = (box.left() + box.top()) // gap * gap - box.top() - height
    while x < box.right() + height:
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + height, box.top()))
        x += gap
    painter.restore()


def hatched(colour: str) -> QBrush:
    """The same pattern as a brush, for places that only take a brush."""
    brush = QBrush(QColor(colour), Qt.BrushStyle.BDiagPattern)
    brush.setTransform(QTransform.fromScale(0.75, 0.75))
    return brush


def elided(text: str, font: QFont, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than `width`; what fits in any type is not measured."""
    if len(text) * font.pixelSize() * _WIDEST <= width:
        return text
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def text_width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: str,
    alignment: Qt.AlignmentFlag = CENTRE,
) -> None:
    """One line of text in a box, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, alignment | Qt.TextFlag.TextSingleLine, elided(text, font, box.width()))
