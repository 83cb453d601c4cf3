"""Open items as a list with boxes to tick, and the line in which one is written or reworded."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from roster_app.domain.hand_over import MOST_LETTERS, MOST_NAME_LETTERS, OpenItem
from roster_app.gui.handover.words import item_words
from roster_app.gui.widgets import QuietButton, SectionTitle, TextLabel, measures_of
from roster_app.i18n import _, ngettext

_TICK = Qt.ItemDataRole.CheckStateRole


class ItemsView(QWidget):
    """Emits wishes: what is stored comes back by `show_items`."""

    add_wished = Signal(str, str)  # words and owner of a new item
    reword_wished = Signal(object, str, str)  # the OpenItem, its new words and owner
    tick_wished = Signal(object)  # the OpenItem to be ticked, or unticked if it is done
    removal_wished = Signal(object)  # the OpenItem that was written by mistake

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[OpenItem, ...] = ()
        self._reworded: OpenItem | None = None
        self.title = SectionTitle(_("Open items"))
        self.model = QStandardItemModel(self)
        self.list = _ItemList()
        self.nothing = TextLabel(
            _(
                "Nothing is open. Write below what this watch leaves to the next: it stands on every sheet of this "
                "checkpoint, with its owner, until it is ticked."
            ),
            "quiet",
            wraps=True,
        )
        self.words, self.owner = QLineEdit(), QLineEdit()
        self.add = QuietButton(_("Add"), "plus")
        self._lay_out()
        self._listen()

    def show_items(self, items: tuple[OpenItem, ...]) -> None:
        """Those due first, then those that were done lately."""
        row = self.list.currentIndex().row()
        self._items = items
        self.model.clear()
        for item in items:
            self.model.appendRow(_row(item))
        if items:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), len(items) - 1), 0))
        count = sum(item.done_at is None for item in items)
        self.title.set_texts(_("Open items"), ngettext("{count} open", "{count} open", count).format(count=count))
        self.list.setVisible(bool(items))
        self.nothing.setVisible(not items)
        if self._reworded not in items:
            self._begin_new()

    def offer_owners(self, names: Iterable[str]) -> None:
        """Whom the field of the owner completes."""
        completer = QCompleter(sorted(names), self.owner)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)

    @property
    def current(self) -> OpenItem | None:
        """The item the keyboard is on."""
        row = self.list.currentIndex().row()
        return self._items[row] if 0 <= row < len(self._items) else None

    def submit(self) -> None:
        """Add what is written, or store the other words; an empty line does nothing."""
        if not self.words.text().strip():
            self.words.setFocus()
        elif self._reworded is not None:
            self.reword_wished.emit(self._reworded, self.words.text(), self.owner.text())
        else:
            self.add_wished.emit(self.words.text(), self.owner.text())

    def clear_line(self) -> None:
        """It has been stored."""
        self._begin_new()
        self.words.clear()
        self.owner.clear()
        self.words.setFocus()

    def _begin_new(self) -> None:
        self._reworded = None
        self.add.setText(_("Add"))

    def _reword(self) -> None:
        item = self.current
        if item is not None and item.done_at is None:
            self._reworded = item
            self.words.setText(item.text)
            self.owner.setText(item.owner)
            self.add.setText(_("Save"))
            self.words.setFocus()
            self.words.selectAll()

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.list.setModel(self.model)
        self.words.setPlaceholderText(_("What is to be done"))
        self.words.setAccessibleName(_("What is to be done"))
        self.words.setMaxLength(MOST_LETTERS)
        self.owner.setPlaceholderText(_("Who sees to it"))
        self.owner.setAccessibleName(_("Who sees to it"))
        self.owner.setMaxLength(MOST_NAME_LETTERS)
        line = QHBoxLayout()
        line.setSpacing(measures.near)
        line.addWidget(self.words, 3)
        line.addWidget(self.owner, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.near)
        column.addWidget(self.title)
        column.addWidget(self.nothing)
        column.addStretch(0)  # where there is no list yet
        column.addWidget(self.list, 1)
        column.addLayout(line)
        keys = _("Space ticks, Enter rewords, Delete removes what was written by mistake.")
        column.addWidget(TextLabel(keys, "second", wraps=True))

    def _listen(self) -> None:
        self.words.returnPressed.connect(self.submit)
        self.owner.returnPressed.connect(self.submit)
        self.add.clicked.connect(lambda _checked=False: self.submit())
        self.list.ticked.connect(lambda: self._tell(self.tick_wished))
        self.list.removed.connect(lambda: self._tell(self.removal_wished))
        self.list.opened.connect(self._reword)

    def _tell(self, signal: object) -> None:
        if self.current is not None:
            signal.emit(self.current)  # type: ignore[attr-defined]


class _ItemList(QListView):
    """Space or a click on the box ticks, Enter or a double click opens, Delete removes."""

    ticked = Signal()
    opened = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", True)
        self.setAccessibleName(_("Open items"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setSpacing(measures_of(self).px(3))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The box stands at the left end of its row."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        row = self.visualRect(self.indexAt(at))
        if row.isValid() and at.x() - row.left() <= measures_of(self).px(28):
            self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _row(item: OpenItem) -> QStandardItem:
    done = item.done_at is not None
    row = QStandardItem(f"{item.text}\n{item_words(item)}")
    row.setToolTip(item.text)
    row.setData(Qt.CheckState.Checked if done else Qt.CheckState.Unchecked, _TICK)
    row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if done:
        font = row.font()
        font.setStrikeOut(True)
        row.setFont(font)
    state = _("ticked off") if done else _("still open")
    row.setData(f"{item.text}, {item_words(item)}, {state}", Qt.ItemDataRole.AccessibleTextRole)
    return row
