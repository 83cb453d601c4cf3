"""Chains of the roster page: pasted into the open roster, made out of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roster_app.domain.history import EditRecord
from roster_app.domain.ids import PeriodId
from roster_app.gui.actions import CommandAction, make_action
from roster_app.gui.chains.make_dialog import MakeDialog
from roster_app.gui.chains.paste_dialog import PasteDialog
from roster_app.gui.messages import MessageAction
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.shell import Shell
from roster_app.i18n import _, ngettext
from roster_app.services.changes import Changes
from roster_app.services.pasted_chains import ChainReading, Confirmed


class ChainDesk(QObject):
    """Opens both dialogs; what is confirmed goes through the document, so that it can be undone there."""

    def __init__(self, shell: Shell, document: RosterDocument, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._document, self._page = shell, document, page
        self.dialog: PasteDialog | None = None
        self._storing = False
        document.step_done.connect(self._on_step)
        self.actions: tuple[CommandAction, ...] = (
            make_action("paste_chain", page, self.paste),
            make_action("make_chain", page, self.make),
        )

    def paste(self) -> PasteDialog | None:
        """Show what a chain in the clipboard, or one yet to be pasted, asks of the open roster."""
        if self._document.is_open and not self._document.is_editable:
            words = _("This roster cannot be changed now: it is archived, or a proposal waits for your answer.")
            self._shell.messages.tell(words, "look")
            return None
        self.dialog = dialog = PasteDialog(self._shell, self._period_id, self._page.window())
        dialog.wanted.connect(partial(self._store, dialog))
        dialog.open()
        dialog.begin()
        return dialog

    def make(self) -> MakeDialog | None:
        """Show the texts that can be made of the open roster."""
        if not self._document.is_open:
            self._shell.messages.tell(_("A chain is made out of a roster; open one first."), "look")
            return None
        dialog = MakeDialog(self._document.opened, self._shell.now().date(), self._page.window())
        dialog.open()
        return dialog

    @property
    def _period_id(self) -> PeriodId | None:
        """The open roster, or while none is open the latest."""
        if self._document.is_open:
            return self._document.opened.period.id
        periods = self._shell.services.rostering.periods(self._shell.team_id)
        return periods[-1].id if periods else None

    def _store(self, dialog: PasteDialog, reading: ChainReading) -> None:
        here = self._document.is_open and reading.opened is not None
        if reading.edit is not None and here:
            confirmed: list[Confirmed] = []

            def write(_period_id: PeriodId) -> EditRecord:
                confirmed.append(self._shell.services.chains.confirm(reading))
                record = confirmed[0].record
                assert record is not None
                return record

            self._storing = True
            stored = self._document.store(write)
            self._storing = False
            if stored:
                self._on_stored(dialog, reading, confirmed[0])
            elif self._document.is_open:
                dialog.ask(reading.pasted)  # a colleague was faster: the same text for the roster as it is now
            return
        confirm = partial(self._shell.services.chains.confirm, reading)
        self._shell.errors.attempt(confirm, partial(self._on_stored, dialog, reading), messages=dialog.messages)

    def _on_step(self, record: EditRecord) -> None:
        """Wishes and counts that go or come again with an undone or redone step are told to whoever shows them."""
        edit = record.edit
        if (edit.statements or edit.counts) and not self._storing:
            self._tell(Changes(volunteers=edit.stated_by, duties=edit.duty_ids, counters=bool(edit.counts)))

    def _tell(self, changes: Changes) -> None:
        self._shell.events.spread(changes, self._page if not changes.volunteers else None)

    def _on_stored(self, dialog: PasteDialog, reading: ChainReading, confirmed: Confirmed) -> None:
        dialog.accept()
        self._tell(confirmed.changes)
        count = reading.stores
        words = ngettext("{count} entry of the chain is stored.", "{count} entries of the chain are stored.", count)
        ways = [self._way_back(words.format(count=count), confirmed)] if confirmed.apart is not None else []
        self._shell.messages.tell(words.format(count=count), "good", *ways)

    def _way_back(self, words: str, confirmed: Confirmed) -> MessageAction:
        """What belongs to no roster is taken back at once, or if people's wishes are in it on their page, too."""
        turn = self._shell.services.chains.turn
        undo, redo = partial(turn, confirmed, back=True), partial(turn, confirmed, back=False)
        if confirmed.apart is not None and confirmed.apart.statements:
            self._shell.events.step_left.emit(words, undo, redo)

        def back() -> None:
            self._shell.errors.attempt(undo, self._taken_back)

        return MessageAction(_("Take back"), back)

    def _taken_back(self, changes: Changes) -> None:
        self._tell(changes)
        self._shell.messages.tell_step(_("The entries of the chain are taken back."))
