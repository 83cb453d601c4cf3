"""From the wish to suppose something to a roster that has become so, or to nothing at all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from roster_app.gui.roster.one_dialog import OneDialog
from roster_app.gui.roster.what_if_dialog import WhatIfDialog


class Supposing(OneDialog):
    """What its dialog stores is told to all pages."""

    def ask(self, parent: QWidget) -> None:
        """Open the dialog."""
        if self._document.is_editable:
            dialog = WhatIfDialog(self._shell, self._document.opened, self._engine.search, parent)
            dialog.adopted.connect(self._shell.events.spread)
            self._open(dialog)
