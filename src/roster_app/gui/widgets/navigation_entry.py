"""One entry of the navigation: icon, words and a small count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roster_app.gui.widgets.icons import paint_icon
from roster_app.gui.widgets.meanings import Meanings, ToneName, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, paint_text, rounded_box, smooth, text_width


class NavigationEntry(QAbstractButton):
    """Accent ground when chosen; its count is part of its accessible name."""

    def __init__(self, words: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._count = ""
        self._tone: ToneName = "act"
        self._collapsed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.rename(words)

    def rename(self, words: str) -> None:
        self.setText(words)
        self._name()

    def show_badge(self, count: str, tone: ToneName) -> None:
        self._count = count
        self._tone = tone
        self._name()
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        self._collapsed = collapsed
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        name = f"{self.text()} {self._count}".strip()
        self.setAccessibleName(name)
        self.setToolTip(name if self._collapsed else "")

    def _ink(self, meanings: Meanings) -> str:
        return meanings.accent.ink if self.isChecked() else meanings.second

    def _paint_badge(self, painter: QPainter, meanings: Meanings, measures: Measures) -> float:
        """Paint the count at the right end; the width it took."""
        if not self._count:
            return 0
        if self._collapsed:
            dot = QRectF(self.width() - measures.px(12), measures.px(5), measures.px(7), measures.px(7))
            rounded_box(painter, dot, dot.width() / 2, meanings.tone(self._tone).ink)
            return 0
        font = text_font(self.font(), 11, bold=True)
        width = max(text_width(self._count, font) + measures.px(12), measures.px(20))
        height = measures.px(17)
        box = QRectF(self.width() - measures.px(10) - width, (self.height() - height) / 2, width, height)
        tone = meanings.tone(self._tone)
        rounded_box(painter, box, height / 2, tone.ground)
        paint_text(painter, box, self._count, font, tone.ink)
        return width + measures.near

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        words = text_width(self.text(), text_font(self.font(), bold=True))
        width = measures.px(36) if self._collapsed else round(words) + measures.px(70)
        return QSize(width, measures.px(36))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(36), measures.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        meanings = meanings_of(self)
        measures = measures_of(self)
        box = QRectF(self.rect())
        ground = meanings.hover if self.underMouse() else None
        ground = meanings.accent.ground if self.isChecked() else ground
        ring = meanings.accent.ink if self.hasFocus() else None
        rounded_box(painter, box, measures.radius, ground, ring, 1.5)
        side = measures.icon
        left = (box.width() - side) / 2 if self._collapsed else measures.px(10)
        colour = self._ink(meanings)
        paint_icon(painter, self._icon_name, colour, QRectF(left, (box.height() - side) / 2, side, side))
        taken = self._paint_badge(painter, meanings, measures)
        if not self._collapsed:
            words = box.adjusted(measures.px(36), 0, -taken - measures.px(6), 0)
            paint_text(painter, words, self.text(), text_font(self.font(), bold=self.isChecked()), colour, LEFT)
