"""A place to drop one file on, with a button for those who would rather choose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets import Glyph, PrimaryButton, TextLabel, meanings_of, measures_of
from roster_app.gui.widgets.empty_state import narrow_row
from roster_app.gui.widgets.painting import rounded_box, smooth
from roster_app.i18n import _

LIST_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".txt"})


class DropArea(QWidget):
    """Dashed while nothing is over it, accented while a list is."""

    dropped = Signal(object)  # the Path of the file
    choice_wished = Signal()  # the file dialog

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAcceptDrops(True)
        choose = PrimaryButton(_("Choose a file …"), "folder-open")
        choose.clicked.connect(self.choice_wished)
        measures = measures_of(self)
        column = QVBoxLayout(self)
        column.setSpacing(measures.apart)
        column.addStretch(1)
        column.addWidget(Glyph("file-spreadsheet", "third", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(TextLabel(_("Drop the list here"), "card"), 0, Qt.AlignmentFlag.AlignHCenter)
        told = _(
            "A workbook (.xlsx, .xls) or text (.csv) with a column of names. Titles above the header, merged cells, "
            "padded names and phones written as numbers are understood."
        )
        words = TextLabel(told, "quiet", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addLayout(narrow_row(words, measures.px(460)))
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setFocusProxy(choose)

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event) is not None:
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        path = dropped_list(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = smooth(QPainter(self))
        ground = meanings.accent.ground if self._over else None
        line = meanings.accent.ink if self._over else meanings.firm_line
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded_box(painter, box, measures_of(self).px(9), ground, line, 1.5, dashed=True)


def dropped_list(event: QDropEvent) -> Path | None:
    """The file that is being dropped, if it may be a list."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in LIST_ENDINGS else None
