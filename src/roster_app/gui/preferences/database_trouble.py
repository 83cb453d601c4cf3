"""What the window shows when its database cannot be opened: why, and three ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.gui.preferences.database_fields import ServerPlace, is_server
from roster_app.gui.preferences.dialog import place_of
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.empty_state import narrow_row
from roster_app.gui.widgets.form import Form
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _


class DatabaseTrouble(QWidget):
    """A server may want a password: there is a field for it. Nothing that is stored is touched here."""

    again_wished = Signal(str)  # try this address, with the password if there is one
    another_wished = Signal()

    def __init__(self, url: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = url
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._again = PrimaryButton(_("Try again"))
        self._another = QuietButton(_("Another database …"))
        self._again.clicked.connect(self._on_again)
        self._password.returnPressed.connect(self._on_again)
        self._another.clicked.connect(self.another_wished)
        self._build(sentence)
        self.setFocusProxy(self._password if is_server(url) else self._again)

    def _build(self, sentence: str) -> None:
        measures = measures_of(self)
        told = TextLabel(sentence, wraps=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(measures.apart)
        column.addStretch(2)
        column.addWidget(Glyph("triangle-alert", "look", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        headline = TextLabel(_("The database cannot be opened"), "card")
        column.addWidget(headline, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(narrow_row(told, measures.px(460)))
        column.addWidget(TextLabel(place_of(_shown(self._url)), "second"), 0, Qt.AlignmentFlag.AlignHCenter)
        if is_server(self._url):
            form = Form()
            form.add(_("Pass&word"), self._password)
            form.setFixedWidth(measures.px(360))
            column.addWidget(form, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._another)
        row.addWidget(self._again)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def _on_again(self) -> None:
        if not is_server(self._url) or not self._password.text():
            self.again_wished.emit(self._url)
            return
        self.again_wished.emit(ServerPlace.of_url(self._url).with_password(self._password.text()).url)


def _shown(url: str) -> str:
    """The address without its password."""
    return ServerPlace.of_url(url).with_password("").url if is_server(url) else url
