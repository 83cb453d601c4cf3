"""Everything there is to see: each page with its views and leaves, each dialog, each model, by how one gets there.

A dialog, a model or a page that has no entry here makes a test fail: add how it is brought about.
"""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTableView,
    QWidget,
)
from window_cases import World

import roster_app.gui
from roster_app.domain.edits import EditKind, clear, settle
from roster_app.domain.ids import CheckpointId, LeaveId, PostId, new_id
from roster_app.domain.people import Leave
from roster_app.domain.places import Post
from roster_app.domain.roster import Origin, Proposal
from roster_app.domain.timespan import whole_days
from roster_app.gui.bug_report import BugReportDialog
from roster_app.gui.chains.make_dialog import MakeDialog
from roster_app.gui.chains.paste_dialog import PasteDialog
from roster_app.gui.counters.dialog import CountersDialog
from roster_app.gui.counters.list_dialog import ListDialog
from roster_app.gui.guide.guide_dialog import GuideDialog
from roster_app.gui.handover.dialog import HandOverDialog
from roster_app.gui.handover.kinds_dialog import KindsDialog
from roster_app.gui.keys_sheet import KeysSheet
from roster_app.gui.people.holders_dialog import HoldersDialog
from roster_app.gui.people.leave_dialog import LeaveDialog
from roster_app.gui.people.model import PeopleModel
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.people.record_view import RecordModel
from roster_app.gui.people.statements_model import StatementsModel
from roster_app.gui.people.times_dialog import TimesDialog
from roster_app.gui.people.twins_dialog import TwinsDialog
from roster_app.gui.people.week_dialog import WeekDialog
from roster_app.gui.places.moves_dialog import MovesDialog
from roster_app.gui.places.moves_model import MovesModel
from roster_app.gui.places.names_model import NamesModel
from roster_app.gui.places.page import CALENDAR, CHECKPOINTS, GROUNDS, PATTERNS, PlacesPage
from roster_app.gui.places.pattern_chooser import PatternChooser
from roster_app.gui.places.strip_model import StripModel
from roster_app.gui.places.turns_dialog import TurnsDialog
from roster_app.gui.places.year_list import YearModel
from roster_app.gui.preferences.database_dialog import DatabaseDialog
from roster_app.gui.preferences.dialog import PreferencesDialog
from roster_app.gui.publish.check_dialog import CheckDialog
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.page_strip import PagesModel
from roster_app.gui.publish.posting_dialog import PostingDialog
from roster_app.gui.publish.print_job import PrintJob
from roster_app.gui.publish.print_progress import PrintProgress
from roster_app.gui.publish.printers import Printers
from roster_app.gui.publish.save_all_dialog import SaveAllDialog
from roster_app.gui.publish.stationery_dialog import StationeryDialog
from roster_app.gui.roster import lanes_model, month_model, people_model, places_model
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE
from roster_app.gui.roster.choice_list import ChoiceModel
from roster_app.gui.roster.generate_dialog import GenerateDialog
from roster_app.gui.roster.hours_list import HoursModel
from roster_app.gui.roster.new_period import NewPeriodDialog
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.returned_dialog import ReturnedDialog
from roster_app.gui.roster.what_if_dialog import WhatIfDialog
from roster_app.gui.taking_in.asking import Ask, Subject
from roster_app.gui.taking_in.dialog import TakingDialog
from roster_app.gui.taking_in.new_shift import NewShiftDialog
from roster_app.gui.taking_in.sheet_model import SheetModel
from roster_app.gui.team.rules_dialog import RulesDialog
from roster_app.gui.team.team_dialog import TeamDialog
from roster_app.gui.today.page import PAPER, TodayPage
from roster_app.gui.today.stand_in_dialog import StandInDialog
from roster_app.gui.widgets.question import Question
from roster_app.services.sheet_copy import copy_of

T = TypeVar("T", bound=type)
Bring = Callable[[World], object]


