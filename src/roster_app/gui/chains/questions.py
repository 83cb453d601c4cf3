"""What a pasted chain leaves open, asked one below the other and answered by a button or a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QCompleter, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.chain_settling import SettledEntry
from roster_app.gui.widgets import FlowLayout, Hairline, QuietButton, SuggestedButton, TextLabel, measures_of
from roster_app.gui.widgets.toggle_chip import ToggleChip
from roster_app.i18n import _, ngettext
from roster_app.services.chain_choices import (
    asks_for_a_person,
    asks_for_days,
    asks_to_remember,
    choices,
    person_called,
    remembering,
    with_days,
    with_person,
)
from roster_app.services.counted_chain import CountedQuestion
from roster_app.services.counted_choices import counted_choices, counted_questions, with_place
from roster_app.services.pasted_chains import ChainReading, PastedChain
from roster_app.services.words import day_words
from roster_app.services.words.counted import counted_question_words
from roster_app.services.words.settled import asked_words

MOST = 12
"""Questions in sight at once; the next ones follow when these are answered."""

MOST_BUTTONS = 16
MOST_PLACES = 8
"""Answers on buttons where there are more than `MOST_BUTTONS`; others are named in a field."""


class Questions(QScrollArea):
    """The first questions of a reading."""

    answered = Signal(object)  # the PastedChain with the answer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Questions"))
        self._rows: list[list[QAbstractButton]] = []
        self._takes: dict[int, QAbstractButton] = {}

    def ask(self, reading: ChainReading) -> None:
        """Show what has to be answered first; nothing is in sight where nothing is."""
        asked = [*({one.entry.line: one for one in reversed(reading.asked)}.values())][::-1]
        counted = counted_questions(reading)
        self._rows, self._takes = [], {}
        body = QWidget()
        body.setProperty("scroll_body", True)
        column = QVBoxLayout(body)
        measures = measures_of(self)
        column.setContentsMargins(measures.px(14), measures.px(8), measures.px(14), measures.px(8))
        column.setSpacing(measures.px(8))
        for one in asked[:MOST]:
            if column.count():
                column.addWidget(Hairline(faint=True))
            column.addWidget(self._row(reading, one))
        for question in counted[: max(0, MOST - len(asked))]:
            if column.count():
                column.addWidget(Hairline(faint=True))
            column.addWidget(self._counted_row(reading, question))
        if len(asked) + len(counted) > MOST:
            more = len(asked) + len(counted) - MOST
            words = ngettext("{count} more question", "{count} more questions", more).format(count=more)
            column.addWidget(TextLabel(words, "quiet"))
        column.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # it may be where the answer has just been given
        self.setWidget(body)
        self.setVisible(bool(asked or counted))
        height = max(0, body.heightForWidth(max(self.viewport().width(), measures.px(500))))
        self.setMinimumHeight(min(measures.px(230), height))
        self.setMaximumHeight(min(measures.px(320), height))

    def choose(self, number: int) -> None:
        """Take an answer (1, 2 …) of the first question; of days to choose, 0 takes those that are chosen."""
        if number == 0:
            if take := self._takes.get(0):
                take.click()
        elif self._rows and number <= len(self._rows[0]):
            self._rows[0][number - 1].click()

    @property
    def buttons(self) -> list[list[QAbstractButton]]:
        """The answers in sight, question by question."""
        return self._rows

    def _row(self, reading: ChainReading, one: SettledEntry) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).tight)
        text = reading.chain.lines[one.entry.line - 1].text.strip()
        asked = TextLabel(asked_words(one), "heading", wraps=True)
        asked.set_tone("look")
        column.addWidget(asked)
        column.addWidget(
            TextLabel(_("line {line}: {text}").format(line=one.entry.line, text=text), "quiet", wraps=True)
        )
        answers = QWidget()
        flow = FlowLayout(answers, gap=measures_of(self).px(8))
        buttons: list[QAbstractButton] = []
        days = asks_for_days(reading, one)
        if days:
            buttons += self._days(reading, one, days)
        for button in buttons:
            flow.addWidget(button)
        remember = self._remember_box(one)
        offered = choices(reading, one)
        for index, choice in enumerate(offered):
            last = index == len(offered) - 1
            button = QuietButton(choice.words, small=True) if last else SuggestedButton(choice.words, small=True)
            button.clicked.connect(partial(self._take, one, choice.pasted, remember))
            flow.addWidget(button)
            buttons.append(button)
        if asks_for_a_person(one):
            flow.addWidget(self._person_field(reading, one, remember))
        if remember is not None:
            flow.addWidget(remember)
        self._rows.append(buttons)
        column.addWidget(answers)
        return row

    def _counted_row(self, reading: ChainReading, question: CountedQuestion) -> QWidget:
        """What is open about a count, with an answer on each button, and for many places a field to name one."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).tight)
        alike = sum(q.kind is question.kind and q.options == question.options for q in reading.counts.reading.asked)
        asked = TextLabel(counted_question_words(question, alike, reading.counts.book), "heading", wraps=True)
        asked.set_tone("look")
        column.addWidget(asked)
        if question.line:
            text = reading.chain.lines[question.line - 1].text.strip()
            column.addWidget(
                TextLabel(_("line {line}: {text}").format(line=question.line, text=text), "quiet", wraps=True)
            )
        offered = counted_choices(reading, question)
        answers = QWidget()
        flow = FlowLayout(answers, gap=measures_of(self).px(8))
        buttons: list[QAbstractButton] = []
        shown = offered if len(offered) <= MOST_BUTTONS else [*offered[:MOST_PLACES], offered[-1]]
        for choice in shown:
            leaves = choice is offered[-1]
            button = QuietButton(choice.words, small=True) if leaves else SuggestedButton(choice.words, small=True)
            button.clicked.connect(lambda _on=False, pasted=choice.pasted: self._answer(pasted))
            flow.addWidget(button)
            buttons.append(button)
        if len(shown) < len(offered):
            flow.addWidget(self._place_field(reading, question))
        self._rows.append(buttons)
        column.addWidget(answers)
        return row

    def _place_field(self, reading: ChainReading, question: CountedQuestion) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Another checkpoint"))
        field.setAccessibleName(_("Where line {line} was counted").format(line=question.line))
        field.setFixedWidth(measures_of(self).px(170))
        completer = QCompleter(question.options, field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)

        def take() -> None:
            if (pasted := with_place(reading, question, field.text().strip())) is not None:
                self._answer(pasted)

        field.returnPressed.connect(take)
        completer.activated.connect(lambda _words: take())
        return field

    def _remember_box(self, one: SettledEntry) -> QCheckBox | None:
        if not asks_to_remember(one) or not one.entry.person:
            return None
        box = QCheckBox(_("Remember {name} as an alias").format(name=one.entry.written or one.entry.person))
        box.setToolTip(_("Later chains know who is meant. Stored when the chain is confirmed."))
        box.setChecked(not one.questions)  # what is almost a name is more likely a slip of the pen
        return box

    def _days(self, reading: ChainReading, one: SettledEntry, days: Sequence[date]) -> list[QAbstractButton]:
        """A button that stays down for each day, and one that takes those that are down."""
        take = SuggestedButton(_("Take these days"), small=True)
        take.setToolTip(_("Alt+{number}").format(number=0))
        take.setEnabled(False)
        chosen: list[QAbstractButton] = [ToggleChip(day_words(day)) for day in days]
        for button in chosen:
            button.toggled.connect(lambda _on: take.setEnabled(any(day.isChecked() for day in chosen)))
        self._takes[len(self._rows)] = take

        def answer() -> None:
            down = [day for day, button in zip(days, chosen, strict=True) if button.isChecked()]
            self._answer(with_days(reading.pasted, one, down))

        take.clicked.connect(answer)
        return [*chosen, take]

    def _take(self, one: SettledEntry, pasted: PastedChain, remember: QCheckBox | None, _on: bool = False) -> None:
        """Give an answer, and have the name remembered where that is ticked."""
        self._answer(remembering(pasted, one) if remember is not None and remember.isChecked() else pasted)

    def _person_field(self, reading: ChainReading, one: SettledEntry, remember: QCheckBox | None) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Somebody of the team"))
        field.setAccessibleName(_("Who is meant in line {line}").format(line=one.entry.line))
        field.setFixedWidth(measures_of(self).px(170))
        completer = QCompleter(sorted(reading.directory.name.values()), field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)

        def take() -> None:
            who = person_called(reading, field.text())
            if who is not None:
                self._take(one, with_person(reading.pasted, one, who), remember)

        field.returnPressed.connect(take)
        completer.activated.connect(lambda _words: take())
        return field

    def _answer(self, pasted: PastedChain) -> None:
        self.answered.emit(pasted)
