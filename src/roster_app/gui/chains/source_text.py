"""The pasted text, in which every line may be marked by what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from roster_app.gui.widgets import Tone
from roster_app.i18n import _


class SourceText(QPlainTextEdit):
    """May be edited; `pasted` is what came out of the clipboard, untouched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pasted = ""
        self.setAccessibleName(_("Text of the chain"))
        self.setPlaceholderText(_("Paste the chain from the group here (Ctrl+V)."))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def put(self, text: str) -> None:
        """Show what was found in the clipboard."""
        self.pasted = text
        self.setPlainText(text)

    def mark(self, tones: Mapping[int, Tone]) -> None:
        """Lay a colour behind lines (1, 2 …)."""
        marks = []
        for line, tone in tones.items():
            block = self.document().findBlockByNumber(line - 1)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.format.setBackground(QColor(tone.ground))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)

    # Qt overrides

    def insertFromMimeData(self, source: QMimeData) -> None:
        whole = not self.toPlainText().strip() or self.textCursor().selectedText() == self.toPlainText().replace(
            "\n", "\u2029"
        )
        super().insertFromMimeData(source)
        if whole:
            self.pasted = source.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter belongs to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)
