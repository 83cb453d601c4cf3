"""A pill says a state in words with numbers, and a click (or Enter) goes there."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roster_app.gui.widgets.flow_layout import FlowLayout
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, elided, paint_text, rounded_box, smooth, text_width

PillKind = Literal["act", "look", "good", "plain"]


class Pill(QAbstractButton):
    """A bold head, then the particulars: 缺口 480 分钟 · 横岗 4月15日 00–08 缺 1 人.

    Red must be acted upon, amber be looked at, green is proven good, plain is a fact. `leads` says whether it leads
    somewhere: only then it takes focus, shows a hand and emits `clicked`.
    """

    def __init__(
        self,
        head: str,
        text: str = "",
        kind: PillKind = "plain",
        *,
        leads: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._head = head
        self._text = text
        self._kind = kind
        self._leads = leads
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, leads)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not leads)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    @property
    def kind(self) -> PillKind:
        return self._kind

    @property
    def words(self) -> str:
        """Head and text as one phrase."""
        return f"{self._head} {self._text}".strip()

    def tell(self, head: str, text: str = "", kind: PillKind | None = None) -> None:
        """Say something else in the same place."""
        self._head = head
        self._text = text
        self._kind = kind or self._kind
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.words)

    def _fonts(self) -> tuple[QFont, QFont]:
        return text_font(self.font(), 13, bold=True), text_font(self.font(), 12)

    def _widths(self, measures: Measures) -> tuple[float, float]:
        head_font, font = self._fonts()
        gap = measures.px(7) if self._head and self._text else 0
        return text_width(self._head, head_font) + gap, text_width(self._text, font)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        head, text = self._widths(measures)
        return QSize(round(head + text + 2 * measures.px(10) + 1), measures.px(28))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(min(self.sizeHint().width(), measures.px(80)), measures.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures = measures_of(self)
        meanings = meanings_of(self)
        tone = meanings.tone(self._kind)
        lively = self.hasFocus() or (self._leads and self.underMouse())
        plain_line = meanings.line if self._kind == "plain" else None
        line = (meanings.ink if self.hasFocus() else tone.ink) if lively else plain_line
        rounded_box(painter, QRectF(self.rect()), measures.radius, tone.ground, line)
        self._paint_words(painter, measures, tone.ink, meanings.ink if self._kind == "plain" else tone.ink)

    def _paint_words(self, painter: QPainter, measures: Measures, ink: str, head_ink: str) -> None:
        inset = measures.px(10)
        box = QRectF(self.rect()).adjusted(inset, 0, -inset + 1, 0)
        head_font, font = self._fonts()
        head, _text = self._widths(measures)
        paint_text(painter, box, self._head, head_font, head_ink, LEFT)
        box.setLeft(box.left() + head)
        shown = elided(self._text, font, box.width())
        self.setToolTip("" if shown == self._text else self.words)
        if box.width() > 0:
            paint_text(painter, box, self._text, font, ink, LEFT)


class PillRow(QWidget):
    """Pills in a row that wraps where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=measures_of(self).near)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pills(self, pills: list[Pill]) -> None:
        """Show these, in this order; pills shown before and not among them are given up."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in pills:
                widget.hide()
                widget.deleteLater()
        for pill in pills:
            self._flow.addWidget(pill)
            pill.show()
        self.updateGeometry()

    @property
    def pills(self) -> list[Pill]:
        return [pill for pill in self.findChildren(Pill) if pill.parent() is self and not pill.isHidden()]
