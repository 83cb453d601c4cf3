"""张贴台账: what hangs at each checkpoint, whether it is in force, what has changed since, and what to do next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QWidget

from roster_app.domain.ids import PeriodId
from roster_app.domain.posting import Standing
from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.publish.posted_answer import TONES
from roster_app.gui.publish.registering import Registering
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import EmptyState, MessageBar, PanelDialog, PrimaryButton, QuietButton, RowDelegate, RowRole
from roster_app.i18n import _, ngettext
from roster_app.services.posting_desk import PostingLine, PostingSurvey
from roster_app.services.sheets import Hangable, SheetKind
from roster_app.services.words import (
    NextStep,
    next_step,
    next_step_words,
    posting_line_state,
    posting_line_title,
    posting_line_words,
)


class PostingDialog(PanelDialog):
    """One list for the keyboard: Enter takes the next step of the line in sight, Delete takes its sheet down."""

    shown = Signal()  # the ledger as it stands is in sight
    sheet_wanted = Signal(object, object, object)  # PeriodId, CheckpointId; since which edition, or None for a roster
    publishing_wanted = Signal(object)  # a PeriodId

    def __init__(self, shell: Shell, period_id: PeriodId | None, parent: QWidget) -> None:
        super().__init__(_("Posting ledger"), parent, width=820, height=600)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._period_id = period_id
        self.lines: tuple[PostingLine, ...] = ()
        self._rows = QStandardItemModel(self)
        self.list = QListView()
        self._room = QStackedWidget()
        self.take_down = QuietButton(_("Enter as taken down"))
        self.enter_all = QuietButton("")
        self.step = PrimaryButton("")
        self.messages = MessageBar(self)
        self.registering = Registering(shell, self, self.messages)
        self._asking = LatestWish(shell.tasks, self)
        self._lay_out()
        self._connect()
        self._read()

    @property
    def line(self) -> PostingLine | None:
        """The one in sight."""
        row = self.list.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def take_step(self) -> None:
        """Do the obvious next thing about the line in sight."""
        line = self.line
        if line is None:
            return
        step, since = next_step(line), line.entry.edition if line.entry else None
        if step is NextStep.REGISTER:
            self._enter(line)
        elif step is NextStep.TAKE_DOWN:
            self._take_down()
        elif step is NextStep.PUBLISH:
            self.accept()
            self.publishing_wanted.emit(line.period.id)
        elif step is not NextStep.NONE:
            self.accept()
            wanted = since if step is NextStep.PRINT_CHANGES else None
            self.sheet_wanted.emit(line.period.id, line.checkpoint_id, wanted)

    def _lay_out(self) -> None:
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setAccessibleName(_("What hangs where"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        told = _("As soon as an edition is published, print its sheets, post them, and enter them here.")
        self._room.addWidget(QWidget())
        self._room.addWidget(EmptyState("map-pin", _("Nothing hangs yet"), told))
        self._room.addWidget(self.list)
        self.add(self._room, 1, padded=False)
        close = QuietButton(_("Close"))
        close.clicked.connect(lambda _checked=False: self.reject())
        self.add_left(close)
        for part in (self.take_down, self.enter_all, self.step):
            part.hide()
            self.add_right(part)

    def _connect(self) -> None:
        self._asking.answered.connect(self._on_read)
        self._asking.failed.connect(lambda error: self._shell.errors.report(error, messages=self.messages))
        self.registering.registered.connect(lambda _registered: self._read())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_steps())
        self.list.activated.connect(lambda _index: self.take_step())
        self.step.clicked.connect(lambda _checked=False: self.take_step())
        self.take_down.clicked.connect(lambda _checked=False: self._take_down())
        self.enter_all.clicked.connect(lambda _checked=False: self._enter(*self._unknown))

    @property
    def _unknown(self) -> list[PostingLine]:
        return [line for line in self.lines if line.entry is None]

    def _read(self) -> None:
        self._asking.ask(partial(self._shell.services.postings.survey, self._shell.team_id, self._period_id))

    def _on_read(self, survey: PostingSurvey) -> None:
        row = self.list.currentIndex().row()
        self.lines = survey.lines
        if row < 0:  # begin where there is something to do
            row = next((n for n, line in enumerate(self.lines) if next_step(line) is not NextStep.NONE), 0)
        self._rows.clear()
        for line in survey.lines:
            self._rows.appendRow(_item(line, survey))
        self._room.setCurrentIndex(2 if self.lines else 1)
        if self.lines:
            self.list.setCurrentIndex(self._rows.index(min(row, len(self.lines) - 1), 0))
            self.list.setFocus()
        self._tell_state()
        self._show_steps()
        self.shown.emit()

    def _tell_state(self) -> None:
        """How many checkpoints show something that no longer holds."""
        outdated = len({x.checkpoint_id for x in self.lines if x.standing in (Standing.OUT_OF_DATE, Standing.OVER)})
        told = ngettext("{count} checkpoint to see to", "{count} checkpoints to see to", outdated)
        all_known = bool(self.lines) and not self._unknown
        good = _("Everything in force") if all_known else ""
        self.show_title(
            _("Posting ledger"),
            told.format(count=outdated) if outdated else good,
            "act" if outdated else "good",
        )

    def _show_steps(self) -> None:
        line, unknown = self.line, len(self._unknown)
        words = next_step_words(line) if line else ""
        self.step.setVisible(bool(words))
        self.step.setText(words)
        self.take_down.setVisible(line is not None and line.entry is not None and line.standing is not Standing.OVER)
        self.enter_all.setVisible(unknown > 1)
        told = ngettext("Enter {count} as posted", "Enter all {count} as posted", unknown)
        self.enter_all.setText(told.format(count=unknown))

    def _enter(self, *lines: PostingLine) -> None:
        """The newest edition of the roster hangs there."""
        sheets = [Hangable(x.period.id, SheetKind.WALL, x.newest, {x.checkpoint_id: x.code}) for x in lines]
        self.registering.enter(sheets)

    def _take_down(self) -> None:
        if self.line is not None and self.line.entry is not None:
            self.registering.take_down([self.line.entry.id])


def _item(line: PostingLine, survey: PostingSurvey) -> QStandardItem:
    title, state = posting_line_title(line, survey.directory), posting_line_state(line)
    words, step = posting_line_words(line, survey.directory), next_step_words(line)
    item = QStandardItem(title)
    second = _("{words} → {step}").format(words=words, step=step) if step else words
    item.setData(second, RowRole.SECOND_LINE)
    item.setData(state, RowRole.CHIP)
    item.setData(TONES[line.standing] if line.standing is not None else "plain", RowRole.CHIP_TONE)
    item.setData(_(", ").join((title, state, second)), Qt.ItemDataRole.AccessibleTextRole)
    return item
