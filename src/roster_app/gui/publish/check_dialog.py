"""核对张贴: type, scan or photograph the check code of a sheet that hangs, and see whether it still is in force."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.errors import ErrorKind, kind_of, sentence_of
from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.publish.note import Note
from roster_app.gui.publish.picture_intake import CodeField, answer_of, choose_picture, picture_in
from roster_app.gui.publish.posted_answer import PostedAnswer
from roster_app.gui.publish.registering import Registering
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import (
    EmptyState,
    MessageBar,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services.posting import EXAMPLE, PhotoAnswer, PostedSheet
from roster_app.services.posting_desk import Registered


class CheckDialog(PanelDialog):
    """Made for going along a wall: after every answer the code is marked, so that the next one takes its place."""

    told = Signal()  # an answer is in sight
    change_sheet_wanted = Signal(object)  # the PostedSheet beside which one belongs
    duty_wanted = Signal(object, object)  # a PostedSheet, and the DutyId of one of its changes

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(_("Check a posted sheet"), parent, width=720, height=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self.code = CodeField()
        self.photo = QuietButton(_("From a picture…"), "upload")
        self.check = PrimaryButton(_("Check"), "search")
        self.refusal = Note()
        self.messages = MessageBar(self)
        self.answers: list[PostedAnswer] = []
        self.registering = Registering(shell, self, self.messages)
        self._asking = LatestWish(shell.tasks, self)
        self._room = QStackedWidget()
        self._column = QVBoxLayout()
        self._lay_out()
        self._connect()

    def ask(self) -> None:
        """Look the code up; an empty field asks nothing."""
        if text := self.code.text().strip():
            self._asking.ask(partial(self._shell.services.posting.check, self._shell.team_id, text))

    def look_at(self, picture: Path | QImage) -> None:
        """Look the codes up that stand on a picture or PDF file, or on a picture that was copied."""
        self.show_title(_("Check a posted sheet"), _("Looking at the picture…"))
        self._asking.ask(partial(answer_of, self._shell.services.posting, self._shell.team_id, picture))

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.code.setPlaceholderText(EXAMPLE)
        self.code.setAccessibleName(_("Check code"))
        self.code.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.setSpacing(measures.apart)
        row.addWidget(TextLabel(_("Check code"), "quiet"))
        row.addWidget(self.code, 1)
        row.addWidget(self.check)
        row.addWidget(self.photo)
        asked = QWidget()
        asked.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add(asked)
        self._room.addWidget(
            EmptyState(
                "shield-check",
                _("What hangs there?"),
                _(
                    "Type the six letters and digits at the foot of the sheet, or let a scanner read its QR symbol. "
                    "Capitals and spaces do not matter; several codes may follow each other. "
                    "Or photograph the sheet: drop the picture here, or copy it and paste it (Ctrl+V)."
                ),
            )
        )
        self._room.addWidget(self._answer_room())
        self.add(self._room, 1, padded=False)
        close = QuietButton(_("Close"))
        close.clicked.connect(lambda _checked=False: self.reject())
        self.add_right(close)

    def _answer_room(self) -> QScrollArea:
        measures = measures_of(self)
        side = measures.px(22)
        body = QWidget()
        body.setProperty("scroll_body", True)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(side, measures.px(14), side, measures.px(14))
        whole.setSpacing(measures.px(14))
        whole.addWidget(self.refusal)
        self._column.setSpacing(measures.px(14))
        whole.addLayout(self._column)
        whole.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("What hangs there"))
        return scroll

    def _connect(self) -> None:
        self.code.returnPressed.connect(self.ask)
        self.photo.clicked.connect(lambda _checked=False: choose_picture(self, self._shell.view_state, self.look_at))
        self.code.picture_pasted.connect(self.look_at)
        self.setAcceptDrops(True)
        self.check.clicked.connect(lambda _checked=False: self.ask())
        self._asking.answered.connect(self._on_answered)
        self._asking.failed.connect(self._on_failed)
        self.registering.registered.connect(self._on_registered)

    def _on_answered(self, answer: tuple[PostedSheet, ...] | PhotoAnswer) -> None:
        """Of a picture also when not all of its codes are known."""
        found = answer if isinstance(answer, PhotoAnswer) else PhotoAnswer(answer, None)
        if found.unknown is not None:
            self.refusal.tell(_("Not known"), sentence_of(found.unknown), "look")
        self._show([PostedAnswer(sheet) for sheet in found.sheets], refused=found.unknown is not None)

    def _on_failed(self, error: BaseException) -> None:
        self.show_title(_("Check a posted sheet"))
        if kind_of(error) is not ErrorKind.REFUSAL:
            self._shell.errors.report(error, retry=self.ask, messages=self.messages)
            return
        self.refusal.tell(_("Not known"), sentence_of(error), "look")
        self._show([], refused=True)

    def _show(self, answers: list[PostedAnswer], *, refused: bool) -> None:
        self.show_title(_("Check a posted sheet"))
        for old in self.answers:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.answers = answers
        self.refusal.setVisible(refused)
        for answer in answers:
            self._column.addWidget(answer)
            answer.change_sheet_wanted.connect(self._on_change_sheet_wanted)
            answer.duty_wanted.connect(self._on_duty_wanted)
            answer.entry_wanted.connect(self._on_entry_wanted)
        self._room.setCurrentIndex(1)
        self.code.setFocus()
        self.code.selectAll()
        self.told.emit()

    def _on_change_sheet_wanted(self, sheet: PostedSheet) -> None:
        self.accept()
        self.change_sheet_wanted.emit(sheet)

    def _on_entry_wanted(self, sheet: PostedSheet) -> None:
        self.registering.enter([sheet.hangs])

    def _on_registered(self, registered: Registered) -> None:
        """What is known to hang is not offered again; what was taken back is."""
        known = {(entry.checkpoint_id, entry.code) for entry in registered.posted}
        for answer in self.answers:
            posted = answer.sheet.posted
            if (posted.checkpoint_id, posted.code) in {(e.checkpoint_id, e.code) for e in registered.entries}:
                answer.enter.setVisible((posted.checkpoint_id, posted.code) not in known)
        self.code.setFocus()

    def _on_duty_wanted(self, sheet: PostedSheet, duty_id: object) -> None:
        self.accept()
        self.duty_wanted.emit(sheet, duty_id)

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        picture = picture_in(event.mimeData())
        if picture is not None:
            event.acceptProposedAction()
            self.look_at(picture)
