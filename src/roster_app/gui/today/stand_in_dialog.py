"""Asks who stands in for the holder of a duty that is under way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from roster_app.gui.today.board_rows import BoardRow
from roster_app.gui.widgets import Form, PanelDialog, PrimaryButton, QuietButton
from roster_app.i18n import _


class StandInDialog(PanelDialog):
    """The names of the lists are offered; another name is somebody in no list."""

    named = Signal(str)

    def __init__(self, row: BoardRow, names: list[str], parent: QWidget) -> None:
        super().__init__(_("Somebody else stands in"), parent, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit()
        completer = QCompleter(names, self.name)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        form = Form(stacked=True)
        told = _("From now on for {name} · {words}").format(name=row.name, words=row.words)
        form.add(_("Who is there?"), self.name, told)
        self.add(form)
        cancel, take = QuietButton(_("Cancel")), PrimaryButton(_("Sign in"), "check")
        self.add_right(cancel)
        self.add_right(take)
        cancel.clicked.connect(lambda _checked=False: self.reject())
        take.clicked.connect(lambda _checked=False: self._take())
        self.name.returnPressed.connect(self._take)

    def _take(self) -> None:
        if self.name.text().strip():
            self.named.emit(self.name.text())
            self.accept()
        else:
            self.name.setFocus()
