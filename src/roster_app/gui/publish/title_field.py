"""The field for a title of one's own: words, and what each sheet puts in for itself, in the language of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.stationery import OFFICE, PLACE, SHEET, TEAM
from roster_app.gui.widgets import QuietButton, measures_of
from roster_app.i18n import _, pgettext

_LONGEST = 80


class TitleField(QWidget):
    """A button for each of the four words puts it in where the cursor stands; an empty field is the usual title."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(shown(_("{office} ({place}) {sheet}")))
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.buttons = {word: QuietButton(words, small=True) for word, words in _words().items()}
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).tight)
        for word, button in self.buttons.items():
            button.setAccessibleName(_("Put in: {word}").format(word=button.text()))
            button.clicked.connect(partial(self._put_in, word))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).tight)
        column.addWidget(self.line)
        column.addLayout(row)

    @property
    def title(self) -> str | None:
        """As it is stored; None is the usual one."""
        return stored(self.line.text().strip()) or None

    def show_title(self, title: str | None) -> None:
        """Show a stored one."""
        self.line.setText(shown(title or ""))

    def _put_in(self, word: str, _checked: bool = False) -> None:
        self.line.insert(shown(word))
        self.line.setFocus()


def shown(title: str) -> str:
    """{office} → {单位}."""
    for word, words in _words().items():
        title = title.replace(word, f"{{{words}}}")
    return title


def stored(text: str) -> str:
    """{单位} → {office}."""
    for word, words in _words().items():
        text = text.replace(f"{{{words}}}", word)
    return text


def _words() -> dict[str, str]:
    return {
        OFFICE: pgettext("title", "office"),
        TEAM: pgettext("title", "team"),
        PLACE: pgettext("title", "checkpoint"),
        SHEET: pgettext("title", "sheet"),
    }
