"""The panel's leaf of trouble on the day: who stands in now, plans for a longer absence, and a message to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.picker_field import PickerField
from roster_app.gui.widgets.buttons import QuietButton
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _

THIS_DUTY, THREE_DAYS, WEEK, TO_THE_END = "duty", "three_days", "week", "end"


class StandInPanel(SidePanel):
    """Two lists: people for the duty itself, and plans for as long as the absence lasts. A click carries out."""

    person_chosen = Signal(object)  # the VolunteerId who stands in
    plan_chosen = Signal(object)  # the Plan
    length_chosen = Signal(str)  # one of the four above
    copy_wanted = Signal()
    left = Signal()  # back to the grid

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.length = SegmentedControl(
            [
                (THIS_DUTY, _("This duty")),
                (THREE_DAYS, _("3 days")),
                (WEEK, _("A week")),
                (TO_THE_END, _("To the end")),
            ],
            _("How long the person is away"),
            small=True,
        )
        self.field = PickerField(_("Name, pinyin or initials"), _("Search the stand-ins"))
        self.people = ChoiceList(_("Who stands in"))
        self.plans = ChoiceList(_("Repair plans"))
        self.copy = QuietButton(_("Copy a message for the group"), "copy")
        self.add_to_head(self.field)
        self.add(self.people, 3)
        self.add(self._length_row())
        self.add(self.plans, 2)
        self.add_to_foot(self.copy)
        self.length.chosen.connect(self.length_chosen)
        self.copy.clicked.connect(lambda _checked=False: self.copy_wanted.emit())
        self.field.lead(self.people)
        self.field.left.connect(self.left)
        self.people.chosen.connect(self.person_chosen)
        self.plans.chosen.connect(self.plan_chosen)
        self.show_nothing(_("Select the duty of whoever cannot come"))

    def _length_row(self) -> QWidget:
        """How long the person is away: for the plans under it."""
        line = QWidget()
        row = QHBoxLayout(line)
        side = measures_of(self).px(16)
        row.setContentsMargins(side, measures_of(self).px(10), side, measures_of(self).px(6))
        row.addWidget(self.length)
        row.addStretch(1)
        return line

    def show_nothing(self, title: str, remark: str = "") -> None:
        """Nobody to stand in for."""
        self.show_texts(title, remark)
        self.people.show_choices(_("Who stands in"), "", [])
        self.plans.show_choices(_("Repair plans"), "", [])
        self._show_lists(False)

    def show_people(self, title: str, remark: str, people: Sequence[Choice], count: str) -> None:
        """Whom the duty is taken from, and everybody for it."""
        self.show_texts(title, remark)
        self.people.show_choices(_("Who stands in"), count, people)
        self._show_lists(True)

    def _show_lists(self, shown: bool) -> None:
        for widget in (self.length, self.field, self.people, self.plans):
            widget.setVisible(shown)
        self.show_foot(shown)

    def show_plans(self, remark: str, plans: Sequence[Choice]) -> None:
        """Ways to do without the person that change little."""
        self.plans.refresh(_("Repair plans"), remark, plans)

    def begin(self) -> None:
        """Let the person type a name."""
        self.field.clear()
        self.field.setFocus()
