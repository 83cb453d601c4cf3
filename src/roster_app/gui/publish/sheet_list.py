"""The list of sheets at the left: what hangs on the wall, what goes with the shift, and which of it is out of date."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.publication import Publication, SheetState
from roster_app.gui.publish.sheet_choices import SheetChoice, every_choice
from roster_app.gui.widgets import RowDelegate, RowRole, meanings_of, measures_of, paint_text, smooth, text_font
from roster_app.gui.widgets.meanings import Meanings, ToneName
from roster_app.gui.widgets.measures import Measures
from roster_app.i18n import _, ngettext
from roster_app.services.sheets import SheetKind

_CHOICE = Qt.ItemDataRole.UserRole + 1
_HEADING = Qt.ItemDataRole.UserRole + 2
_PARTICULARS = Qt.ItemDataRole.UserRole + 3  # the quiet line, which may go under the chip
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TONES: dict[SheetState, ToneName] = {SheetState.CURRENT: "good", SheetState.CHANGED: "act", SheetState.DRAFT: "plain"}


class SheetList(QListView):
    """Rows under headings; the arrow keys walk over the headings."""

    chosen = Signal(object)  # the SheetChoice the person went to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._telling = True
        self.setModel(self._rows)
        self.setAccessibleName(_("Sheets"))
        self.setItemDelegate(_SheetDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setMinimumWidth(measures_of(self).px(200))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def choice(self) -> SheetChoice | None:
        """The sheet chosen now."""
        choice = self.currentIndex().data(_CHOICE)
        return choice if isinstance(choice, SheetChoice) else None

    def show_publication(self, publication: Publication) -> SheetChoice:
        """List the sheets of a roster; the same sheet stays chosen, else the first one is. Tells nobody."""
        before, place = self.choice, self.verticalScrollBar().value()
        self._telling = False
        self._rows.clear()
        opened = publication.opened
        offered = every_choice(opened)
        for heading, choices in offered.items():
            if choices:
                self._rows.appendRow(_heading(heading))
            for choice in choices:
                self._rows.appendRow(_item(choice, publication))
        every = [choice for choices in offered.values() for choice in choices]
        found = next((c for c in every if before is not None and c.is_same_as(before)), every[0])
        self.choose(found)
        self._telling = True
        self.verticalScrollBar().setValue(place)
        return found

    def choose(self, wanted: SheetChoice) -> None:
        """Go to the row of this sheet."""
        for row in range(self._rows.rowCount()):
            if self._rows.index(row, 0).data(_CHOICE) == wanted:
                self.setCurrentIndex(self._rows.index(row, 0))

    def choose_first(self) -> None:
        """Go to the sheet of all checkpoints."""
        self.setCurrentIndex(self._rows.index(1, 0))

    def clear(self) -> None:
        """List nothing."""
        self._rows.clear()

    def _on_current_changed(self, current: QModelIndex | QPersistentModelIndex) -> None:
        if self._telling and isinstance(choice := current.data(_CHOICE), SheetChoice):
            self.chosen.emit(choice)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(232), measures.px(400))


class _SheetDelegate(RowDelegate):
    """Headings between the rows; a row has two lines of one height each, however narrow the list is."""

    def _paint_line(self, painter: QPainter, box: QRectF, words: str, font: QFont, meanings: Meanings) -> None:
        painter.save()
        paint_text(smooth(painter), box, words, font, meanings.second, _LEFT)
        painter.restore()

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(120), measures.px(40 if index.data(_HEADING) else 52))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        measures, meanings = Measures(option.font.pixelSize()), meanings_of(option.palette)
        side = measures.px(16)
        box = QRectF(option.rect).adjusted(side, 0, -side, 0)
        if index.data(_HEADING):
            box.setTop(box.top() + measures.near)
            words = index.data(Qt.ItemDataRole.DisplayRole)
            self._paint_line(painter, box, words, text_font(option.font, bold=True), meanings)
            return
        super().paint(painter, option, index)
        lower = QRectF(box.left() + measures.px(18), box.top() + measures.px(28), 0, measures.px(18))
        lower.setRight(box.right())
        self._paint_line(painter, lower, index.data(_PARTICULARS), text_font(option.font, 12), meanings)


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(True, _HEADING)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _item(choice: SheetChoice, publication: Publication) -> QStandardItem:
    item = QStandardItem(choice.words)
    chip, tone = _chip(choice, publication)
    said = verdict(choice, publication)
    second = said.short
    item.setData(choice, _CHOICE)
    item.setData(second, _PARTICULARS)
    item.setData(chip, RowRole.CHIP)
    item.setData(tone, RowRole.CHIP_TONE)
    item.setData(tone if choice.kind is SheetKind.CHANGE else said.tone, RowRole.DOT_TONE)
    phrase = _("{sheet}: {state}. {particulars}").format(sheet=choice.title, state=chip, particulars=second)
    item.setData(phrase, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(second)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _chip(choice: SheetChoice, publication: Publication) -> tuple[str, ToneName]:
    """第2版 / 已变 / 草稿; of a change sheet how much it tells."""
    state = publication.state(choice)
    if choice.kind is SheetKind.CONTACTS:
        return _("Internal"), "look"
    if choice.kind is SheetKind.CHANGE:
        count = len(publication.changes_on(choice))
        words = ngettext("{count} change", "{count} changes", count) if count else _("No change")
        return words.format(count=count), (_TONES[state] if count else "plain")
    number = publication.newest.number if publication.newest else 0
    words = {
        SheetState.CURRENT: _("Edition {number}").format(number=number),
        SheetState.CHANGED: _("Outdated"),
        SheetState.DRAFT: _("Draft"),
    }[state]
    return words, _TONES[state]
