"""The panel of one pattern: its day at the head, its name, and a line for each shift."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import TeamId
from roster_app.gui.places.checks import Remark, first_grave
from roster_app.gui.places.pattern_checks import check_pattern
from roster_app.gui.places.shift_line import ShiftLine
from roster_app.gui.places.strip import spans_of_pattern
from roster_app.gui.places.tab_order import order_tabs
from roster_app.gui.places.tiling import joined_gaps
from roster_app.gui.places.wide_panel import WidePanel
from roster_app.gui.places.words import state_of_pattern
from roster_app.gui.places.written_pattern import WrittenPattern
from roster_app.gui.widgets import (
    DangerButton,
    Form,
    FormRow,
    Hairline,
    HourBar,
    InlineError,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _, pgettext


class PatternPanel(WidePanel):
    """Shows what is written; the view around it keeps it and stores it."""

    changed = Signal()  # the person wrote something
    store_wished = Signal()
    discard_wished = Signal()
    removal_wished = Signal()

    def __init__(self, team_id: TeamId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team_id = team_id
        self._written = WrittenPattern()
        self._other_names: frozenset[str] = frozenset()
        self._used_by = ""
        self._lines: list[ShiftLine] = []
        self._bar = HourBar(_("The pattern as written"), with_hours=True)
        self._state = TextLabel("", "second", wraps=True)
        self._notice = InlineError()
        self._name = QLineEdit()
        self._name_row: FormRow | None = None
        self._no_shift = InlineError()
        self._shifts = QVBoxLayout()
        self._remove = DangerButton(_("Remove the pattern …"), small=True)
        self._discard = QuietButton(_("Discard"))
        self._store = PrimaryButton(_("Save"))
        self._lay_out()
        self._listen()
        self.setFocusProxy(self._name)

    @property
    def written(self) -> WrittenPattern:
        """The pattern as written."""
        return self._written

    def show_pattern(
        self, written: WrittenPattern, used_by: str, *, stored: bool, dirty: bool, other_names: Collection[str]
    ) -> None:
        """Show a pattern; `used_by` says which checkpoints are staffed by it."""
        self._other_names = frozenset(other_names)
        self._used_by = used_by
        self._remove.setVisible(stored)
        self.show_dirty(dirty)
        self._show_written(written)
        if stored:
            self._show_remarks()
        else:
            self._show_those([])

    def show_dirty(self, dirty: bool) -> None:
        """Whether there is anything to store or to discard."""
        self._store.setEnabled(dirty)
        self._discard.setEnabled(dirty)

    def tell(self, sentence: str) -> None:
        """A sentence over the form that does not scroll away; an empty one takes it away."""
        self._notice.tell(sentence)

    def focus_first_grave(self) -> bool:
        """Put the keyboard where something keeps the form from being stored; whether there was anything."""
        grave = first_grave(check_pattern(self._written, self._other_names))
        if grave is None:
            return False
        self._show_remarks()
        line = next((line for line in self._lines if line.shift.id == grave.part), None)
        if line is not None:
            line.focus_field(grave.field)
        elif grave.field == "name":
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self._name.setMaxLength(40)
        self._name.setPlaceholderText(_("for example: Three shifts"))
        form = Form()
        self._name_row = form.add(pgettext("of a thing", "&Name"), self._name)
        title = SectionTitle(_("Shifts"), _("name, letter, from, to"))
        add = LinkButton(_("Add a shift"), "plus")
        add.clicked.connect(self._on_add)
        title.add_trailing(add)
        head = QWidget()
        strip = QVBoxLayout(head)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(measures.px(6))
        strip.addWidget(self._bar)
        strip.addWidget(self._state)
        self._shifts.setSpacing(measures.apart)
        column = self.sheet
        for part in (form, title, self._no_shift):
            column.addWidget(part)
        column.addLayout(self._shifts)
        column.addSpacing(measures.tight)
        column.addWidget(Hairline(faint=True))
        column.addSpacing(measures.near)
        last = QHBoxLayout()
        last.addWidget(self._remove)
        last.addStretch(1)
        column.addLayout(last)
        column.addStretch(1)
        self.add_to_head(head)
        self.add_to_head(self._notice)
        self.add_to_foot(self._discard)
        self.add_to_foot(self._store)

    def _listen(self) -> None:
        self._name.textEdited.connect(lambda _text: self._on_written())
        self._name.returnPressed.connect(self.store_wished)
        self._store.clicked.connect(self.store_wished)
        self._discard.clicked.connect(self.discard_wished)
        self._remove.clicked.connect(self.removal_wished)

    def _show_written(self, written: WrittenPattern) -> None:
        self._written = written
        if self._name.text() != written.name:
            self._name.setText(written.name)
        while len(self._lines) > len(written.shifts):
            self._drop(self._lines[-1])
        while len(self._lines) < len(written.shifts):
            self._append()
        for line, shift in zip(self._lines, written.shifts, strict=True):
            line.show_shift(shift)
        order_tabs(self)
        self._show_day()

    def _append(self) -> None:
        line = ShiftLine()
        line.changed.connect(self._on_written)
        line.removal_wished.connect(partial(self._take_away, line))
        self._lines.append(line)
        self._shifts.addWidget(line)
        line.show()

    def _drop(self, line: ShiftLine) -> None:
        self._lines.remove(line)
        self._shifts.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_add(self) -> None:
        self._show_written(self._written.with_another_shift(self._team_id))
        self._lines[-1].setFocus()
        self._show_remarks()
        self.changed.emit()

    def _take_away(self, line: ShiftLine) -> None:
        gone = line.shift.id
        self._show_written(replace(self._written, shifts=tuple(s for s in self._written.shifts if s.id != gone)))
        self._show_remarks()
        self.changed.emit()

    def _on_written(self) -> None:
        self._written = WrittenPattern(self._name.text(), tuple(line.shift for line in self._lines))
        self._show_day()
        self._show_remarks()
        self.changed.emit()

    def _show_day(self) -> None:
        shift_types = self._written.shift_types(self._team_id)
        self._bar.show_spans(spans_of_pattern(shift_types, joined_gaps(shift_types)))
        sentence, tone = state_of_pattern(shift_types)
        self._state.setText(sentence)
        self._state.set_tone(tone)
        self.show_texts(self._written.name.strip() or _("New pattern"), self._used_by)

    def _show_remarks(self) -> None:
        self._show_those(check_pattern(self._written, self._other_names))

    def _show_those(self, remarks: list[Remark]) -> None:
        own = [remark for remark in remarks if remark.field == "name" and not remark.part]
        if self._name_row is not None:
            self._name_row.show_error(next((r.sentence for r in own if r.grave), ""))
            self._name_row.show_hint(next((r.sentence for r in own if not r.grave), ""))
        self._no_shift.tell(next((r.sentence for r in remarks if r.field == "shifts"), ""))
        for line in self._lines:
            line.show_remarks([remark for remark in remarks if remark.part == line.shift.id])