def classes(base: type[T]) -> list[type[T]]:
    """Every class of the window that descends from `base` and has no heirs, sorted by name; all modules are imported
    first."""
    for module in pkgutil.walk_packages(roster_app.gui.__path__, "roster_app.gui."):
        importlib.import_module(module.name)
    found, waiting = set(), [base]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {kind for kind in below if kind.__module__.startswith("roster_app.") and not kind.__subclasses__()}
        waiting += below
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


# the team


def furnish(world: World) -> None:
    """A leave, a checkpoint, a week that is held but for one duty, an edition of it, and a change since."""
    services, team_id = world.services, world.team_id
    leader = next(q for q in world.directory.qualifications if q.leads)
    services.people.update_qualification(replace(leader, name="负责人"))
    first = world.directory.volunteers[0]
    services.people.add_leave(Leave(LeaveId(new_id()), first.id, whole_days(date(2020, 4, 20), date(2020, 4, 22))))
    pattern = services.places.add_from_template(team_id, "three_by_eight")
    gate = services.places.new_checkpoint(team_id, "横岗卡口", pattern)
    services.places.save_checkpoint(gate, (Post(PostId(new_id()), CheckpointId(gate.id), "测温"),))
    period = services.rostering.create_period(team_id, date(2020, 4, 13), date(2020, 4, 19))
    roster = services.rostering.open(period.id).roster
    turns = itertools.cycle(v.id for v in world.directory.volunteers)
    held = dict(zip((d.id for d in roster.plan.duties[1:]), turns, strict=False))
    services.rostering.apply_edit(period.id, settle(roster, held, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))
    services.rostering.publish(period.id)
    held_now = services.rostering.open(period.id).roster
    services.rostering.apply_edit(period.id, clear(held_now, [roster.plan.duties[5].id]))
    world.session.show_team(team_id)


# pages


def roster(world: World) -> RosterPage:
    """The page of rosters with its week open."""
    page = world.page("roster")
    assert isinstance(page, RosterPage)
    wait(world, lambda: page.document.is_open)
    return page


def people(world: World) -> PeoplePage:
    page = world.page("people")
    assert isinstance(page, PeoplePage)
    return page


def places(world: World, view: str) -> PlacesPage:
    page = world.page("places")
    assert isinstance(page, PlacesPage)
    page.show_view(view)
    return page


def publish(world: World) -> PublishPage:
    page = world.page("publish")
    assert isinstance(page, PublishPage)
    wait(world, lambda: page.publication is not None and page.bench.previewing.sheet is not None)
    return page


def today(world: World) -> TodayPage:
    """The page of the day itself with its board read."""
    page = world.page("today")
    assert isinstance(page, TodayPage)
    wait(world, lambda: page.now is not None and bool(page.board.rows))
    return page


def _on_the_board(world: World) -> None:
    page = today(world)
    page.ask_who(page.board.rows[0].row)


def check_posted(world: World) -> None:
    """The dialog that checks what hangs, with an answer: the roster has been edited since."""
    page = publish(world)
    assert page.publication is not None
    assert page.publication.newest is not None
    page.carry_out("check_posted")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    (code,) = page.publication.newest.check_codes.values()
    dialog.code.setText(code)
    dialog.ask()
    wait(world, lambda: bool(dialog.answers))


def printing(world: World) -> None:
    """The dialog while a sheet is printed, before the first page goes."""
    page = publish(world)
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    job = PrintJob(Printers().make(""), copy_of(sheet), (0,))
    PrintProgress(page.shell, job, page.bench.preview.title, page).open()


def wait(world: World, condition: Callable[[], bool]) -> None:
    """Until the condition holds and nothing is being worked at that belongs to the window."""
    for _turn in range(4_000):
        QApplication.processEvents()
        if condition():
            return
        QApplication.instance().thread().msleep(5)  # type: ignore[union-attr]
    raise TimeoutError


