"""The form of one rule: its sentence as it stands, and the fields it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.book import Entry
from roster_app.domain.errors import DomainError
from roster_app.domain.team import Directory
from roster_app.gui.team.rule_field import LimitsInput, RuleField
from roster_app.gui.team.rule_rows import rows_of
from roster_app.gui.team.whom_field import WhomInput
from roster_app.gui.widgets import Form, InlineError, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.rule_catalogue import recipe_of
from roster_app.services.rule_checks import fault_of, hint_of
from roster_app.services.words import sentence_of_error
from roster_app.services.words.recipes import recipe_words
from roster_app.services.words.rules import fault_sentence, hint_sentence, rule_line


class RuleForm(QWidget):
    """Made for one entry and thrown away after; `entry` answers only when the rule says something."""

    changed = Signal()

    def __init__(self, entry: Entry, others: Iterable[Entry], directory: Directory) -> None:
        super().__init__()
        self.start = entry
        self._others = tuple(others)
        self._directory = directory
        self._sentence = TextLabel("", "card", wraps=True)
        self._explanation = TextLabel(recipe_words(recipe_of(entry).key).explanation, "second", wraps=True)
        self._hint = TextLabel("", "second", wraps=True)
        self._hint.set_tone("look")
        self._error = InlineError()
        self._form = Form()
        self.fields: list[RuleField] = []
        for row in rows_of(entry, directory):
            self._form.add(row.label, row.field, row.help)
            row.field.pass_name_on()
            self.fields.append(row.field)
            row.field.changed.connect(self._on_changed)
        self._lay_out()
        self._show()

    def entry(self) -> Entry | None:
        """The rule as it stands in the fields; nothing where it says nothing yet, and then the form says why."""
        for field in self.fields:
            field.take_pending()
        entry, wrong = self._as_written()
        empty = next((f for f in self.fields if isinstance(f, WhomInput) and f.is_empty), None)
        if entry is not None and not wrong and empty is None:
            return entry
        self._error.tell(wrong or _("Choose at least one person, or everybody."))
        if empty is not None and not wrong:
            empty.tokens.setFocus()
        return None

    @property
    def limits(self) -> LimitsInput | None:
        """The field of a least and a most, where the family has one."""
        return next((field for field in self.fields if isinstance(field, LimitsInput)), None)

    def focus_first(self) -> None:
        """Begin with the first field."""
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _as_written(self) -> tuple[Entry | None, str]:
        """The entry of all fields, each of which hears of the others first; and what is wrong with it."""
        told = self._told()
        for field in self.fields:
            field.follow(told)
        try:
            entry = replace(self.start, **self._told())
        except DomainError as error:
            return None, sentence_of_error(error)
        for field in self.fields:
            entry = field.applied(entry)
        fault = fault_of(entry)
        return entry, fault_sentence(fault) if fault else ""

    def _told(self) -> dict[str, Any]:
        return {name: value for field in self.fields for name, value in field.values().items()}

    def _on_changed(self) -> None:
        self._error.tell("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        entry, wrong = self._as_written()
        kept = None if wrong else entry
        self._sentence.setText(rule_line(kept, self._directory) if kept else "…")
        hint = hint_of(kept, self._others, self._directory.rules) if kept else None
        self._hint.setText(hint_sentence(hint) if hint else "")
        self._hint.setVisible(hint is not None)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        side = measures.px(22)
        head = QVBoxLayout()
        head.setContentsMargins(side, measures.px(16), side, measures.px(12))
        head.setSpacing(measures.tight)
        for part in (self._sentence, self._explanation, self._hint, self._error):
            head.addWidget(part)
        body = QWidget()
        body.setProperty("scroll_body", True)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(side, measures.px(4), side, measures.px(16))
        inner.addWidget(self._form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
