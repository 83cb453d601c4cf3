"""粘贴接龙: the text at the left, what its lines say at the right, answers in place; stored when confirmed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from roster_app.domain.chains import ChainQuestion
from roster_app.domain.ids import PeriodId
from roster_app.gui.chains.questions import Questions
from roster_app.gui.chains.source_text import SourceText
from roster_app.gui.chains.verdicts import Verdicts
from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import (
    EmptyState,
    MessageBar,
    PanelDialog,
    Pill,
    PillRow,
    PrimaryButton,
    QuietButton,
    measures_of,
)
from roster_app.i18n import _, ngettext
from roster_app.services.counted_choices import counted_questions
from roster_app.services.pasted_chains import ChainReading, PastedChain
from roster_app.services.words import date_words, period_title
from roster_app.services.words.chains import open_words, sentence_of_question

_PAUSE = 250
"""Milliseconds without typing after which the text is read."""
_ANSWERS = 9
"""Answers with a key of their own, Alt+1 …; Alt+0 takes the days that are chosen."""


class PasteDialog(PanelDialog):
    """Nothing is stored before the coordinator has seen it and pressed the button."""

    wanted = Signal(object)  # the ChainReading that is to be stored
    read = Signal()  # a reading is in sight

    def __init__(self, shell: Shell, period_id: PeriodId | None, parent: QWidget) -> None:
        super().__init__(_("Paste sign-up chain"), parent, width=1200, height=720)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell, self._period_id = shell, period_id
        self._pasted = PastedChain("")
        self.reading: ChainReading | None = None
        self.source, self.questions, self.verdicts = SourceText(), Questions(), Verdicts()
        self.teaching = _teaching()
        self.pills = PillRow()
        self.cancel, self.confirm = QuietButton(_("Cancel")), PrimaryButton("")
        self.messages = MessageBar(self)
        self._asking = LatestWish(shell.tasks, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._show_nothing()

    def begin(self) -> None:
        """Take the clipboard where it holds what looks like a chain."""
        text = QGuiApplication.clipboard().text()
        if looks_like_a_chain(text):
            self.source.put(text)
            self._read_now()
        self.source.setFocus()

    def store(self) -> None:
        """Hand on what was read, unless it is being read anew."""
        if self.reading is not None and self.reading.stores and not self._pause.isActive():
            self.wanted.emit(self.reading)

    def ask(self, pasted: PastedChain) -> None:
        """Read a paste with its answers."""
        self._pasted = pasted
        self._pause.stop()
        self._asking.ask(partial(self._shell.services.chains.read, self._shell.team_id, self._period_id, pasted))

    def _read_now(self) -> None:
        text = self.source.toPlainText()
        if not text.strip():
            self._asking.forget()
            self._show_nothing()
            return
        pasted = self.source.pasted or text
        self.ask(PastedChain(pasted, "" if pasted.replace("\r\n", "\n") == text else text))

    def _on_typed(self) -> None:
        self.confirm.setEnabled(False)
        self._pause.start()

    def _on_read(self, reading: ChainReading) -> None:
        self.reading = reading
        self._show_rows(True)
        self.messages.clear()
        self.questions.ask(reading)
        self.verdicts.show_reading(reading)
        self.source.mark(self.verdicts.tones(reading))
        self.pills.show_pills(_pills(reading))
        self.show_facts(_facts(reading))
        self._show_button()
        self.read.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._show_nothing()
        self._shell.errors.report(error, messages=self.messages)

    def _show_nothing(self) -> None:
        self.reading = None
        self._show_rows(False)
        self.questions.hide()
        self.verdicts.rows.removeRows(0, self.verdicts.rows.rowCount())
        self.source.mark({})
        self.pills.show_pills([Pill(_("Nothing is stored before you confirm."), leads=False)])
        self._show_button()

    def _show_rows(self, on: bool) -> None:
        self.verdicts.setVisible(on)
        self.teaching.setVisible(not on)

    def _show_button(self) -> None:
        count = self.reading.stores if self.reading else 0
        words = ngettext("Confirm {count} entry", "Confirm {count} entries", count).format(count=count)
        self.confirm.setText(words if count else _("Nothing to store"))
        self.confirm.setEnabled(count > 0)
        self.confirm.setToolTip(_("Ctrl+Enter"))

    def _on_row(self, index: QModelIndex) -> None:
        """Show the line of a row in the text."""
        if line := self.verdicts.line_of(index.row()):
            cursor = self.source.textCursor()
            cursor.setPosition(self.source.document().findBlockByNumber(line - 1).position())
            self.source.setTextCursor(cursor)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.questions)
        column.addWidget(self.verdicts, 1)
        column.addWidget(self.teaching, 1)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.source)
        self._halves.addWidget(right)
        measures = measures_of(self)
        self._halves.setSizes([measures.px(400), measures.px(760)])
        self.add(self.pills)
        self.add(self._halves, 1, padded=False)
        self.add_right(self.cancel)
        self.add_right(self.confirm)

    def _connect(self) -> None:
        self.source.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self._read_now)
        self._asking.answered.connect(self._on_read)
        self._asking.failed.connect(self._on_failed)
        self.questions.answered.connect(self.ask)
        self.verdicts.clicked.connect(self._on_row)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(lambda _checked=False: self.store())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.store)
        for number in range(_ANSWERS + 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self.questions.choose, number))


def _teaching() -> EmptyState:
    told = _(
        "In the group, press the newest copy of the chain, copy it, and paste it at the left. Each of its lines gets "
        "a verdict here; what is unclear is asked, and nothing is stored before you confirm. Of a later copy of the "
        "same chain only the difference is taken."
    )
    return EmptyState("copy", _("Paste the chain at the left"), told)


def looks_like_a_chain(text: str) -> bool:
    """Whether what lies in the clipboard is worth reading: the marker of a chain, or numbered lines."""
    begins = text[:4000]
    if any(marker in begins for marker in ("#接龙", "＃接龙", "# 接龙")) or "#Group Note" in begins:
        return True
    numbered = [line.lstrip()[:3] for line in begins.splitlines()]
    return all(any(head.startswith(f"{number}{sign}") for head in numbered for sign in ".、)．") for number in (1, 2))


def _pills(reading: ChainReading) -> list[Pill]:
    pills = [Pill(_("To be stored"), str(reading.stores), "good" if reading.stores else "plain", leads=False)]
    if counted := len(reading.counts.reading.entries):
        pills.append(Pill(_("Counts"), str(counted), "good", leads=False))
    if asked := len(reading.asked) + len(counted_questions(reading)):
        pills.append(Pill(_("To be answered"), str(asked), "look", leads=False))
    against = sum(one.against for one in reading.settled)
    if against:
        pills.append(Pill(_("Against a rule"), str(against), "act", leads=False))
    if reading.earlier is not None:
        when = date_words(reading.earlier.pasted_at.date())
        pills.append(Pill(_("Only the difference"), _("from the copy of {day}").format(day=when), leads=False))
    pills += [Pill(_("Whole chain"), sentence_of_question(q), "look", leads=False) for q in _of_the_whole(reading)[:2]]
    if reading.chain.open:
        pills.append(Pill(_("Open in the chain"), _(", ").join(map(open_words, reading.chain.open[:3])), leads=False))
    return pills


def _of_the_whole(reading: ChainReading) -> list[ChainQuestion]:
    return [question for question in reading.chain.questions if not question.line]


def _facts(reading: ChainReading) -> str:
    if reading.opened is None:
        return _("no roster is open: wishes and counts only")
    period = reading.opened.period
    return _("for the roster {period}").format(period=period_title(period.first, period.last))