def _choose(world: World, count: int, leaf: str = "form") -> None:
    page = people(world)
    page.people.choose(*[v.id for v in world.directory.volunteers[:count]])
    if count == 1:
        page.person.show_leaf(leaf)


def _at_a_duty(world: World) -> RosterPage:
    page = roster(world)
    page.arrangements.bring(BY_PLACE)
    page.arrangements.go_to_duty(page.document.roster.plan.duties[3].id)
    return page


def _stood_in(world: World) -> None:
    page = _at_a_duty(world)
    page.carry_out("stand_in")
    page.panel.stand_in.people.take()


def _proposed(world: World) -> None:
    page = _at_a_duty(world)
    page.document.discard()
    opened = page.document.opened
    held = {d: a.volunteer_id for d, a in opened.roster.assignments.items()}
    filled = held | {d.id: world.directory.volunteers[0].id for d in opened.roster.vacancies}
    page.generating.look(Proposal(opened.period.id, filled, (), cost=1, bound=1, optimal=True, seconds=0.1))


SIGHTS: dict[str, Bring] = {
    "roster by place": lambda world: roster(world).arrangements.bring(BY_PLACE),
    "roster by person": lambda world: roster(world).arrangements.bring(BY_PERSON),
    "roster by hour": lambda world: roster(world).arrangements.bring(BY_DAY),
    "roster by month": lambda world: roster(world).arrangements.bring(BY_MONTH),
    "leaf duty": lambda world: _at_a_duty(world).beside.pick(""),
    "leaf why": lambda world: _at_a_duty(world).carry_out("why"),
    "leaf stand-in": lambda world: _at_a_duty(world).carry_out("stand_in"),
    "leaf stand-in taken": lambda world: _stood_in(world),
    "proposal": lambda world: _proposed(world),
    "leaf fairness": lambda world: roster(world).beside.show_fairness(),
    "leaf problems": lambda world: roster(world).beside.show_problems(),
    "nobody chosen": lambda world: _choose(world, 0),
    "form of a person": lambda world: _choose(world, 1),
    "times of a person": lambda world: _choose(world, 1, "times"),
    "record of a person": lambda world: _choose(world, 1, "duties"),
    "several people": lambda world: _choose(world, 3),
    "new person": lambda world: people(world).new_volunteer(),
    "checkpoints": lambda world: places(world, CHECKPOINTS),
    "new checkpoint": lambda world: places(world, CHECKPOINTS).new_thing(),
    "patterns": lambda world: places(world, PATTERNS),
    "areas": lambda world: places(world, GROUNDS),
    "calendar": lambda world: places(world, CALENDAR),
    "publish": lambda world: publish(world),
    "today": lambda world: today(world),
    "paper sheet": lambda world: today(world).show_view(PAPER),
}
"""What one sees without a dialog."""


# menus


def _cell_menu(world: World) -> None:
    grid = _at_a_duty(world).arrangements.grid
    grid.customContextMenuRequested.emit(grid.visualRect(grid.currentIndex()).center())


def _menu_of_list(view: QAbstractItemView) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    view.customContextMenuRequested.emit(QPoint(5, 5))


MENUS: dict[str, Bring] = {
    "cell": _cell_menu,
    "filter": lambda world: roster(world).carry_out("filter"),
    "periods": lambda world: roster(world).header._open_periods(),
}


# dialogs


def _wish(name: str) -> Bring:
    return lambda world: world.session.wished.emit(name, None)


def _statements(dialog: type[LeaveDialog] | type[TimesDialog]) -> Bring:
    def bring(world: World) -> None:
        _choose(world, 1, "times")
        person, today = world.directory.volunteers[0], world.session.today
        dialog(person.id, person.name, None, today, world.page("people")).open()

    return bring


def _week(world: World) -> None:
    _choose(world, 1, "times")
    person = world.directory.volunteers[0]
    WeekDialog(person.id, person.name, (), world.session.today, world.page("people")).open()


