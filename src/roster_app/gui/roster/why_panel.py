"""The panel's leaf of reasons: why the holder holds the duty, why somebody else does not, why anything is vacant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.picker_field import PickerField
from roster_app.gui.widgets.buttons import LinkButton
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _


class WhyPanel(SidePanel):
    """The reasons first, then everybody else: a click on a name asks why not."""

    asked = Signal(object)  # the VolunteerId of a name
    vacancies_asked = Signal()
    holder_asked = Signal()
    left = Signal()  # back to the grid

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        side = measures_of(self).px(16)
        self._reasons = TextLabel("", wraps=True)
        self._reasons.setContentsMargins(side, measures_of(self).px(10), side, measures_of(self).px(10))
        self.field = PickerField(_("Name, pinyin or initials"), _("Why not somebody else?"))
        self.choices = ChoiceList(_("Why not …"))
        self.back = LinkButton(_("Why the holder"), "chevron-left")
        self.vacancies = LinkButton(_("Why are there vacancies?"), "info")
        links = QWidget()
        row = QHBoxLayout(links)
        row.setContentsMargins(side, 0, side, measures_of(self).px(10))
        row.addWidget(self.back)
        row.addWidget(self.vacancies)
        row.addStretch(1)
        self.add(self._reasons)
        self.add(links)
        self.add_to_head(self.field)
        self.add(self.choices, 1)
        self.back.clicked.connect(lambda _checked=False: self.holder_asked.emit())
        self.vacancies.clicked.connect(lambda _checked=False: self.vacancies_asked.emit())
        self.field.lead(self.choices)
        self.field.left.connect(self.left)
        self.choices.chosen.connect(self.asked)
        self.show_question(_("Select a duty"))

    @property
    def reasons(self) -> str:
        """The sentences in sight, a line each."""
        return self._reasons.text()

    def show_question(self, title: str, *, about_holder: bool = True, vacancies: bool = False) -> None:
        """What is asked; the answer is not known yet."""
        self.show_texts(title, "")
        self._reasons.setText("")
        self.back.setVisible(not about_holder)
        self.vacancies.setVisible(vacancies)

    def show_answer(self, lines: Sequence[str], state: str) -> None:
        """What is known; `state` says whether more is to come."""
        self.show_remark(state)
        self._reasons.setText("\n".join(lines))

    def show_people(self, title: str, remark: str, people: Sequence[Choice]) -> None:
        """Everybody there is to ask about."""
        self.choices.show_choices(title, remark, people)
        self.field.setVisible(bool(people))
