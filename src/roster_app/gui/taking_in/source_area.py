"""The first sight of the wizard: drop, choose or paste, with drawings of what is understood."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.taking_in.sketches import Sketch
from roster_app.gui.taking_in.sources import dropped_file
from roster_app.gui.widgets import Glyph, PrimaryButton, QuietButton, TextLabel, meanings_of, measures_of
from roster_app.gui.widgets.empty_state import narrow_row
from roster_app.gui.widgets.painting import rounded_box, smooth
from roster_app.i18n import _


class SourceArea(QWidget):
    """Dashed while nothing is over it, accented while a file is."""

    dropped = Signal(object)  # the Path of the file
    choice_wished = Signal()
    paste_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAcceptDrops(True)
        self.choose = PrimaryButton(_("Choose a file …"), "folder-open")
        self.paste = QuietButton(_("From the clipboard"), "copy")
        self.paste.setToolTip("Ctrl+V")
        self.choose.clicked.connect(self.choice_wished)
        self.paste.clicked.connect(self.paste_wished)
        measures = measures_of(self)
        column = QVBoxLayout(self)
        column.setSpacing(measures.apart)
        column.addStretch(2)
        column.addWidget(Glyph("file-spreadsheet", "third", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(TextLabel(_("Drop any list or roster here"), "card"), 0, Qt.AlignmentFlag.AlignHCenter)
        told = _(
            "A workbook (.xlsx, .xls, .et) or text (.csv), or a table copied from anywhere. Titles above the header, "
            "merged cells and notes at the foot are understood; nothing is stored before you have seen it."
        )
        words = TextLabel(told, "quiet", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addLayout(narrow_row(words, measures.px(520)))
        buttons = QHBoxLayout()
        buttons.setSpacing(measures.near)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(measures.wide)
        column.addLayout(self._examples())
        column.addStretch(3)
        self.setFocusProxy(self.choose)

    def _examples(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).px(34))
        row.addStretch(1)
        for kind, words in (
            ("list", _("A list of volunteers")),
            ("marks", _("Who can come when")),
            ("matrix", _("People by days")),
            ("grid", _("Shifts by days")),
        ):
            column = QVBoxLayout()
            column.setSpacing(measures_of(self).px(6))
            column.addWidget(Sketch(kind), 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(TextLabel(words, "second"), 0, Qt.AlignmentFlag.AlignHCenter)
            row.addLayout(column)
        row.addStretch(1)
        return row

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        path = dropped_file(event)
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
