"""The second leaf of the panel: one person's leaves and times, each added, changed and taken away here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from roster_app.domain.people import Availability, Leave
from roster_app.gui.people.statement_words import ShiftNames
from roster_app.gui.people.statements_model import Statement, StatementsModel
from roster_app.gui.widgets import DangerButton, QuietButton, RowDelegate, SectionTitle, TextLabel, measures_of
from roster_app.i18n import _


class StatementsView(QWidget):
    """Emits wishes; whoever listens opens the dialogs and stores. Its two buttons stand at the foot of the panel."""

    leave_wished = Signal()  # a new leave
    times_wished = Signal()  # a new statement
    week_wished = Signal()  # the usual week, to paint
    change_wished = Signal(object)  # the Leave or Availability to change
    removal_wished = Signal(object)  # the Leave or Availability to take away

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StatementsModel(today, self)
        self._list = _StatementList()
        self._list.setModel(self._model)
        self._nothing = TextLabel(
            _("No leave and no times stated: can be rostered at any time the rules allow."), "quiet", wraps=True
        )
        self._rules_title = SectionTitle(_("Rules that name this person"))
        self._rules = TextLabel("", "second", wraps=True)
        self.change_button = QuietButton(_("Change …"))
        self.remove_button = DangerButton(_("Remove"))
        self._add_leave = QuietButton(_("Leave …"), "plus", small=True)
        self._add_times = QuietButton(_("Times …"), "plus", small=True)
        self._week = QuietButton(_("Week …"), "calendar-days", small=True)
        self._lay_out()
        self._listen()

    def show_statements(
        self, leaves: tuple[Leave, ...], availabilities: tuple[Availability, ...], shifts: ShiftNames
    ) -> None:
        """Show what one person has stated."""
        self._model.show_statements(leaves, availabilities, shifts)
        empty = not leaves and not availabilities
        self._nothing.setVisible(empty)
        self._list.setVisible(not empty)
        self._on_selected()

    def show_rules(self, lines: Sequence[str]) -> None:
        """The rules of the team that name the person, each a line; they are changed with the other rules."""
        self._rules.setText("\n".join(lines))
        self._rules_title.setVisible(bool(lines))
        self._rules.setVisible(bool(lines))

    @property
    def selected(self) -> Statement | None:
        """The statement chosen in the list."""
        index = self._list.currentIndex()
        return self._model.statement(index.row()) if index.isValid() else None

    def _lay_out(self) -> None:
        measures = measures_of(self)
        adding = QHBoxLayout()
        adding.setSpacing(measures.near)
        for button in (self._add_leave, self._add_times, self._week):
            adding.addWidget(button)
        adding.addStretch(1)
        side = measures.px(16)
        adding.setContentsMargins(side, 0, side, measures.near)
        self._nothing.setContentsMargins(side, measures.near, side, measures.near)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(adding)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        for part in (self._rules_title, self._rules):
            part.setContentsMargins(side, measures.near, side, measures.near)
            part.hide()
            column.addWidget(part)
        column.addStretch(1)

    def _listen(self) -> None:
        self._add_leave.clicked.connect(self.leave_wished)
        self._add_times.clicked.connect(self.times_wished)
        self._week.clicked.connect(self.week_wished)
        self.change_button.clicked.connect(self._on_change)
        self.remove_button.clicked.connect(self._on_remove)
        self._list.activated.connect(self._on_change)
        self._list.remove_pressed.connect(self._on_remove)
        self._list.selectionModel().currentChanged.connect(self._on_selected)
        self._model.modelReset.connect(self._on_selected)

    def _on_selected(self) -> None:
        chosen = self.selected is not None
        self.change_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    def _on_change(self, _index: QModelIndex | bool = False) -> None:
        if self.selected is not None:
            self.change_wished.emit(self.selected)

    def _on_remove(self) -> None:
        if self.selected is not None:
            self.removal_wished.emit(self.selected)


class _StatementList(QListView):
    """Enter changes, Delete removes."""

    remove_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Leave and times"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizeAdjustPolicy(QListView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)
