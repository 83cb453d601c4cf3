"""What the window works with — settings, database, team — and everything that changes one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from roster_app import i18n
from roster_app.domain.ids import TeamId
from roster_app.domain.people import Team
from roster_app.gui.actions import make_action
from roster_app.gui.application import Application
from roster_app.gui.errors import ErrorKind, Errors, kind_of, sentence_of
from roster_app.gui.events import Events
from roster_app.gui.frame import Frame
from roster_app.gui.main_window import MainWindow
from roster_app.gui.messages import Message, Messages
from roster_app.gui.page_list import page_entries
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.team.welcome import WelcomePage
from roster_app.gui.view_state import ViewState
from roster_app.gui.widgets.question import ask
from roster_app.i18n import _
from roster_app.settings import Settings, author, database_url, write_settings

if TYPE_CHECKING:
    from roster_app.gui.bug_report import BugReportDialog
    from roster_app.services import Changes, Services

_REMARK_AFTER = 500  # milliseconds
Opener = Callable[[str, str], "Services"]


@dataclass(frozen=True, slots=True)
class Files:
    """Where the person's own choices are kept; `log` is None where the log goes to the error stream."""

    settings: Path
    view_state: Path
    log: Path | None = None


class Session(QObject):
    """Builds the frame anew whenever language, team or database change; the window stays the same.

    It opens no dialog: what the person wishes goes out as `wished`, and `Wishes` answers it.
    """

    wished = Signal(str, object)  # a command of the window by its name, and what it is about (or None)

    def __init__(
        self,
        application: Application,
        files: Files,
        settings: Settings,
        open_database: Opener,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.application = application
        self.files = files
        self.settings = settings
        self.services: Services | None = None
        self.team_id: TeamId | None = None
        self.shell: Shell | None = None
        self._open_database = open_database
        self._now = now
        self._url = database_url(settings)
        self.view_state = ViewState(files.view_state)
        self.messages = Messages(self)
        self.events = Events(self)
        self.errors = Errors(self.messages, self)
        self.tasks = TaskRunner(self.errors.report, self)
        self.window = MainWindow(self.view_state)
        self._bug_report: BugReportDialog | None = None
        self._settled = False
        self._listen()

    def _listen(self) -> None:
        self.messages.told.connect(self._on_told)
        self.messages.settled.connect(lambda: self.window.frame.message_bar.clear())
        self.errors.bug_met.connect(self._on_bug)
        self.events.changed.connect(self._on_changed)
        self.window.closed.connect(self._on_closed)

    def begin(self, services: Services | None = None) -> None:
        """Show the window at once, then open the database (or take the one given) and show its team."""
        self.window.show()
        self.window.activateWindow()
        if services is not None:
            QTimer.singleShot(0, self, partial(self._on_opened, self._url, services))
        else:
            QTimer.singleShot(0, self, partial(self.open, self._url))

    @property
    def settled(self) -> bool:
        """Whether the window shows what there is to show, and waits for the person."""
        return self._settled

    # database

    def open(self, url: str) -> None:
        """Open a database and show the team last seen in it; where it cannot be opened, say why and offer ways on."""
        self._settled = False
        self.tasks.run(
            partial(self._open_database, url, author(self.settings)),
            on_success=partial(self._on_opened, url),
            on_failure=partial(self._on_not_opened, url),
        )

    def _on_opened(self, url: str, services: Services) -> None:
        before, self.services = self.services, services
        self._url = url
        self.show_team()
        if before is not None and before is not services:
            before.close()

    def _on_not_opened(self, url: str, error: BaseException) -> None:
        if kind_of(error) is ErrorKind.BUG:
            self.errors.report(error)
            return
        from roster_app.gui.preferences.database_trouble import DatabaseTrouble

        trouble = DatabaseTrouble(url, sentence_of(error))
        trouble.again_wished.connect(self.open)
        trouble.another_wished.connect(partial(self.wished.emit, "another_database", None))
        self._new_frame().show_only(trouble)
        self._settled = True

    # team

    def show_team(self, wanted: TeamId | None = None) -> None:
        """Show the pages of a team: the one wanted, the one last seen, or the first; without any, the welcome."""
        assert self.services is not None
        teams = self.services.teams.all()
        team = _chosen(teams, wanted or TeamId(self.view_state.number("team", 0, 0, 2**63)))
        if team is None:
            self._show_welcome()
        else:
            self._show_pages(self.services, team, teams)
        self._settled = True

    def _show_pages(self, services: Services, team: Team, teams: tuple[Team, ...]) -> None:
        from roster_app.gui.team.steps_strip import StepsStrip
        from roster_app.gui.team.team_menu import TeamButton

        self.team_id = team.id
        if self.view_state.number("team", 0, 0, 2**63) != team.id:
            self.view_state.keep("roster/period", 0)  # the one seen last was another team's
        self.view_state.keep("team", team.id)
        frame = self._new_frame()
        button = TeamButton(teams, team.id)
        button.team_chosen.connect(lambda team_id: self.unless_lost(partial(self.show_team, team_id)))
        button.new_wished.connect(partial(self.wished.emit, "new_team", None))
        button.edit_wished.connect(partial(self.wished.emit, "edit_team", None))
        button.rules_wished.connect(partial(self.wished.emit, "team_rules", None))
        button.guide_wished.connect(partial(self.wished.emit, "guide", None))
        frame.navigation.add_beside_team(button)
        entries = page_entries()
        self.shell = shell = self._shell(services, team.id)
        frame.show_pages(shell, entries)
        strip = StepsStrip(shell, lambda: frame.navigation.choice)
        frame.show_above(strip)
        strip.begin()
        frame.page_changed.connect(partial(self.view_state.keep, "page"))
        frame.navigation.show_team(team.name)
        self.window.show_team(team.name)
        QTimer.singleShot(_REMARK_AFTER, frame, self.show_team_name)  # after the first page has what it needs
        last = self.view_state.text("page")
        if entries:
            frame.go(last if last in {entry.key for entry in entries} else entries[0].key)

    def show_team_name(self) -> None:
        """The team's name and size in the navigation and the title, as they are stored now."""
        if self.services is None or self.team_id is None:
            return
        from roster_app.gui.team.remark import team_remark

        directory = self.services.teams.directory(self.team_id)
        self.window.frame.navigation.show_team(directory.team.name, team_remark(directory))
        self.window.show_team(directory.team.name)

    def _show_welcome(self) -> None:
        self.team_id = self.shell = None
        welcome = WelcomePage()
        welcome.team_wished.connect(partial(self.wished.emit, "make_team"))
        welcome.sample_wished.connect(partial(self.wished.emit, "open_sample", welcome))
        welcome.everything_wished.connect(partial(self.wished.emit, "take_in_everything", welcome))
        welcome.settings_wished.connect(partial(self.wished.emit, "settings", None))
        self._new_frame().show_only(welcome)
        self.window.show_team(_("Duty rosters"))

    def unless_lost(self, then: Callable[[], object]) -> None:
        """Go on, after asking if something written and not stored would be lost by it."""
        unsaved = self.window.unsaved()
        if unsaved:
            ask(self.window, _("Not stored yet"), unsaved, _("Go on and lose it"), then, danger=True, no=_("Go back"))
        else:
            then()

    # settings

    def apply(self, settings: Settings) -> None:
        """Store the settings and live by them at once; another language or name builds the pages anew."""
        anew = settings.language != self.settings.language or author(settings) != author(self.settings)
        if anew:
            self.unless_lost(partial(self._apply, settings))
        else:
            self._apply(settings)

    def use_database(self, url: str) -> None:
        """Work with another database from now on; its password is not stored."""

        def use() -> None:
            self._apply(replace(self.settings, database_url=url))
            self.open(url)

        self.unless_lost(use)

    def _apply(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        if not self.errors.attempt(partial(write_settings, self.files.settings, settings), lambda _nothing: None):
            self.settings = before
            return
        self.application.wear(settings.theme, settings.text_percent)
        if settings.language != before.language:
            self.application.speak(i18n.install(settings.language))
        if author(settings) != author(before):
            self.open(self._url)
        elif settings.language != before.language:
            self.show_team(self.team_id)

    @property
    def url(self) -> str:
        """The address of the database in use."""
        return self._url

    # inner

    def _new_frame(self) -> Frame:
        frame = Frame()
        self.window.use_frame(frame)
        frame.settings_wished.connect(partial(self.wished.emit, "settings", None))
        for name in ("settings", "keys", "guide", "quit", "team_rules", "hand_over", "counters"):
            make_action(name, frame, partial(self.wished.emit, name, None))
        return frame

    @property
    def today(self) -> date:
        """The day it is."""
        return self._now().date()

    def _shell(self, services: Services, team_id: TeamId) -> Shell:
        return Shell(
            services=services,
            team_id=team_id,
            tasks=self.tasks,
            events=self.events,
            messages=self.messages,
            errors=self.errors,
            view_state=self.view_state,
            appearance=self.application.appearance,
            settings=lambda: self.settings,
            go=lambda key, target=None: self.window.frame.go(key, target),
            do=lambda name: self.wished.emit(name, None),
            now=self._now,
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.team or changes.volunteers or changes.places:
            self.show_team_name()

    def _on_told(self, message: Message) -> None:
        self.window.frame.tell(message)

    def _on_bug(self, error: BaseException) -> None:
        from roster_app.gui.bug_report import BugReportDialog

        if self._bug_report is None:
            self._bug_report = BugReportDialog(self.files.log, self.window)
            self._bug_report.quit_wished.connect(self.window.leave)
            self._bug_report.finished.connect(self._on_report_read)
            self._bug_report.open()
        self._bug_report.add_error(error)

    def _on_report_read(self) -> None:
        if self._bug_report is not None:
            self._bug_report.deleteLater()
            self._bug_report = None

    def _on_closed(self) -> None:
        self.tasks.close()
        if self.services is not None:
            self.services.close()
            self.services = None


def _chosen(teams: tuple[Team, ...], wanted: TeamId) -> Team | None:
    return next((team for team in teams if team.id == wanted), teams[0] if teams else None)
