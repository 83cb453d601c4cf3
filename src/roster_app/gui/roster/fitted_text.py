"""Names that fit their cell: smaller first, cut last; worked out once for each name and width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from roster_app.gui.widgets.measures import text_font

_SIZES = (13.0, 12.0, 11.0)
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_LIMIT = 4096


class FittedText:
    """Paints one line in the middle of a box; keeps what it has measured until the font is another one."""

    def __init__(self) -> None:
        self._body = QFont()
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        self._known: dict[tuple[str, bool, int], tuple[QFont, str, float]] = {}

    @property
    def body(self) -> QFont:
        return self._body

    def use(self, body: QFont) -> None:
        """The body font of what is painted next."""
        if body != self._body or not self._fonts:
            self._body = QFont(body)
            self._fonts = {
                (size, bold): (font := text_font(body, size, bold=bold), QFontMetricsF(font))
                for size in _SIZES
                for bold in (False, True)
            }
            self._known.clear()

    def best(self, texts: Sequence[str], room: float, *, bold: bool = False) -> str:
        """The first of the texts that fits uncut; the last one where none does."""
        metrics = self._fonts[_SIZES[-1], bold][1]
        return next((text for text in texts if metrics.horizontalAdvance(text) <= int(room)), texts[-1])

    def paint(self, painter: QPainter, box: QRectF, text: str, colour: str, *, bold: bool = False) -> float:
        """Paint the text; answers with the width it took."""
        font, words, width = self._fit(text, bold, int(box.width()))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box, _CENTRE, words)
        return width

    def _fit(self, text: str, bold: bool, room: int) -> tuple[QFont, str, float]:
        key = (text, bold, room)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _LIMIT:
                self._known.clear()
            found = self._known[key] = self._measured(text, bold, room)
        return found

    def _measured(self, text: str, bold: bool, room: int) -> tuple[QFont, str, float]:
        for size in _SIZES:
            font, metrics = self._fonts[size, bold]
            width = metrics.horizontalAdvance(text)
            if width <= room:
                return font, text, width
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return font, words, metrics.horizontalAdvance(words)
