"""A thin bar that shows a share against what would be fair."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of


def paint_meter(
    painter: QPainter,
    box: QRectF,
    meanings: Meanings,
    *,
    value: float,
    fair: tuple[float, float] | None = None,
    before: float | None = None,
    strong: bool = False,
) -> None:
    """Paint a bar in `box` for delegates and widgets alike: all figures are parts of the whole, 0 to 1.

    Two ticks mark the fair band; a value outside it turns amber. `before` is drawn above the value, paler.
    """
    painter.fillRect(box, QColor(meanings.track))
    half = box.height() / 2 if before is not None else 0.0
    if before is not None:
        painter.fillRect(_part(box, before, 0, half), QColor(meanings.past))
    outside = fair is not None and not fair[0] - 1e-9 <= value <= fair[1] + 1e-9
    colour = meanings.accent.ink if strong else meanings.share
    painter.fillRect(_part(box, value, half, box.height() - half), QColor(meanings.look.ink if outside else colour))
    for tick in fair or ():
        over = box.height() * 0.4
        place = round(box.left() + box.width() * min(1.0, max(0.0, tick)))
        painter.fillRect(QRectF(place, box.top() - over, 1, box.height() + 2 * over), QColor(meanings.second))


def _part(box: QRectF, share: float, top: float, height: float) -> QRectF:
    width = box.width() * min(1.0, max(0.0, share))
    return QRectF(box.left(), box.top() + top, width, height)


class MeterBar(QWidget):
    """The bar as a widget: a value out of a whole, the band that would be fair, and perhaps what it was before."""

    def __init__(self, name: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong = strong
        self._value = 0.0
        self._whole = 1.0
        self._fair: tuple[float, float] | None = None
        self._before: float | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(
        self,
        value: float,
        whole: float,
        fair: tuple[float, float] | None = None,
        before: float | None = None,
    ) -> None:
        """All in one unit: the value, the length of the whole bar, the fair band, and the value before."""
        self._value = value
        self._whole = max(whole, 1e-9)
        self._fair = fair
        self._before = before
        self.setAccessibleDescription(f"{value:g} / {whole:g}")
        self.update()

    def _thickness(self, measures: Measures) -> int:
        return measures.px(6) if self._before is None else measures.px(11)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(120), measures.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        thickness = self._thickness(measures_of(self))
        box = QRectF(0, (self.height() - thickness) // 2, self.width() - 1, thickness)
        fair = (self._fair[0] / self._whole, self._fair[1] / self._whole) if self._fair else None
        before = None if self._before is None else self._before / self._whole
        paint_meter(
            QPainter(self),
            box,
            meanings_of(self),
            value=self._value / self._whole,
            fair=fair,
            before=before,
            strong=self._strong,
        )
