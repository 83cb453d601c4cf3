"""Small pictures of the pages of the sheet drawn last, one at a time on the bench, those in sight alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.publish.previewing import PagePicture, pictured
from roster_app.gui.tasks import TaskRunner
from roster_app.services.sheets import PrintedSheet, Sheets


class Thumbnailing(QObject):
    """Whoever scrolls on wishes for other pages: those that were not begun with are forgotten."""

    taken = Signal(object)  # PagePicture of a page of the sheet shown last
    failed = Signal(object)  # the exception that says why there is none

    def __init__(self, sheets: Sheets, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._sheet: PrintedSheet | None = None
        self._waiting: list[int] = []
        self._width = 0
        self._taking = LatestWish(tasks, self)
        self._taking.answered.connect(self._on_taken)
        self._taking.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether a picture is still on its way."""
        return self._taking.is_busy

    def show_sheet(self, sheet: PrintedSheet | None) -> None:
        """Pages of this sheet are pictured from now on; None: of none."""
        self._taking.forget()
        self._waiting.clear()
        self._sheet = sheet

    def want(self, pages: Sequence[int], width: int) -> None:
        """Take pictures of these pages (counted from 0), so many device pixels wide, and of no others."""
        self._waiting, self._width = list(pages), width
        if not self._taking.is_busy:
            self._take_next()

    def _take_next(self) -> None:
        sheet = self._sheet
        if sheet is not None and self._waiting:
            self._taking.ask(partial(pictured, self._sheets, sheet, self._waiting.pop(0), self._width))

    def _on_taken(self, picture: PagePicture) -> None:
        self.taken.emit(picture)
        if not self._taking.is_busy:
            self._take_next()

    def _on_failed(self, error: BaseException) -> None:
        self._waiting.clear()
        self.failed.emit(error)
