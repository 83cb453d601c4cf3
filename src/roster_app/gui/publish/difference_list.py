"""What differs from the edition that hangs: for each seat who stood there and who stands there now."""

from __future__ import annotations

from dataclasses import dataclass

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

from roster_app.domain.differences import SeatDifference, SeatPart
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.widgets import Hairline, SectionTitle, meanings_of, measures_of, paint_text, smooth, text_font
from roster_app.gui.widgets.measures import Measures
from roster_app.i18n import _, ngettext
from roster_app.services.words import date_words

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROWS_IN_SIGHT = 3.5
_ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One seat in words; whether anybody stood, and stands, there."""

    where: str
    before: str
    after: str
    stood: bool = True
    stands: bool = True

    @property
    def phrase(self) -> str:
        """As it is read out."""
        return _("{duty}: {before} → {after}").format(duty=self.where, before=self.before, after=self.after)


def difference_rows(
    publication: Publication, choice: SheetChoice, since: int | None = None
) -> list[tuple[SeatDifference, DifferenceRow]]:
    """What differs on one sheet; the place is named where the sheet shows several."""
    return [(d, _row(publication, d, choice.checkpoint_id is None)) for d in publication.changes_on(choice, since)]


def _row(publication: Publication, difference: SeatDifference, with_place: bool) -> DifferenceRow:
    directory, seat = publication.opened.directory, difference.seat
    shift, post = directory.shift_type.get(seat.shift_type_id), directory.post.get(seat.post_id)
    words = [date_words(seat.day), shift.name if shift else ""]
    if with_place:
        words.append(directory.checkpoint[seat.checkpoint_id].name)
    words.append(post.name if post else "")
    before, after = (_people(publication, difference, parts) for parts in (difference.before, difference.after))
    where = " · ".join(word for word in words if word)
    stood, stands = (any(part.volunteer_id for part in parts) for parts in (difference.before, difference.after))
    return DifferenceRow(where, before or _("new duty"), after or _("no longer wanted"), stood, stands)


def _people(publication: Publication, difference: SeatDifference, parts: tuple[SeatPart, ...]) -> str:
    """Who stood in a seat, with the times where they differ or the seat is cut; nothing of no seat."""

    def words(part: SeatPart) -> str:
        name = _("vacant")
        if part.volunteer_id is not None:
            name = publication.opened.directory.name.get(part.volunteer_id) or _("somebody removed since")
        return name if difference.span else f"{name} {part.span.start:%H:%M}–{part.span.end:%H:%M}"

    return _(", ").join(map(words, parts))


class DifferenceList(QWidget):
    """Out of sight where nothing differs."""

    chosen = Signal(object)  # the DutyId of the row that was activated

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._rows.clear()
        for difference, row in rows:
            item = QStandardItem(row.phrase)
            item.setData(row, _ROW)
            item.setData(difference.duty_id, Qt.ItemDataRole.UserRole)
            item.setToolTip(row.phrase)
            self._rows.appendRow(item)
        self.setVisible(bool(rows))
        edition = publication.compared_with(choice, since)
        if edition is not None:
            count = len(rows)
            words = ngettext(
                "{count} difference from edition {number}", "{count} differences from edition {number}", count
            ).format(count=count, number=edition.number)
            self._title.set_texts(words, _("Enter or a click shows the duty in the roster"))
            self._list.setAccessibleName(words)
        self._list.setFixedHeight(round(min(len(rows), _ROWS_IN_SIGHT) * measures_of(self).px(28)))

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
        names = min(box.width() * 0.24, measures.px(96))
        arrow = measures.px(26)
        where = min(box.width() - 2 * names - arrow - measures.near, measures.px(340))
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
