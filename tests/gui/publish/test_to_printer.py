"""Printing: the pages that were looked at come out of a printer, for which a file stands in."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import shiboken6
from publish_cases import Desk, await_dialog, button, go_to_sheet, press, signalled, unnamed, until
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from roster_app.gui.publish import print_job
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.print_job import MOST_PIXELS, PrintJob, pages_wanted, picture_width, print_pages
from roster_app.gui.publish.print_progress import PrintProgress
from roster_app.gui.publish.printers import Printers, lay_paper
from roster_app.services.sheet_copy import copy_of
from roster_app.services.sheets import SheetKind

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
DOTS = 100  # coarse, so that tests are quick


class FilePrinter(QPrinter):
    """Has a name, as a real one."""

    def __init__(self, name: str) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self._name = name

    def printerName(self) -> str:
        return self._name


@dataclass
class FilePrinters(Printers):
    """Printers that are there by name only: what they print lies in a file."""

    file: Path
    known: list[str] = field(default_factory=lambda: ["Office"])
    asked_for: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        return self.known

    def make(self, name: str) -> QPrinter:
        self.asked_for.append(name)
        printer = FilePrinter(name or "Office")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        printer.setResolution(DOTS)
        return printer


@pytest.fixture
def printers(page: PublishPage, tmp_path: Path) -> FilePrinters:
    page.to_printer.printers = found = FilePrinters(tmp_path / "out.pdf")
    return found


def sizes(content: bytes) -> list[tuple[int, int]]:
    """Of every page, in points."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return [tuple(round(length) for length in page.get_size()) for page in document]  # type: ignore[misc]


def darkness(content: bytes, page: int) -> list[list[float]]:
    """How dark a page is in each of 12 × 12 fields, 0 … 1."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(content) as document:
        grey = document[page].render(scale=1).to_pil().convert("L").resize((12, 12), Image.Resampling.BOX)
    return [[1 - grey.getpixel((x, y)) / 255 for x in range(12)] for y in range(12)]


def alike(one: list[list[float]], other: list[list[float]]) -> bool:
    pairs = zip([v for row in one for v in row], [v for row in other for v in row], strict=True)
    return all(math.isclose(a, b, abs_tol=0.06) for a, b in pairs)


def in_sight(page: PublishPage) -> bytes:
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    return sheet.path.read_bytes()


def show_daily(qtbot: QtBot, page: PublishPage) -> None:
    """The sign-in sheets of the first checkpoint: a page a day."""
    assert page.publication is not None
    go_to_sheet(page, SheetKind.DUTY, "north gate")
    until(qtbot, lambda: page.bench.previewing.sheet is not None)


def print_dialog(qtbot: QtBot) -> QPrintDialog:
    return await_dialog(qtbot, QPrintDialog)


def test_what_is_in_sight_is_printed_page_by_page(qtbot: QtBot, page: PublishPage, printers: FilePrinters) -> None:
    """Ctrl+P, Enter: as many pages, as large, with the same on them."""
    show_daily(qtbot, page)
    seen = in_sight(page)
    press(page, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot)
    with signalled(qtbot, page.to_printer.printed) as printed:
        dialog.accept()

    made = printers.file.read_bytes()
    assert len(sizes(seen)) == 7
    assert printed.args == [7]
    assert sizes(made) == sizes(seen)
    assert all(alike(darkness(made, n), darkness(seen, n)) for n in range(7))
    assert any(v > 0.1 for row in darkness(made, 0) for v in row)


def test_paper_and_orientation_are_those_of_the_sheet(qtbot: QtBot, page: PublishPage, printers: FilePrinters) -> None:
    """The wall roster: A3 across; by a click."""
    qtbot.mouseClick(button(page.header, "Print…"), LEFT)
    dialog = print_dialog(qtbot)
    assert dialog.windowTitle() == "Print"
    with signalled(qtbot, page.to_printer.printed):
        dialog.accept()

    seen, made = in_sight(page), printers.file.read_bytes()
    assert sizes(seen)[0] == (1191, 842)
    assert [max(abs(a - b) for a, b in zip(s, m, strict=True)) for s, m in zip(sizes(seen), sizes(made), strict=True)
            ] <= [1]  # fmt: skip
    assert alike(darkness(made, 0), darkness(seen, 0))


def test_the_person_is_told_and_the_dialogs_are_gone(
    qtbot: QtBot, desk: Desk, page: PublishPage, printers: FilePrinters
) -> None:
    press(page, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot)
    with signalled(qtbot, page.to_printer.printed):
        dialog.accept()

    assert desk.told[-1].text == "All checkpoints · Duty roster has gone to the printer: 1 page. Every page says draft."
    until(qtbot, lambda: not shiboken6.isValid(dialog))
    until(qtbot, lambda: not page.findChildren(PrintProgress))


def test_nothing_is_printed_when_the_dialog_is_dismissed(
    qtbot: QtBot, desk: Desk, page: PublishPage, printers: FilePrinters
) -> None:
    press(page, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot)
    press(dialog, Qt.Key.Key_Escape)

    until(qtbot, lambda: not shiboken6.isValid(dialog))
    assert not printers.file.exists()
    assert desk.told == []


def test_the_printer_is_remembered(qtbot: QtBot, desk: Desk, page: PublishPage, printers: FilePrinters) -> None:
    """From the first time on."""
    for _time in range(2):
        press(page, Qt.Key.Key_P, CTRL)
        dialog = print_dialog(qtbot)
        with signalled(qtbot, page.to_printer.printed):
            dialog.done(QDialog.DialogCode.Accepted)  # past its question whether to replace the file
        until(qtbot, lambda gone=dialog: not shiboken6.isValid(gone))

    assert printers.asked_for == ["", "Office"]
    assert desk.shell.view_state.text("publish/printer") == "Office"


def test_without_a_printer_the_way_out_is_the_pdf(
    qtbot: QtBot, desk: Desk, page: PublishPage, printers: FilePrinters
) -> None:
    printers.known = []
    with signalled(qtbot, page.to_printer.refused):
        press(page, Qt.Key.Key_P, CTRL)

    told = desk.told[-1]
    assert told.text.startswith("No printer is installed on this computer.")
    assert [action.words for action in told.actions] == ["Save PDF…"]
    told.actions[0].carry_out()
    await_dialog(qtbot, QFileDialog).reject()
    assert printers.asked_for == []


@pytest.mark.qt_log_ignore("^QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(
    qtbot: QtBot, desk: Desk, page: PublishPage, printers: FilePrinters, tmp_path: Path
) -> None:
    printers.file = tmp_path / "no such folder" / "out.pdf"
    press(page, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot)
    with signalled(qtbot, page.to_printer.refused):
        dialog.done(QDialog.DialogCode.Accepted)  # past the dialog's own look at the folder

    assert desk.told[-1].text.startswith("Office takes no page.")
    assert [action.words for action in desk.told[-1].actions] == ["Try again", "Save PDF…"]


def test_it_can_be_stopped(
    qtbot: QtBot, desk: Desk, page: PublishPage, printers: FilePrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second page waits until Stop has been pressed."""
    show_daily(qtbot, page)
    reached, pressed, paint = Event(), Event(), print_job._paint

    def paint_slowly(painter: Any, job: PrintJob, number: int) -> None:
        if number == 1:
            reached.set()
            assert pressed.wait(30)
        paint(painter, job, number)

    monkeypatch.setattr(print_job, "_paint", paint_slowly)
    press(page, Qt.Key.Key_P, CTRL)
    print_dialog(qtbot).accept()
    progress = await_dialog(qtbot, PrintProgress)
    assert unnamed(progress) == []
    until(qtbot, reached.is_set)
    qtbot.mouseClick(progress.stop, LEFT)
    assert progress.isVisible()  # the page under way comes first
    with signalled(qtbot, page.to_printer.stopped) as stopped:
        pressed.set()

    assert stopped.args == [2]
    assert desk.told[-1].text.startswith("Stopped after 2 of 7 pages.")


def test_a_sheet_that_changes_meanwhile_is_printed_as_it_was_seen(
    qtbot: QtBot, page: PublishPage, printers: FilePrinters
) -> None:
    """The file behind the preview goes while the dialog is open."""
    show_daily(qtbot, page)
    seen = in_sight(page)
    press(page, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot)
    assert page.publication is not None
    page.bench.sheets.choose(SheetKind.WALL)
    until(qtbot, lambda: page.bench.previewing.sheet is not None)
    with signalled(qtbot, page.to_printer.printed):
        dialog.accept()

    assert sizes(printers.file.read_bytes()) == sizes(seen)


def test_a_sheet_that_is_being_drawn_cannot_be_printed_yet(page: PublishPage, printers: FilePrinters) -> None:
    assert button(page.header, "Print…").isEnabled()
    assert page.publication is not None
    page.bench.sheets.choose(SheetKind.DUTY)
    assert not button(page.header, "Print…").isEnabled()


# which pages, how fine, where on the paper


def test_pages_are_those_chosen(qapp: Any) -> None:
    printer = QPrinter()
    assert pages_wanted(printer, 3, 1) == (0, 1, 2)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_wanted(printer, 3, 1) == (1,)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert pages_wanted(printer, 5, 0) == (1, 2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_wanted(printer, 5, 0) == (2, 1)


def test_copies_are_repeated_where_the_printer_cannot(qapp: Any, tmp_path: Path) -> None:
    printer = FilePrinters(tmp_path / "out.pdf").make("")
    printer.setCopyCount(2)
    assert pages_wanted(printer, 2, 0) == ((0, 1) if printer.supportsMultipleCopies() else (0, 1, 0, 1))


@pytest.mark.parametrize(("inches", "dots"), [((8.27, 11.69), 600), ((8.27, 11.69), 2400), ((16.54, 11.69), 1200)])
def test_a_picture_is_fine_and_its_memory_bounded(inches: tuple[float, float], dots: int) -> None:
    width = picture_width(QSizeF(inches[0] * dots, inches[1] * dots), dots)
    assert width * width * inches[1] / inches[0] <= MOST_PIXELS
    assert 400 < width / inches[0] <= 600


def test_smaller_paper_takes_the_whole_sheet(qtbot: QtBot, page: PublishPage, printers: FilePrinters) -> None:
    """An A3 sheet on A4."""
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    printer, copy = printers.make(""), copy_of(sheet)
    lay_paper(printer, (842, 595))
    assert print_pages(PrintJob(printer, copy, (0,)), Event(), lambda _sent: None)

    made = printers.file.read_bytes()
    assert sizes(made) == [(842, 595)]
    assert alike(darkness(made, 0), darkness(copy.content, 0))
