"""The way into the wizard from a page, and what is said when it has done its work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from roster_app.domain.ids import PeriodId
from roster_app.gui.messages import MessageAction
from roster_app.gui.shell import Page, Shell
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.gui.taking_in.dialog import TakingDialog
    from roster_app.services.taking_in import Taken


class TakingDoor(QObject):
    """Opens the dialog over a page; every page hears of what was taken in.

    `keep` gives the page what was taken in as its last step; `undo` takes that step of the page back.
    """

    def __init__(
        self, shell: Shell, page: Page, keep: Callable[[Taken, str], object], undo: Callable[[], object]
    ) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self._keep, self._undo = keep, undo

    def open(self, path: Path | None = None, period_id: PeriodId | None = None) -> TakingDialog:
        """The wizard, empty or with a file."""
        from roster_app.gui.taking_in.dialog import TakingDialog

        dialog = TakingDialog(self._shell, period_id, self._page.window())
        dialog.taken.connect(self._on_taken)
        dialog.edits_found.connect(partial(self._shell.go, "roster"))
        dialog.open()
        if path is not None:
            dialog.read(path)
        return dialog

    def _on_taken(self, taken: Taken, words: str) -> None:
        self._shell.events.spread(taken.changes, None)
        self._keep(taken, words)
        ways = [MessageAction(_("Undo"), self._undo)]
        if taken.period_id is not None:
            ways.append(MessageAction(_("Open the roster"), partial(self._shell.go, "roster", taken.period_id)))
        self._shell.messages.tell(words, "good", *ways)
