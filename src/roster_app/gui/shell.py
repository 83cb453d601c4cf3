"""What the window hands to its pages, and what a page is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.ids import CheckpointId, TeamId
from roster_app.gui.actions import CommandAction
from roster_app.gui.errors import Errors
from roster_app.gui.events import Events
from roster_app.gui.messages import Messages
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.theme import Appearance
from roster_app.gui.view_state import ViewState
from roster_app.gui.widgets.meanings import ToneName
from roster_app.settings import Settings

if TYPE_CHECKING:
    from roster_app.services import Changes, Services


@dataclass(frozen=True, slots=True)
class Shell:
    """One team in one language: whoever changes team, language or database gets a new shell and new pages."""

    services: Services
    team_id: TeamId
    tasks: TaskRunner
    events: Events
    messages: Messages
    errors: Errors
    view_state: ViewState
    appearance: Appearance
    settings: Callable[[], Settings]
    """The settings in force now."""
    go: Callable[[str, object], None]
    """Open a page by its key ("roster", "people", "places", "publish", "today") and show it a target (or None).

    A target in words is the name of a command that the page carries out, if it can: "import_list", "generate".
    """
    do: Callable[[str], None]
    """Carry out a command of the window: "settings", "team_rules", "keys"."""
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Badge:
    """The small count beside a page's name in the navigation."""

    count: str
    tone: ToneName = "act"


class Page(QWidget):
    """A page of the window. Made at its first visit; kept until team, language or database change."""

    badge_changed = Signal(object)  # a Badge, or None to take it away
    hints_changed = Signal()  # `key_hints` answers otherwise now

    def __init__(self, shell: Shell, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.title = title
        self.setAccessibleName(title)
        shell.events.changed.connect(self._on_changed)

    def activated(self) -> None:
        """The page has come to the front: put the focus where work begins."""

    def apply_changes(self, changes: Changes) -> None:
        """Something was stored, not by this page: show what of it concerns the page, in sight or not."""

    def key_hints(self) -> list[tuple[str, str]]:
        """(keys, what they do) for the status bar, the most useful first."""
        return []

    def show_target(self, target: object) -> None:
        """Go to what another page points at: a VolunteerId, PeriodId, DutyId, CheckpointId."""

    def carry_out(self, command: str) -> None:
        """Do what one of the page's commands does; nothing while it cannot be done."""
        for action in self.actions():
            if isinstance(action, CommandAction) and action.name == command:
                action.trigger()

    def place(self) -> tuple[CheckpointId, datetime] | None:
        """The checkpoint, and the moment from which on, that a command of the window would be about here."""
        return None

    def take_in_file(self, path: Path) -> None:
        """A file was dropped on the window: look into it here, or on the page that can."""
        self.shell.go("people", path)

    def unsaved(self) -> str:
        """What would be lost if the page were closed now, as a sentence; empty if nothing."""
        return ""

    def closing(self) -> None:
        """The page is about to be given up: remember how it looks, let go of what it holds."""

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if origin is not self:
            self.apply_changes(changes)
