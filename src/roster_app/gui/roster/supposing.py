"""From the wish to suppose something to a roster that has become so, or to nothing at all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.engine_desk import EngineDesk
from roster_app.gui.roster.what_if_dialog import WhatIfDialog
from roster_app.gui.shell import Shell


class Supposing(QObject):
    """Its dialog searches in the engine that the page shares."""

    closed = Signal()  # the dialog is gone: the keyboard belongs to the page again

    def __init__(self, shell: Shell, document: RosterDocument, engine: EngineDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._document = document
        self._engine = engine
        self.dialog: WhatIfDialog | None = None

    def ask(self, parent: QWidget) -> None:
        """Open the dialog; it is never waited for."""
        if not self._document.is_open or not self._document.is_editable:
            return
        dialog = WhatIfDialog(self._shell, self._document.opened, self._engine.search, parent)
        dialog.adopted.connect(self._shell.events.spread)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.closed.emit()
