"""The panel beside the roster: five leaves, one of them in front."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.roster.fairness_panel import FairnessPanel
from roster_app.gui.roster.picker_panel import PickerPanel
from roster_app.gui.roster.problems_panel import ProblemsPanel
from roster_app.gui.roster.stand_in_panel import StandInPanel
from roster_app.gui.roster.why_panel import WhyPanel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.i18n import _, ngettext

PICKER, REASONS, STAND_IN, FAIRNESS, PROBLEMS = "picker", "reasons", "stand_in", "fairness", "problems"


class RosterPanel(QWidget):
    """Switched by the person, by a key or by a pill."""

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
