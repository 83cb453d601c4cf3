"""The panel beside the roster: the duty selected with its candidates, or all there is to mend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.seat_facts import Facts
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.search_field import SearchField
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _, ngettext

PICKER, PROBLEMS = "picker", "problems"


class PickerField(SearchField):
    """Esc without words goes back to the grid."""

    left = Signal()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)


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
        self.field.textChanged.connect(self.choices.narrow)
        self.field.walked.connect(self.choices.walk)
        self.field.returnPressed.connect(self.choices.take)
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.choices = ChoiceList(_("Conflicts and wishes"))
        self.choices.chosen.connect(self.chosen)
        self.add(self.choices, 1)

    def show_problems(self, title: str, remark: str, problems: Sequence[Choice]) -> None:
        """All of them."""
        self.show_texts(title, remark)
        self.choices.refresh(_("Conflicts and wishes"), str(len(problems)), problems)


class RosterPanel(QWidget):
    """One of the two in front, switched by the person or by a pill."""

    switched = Signal(str)  # PICKER or PROBLEMS is in front now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = PickerPanel()
        self.problems = ProblemsPanel()
        self._switch = SegmentedControl(
            [(PICKER, _("Duty")), (PROBLEMS, _("To mend"))], _("What the panel shows"), small=True
        )
        self._switch.chosen.connect(self.bring)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.picker)
        self._stack.addWidget(self.problems)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._switch)
        self._column.addWidget(self._stack, 1)
        self._measure()

    @property
    def front(self) -> str:
        """Which one is in front."""
        return PICKER if self._stack.currentWidget() is self.picker else PROBLEMS

    def show_trouble_count(self, count: int) -> None:
        """How many broken rules there are, for those who do not see the list."""
        self.problems.setAccessibleName(ngettext("{count} conflict", "{count} conflicts", count).format(count=count))

    def bring(self, name: str) -> None:
        """Put one of the two in front."""
        self._switch.choose(name)
        self._stack.setCurrentWidget(self.picker if name == PICKER else self.problems)
        self.switched.emit(name)

    def _measure(self) -> None:
        measures = measures_of(self)
        self._column.setContentsMargins(0, measures.px(10), 0, 0)
        self._switch.setContentsMargins(0, 0, 0, 0)
        self._column.setAlignment(self._switch, Qt.AlignmentFlag.AlignHCenter)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return self.picker.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), meanings_of(self).panel)
