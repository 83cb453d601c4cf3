"""From the wish to generate a roster to a proposal laid over the grid, or accepted at once."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from roster_app.domain import edits
from roster_app.domain.roster import Proposal
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.engine_desk import EngineDesk
from roster_app.gui.roster.generate_dialog import GenerateDialog
from roster_app.gui.roster.one_dialog import OneDialog
from roster_app.gui.roster.proposal_bar import ProposalBar
from roster_app.gui.roster.search_scope import Reach, difference, difference_words
from roster_app.gui.shell import Shell


class Generating(OneDialog):
    """What its dialog hands out is looked at in the grid, or accepted."""

    def __init__(self, shell: Shell, document: RosterDocument, bar: ProposalBar, engine: EngineDesk) -> None:
        super().__init__(shell, document, engine, bar)
        self._bar = bar
        self._looked_at: Proposal | None = None
        bar.accepted.connect(document.accept)
        bar.discarded.connect(document.discard)
        document.preview_changed.connect(bar.setVisible)

    def ask(self, parent: QWidget, reach: Reach = Reach.WHOLE) -> None:
        """Open the dialog."""
        if not self._document.is_editable:
            return
        shell = self._shell
        dialog = GenerateDialog(self._document.opened, self._engine.search, shell.tasks, shell.errors, parent)
        dialog.begin(shell.now().date(), shell.settings().solver_seconds, reach)
        dialog.look_wanted.connect(self.look)
        dialog.accept_wanted.connect(self.accept)
        dialog.qualification_wanted.connect(partial(shell.go, "people"))
        self._open(dialog)

    def look(self, proposal: Proposal) -> None:
        """Lay the proposal over the roster and say what it changes."""
        self._looked_at = proposal
        self._bar.tell(difference_words(difference(self._document.roster, proposal)))
        self._document.preview(proposal)

    def accept_day(self, day: date | None) -> None:
        """Take the proposal of one day, and say what is left of it."""
        proposal = self._looked_at
        if day is not None and proposal is not None and self._document.accept_day(day):
            self._bar.tell(difference_words(difference(self._document.roster, proposal)))

    def accept(self, proposal: Proposal) -> None:
        """Make the proposal the roster's own, as one step."""
        self._document.carry_out(lambda roster: edits.accept_proposal(roster, proposal))
