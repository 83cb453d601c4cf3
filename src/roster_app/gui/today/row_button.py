"""One person of the board in large type; a click, Enter or the space bar signs them in or out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roster_app.gui.today.board_rows import TONES, BoardRow
from roster_app.gui.widgets import meanings_of, measures_of, paint_text, rounded_box, smooth, text_font, text_width
from roster_app.gui.widgets.painting import LEFT, RIGHT
from roster_app.i18n import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowButton(QAbstractButton):
    """Name over particulars; at the right what a click does. `scale` makes it larger for a second screen."""

    def __init__(self, row: BoardRow, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._scale = scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row.signs else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, bool(row.signs))
        if row.signs:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        told = " · ".join(word for word in (row.name, row.words, self.deed) if word)
        self.setAccessibleName(told)

    @property
    def deed(self) -> str:
        """What a click enters, in words; empty where it enters nothing."""
        return {"in": _("Sign in"), "out": _("Sign out"), "": ""}[self.row.signs]

    def be_a_link(self, leads: bool) -> None:
        """Take the focus and show a hand for another reason than signing."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def _px(self, length: float) -> int:
        return measures_of(self).px(length * self._scale)

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        return text_font(self.font(), size * self._scale, bold=bold)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(self._px(300), self._px(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(200), self._px(58))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from row to row."""
        if event.key() in _ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        meanings = meanings_of(self)
        tone = meanings.tone(TONES[self.row.state])
        box = QRectF(self.rect()).adjusted(self._px(8), self._px(3), -self._px(8), -self._px(3))
        radius = measures_of(self).radius
        plain = TONES[self.row.state] == "plain"
        ground = meanings.hover if self.underMouse() and self.row.signs and plain else None if plain else tone.ground
        ring = meanings.accent.ink if self.hasFocus() else None
        if self.underMouse() and self.row.signs and not ring:
            ring = tone.ink
        rounded_box(painter, box, radius, ground, ring, 2)
        inner = box.adjusted(self._px(10), self._px(3), -self._px(10), -self._px(3))
        deed = self._font(13, bold=True)
        paint_text(painter, inner, self.deed, deed, meanings.accent.ink, RIGHT)
        inner.setRight(inner.right() - text_width(self.deed, deed) - self._px(8))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.56)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), inner.height() - upper.height())
        ink = meanings.ink if plain else tone.ink
        paint_text(painter, upper, self.row.name, self._font(20, bold=True), ink, LEFT)
        paint_text(painter, lower, self.row.words, self._font(13), meanings.second if plain else tone.ink, LEFT)
