"""One shift type in the panel of a pattern: name, letter, times, colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import ShiftTypeId
from roster_app.domain.places import Hue
from roster_app.gui.places.checks import Remark
from roster_app.gui.places.code_field import CodeField
from roster_app.gui.places.tiling import settled
from roster_app.gui.places.words import hue_name
from roster_app.gui.places.written_pattern import LONGEST, WrittenShift
from roster_app.gui.widgets import (
    ColourSwatchPicker,
    Hairline,
    IconButton,
    InlineError,
    MinuteField,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services.words import duration


class ShiftLine(QWidget):
    """Shows and answers with `WrittenShift` values."""

    changed = Signal()  # the person changed something
    removal_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift = WrittenShift(ShiftTypeId(0))
        self._name = QLineEdit()
        self._code = CodeField()
        self._start = MinuteField(0, _("Start"))
        self._end = MinuteField(0, _("End"), next_day=True)
        self._hues = ColourSwatchPicker([(hue.value, hue_name(hue)) for hue in Hue], _("Colour"))
        self._length = TextLabel("", "second")
        self._error = InlineError()
        self._lay_out()
        self._listen()
        self.setFocusProxy(self._name)

    @property
    def shift(self) -> WrittenShift:
        """The shift as written."""
        return self._shift

    def show_shift(self, shift: WrittenShift) -> None:
        """Show this shift without telling anyone."""
        blocked = self.blockSignals(True)
        self._shift = shift
        for field, words in ((self._name, shift.name), (self._code, shift.code)):
            if field.text() != words:
                field.setText(words)
        self._start.set_minutes(shift.start)
        self._end.set_minutes(shift.end)
        self._hues.choose(shift.hue.value)
        self._show_derived()
        self.blockSignals(blocked)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is wrong with it."""
        worst = sorted(remarks, key=lambda remark: not remark.grave)
        self._error.tell(worst[0].sentence if worst else "")
        graves = {remark.field for remark in remarks if remark.grave}
        for field, wrong in ((self._name, "name" in graves), (self._code, "code" in graves)):
            if bool(field.property("wrong")) != wrong:
                field.setProperty("wrong", wrong)
                field.style().unpolish(field)
                field.style().polish(field)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into one field."""
        fields: dict[str, QWidget] = {"name": self._name, "code": self._code, "times": self._end}
        fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self._name.setAccessibleName(_("Name of the shift"))
        self._name.setPlaceholderText(_("Early, Night …"))
        self._name.setMaxLength(20)
        remove = IconButton("x", _("Take this shift out"), small=True)
        remove.clicked.connect(self.removal_wished)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(measures.near)
        for part in (self._name, self._code, self._start, TextLabel("–", "quiet"), self._end):
            first.addWidget(part, 1 if part is self._name else 0)
        first.addWidget(remove)
        second.addWidget(self._hues)
        second.addStretch(1)
        second.addWidget(self._length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.near)
        column.addWidget(Hairline(faint=True))
        column.addLayout(first)
        column.addWidget(self._error)
        column.addLayout(second)

    def _listen(self) -> None:
        self._name.textEdited.connect(self._on_name)
        self._code.textEdited.connect(lambda _text: self._on_written())
        for times in (self._start, self._end):
            times.textEdited.connect(lambda _text: self._on_written())
            times.minutes_changed.connect(self._on_times)
        self._hues.chosen.connect(lambda _hue: self._on_written())

    def _on_name(self, name: str) -> None:
        """The first letter of the name is its letter, until another one is written."""
        if self._code.text() == self._shift.name[:1]:
            self._code.setText(name[:1])
        self._on_written()

    def _on_times(self) -> None:
        times = settled(self._start.minutes, self._end.minutes, LONGEST)
        if times is not None:
            self._start.set_minutes(times[0])
            self._end.set_minutes(times[1])
        self._on_written()

    def _on_written(self) -> None:
        self._shift = replace(
            self._shift,
            name=self._name.text(),
            code=self._code.text(),
            start=self._start.minutes,
            end=self._end.minutes,
            hue=Hue(self._hues.choice),
        )
        self._show_derived()
        self.changed.emit()

    def _show_derived(self) -> None:
        self._hues.show_letter(self._shift.code.strip())
        times = settled(self._shift.start, self._shift.end, LONGEST)
        self._length.setText(duration(times[1] - times[0]) if times else "")
