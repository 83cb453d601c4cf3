"""Opens the dialog of head and foot, tells what came of it, and takes it back if that is wished."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.people import Team
from roster_app.domain.stationery import Stationery
from roster_app.gui.messages import MessageAction
from roster_app.gui.publish.stationery_dialog import Specimen, StationeryDialog
from roster_app.gui.shell import Shell
from roster_app.i18n import _
from roster_app.services import Changes


class Dressing(QObject):
    """One wish, one dialog; everybody learns of what is stored, so that every preview is drawn anew."""

    opened = Signal(object)  # the StationeryDialog that has come up

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._window = parent

    def ask(self, beside: Specimen) -> None:
        """Let the person change what all sheets have in common; does not wait."""
        self._shell.errors.attempt(self._read, partial(self._open, beside))

    def _read(self) -> tuple[Team, Stationery]:
        teams, team_id = self._shell.services.teams, self._shell.team_id
        return teams.directory(team_id).team, teams.stationery(team_id)

    def _open(self, beside: Specimen, stored: tuple[Team, Stationery]) -> None:
        team, stationery = stored
        dialog = StationeryDialog(self._shell, team, stationery, beside, self._window)
        dialog.saved.connect(self._on_saved)
        dialog.open()
        self.opened.emit(dialog)

    def _on_saved(self, before: tuple[Team, Stationery], now: Team) -> None:
        self._spread()
        undo = MessageAction(_("Undo"), partial(self._undo, before, now))
        self._shell.messages.tell(_("All sheets have this head and foot from now on."), "good", undo)

    def _undo(self, before: tuple[Team, Stationery], now: Team) -> None:
        """The phone and the stationery as they were; refused where a colleague has changed them since."""
        team, stationery = before
        use_case = partial(
            self._shell.services.teams.set_stationery, replace(now, duty_phone=team.duty_phone), stationery
        )
        self._shell.errors.attempt(use_case, self._on_undone)

    def _on_undone(self, _team: Team) -> None:
        self._spread()
        self._shell.messages.tell(_("Head and foot of the sheets are as they were before."))

    def _spread(self) -> None:
        self._shell.messages.settle()
        self._shell.events.spread(Changes(team=True), None)
