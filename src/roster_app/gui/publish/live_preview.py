"""A preview with what feeds it: sheets are drawn, pages pictured, and small pages taken, all on the bench."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from roster_app.gui.publish.preview_pane import PreviewPane
from roster_app.gui.publish.previewing import Previewing
from roster_app.gui.publish.thumbnailing import Thumbnailing
from roster_app.gui.shell import Shell
from roster_app.services.sheets import PrintedSheet


class LivePreview(PreviewPane):
    """Whoever owns it says what to draw, and what to do where that fails."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previewing = Previewing(shell.services.sheets, shell.tasks, self)
        self.thumbnailing = Thumbnailing(shell.services.sheets, shell.tasks, self)
        self.previewing.drawn.connect(self._on_drawn)
        self.previewing.pictured.connect(self.show_picture)
        self.previewing.busy_changed.connect(self.show_busy)
        self.picture_wanted.connect(self.previewing.picture)
        self.strip.pictures_wanted.connect(self.thumbnailing.want)
        self.thumbnailing.taken.connect(self.strip.show_picture)
        self.thumbnailing.failed.connect(self.previewing.failed)

    def show_failure(self, sentence: str) -> None:
        """Why there is no preview."""
        self.thumbnailing.show_sheet(None)
        super().show_failure(sentence)

    def clear(self) -> None:
        """No sheet at all."""
        self.previewing.clear()
        self.thumbnailing.show_sheet(None)
        super().clear()

    def _on_drawn(self, sheet: PrintedSheet) -> None:
        self.thumbnailing.show_sheet(sheet)
        self.show_sheet(sheet)
