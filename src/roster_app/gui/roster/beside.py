"""The panel beside the grids, its leaves and who keeps them true; brought by keys, pills and wishes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roster_app.gui.roster.arrangements import BY_PERSON, Arrangements
from roster_app.gui.roster.asking import Asking
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.engine_desk import EngineDesk
from roster_app.gui.roster.hand_editing import HandEditing
from roster_app.gui.roster.panel import FAIRNESS, PROBLEMS, REASONS, RosterPanel
from roster_app.gui.roster.picking import Picking
from roster_app.gui.roster.reasons import Reasons
from roster_app.gui.roster.sharing_out import SharingOut
from roster_app.gui.roster.standing_in import StandingIn
from roster_app.gui.shell import Shell
from roster_app.gui.widgets.side_panel import PanelSplitter


class Beside(QObject):
    """A panel that was out of sight and is called for one answer leaves again after it."""

    ended = Signal()  # the keyboard belongs to the grid again

    def __init__(
        self,
        shell: Shell,
        document: RosterDocument,
        arrangements: Arrangements,
        editing: HandEditing,
        engine: EngineDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._document = document
        self._arrangements = arrangements
        self.panel = RosterPanel()
        self.picking = Picking(document, arrangements, self.panel, editing)
        self.reasons = Reasons(document, arrangements, self.panel, Asking(engine, shell.tasks, self))
        stand_ins = Asking(engine, shell.tasks, self)
        self.standing_in = StandingIn(shell, document, arrangements, self.panel, stand_ins)
        self.sharing_out = SharingOut(document, arrangements, self.panel, shell.now)
        self._splitter: PanelSplitter | None = None
        self._is_called = False
        for part in (self.picking, self.reasons, self.standing_in, self.sharing_out):
            part.ended.connect(self._on_ended)
        self.panel.problems.accept_wanted.connect(document.accept_violation)
        self.panel.problems.withdraw_wanted.connect(document.withdraw_acceptance)

    def stand_by(self, page: QWidget) -> PanelSplitter:
        """The page with the panel at its right, in one splitter."""
        self._splitter = PanelSplitter(page, self.panel)
        return self._splitter

    @property
    def splitter(self) -> PanelSplitter:
        """Page and panel; only once it stands by."""
        if self._splitter is None:
            raise RuntimeError("the panel stands by no page")
        return self._splitter

    def pick(self, typed: str) -> None:
        """Choose for the current cell, beginning with what has been typed."""
        if self._document.is_editable:
            self._call()
            self.picking.begin(typed)

    def ask_why(self) -> None:
        """Why the holder holds the current duty."""
        if self._document.is_open:
            self._call()
            self.panel.bring(REASONS)
            self.panel.why.field.setFocus()

    def find_stand_in(self) -> None:
        """The holder of the current duty does not come."""
        if self._document.is_open:
            self._call()
            self.standing_in.begin()

    def show_problems(self) -> None:
        """All there is to mend."""
        self.splitter.show_panel(True)
        self.panel.bring(PROBLEMS)

    def show_fairness(self) -> None:
        """Everybody's shares, beside everybody's lines."""
        if self._document.is_open:
            self._arrangements.bring(BY_PERSON)
            self._call()
            self.panel.bring(FAIRNESS)

    def toggle(self) -> None:
        """Show or hide the panel, and remember it for the arrangement in front."""
        self._is_called = False
        self.splitter.show_panel(not self.splitter.is_panel_shown)
        self._shell.view_state.keep(f"roster/panel/{self._arrangements.front}", self.splitter.is_panel_shown)

    def follow(self, arrangement: str) -> None:
        """Show or hide it as it was for this arrangement."""
        self.splitter.show_panel(self._shell.view_state.flag(f"roster/panel/{arrangement}", arrangement != BY_PERSON))
        self._is_called = False

    def drop_questions(self) -> None:
        """The engine is wanted for something else."""
        self.reasons.asking.drop()
        self.standing_in.asking.drop()

    def _call(self) -> None:
        if not self.splitter.is_panel_shown:
            self._is_called = True
            self.splitter.show_panel(True)

    def _on_ended(self) -> None:
        if self._is_called:
            self._is_called = False
            self.splitter.show_panel(False)
        self.ended.emit()