def _holders(world: World) -> None:
    world.session.window.frame.go("people", world.directory.qualifications[0].id)


def _removal(world: World) -> None:
    _choose(world, 1)
    people(world).ask_removal()


def _returned(world: World) -> None:
    """With a workbook that asks for nothing."""
    page = roster(world)
    path = world.folder / "值班表"
    page.shell.services.exports.roster(page.document.opened.period.id, path)
    dialog = page.passing_on.show_edits(path)
    wait(world, lambda: dialog.returning is not None)


def _hand_over(world: World) -> None:
    world.session.wished.emit("hand_over", None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandOverDialog)
    wait(world, lambda: dialog.panel.log is not None)


def _kinds(world: World) -> None:
    KindsDialog(world.session.team_id, (), world.page("roster")).open()


def _counters(world: World) -> CountersDialog:
    """With the usual counters taken."""
    world.services.counters.take_usual(world.team_id)
    world.session.wished.emit("counters", None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CountersDialog)
    wait(world, lambda: dialog.opened is not None)
    return dialog


def _list_of_counters(world: World) -> None:
    world.services.counters.take_usual(world.team_id)
    ListDialog(world.team_id, world.services.counters.open(world.team_id), world.page("roster")).open()


def _moves(world: World) -> None:
    """A place that is staffed by nobody any more, asked about."""
    page, directory = places(world, CALENDAR), world.services.teams.directory(world.team_id)
    without = replace(directory, posts=tuple(replace(post, headcount=0) for post in directory.posts))
    page.keeper.show_moves(world.services.places.moved_duties(without), (directory, without))


def _new_shift(world: World) -> None:
    ask = Ask(Subject.SHIFT, "大夜", "", ("四月!B3",), hours=(1320, 1800))
    page = roster(world)
    NewShiftDialog(page.shell, ask, world.directory, page.window()).open()


DIALOGS: dict[type[QDialog], Bring] = {
    BugReportDialog: lambda world: world.session.errors.report(ValueError("测试")),
    CheckDialog: check_posted,
    CountersDialog: _counters,
    DatabaseDialog: _wish("another_database"),
    GenerateDialog: lambda world: roster(world).carry_out("generate"),
    GuideDialog: _wish("guide"),
    HandOverDialog: _hand_over,
    HoldersDialog: _holders,
    KeysSheet: _wish("keys"),
    KindsDialog: _kinds,
    LeaveDialog: _statements(LeaveDialog),
    ListDialog: _list_of_counters,
    MakeDialog: lambda world: roster(world).carry_out("make_chain"),
    MovesDialog: _moves,
    NewPeriodDialog: lambda world: roster(world).carry_out("new_period"),
    PasteDialog: lambda world: roster(world).carry_out("paste_chain"),
    PatternChooser: lambda world: places(world, PATTERNS).new_thing(),
    PostingDialog: lambda world: publish(world).carry_out("posting_ledger"),
    PreferencesDialog: _wish("settings"),
    PrintProgress: printing,
    Question: _removal,
    ReturnedDialog: _returned,
    RulesDialog: _wish("team_rules"),
    SaveAllDialog: lambda world: publish(world).carry_out("save_all"),
    NewShiftDialog: _new_shift,
    StationeryDialog: lambda world: publish(world).carry_out("head_and_foot"),
    TakingDialog: lambda world: people(world).carry_out("import_list"),
    TeamDialog: _wish("edit_team"),
    TimesDialog: _statements(TimesDialog),
    TurnsDialog: lambda world: places(world, GROUNDS).grounds.turns.click(),
    TwinsDialog: lambda world: people(world).compare_twins(),
    WeekDialog: _week,
    StandInDialog: lambda world: _on_the_board(world),
    WhatIfDialog: lambda world: roster(world).carry_out("what_if"),
}
"""How each dialog is opened."""

# models


