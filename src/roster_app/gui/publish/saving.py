"""Saves a sheet as a PDF where the person says, and tells where it went or why it could not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from roster_app.domain.errors import DomainError
from roster_app.domain.ids import PeriodId
from roster_app.gui.errors import ErrorKind, kind_of, sentence_of
from roster_app.gui.messages import MessageAction
from roster_app.gui.publish.registering import WaysOn, no_way_on
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import Lane
from roster_app.gui.view_state import ViewState
from roster_app.i18n import _, ngettext
from roster_app.services.sheets import PrintedSheet, SheetOrder

_FOLDER = "publish/folder"
_ENDING = ".pdf"


class Saving(QObject):
    """One wish, one file; drawing happens on the bench."""

    saved = Signal(object)  # the PrintedSheet that lies there now
    refused = Signal(object)  # the exception that was told

    def __init__(self, shell: Shell, parent: QWidget, ways_on: WaysOn = no_way_on) -> None:
        """`ways_on` are offered besides with a sheet that was saved."""
        super().__init__(parent)
        self._shell = shell
        self._window = parent
        self._ways_on = ways_on

    def ask(self, period_id: PeriodId, order: SheetOrder, name: str) -> QFileDialog:
        """Let the person choose the file, then save; does not wait."""
        dialog = QFileDialog(self._window, _("Save PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix(_ENDING.removeprefix("."))
        dialog.setDirectory(str(last_folder(self._shell.view_state)))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save(period_id, order, Path(chosen)))
        dialog.open()
        return dialog

    def save(self, period_id: PeriodId, order: SheetOrder, path: Path) -> None:
        """Write the file, whole or not at all."""
        keep_folder(self._shell.view_state, path.parent)
        self._shell.tasks.run(
            partial(self._shell.services.sheets.print, period_id, order, path),
            on_success=self._on_saved,
            on_failure=partial(self._on_refused, period_id, order, path),
            owner=self,
            lane=Lane.BENCH,
        )

    def _on_saved(self, sheet: PrintedSheet) -> None:
        self._shell.messages.settle()
        show, folder = partial(open_outside, sheet.path), partial(open_outside, sheet.path.parent)
        ways = MessageAction(_("Open"), show), MessageAction(_("Open the folder"), folder), *self._ways_on(sheet)
        self._shell.messages.tell(saved_words(sheet), "good", *ways)
        self.saved.emit(sheet)

    def _on_refused(self, period_id: PeriodId, order: SheetOrder, path: Path, error: BaseException) -> None:
        if kind_of(error) is ErrorKind.BUG:
            self._shell.errors.report(error)
            return
        elsewhere = MessageAction(_("Save elsewhere…"), partial(self.ask, period_id, order, path.name))
        again = MessageAction(_("Try again"), partial(self.save, period_id, order, path))
        self._shell.messages.settle()
        self._shell.messages.tell(sentence_of_refusal(error, path), "look", elsewhere, again)
        self.refused.emit(error)


def saved_words(sheet: PrintedSheet) -> str:
    """What lies there now, with what must not be overlooked."""
    pages = ngettext("{count} page", "{count} pages", sheet.pages).format(count=sheet.pages)
    return with_remarks(_("{name} is saved: {pages}.").format(name=sheet.path.name, pages=pages), sheet)


def with_remarks(words: str, sheet: PrintedSheet) -> str:
    """A sentence about a sheet, followed by what must not be overlooked."""
    if sheet.draft:
        words = _and(words, _("Every page says draft."))
    if sheet.full_phones:
        phones = ngettext("It holds {count} full mobile number.", "It holds {count} full mobile numbers.",
                          sheet.full_phones)  # fmt: skip
        words = _and(words, phones.format(count=sheet.full_phones))
    return words


def _and(sentence: str, following: str) -> str:
    return _("{sentence} {following}").format(sentence=sentence, following=following)


def sentence_of_refusal(error: BaseException, path: Path) -> str:
    """Why nothing was saved, and the way out; a file that another program holds is told apart from a closed folder."""
    cause = error.__cause__
    if not isinstance(error, DomainError) or not isinstance(cause, OSError):
        return sentence_of(error)
    if isinstance(cause, PermissionError) and path.exists() and _takes_files(path.parent):
        words = _("{name} is open in another program. Close it there and try again, or save under another name.")
        return words.format(name=path.name)
    reason = sentence_of(OSError(cause.errno, cause.strerror))  # in the language of the window, where it is a usual one
    return sentence_of(DomainError(error.code, path=path, reason=reason))


def _takes_files(folder: Path) -> bool:
    """Whether a file can be made in the folder: the only question whose answer holds on every system."""
    probe = folder / ".roster-app.probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def open_outside(path: Path) -> None:
    """Show a file or a folder in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def last_folder(view_state: ViewState) -> Path:
    """The folder sheets were saved in last, else that of the person's documents."""
    remembered = Path(view_state.text(_FOLDER))
    if view_state.text(_FOLDER) and remembered.is_dir():
        return remembered
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def keep_folder(view_state: ViewState, folder: Path) -> None:
    """Begin here next time."""
    view_state.keep(_FOLDER, str(folder))


def ask_for_folder(parent: QWidget, title: str, begin: Path, then: Callable[[Path], object]) -> QFileDialog:
    """Let the person choose a folder, and call `then` with it; does not wait."""
    dialog = QFileDialog(parent, title, str(begin))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog
