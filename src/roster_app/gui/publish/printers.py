"""The printers of this computer, and the dialog of the system that chooses among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Printers:
    """What is needed of the system; loaded when somebody prints, not when the window starts."""

    def names(self) -> list[str]:
        """All printers that are installed."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()

    def make(self, name: str) -> QPrinter:
        """The printer of that name as finely as it prints; the usual one of the system where there is none such."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if name in self.names():
            printer.setPrinterName(name)
        return printer

    def dialog(self, printer: QPrinter, pages: int, parent: QWidget) -> QDialog:
        """Lets a person choose printer, copies and some of so many pages; goes when it is closed."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        dialog = QPrintDialog(printer, parent)
        option = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(option.PrintPageRange, pages > 1)
        dialog.setOption(option.PrintCurrentPage, pages > 1)
        dialog.setMinMax(1, pages)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def lay_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """Set paper and orientation for a page of so many points (width × height), up to the edges of the paper."""
    short, long = sorted(size)
    paper = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = size[0] > size[1]
    turned = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF()))
    printer.setFullPage(True)  # another layout brings its own way
