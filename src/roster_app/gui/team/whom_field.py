"""Whom a rule speaks of: everybody, or people who are chosen by name; and the order people take turns in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.team import Directory
from roster_app.gui.team.rule_field import RuleField
from roster_app.gui.widgets import IconButton, SegmentedControl, TokenEdit, measures_of
from roster_app.i18n import _

_EVERYBODY, _CHOSEN = "everybody", "chosen"


class PeopleInput(RuleField):
    """People by name, at least as many as make sense."""

    def __init__(self, field: str, people: Collection[VolunteerId], directory: Directory) -> None:
        super().__init__()
        self._field = field
        self.tokens = _names(directory, people)
        self._lay(self.tokens, across=False)
        self.tokens.changed.connect(lambda _keys: self.changed.emit())

    def values(self) -> dict[str, object]:
        return {self._field: frozenset(VolunteerId(int(key)) for key in self.tokens.chosen)}

    def take_pending(self) -> None:
        self.tokens.take_pending()


class WhomInput(RuleField):
    """Everybody, or chosen people."""

    def __init__(self, people: Collection[VolunteerId], directory: Directory) -> None:
        super().__init__()
        choices = [(_EVERYBODY, _("Everybody")), (_CHOSEN, _("Chosen people"))]
        self.mode = SegmentedControl(choices, _("For whom"))
        self.mode.choose(_CHOSEN if people else _EVERYBODY)
        self.tokens = _names(directory, people)
        self._lay(self.mode, self.tokens, across=False)
        self.tokens.setVisible(bool(people))
        self.tokens.changed.connect(lambda _keys: self.changed.emit())
        self.mode.chosen.connect(self._on_mode)

    @property
    def is_empty(self) -> bool:
        """Whether chosen people are meant and none is chosen."""
        return self.mode.choice == _CHOSEN and not self.tokens.chosen

    def values(self) -> dict[str, object]:
        chosen = self.tokens.chosen if self.mode.choice == _CHOSEN else ()
        return {"people": frozenset(VolunteerId(int(key)) for key in chosen)}

    def take_pending(self) -> None:
        if self.mode.choice == _CHOSEN:
            self.tokens.take_pending()

    def _on_mode(self, mode: str) -> None:
        self.tokens.setVisible(mode == _CHOSEN)
        if mode == _CHOSEN:
            self.tokens.setFocus()
        self.changed.emit()


class OrderInput(RuleField):
    """Who takes turns, in order: a tick says who takes part, dragging and the arrows say who comes first."""

    def __init__(self, order: Sequence[VolunteerId], directory: Directory) -> None:
        super().__init__()
        self.people = QListWidget()
        self.people.setAccessibleName(_("Order of turns"))
        self.people.setProperty("framed", True)
        self.people.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.people.setMinimumHeight(measures_of(self).px(190))
        others = [v.id for v in directory.volunteers if v.id not in order]
        for who in (*(w for w in order if w in directory.volunteer), *others):
            self._add(who, directory.name[who], takes_part=who in order)
        self.people.setCurrentRow(0)
        self.up = IconButton("chevron-up", _("Further to the front"))
        self.down = IconButton("chevron-down", _("Further back"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self._lay(self.people, self._arrows())
        self.people.itemChanged.connect(lambda _item: self.changed.emit())
        self.people.model().rowsMoved.connect(self.changed)

    def values(self) -> dict[str, object]:
        items = [self.people.item(row) for row in range(self.people.count())]
        taking_part = (i for i in items if i.checkState() is Qt.CheckState.Checked)
        return {"order": tuple(VolunteerId(i.data(Qt.ItemDataRole.UserRole)) for i in taking_part)}

    def _add(self, who: VolunteerId, name: str, *, takes_part: bool) -> None:
        item = QListWidgetItem(name, self.people)
        item.setData(Qt.ItemDataRole.UserRole, who)
        item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if takes_part else Qt.CheckState.Unchecked)

    def _arrows(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.up)
        column.addWidget(self.down)
        column.addStretch(1)
        return holder

    def _move(self, steps: int) -> None:
        row = self.people.currentRow()
        target = row + steps
        if row >= 0 and 0 <= target < self.people.count():
            blocked = self.people.blockSignals(True)
            self.people.insertItem(target, self.people.takeItem(row))
            self.people.setCurrentRow(target)
            self.people.blockSignals(blocked)
            self.changed.emit()


def _names(directory: Directory, chosen: Collection[VolunteerId]) -> TokenEdit:
    tokens = TokenEdit(
        [(str(v.id), directory.name[v.id]) for v in directory.volunteers], _("People"), placeholder=_("Name …")
    )
    tokens.choose([str(v.id) for v in directory.volunteers if v.id in chosen])
    return tokens
