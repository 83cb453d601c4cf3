"""Every command once: its words, keys and icon; pages make actions of them and the key sheet (F1) lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from roster_app.gui.widgets.icons import icon
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `keys` are portable key names, the first is the one that is shown.

    A `local` command belongs to one view (Enter in a grid): the view handles its keys, the sheet tells of them.
    """

    name: str
    group: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    local: bool = False


EVERYWHERE, ROSTER, SIGHT, PEOPLE, PLACES, PUBLISH, TODAY = (
    N_("Everywhere"),
    N_("Roster"),
    N_("Roster: going and looking"),
    N_("Volunteers"),
    N_("Checkpoints and shifts"),
    N_("Publish and print"),
    N_("Today"),
)

COMMANDS: tuple[Command, ...] = (
    Command("go_1", EVERYWHERE, N_("Go to the first page"), ("Ctrl+1",)),
    Command("go_2", EVERYWHERE, N_("Go to the second page"), ("Ctrl+2",)),
    Command("go_3", EVERYWHERE, N_("Go to the third page"), ("Ctrl+3",)),
    Command("go_4", EVERYWHERE, N_("Go to the fourth page"), ("Ctrl+4",)),
    Command("go_5", EVERYWHERE, N_("Go to the fifth page"), ("Ctrl+5",)),
    Command("search", EVERYWHERE, N_("Search"), ("Ctrl+F",), "search"),
    Command("toggle_panel", EVERYWHERE, N_("Show or hide the side panel"), ("F9",), "panel-right"),
    Command("toggle_navigation", EVERYWHERE, N_("Show or hide the navigation"), ("Ctrl+F9",)),
    Command("refresh", EVERYWHERE, N_("Read anew"), ("F5",), "refresh-cw"),
    Command("undo", EVERYWHERE, N_("Undo"), ("Ctrl+Z",), "undo-2"),
    Command("redo", EVERYWHERE, N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
    Command("settings", EVERYWHERE, N_("Settings"), ("Ctrl+,",), "settings"),
    Command("hand_over", EVERYWHERE, N_("Hand-over log"), ("Ctrl+H",), "pencil"),
    Command("counters", EVERYWHERE, N_("Counters"), ("Ctrl+U",), "chart-column"),
    Command("team_rules", EVERYWHERE, N_("Rules of the team"), (), "shield-check"),
    Command("keys", EVERYWHERE, N_("Keys"), ("F1",), "keyboard"),
    Command("guide", EVERYWHERE, N_("User guide"), (), "info"),
    Command("quit", EVERYWHERE, N_("Quit"), ("Ctrl+Q",), "log-out"),
    Command("assign", ROSTER, N_("Choose who stands"), ("Enter",), local=True),
    Command("clear", ROSTER, N_("Leave vacant"), ("Delete",), local=True),
    Command("lock", ROSTER, N_("Lock or unlock"), ("Space",), local=True),
    Command("copy_volunteer", ROSTER, N_("Copy the volunteer"), ("Ctrl+C",), local=True),
    Command("cut_volunteer", ROSTER, N_("Carry the volunteer to another duty"), ("Ctrl+X",), local=True),
    Command("paste_volunteer", ROSTER, N_("Give the duty to the copied volunteer"), ("Ctrl+V",), local=True),
    Command("why", ROSTER, N_("Why this person, why not that one"), ("F4",)),
    Command("stand_in", ROSTER, N_("Cannot come: find a stand-in"), ("F6",)),
    Command("cut_duty", ROSTER, N_("Cut the duty in two"), ("Ctrl+T",)),
    Command("repeat_week", ROSTER, N_("Let the next week be as this one"), ("Ctrl+D",)),
    Command("join_duty", ROSTER, N_("Join the parts of the duty"), ("Ctrl+J",)),
    Command("end_later", ROSTER, N_("24 hours: let the duty end later"), ("Alt+Right",), local=True),
    Command("end_earlier", ROSTER, N_("24 hours: let the duty end earlier"), ("Alt+Left",), local=True),
    Command("begin_later", ROSTER, N_("24 hours: let the duty begin later"), ("Alt+Shift+Right",), local=True),
    Command("begin_earlier", ROSTER, N_("24 hours: let the duty begin earlier"), ("Alt+Shift+Left",), local=True),
    Command("generate", ROSTER, N_("Generate"), ("Ctrl+G",), "wand-sparkles"),
    Command("what_if", ROSTER, N_("What if: other demand, people away"), ("Ctrl+Shift+G",)),
    Command("new_period", ROSTER, N_("New period"), ("Ctrl+Shift+N",), "calendar-days"),
    Command("export_roster", ROSTER, N_("Export the roster"), ("Ctrl+E",), "download"),
    Command("export_calendars", ROSTER, N_("Export calendars"), (), "calendar-days"),
    Command("import_roster", ROSTER, N_("Import a roster"), ("Ctrl+I",), "upload"),
    Command("take_in_edits", ROSTER, N_("Take in edits"), ("Ctrl+Shift+I",), "upload"),
    Command("export_everything", ROSTER, N_("Export everything in the database"), (), "download"),
    Command("take_in_everything", ROSTER, N_("Take in everything from a file"), (), "upload"),
    Command("paste_chain", ROSTER, N_("Paste a sign-up chain"), ("Ctrl+Shift+V",), "upload"),
    Command("make_chain", ROSTER, N_("Make a sign-up chain"), ("Ctrl+Shift+C",), "copy"),
    Command("next_conflict", SIGHT, N_("Next conflict or vacancy"), ("F8",)),
    Command("previous_conflict", SIGHT, N_("Previous conflict or vacancy"), ("Shift+F8",)),
    Command("next_vacancy", SIGHT, N_("Next vacancy"), ("F7",)),
    Command("previous_vacancy", SIGHT, N_("Previous vacancy"), ("Shift+F7",)),
    Command("today", SIGHT, N_("Go to today"), ("Home",), local=True),
    Command("next_week", SIGHT, N_("A week on"), ("PgDown",), local=True),
    Command("previous_week", SIGHT, N_("A week back"), ("PgUp",), local=True),
    Command("by_checkpoint", SIGHT, N_("Show checkpoint × day"), ("Alt+1",)),
    Command("by_volunteer", SIGHT, N_("Show volunteer × day"), ("Alt+2",)),
    Command("by_hour", SIGHT, N_("Show the 24 hours of a day"), ("Alt+3",)),
    Command("by_month", SIGHT, N_("Show the calendar of a volunteer"), ("Alt+4",)),
    Command("filter", SIGHT, N_("Show only some checkpoints, crews or one person"), ("Ctrl+Shift+F",)),
    Command("zoom_in", SIGHT, N_("Larger"), ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", SIGHT, N_("Smaller"), ("Ctrl+-",)),
    Command("zoom_normal", SIGHT, N_("As large as drawn"), ("Ctrl+0",)),
    Command("import_list", PEOPLE, N_("Import a list"), ("Ctrl+I",), "upload"),
    Command("chain_of_people", PEOPLE, N_("Paste a sign-up chain"), ("Ctrl+Shift+V",), "upload"),
    Command("export_list", PEOPLE, N_("Export the list"), ("Ctrl+E",), "download"),
    Command("new_volunteer", PEOPLE, N_("New volunteer"), ("Ctrl+N",), "user-plus"),
    Command("open_volunteer", PEOPLE, N_("Open the form"), ("Enter",), local=True),
    Command("remove_volunteer", PEOPLE, N_("Remove"), ("Delete",), local=True),
    Command("save_form", PEOPLE, N_("Save the form"), ("Ctrl+S",), "save"),
    Command("new_checkpoint", PLACES, N_("New checkpoint"), ("Ctrl+N",), "plus"),
    Command("save_place", PLACES, N_("Save the form"), ("Ctrl+S",), "save"),
    Command("next_place_view", PLACES, N_("Next view"), ("Ctrl+PgDown",)),
    Command("open_place", PLACES, N_("Open the form"), ("Enter",), local=True),
    Command("move_place", PLACES, N_("Move up or down in the list"), ("Alt+Up",), local=True),
    Command("remove_place", PLACES, N_("Remove"), ("Delete",), local=True),
    Command("publish", PUBLISH, N_("Publish"), ("Ctrl+Shift+P",), "circle-check"),
    Command("save_pdf", PUBLISH, N_("Save PDF"), ("Ctrl+S",), "save"),
    Command("save_all", PUBLISH, N_("Save all"), ("Ctrl+Shift+S",), "folder-open"),
    Command("print", PUBLISH, N_("Print"), ("Ctrl+P",), "printer"),
    Command("check_posted", PUBLISH, N_("Check a posted sheet"), ("Ctrl+K",), "search"),
    Command("posting_ledger", PUBLISH, N_("Posting ledger"), ("Ctrl+L",), "map-pin"),
    Command("head_and_foot", PUBLISH, N_("Head and foot of the sheets"), ("Ctrl+Shift+H",), "pencil"),
    Command("page_on", PUBLISH, N_("A page on"), ("PgDown",)),
    Command("page_back", PUBLISH, N_("A page back"), ("PgUp",)),
    Command("enlarge", PUBLISH, N_("Enlarge the page"), ("Ctrl++", "Ctrl+=")),
    Command("reduce", PUBLISH, N_("Reduce the page"), ("Ctrl+-",)),
    Command("whole_page", PUBLISH, N_("Show the whole page"), ("Ctrl+0",)),
    Command("large_board", TODAY, N_("Show the board on the whole screen"), ("F11",)),
    Command("scan", TODAY, N_("Scan a badge or type a name"), ("Ctrl+B",)),
    Command("key_paper", TODAY, N_("Key a paper sheet"), ("Ctrl+K",), "keyboard"),
    Command("enter_sheet", TODAY, N_("Enter the whole sheet"), ("Ctrl+Return", "Ctrl+Enter"), "check"),
    Command("take_back_row", TODAY, N_("Take back what was entered of a row"), ("Delete",), local=True),
    Command("sign", TODAY, N_("Sign in or out"), ("Enter",), local=True),
)


def command(name: str) -> Command:
    """The command of that name; raises KeyError for an unknown one."""
    return _BY_NAME[name]


_REPEATED = frozenset({"undo", "redo", "next_conflict", "previous_conflict", "page_on", "page_back"})
_BY_NAME = {c.name: c for c in COMMANDS}


def make_action(name: str, owner: QWidget, act: Callable[[], object]) -> CommandAction:
    """An action of `owner`: its keys work while the owner is in sight in the active window, and nowhere else."""
    return CommandAction(command(name), owner, act)


def keys_of(found: Command) -> str:
    """Its first keys as they are written on this system's keyboards."""
    return QKeySequence(found.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if found.keys else ""


class CommandAction(QAction):
    """A command made ready for one page; its icon follows the theme."""

    def __init__(self, made_from: Command, owner: QWidget, act: Callable[[], object]) -> None:
        super().__init__(_(made_from.text), owner)
        self._command = made_from
        self._owner = owner
        if not made_from.local:
            self.setShortcuts([QKeySequence(keys) for keys in made_from.keys])
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setAutoRepeat(made_from.name in _REPEATED)
        self.triggered.connect(lambda _checked=False: act())
        self.dress()
        owner.addAction(self)

    def dress(self) -> None:
        """Colour the icon after the theme the owner wears now."""
        if self._command.icon:
            self.setIcon(icon(self._command.icon, meanings_of(self._owner), "second"))

    @property
    def name(self) -> str:
        """The name of its command."""
        return self._command.name

    @property
    def keys(self) -> str:
        """Its first keys as they are written here."""
        return keys_of(self._command)

    @property
    def words(self) -> str:
        """Text and keys, for a tool tip."""
        keys = keys_of(self._command)
        return f"{self.text()} ({keys})" if keys else self.text()


def bind(button: QAbstractButton, action: CommandAction) -> None:
    """Let a button carry out an action and show whether it can be carried out now."""
    button.clicked.connect(lambda _checked=False: action.trigger())
    action.changed.connect(partial(_show_state, button, action))
    _show_state(button, action)


def _show_state(button: QAbstractButton, action: CommandAction) -> None:
    if shiboken6.isValid(button):
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.words)
