"""Sends the pages of a sheet to a printer one by one, so that never more than one of them lies in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from roster_app.services.sheet_copy import SheetCopy

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_DOTS = 600
"""Dots per inch beyond which no eye sees more."""
MOST_PIXELS = 36_000_000
"""Of one picture: A4 at 600 dots per inch, A3 at 420; 140 MB."""
_POINTS = 72  # per inch


class NotPrinted(Exception):
    """The printer, or what stands before it in the system, takes no page."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Which pages (counted from 0) of a sheet go to a printer, in this order."""

    printer: QPrinter
    copy: SheetCopy
    pages: tuple[int, ...]


def pages_wanted(printer: QPrinter, count: int, in_sight: int) -> tuple[int, ...]:
    """The pages (counted from 0) of so many that were chosen in the dialog, repeated where the printer cannot."""
    from PySide6.QtPrintSupport import QPrinter

    pages = list(range(count))
    ranges = printer.pageRanges()
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        pages = [in_sight]
    elif printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        pages = [page for page in pages if ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    repeated = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return tuple(pages * repeated)


def print_pages(job: PrintJob, stopped: Event, report: Callable[[int], object]) -> bool:
    """On a worker: send the pages and report how many have gone; whether that was all before it was `stopped`.

    Raises NotPrinted where the printer takes none, or no further one.
    """
    painter = QPainter()
    if not painter.begin(job.printer):
        raise NotPrinted
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        for sent, page in enumerate(job.pages):
            if stopped.is_set():
                break
            if sent and not job.printer.newPage():
                raise NotPrinted
            _paint(painter, job, page)
            report(sent + 1)
        if stopped.is_set():
            job.printer.abort()
    finally:
        painter.end()
    _see_whether_it_went(job.printer)
    return not stopped.is_set()


def _paint(painter: QPainter, job: PrintJob, page: int) -> None:
    room = _place(job.printer, job.copy.sizes[page])
    picture = job.copy.picture(page, picture_width(room.size(), job.printer.resolution()))
    row = len(picture.pixels) // picture.height
    image = QImage(picture.pixels, picture.width, picture.height, row, QImage.Format.Format_RGB32)
    painter.drawImage(room, image)


def picture_width(room: QSizeF, dots: int) -> int:
    """How many pixels wide the picture for a room of so many dots is, at so many dots per inch."""
    finest = min(1.0, MOST_DOTS / dots, sqrt(MOST_PIXELS / (room.width() * room.height())))
    return max(1, int(room.width() * finest))


def _place(printer: QPrinter, size: tuple[float, float]) -> QRectF:
    """Where the page goes, in dots: as large as it is, in the middle; smaller paper makes it smaller."""
    dots = printer.resolution()
    paper = QRectF(printer.pageLayout().fullRectPixels(dots))
    width, height = (length * dots / _POINTS for length in size)
    scale = min(1.0, paper.width() / width, paper.height() / height)
    room = QRectF(0, 0, width * scale, height * scale)
    room.moveCenter(paper.center())
    return room


def _see_whether_it_went(printer: QPrinter) -> None:
    from PySide6.QtPrintSupport import QPrinter

    if printer.printerState() is QPrinter.PrinterState.Error:
        raise NotPrinted
