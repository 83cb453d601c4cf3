"""Keeps a real PDF of the chosen sheet, and pictures of its pages, always of the latest wish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from roster_app.domain.ids import PeriodId
from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.publish.preview_folder import PreviewFolder
from roster_app.gui.tasks import TaskRunner
from roster_app.services.sheets import PrintedSheet, SheetOrder, Sheets, Trial

_PAUSE = 150  # milliseconds of rest before a sheet is drawn anew, so that typing a name draws it once
_PICTURE_PAUSE = 30  # the same for pictures, while a window is being drawn larger


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page (counted from 0) of a sheet as it was drawn for a width in device pixels."""

    sheet: PrintedSheet
    page: int
    image: QImage


class Previewing(QObject):
    """Drawing and picturing happen on the bench; here nothing takes longer than starting them."""

    drawn = Signal(object)  # PrintedSheet: the file behind the preview is this one now
    pictured = Signal(object)  # PagePicture of the sheet drawn last
    failed = Signal(object)  # the exception that says why there is no preview
    busy_changed = Signal(bool)  # whether the preview is behind the wishes

    def __init__(self, sheets: Sheets, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._folder = PreviewFolder()
        self._sheet: PrintedSheet | None = None
        self._busy = False
        self._drawing, self._picturing = LatestWish(tasks, self), LatestWish(tasks, self)
        self._pause = _timer(self, _PAUSE, self._draw)
        self._picture_pause = _timer(self, _PICTURE_PAUSE, self._take_picture)
        self._wish: tuple[PeriodId, SheetOrder, Trial | None] | None = None
        self._wanted = (0, 0)
        self._connect()

    @property
    def sheet(self) -> PrintedSheet | None:
        """The sheet drawn last, if it still is what was wished; None while another is on its way."""
        behind = self._pause.isActive() or self._drawing.is_busy
        return None if behind else self._sheet

    @property
    def is_busy(self) -> bool:
        """Whether a sheet or a picture of a page is still on its way."""
        waiting = self._pause.isActive() or self._picture_pause.isActive()
        return waiting or self._drawing.is_busy or self._picturing.is_busy

    def show(
        self, period_id: PeriodId, order: SheetOrder, *, trial: Trial | None = None, at_once: bool = False
    ) -> None:
        """Draw this sheet, after a moment's rest; with a trial as it would look."""
        self._wish = (period_id, order, trial)
        self._pause.start(0 if at_once else _PAUSE)
        self._tell_busy()

    def picture(self, page: int, width: int) -> None:
        """Take a picture of a page of the sheet drawn last, so many device pixels wide."""
        self._wanted = (page, width)
        self._picture_pause.start()
        self._tell_busy()

    def clear(self) -> None:
        """There is nothing to show."""
        for timer in (self._pause, self._picture_pause):
            timer.stop()
        self._drawing.forget()
        self._picturing.forget()
        self._let_go()
        self._tell_busy()

    def close(self) -> None:
        """Leave nothing behind."""
        self.clear()
        self._folder.close()

    def _connect(self) -> None:
        self._drawing.answered.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_not_drawn)
        self._drawing.dropped.connect(lambda sheet: self._folder.discard(sheet.path))
        self._picturing.answered.connect(self._on_pictured)
        self._picturing.failed.connect(self.failed)
        for wish in (self._drawing, self._picturing):
            wish.busy_changed.connect(self._tell_busy)

    def _draw(self) -> None:
        if self._wish is not None:
            period_id, order, trial = self._wish
            draw = partial(self._sheets.print, period_id, order, trial=trial)
            self._drawing.ask(partial(self._folder.draw, draw))
        self._tell_busy()

    def _on_drawn(self, sheet: PrintedSheet) -> None:
        if self._pause.isActive():  # there is a newer wish already
            self._folder.discard(sheet.path)
            return
        self._picturing.forget()
        self._let_go()
        self._sheet = sheet
        self.drawn.emit(sheet)

    def _on_not_drawn(self, error: BaseException) -> None:
        if not self._pause.isActive():
            self._picturing.forget()
            self._let_go()
            self.failed.emit(error)

    def _take_picture(self) -> None:
        sheet, (page, width) = self._sheet, self._wanted
        if sheet is not None and 0 <= page < sheet.pages and width > 0:
            self._picturing.ask(partial(pictured, self._sheets, sheet, page, width))
        self._tell_busy()

    def _on_pictured(self, picture: PagePicture) -> None:
        if picture.sheet is self._sheet:
            self.pictured.emit(picture)

    def _let_go(self) -> None:
        if self._sheet is not None:
            self._folder.discard(self._sheet.path)
            self._sheet = None

    def _tell_busy(self) -> None:
        if self._busy != self.is_busy:
            self._busy = not self._busy
            self.busy_changed.emit(self._busy)


def _timer(parent: QObject, milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer


def pictured(sheets: Sheets, sheet: PrintedSheet, page: int, width: int) -> PagePicture:
    """On the bench: the page as an image that owns its pixels."""
    picture = sheets.picture(sheet, page, width)
    row = len(picture.pixels) // picture.height
    image = QImage(picture.pixels, picture.width, picture.height, row, QImage.Format.Format_RGB32)
    return PagePicture(sheet, page, image.copy())
