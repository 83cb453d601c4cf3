"""The chip of a duty on a person's day: the code of the shift on its colour, with what is wrong or new about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from roster_app.gui.roster.fitted_text import FittedText
from roster_app.gui.roster.looks import SeatLook
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import Measures
from roster_app.gui.widgets.painting import rounded_box, smooth

_LIMIT = 512
_Key = tuple[str, str, str, bool, bool, int, int]
"""Code, tone, mark, ghost, locked, width, height."""


class ShiftChips:
    """A grid has thousands of chips of a few dozen looks: each look is drawn once and then only copied."""

    def __init__(self) -> None:
        self._texts = FittedText()
        self._made: dict[_Key, QPixmap] = {}
        self._for: tuple[QFont, Meanings, float] | None = None

    @property
    def texts(self) -> FittedText:
        """What measures the words of the chips, for others who paint beside them."""
        return self._texts

    def use(self, body: QFont, meanings: Meanings, ratio: float) -> None:
        """Body font, colours and device pixels a pixel of what is painted next."""
        now = (body, meanings, ratio)
        if self._for != now:
            self._for = (QFont(body), meanings, ratio)
            self._made.clear()
        self._texts.use(body)

    def paint(self, painter: QPainter, box: QRectF, look: SeatLook) -> None:
        """A red or amber frame where a rule is broken, a dashed one for a proposal, a line under it when locked."""
        if self._for is None:
            raise RuntimeError("chips are painted in some font")
        width, height = round(box.width()), round(box.height())
        key = (look.code, look.tone, look.mark, look.ghost, look.locked, width, height)
        made = self._made.get(key)
        if made is None:
            if len(self._made) > _LIMIT:
                self._made.clear()
            made = self._made[key] = self._drawn(look, width, height, *self._for)
        painter.drawPixmap(QPointF(round(box.left()), round(box.top())), made)

    def _drawn(self, look: SeatLook, width: int, height: int, body: QFont, meanings: Meanings, ratio: float) -> QPixmap:
        made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = smooth(QPainter(made))
        _draw(painter, QRectF(0, 0, width, height), look, self._texts, meanings, Measures(body.pixelSize()))
        painter.end()
        return made


def _draw(
    painter: QPainter, box: QRectF, look: SeatLook, texts: FittedText, meanings: Meanings, measures: Measures
) -> None:
    tone, line, ink = meanings.tone(look.tone), None, meanings.tone(look.tone).ink
    ground = tone.ground
    if look.mark == "hard":
        ground, line, ink = meanings.conflict.ground, meanings.conflict.ink, meanings.conflict.ink
    elif look.mark == "wish":
        line = meanings.look.ink
    if look.ghost:
        line = meanings.accent.ink
    rounded_box(painter, box, measures.tight, ground, line, 1.25, dashed=look.ghost)
    roomy = box.width() >= measures.px(18)
    texts.paint(painter, box, look.code, ink, bold=look.mark == "hard" and roomy)
    if look.locked:
        foot = QRectF(box.left() + 1, box.bottom() - measures.px(2), box.width() - 2, measures.px(2))
        painter.fillRect(foot, QColor(ink))
