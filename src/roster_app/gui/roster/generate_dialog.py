"""Generating a roster: what will be planned and kept, the search as it goes on, and what to do with its result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import QualificationId
from roster_app.domain.roster import Proposal
from roster_app.domain.unheld import unheld
from roster_app.gui.errors import Errors
from roster_app.gui.roster.engine_desk import Searches
from roster_app.gui.roster.search_board import Outcome, SearchBoard, outcome, spread_words
from roster_app.gui.roster.search_run import SearchRun
from roster_app.gui.roster.search_scope import (
    Reach,
    kept_words,
    planned_words,
    reached,
    respected_words,
    stretch_words,
)
from roster_app.gui.roster.search_setup import SearchSetup
from roster_app.gui.roster.totals import Totals
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.message_bar import MessageBar
from roster_app.i18n import _
from roster_app.services import OpenRoster

_REFRESH = 200  # milliseconds between two looks at a running search


class Stage(Enum):
    """Before, during and after the search."""

    SETUP = 0
    RUNNING = 1
    DONE = 2


class GenerateDialog(PanelDialog):
    """Nothing is stored here: the result goes out, to be looked at in the roster or to be accepted at once."""

    look_wanted = Signal(object)  # the Proposal to lay over the roster
    accept_wanted = Signal(object)  # the Proposal to make the roster's own
    qualification_wanted = Signal(object)  # the id of a qualification that nobody has

    def __init__(
        self, opened: OpenRoster, search: Searches, tasks: TaskRunner, errors: Errors, parent: QWidget
    ) -> None:
        super().__init__(_("Generate"), parent, width=920, height=660)
        self._opened = opened
        self._search = search
        self._errors = errors
        self._stage = Stage.SETUP
        self._run = SearchRun(search, tasks, opened.period.id, self)
        self._run.found.connect(lambda _proposal: self._end())
        self._run.failed.connect(self._on_failed)
        self._outcome: Outcome | None = None
        self._judged: Proposal | None = None
        self._stop_then: Callable[[], None] | None = None
        self._refresh = QTimer(self, interval=_REFRESH)
        self._refresh.timeout.connect(self._show_progress)

    def begin(self, today: date, seconds: int, reach: Reach = Reach.WHOLE) -> None:
        """Build the sections and start the engine's process, so that it is warm when it is needed."""
        self._search.warm()
        self._planned, self._kept = TextLabel(wraps=True), TextLabel(wraps=True)
        self._respected = TextLabel(respected_words(self._opened.directory, self._opened.period.days), wraps=True)
        self._setup = SearchSetup(self._opened.period, today, seconds)
        self._board = SearchBoard(self._opened)
        self.messages = MessageBar(self)
        self._build_sections()
        self._show_now()
        self._setup.changed.connect(self._show_request)
        is_under_way = self._opened.period.first < today <= self._opened.period.last
        days = reach is Reach.WHOLE and is_under_way and self._opened.roster.assignments
        self._setup.choose(Reach.DAYS if days else reach)
        self._go_to(Stage.SETUP)

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def result(self) -> Proposal | None:
        """The best roster found so far."""
        return self._run.watch.best

    def start(self) -> None:
        """Let the engine search."""
        request = reached(self._opened.roster, self._setup.request)
        if not request.planned:
            self.messages.tell(_("There is nothing to plan: every duty is held and kept."), "look")
            return
        self._outcome = self._judged = None
        self._board.show_outcome(None)
        self._run.start(self._opened, request.planned, self._setup.seconds)
        self._go_to(Stage.RUNNING)

    def stop(self, then: Callable[[], None] | None = None) -> None:
        """End the search with the best so far; `then` is called when it has come home. One that has ended stays so."""
        if self._stage is not Stage.RUNNING:
            return
        self._stop_then = then
        self._look.setEnabled(False)
        self._accept.setEnabled(False)
        self._run.stop()

    def give_up(self) -> None:
        """Leave everything as it was."""
        self._run.cancel()
        self._refresh.stop()
        self.done(QDialog.DialogCode.Rejected)  # not to be kept open by what has been found

    def may_close(self) -> bool:
        """Esc never loses a roster that has been found."""
        return self._stage is Stage.SETUP

    def _build_sections(self) -> None:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(measures_of(self).wide)
        grid.setColumnStretch(1, 1)
        for row, (words, label) in enumerate(
            ((_("Plans"), self._planned), (_("Keeps"), self._kept), (_("Respects"), self._respected))
        ):
            grid.addWidget(TextLabel(words, "quiet"), row, 0)
            grid.addWidget(label, row, 1)
        for missing in unheld(self._opened.directory)[:1]:
            grid.addWidget(TextLabel(_("Lacks"), "quiet"), 3, 0)
            grid.addWidget(self._unheld_row(missing.name, missing.id), 3, 1)
        self.add(lines)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._padded(self._setup))
        self._pages.addWidget(self._board)
        self.add(self._pages, 1, padded=False)
        self._cancel = QuietButton(_("Cancel"))
        self._give_up = DangerButton(_("Discard"))
        self._remark = TextLabel(_("The roster stays as it was"), "second")
        self._start = PrimaryButton(_("Start searching"), "play")
        self._look = QuietButton(_("Look at it in the roster"), "eye")
        self._accept = PrimaryButton("")
        for left in (self._cancel, self._give_up, self._remark):
            self.add_left(left)
        for right in (self._look, self._start, self._accept):
            self.add_right(right)
        self._cancel.clicked.connect(lambda _checked=False: self.reject())
        self._give_up.clicked.connect(lambda _checked=False: self.give_up())
        self._start.clicked.connect(lambda _checked=False: self.start())
        self._look.clicked.connect(lambda _checked=False: self._hand_over(self.look_wanted.emit))
        self._accept.clicked.connect(lambda _checked=False: self._hand_over(self.accept_wanted.emit))

    def _padded(self, widget: QWidget) -> QWidget:
        frame = QWidget()
        measures = measures_of(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(measures.px(22), measures.wide, measures.px(22), measures.wide)
        column.addWidget(widget)
        return frame

    def _go_to(self, stage: Stage) -> None:
        self._stage = stage
        before = stage is Stage.SETUP
        self._pages.setCurrentIndex(0 if before else 1)
        for widget in (self._cancel, self._start):
            widget.setVisible(before)
        for part in (self._give_up, self._remark, self._look, self._accept):
            part.setVisible(not before)
        if stage is Stage.RUNNING:
            self._refresh.start()
        else:
            self._refresh.stop()
        self._show_stage()
        (self._start if before else self._accept).setFocus()

    def _show_stage(self) -> None:
        """Chip and buttons say how things stand."""
        found = self._run.watch.best is not None
        chip, tone = {
            Stage.SETUP: ("", "plain"),
            Stage.RUNNING: (_("Improving · can be taken"), "good") if found else (_("Searching"), "accent"),
            Stage.DONE: (_("Proven optimal"), "good") if self._run.watch.is_optimal else (_("Search ended"), "accent"),
        }[self._stage]
        self.show_title(_("Generate"), chip, tone)  # type: ignore[arg-type]
        changes = self._outcome.changes if self._outcome else 0
        usable = found and (self._stage is Stage.RUNNING or bool(changes))
        self._look.setEnabled(usable)
        self._accept.setEnabled(usable)
        self._accept.setText(_("Stop and accept") if self._stage is Stage.RUNNING else _("Accept"))

    def _unheld_row(self, name: str, qualification_id: QualificationId) -> QWidget:
        """A search cannot put anybody where nobody is qualified: said before it, with the way out."""
        words = _("Nobody has “{name}”, which posts require: nobody could be put there.").format(name=name)
        told = TextLabel(words, wraps=True)
        told.set_tone("look")
        way_out = LinkButton(_("Say who has it …"))
        way_out.clicked.connect(lambda _checked=False: self._leave_for(qualification_id))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(told, 1)
        row.addWidget(way_out)
        return holder

    def _leave_for(self, qualification_id: QualificationId) -> None:
        self.give_up()
        self.qualification_wanted.emit(qualification_id)

    def _show_now(self) -> None:
        opened = self._opened
        totals = Totals.of(opened.judge, opened.roster)
        conflicts = len(opened.judge.hard(opened.roster))
        self._setup.show_now(len(opened.roster.vacancies), conflicts, spread_words(totals))

    def _show_request(self) -> None:
        request = self._setup.request
        found = reached(self._opened.roster, request)
        self._planned.setText(planned_words(found, len(self._opened.directory.volunteers)))
        self._kept.setText(kept_words(found))
        places = len({s.checkpoint_id for s in self._opened.roster.plan.shifts})
        self.show_facts(stretch_words(self._opened.roster, request, places))

    def _show_progress(self) -> None:
        self._board.show_watch(self._run.watch, self._run.seconds)
        self._judge_best()
        self._show_stage()

    def _judge_best(self) -> None:
        best = self._run.watch.best
        if best is not None and (self._judged is None or best.assignments != self._judged.assignments):
            self._judged = best
            self._outcome = outcome(self._opened, best)
            self._board.show_outcome(self._outcome)

    def _hand_over(self, give: Callable[[object], None]) -> None:
        """Give the result away; a search that is still running is stopped first."""
        if self._stage is Stage.RUNNING:
            self.stop(then=lambda: self._hand_over(give))
            return
        best = self._run.watch.best
        if best is not None and self._outcome is not None and self._outcome.changes:
            self.accept()
            give(best)

    def _on_failed(self, error: BaseException) -> None:
        """What was found before the trouble is not lost."""
        self._errors.report(error, messages=self.messages)
        if self._run.watch.best is None:
            self._stop_then = None
            self._go_to(Stage.SETUP)
        else:
            self._end()

    def _end(self) -> None:
        self._board.show_watch(self._run.watch, self._run.seconds)
        self._board.show_end()
        self._judge_best()
        self._go_to(Stage.DONE)
        then, self._stop_then = self._stop_then, None
        if then is not None:
            then()
