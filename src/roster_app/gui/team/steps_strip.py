"""First steps: a strip above the pages that says where a new team is on the road, and leads to the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.shell import Shell
from roster_app.gui.team.road import Lead, Mark, lead, marks
from roster_app.gui.widgets.buttons import IconButton, SuggestedButton
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import ElidingLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import hairline
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services import Changes
    from roster_app.services.first_steps import FirstSteps


class StepsStrip(QWidget):
    """Shown until the first edition is published or the person closes it; what is done is read, never remembered."""

    closed = Signal()

    def __init__(self, shell: Shell, page_in_front: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page_in_front = page_in_front
        self._steps: FirstSteps | None = None
        self._lead: Lead | None = None
        self._marks = [_StepMark() for _step in range(4)]
        self._sentence = ElidingLabel("", "second")
        self.go_on = SuggestedButton("")
        self.close_button = IconButton("x", _("Close the first steps"), small=True)
        self.setAccessibleName(_("First steps"))
        self._lay_out()
        self.go_on.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self._close)
        shell.events.changed.connect(self._on_changed)
        self.hide()

    def begin(self) -> None:
        """Show where the team is, unless it has been all the way or the person has closed the strip."""
        if not self._shell.view_state.flag(self._closed_for_good, False):
            self._read()

    @property
    def steps(self) -> FirstSteps | None:
        """What was read last; None while there is nothing to lead to."""
        return self._steps

    @property
    def _closed_for_good(self) -> str:
        return f"first_steps/closed/{self._shell.team_id}"

    def _read(self) -> None:
        self._shell.errors.attempt(lambda: self._shell.services.teams.first_steps(self._shell.team_id), self._show)

    def _show(self, steps: FirstSteps) -> None:
        """The end of the road is told only to whoever was on it."""
        if steps.next is None and self._steps is None:
            return
        self._steps, self._lead = steps, lead(steps)
        for mark, shown in zip(self._marks, marks(steps), strict=True):
            mark.show_mark(shown)
        self._sentence.setText(self._lead.sentence)
        self._sentence.set_tone("look" if self._lead.is_obstacle else "")
        self.go_on.setText(self._lead.button)
        told = [mark.accessibleName() for mark in self._marks]
        self.setAccessibleDescription("\n".join((*told, self._lead.sentence)))
        self.show()

    def _go_on(self) -> None:
        """To the page of the step; a step to look at first is begun where its page is in front already."""
        if self._lead is None:
            return
        begins = self._lead.at_once or self._page_in_front() == self._lead.page
        self._shell.go(self._lead.page, self._lead.target if begins else None)

    def _close(self) -> None:
        self._shell.view_state.keep(self._closed_for_good, True)
        self._steps = None
        self.hide()
        self.closed.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        """Duties alone matter only until somebody stands in a roster."""
        if self._steps is None or self._steps.next is None:
            return
        facts = changes.team or changes.volunteers or changes.places or changes.periods
        if facts or (changes.duties and not self._steps.is_rostered):
            self._read()

    def _lay_out(self) -> None:
        measures = measures_of(self)
        road = QHBoxLayout()
        road.setSpacing(measures.near)
        for number, mark in enumerate(self._marks):
            if number:
                road.addWidget(Glyph("chevron-right", "third", 14))
            road.addWidget(mark)
        road.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(measures.px(2))
        words.addLayout(road)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.px(18), measures.px(9), measures.px(14), measures.px(10))
        row.setSpacing(measures.apart)
        row.addLayout(words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.close_button)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(meanings.panel))
        foot = self.height() - 1
        hairline(painter, QPointF(0, foot), QPointF(self.width(), foot), meanings.line)


class _StepMark(QWidget):
    """An icon and a few words: done, next, or still to come."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).px(6))
        self._glyph = Glyph("check", "third", 16)
        self._words = ElidingLabel("", "second")
        row.addWidget(self._glyph)
        row.addWidget(self._words)

    def show_mark(self, mark: Mark) -> None:
        """Colour is not the only sign: the icon and the weight differ too."""
        self._glyph.show_icon(mark.icon, mark.ink)
        self._words.setText(mark.words)
        self._words.setProperty("text_role", "heading" if mark.is_next else "second")
        self._words.set_tone("accent" if mark.is_next else "")
        self._words.setMinimumWidth(self._words.sizeHint().width() if mark.is_next else 0)  # the others give way
        self.setAccessibleName(mark.spoken)
