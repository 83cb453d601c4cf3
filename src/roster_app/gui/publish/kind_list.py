"""The kinds of sheets: on the wall and beside it, with the shift, of the month, for people."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from roster_app.gui.publish.choice_view import ChoiceView
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import GROUPS, SheetChoice, kind_words
from roster_app.gui.publish.standing import standing
from roster_app.gui.widgets import RowDelegate, RowRole, measures_of
from roster_app.gui.widgets.measures import Measures
from roster_app.i18n import _
from roster_app.services.sheets import SheetKind

_ROW, _GAP = 34, 10  # at the usual size of type, px


class KindList(ChoiceView[SheetKind]):
    """A row for each kind, as high as all of them are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Kinds of sheets"), parent)
        self.setItemDelegate(_OneLine(self))

    def show_kinds(self, firsts: dict[SheetKind, SheetChoice], publication: Publication) -> None:
        """List the kinds; the sheet of all checkpoints stands for its kind."""
        items: list[QStandardItem] = []
        values: list[SheetKind | None] = []
        for group in GROUPS:
            offered = [kind for kind in group if kind in firsts]
            if items and offered:
                items.append(QStandardItem(""))
                values.append(None)
            items += [_item(firsts[kind], publication) for kind in offered]
            values += offered
        self.show_rows(items, values)
        self.updateGeometry()

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures, rows = measures_of(self), self.model().rowCount()
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth()
        return QSize(measures.px(232), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(measures_of(self).px(200), measures_of(self).px(4 * _ROW))


class _OneLine(RowDelegate):
    """Gaps between the groups are lower, and bare."""

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(120), measures.px(_ROW if index.data() else _GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.data():
            super().paint(painter, option, index)


def _item(first: SheetChoice, publication: Publication) -> QStandardItem:
    words, stands = kind_words(first.kind), standing(first, publication)
    item = QStandardItem(words)
    item.setData(stands.dot_tone, RowRole.DOT_TONE)
    if stands.stands_out:
        item.setData(stands.chip, RowRole.CHIP)
        item.setData(stands.chip_tone, RowRole.CHIP_TONE)
    phrase = _("{sheet}: {state}. {particulars}").format(sheet=words, state=stands.chip, particulars=stands.particulars)
    item.setData(phrase, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(stands.particulars)
    return item
