"""Rows of a list as the pictures draw them: a mark, a bold line, quiet reasons under it, a chip at the right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.painting import LEFT, hairline, paint_text, rounded_box, smooth, text_width

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class RowRole(IntEnum):
    """What a model may answer besides the display text (the bold line)."""

    SECOND_LINE = Qt.ItemDataRole.UserRole + 201  # quiet words under it; they wrap
    CHIP = Qt.ItemDataRole.UserRole + 202  # a word at the right
    CHIP_TONE = Qt.ItemDataRole.UserRole + 203  # its tone, "plain" when not answered
    DOT_TONE = Qt.ItemDataRole.UserRole + 204  # a round mark before the bold line
    STRUCK = Qt.ItemDataRole.UserRole + 205  # bool: struck through and pale, because it cannot be


@dataclass(frozen=True, slots=True)
class _Row:
    """What one row says, read once for measuring or painting."""

    words: str
    second: str
    chip: str
    chip_tone: str
    dot_tone: str
    struck: bool

    @classmethod
    def of(cls, index: QModelIndex | QPersistentModelIndex) -> _Row:
        def word(role: int) -> str:
            answer = index.data(role)
            return answer if isinstance(answer, str) else ""

        return cls(
            words=word(Qt.ItemDataRole.DisplayRole),
            second=word(RowRole.SECOND_LINE),
            chip=word(RowRole.CHIP),
            chip_tone=word(RowRole.CHIP_TONE) or "plain",
            dot_tone=word(RowRole.DOT_TONE),
            struck=bool(index.data(RowRole.STRUCK)),
        )


class RowDelegate(QStyledItemDelegate):
    """Give it to a QListView; rows are as high as their words need."""

    def _side(self, measures: Measures) -> int:
        return measures.px(16)

    def _fonts(self, option: QStyleOptionViewItem, row: _Row) -> tuple[QFont, QFont]:
        return text_font(option.font, bold=True, struck=row.struck), text_font(option.font, 12)

    def _text_box(self, option: QStyleOptionViewItem, row: _Row, measures: Measures) -> QRectF:
        """Where the words go: between the mark and the chip."""
        side = self._side(measures)
        box = QRectF(option.rect).adjusted(side, 0, -side, 0)
        if row.dot_tone:
            box.setLeft(box.left() + measures.px(18))
        if row.chip:
            box.setRight(box.right() - text_width(row.chip, text_font(option.font, 12)) - measures.px(24))
        return box

    def _paint_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, row: _Row, measures: Measures, meanings: Meanings
    ) -> None:
        font = text_font(option.font, 12)
        width = text_width(row.chip, font) + measures.px(14)
        right = option.rect.right() - self._side(measures) + 1
        box = QRectF(right - width, option.rect.top() + measures.px(8), width, measures.px(20))
        tone = meanings.tone(row.chip_tone)
        line = meanings.line if row.chip_tone == "plain" else None
        rounded_box(painter, box, measures.chip_radius, tone.ground, line)
        paint_text(painter, box, row.chip, font, tone.ink)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, meanings: Meanings) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(meanings.selection.ground))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(meanings.hover))
        foot = option.rect.bottom()
        left, right = QPointF(option.rect.left(), foot), QPointF(option.rect.right(), foot)
        hairline(painter, left, right, meanings.faint_line)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = _Row.of(index)
        measures = Measures(option.font.pixelSize())
        view = option.widget
        if isinstance(view, QListView):
            option.rect.setWidth(view.viewport().width())
        height = measures.px(36)
        if row.second:
            width = max(self._text_box(option, row, measures).width(), 40)
            _bold, font = self._fonts(option, row)
            words = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), int(_WRAPPED), row.second)
            height = round(measures.px(35) + words.height())
        return QSize(measures.px(120), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = _Row.of(index)
        measures, meanings = Measures(option.font.pixelSize()), meanings_of(option.palette)
        painter.save()
        smooth(painter)
        self._paint_ground(painter, option, meanings)
        box = self._text_box(option, row, measures)
        bold, font = self._fonts(option, row)
        upper = QRectF(box.left(), box.top() + measures.px(8), box.width(), measures.px(20))
        ink = meanings.second if row.struck else meanings.ink
        paint_text(painter, upper, row.words, bold, ink, LEFT)
        if row.dot_tone:
            dot = QRectF(option.rect.left() + self._side(measures), 0, measures.near, measures.near)
            dot.moveTop(upper.center().y() - dot.height() / 2)
            rounded_box(painter, dot, dot.width() / 2, meanings.colour(row.dot_tone))
        if row.second:
            lower = QRectF(box.left(), upper.bottom(), box.width(), option.rect.bottom() - upper.bottom())
            painter.setFont(font)
            painter.setPen(QColor(meanings.second))
            painter.drawText(lower, int(_WRAPPED), row.second)
        if row.chip:
            self._paint_chip(painter, option, row, measures, meanings)
        painter.restore()
