"""Outline icons: one SVG a name, recoloured by meaning, rendered once for each size, colour and pixel ratio."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.resources import resource

_PIXEL_RATIOS = (1.0, 1.5, 2.0)


def icon_file(name: str) -> Path:
    """Where the SVG of that name lies."""
    return resource("icons", f"{name}.svg")


def coloured_svg(name: str, colour: str) -> bytes:
    """The SVG with its `currentColor` replaced by #rrggbb. Raises FileNotFoundError for an unknown icon."""
    return _svg_text(name).replace("currentColor", colour).encode()


@cache
def _svg_text(name: str) -> str:
    return icon_file(name).read_text(encoding="utf-8")


def icon_pixmap(name: str, colour: str, size: int, pixel_ratio: float) -> QPixmap:
    """The icon in one colour as a pixmap of `size` logical pixels, sharp at that device pixel ratio."""
    key = f"roster-icon/{name}/{colour}/{size}/{pixel_ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = _rendered(name, colour, size, pixel_ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _rendered(name: str, colour: str, size: int, pixel_ratio: float) -> QPixmap:
    svg = QSvgRenderer(QByteArray(coloured_svg(name, colour)))
    pixels = max(1, round(size * pixel_ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Paint the icon, square, in the middle of `box`."""
    size = round(min(box.width(), box.height()))
    pixmap = icon_pixmap(name, colour, size, painter.device().devicePixelRatioF())
    left = round(box.center().x() - size / 2)
    top = round(box.center().y() - size / 2)
    painter.drawPixmap(left, top, pixmap)


def icon(name: str, meanings: Meanings, colour: str = "ink", size: int = 16, *, gap: int = 0) -> QIcon:
    """A QIcon for buttons, menus and line edits; `colour` is the name of a meaning.

    `gap` is empty room at its right, for buttons: a style sheet cannot say how far words stand from an icon.
    """
    made = QIcon()
    for pixel_ratio in _PIXEL_RATIOS:
        for mode, ink in ((QIcon.Mode.Normal, meanings.colour(colour)), (QIcon.Mode.Disabled, meanings.third)):
            made.addPixmap(_with_gap(icon_pixmap(name, ink, size, pixel_ratio), gap), mode)
    return made


def _with_gap(pixmap: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    pixel_ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(gap * pixel_ratio), pixmap.height())
    wider.setDevicePixelRatio(pixel_ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wider


class Glyph(QWidget):
    """An icon on its own, in the colour of a meaning; decoration, so it takes no focus."""

    def __init__(self, name: str, colour: str = "second", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, colour: str | None = None) -> None:
        self._name = name
        self._colour = colour or self._colour
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        side = measures_of(self).px(self._size)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, meanings_of(self).colour(self._colour), QRectF(self.rect()))
