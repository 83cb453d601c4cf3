"""What the window shows while there is no team: two ways to begin, and what comes after each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from roster_app.gui.team.road import road
from roster_app.gui.team.team_form import TeamForm
from roster_app.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.card import Card
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _


class WelcomePage(QWidget):
    """New team at the left, the sample at the right, the four steps of the work below."""

    team_wished = Signal(object)  # the TeamWords of a new team
    sample_wished = Signal()
    settings_wished = Signal()
    everything_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = TeamForm()
        self._make = PrimaryButton(_("Create the team"))
        self._sample = QuietButton(_("Open the sample team"), "play")
        self._links: list[LinkButton] = []
        self._build()
        self._make.clicked.connect(self._on_make)
        self._form.submitted.connect(self._on_make)
        self._sample.clicked.connect(self._on_sample)
        self.setFocusProxy(self._form)

    def wait(self, waiting: bool) -> None:
        """Whether something has been begun that takes a moment; nothing can be pressed twice."""
        self._make.setEnabled(not waiting)
        self._sample.setEnabled(not waiting)
        self._sample.setText(_("Opening the sample team …") if waiting else _("Open the sample team"))

    def take_in(self, taking: bool) -> None:
        """Whether a file of everything is being taken in; nothing else can be begun beside it."""
        for part in (self._make, self._sample, *self._links):
            part.setEnabled(not taking)

    def _build(self) -> None:
        measures = measures_of(self)
        body = QWidget()
        body.setProperty("scroll_body", True)
        body.setMaximumWidth(measures.px(940))
        column = QVBoxLayout(body)
        column.setContentsMargins(*[measures.px(28)] * 4)
        column.setSpacing(measures.apart)
        column.addStretch(2)
        column.addWidget(TextLabel(_("Rosters for round-the-clock duty"), "title"))
        column.addWidget(TextLabel(_("From a list of volunteers to duty sheets on the wall."), "quiet"))
        column.addSpacing(measures.near)
        cards = QHBoxLayout()
        cards.setSpacing(measures.wide)
        cards.addWidget(self._new_team_card(), 3)
        cards.addWidget(self._sample_card(), 2)
        column.addLayout(cards)
        column.addSpacing(measures.wide)
        column.addLayout(_steps(measures.near))
        column.addSpacing(measures.wide)
        for words, wished in (
            (_("Language, look, database …"), self.settings_wished),
            (_("Take in everything from a file …"), self.everything_wished),
        ):
            link = LinkButton(words)
            link.clicked.connect(wished)
            self._links.append(link)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self._scroll(body)

    def _scroll(self, body: QWidget) -> None:
        holder = QWidget()
        holder.setProperty("scroll_body", True)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _new_team_card(self) -> QWidget:
        return _card(_("A new team"), _("Only the name is needed; the rest can follow."), self._form, self._make)

    def _sample_card(self) -> QWidget:
        told = TextLabel(
            _(
                "An invented team of sixty with three checkpoints and a hotline, in April 2020. "
                "Try everything on it; your own team stays apart from it."
            ),
            wraps=True,
        )
        return _card(_("Have a look first"), "", told, self._sample)

    def _on_make(self) -> None:
        words = self._form.words()
        if words is not None and self._make.isEnabled():
            self.team_wished.emit(words)

    def _on_sample(self) -> None:
        self.sample_wished.emit()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _card(title: str, remark: str, content: QWidget, button: QWidget) -> Card:
    card = Card()
    measures = measures_of(card)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(*[measures.px(22)] * 4)
    column.setSpacing(measures.near)
    column.addWidget(TextLabel(title, "card"))
    if remark:
        column.addWidget(TextLabel(remark, "second"))
    column.addSpacing(measures.tight)
    column.addWidget(content)
    column.addStretch(1)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    card.add(inner)
    return card


def _steps(gap: int) -> QHBoxLayout:
    """The whole road in four words, so that nobody wonders what the first step leads to."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    for number, (icon, words) in enumerate(road()):
        if number:
            row.addWidget(Glyph("chevron-right", "third", 14))
        row.addWidget(Glyph(icon, "second", 16))
        label: QLabel = TextLabel(words, "second")
        row.addWidget(label)
        row.addSpacing(gap)
    row.addStretch(1)
    return row
