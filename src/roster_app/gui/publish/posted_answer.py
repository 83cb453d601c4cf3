"""How things stand with one sheet that hangs: in force or not, what to do, and what has changed at its checkpoint."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.posting import Standing
from roster_app.gui.publish.difference_list import DifferenceList
from roster_app.gui.publish.note import Note
from roster_app.gui.widgets import QuietButton, measures_of
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _, ngettext
from roster_app.services.posting import PostedSheet
from roster_app.services.words import difference_row, posted_state, posted_title, posted_words

TONES: dict[Standing, ToneName] = {
    Standing.IN_FORCE: "good",
    Standing.EDITED: "look",
    Standing.OUT_OF_DATE: "act",
    Standing.OVER: "look",
}
_ROWS_IN_SIGHT = 5.5


class PostedAnswer(QWidget):
    """A value shown; nothing in it changes."""

    change_sheet_wanted = Signal(object)  # the PostedSheet
    duty_wanted = Signal(object, object)  # the PostedSheet and a DutyId
    entry_wanted = Signal(object)  # the PostedSheet, which is not known to hang

    def __init__(self, sheet: PostedSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.note = Note()
        head = _("{state} · {title}").format(state=posted_state(sheet.standing), title=posted_title(sheet))
        self.note.tell(head, posted_words(sheet), TONES[sheet.standing])
        self.changes = DifferenceList(rows_in_sight=_ROWS_IN_SIGHT)
        count = len(sheet.changes)
        words = ngettext("{count} change since", "{count} changes since", count).format(count=count)
        rows = [(change, difference_row(change, sheet.directory, with_place=False)) for change in sheet.changes]
        self.changes.show_rows(rows, words)
        self.change_sheet = QuietButton(_("Show the change sheet"), "printer")
        self.change_sheet.setVisible(bool(count) and sheet.standing is not Standing.OVER)
        self.enter = QuietButton(_("Enter as posted"), "map-pin")
        self.enter.setVisible(not sheet.entered and sheet.standing is not Standing.OVER)
        self._lay_out()
        self.enter.clicked.connect(lambda _checked=False: self.entry_wanted.emit(self.sheet))
        self.change_sheet.clicked.connect(lambda _checked=False: self.change_sheet_wanted.emit(self.sheet))
        self.changes.chosen.connect(lambda duty_id: self.duty_wanted.emit(self.sheet, duty_id))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.enter)
        row.addWidget(self.change_sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(self.note)
        column.addWidget(self.changes)
        column.addLayout(row)
