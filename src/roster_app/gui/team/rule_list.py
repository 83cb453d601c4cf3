"""The rules a team has beyond the usual limits: sentences that can be weighed, changed and taken out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.book import Entry
from roster_app.domain.team import Directory
from roster_app.gui.team.rule_field import WeightChoice
from roster_app.gui.widgets import (
    IconButton,
    LinkButton,
    SectionTitle,
    TextLabel,
    meanings_of,
    measures_of,
    rounded_box,
    smooth,
)
from roster_app.i18n import _
from roster_app.services.rule_weights import Weight, weight_of, weights_offered, with_weight
from roster_app.services.words.rule_parts import points_words, whom_words
from roster_app.services.words.rules import rule_line, rule_sentence


class RuleList(QWidget):
    """Holds the entries in the order of the book; asks whoever listens for a new one and for a change."""

    add_wished = Signal()
    change_wished = Signal(int)  # the number of the entry
    changed = Signal()  # an entry was taken out or weighs differently now
    pointed_at = Signal(QWidget)  # the row that has just got the keyboard

    def __init__(self, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self.rows: list[RuleRow] = []
        self._nothing = TextLabel(_("None yet. The usual limits and fair shares hold."), "second", wraps=True)
        self.add_button = LinkButton(_("Add a rule …"), "plus")
        self._title = SectionTitle(_("More rules"))
        self._title.add_trailing(self.add_button)
        self.add_button.clicked.connect(self.add_wished)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(measures_of(self).px(2))
        self._column.addWidget(self._title)
        self._column.addWidget(self._nothing)
        self.show_entries(directory.rules.entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries as they stand."""
        return tuple(row.entry for row in self.rows)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show these from now on."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for entry in entries:
            self._append(entry)
        self._nothing.setVisible(not self.rows)

    def put(self, number: int | None, entry: Entry) -> None:
        """In the place of an entry, or as a new one at the end; the keyboard goes to it."""
        entries = list(self.entries)
        if number is None:
            entries.append(entry)
        else:
            entries[number] = entry
        self.show_entries(entries)
        self.focus_row(len(entries) - 1 if number is None else number)

    def focus_row(self, number: int) -> None:
        """Give a row the keyboard; without rows the button that adds one."""
        if self.rows:
            row = self.rows[max(0, min(number, len(self.rows) - 1))]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pointed_at.emit(row)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, entry: Entry) -> None:
        row = RuleRow(entry, self._directory)
        row.change_wished.connect(lambda: self.change_wished.emit(self.rows.index(row)))
        row.removal_wished.connect(lambda: self._take_out(row))
        row.weighed.connect(self.changed)
        row.walked.connect(lambda steps: self.focus_row(max(0, self.rows.index(row) + steps)))
        self._column.addWidget(row)
        row.show()  # now: the keyboard may go to it before the layout shows it
        self.rows.append(row)

    def _take_out(self, row: RuleRow) -> None:
        number = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._nothing.setVisible(not self.rows)
        self.focus_row(number)
        self.changed.emit()


class RuleRow(QWidget):
    """One rule: its sentence, whom it speaks of, its weight; Enter changes it, Delete takes it out, arrows walk."""

    change_wished = Signal()
    removal_wished = Signal()
    weighed = Signal()
    walked = Signal(int)  # rows to go down, negative for up

    def __init__(self, entry: Entry, directory: Directory) -> None:
        super().__init__()
        self._entry = entry
        self._directory = directory
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(rule_line(entry, directory))
        self.sentence = TextLabel(rule_sentence(entry, directory), wraps=True)
        self.whom = TextLabel(whom_words(entry, directory), "second", wraps=True)
        self.whom.setVisible(bool(self.whom.text()))
        self.weight = self._weight_choice()
        self.change = IconButton("pencil", _("Change this rule"), small=True)
        self.remove = IconButton("x", _("Take this rule out"), small=True)
        self.change.clicked.connect(self.change_wished)
        self.remove.clicked.connect(self.removal_wished)
        self._lay_out()

    @property
    def entry(self) -> Entry:
        """The rule as it weighs now."""
        return self._entry

    def _weight_choice(self) -> WeightChoice | None:
        """The steps a click can choose; an own number of points only where the rule has one."""
        own = weight_of(self._entry) is Weight.OWN
        offered = [w for w in weights_offered(self._entry) if own or w is not Weight.OWN]
        if not offered:
            return None
        choice = WeightChoice(self._entry, offered)
        if own:
            points = points_words(getattr(self._entry, "points", 0))
            choice.setItemText(offered.index(Weight.OWN), _("Wish · {points}").format(points=points))
        choice.chosen.connect(self._on_weighed)
        return choice

    def _on_weighed(self, key: str) -> None:
        self._entry = with_weight(self._entry, Weight(key))
        self.setAccessibleName(rule_line(self._entry, self._directory))
        self.weighed.emit()

    def _lay_out(self) -> None:
        measures = measures_of(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addWidget(self.whom)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.near, measures.px(3), measures.tight, measures.px(3))
        row.setSpacing(measures.near)
        row.addLayout(words, 1)
        if self.weight is not None:
            self.weight.setMinimumWidth(measures.px(180))
            row.addWidget(self.weight)
        row.addWidget(self.change)
        row.addWidget(self.remove)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change_wished.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wished.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.change_wished.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        ground = meanings.hover if self.underMouse() else None
        line = meanings.accent.ink if self.hasFocus() else None
        if ground or line:
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            rounded_box(smooth(QPainter(self)), box, measures_of(self).radius, ground, line)
        else:
            QPainter(self).fillRect(self.rect(), QColor(Qt.GlobalColor.transparent))
