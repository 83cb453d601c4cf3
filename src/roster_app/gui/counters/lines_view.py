"""What is asked of one shift: a row for each counter with a cell for its value, and a line that asks why it changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from roster_app.domain.counters import MOST_REASON, MOST_VALUE
from roster_app.gui.widgets import InlineError, QuietButton, TextLabel, dress_table, measures_of
from roster_app.i18n import _
from roster_app.services.counter_words import counter_words
from roster_app.services.counters import CounterLine, OpenCounters
from roster_app.services.words.counters import history_words

COUNTER, VALUE, HISTORY = range(3)
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinesView(QWidget):
    """A value where none stood is emitted at once; another one than stands waits for its reason."""

    entered = Signal(object, int, str)  # the CounterLine, its value, and why (empty for a first value)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CounterLine, ...] = ()
        self._showing = False
        self._waiting: tuple[CounterLine, int] | None = None
        self.model = QStandardItemModel(0, 3, self)
        self.table = QTableView()
        self.error = InlineError()
        self.why = TextLabel("", "quiet")
        self.reason = QLineEdit()
        self.correct = QuietButton(_("Correct"), "pencil")
        self._asking = QWidget()
        self._lay_out()
        self.model.itemChanged.connect(self._on_changed)
        self.reason.returnPressed.connect(self._submit)
        self.correct.clicked.connect(lambda _checked=False: self._submit())
        QShortcut(QKeySequence("Esc"), self._asking, self._give_up, context=_HERE)

    def show_lines(self, opened: OpenCounters, lines: tuple[CounterLine, ...]) -> None:
        """Rows are kept where the same is asked, so that an open cell stays open."""
        self._ask(None)
        self.error.tell("")
        self._showing = True
        same = [line.subject for line in lines] == [line.subject for line in self._lines]
        self._lines = lines
        if not same:
            self.model.setRowCount(0)
            for line in lines:
                self.model.appendRow(_row(line))
        for number, line in enumerate(lines):
            self.model.item(number, VALUE).setText(_text(line))
            history = history_words(opened.book.history(line.subject))
            self.model.item(number, HISTORY).setText(history)
            self.model.item(number, HISTORY).setToolTip(history)
        self._showing = False
        if lines and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, VALUE))

    def _on_changed(self, item: QStandardItem) -> None:
        if self._showing or item.column() != VALUE:
            return
        line, text = self._lines[item.row()], item.text().strip()
        self.error.tell("")
        if text == _text(line):
            self._ask(None)
        elif not (text.isdecimal() and int(text) <= MOST_VALUE):
            words = _("“{count}” is not a count. Write a whole number from 0 to {limit}.")
            self._put_back()
            self.error.tell(words.format(count=text, limit=MOST_VALUE))
        elif line.entry is None:
            self.entered.emit(line, int(text), "")
        else:
            self._ask((line, int(text)))

    def _ask(self, waiting: tuple[CounterLine, int] | None) -> None:
        """Ask why a value that stands becomes another one."""
        self._waiting = waiting
        self._asking.setVisible(waiting is not None)
        if waiting is not None:
            line, value = waiting
            words = _("{counter}: {before} → {after}. Why?")
            self.why.setText(words.format(counter=line.counter.name, before=_text(line), after=value))
            self.reason.clear()
            self.reason.setFocus()

    def _submit(self) -> None:
        if self._waiting is not None and self.reason.text().strip():
            line, value = self._waiting
            self.entered.emit(line, value, self.reason.text())
            self.table.setFocus()
        else:
            self.reason.setFocus()

    def _give_up(self) -> None:
        self._ask(None)
        self._put_back()
        self.table.setFocus()

    def _put_back(self) -> None:
        self._showing = True
        for number, line in enumerate(self._lines):
            self.model.item(number, VALUE).setText(_text(line))
        self._showing = False

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.model.setHorizontalHeaderLabels([_("Counter"), _("Value"), _("Who entered it, and when")])
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setAccessibleName(_("Counters"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.SelectedClicked | triggers.DoubleClicked)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(measures.px(30))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(COUNTER, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(COUNTER, measures.px(230))
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(VALUE, measures.px(96))
        header.setSectionResizeMode(HISTORY, QHeaderView.ResizeMode.Stretch)
        self.reason.setMaxLength(MOST_REASON)
        self.reason.setAccessibleName(_("Reason of the correction"))
        self.reason.setPlaceholderText(_("The earlier value stays in the history with this reason"))
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures.near)
        row.addWidget(self.why)
        row.addWidget(self.reason, 1)
        row.addWidget(self.correct)
        self._asking.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.near)
        column.addWidget(self.table, 1)
        column.addWidget(self._asking)
        column.addWidget(self.error)


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _text(line: CounterLine) -> str:
    return "" if line.entry is None or line.entry.value is None else str(line.entry.value)


def _row(line: CounterLine) -> list[QStandardItem]:
    words = counter_words(line.counter)
    if line.occasion.told_by:
        words = _("{counter} · {person}").format(counter=words, person=line.occasion.told_by)
    row = [QStandardItem(words), QStandardItem(), QStandardItem()]
    row[COUNTER].setFlags(_FIXED)
    row[HISTORY].setFlags(_FIXED)
    row[VALUE].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row[VALUE].setData(_("{item}: count now").format(item=words), Qt.ItemDataRole.AccessibleTextRole)
    return row
