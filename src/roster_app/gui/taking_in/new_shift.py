"""A shift that a file speaks of and the team does not have: its name and hours, and the pattern it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import ShiftTypeId, new_id
from roster_app.domain.places import ShiftType
from roster_app.domain.team import Directory
from roster_app.gui.shell import Shell
from roster_app.gui.taking_in.asking import Ask
from roster_app.gui.widgets import (
    ChoiceField,
    Form,
    MessageBar,
    MinuteField,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services.changes import Changes


class NewShiftDialog(PanelDialog):
    """Stores the shift with its pattern, as the page of places does."""

    made = Signal(object)  # the ShiftTypeId

    def __init__(self, shell: Shell, ask: Ask, directory: Directory, parent: QWidget) -> None:
        super().__init__(_("New shift"), parent, width=520, height=390)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        assert ask.hours is not None
        self._shell, self._directory = shell, directory
        self._id = ShiftTypeId(new_id())
        word = ask.word if not ask.word[:1].isdigit() else ""
        self.name, self.code = QLineEdit(word), QLineEdit(word[:2])
        self.start = MinuteField(ask.hours[0], _("Start of the shift"))
        self.end = MinuteField(ask.hours[1], _("End of the shift"), next_day=True)
        self.pattern = ChoiceField((str(pattern.id), pattern.name) for pattern in directory.patterns)
        self.save = PrimaryButton(_("Make the shift"))
        self.cancel = QuietButton(_("Cancel"))
        self.messages = MessageBar(self)
        self._lay_out()
        self.name.textChanged.connect(self._show_button)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self._show_button()

    def _save(self, _checked: bool = False) -> None:
        self._shell.errors.attempt(self._write, self._on_written, messages=self.messages)

    def _write(self) -> Changes:
        known = next(p for p in self._directory.patterns if str(p.id) == self.pattern.choice)
        name, code = self.name.text().strip(), self.code.text().strip()
        made = ShiftType(self._id, known.team_id, name, code, self.start.minutes, self.end.minutes)
        starts = {shift.id: shift.start for shift in (*self._directory.shift_types, made)}
        order = sorted((*known.shift_type_ids, made.id), key=lambda shift: starts[shift])
        return self._shell.services.places.save_pattern(replace(known, shift_type_ids=tuple(order)), [made])

    def _on_written(self, changes: Changes) -> None:
        self._shell.events.spread(changes, None)
        self.made.emit(self._id)
        self.accept()

    def _show_button(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def _lay_out(self) -> None:
        side = measures_of(self).px(22)
        body, hours = QWidget(), QWidget()
        row = QHBoxLayout(hours)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.start, TextLabel("–"), self.end):
            row.addWidget(part)
        row.addStretch(1)
        form = Form()
        form.add(_("Name of the shift"), self.name)
        form.add(_("Code"), self.code)
        form.add(_("Begins and ends"), hours)
        form.add(_("Pattern"), self.pattern)
        told = _(
            "The shift is stored at once, and open rosters get its duties at every checkpoint of the pattern. "
            "Taking the file back leaves it there; the page of places changes or removes it."
        )
        column = QVBoxLayout(body)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(form)
        column.addWidget(TextLabel(told, "quiet", wraps=True))
        column.addStretch(1)
        self.add(body, 1, padded=False)
        self.add_right(self.cancel)
        self.add_right(self.save)
