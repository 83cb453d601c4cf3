"""The way into the wizard from a page, and what is said and can be undone when it has done its work."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from roster_app.domain.ids import PeriodId
from roster_app.gui.messages import MessageAction
from roster_app.gui.shell import Page, Shell
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.gui.taking_in.dialog import TakingDialog
    from roster_app.services import Changes
    from roster_app.services.taking_in import Taken


class TakingDoor(QObject):
    """Opens the dialog over a page; every page hears of what was taken in."""

    stored = Signal(object, str)  # the Taken, and what was done in words; for the page's own way back

    def __init__(self, shell: Shell, page: Page) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page

    def open(self, path: Path | None = None, period_id: PeriodId | None = None) -> TakingDialog:
        """The wizard, empty or with a file."""
        from roster_app.gui.taking_in.dialog import TakingDialog

        dialog = TakingDialog(self._shell, period_id, self._page.window())
        dialog.taken.connect(self._on_taken)
        dialog.open()
        if path is not None:
            dialog.read(path)
        return dialog

    def undo(self, taken: Taken, words: str) -> None:
        """Take it back as one step; told where a colleague went on since."""

        def then(changes: Changes) -> None:
            self._shell.messages.tell_step(_("Undone: {step}").format(step=words))
            self._shell.events.spread(changes, None)

        self._shell.errors.attempt(taken.undo, then)

    def _on_taken(self, taken: Taken, words: str) -> None:
        self.stored.emit(taken, words)
        self._shell.messages.tell_step(words)
        self._shell.events.spread(taken.changes, None)
        ways = [MessageAction(_("Undo"), partial(self.undo, taken, words))]
        if taken.period_id is not None:
            ways.append(MessageAction(_("Open the roster"), partial(self._shell.go, "roster", taken.period_id)))
        self._shell.messages.tell(words, "good", *ways)
