"""The panel beside the roster: the duty selected with its candidates, or all there is to mend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.fairness_panel import FairnessPanel
from roster_app.gui.roster.picker_field import PickerField
from roster_app.gui.roster.seat_facts import Facts
from roster_app.gui.roster.stand_in_panel import StandInPanel
from roster_app.gui.roster.why_panel import WhyPanel
from roster_app.gui.widgets.buttons import QuietButton
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _, ngettext

PICKER, REASONS, STAND_IN, FAIRNESS, PROBLEMS = "picker", "reasons", "stand_in", "fairness", "problems"


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

    def _offer(self) -> None:
        """What can be done about the row stood at."""
        choice = self.choices.current
        is_accepted = choice is not None and bool(choice.chip)
        self.accept.setVisible(choice is not None and not is_accepted)
        self.withdraw.setVisible(is_accepted)
        self.reason.setVisible(False)

    def _ask_for_reason(self) -> None:
        self.accept.setVisible(False)
        self.reason.clear()
        self.reason.setVisible(True)
        self.reason.setFocus()

    def show_problems(self, title: str, remark: str, problems: Sequence[Choice]) -> None:
        """All of them."""
        self.show_texts(title, remark)
        self.choices.refresh(_("Conflicts and wishes"), str(len(problems)), problems)
        self._offer()


class RosterPanel(QWidget):
    """One of five leaves in front, switched by the person, by a key or by a pill."""

    switched = Signal(str)  # the name of the leaf in front now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = PickerPanel()
        self.why = WhyPanel()
        self.stand_in = StandInPanel()
        self.fairness = FairnessPanel()
        self.problems = ProblemsPanel()
        self._leaves: dict[str, QWidget] = {
            PICKER: self.picker,
            REASONS: self.why,
            STAND_IN: self.stand_in,
            FAIRNESS: self.fairness,
            PROBLEMS: self.problems,
        }
        self._switch = SegmentedControl(
            [
                (PICKER, _("Duty")),
                (REASONS, _("Why")),
                (STAND_IN, _("Stand-in")),
                (FAIRNESS, _("Fair")),
                (PROBLEMS, _("To mend")),
            ],
            _("What the panel shows"),
            small=True,
        )
        self._switch.chosen.connect(self.bring)
        self._stack = QStackedWidget()
        for leaf in self._leaves.values():
            self._stack.addWidget(leaf)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._switch)
        self._column.addWidget(self._stack, 1)
        self._measure()

    @property
    def front(self) -> str:
        """Which leaf is in front."""
        return next(name for name, leaf in self._leaves.items() if leaf is self._stack.currentWidget())

    def shows(self, name: str) -> bool:
        """Whether a leaf is in front and in sight: only then is it worth keeping true."""
        return self.front == name and self.isVisible()

    def show_trouble_count(self, count: int) -> None:
        """How many broken rules there are, for those who do not see the list."""
        self.problems.setAccessibleName(ngettext("{count} conflict", "{count} conflicts", count).format(count=count))

    def bring(self, name: str) -> None:
        """Put a leaf in front."""
        self._switch.choose(name)
        self._stack.setCurrentWidget(self._leaves[name])
        self.switched.emit(name)

    def _measure(self) -> None:
        measures = measures_of(self)
        self._column.setContentsMargins(0, measures.px(10), 0, 0)
        self._switch.setContentsMargins(0, 0, 0, 0)
        self._column.setAlignment(self._switch, Qt.AlignmentFlag.AlignHCenter)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return self.picker.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        """Out of sight nothing has been kept true."""
        super().showEvent(event)
        self.switched.emit(self.front)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), meanings_of(self).panel)
