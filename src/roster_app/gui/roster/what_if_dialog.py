"""What if: suppose other demand or people away, search, compare, adopt or drop. Nothing is stored before that."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.history import EditRecord
from roster_app.domain.roster import PeriodState, Proposal
from roster_app.domain.supposing import Supposition
from roster_app.gui.roster.engine_desk import Searches
from roster_app.gui.roster.search_run import SearchRun
from roster_app.gui.roster.search_scope import Request, days_ahead, reached
from roster_app.gui.roster.what_if_demand import WhatIfDemand, supposition_words
from roster_app.gui.roster.what_if_figures import WhatIfFigures, changed_cells, figures_of
from roster_app.gui.shell import Shell
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import Hairline, TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.message_bar import MessageBar
from roster_app.i18n import _
from roster_app.services import Changes, OpenRoster

_PATIENCE = 250  # milliseconds the form must stand still before its figures are worked out


class WhatIfDialog(PanelDialog):
    """The supposition at the left, the figures at the right; the filled button is the next step."""

    adopted = Signal(object)  # the Changes just stored

    def __init__(self, shell: Shell, opened: OpenRoster, search: Searches, parent: QWidget) -> None:
        super().__init__(_("What if"), parent, width=920, height=660)
        self._shell = shell
        self._opened = opened
        self._run = SearchRun(search, shell.tasks, opened.period.id, self)
        self._seconds = min(10, shell.settings().solver_seconds)
        is_draft = opened.period.state is PeriodState.DRAFT
        self._days = opened.period.first, opened.period.last
        if not is_draft:
            self._days = days_ahead(opened.period, shell.now().date())
        self._demand = WhatIfDemand(opened.directory, self._days[0])
        self._only_vacant = QCheckBox(_("Only fill what is vacant"))
        self._only_vacant.setChecked(not is_draft)
        self.figures = WhatIfFigures()
        self._remark = TextLabel("", "second", wraps=True)
        self.messages = MessageBar(self)
        self._found: OpenRoster | None = None
        self._is_filled = False
        """Whether a search has filled it."""
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._suppose)
        self._build_sections()
        self._demand.changed.connect(self._on_changed)
        self._run.found.connect(self._on_found)
        self._run.failed.connect(self._on_failed)
        self.figures.show_now(figures_of(opened))
        self._suppose()

    @property
    def demand(self) -> WhatIfDemand:
        """The form."""
        return self._demand

    @property
    def found(self) -> OpenRoster | None:
        """The supposed roster as it is in sight."""
        return self._found

    @property
    def is_searching(self) -> bool:
        """Whether the engine is at work."""
        return self._run.is_on

    def generate(self) -> None:
        """Let the engine fill the supposed roster; where nothing is vacant, it can be adopted as it is."""
        supposed = self._shell.services.what_if.suppose(self._opened, self._wanted)
        planned = reached(supposed.roster, Request(self._days, self._only_vacant.isChecked())).planned
        self._found = supposed
        if not planned:
            self.messages.tell(_("Nobody else is needed: whoever stands can stay."), "good")
            self._is_filled = True
            self._show_figures()
            self._show_state()
            return
        self._run.start(supposed, planned, self._seconds)
        self.figures.show_supposed(None)
        self._show_state()

    def adopt(self) -> None:
        """Make it true."""
        if self._found is not None:
            use_case = partial(self._shell.services.what_if.adopt, self._found, self._wanted)
            self._shell.errors.attempt(use_case, self._on_adopted, messages=self.messages)

    @property
    def _wanted(self) -> Supposition:
        return self._demand.supposition

    def _build_sections(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.figures)
        side = measures_of(self).px(22)
        self._remark.setContentsMargins(side, 0, side, measures_of(self).px(14))
        column.addWidget(self._remark)
        column.addStretch(1)
        row.addWidget(self._demand, 45)
        row.addWidget(Hairline(upright=True))
        row.addWidget(right, 55)
        self.add(body, 1, padded=False)
        self._drop = QuietButton(_("Drop"))
        self._stop = QuietButton(_("Stop with the best so far"))
        self._generate = PrimaryButton(_("Search for a roster"), "play")
        self._again = QuietButton(_("Search anew"), "play")
        self._adopt = PrimaryButton(_("Adopt"), "check")
        self.add_left(self._drop)
        self.add_left(self._only_vacant)
        for button in (self._stop, self._again, self._generate, self._adopt):
            self.add_right(button)
        self._drop.clicked.connect(lambda _checked=False: self.reject())
        self._stop.clicked.connect(lambda _checked=False: self._run.stop())
        self._generate.clicked.connect(lambda _checked=False: self.generate())
        self._again.clicked.connect(lambda _checked=False: self.generate())
        self._adopt.clicked.connect(lambda _checked=False: self.adopt())

    def _on_changed(self) -> None:
        self._run.cancel()
        self._waiting.start()

    def _suppose(self) -> None:
        """The present people under the supposed demand, before anything is searched."""
        self._is_filled = False
        self._found = self._shell.services.what_if.suppose(self._opened, self._wanted)
        self._show_figures()
        self._show_state()

    def _show_figures(self) -> None:
        if self._found is not None:
            self.figures.show_supposed(figures_of(self._found), changed_cells(self._opened, self._found))

    def _show_state(self) -> None:
        searching, anything = self.is_searching, self._wanted.is_anything
        self.show_facts(supposition_words(self._wanted, self._opened.directory))
        self._stop.setVisible(searching)
        self._generate.setVisible(not searching and not self._is_filled)
        self._generate.setEnabled(anything)
        self._again.setVisible(not searching and self._is_filled)
        self._adopt.setVisible(self._is_filled and not searching)
        self._demand.setEnabled(not searching)
        self._only_vacant.setEnabled(not searching)
        if searching:
            self._remark.setText(_("Searching for the best roster under this supposition …"))
        elif self._is_filled and self._only_vacant.isChecked() and self._found and self._found.roster.vacancies:
            self._remark.setText(
                _("Without moving anybody it does not work out. Untick the box at the foot and search anew.")
            )
        elif self._is_filled:
            self._remark.setText(
                _(
                    "Adopting changes the checkpoints and notes the leave for good; "
                    "undo takes back the assignments alone."
                )
            )
        else:
            self._remark.setText(
                _("The figures are those of the present people. Search to see how well the supposed roster can be.")
            )

    def _on_found(self, proposal: Proposal) -> None:
        if self._found is not None:
            self._found = self._shell.services.what_if.with_proposal(self._found, proposal)
            self._is_filled = True
        self._show_figures()
        self._show_state()

    def _on_failed(self, error: BaseException) -> None:
        self._shell.errors.report(error, messages=self.messages)
        self._suppose()

    def _on_adopted(self, answer: tuple[Changes, EditRecord | None]) -> None:
        self.accept()
        self.adopted.emit(answer[0])

    # Qt overrides

    def reject(self) -> None:
        self._run.cancel()
        super().reject()
