"""Small painted words: a chip names a state or a shift in its colour, a key hint shows a key and what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.widgets.meanings import ToneName, meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import paint_text, rounded_box, smooth, text_width


class Chip(QWidget):
    """A word on the ground of its tone: 早, 推荐, 草稿. A plain chip has a line instead of a ground."""

    def __init__(self, text: str, tone: ToneName | str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self._text

    def show_text(self, text: str, tone: ToneName | str | None = None) -> None:
        """Say something else, in the same or another tone."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return text_font(self.font(), 12)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        width = text_width(self._text, self._font()) + 2 * measures.px(7)
        return QSize(round(width + 0.5), measures.px(20))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(min(self.sizeHint().width(), measures.px(40)), measures.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures = measures_of(self)
        meanings = meanings_of(self)
        tone = meanings.tone(self._tone)
        box = QRectF(self.rect())
        line = meanings.line if self._tone == "plain" else None
        rounded_box(painter, box, measures.chip_radius, tone.ground, line)
        inset = measures.px(6)
        paint_text(painter, box.adjusted(inset, 0, -inset, 0), self._text, self._font(), tone.ink)


class Dot(QWidget):
    """A round mark before a line of text, in the ink of a tone; the words beside it say the same."""

    def __init__(self, tone: ToneName | str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: ToneName | str) -> None:
        self._tone = tone
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        side = measures_of(self).near
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        colour = meanings.third if self._tone == "plain" else meanings.colour(self._tone)
        rounded_box(smooth(QPainter(self)), QRectF(self.rect()), self.width() / 2, colour)


class KeyHint(QWidget):
    """A key cap and the word for what the key does: [Enter] 换人."""

    def __init__(self, keys: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._text = text
        self.setAccessibleName(f"{keys} {text}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _cap_font(self) -> QFont:
        return text_font(self.font(), 11)

    def _text_font(self) -> QFont:
        return text_font(self.font(), 12)

    def _cap_width(self) -> float:
        return text_width(self._keys, self._cap_font()) + measures_of(self).px(10)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        width = self._cap_width() + measures.tight + text_width(self._text, self._text_font())
        return QSize(round(width + 1), measures.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures = measures_of(self)
        meanings = meanings_of(self)
        cap = QRectF(0, measures.px(1), self._cap_width(), self.height() - 2 * measures.px(1))
        rounded_box(painter, cap, measures.tight, meanings.panel, meanings.line)
        paint_text(painter, cap, self._keys, self._cap_font(), meanings.second)
        rest = QRectF(self.rect())
        rest.setLeft(cap.right() + measures.tight)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, rest, self._text, self._text_font(), meanings.second, left)
