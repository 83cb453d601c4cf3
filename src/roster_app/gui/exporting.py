"""Writing files to be used elsewhere: asked where, written beside the window, told where they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from roster_app.gui.messages import MessageAction
from roster_app.gui.shell import Shell
from roster_app.i18n import _

_FOLDER = "export/folder"

Write = Callable[[Path], object]
"""Writes under a path; may raise DomainError. Called on a worker."""


def everything_kinds() -> dict[str, str]:
    """What a file of everything is, in words → its ending."""
    return {_("Everything, as JSON"): ".json"}


class Exporting(QObject):
    """The exports of one page."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window

    def ask_file(self, title: str, name: str, kinds: Mapping[str, str], write: Write) -> QFileDialog:
        """Let the person choose a file of one of the kinds (words → ending), then write it; does not wait."""
        filters = {f"{words} (*{ending})": ending for words, ending in kinds.items()}
        dialog = self._dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(next(iter(kinds.values())).removeprefix("."))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen].removeprefix(".")))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), write))
        dialog.open()
        return dialog

    def ask_folder(self, title: str, write: Write) -> QFileDialog:
        """Let the person choose a folder, then write into it; does not wait."""
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), write))
        dialog.open()
        return dialog

    def ask_existing(self, title: str, kinds: str, then: Callable[[Path], object]) -> QFileDialog:
        """Let the person choose a file that is there; does not wait."""
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(kinds)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()
        return dialog

    def write(self, path: Path, write: Write) -> None:
        """Write, whole or not at all, and tell how it ended."""
        self._shell.view_state.keep(_FOLDER, str(path if path.is_dir() else path.parent))
        self._shell.tasks.run(
            partial(write, path),
            on_success=lambda _written: self._on_written(path),
            on_failure=partial(self._on_failed, path, write),
            owner=self,
        )

    def _on_written(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        actions = [] if path.is_dir() else [MessageAction(_("Open"), partial(_open_outside, path))]
        actions.append(MessageAction(_("Open the folder"), partial(_open_outside, folder)))
        self._shell.messages.settle()
        self._shell.messages.tell(_("Exported to {name}.").format(name=path.name), "good", *actions)

    def _on_failed(self, path: Path, write: Write, error: BaseException) -> None:
        self._shell.errors.report(error, retry=partial(self.write, path, write))

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(str(self._last_folder()))
        return dialog

    def _last_folder(self) -> Path:
        remembered = self._shell.view_state.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folders = [Path(folder) for folder in (remembered, documents) if folder]
        return next((folder for folder in folders if folder.is_dir()), Path.home())


def _open_outside(path: Path) -> None:
    """Show a file or a folder in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
