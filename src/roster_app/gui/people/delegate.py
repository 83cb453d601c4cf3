"""How a volunteer's row is painted: the name bold, qualifications as chips, leave in its tone, the rest quiet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from roster_app.gui.people.model import PERSON_ROLE
from roster_app.gui.people.rows import Column, Person
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.painting import LEFT, paint_text, rounded_box, smooth, text_width


class PersonDelegate(QStyledItemDelegate):
    """Reads the whole person from the model once a cell."""

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, meanings: Meanings) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(meanings.selection.ground))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(meanings.hover))
        box = option.rect
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(meanings.faint_line))

    def _paint_chips(
        self, painter: QPainter, room: QRectF, words: tuple[str, ...], option: QStyleOptionViewItem
    ) -> None:
        """As many chips as fit, then how many more there are."""
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        font = text_font(option.font, 11)
        height, gap, left = measures.px(18), measures.tight, room.left()
        for number, word in enumerate(words):
            width = text_width(word, font) + 2 * measures.px(5)
            rest = len(words) - number
            needed = width if rest == 1 else width + gap + text_width(f"+{rest}", font)
            if left + needed > room.right() + 1:
                more = QRectF(left, room.top(), room.right() - left, room.height())
                paint_text(painter, more, f"+{rest}", font, meanings.second, LEFT)
                return
            box = QRectF(left, room.center().y() - height / 2, width, height)
            rounded_box(painter, box, measures.chip_radius, meanings.ground, meanings.line)
            paint_text(painter, box, word, font, meanings.ink)
            left += width + gap

    def _ink(self, person: Person, column: int, meanings: Meanings) -> str:
        if not person.member:
            return meanings.second
        if column == Column.NAME:
            return meanings.ink
        if column == Column.TIMES and person.away:
            return meanings.look.ink
        return meanings.night.ink if column == Column.NIGHTS else meanings.second

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(100), measures.px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        person = index.data(PERSON_ROLE)
        if not isinstance(person, Person):
            return
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        column = index.column()
        self._paint_ground(painter, option, meanings)
        room = QRectF(option.rect).adjusted(measures.px(11), 0, -measures.tight, 0)
        if column == Column.QUALIFICATIONS and person.qualifications:
            painter.save()
            smooth(painter)
            self._paint_chips(painter, room, person.qualifications, option)
            painter.restore()
        elif person.texts[column]:
            bold = column == Column.NAME
            font = text_font(option.font, 13 if bold else 12, bold=bold)
            paint_text(painter, room, person.texts[column], font, self._ink(person, column, meanings), LEFT)
