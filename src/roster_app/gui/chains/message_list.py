"""Messages to single people, one below the other, each with a button that copies it alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.gui.widgets import Hairline, QuietButton, TextLabel, measures_of
from roster_app.i18n import _


class MessageList(QScrollArea):
    """Made anew for every list; a row stays marked once it was copied."""

    copied = Signal(str, str)  # to whom, and the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have it
        self.setAccessibleName(_("Messages"))
        self.buttons: list[QAbstractButton] = []

    def show_messages(self, messages: Sequence[tuple[str, str]]) -> None:
        """Show who gets which text."""
        measures = measures_of(self)
        body = QWidget()
        body.setProperty("scroll_body", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.px(18), measures.px(8), measures.px(18), measures.px(8))
        column.setSpacing(measures.px(8))
        self.buttons = []
        for who, text in messages:
            if column.count():
                column.addWidget(Hairline(faint=True))
            column.addWidget(self._row(who, text))
        column.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()
        self.setWidget(body)

    def _row(self, who: str, text: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(measures_of(self).px(12))
        told = QVBoxLayout()
        told.setSpacing(measures_of(self).px(2))
        told.addWidget(TextLabel(who, "heading"))
        told.addWidget(TextLabel(text, "second", wraps=True))
        button = QuietButton(_("Copy"), "copy", small=True)
        button.setAccessibleName(_("Copy the message to {name}").format(name=who))
        button.clicked.connect(partial(self._copy, button, who, text))
        across.addLayout(told, 1)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons.append(button)
        return row

    def _copy(self, button: QAbstractButton, who: str, text: str, _checked: bool = False) -> None:
        button.setText(_("Copied"))
        self.copied.emit(who, text)
