"""The panel's leaf of the duty or day selected: what is known of it, and who or what can be chosen for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.picker_field import PickerField
from roster_app.gui.roster.seat_facts import Facts
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _


class PickerPanel(SidePanel):
    """Who stands the duty, why, and who else could; typing narrows, Enter takes the row stood on."""

    chosen = Signal(object)  # the key of a choice
    left = Signal()  # back to the grid, nothing chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._wrong = TextLabel("", "error", wraps=True)
        self.field = PickerField(_("Name, pinyin or initials"), _("Search the candidates"))
        self.choices = ChoiceList(_("Candidates"))
        self.add_to_head(self._wrong)
        self.add_to_head(self.field)
        self.add(self.choices, 1)
        self.field.lead(self.choices)
        self.field.left.connect(self.left)
        self.choices.chosen.connect(self.chosen)
        self.show_facts(Facts("", _("Select a duty"), ""))

    def show_facts(self, facts: Facts) -> None:
        """What is selected."""
        self.show_texts(facts.title, facts.known)
        self._wrong.setText(facts.wrong)
        self._wrong.setVisible(bool(facts.wrong))

    def show_choices(self, title: str, remark: str, choices: Sequence[Choice]) -> None:
        """What can be chosen for it."""
        self.choices.show_choices(title, remark, choices)

    def begin(self, typed: str) -> None:
        """Let the person type; what has been typed in the grid already is taken over."""
        self.field.setText(typed)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)

    def end(self) -> None:
        """Nothing typed any more."""
        self.field.clear()
