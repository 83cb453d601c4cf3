"""A column of named things: a title, the table, and a line to add one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from roster_app.gui.places.names_model import NamesModel
from roster_app.gui.widgets import (
    IconButton,
    InlineError,
    QuietButton,
    SectionTitle,
    TextLabel,
    dress_table,
    measures_of,
)
from roster_app.i18n import _


class NamesColumn(QWidget):
    """Emits what the person wishes; the view around it stores."""

    adding_wished = Signal(str)  # the name of a new one
    removal_wished = Signal(object)  # the key
    chosen = Signal(object)  # the key of what is chosen now, or None

    def __init__(self, title: str, meaning: str, model: NamesModel, placeholder: str) -> None:
        super().__init__()
        self._model = model
        self.table = _NamesTable(model, title)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setMaxLength(30)
        self._add = QuietButton(_("Add"), "plus")
        self._rename = IconButton("pencil", _("Rename"))
        self._remove = IconButton("trash-2", _("Remove"))
        self._error = InlineError()
        self._lay_out(title, meaning)
        self._listen()
        self.setFocusProxy(self.table)
        self._show_enabled()

    def tell(self, sentence: str) -> None:
        """What is wrong with the name just written; an empty one takes it away."""
        self._error.tell(sentence)

    def add_under_table(self, widget: QWidget) -> None:
        """Put something about what is chosen between the table and the line that adds."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.table) + 1, widget)

    def added(self) -> None:
        """The name in the line has been stored: room for the next one."""
        self.line.clear()

    def _lay_out(self, title: str, meaning: str) -> None:
        measures = measures_of(self)
        head = SectionTitle(title)
        head.add_trailing(self._rename)
        head.add_trailing(self._remove)
        row = QHBoxLayout()
        row.setSpacing(measures.near)
        row.addWidget(self.line, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        side = measures.wide
        column.setContentsMargins(side, measures.px(14), side, measures.px(14))
        column.setSpacing(measures.tight)
        column.addWidget(head)
        column.addWidget(TextLabel(meaning, "second", wraps=True))
        column.addSpacing(measures.near)
        column.addWidget(self.table, 1)
        column.addSpacing(measures.near)
        column.addWidget(self._error)
        column.addLayout(row)

    def _listen(self) -> None:
        self._add.clicked.connect(self._on_add)
        self.line.returnPressed.connect(self._on_add)
        self.line.textEdited.connect(lambda _text: self.tell(""))
        self._rename.clicked.connect(self.table.rename)
        self._remove.clicked.connect(self._on_remove)
        self.table.removal_wished.connect(self._on_remove)
        self.table.selectionModel().selectionChanged.connect(lambda: self._show_enabled())
        self._model.rowsRemoved.connect(lambda: self._show_enabled())
        self._model.modelReset.connect(self._show_enabled)

    def _show_enabled(self) -> None:
        chosen = self.table.key is not None
        self._rename.setEnabled(chosen)
        self._remove.setEnabled(chosen)
        self.chosen.emit(self.table.key)

    def _on_add(self) -> None:
        name = self.line.text().strip()
        if name:
            self.adding_wished.emit(name)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self) -> None:
        if self.table.key is not None:
            self.removal_wished.emit(self.table.key)


class _NamesTable(QTableView):
    """Enter, F2 or a double click renames; Space ticks; Delete wishes a removal."""

    removal_wished = Signal()

    def __init__(self, model: NamesModel, name: str) -> None:
        super().__init__()
        self._names = model
        self.setModel(model)
        dress_table(self)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._measure()

    @property
    def key(self) -> int | None:
        """The thing chosen now."""
        rows = self.selectionModel().selectedRows()
        return self._names.rows[rows[0].row()].key if rows else None

    def rename(self) -> None:
        """Write another name over the chosen one."""
        row = self._names.row_of(self.key)
        if row >= 0:
            self.setFocus()
            self.edit(self._names.index(row, 0))

    def _tick(self) -> None:
        row = self._names.row_of(self.key)
        ticked = self._names.rows[row].ticked if row >= 0 else None
        if ticked is not None:
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self._names.setData(self._names.index(row, 1), state, Qt.ItemDataRole.CheckStateRole)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(measures_of(self).px(36))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the editor leaves over comes here too and is no command."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.rename()
            case Qt.Key.Key_Delete:
                self.removal_wished.emit()
            case Qt.Key.Key_Space:
                self._tick()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
