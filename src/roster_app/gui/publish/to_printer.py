"""Sends the sheet in sight to a printer, and tells what came of it or what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from roster_app.gui.messages import MessageAction
from roster_app.gui.publish.print_job import NotPrinted, PrintJob, pages_wanted
from roster_app.gui.publish.print_progress import PrintProgress
from roster_app.gui.publish.printers import Printers, lay_paper
from roster_app.gui.publish.registering import WaysOn, no_way_on
from roster_app.gui.publish.saving import with_remarks
from roster_app.gui.shell import Shell
from roster_app.i18n import _, ngettext
from roster_app.services.sheet_copy import SheetCopy, copy_of
from roster_app.services.sheets import PrintedSheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINTER = "publish/printer"


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What is in sight: a sheet under its title, and the page of it (counted from 0)."""

    sheet: PrintedSheet
    title: str
    page: int


class ToPrinter(QObject):
    """One wish, one dialog of the system, one job; pages are pictured and sent on the bench."""

    printed = Signal(int)  # so many pages, all that were wanted
    stopped = Signal(int)  # so many pages, not all
    refused = Signal()  # why was told

    def __init__(self, shell: Shell, parent: QWidget, save: Callable[[], object], ways_on: WaysOn = no_way_on) -> None:
        """`save` is the way out where there is no printer; `ways_on` are offered with a sheet printed whole."""
        super().__init__(parent)
        self.printers = Printers()
        self._shell = shell
        self._window = parent
        self._save = MessageAction(_("Save PDF…"), save)
        self._ways_on = ways_on

    def ask(self, wish: PrintWish) -> None:
        """Let the person choose the printer, then print what is in sight now; does not wait."""
        try:
            self._choose(wish, copy_of(wish.sheet))
        except OSError as error:
            self._shell.errors.report(error, way_out=self._save)

    def _choose(self, wish: PrintWish, copy: SheetCopy) -> None:
        if not self.printers.names():
            words = _(
                "No printer is installed on this computer. Add one in the settings of the system, or save the sheet "
                "as a PDF and print it on another computer."
            )
            self._refuse(words, self._save)
            return
        printer = self.printers.make(self._shell.view_state.text(_PRINTER))
        lay_paper(printer, copy.sizes[0])
        printer.setDocName(wish.title)
        dialog = self.printers.dialog(printer, len(copy.sizes), self._window)
        dialog.setWindowTitle(_("Print"))
        dialog.finished.connect(partial(self._on_chosen, wish, copy, printer))
        QDialog.open(dialog)  # the print dialog hides it behind one with a receiver

    def _on_chosen(self, wish: PrintWish, copy: SheetCopy, printer: QPrinter, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self._print(wish, copy, printer)

    def _print(self, wish: PrintWish, copy: SheetCopy, printer: QPrinter) -> None:
        if printer.printerName():
            self._shell.view_state.keep(_PRINTER, printer.printerName())
        job = PrintJob(printer, copy, pages_wanted(printer, len(copy.sizes), wish.page))
        progress = PrintProgress(self._shell, job, wish.title, self._window)
        progress.ended.connect(partial(self._on_ended, wish, job))
        progress.failed.connect(partial(self._on_failed, wish, job))
        progress.open()
        progress.begin()

    def _on_ended(self, wish: PrintWish, job: PrintJob, complete: bool, sent: int) -> None:
        self._shell.messages.settle()
        count = len(job.pages)
        if not complete:
            words = _("Stopped after {sent} of {count} pages. The printer may still bring out those it has got.")
            self._shell.messages.tell(words.format(sent=sent, count=count), "info", self._again(wish, job))
            self.stopped.emit(sent)
            return
        pages = ngettext("{count} page", "{count} pages", count).format(count=count)
        words = _("{sheet} has gone to the printer: {pages}.").format(sheet=wish.title, pages=pages)
        ways = self._ways_on(wish.sheet) if count == len(job.copy.sizes) else ()
        self._shell.messages.tell(with_remarks(words, wish.sheet), "good", *ways)
        self.printed.emit(count)

    def _on_failed(self, wish: PrintWish, job: PrintJob, error: BaseException) -> None:
        if not isinstance(error, NotPrinted):
            self._shell.errors.report(error, way_out=self._save)
            return
        name = job.printer.printerName() or job.printer.outputFileName()
        words = _(
            "{printer} takes no page. See whether the printer is switched on and connected, or save the sheet as a PDF."
        )
        self._refuse(words.format(printer=name), self._again(wish, job), self._save)

    def _again(self, wish: PrintWish, job: PrintJob) -> MessageAction:
        return MessageAction(_("Try again"), partial(self._choose, wish, job.copy))

    def _refuse(self, words: str, *ways_out: MessageAction) -> None:
        self._shell.messages.settle()
        self._shell.messages.tell(words, "look", *ways_out)
        self.refused.emit()
