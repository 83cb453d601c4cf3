"""The sheets of one kind: that of all checkpoints, then each checkpoint's own, and which of them are out of date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from roster_app.gui.publish.choice_view import ChoiceView
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.publish.standing import standing
from roster_app.gui.widgets import RowDelegate, RowRole, meanings_of, measures_of, paint_text, smooth, text_font
from roster_app.gui.widgets.measures import Measures
from roster_app.i18n import _

_PARTICULARS = Qt.ItemDataRole.UserRole + 3  # the quiet line, which may go under the chip
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SheetList(ChoiceView[SheetChoice]):
    """A row of two lines for each; the chip says whether what hangs still holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Checkpoints"), parent)
        self.setItemDelegate(_TwoLines(self))

    def show_sheets(self, choices: Sequence[SheetChoice], publication: Publication) -> None:
        """List these."""
        self.show_rows([_item(choice, publication) for choice in choices], choices)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(232), measures.px(200))


class _TwoLines(RowDelegate):
    """Both lines have one height each, however narrow the list is."""

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(120), measures.px(52))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        measures, meanings = Measures(option.font.pixelSize()), meanings_of(option.palette)
        side = measures.px(16)
        box = QRectF(option.rect).adjusted(side, 0, -side, 0)
        lower = QRectF(box.left() + measures.px(18), box.top() + measures.px(28), 0, measures.px(18))
        lower.setRight(box.right())
        painter.save()
        font = text_font(option.font, 12)
        paint_text(smooth(painter), lower, index.data(_PARTICULARS), font, meanings.second, _LEFT)
        painter.restore()


def _item(choice: SheetChoice, publication: Publication) -> QStandardItem:
    item = QStandardItem(choice.words)
    stands = standing(choice, publication)
    item.setData(stands.particulars, _PARTICULARS)
    item.setData(stands.chip, RowRole.CHIP)
    item.setData(stands.chip_tone, RowRole.CHIP_TONE)
    item.setData(stands.dot_tone, RowRole.DOT_TONE)
    phrase = _("{sheet}: {state}. {particulars}").format(
        sheet=choice.title, state=stands.chip, particulars=stands.particulars
    )
    item.setData(phrase, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(stands.particulars)
    return item
