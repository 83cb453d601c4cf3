"""What a team counts: names, units and other words in a table; beside it, where the counter in sight is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QListView, QTableView, QVBoxLayout, QWidget

from roster_app.domain.counters import Counter, arranged
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import CheckpointId, PostId, TeamId
from roster_app.gui.errors import sentence_of
from roster_app.gui.widgets import (
    InlineError,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    TextLabel,
    dress_table,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services.counters import OpenCounters, new_counter
from roster_app.services.words.counters import usual_counters

NAME, UNIT, ALSO, USED = range(4)
_COMMA = re.compile(r"[,，、;；]")
_TICK = Qt.ItemDataRole.CheckStateRole
_ID = Qt.ItemDataRole.UserRole


class ListDialog(PanelDialog):
    """Nothing is stored before it is said. What was counted cannot be removed, only laid aside."""

    submitted = Signal(object)  # the counters wanted, as a tuple

    def __init__(self, team_id: TeamId, opened: OpenCounters, parent: QWidget) -> None:
        super().__init__(_("What is counted"), parent, width=960, height=600)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._team_id, self._opened = team_id, opened
        self._counters = list(opened.book.counters)
        self._showing = False
        self.model, self.places = QStandardItemModel(0, 4, self), QStandardItemModel(self)
        self.table, self.list = QTableView(), QListView()
        self.error = InlineError()
        self.add_one, self.remove = QuietButton(_("Add"), "plus"), QuietButton(_("Remove"), "trash-2")
        self.up, self.down = QuietButton(_("Up")), QuietButton(_("Down"))
        self.usual, self.save = QuietButton(_("Add the usual")), PrimaryButton(_("Save"), "save")
        self.cancel = QuietButton(_("Cancel"))
        self._lay_out()
        self._connect()
        self._show_counters(0)

    @property
    def row(self) -> int:
        """The counter in sight, or -1."""
        return self.table.currentIndex().row()

    def _show_counters(self, row: int) -> None:
        self._showing = True
        self.model.setRowCount(0)
        for counter in self._counters:
            self.model.appendRow(_row(counter))
        self._showing = False
        self.table.setCurrentIndex(self.model.index(min(row, len(self._counters) - 1), NAME))
        self._show_places()

    def _show_places(self) -> None:
        """The checkpoints and posts, those ticked at which the counter in sight is asked."""
        self._showing = True
        self.places.clear()
        counter = self._counters[self.row] if self.row >= 0 else None
        directory = self._opened.directory
        for place in directory.checkpoints_in_order:
            at_place = counter is not None and place.id in counter.checkpoint_ids
            self.places.appendRow(_tick(place.name, ("checkpoint", place.id), at_place))
            for post in directory.posts_of.get(place.id, ()):
                at_post = counter is not None and post.id in counter.post_ids
                words = _("{place} · post {post}").format(place=place.name, post=post.name)
                self.places.appendRow(_tick(words, ("post", post.id), at_post))
        self._showing = False
        self.list.setEnabled(counter is not None)

    def _on_changed(self, item: QStandardItem) -> None:
        if self._showing:
            return
        counter, text = self._counters[item.row()], item.text()
        if item.column() == NAME:
            counter = replace(counter, name=text)
        elif item.column() == UNIT:
            counter = replace(counter, unit=text)
        elif item.column() == ALSO:
            counter = replace(counter, also=tuple(_COMMA.split(text)))
        else:
            counter = replace(counter, archived=item.checkState() is not Qt.CheckState.Checked)
        self._counters[item.row()] = counter

    def _on_ticked(self, _item: QStandardItem) -> None:
        if self._showing or self.row < 0:
            return
        items = (self.places.item(row) for row in range(self.places.rowCount()))
        ticked = [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]
        self._counters[self.row] = replace(
            self._counters[self.row],
            checkpoint_ids=frozenset(CheckpointId(number) for kind, number in ticked if kind == "checkpoint"),
            post_ids=frozenset(PostId(number) for kind, number in ticked if kind == "post"),
        )

    def _add(self) -> None:
        self._counters.append(new_counter(self._team_id, ""))
        self._show_counters(len(self._counters) - 1)
        self.table.edit(self.model.index(len(self._counters) - 1, NAME))

    def _add_usual(self) -> None:
        names = {counter.name for counter in self._counters}
        self._counters += [counter for counter in usual_counters(self._team_id) if counter.name not in names]
        self._show_counters(max(self.row, 0))

    def _remove(self) -> None:
        if self.row >= 0:
            row = self.row
            del self._counters[row]
            self._show_counters(row)

    def _move(self, step: int) -> None:
        row, there = self.row, self.row + step
        if row >= 0 and 0 <= there < len(self._counters):
            self._counters[row], self._counters[there] = self._counters[there], self._counters[row]
            self._show_counters(there)

    def _submit(self) -> None:
        self.table.setFocus()  # an open cell is taken over
        try:
            wanted = arranged(self._counters)
        except DomainError as error:
            self.error.tell(sentence_of(error))
            return
        self.accept()
        self.submitted.emit(wanted)

    def _connect(self) -> None:
        self.model.itemChanged.connect(self._on_changed)
        self.places.itemChanged.connect(self._on_ticked)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        for button, act in (
            (self.add_one, self._add),
            (self.remove, self._remove),
            (self.usual, self._add_usual),
            (self.up, lambda: self._move(-1)),
            (self.down, lambda: self._move(1)),
            (self.cancel, self.reject),
            (self.save, self._submit),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())

    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._showing:
            self._show_places()

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.model.setHorizontalHeaderLabels([_("Counter"), _("Unit"), _("Other words in chains"), _("In use")])
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.SelectedClicked | triggers.DoubleClicked)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(measures.px(28))
        header = self.table.horizontalHeader()
        for column, wide in ((NAME, 150), (UNIT, 70), (USED, 60)):
            header.resizeSection(column, measures.px(wide))
        header.setSectionResizeMode(ALSO, QHeaderView.ResizeMode.Stretch)
        self.list.setModel(self.places)
        self.list.setProperty("framed", True)
        self.list.setAccessibleName(_("Asked at"))
        self.list.setEditTriggers(triggers.NoEditTriggers)
        left, right, buttons = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for button in (self.add_one, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addWidget(self.table, 1)
        left.addLayout(buttons)
        right.addWidget(SectionTitle(_("Asked at")))
        right.addWidget(TextLabel(_("Nothing ticked: everywhere."), "second", wraps=True))
        right.addWidget(self.list, 1)
        body = QWidget()
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(measures.wide)
        columns.addLayout(left, 5)
        columns.addLayout(right, 2)
        self.add(body, 1)
        self.add(self.error, padded=False)
        self.add_left(self.usual)
        self.add_right(self.cancel)
        self.add_right(self.save)


def _row(counter: Counter) -> list[QStandardItem]:
    row = [QStandardItem(text) for text in (counter.name, counter.unit, "、".join(counter.also), "")]
    row[USED].setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    row[USED].setData(Qt.CheckState.Unchecked if counter.archived else Qt.CheckState.Checked, _TICK)
    row[USED].setData(_("{counter}: in use").format(counter=counter.name), Qt.ItemDataRole.AccessibleTextRole)
    return row


def _tick(words: str, key: tuple[str, int], ticked: bool) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked, _TICK)
    item.setData(key, _ID)
    return item
