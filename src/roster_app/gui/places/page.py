"""The page of the places: checkpoints, patterns, areas and qualifications, and the calendar, one view at a time."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.gui.actions import bind, make_action
from roster_app.gui.places.calendar_view import CalendarView, rostered_years
from roster_app.gui.places.checkpoints_view import CheckpointsView
from roster_app.gui.places.grounds_view import GroundsView
from roster_app.gui.places.keeper import Keeper
from roster_app.gui.places.patterns_view import PatternsView
from roster_app.gui.places.words import listed
from roster_app.gui.shell import Badge, Page, Shell
from roster_app.gui.widgets import PageHeader, Pill, PrimaryButton, QuietButton, SegmentedControl
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services import Changes

CHECKPOINTS, PATTERNS, GROUNDS, CALENDAR = "checkpoints", "patterns", "grounds", "calendar"


class PlacesPage(Page):
    """Reads the directory whole and shows it in all its views; everything they store goes through its keeper."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, _("Places and shifts"), parent)
        self._directory: Directory = shell.services.teams.directory(shell.team_id)
        self._rostered = rostered_years(shell)
        self.keeper = Keeper(shell, self)
        self.header = PageHeader(self.title)
        self.switch = SegmentedControl(
            [
                (CHECKPOINTS, _("Checkpoints")),
                (PATTERNS, _("Patterns")),
                (GROUNDS, _("Areas, crews, qualifications")),
                (CALENDAR, _("Calendar")),
            ],
            _("View"),
        )
        self.checkpoints = CheckpointsView(shell, self.keeper, self._directory)
        self.patterns = PatternsView(shell, self.keeper, self._directory)
        self.grounds = GroundsView(shell, self.keeper, self._directory)
        self.calendar = CalendarView(shell, self.keeper, self._directory)
        self._views: dict[str, QWidget] = {
            CHECKPOINTS: self.checkpoints,
            PATTERNS: self.patterns,
            GROUNDS: self.grounds,
            CALENDAR: self.calendar,
        }
        self._stack = QStackedWidget()
        self._rules = QuietButton(_("Ways and rules …"), "shield-check")
        self._new, self._quiet_new = PrimaryButton("", "plus"), QuietButton("", "plus")
        self._lay_out()
        self._make_actions()
        self._listen()
        self._show_state()
        self.show_view(shell.view_state.text("places/view", CHECKPOINTS))

    # page

    def activated(self) -> None:
        self._show_badge()
        self._views[self.switch.choice].setFocus()

    def apply_changes(self, changes: Changes) -> None:
        if changes.team or changes.places or changes.volunteers or changes.periods:
            self.reload()

    def key_hints(self) -> list[tuple[str, str]]:
        if self.switch.choice == CHECKPOINTS:
            return [("Ctrl+N", _("New")), ("Enter", _("Edit")), ("Ctrl+S", _("Save")), ("Alt+↑↓", _("Order"))]
        if self.switch.choice == PATTERNS:
            return [("Ctrl+N", _("New")), ("Enter", _("Edit")), ("Ctrl+S", _("Save"))]
        if self.switch.choice == GROUNDS:
            return [("Enter", _("Rename")), ("Space", _("Makes a leader")), ("Del", _("Remove"))]
        return [("←↑→↓", _("Another day")), ("PgUp PgDn", _("Another month"))]

    def show_target(self, target: object) -> None:
        if isinstance(target, date):
            self._show_day(target)
        elif isinstance(target, int):
            self._show_checkpoint(CheckpointId(target))

    def carry_out(self, command: str) -> None:
        if command == "new_checkpoint":  # whichever view was in front
            self.show_view(CHECKPOINTS)
        super().carry_out(command)

    def unsaved(self) -> str:
        names = [row.name for row in (*self.checkpoints.unsaved(), *self.patterns.unsaved())]
        return _("Not stored yet: {names}").format(names=listed(names)) if names else ""

    def closing(self) -> None:
        state = self.shell.view_state
        state.keep("places/view", self.switch.choice)
        state.keep_splitter("places", self.checkpoints.splitter)
        state.keep_splitter("patterns", self.patterns.splitter)
        state.keep_splitter("calendar", self.calendar.splitter)

    # what can be done

    def show_view(self, key: str) -> None:
        """Bring one of the views to the front; an unknown key brings the checkpoints."""
        key = key if key in self._views else CHECKPOINTS
        self.switch.choose(key)
        self._stack.setCurrentWidget(self._views[key])
        self._show_new()
        self._show_pills()
        self.hints_changed.emit()

    def reload(self) -> None:
        """Read the team anew; what is written and not stored stays."""
        self._directory = self.shell.services.teams.directory(self.shell.team_id)
        self._rostered = rostered_years(self.shell)
        self.checkpoints.show_directory(self._directory)
        self.patterns.show_directory(self._directory)
        self.grounds.show_directory(self._directory)
        self.calendar.show_directory(self._directory)
        self._show_state()

    def new_thing(self) -> None:
        """A new one of what is in front."""
        if self.switch.choice == PATTERNS:
            self.patterns.new_pattern()
        elif self.switch.choice == GROUNDS:
            self.grounds.areas.line.setFocus()
        else:
            self.show_view(CHECKPOINTS)
            self.checkpoints.new_checkpoint()

    def store_form(self) -> None:
        """Store the form that is in front."""
        if self.switch.choice == PATTERNS:
            self.patterns.store_form()
        elif self.switch.choice == CHECKPOINTS:
            self.checkpoints.store_form()

    # building

    def _lay_out(self) -> None:
        for view in self._views.values():
            self._stack.addWidget(view)
        for part in (self.switch, self._rules, self._quiet_new, self._new):
            self.header.add_action(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        state = self.shell.view_state
        state.restore_splitter("places", self.checkpoints.splitter)
        state.restore_splitter("patterns", self.patterns.splitter)
        state.restore_splitter("calendar", self.calendar.splitter)

    def _make_actions(self) -> None:
        new = make_action("new_checkpoint", self, self.new_thing)
        for button in (self._new, self._quiet_new):
            bind(button, new)
        make_action("save_place", self, self.store_form)
        make_action("refresh", self, self.reload)
        make_action("next_place_view", self, self._next_view)
        make_action("toggle_panel", self, self._toggle_panel)
        self._undo = make_action("undo", self, self.keeper.undo)
        self._redo = make_action("redo", self, self.keeper.redo)

    def _listen(self) -> None:
        self.switch.chosen.connect(self._on_view_chosen)
        self._rules.clicked.connect(lambda: self.shell.do("team_rules"))
        self.checkpoints.written_changed.connect(self._show_state)
        self.patterns.written_changed.connect(self._show_state)
        self.patterns.checkpoint_wished.connect(self._show_checkpoint)
        for view in (self.checkpoints, self.patterns, self.grounds, self.calendar):
            view.reload_wished.connect(self.reload)
        self.keeper.stored.connect(self._on_stored)
        self.keeper.steps_changed.connect(self._show_steps)
        self._show_steps()

    # showing

    def _show_state(self) -> None:
        self._show_new()
        self._show_pills()
        self._show_badge()

    def _show_badge(self) -> None:
        troubles = len(self.checkpoints.troubles())
        self.badge_changed.emit(Badge(str(troubles), "look") if troubles else None)

    def _show_new(self) -> None:
        """One filled button at a time: the new one, unless a form waits to be saved or the view has none."""
        views = {CHECKPOINTS: _("New checkpoint"), PATTERNS: _("New pattern …")}
        words = views.get(self.switch.choice, "")
        for button in (self._new, self._quiet_new):
            button.setText(words)
        begun = bool(self.checkpoints.model.rows if self.switch.choice == CHECKPOINTS else self.patterns.model.rows)
        writing = bool(self.unsaved()) or not begun
        self._new.setVisible(bool(words) and not writing)
        self._quiet_new.setVisible(bool(words) and writing and begun)

    def _show_pills(self) -> None:
        pills = [*self._year_pills(), *self._unsaved_pills(), *self._trouble_pills()]
        if not pills and self._directory.checkpoints:
            pills = [Pill(_("Every place"), _("the shifts reach every minute people are wanted"), "good", leads=False)]
        self.header.show_pills(pills)

    def _year_pills(self) -> list[Pill]:
        pills = []
        for year in sorted(self._rostered - self._directory.days.announced_years):
            head = _("{year} not announced").format(year=year)
            pill = Pill(head, _("its holidays are not known"), "act")
            pill.clicked.connect(partial(self._show_day, date(year, 1, 1)))
            pills.append(pill)
        return pills

    def _unsaved_pills(self) -> list[Pill]:
        pills = []
        for view, rows in ((CHECKPOINTS, self.checkpoints.unsaved()), (PATTERNS, self.patterns.unsaved())):
            if rows and not (len(rows) == 1 and view == self.switch.choice):
                pill = Pill(_("Not stored"), listed(row.name for row in rows), "look")
                pill.clicked.connect(partial(self._show_row, view, rows[0].key))
                pills.append(pill)
        return pills

    def _trouble_pills(self) -> list[Pill]:
        pills = []
        for row in self.checkpoints.troubles():
            pill = Pill(row.name, row.state.split("\n")[0], "look")
            pill.clicked.connect(partial(self._show_row, CHECKPOINTS, row.key))
            pills.append(pill)
        return pills

    def _show_steps(self) -> None:
        undo, redo = self.keeper.next_undo, self.keeper.next_redo
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._undo.setText(_("Undo: {step}").format(step=undo.words) if undo else _("Undo"))
        self._redo.setText(_("Redo: {step}").format(step=redo.words) if redo else _("Redo"))

    # answering

    def _on_view_chosen(self, key: str) -> None:
        self.show_view(key)
        self._views[key].setFocus()

    def _on_stored(self, changes: Changes) -> None:
        self.reload()
        self.shell.events.spread(changes, self)

    def _show_row(self, view: str, key: int, _checked: bool = False) -> None:
        self.show_view(view)
        (self.checkpoints if view == CHECKPOINTS else self.patterns).list.choose(key)

    def _show_checkpoint(self, checkpoint_id: CheckpointId) -> None:
        self._show_row(CHECKPOINTS, checkpoint_id)
        self.checkpoints.list.setFocus()

    def _show_day(self, day: date, _checked: bool = False) -> None:
        self.show_view(CALENDAR)
        self.calendar.choose(day)

    def _next_view(self) -> None:
        keys = list(self._views)
        self._on_view_chosen(keys[(keys.index(self.switch.choice) + 1) % len(keys)])

    def _toggle_panel(self) -> None:
        splitters = {CHECKPOINTS: self.checkpoints.splitter, PATTERNS: self.patterns.splitter}
        splitters[CALENDAR] = self.calendar.splitter
        splitter = splitters.get(self.switch.choice)
        if splitter is not None:
            splitter.show_panel(not splitter.is_panel_shown)
