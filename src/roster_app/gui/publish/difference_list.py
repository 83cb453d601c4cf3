"""What differs from the edition that hangs: for each seat who stood there and who stands there now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roster_app.domain.differences import SeatDifference
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.widgets import Hairline, SectionTitle, meanings_of, measures_of, paint_text, smooth, text_font
from roster_app.gui.widgets.measures import Measures
from roster_app.i18n import _, ngettext
from roster_app.services.words import DifferenceRow, difference_row

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROWS_IN_SIGHT = 3.5
_ROW = Qt.ItemDataRole.UserRole + 1


def difference_rows(
    publication: Publication, choice: SheetChoice, since: int | None = None
) -> list[tuple[SeatDifference, DifferenceRow]]:
    """What differs on one sheet; the place is named where the sheet shows several."""
    directory, with_place = publication.opened.directory, choice.checkpoint_id is None
    changes = publication.changes_on(choice, since)
    return [(d, difference_row(d, directory, with_place=with_place)) for d in changes]


class DifferenceList(QWidget):
    """Out of sight where nothing differs."""

    chosen = Signal(object)  # the DutyId of the row that was activated

    def __init__(self, parent: QWidget | None = None, *, rows_in_sight: float = _ROWS_IN_SIGHT) -> None:
        super().__init__(parent)
        self._rows_in_sight = rows_in_sight
        self._title = SectionTitle("")
        self._rows = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_DifferenceDelegate(self._list))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_activated)
        self._list.activated.connect(self._on_activated)
        self._lay_out()
        self.hide()

    @property
    def model(self) -> QStandardItemModel:
        """The rows."""
        return self._rows

    @property
    def view(self) -> QListView:
        """The list itself."""
        return self._list

    def show_differences(self, publication: Publication, choice: SheetChoice, since: int | None = None) -> None:
        """Those of one sheet, from the edition said to hang (None: the one that hangs most likely)."""
        rows = difference_rows(publication, choice, since)
        edition = publication.compared_with(choice, since)
        words = ""
        if edition is not None:
            words = ngettext(
                "{count} difference from edition {number}", "{count} differences from edition {number}", len(rows)
            ).format(count=len(rows), number=edition.number)
        self.show_rows(rows, words)

    def show_rows(self, rows: Sequence[tuple[SeatDifference, DifferenceRow]], words: str) -> None:
        """These differences under these words."""
        self._rows.clear()
        for difference, row in rows:
            item = QStandardItem(row.phrase)
            item.setData(row, _ROW)
            item.setData(difference.duty_id, Qt.ItemDataRole.UserRole)
            item.setToolTip(row.phrase)
            self._rows.appendRow(item)
        self.setVisible(bool(rows))
        self._title.set_texts(words, _("Enter or a click shows the duty in the roster"))
        self._list.setAccessibleName(words)
        self._list.setFixedHeight(round(min(len(rows), self._rows_in_sight) * measures_of(self).px(28)))

    def _lay_out(self) -> None:
        measures = measures_of(self)
        head = QVBoxLayout()
        head.setContentsMargins(measures.wide, measures.near, measures.wide, measures.px(6))
        head.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(head)
        column.addWidget(Hairline(faint=True))
        column.addWidget(self._list)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _on_activated(self, index: QModelIndex) -> None:
        duty_id = index.data(Qt.ItemDataRole.UserRole)
        if duty_id is not None:  # else the seat is gone
            self.chosen.emit(duty_id)


class _DifferenceDelegate(QStyledItemDelegate):
    """Where and when · who stood there, struck through → who stands there."""

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(120), measures.px(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(_ROW)
        measures, meanings = Measures(option.font.pixelSize()), meanings_of(option.palette)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(meanings.selection.ground))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(meanings.hover))
        box = QRectF(option.rect).adjusted(measures.wide, 0, -measures.wide, 0)
        body, struck, bold = option.font, text_font(option.font, struck=True), text_font(option.font, bold=True)
        arrow, most = measures.px(26), measures.px(340)
        spare = (box.width() - arrow - measures.near - most) / 2
        names = min(max(min(box.width() * 0.24, measures.px(96)), spare), measures.px(150))
        where = min(box.width() - 2 * names - arrow - measures.near, most)
        cells = (
            (where, row.where, body, meanings.ink),
            (names, row.before, struck if row.stood else body, meanings.second),
            (arrow, "→", body, meanings.second),
            (names, row.after, bold, meanings.ink if row.stands else meanings.vacancy.ink),
        )
        for width, words, font, colour in cells:
            paint_text(
                painter, QRectF(box.left(), box.top(), width - measures.tight, box.height()), words, font, colour, _LEFT
            )
            box.setLeft(box.left() + width + (measures.near if words is row.where else 0))
        painter.restore()
