"""The open questions one below the other, each answered once for every cell like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.team import Directory
from roster_app.gui.taking_in.asking import COUNT, OMIT, REPLACE, Ask, Subject, choices_of
from roster_app.gui.widgets import ChoiceField, Hairline, LinkButton, QuietButton, TextLabel, measures_of
from roster_app.i18n import _, ngettext

MOST = 12
"""Questions in sight at once; the next ones follow when these are answered."""


class AskList(QScrollArea):
    """The questions that settle most cells first."""

    answered = Signal(object, str)  # the Ask, and the choice
    cell_wished = Signal(str)  # the address of a cell to go to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Questions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()

    @property
    def body(self) -> QWidget:
        """What holds the questions in sight now."""
        return self._body

    def ask(self, asks: list[Ask], directory: Directory) -> None:
        """Show these; where nothing is open, say so."""
        measures = measures_of(self)
        body = QWidget()
        body.setProperty("scroll_body", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.px(14), measures.px(10), measures.px(14), measures.px(10))
        column.setSpacing(measures.px(9))
        title = ngettext("{count} question", "{count} questions", len(asks)).format(count=len(asks))
        column.addWidget(TextLabel(title if asks else _("No open questions"), "heading"))
        if not asks:
            column.addWidget(TextLabel(_("Everything that was read is clear."), "quiet", wraps=True))
        for ask in asks[:MOST]:
            column.addWidget(self._row(ask, directory))
            column.addWidget(Hairline(faint=True))
        if len(asks) > MOST:
            more = len(asks) - MOST
            words = ngettext("{count} more question", "{count} more questions", more).format(count=more)
            column.addWidget(TextLabel(words, "quiet"))
        column.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # it may be where the answer has just been given
        self._body = body
        self.setWidget(body)

    def _row(self, ask: Ask, directory: Directory) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).px(5))
        sentence = TextLabel(ask.sentence, "body", wraps=True)
        sentence.set_tone("act" if ask.subject is Subject.REFUSED else "look")
        column.addWidget(sentence)
        link = LinkButton(_cells_words(ask), small=True)
        link.clicked.connect(partial(self._go, ask.cells[0]))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._field(ask, directory) if ask.choices_wanted else self._buttons(ask))
        return row

    def _field(self, ask: Ask, directory: Directory) -> QWidget:
        field = ChoiceField([("", _("Choose …")), *choices_of(ask, directory)])
        field.setAccessibleName(ask.sentence)
        field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMaxVisibleItems(14)
        field.chosen.connect(partial(self._answer, ask))
        return field

    def _buttons(self, ask: Ask) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(measures_of(self).px(6))
        offered = [(OMIT, _("Leave out"))]
        if ask.subject is Subject.CELL:
            offered.insert(0, (COUNT, _("Is right")))
        elif ask.subject is Subject.HELD:
            offered.insert(0, (REPLACE, _("As in the file")))
        for choice, words in offered:
            button = QuietButton(words, small=True)
            button.setAccessibleDescription(ask.sentence)
            button.clicked.connect(partial(self._answer, ask, choice))
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _go(self, cell: str, _checked: bool = False) -> None:
        self.cell_wished.emit(cell)

    def _answer(self, ask: Ask, choice: str, _checked: bool = False) -> None:
        if choice:
            self.answered.emit(ask, choice)


def _cells_words(ask: Ask) -> str:
    """A3, B7 and how many more."""
    first = _(", ").join(cell.rpartition("!")[2] for cell in ask.cells[:3])
    more = len(ask.cells) - 3
    return _("{cells} and {count} more").format(cells=first, count=more) if more > 0 else first