def _imported(world: World) -> None:
    from roster_app.resources import resource

    people(world).import_list(resource("samples", "hengsan", "volunteers.xlsx"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TakingDialog)
    wait(world, lambda: dialog.taking.latest is not None)


MODELS: dict[type[QAbstractItemModel], Bring] = {
    PeopleModel: lambda world: people(world),
    SheetModel: _imported,
    StatementsModel: lambda world: _choose(world, 1, "times"),
    RecordModel: lambda world: _choose(world, 1, "duties"),
    MovesModel: _moves,
    NamesModel: lambda world: places(world, GROUNDS),
    StripModel: lambda world: places(world, CHECKPOINTS),
    YearModel: lambda world: places(world, CALENDAR),
    places_model.PlacesModel: lambda world: _at_a_duty(world),
    people_model.PeopleModel: SIGHTS["roster by person"],
    lanes_model.LanesModel: SIGHTS["roster by hour"],
    month_model.MonthModel: SIGHTS["roster by month"],
    ChoiceModel: SIGHTS["leaf duty"],
    HoursModel: lambda world: roster(world).carry_out("generate"),
    PagesModel: lambda world: publish(world),
}
"""Where each model is at work."""


# words


def words_in_sight(root: QWidget) -> Iterator[tuple[str, str]]:
    """(what says it, what it says) for everything below `root`, shown, read out or a tool tip; hidden parts too."""
    for part in (root, *root.findChildren(QWidget)):
        for words in (*_own_words(part), *_common_words(part)):
            yield type(part).__name__, words
    for action in root.findChildren(QAction):
        yield "action", action.text()


def _common_words(part: QWidget) -> Iterator[str]:
    yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
    yield from (action.text() for action in part.actions())


def _own_words(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QLineEdit):
        yield part.placeholderText()
    elif isinstance(part, QAbstractSpinBox):
        yield part.text()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(n) for n in range(part.count()))
    elif isinstance(part, QMenu):
        yield from (action.text() for action in part.actions())
    elif isinstance(part, QListView | QTableView):
        yield from _words_of_model(part.model())


_READ = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def _words_of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    rows, columns = model.rowCount(), 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row, column, role in itertools.product(range(rows), range(columns), _READ):
        yield str(model.index(row, column).data(role) or "")
    headers = [(Qt.Orientation.Horizontal, n) for n in range(columns)] + [
        (Qt.Orientation.Vertical, n) for n in range(rows)
    ]
    for orientation, section in headers:
        yield str(model.headerData(section, orientation) or "")


KEYS = {
    "Ctrl",
    "Shift",
    "Alt",
    "Enter",
    "Return",
    "Esc",
    "Del",
    "Delete",
    "Home",
    "End",
    "Tab",
    "Space",
    "Left",
    "Right",
}
KEYS |= {"PgUp", "PgDn", "PgDown", "Page", "Up", "Down"}
NAMES_OF_THINGS = KEYS | {"PDF", "PNG", "JPEG", "pdf", "xlsx", "xls", "csv", "SQLite", "PostgreSQL", "English"}
"""What is written with Latin letters in a Chinese sentence too."""

_WORD = re.compile(r"[A-Za-z]{2,}")
_PATH = re.compile(r"(?:[a-z]+://|/|[A-Z]:\\)[^\s，。；]+")


def foreign_words(words: str) -> list[str]:
    """English in what should be Chinese; names of things, addresses and paths left aside."""
    return [word for word in _WORD.findall(_PATH.sub("", words)) if word not in NAMES_OF_THINGS]


def untranslated(root: QWidget) -> set[tuple[str, str]]:
    """What says something in English."""
    return {(who, words) for who, words in words_in_sight(root) if foreign_words(words)}


def instances(world: World, kind: type[QObject]) -> list[QObject]:
    """Those of the window and of the dialog over it."""
    roots: list[QObject] = [world.session.window]
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        roots.append(dialog)
    return list({id(found): found for root in roots for found in root.findChildren(kind)}.values())
