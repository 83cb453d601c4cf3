"""登记为已张贴: one click after a sheet was printed or saved enters it in the posting ledger; another takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.domain.ids import PostingId
from roster_app.gui.messages import MessageAction, Tells
from roster_app.gui.shell import Shell
from roster_app.i18n import _, ngettext
from roster_app.services.posting_desk import Registered
from roster_app.services.sheets import Hangable, PrintedSheet

WaysOn = Callable[[PrintedSheet], tuple[MessageAction, ...]]


def no_way_on(_sheet: PrintedSheet) -> tuple[MessageAction, ...]:
    """Nothing is offered."""
    return ()


class Registering(QObject):
    """Tells what was entered where `messages` says, if not in the window's own message bar."""

    registered = Signal(object)  # the Registered that stands in the ledger now

    def __init__(self, shell: Shell, parent: QObject, messages: Tells | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._messages = messages or shell.messages

    def ways_on(self, *sheets: PrintedSheet) -> tuple[MessageAction, ...]:
        """What is offered with sheets that were printed or saved; nothing for drafts and what does not hang."""
        hanging = tuple(sheet.hangs for sheet in sheets if sheet.hangs is not None)
        return (MessageAction(_("Enter as posted"), partial(self.enter, hanging)),) if hanging else ()

    def enter(self, sheets: Iterable[Hangable]) -> None:
        """These hang from now on."""
        use_case = partial(self._shell.services.postings.register, self._shell.team_id, tuple(sheets))
        self._attempt(use_case, entered_words)

    def take_down(self, ids: Iterable[PostingId]) -> None:
        """The sheets of these entries hang no longer."""
        use_case = partial(self._shell.services.postings.take_down, self._shell.team_id, frozenset(ids))
        self._attempt(use_case, taken_down_words)

    def _attempt(self, use_case: Callable[[], Registered], words: Callable[[Registered], str]) -> None:
        self._shell.errors.attempt(use_case, partial(self._on_registered, words), messages=self._messages)

    def _on_registered(self, words: Callable[[Registered], str], registered: Registered) -> None:
        if not registered.entries:
            self._messages.tell(_("The ledger says so already."))
        else:
            self._messages.tell(words(registered), "good", MessageAction(_("Undo"), partial(self._undo, registered)))
        self._spread(registered)

    def _undo(self, registered: Registered) -> None:
        use_case = partial(self._shell.services.postings.take_back, registered)
        self._shell.errors.attempt(use_case, self._on_undone, messages=self._messages)

    def _on_undone(self, registered: Registered) -> None:
        self._messages.tell(_("The ledger is as it was before."), "good")
        self._spread(registered)

    def _spread(self, registered: Registered) -> None:
        self._shell.events.spread(registered.changes, None)
        self.registered.emit(registered)


def entered_words(registered: Registered) -> str:
    """How many checkpoints it is known of now."""
    count = len({entry.checkpoint_id for entry in registered.posted})
    words = ngettext("Entered as posted at {count} checkpoint.", "Entered as posted at {count} checkpoints.", count)
    return words.format(count=count)


def taken_down_words(registered: Registered) -> str:
    """How many sheets hang no longer."""
    count = len(registered.entries)
    words = ngettext("{count} sheet is entered as taken down.", "{count} sheets are entered as taken down.", count)
    return words.format(count=count)
