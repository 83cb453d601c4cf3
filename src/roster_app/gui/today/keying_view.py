"""A finished paper sheet of a checkpoint and day, keyed by its exceptions; planned times stand for all other rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.attendance.entries import Facts, Mark
from roster_app.domain.attendance.keying import Trouble, Unread, keyed_exceptions
from roster_app.domain.attendance.settling import Settled
from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.gui.errors import sentence_of
from roster_app.gui.messages import MessageAction
from roster_app.gui.shell import Shell
from roster_app.gui.today.keying_rows import KeyLine, key_lines
from roster_app.gui.today.keying_table import KeyingTable
from roster_app.gui.widgets import (
    ChoiceField,
    DateField,
    IconButton,
    InlineError,
    PrimaryButton,
    QuietButton,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _, ngettext
from roster_app.services.attendance import DaySheet, Entered
from roster_app.services.words import day_words
from roster_app.services.words.keyed import keyed_line_words

_DAY = timedelta(days=1)


class KeyingView(QWidget):
    """What is typed is kept for each sheet until it is entered."""

    stored = Signal(object)  # the Changes
    undo_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._typed: dict[tuple[CheckpointId, date], list[str]] = {}
        self._taking_back: KeyLine | None = None
        self.sheet: DaySheet | None = None
        now = shell.now()
        self.place = ChoiceField()
        self.day = DateField(now.date() if now.hour >= 12 else now.date() - _DAY, _("Day of the sheet"))
        self.back, self.on = IconButton("chevron-left", _("Day before")), IconButton("chevron-right", _("Next day"))
        self.table = KeyingTable()
        self.line, self.reason = QLineEdit(), QLineEdit()
        self.typed_words, self.why = TextLabel("", "second", wraps=True), TextLabel("", "quiet")
        self.error = InlineError()
        self.came, self.left = QuietButton(_("Came then")), QuietButton(_("Left then"))
        self.enter, self.take_back = PrimaryButton(_("Enter the sheet"), "check"), QuietButton(_("Take back the row"))
        self._asking, self._choosing = QWidget(), QWidget()
        self._lay_out()
        self._connect()

    # what others ask of the view

    @property
    def typed(self) -> list[str]:
        """The lines typed for the sheet in sight, not entered yet."""
        return self._typed.setdefault(self._key, [])

    @property
    def is_unsaved(self) -> bool:
        """Whether lines of any sheet are typed and not entered."""
        return any(self._typed.values())

    def show_team(self, directory: Directory) -> None:
        """Offer its checkpoints; what is in sight stays."""
        before = self.place.choice
        self.place.clear()
        self.place.offer((str(c.id), c.name) for c in directory.checkpoints_in_order)
        if before in {str(c.id) for c in directory.checkpoints}:
            self.place.choose(before)
        self.reload()

    def reload(self) -> None:
        """Read the sheet anew; the typed lines stay."""
        self._ask("")
        self._choosing.hide()
        self.sheet = None
        self.error.tell("")
        if self.place.choice:
            place, day = self._key
            read = partial(self._shell.services.attendance.sheet, self._shell.team_id, place, day)
            self._shell.errors.attempt(read, self._on_read, on_refused=self._on_no_sheet)
        self._show()

    def take_line(self) -> bool:
        """Take the line that is written; whether it was clear. An empty one is."""
        text = self.line.text().strip()
        self._choosing.hide()
        if not text or self.sheet is None:
            return self.sheet is not None
        lines, problem = self._with(text)
        if problem is not None:
            self._refuse(problem)
            return False
        self._typed[self._key] = lines
        self.error.tell("")
        self.line.clear()
        self._show(_row_of(text))
        return True

    def enter_sheet(self) -> None:
        """Enter all rows: the typed exceptions, and the others as planned; asks why where something stood before."""
        if self._taking_back is not None:
            self._take_back()
        elif self.take_line() and self.sheet is not None:
            foreseen, reason = self._foreseen(), self.reason.text()
            if any(e.supersedes is not None and not e.reason for e in foreseen.entries) and not reason.strip():
                self._ask(_("This changes what was entered before. Why?"))
                return
            place, day = self._key
            keyed = "\n".join(self.typed)
            attendance = self._shell.services.attendance
            deed = partial(attendance.key_sheet, self._shell.team_id, place, day, keyed, reason)
            self._shell.errors.attempt(deed, self._on_entered)

    def drop_last(self) -> bool:
        """Take the line that was typed last out again; whether there was one."""
        if not self.typed:
            return False
        last = self.typed.pop()
        self._show(_row_of(last))
        return True

    # reading lines

    @property
    def _key(self) -> tuple[CheckpointId, date]:
        return CheckpointId(int(self.place.choice or 0)), self.day.day

    def _with(self, text: str) -> tuple[list[str], Unread | None]:
        """The typed lines and one more; a line that contradicts earlier ones of its row takes their place."""
        lines = [*self.typed, text]
        problem = self._problem(lines)
        if problem is not None and problem.trouble is Trouble.CONTRADICTS:
            row = _row_of(text)
            lines = [line for line in self.typed if _row_of(line) != row] + [text]
            problem = self._problem(lines)
        return lines, problem

    def _problem(self, lines: list[str]) -> Unread | None:
        assert self.sheet is not None
        return next(iter(self.sheet.foresee("\n".join(lines)).problems), None)

    def _foreseen(self) -> Settled:
        return self.sheet.foresee("\n".join(self.typed)) if self.sheet is not None else Settled((), ())

    def _refuse(self, problem: Unread) -> None:
        """Name the line and the remedy; a time that may be either is asked."""
        self.error.tell(keyed_line_words([replace(problem, line=len(self.typed) + 1)]))
        if problem.trouble is Trouble.CAME_OR_LEFT:
            self._choosing.show()
            self.came.setFocus()
        else:
            self.line.selectAll()
            self.line.setFocus()

    def _say(self, word: str) -> None:
        """The answer to what was asked, put between the row and the time."""
        row, _blank, rest = self.line.text().strip().partition(" ")
        self.line.setText(f"{row} {word} {rest.strip()}")
        self.line.setFocus()
        self.take_line()

    # taking back

    def ask_taking_back(self, line: KeyLine | None) -> None:
        """What is entered of a line goes, for a reason."""
        if line is not None and line.stored:
            self._ask(_("Take back {name}: {told}. Why?").format(name=line.name, told=line.told))
            self._taking_back = line
        else:
            self.error.tell(_("Nothing is entered of this row."))

    def _take_back(self) -> None:
        line, reason = self._taking_back, self.reason.text()
        if line is None or not reason.strip():
            self.reason.setFocus()
            return
        attendance, team_id = self._shell.services.attendance, self._shell.team_id
        for entry in line.stored:
            deed = partial(attendance.correct, team_id, entry.id, entry.facts.seat.day, reason, _withdrawn)
            if not self._shell.errors.attempt(deed, self._on_stored):
                return

    def _ask(self, words: str) -> None:
        """Ask for a reason; an empty word asks no more."""
        self._taking_back = None
        self._asking.setVisible(bool(words))
        self.why.setText(words)
        self.reason.clear()
        if words:
            self.reason.setFocus()

    # facts

    def _on_read(self, sheet: DaySheet) -> None:
        self.sheet = sheet

    def _on_no_sheet(self, error: Exception) -> bool:
        self.error.tell(sentence_of(error))
        return True

    def _on_entered(self, made: Entered) -> None:
        self.typed.clear()
        self._on_stored(made)

    def _on_stored(self, made: Entered) -> None:
        count = len(made.entries)
        words = ngettext("{place}, {day}: {count} entry", "{place}, {day}: {count} entries", count)
        told = words.format(place=self.place.currentText(), day=day_words(self.day.day), count=count)
        if count:
            undo = MessageAction(_("Undo"), self.undo_wanted.emit)
            self._shell.messages.tell(told, "info", undo)
            self._shell.messages.tell_step(told)
        else:
            self._shell.messages.tell(_("Nothing new is entered."))
        self.reload()
        self.line.setFocus()
        self.stored.emit(made.changes)

    def _show(self, row: str = "") -> None:
        typed, sheet = self.typed, self.sheet
        lines = key_lines(sheet, self._foreseen(), bool(typed)) if sheet is not None else ()
        self.table.show_lines(lines, row)
        self.typed_words.setText(_("Typed: {lines}").format(lines=" · ".join(typed)) if typed else _hint())
        for part in (self.line, self.enter, self.take_back):
            part.setEnabled(sheet is not None)

    # building

    def _connect(self) -> None:
        self.place.chosen.connect(lambda _key: self.reload())
        self.day.dateChanged.connect(lambda _day: self.reload())
        self.back.clicked.connect(lambda _checked=False: self.day.set_day(self.day.day - _DAY))
        self.on.clicked.connect(lambda _checked=False: self.day.set_day(self.day.day + _DAY))
        self.line.returnPressed.connect(self.take_line)
        self.reason.returnPressed.connect(self.enter_sheet)
        self.came.clicked.connect(lambda _checked=False: self._say("来"))
        self.left.clicked.connect(lambda _checked=False: self._say("走"))
        self.take_back.clicked.connect(lambda _checked=False: self.ask_taking_back(self.table.line))
        self.table.taking_back_wanted.connect(self.ask_taking_back)
        for field in (self.line, self.reason):
            field.installEventFilter(self)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.place.setAccessibleName(_("Checkpoint"))
        self.line.setAccessibleName(_("Exception"))
        self.line.setPlaceholderText("3 缺    5 17:50    7 代 王五    + 赵六 08:00-12:00")
        self.line.setMinimumHeight(measures.px(36))
        self.reason.setAccessibleName(_("Reason of the correction"))
        self.reason.setPlaceholderText(_("The earlier entry stays in the history with this reason"))
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.wide, measures.apart, measures.wide, measures.wide)
        column.setSpacing(measures.near)
        column.addLayout(_row([self.place, self.back, self.day, self.on, None], measures.near))
        column.addWidget(self.table, 1)
        column.addWidget(self.typed_words)
        column.addLayout(_row([self.line, self.take_back, self.enter], measures.near))
        for frame, parts in ((self._choosing, [self.came, self.left, None]), (self._asking, [self.why, self.reason])):
            row = _row(parts, measures.near)
            row.setContentsMargins(0, 0, 0, 0)
            frame.setLayout(row)
            frame.hide()
            column.addWidget(frame)
        column.addWidget(self.error)

    # Qt overrides

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Backspace in the empty line takes the last one out; Esc asks for no reason any more."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.line and event.key() == Qt.Key.Key_Backspace and not self.line.text():
                return self.drop_last()
            if watched is self.reason and event.key() == Qt.Key.Key_Escape:
                self._ask("")
                self.line.setFocus()
                return True
        return False


def _row(parts: Sequence[QWidget | None], gap: int) -> QHBoxLayout:
    """Beside each other; None is room that gives way."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
    return row


def _row_of(text: str) -> str:
    """The number of the row a line is about; empty for somebody added."""
    keyed, _unread = keyed_exceptions(text)
    return str(keyed[0].row or "") if keyed else ""


def _withdrawn(facts: Facts) -> Facts:
    return replace(facts, mark=Mark.WITHDRAWN, came=None, left=None, as_planned=False)


def _hint() -> str:
    return _(
        "Rows as planned need no line. Type what was different and press Enter; Ctrl+Enter enters the whole sheet."
    )
