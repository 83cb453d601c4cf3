"""Whoever opens a dialog that searches in the engine of the page: one at a time, freed when it is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.engine_desk import EngineDesk
from roster_app.gui.shell import Shell
from roster_app.gui.widgets.dialog import PanelDialog


class OneDialog(QObject):
    """A dialog is opened and never waited for."""

    closed = Signal()  # the dialog is gone: the keyboard belongs to the page again

    def __init__(self, shell: Shell, document: RosterDocument, engine: EngineDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._document = document
        self._engine = engine
        self.dialog: PanelDialog | None = None

    def _open(self, dialog: PanelDialog) -> None:
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.closed.emit()
