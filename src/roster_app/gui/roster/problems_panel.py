"""The panel's leaf of all there is to mend: a click goes there, and a violation can be lived with for a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.widgets.buttons import QuietButton
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _


class ProblemsPanel(SidePanel):
    """Everything to mend, the worst first; a click goes there."""

    chosen = Signal(object)  # the Violation of a row
    accept_wanted = Signal(object, str)  # a Violation, and why it is lived with
    withdraw_wanted = Signal(object)  # a Violation that must be mended after all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.choices = ChoiceList(_("Conflicts and wishes"))
        self.choices.chosen.connect(self.chosen)
        self.add(self.choices, 1)
        self.accept = QuietButton(_("Live with it …"))
        self.withdraw = QuietButton(_("Mend it after all"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why? Enter stores it"))
        self.reason.setAccessibleName(_("Why it is lived with"))
        for widget in (self.accept, self.withdraw, self.reason):
            self.add_to_foot(widget)
        self.accept.clicked.connect(lambda _checked=False: self._ask_for_reason())
        self.withdraw.clicked.connect(lambda _checked=False: self.withdraw_wanted.emit(self.current))
        self.reason.returnPressed.connect(lambda: self.accept_wanted.emit(self.current, self.reason.text()))
        self.choices.stood_at.connect(lambda _choice: self._offer())
        self._offer()

    @property
    def current(self) -> object:
        """The Violation of the row stood at; None without one."""
        choice = self.choices.current
        return None if choice is None else choice.key

    def show_problems(self, title: str, remark: str, problems: Sequence[Choice]) -> None:
        """All of them."""
        self.show_texts(title, remark)
        self.choices.refresh(_("Conflicts and wishes"), str(len(problems)), problems)
        self._offer()

    def _offer(self) -> None:
        """What can be done about the row stood at."""
        choice = self.choices.current
        is_accepted = choice is not None and bool(choice.chip)
        self.show_foot(choice is not None)
        self.accept.setVisible(choice is not None and not is_accepted)
        self.withdraw.setVisible(is_accepted)
        self.reason.setVisible(False)

    def _ask_for_reason(self) -> None:
        self.accept.setVisible(False)
        self.reason.clear()
        self.reason.setVisible(True)
        self.reason.setFocus()
