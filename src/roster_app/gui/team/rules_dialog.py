"""The rules a team is rostered by: the usual limits, and below them any further rule as a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.book import Entry
from roster_app.domain.team import Directory, TeamRules
from roster_app.gui.team.rule_catalogue import RuleCatalogue
from roster_app.gui.team.rule_form import RuleForm
from roster_app.gui.team.rule_list import RuleList
from roster_app.gui.team.usual_limits import UsualLimits
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import SectionTitle, TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _
from roster_app.services.rule_catalogue import recipe_of
from roster_app.services.words.recipes import recipe_words


class RulesDialog(PanelDialog):
    """Three leaves: all rules, the catalogue, and the form of one rule; Esc leads back to the leaf before.

    Stays open until whoever listens has stored the rules and calls `accept`. Nothing is stored before that.
    """

    submitted = Signal(object)  # the TeamRules to store

    def __init__(self, directory: Directory, today: date, parent: QWidget) -> None:
        super().__init__(_("Rules of the team"), parent, width=760, height=720)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(directory.team.name)
        self._directory = directory
        self._today = today
        self.usual = UsualLimits(directory)
        self.list = RuleList(directory)
        self.catalogue: RuleCatalogue | None = None
        self.form: RuleForm | None = None
        self._changing: int | None = None
        self._warned = False
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self._all_rules())
        self.add(self._leaves, 1, padded=False)
        self._build_foot()
        self.list.add_wished.connect(self.show_catalogue)
        self.list.change_wished.connect(self.show_form_of)
        self._show_newest()

    def rules(self) -> TeamRules | None:
        """The rules as they stand in the fields; nothing where the night cannot be, and the dialog says so."""
        return self.usual.rules(replace(self._directory.rules, entries=self.list.entries))

    def show_catalogue(self) -> None:
        """The leaf with everything that can be added."""
        self._changing = None
        self.catalogue = RuleCatalogue(self._directory)
        self.catalogue.chosen.connect(lambda recipe: self._open_form(recipe.make(self._directory, self._today)))
        self._leaves.addWidget(self.catalogue)
        self._show_newest()

    def show_form_of(self, number: int) -> None:
        """The form of a rule of the list."""
        self._changing = number
        self._open_form(self.list.entries[number])

    def take_over(self) -> None:
        """Put the rule of the form into the list, if it says something."""
        entry = self.form.entry() if self.form is not None else None
        if entry is not None:
            number = self._changing
            self._leave_all()
            self.list.put(number, entry)

    def reject(self) -> None:
        """One leaf back; from the first, close, but say first that something would be lost."""
        if self.form is not None:
            self._leave(self.form)
            self.form = None
        elif self.catalogue is not None:
            self._leave(self.catalogue)
            self.catalogue = None
        else:
            super().reject()
            return
        self._show_newest()

    def may_close(self) -> bool:
        """Unchanged rules may be left at once; changed ones when the person insists."""
        if self._warned or self.rules() == self._directory.rules:
            return True
        self._warned = True
        self._remark.setText(_("Not saved yet. Esc once more throws the changes away."))
        self._remark.set_tone("look")
        return False

    def _open_form(self, entry: Entry) -> None:
        others = [e for number, e in enumerate(self.list.entries) if number != self._changing]
        self.form = RuleForm(entry, others, self._directory)
        self._leaves.addWidget(self.form)
        self._show_newest()

    def _leave(self, leaf: QWidget) -> None:
        self._leaves.removeWidget(leaf)
        leaf.hide()
        leaf.deleteLater()

    def _leave_all(self) -> None:
        for leaf in (self.form, self.catalogue):
            if leaf is not None:
                self._leave(leaf)
        self.form = self.catalogue = None
        self._show_newest()

    def _show_newest(self) -> None:
        """The leaf opened last, with its title, its buttons and the keyboard."""
        self._leaves.setCurrentIndex(self._leaves.count() - 1)
        on_first = self._leaves.count() == 1
        for button in (self._cancel, self._store, self._remark):
            button.setVisible(on_first)
        self._back.setVisible(not on_first)
        self._take.setVisible(self.form is not None)
        if self.form is not None:
            self.show_title(recipe_words(recipe_of(self.form.start).key).name)
            self.form.focus_first()
        elif self.catalogue is not None:
            self.show_title(_("Add a rule"))
            self.catalogue.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_title(_("Rules of the team"))
            if self.isVisible():
                self.list.focus_row(len(self.list.rows) if self._changing is None else self._changing)

    def _all_rules(self) -> QWidget:
        measures = measures_of(self)
        body = QWidget()
        body.setProperty("scroll_body", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.px(22), measures.px(16), measures.px(22), measures.px(16))
        column.setSpacing(measures.near)
        sections: tuple[tuple[QWidget | None, tuple[QWidget, ...]], ...] = (
            (SectionTitle(_("Rest and hours")), self.usual.rest_rows),
            (SectionTitle(_("Nights")), self.usual.night_rows),
            (SectionTitle(_("Leaders")), self.usual.leader_rows),
            (None, (self.list,)),
            (SectionTitle(_("Way from one checkpoint to another")), self.usual.travel_rows),
        )
        for number, (title, rows) in enumerate(sections):
            column.addSpacing(measures.apart if number else 0)
            if title is not None:
                column.addWidget(title)
            for row in rows:
                column.addWidget(row)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.pointed_at.connect(lambda row: QTimer.singleShot(0, row, lambda: scroll.ensureWidgetVisible(row)))
        return scroll

    def _build_foot(self) -> None:
        self._remark = TextLabel(_("Applies at once to every roster that is still open."), "second")
        self._cancel = QuietButton(_("Cancel"))
        self._store = PrimaryButton(_("Save the rules"))
        self._back = QuietButton(_("Back"))
        self._take = PrimaryButton(_("Take over"))
        self._cancel.clicked.connect(self._on_cancel)
        self._store.clicked.connect(self._on_store)
        self._back.clicked.connect(self.reject)
        self._take.clicked.connect(self.take_over)
        self.add_left(self._remark)
        for button in (self._cancel, self._store, self._back, self._take):
            self.add_right(button)

    def _on_cancel(self) -> None:
        self._warned = True
        self.reject()

    def _on_store(self) -> None:
        rules = self.rules()
        if rules is not None:
            self.submitted.emit(rules)
