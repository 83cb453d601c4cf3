"""The roster to be used elsewhere, and its workbook that comes back edited: the menu, and what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from roster_app.gui.actions import CommandAction, make_action
from roster_app.gui.exporting import Exporting, everything_kinds
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.periods import Periods
from roster_app.gui.roster.returned_dialog import ReturnedDialog
from roster_app.gui.shell import Shell
from roster_app.i18n import _
from roster_app.services.exports import Returning
from roster_app.services.words.exports import everything_file_name, roster_file_name


class PassingOn(QObject):
    """Knows the way out and back; what is taken goes through the document as every edit does."""

    def __init__(
        self,
        shell: Shell,
        document: RosterDocument,
        periods: Periods,
        page: QWidget,
        chains: Sequence[CommandAction] = (),
    ) -> None:
        super().__init__(page)
        self._shell, self._document, self._periods, self._page = shell, document, periods, page
        self.exporting = Exporting(shell, page)
        self._chains = tuple(chains)
        self._actions = (
            make_action("export_roster", page, self.ask_workbook),
            make_action("export_calendars", page, self.ask_calendars),
            make_action("take_in_edits", page, self.ask_edits),
        )
        self._everything = (
            make_action("export_everything", page, self.ask_everything),
            make_action("take_in_everything", page, self.refuse_everything),
        )

    def open_menu(self, place: QPoint) -> None:
        """What can be done, at a place of the screen."""
        menu = QMenu(self._page)
        workbook, calendars, edits = self._actions
        menu.addAction(workbook)
        menu.addAction(calendars)
        menu.addSeparator()
        menu.addAction(edits)
        menu.addActions([a for a in self._page.actions() if isinstance(a, CommandAction) and a.name == "import_roster"])
        menu.addSeparator()
        menu.addActions(self._chains)
        menu.addSeparator()
        menu.addActions(self._everything)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def ask_workbook(self) -> None:
        """A workbook to edit and take in again, or a plain table."""
        if not self._document.is_open:
            return
        opened = self._document.opened
        kinds = {_("Workbook, to edit and take in again"): ".xlsx", _("Table as text"): ".csv"}
        name = roster_file_name(opened.directory, opened.period.first, opened.period.last)
        write = partial(self._shell.services.exports.roster, opened.period.id)
        self.exporting.ask_file(_("Export the roster"), name, kinds, write)

    def ask_calendars(self) -> None:
        """A calendar file for everybody who stands, and for every checkpoint."""
        if self._document.is_open:
            write = partial(self._shell.services.exports.calendars, self._document.opened.period.id)
            self.exporting.ask_folder(_("Folder for the calendars"), write)

    def ask_edits(self) -> None:
        """Choose an edited workbook, and see what it asks for."""
        if not self._document.is_open:
            return
        if not self._document.is_editable:
            words = _("This roster cannot be changed now: it is archived, or a proposal waits for your answer.")
            self._shell.messages.tell(words, "look")
            return
        kinds = _("Workbooks ({endings})").format(endings="*.xlsx *.xls *.ods *.et")
        self.exporting.ask_existing(_("An edited roster workbook"), kinds, self.show_edits)

    def ask_everything(self) -> None:
        """All that the database holds, of all teams, as one file."""
        name = everything_file_name(self._shell.now().date())
        write = self._shell.services.exports.everything
        self.exporting.ask_file(_("Export everything"), name, everything_kinds(), write)

    def refuse_everything(self) -> None:
        """A database with a team in it takes no other whole one in; say where one would go."""
        words = _(
            "A file of everything goes into an empty database only; this one holds a team and was left as it is. "
            "Choose an empty database in the settings; its first page takes the file in."
        )
        self._shell.messages.tell(words, "look")

    def show_edits(self, path: Path) -> ReturnedDialog:
        """Read the workbook and show what it asks for; nothing is stored before the button is pressed."""
        dialog = ReturnedDialog(self._shell, self._page.window())
        dialog.wanted.connect(self._take)
        dialog.open()
        dialog.read(path)
        return dialog

    def _take(self, returning: Returning) -> None:
        """As one step of the open roster; a workbook of another one opens that one afterwards."""
        edit = returning.plan.edit
        if edit is None:
            return
        if self._document.is_open and self._document.opened.period.id == returning.period.id:
            self._document.perform(edit)
            return
        self._shell.errors.attempt(
            partial(self._shell.services.exports.take_back, returning),
            lambda _record: self._periods.open(returning.period.id),
        )
