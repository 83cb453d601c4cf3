"""A roster page over a real database in a temporary folder, with an engine that answers at once."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from invented_team import TEAM, filled_roster
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Proposal, Roster
from roster_app.domain.team import Directory
from roster_app.engine.answers import Effort, Resolver
from roster_app.gui.chains.paste_dialog import PasteDialog
from roster_app.gui.errors import Errors
from roster_app.gui.events import Events
from roster_app.gui.messages import Messages
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.theme import Appearance
from roster_app.gui.view_state import ViewState
from roster_app.services import Services, open_services
from roster_app.settings import Settings

NOW = datetime(2020, 4, 14, 9, 30)


def fill(services: Services, period_id: PeriodId, directory: Directory) -> None:
    """Hold nearly every duty of a stored period, as `filled_roster` would."""
    opened = services.rostering.open(period_id)
    like = filled_roster(directory, opened.period)
    holders = dict(zip((d.id for d in opened.roster.plan.duties), map(like.holder, like.plan.duty), strict=True))
    held = {d: who for d, who in holders.items() if who is not None}
    edit = settle(opened.roster, held, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    services.rostering.apply_edit(period_id, edit)


@dataclass(frozen=True)
class Report:
    """What the engine reports on its way."""

    seconds: float
    cost: int | None
    bound: int | None
    assignments: dict[DutyId, VolunteerId] | None = None


@dataclass
class ImmediateSearch:
    """Gives every planned duty to whoever stands least; can be made to wait for a stop, or to fail."""

    waits: bool = False
    error: BaseException | None = None
    warmed: bool = False
    closed: bool = False
    asked: list[Any] = field(default_factory=list)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def warm(self) -> None:
        self.warmed = True

    def run(self, opened: Any, scope: Any, seconds: float, on_progress: Callable[[Any], None]) -> Proposal:
        self.asked.append(scope)
        if self.error is not None:
            raise self.error
        found = dict(self._dealt_out(opened.roster, scope.duties))
        on_progress(Report(0.2, 400, 10, found))
        if self.waits and not self._stopped.wait(20):
            raise TimeoutError("nobody stopped the search")
        vacancies = tuple(d.id for d in opened.roster.plan.duties if d.id not in found)
        return Proposal(opened.period.id, found, vacancies, cost=40, bound=40, optimal=True, seconds=0.4)

    def ask(self, question: Any, on_answer: Callable[[Any], None]) -> Any:
        """Answered here and now, as the engine's process would."""
        self.asked.append(question)
        if self.error is not None:
            raise self.error
        answers = list(question.answers(Resolver(Effort(1.5), lambda: False)))
        for answer in answers:
            on_answer(answer)
        return answers[-1]

    def stop(self) -> None:
        self._stopped.set()

    def close(self) -> None:
        self.closed = True

    def _dealt_out(self, roster: Roster, planned: frozenset[DutyId]) -> Any:
        people = [VolunteerId(1000 + n) for n in range(self.people(roster))]
        turn = 0
        for duty in sorted(roster.plan.duties, key=lambda d: d.span):
            if duty.id in planned:
                yield duty.id, people[turn % len(people)]
                turn += 1
            elif (who := roster.holder(duty.id)) is not None:
                yield duty.id, who

    @staticmethod
    def people(roster: Roster) -> int:
        """How many people the engine knows of."""
        return 9


def make_shell(tmp_path: Path, services: Services, appearance: Appearance, went: list[Any]) -> Shell:
    """Everything a page is handed, nothing of it pretended but the way to other pages."""
    messages = Messages()
    errors = Errors(messages)
    return Shell(
        services=services,
        team_id=TEAM,
        tasks=TaskRunner(errors.report),
        events=Events(),
        messages=messages,
        errors=errors,
        view_state=ViewState(tmp_path / "view.ini"),
        appearance=appearance,
        settings=Settings,
        go=lambda key, target=None: went.append((key, target)),
        do=lambda name: went.append((name, None)),
        now=lambda: NOW,
    )


def open_desk(tmp_path: Path) -> Services:
    return open_services(f"sqlite:///{tmp_path / 'roster.db'}", "desk one", lambda: NOW)


def press(page: RosterPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the keyboard is."""
    QTest.keyClick(page.window().focusWidget() or page, key, modifier)


def stored(page: RosterPage) -> Mapping[DutyId, Assignment]:
    """Who stands what, read anew from the database."""
    return page.shell.services.rostering.open(page.document.opened.period.id).roster.assignments


def opened_by_keys(page: RosterPage, qtbot: QtBot, text: str) -> PasteDialog:
    """The dialog of a chain that was copied, once it is read."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.chains.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.reading is not None, timeout=20_000)
    return dialog
