"""What a page shows while it has nothing to show: why, and the one obvious next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of


class EmptyState(QWidget):
    """An icon, a headline, one sentence, one filled button and perhaps a quiet one, in the middle of the room."""

    def __init__(
        self,
        icon_name: str,
        headline: str,
        sentence: str,
        action: QAbstractButton | None = None,
        second_action: QAbstractButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._headline = TextLabel(headline, "card")
        self._sentence = TextLabel(sentence, "quiet", wraps=True)
        measures = measures_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.wide, measures.wide, measures.wide, measures.wide)
        column.setSpacing(measures.near)
        column.addStretch(2)
        column.addWidget(Glyph(icon_name, "third", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(measures.tight)
        for label in (self._headline, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._headline, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(narrow_row(self._sentence, measures.px(420)))
        column.addSpacing(measures.near)
        column.addLayout(_button_row([action, second_action], measures.near))
        column.addStretch(3)

    def show_texts(self, headline: str, sentence: str) -> None:
        """Say it for another reason."""
        self._headline.setText(headline)
        self._sentence.setText(sentence)


def narrow_row(label: QLabel, width: int) -> QHBoxLayout:
    """A wrapping label in the middle, no wider than `width`, as high as its lines need.

    A layout that is given an alignment asks such a label for its size hint and cuts lines off.
    """
    label.setMaximumWidth(width)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row


def _button_row(buttons: list[QAbstractButton | None], gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    row.addStretch(1)
    for button in buttons:
        if button is not None:
            row.addWidget(button)
    row.addStretch(1)
    return row
