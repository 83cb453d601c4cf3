"""The file taken in last, as long as it is the roster's last step: taken back and done again whole, people and all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from roster_app.gui.shell import Shell
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services import Changes
    from roster_app.services.taking_in import Taken


class TakenStep(QObject):
    """Any later step of the roster ends it; from then on the roster's own history counts."""

    changed = Signal()  # what can be undone is another thing now

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._taken: Taken | None = None
        self._words = ""
        self._undone = False

    @property
    def can_undo(self) -> bool:
        return self._taken is not None and not self._undone

    @property
    def can_redo(self) -> bool:
        return self._taken is not None and self._undone

    @property
    def words(self) -> str:
        """What was taken in."""
        return self._words

    def keep(self, taken: Taken, words: str) -> None:
        """A file has just been taken in."""
        self._taken, self._words, self._undone = taken, words, False
        self.changed.emit()

    def end(self) -> None:
        """Another step was done."""
        if self._taken is not None:
            self._taken = None
            self.changed.emit()

    def undo(self) -> None:
        if self._taken is not None:
            self._go(self._taken.undo, _("Undone: {step}").format(step=self._words), undone=True)

    def redo(self) -> None:
        if self._taken is not None:
            self._go(self._taken.redo, self._words, undone=False)

    def _go(self, use_case: Callable[[], Changes], words: str, *, undone: bool) -> None:
        def then(changes: Changes) -> None:
            self._undone = undone
            self._shell.messages.settle()
            self._shell.messages.tell_step(words)
            self._shell.events.spread(changes, None)
            self.changed.emit()

        def refused(_error: Exception) -> bool:
            self.end()
            return False

        self._shell.errors.attempt(use_case, then, on_refused=refused)
