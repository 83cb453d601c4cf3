"""The roster page: header, grid and side panel around one document, and the keys that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.history import EditRecord, History
from roster_app.domain.ids import DutyId
from roster_app.domain.team import Directory
from roster_app.gui.actions import make_action
from roster_app.gui.chains.chain_button import ChainButton
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE, Arrangements
from roster_app.gui.roster.beginning import Beginning
from roster_app.gui.roster.beside import Beside
from roster_app.gui.roster.cell_actions import CellActions
from roster_app.gui.roster.chain_desk import ChainDesk
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.engine_desk import EngineDesk, Searches
from roster_app.gui.roster.generating import Generating
from roster_app.gui.roster.hand_editing import HandEditing
from roster_app.gui.roster.header import SPANS, RosterHeader
from roster_app.gui.roster.mending import Mending
from roster_app.gui.roster.menus import open_filter_menu
from roster_app.gui.roster.passing_on import PassingOn
from roster_app.gui.roster.periods import Periods
from roster_app.gui.roster.proposal_bar import ProposalBar
from roster_app.gui.roster.row_filter import RowFilter
from roster_app.gui.roster.search_scope import Reach
from roster_app.gui.roster.standing import NextStep, Standing
from roster_app.gui.roster.status import Status
from roster_app.gui.roster.steps import done_words, stale_words, step_words
from roster_app.gui.roster.supposing import Supposing
from roster_app.gui.roster.taken_step import TakenStep
from roster_app.gui.roster.year_banner import YearBanner
from roster_app.gui.roster.zooming import NORMAL, STEPS
from roster_app.gui.shell import Badge, Page, Shell
from roster_app.gui.taking_in.door import TakingDoor
from roster_app.gui.widgets.busy import BusyOverlay
from roster_app.i18n import _
from roster_app.services import Changes, Search

if TYPE_CHECKING:
    from roster_app.services.taking_in import Taken


class RosterPage(Page):
    """Wires the parts; each part knows its own business."""

    def __init__(
        self, shell: Shell, make_search: Callable[[], Searches] = Search, parent: QWidget | None = None
    ) -> None:
        super().__init__(shell, _("Roster"), parent)
        self.document = RosterDocument(shell.services.rostering, self)
        self.arrangements = Arrangements(self.document, shell.now)
        self.bar = ProposalBar()
        self.editing = HandEditing(self.document, self)
        self.periods = Periods(shell, self.document, self)
        self.engine = EngineDesk(make_search)
        self.beside = Beside(shell, self.document, self.arrangements, self.editing, self.engine, self)
        self.panel = self.beside.panel
        self.generating = Generating(shell, self.document, self.bar, self.engine)
        self.supposing = Supposing(shell, self.document, self.engine, self)
        self.chains = ChainDesk(shell, self.document, self)
        self.taken = TakenStep(shell, self)
        self.door = TakingDoor(shell, self, self._keep_taken, self._take_back)
        self.passing_on = PassingOn(shell, self.document, self.periods, self, self.chains.actions)
        self._make_actions()
        self.header = RosterHeader(self._undo, self._redo, self._generate)
        self.header.add_aside(ChainButton(self.chains.paste, self.chains.make, small=True))
        self.status = Status(self.document, self.header, self.arrangements, self.panel, shell.now)
        self.mending = Mending(self.document, self.arrangements, self.status)
        self._beginning = Beginning()
        self.year_banner = YearBanner()
        self._spans = {
            name: shell.view_state.text(f"roster/span/{name}", default)
            for name, default in ((BY_PLACE, "week"), (BY_PERSON, "period"))
        }
        self._build()
        self._connect()
        self._restore()
        self.periods.begin()

    # what others ask of the page

    def activated(self) -> None:
        self.arrangements.set_today(self.shell.now().date())
        if self.document.is_open:
            self.status.tell()
            self.arrangements.grid.setFocus()
        else:
            self._beginning.take_focus()

    def apply_changes(self, changes: Changes) -> None:
        """Other people, places or periods: read anew. Other duties: only if they are of this period."""
        if changes.team or changes.volunteers or changes.places or changes.periods:
            self.periods.begin()
        elif self.document.is_open and changes.duties & self.document.roster.plan.duty.keys():
            self.document.reload()

    def key_hints(self) -> list[tuple[str, str]]:
        return [
            ("Enter", _("choose")),
            (_("Space"), _("lock")),
            ("Del", _("leave vacant")),
            ("F6", _("cannot come")),
            ("F8", _("next to mend")),
            ("Ctrl+G", _("generate")),
        ]

    def show_target(self, target: object) -> None:
        """A duty, a volunteer or a period, told apart by what their ids are found to be; an edited workbook's path."""
        if isinstance(target, Path):
            self.passing_on.show_edits(target)
            return
        if not isinstance(target, int) or not self.document.is_open:
            return
        opened = self.document.opened
        if target in opened.roster.plan.duty:
            self.arrangements.go_to_duty(DutyId(target))
        elif any(v.id == target for v in opened.directory.volunteers):
            self.arrangements.go_to_person(next(v.id for v in opened.directory.volunteers if v.id == target))
        else:
            found = next((p.id for p in self.periods.known if p.id == target), None)
            if found is not None:
                self.periods.open(found)

    def import_roster(self, path: Path | None = None) -> None:
        """The wizard that takes a roster in, into the open one where there is one."""
        self.door.open(path, self.document.opened.period.id if self.document.is_open else None)

    def take_in_file(self, path: Path) -> None:
        """Dropped on the window while this page is in front."""
        self.import_roster(path)

    def closing(self) -> None:
        self.shell.view_state.keep_splitter("roster", self._splitter)
        self.beside.drop_questions()
        self.engine.close()

    # building

    def _make_actions(self) -> None:
        self._undo = make_action("undo", self, self._take_back)
        self._redo = make_action("redo", self, self._do_again)
        self._generate = make_action("generate", self, partial(self._ask_to_generate, Reach.WHOLE))
        make_action("by_checkpoint", self, partial(self._bring, BY_PLACE))
        make_action("by_volunteer", self, partial(self._bring, BY_PERSON))
        make_action("by_hour", self, partial(self._bring, BY_DAY))
        make_action("by_month", self, partial(self._bring, BY_MONTH))
        make_action("next_conflict", self, partial(self._go_on, 1))
        make_action("previous_conflict", self, partial(self._go_on, -1))
        make_action("next_vacancy", self, partial(self._go_on, 1, conflicts=False))
        make_action("previous_vacancy", self, partial(self._go_on, -1, conflicts=False))
        make_action("what_if", self, self._ask_what_if)
        make_action("new_period", self, self._ask_for_period)
        make_action("import_roster", self, self.import_roster)
        make_action("refresh", self, self.periods.begin)
        make_action("filter", self, lambda: self._open_filter(self.header.filter_corner))
        make_action("zoom_in", self, partial(self.arrangements.zooming.step, 1))
        make_action("zoom_out", self, partial(self.arrangements.zooming.step, -1))
        make_action("zoom_normal", self, partial(self.arrangements.zooming.step, 0))
        make_action("toggle_panel", self, self.beside.toggle)
        make_action("search", self, self._search)
        self._cell_actions = CellActions(self.arrangements, self.editing, self.beside, self)

    def _build(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.arrangements, 1)
        self._splitter = self.beside.stand_by(work)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._beginning)
        self._stack.addWidget(self._splitter)
        self._overlay = BusyOverlay(self._stack)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.year_banner)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for grid in self.arrangements.grids.values():
            grid.wishes.leaving.connect(self.document.discard)
            grid.wishes.period.connect(self.periods.step)
        self.bar.day_accepted.connect(lambda: self.generating.accept_day(self.arrangements.day))
        self.arrangements.days_in_sight.connect(self.header.show_days)
        self.arrangements.switched.connect(self._on_switched)
        self.arrangements.filtered.connect(self._on_filtered)
        self.arrangements.zooming.zoomed.connect(partial(self.shell.view_state.keep, "roster/zoom"))
        self.document.reloaded.connect(self._on_reloaded)
        self.document.history_changed.connect(self._on_history_changed)
        self.document.preview_changed.connect(self.header.show_preview)
        self.document.step_done.connect(self._on_step_done)
        self.document.step_done.connect(lambda _record: self.taken.end())
        self.taken.changed.connect(lambda: self._on_history_changed(self.document.history))
        self.document.edit_refused.connect(self._on_refused)
        self.periods.listed.connect(lambda periods: self.header.offer_periods(periods, self.periods.chosen))
        self.periods.opening.connect(lambda: self._overlay.begin(_("Reading the roster …")))
        self.periods.opened.connect(self._on_opened)
        self.periods.created.connect(lambda changes: self.shell.events.spread(changes, self))
        self._splitter.panel_shown.connect(lambda shown: self.arrangements.strip.setVisible(not shown))
        self.arrangements.strip.picking_wanted.connect(partial(self.beside.pick, ""))
        self.beside.ended.connect(lambda: self.arrangements.grid.setFocus())
        for part in (self.generating, self.supposing):
            part.closed.connect(self._take_focus)
        self.mending.nothing_left.connect(lambda: self.shell.messages.tell(_("There is nothing to mend."), "good"))
        self.panel.problems.chosen.connect(self.mending.go_to)
        self.status.told.connect(self._on_told)
        self._connect_header()
        self._connect_beginning()

    def _connect_header(self) -> None:
        header, pills = self.header, self.status.pills
        header.arrangement_chosen.connect(self._bring)
        header.span_chosen.connect(self._on_span_chosen)
        header.turned.connect(lambda steps: self.arrangements.grid.turn(steps))
        header.step_wanted.connect(self._take_step)
        header.filter_wanted.connect(self._open_filter)
        header.passing_on_wanted.connect(self.passing_on.open_menu)
        header.period_chosen.connect(self.periods.open)
        header.new_period_wanted.connect(self._ask_for_period)
        header.what_if_wanted.connect(self._ask_what_if)
        pills.cover_wanted.connect(partial(self._go_on, 1, conflicts=False))
        pills.conflicts_wanted.connect(self.beside.show_problems)
        pills.fairness_wanted.connect(self.beside.show_fairness)
        self.year_banner.day_wanted.connect(partial(self.shell.go, "places"))
        self.status.told.connect(lambda now: self.year_banner.tell(now.unannounced if now else ()))
        pills.changes_wanted.connect(self.mending.go_to_change)

    def _connect_beginning(self) -> None:
        self._beginning.people_wanted.connect(lambda: self.shell.go("people", "import_list"))
        self._beginning.places_wanted.connect(lambda: self.shell.go("places", None))
        self._beginning.period_wanted.connect(lambda: self.periods.create(self.periods.suggested()))
        self._beginning.other_days_wanted.connect(self._ask_for_period)

    def _restore(self) -> None:
        self.shell.view_state.restore_splitter("roster", self._splitter)
        self.header.set_open(False)
        self._stack.setCurrentWidget(self._beginning)
        for name, span in self._spans.items():
            self._spans[name] = span if span in SPANS else "week"
            self.arrangements.set_span(name, SPANS[self._spans[name]])
        self.arrangements.strip.setVisible(not self._splitter.is_panel_shown)
        self.arrangements.zooming.set(self.shell.view_state.number("roster/zoom", NORMAL, STEPS[0], STEPS[-1]))
        self.arrangements.bring(self.shell.view_state.text("roster/arrangement", BY_PLACE))
        self._on_switched(self.arrangements.front)

    # wishes

    def _bring(self, name: str) -> None:
        if self.document.is_open:
            self.arrangements.bring(name)

    def _ask_to_generate(self, reach: Reach) -> None:
        if self.document.is_open:
            self.beside.drop_questions()
            self.generating.ask(self.window(), reach)

    def _ask_what_if(self) -> None:
        self.beside.drop_questions()
        self.supposing.ask(self.window())

    def _ask_for_period(self) -> None:
        self.periods.ask(self.window())

    def _search(self) -> None:
        if self.arrangements.front == BY_PERSON:
            self.arrangements.people.search.setFocus()
        else:
            self.beside.pick("")

    def _take_step(self, step: NextStep) -> None:
        """The filled button."""
        if step is NextStep.GENERATE:
            self._ask_to_generate(Reach.WHOLE)
        elif step is NextStep.FILL:
            self.mending.go_on(1, conflicts=False)
            self.beside.pick("")
        elif step is NextStep.MEND:
            self.mending.go_on(1)
        else:
            self.shell.go("publish", self.periods.chosen)

    def _go_on(self, step: int, *, conflicts: bool = True) -> None:
        self.mending.go_on(step, conflicts=conflicts)

    def _open_filter(self, place: QPoint) -> None:
        if self.document.is_open:
            open_filter_menu(self.arrangements, self.document.opened.directory, place, self)

    # facts

    def _on_switched(self, name: str) -> None:
        self.shell.view_state.keep("roster/arrangement", name)
        self.header.show_arrangement(name, self._spans.get(name, ""))
        self.beside.follow(name)

    def _on_filtered(self, wanted: RowFilter) -> None:
        self.header.show_filter(wanted.words(self.document.opened.directory) if self.document.is_open else "")

    def _on_span_chosen(self, key: str) -> None:
        name = self.arrangements.front
        self._spans[name] = key
        self.shell.view_state.keep(f"roster/span/{name}", key)
        self.arrangements.set_span(name, SPANS[key])

    def _on_reloaded(self) -> None:
        is_open = self.document.is_open
        self.header.set_open(is_open)
        self._stack.setCurrentWidget(self._splitter if is_open else self._beginning)
        if is_open:
            opened = self.document.opened
            self.header.show_period(opened.period, opened.editions)
            self.header.offer_periods(self.periods.known, opened.period.id)

    def _on_opened(self) -> None:
        self._overlay.end()
        if not self.document.is_open:
            self.header.show_title(_("Duty roster"))
            self.shell.errors.attempt(
                partial(self.shell.services.teams.directory, self.shell.team_id),
                self._show_beginning,
            )
        if self.isVisible():
            self.activated()

    def _keep_taken(self, taken: Taken, words: str) -> None:
        """A file taken in is the last step; a roster it made is opened."""
        self.taken.keep(taken, words)
        self.shell.messages.tell_step(words)

    def _take_back(self) -> None:
        if self.taken.can_undo:
            self.taken.undo()
        elif self.document.is_open:
            self.document.undo()

    def _do_again(self) -> None:
        if self.taken.can_redo:
            self.taken.redo()
        elif self.document.is_open:
            self.document.redo()

    def _show_beginning(self, directory: Directory) -> None:
        """What is missing first, and whether the holidays of the suggested days are known."""
        suggested = self.periods.suggested()
        self._beginning.show_missing(directory, suggested)
        self.year_banner.tell(directory.days.unannounced_years(*suggested))

    def _on_history_changed(self, history: History) -> None:
        for action, record, plain, named in (
            (self._undo, history.undo, _("Undo"), _("Undo: {step}")),
            (self._redo, history.redo, _("Redo"), _("Redo: {step}")),
        ):
            action.setEnabled(record is not None)
            step = step_words(record, self.document.opened) if record is not None else ""
            action.setText(named.format(step=step) if step else plain)
        for action, can, named in (
            (self._undo, self.taken.can_undo, _("Undo: {step}")),
            (self._redo, self.taken.can_redo, _("Redo: {step}")),
        ):
            if can:
                action.setEnabled(True)
                action.setText(named.format(step=self.taken.words))

    def _on_refused(self, error: Exception) -> None:
        words = stale_words(error, self.document.opened)
        if words:
            self.shell.messages.tell(words, "act")
        else:
            self.shell.errors.report(error)

    def _on_step_done(self, record: EditRecord) -> None:
        self.shell.messages.settle()
        self.shell.messages.tell_step(done_words(record, self.document.opened))
        self.shell.events.spread(Changes(duties=record.edit.duty_ids), self)

    def _on_told(self, now: Standing | None) -> None:
        matters = now.vacancies + now.hard if now is not None else 0
        self.badge_changed.emit(Badge(str(matters)) if matters else None)

    def _take_focus(self) -> None:
        self.activateWindow()
        self.arrangements.grid.setFocus()
