"""What the person wishes of the window as a whole: each wish opens its dialog and sees it through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from roster_app import i18n
from roster_app.domain.ids import CheckpointId, TeamId
from roster_app.domain.team import TeamRules
from roster_app.gui.keys_sheet import KeysSheet
from roster_app.gui.preferences.database_fields import ServerPlace, is_server
from roster_app.gui.session import Session
from roster_app.gui.team.team_form import TeamWords
from roster_app.gui.team.welcome import WelcomePage
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.message_bar import MessageBar
from roster_app.i18n import _
from roster_app.settings import Settings, data_folder

if TYPE_CHECKING:
    from roster_app.services import Changes, Services

T = TypeVar("T")


class Wishes(QObject):
    """One method a wish; dialogs are opened, never waited for."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._wishes: dict[str, Callable[..., object]] = {
            "settings": self.settings,
            "keys": self.keys,
            "guide": self.guide,
            "quit": session.window.close,
            "team_rules": self.team_rules,
            "hand_over": self.hand_over,
            "counters": self.counters,
            "another_database": self.another_database,
            "new_team": self.new_team,
            "edit_team": self.edit_team,
            "make_team": self.make_team,
            "open_sample": self.open_sample,
            "take_in_everything": self.take_in_everything,
        }
        session.wished.connect(self._on_wished)

    def keys(self) -> None:
        """The key sheet."""
        sheet = KeysSheet(self._session.window)
        sheet.guide_wished.connect(self.guide)
        sheet.open()

    def guide(self) -> None:
        """The user guide."""
        from roster_app.gui.guide.guide_dialog import GuideDialog

        GuideDialog(self._session.window).open()

    def settings(self) -> None:
        """The settings dialog."""
        from roster_app.gui.preferences.dialog import DatabaseFacts, PreferencesDialog

        facts = DatabaseFacts(self._url_to_show(), self._session.services is not None)
        dialog = PreferencesDialog(self._session.settings, i18n.current_language(), facts, self._session.window)
        dialog.submitted.connect(partial(self._apply, dialog))
        dialog.database_wished.connect(dialog.reject)
        dialog.database_wished.connect(self.another_database)
        dialog.backup_wished.connect(partial(self._back_up, dialog.messages))
        dialog.open()

    def another_database(self) -> None:
        """The dialog that names, tries and takes another database."""
        from roster_app.gui.preferences.database_dialog import DatabaseDialog

        session = self._session
        dialog = DatabaseDialog(session.url, _tried_out, session.tasks, session.window)
        dialog.submitted.connect(dialog.accept)
        dialog.submitted.connect(session.use_database)
        dialog.open()

    def team_rules(self) -> None:
        """The limits of the team's rosters."""
        from roster_app.gui.team.rules_dialog import RulesDialog

        services, team_id = self._team()
        if services is None or team_id is None:
            return
        dialog = RulesDialog(services.teams.directory(team_id), self._session.today, self._session.window)
        dialog.submitted.connect(partial(self._store_rules, dialog, services, team_id))
        dialog.open()

    def hand_over(self) -> None:
        """The log of hand-overs, about the checkpoint in sight where there is one."""
        from roster_app.gui.handover.dialog import HandOverDialog, HandOverPlace

        window, shell = self._session.window, self._session.shell
        if shell is None:
            return
        found = window.frame.page.place() if window.frame.page is not None else None
        dialog = HandOverDialog(shell, HandOverPlace(*found) if found else HandOverPlace(), window)
        dialog.counters_wished.connect(self._counters_of)
        dialog.open()

    def _counters_of(self, checkpoint_id: CheckpointId, until: datetime) -> None:
        """What was counted of the shift of a checkpoint that ends at a moment."""
        from roster_app.gui.counters.dialog import CountersDialog, CountersPlace

        if (shell := self._session.shell) is not None:
            CountersDialog(shell, CountersPlace(checkpoint_id, until=until), self._session.window).open()

    def counters(self) -> None:
        """What was counted at the end of duties, at the checkpoint in sight where there is one."""
        from roster_app.gui.counters.dialog import CountersDialog, CountersPlace

        window, shell = self._session.window, self._session.shell
        if shell is None:
            return
        found = window.frame.page.place() if window.frame.page is not None else None
        CountersDialog(shell, CountersPlace(*found) if found else CountersPlace(), window).open()

    def new_team(self) -> None:
        """A dialog for another team."""
        from roster_app.gui.team.team_dialog import TeamDialog

        dialog = TeamDialog(None, self._session.window)
        dialog.submitted.connect(partial(self.make_team, dialog=dialog))
        dialog.open()

    def edit_team(self) -> None:
        """Name, office and duty phone of this team."""
        from roster_app.gui.team.team_dialog import TeamDialog

        services, team_id = self._team()
        if services is None or team_id is None:
            return
        team = services.teams.directory(team_id).team
        dialog = TeamDialog(team, self._session.window)

        def store(words: TeamWords) -> None:
            changed = replace(team, name=words.name, office=words.office, duty_phone=words.duty_phone)
            self._attempt(dialog, partial(services.teams.update, changed), self._spread)

        dialog.submitted.connect(store)
        dialog.open()

    def make_team(self, words: TeamWords, dialog: PanelDialog | None = None) -> None:
        """Store a new team and go to the page where its list is taken in."""
        services = self._session.services
        if services is None:
            return
        use_case = partial(services.teams.create, words.name, words.office, words.duty_phone)
        self._attempt(dialog, use_case, lambda team: self._begin_with(team.id))

    def take_in_everything(self, welcome: WelcomePage) -> QFileDialog:
        """Choose a file of everything and take it into the database, which is still empty; does not wait."""
        dialog = QFileDialog(welcome, _("A file of everything"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Everything, as JSON") + " (*.json)")
        dialog.fileSelected.connect(lambda chosen: self.read_everything(welcome, Path(chosen)))
        dialog.open()
        return dialog

    def read_everything(self, welcome: WelcomePage, path: Path) -> None:
        """Take the file in, whole or not at all, and show its first team; where that is refused, say why."""
        session, services = self._session, self._session.services
        assert services is not None
        welcome.take_in(True)

        def taken(_changes: Changes) -> None:
            session.show_team()
            session.messages.tell(_("Taken in: everything from {name}.").format(name=path.name), "good")

        def failed(error: BaseException) -> None:
            welcome.take_in(False)
            session.errors.report(error, retry=partial(self.read_everything, welcome, path))

        work = partial(services.exports.take_in_everything, path)
        session.tasks.run(work, on_success=taken, on_failure=failed, owner=welcome)

    def open_sample(self, welcome: WelcomePage) -> None:
        """Store the sample team and show it."""
        session, services = self._session, self._session.services
        if services is None:
            return
        welcome.wait(True)

        def failed(error: BaseException) -> None:
            welcome.wait(False)
            session.errors.report(error, retry=partial(self.open_sample, welcome))

        session.tasks.run(services.teams.load_sample, on_success=session.show_team, on_failure=failed, owner=welcome)

    def _begin_with(self, team_id: TeamId) -> None:
        self._session.show_team(team_id)
        self._session.window.frame.go("people")

    def _store_rules(self, dialog: PanelDialog, services: Services, team_id: TeamId, rules: TeamRules) -> None:
        self._attempt(dialog, partial(services.teams.set_rules, team_id, rules), self._spread)

    def _spread(self, changes: Changes) -> None:
        self._session.events.spread(changes, None)

    def _attempt(self, dialog: PanelDialog | None, use_case: Callable[[], T], then: Callable[[T], object]) -> None:
        """Call a use case; a refusal is told inside the dialog, which closes only when it was carried out."""
        bar = MessageBar(dialog) if dialog is not None else None

        def done(answer: T) -> None:
            if dialog is not None:
                dialog.accept()
            then(answer)

        self._session.errors.attempt(use_case, done, messages=bar)

    def _apply(self, dialog: PanelDialog, settings: Settings) -> None:
        dialog.accept()
        self._session.apply(settings)

    def _url_to_show(self) -> str:
        url = self._session.url
        return ServerPlace.of_url(url).with_password("").url if is_server(url) else url

    def _back_up(self, bar: MessageBar) -> None:
        """Copy the database to a place of the person's choice."""
        services = self._session.services
        if services is None:
            return
        bar.tell(_("Backing up …"))
        from roster_app.services.databases import back_up

        self._session.tasks.run(
            partial(back_up, services, data_folder() / "backups"),
            on_success=lambda path: bar.tell(_("Backed up to {path}").format(path=path), "good"),
            on_failure=lambda error: self._session.errors.report(error, messages=bar),
            owner=bar,
        )

    def _team(self) -> tuple[Services | None, TeamId | None]:
        return self._session.services, self._session.team_id

    def _on_wished(self, name: str, about: object) -> None:
        wish = self._wishes[name]
        if about is None:
            wish()
        else:
            wish(about)


def _tried_out(url: str) -> str:
    """What a database holds, in a sentence; raises where it cannot be opened."""
    from roster_app.services.databases import look_into

    teams = look_into(url)
    if teams is None:
        return _("It can be used; nothing is stored there yet.")
    names = _(", ").join(team.name for team in teams)
    return _("It can be opened. Teams: {names}").format(names=names) if names else _("It can be opened; no team yet.")
