"""How a row with a day is painted: name and facts, figures at the right, the day as a strip, how it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from roster_app.gui.places.strip_model import ROW_ROLE
from roster_app.gui.places.strip_row import StripRow
from roster_app.gui.widgets import (
    HourBar,
    Meanings,
    Measures,
    hairline,
    meanings_of,
    paint_icon,
    paint_text,
    rounded_box,
    smooth,
    text_font,
    text_width,
)
from roster_app.i18n import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StripDelegate(QStyledItemDelegate):
    """Paints the strip with one hour bar that is never shown itself."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._bar = HourBar("", parent=view)
        self._bar.hide()

    def _strip_height(self, row: StripRow) -> int:
        self._bar.show_spans(row.spans)
        return self._bar.sizeHint().height()

    def _strip(self, pixel_ratio: float) -> QPixmap:
        """The bar as it stands, on no ground; a widget cannot be rendered at a place of another one's painter."""
        pixmap = QPixmap(self._bar.size() * pixel_ratio)
        pixmap.setDevicePixelRatio(pixel_ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        self._bar.render(pixmap, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        return pixmap

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, meanings: Meanings) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(meanings.selection.ground))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(meanings.hover))
        foot = option.rect.bottom()
        hairline(painter, QPointF(option.rect.left(), foot), QPointF(option.rect.right(), foot), meanings.line)

    def _paint_head(self, painter: QPainter, room: QRectF, row: StripRow, option: QStyleOptionViewItem) -> None:
        """Name, chip and facts from the left; the figures from the right."""
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        bold, font = text_font(option.font, 14, bold=True), text_font(option.font, 12)
        left = QRectF(room)
        figures = text_width(row.figures, font) + measures.wide
        if text_width(row.name, bold) + figures < room.width():
            paint_text(painter, room, row.figures, font, meanings.second, _RIGHT)
            left.setRight(room.right() - figures)
        name = min(text_width(row.name, bold) + 1, left.width())
        paint_text(painter, left, row.name, bold, meanings.ink, _LEFT)
        left.setLeft(left.left() + name + measures.px(10))
        if row.unsaved:
            left.setLeft(left.left() + self._paint_chip(painter, left, measures, meanings, option) + measures.near)
        if left.width() > measures.px(60):
            paint_text(painter, left, row.facts, font, meanings.second, _LEFT)

    def _paint_chip(
        self, painter: QPainter, room: QRectF, measures: Measures, meanings: Meanings, option: QStyleOptionViewItem
    ) -> float:
        font, words = text_font(option.font, 12), _("not stored")
        width = text_width(words, font) + measures.px(14)
        box = QRectF(room.left(), room.center().y() - measures.px(10), width, measures.px(20))
        rounded_box(painter, box, measures.chip_radius, meanings.look.ground)
        paint_text(painter, box, words, font, meanings.look.ink)
        return width

    def _paint_foot(self, painter: QPainter, room: QRectF, row: StripRow, option: QStyleOptionViewItem) -> None:
        """The detail, ticked where all is well; under it what wants to be looked at."""
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        line = measures.px(18)
        lines = [(row.detail, "second")] if row.detail else []
        lines += [(sentence, "look") for sentence in _troubles(row)]
        for number, (words, colour) in enumerate(lines):
            box = QRectF(room.left(), room.top() + number * line, room.width(), line)
            icon = "triangle-alert" if colour == "look" else "circle-check" if row.tone == "good" else ""
            if icon:
                mark = QRectF(box.left(), box.top(), measures.px(13), line)
                paint_icon(painter, icon, meanings.colour("look" if colour == "look" else "good"), mark)
                box.setLeft(box.left() + measures.px(19))
            paint_text(painter, box, words, text_font(option.font, 12), meanings.colour(colour), _LEFT)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        measures = Measures(option.font.pixelSize())
        if not isinstance(row, StripRow):
            return QSize(0, 0)
        lines = len(_troubles(row)) + bool(row.detail)
        return QSize(measures.px(200), measures.px(60) + self._strip_height(row) + lines * measures.px(18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, StripRow):
            return
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        painter.save()
        smooth(painter)
        self._paint_ground(painter, option, meanings)
        side = measures.wide
        room = QRectF(option.rect).adjusted(side, measures.px(12), -side, -measures.px(12))
        head = QRectF(room.left(), room.top(), room.width(), measures.px(22))
        self._paint_head(painter, head, row, option)
        height = self._strip_height(row)
        self._bar.resize(round(room.width()), height)
        top = head.bottom() + measures.near
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QRectF(room.left(), top, room.width(), height).adjusted(-3, -3, 3, 3)
            rounded_box(painter, ground, measures.chip_radius, meanings.panel)  # a blue shift on a blue row
        painter.drawPixmap(QPointF(room.left(), top), self._strip(painter.device().devicePixelRatioF()))
        rest = QRectF(room.left(), top + height + measures.px(5), room.width(), room.bottom())
        self._paint_foot(painter, rest, row, option)
        painter.restore()


def _troubles(row: StripRow) -> list[str]:
    return row.state.split("\n") if row.tone == "look" else []
