"""What one sees of the window beside its bare pages, each state brought about as a person would; for `shots.py`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QElapsedTimer, QEventLoop

from roster_app import i18n
from roster_app.domain.roster import Proposal
from roster_app.gui.actions import command
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.places.page import CALENDAR, GROUNDS, PATTERNS, PlacesPage
from roster_app.gui.publish.check_dialog import CheckDialog
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.print_job import PrintJob
from roster_app.gui.publish.print_progress import PrintProgress
from roster_app.gui.publish.printers import Printers
from roster_app.gui.publish.stationery_dialog import StationeryDialog
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE
from roster_app.gui.roster.generate_dialog import GenerateDialog, Stage
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.panel import PICKER
from roster_app.gui.roster.row_filter import RowFilter
from roster_app.gui.session import Session
from roster_app.gui.team.rules_dialog import RulesDialog
from roster_app.resources import resource
from roster_app.services.rule_catalogue import RECIPES
from roster_app.services.sheet_copy import copy_of
from roster_app.services.sheets import SheetKind

LONGEST_WAIT = 20_000  # ms


def put_back(session: Session) -> None:
    """As before the state was brought about."""
    dialog = session.application.qt.activeModalWidget()
    if isinstance(dialog, GenerateDialog):
        dialog.give_up()
        settle(session)
    elif isinstance(dialog, RulesDialog):
        dialog.done(0)
    elif dialog is not None:
        dialog.close()
    page = session.window.frame.page
    if isinstance(page, RosterPage):
        page.document.discard()
        page.arrangements.narrow_to(RowFilter())
        page.panel.bring(PICKER)
    session.window.frame.message_bar.clear()


def _people(session: Session) -> PeoplePage:
    session.window.frame.go("people")
    page = session.window.frame.page
    assert isinstance(page, PeoplePage)
    page.people.show_everybody()
    page.person.show_leaf("form")
    return page


def _choose(session: Session, count: int, leaf: str = "form") -> None:
    page = _people(session)
    with_times = [p.volunteer for p in page.people.model.people if p.texts[6]]
    page.people.choose(*[v.id for v in with_times[:count]])
    page.person.show_leaf(leaf)


def _roster(session: Session, name: str) -> None:
    """One arrangement of the roster, at the first duty of the second week."""
    session.window.frame.go("roster")
    page = session.window.frame.page
    assert isinstance(page, RosterPage)
    settle(session)
    plan = page.document.roster.plan
    page.arrangements.bring(BY_PLACE)
    page.arrangements.go_to_duty(next(d.id for d in plan.duties if plan.shift_of(d.id).day.day == 8))
    page.arrangements.bring(name)


def _leaf(session: Session, name: str) -> RosterPage:
    """The roster with a leaf of the panel brought by its key."""
    _roster(session, BY_PLACE)
    page = session.window.frame.page
    assert isinstance(page, RosterPage)
    next(action for action in page.actions() if action.text() == i18n._(command(name).text)).trigger()
    return page


def _fairness(session: Session) -> None:
    page = _leaf(session, "by_volunteer")
    page.status.pills.fairness_wanted.emit()


def _filtered(session: Session) -> None:
    page = _leaf(session, "by_checkpoint")
    first = page.document.opened.directory.checkpoints_in_order[0]
    page.arrangements.narrow_to(RowFilter(checkpoints=frozenset({first.id})))


def _generate(session: Session, seconds: float = 0) -> GenerateDialog:
    """The dialog of the engine; with seconds its search has run for so long."""
    _leaf(session, "generate")
    dialog = session.application.qt.activeModalWidget()
    assert isinstance(dialog, GenerateDialog)
    if seconds:
        dialog.start()
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < 1000 * seconds and dialog.stage is Stage.RUNNING:
            session.application.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return dialog


def _generated(session: Session) -> None:
    _generate(session, 2).stop()


def _proposed(session: Session) -> None:
    """Another roster laid over the one that is there."""
    _roster(session, BY_PLACE)
    page = session.window.frame.page
    assert isinstance(page, RosterPage)
    roster = page.document.roster
    held = [d.id for d in roster.plan.duties if d.id in roster.assignments]
    turned = {d: roster.assignments[e].volunteer_id for d, e in zip(held, held[3:] + held[:3], strict=True)}
    page.generating.look(Proposal(roster.period.id, turned))


def _places(session: Session, view: str) -> PlacesPage:
    session.window.frame.go("places")
    page = session.window.frame.page
    assert isinstance(page, PlacesPage)
    page.show_view(view)
    return page


def _publish(session: Session) -> PublishPage:
    session.window.frame.go("publish")
    settle(session)
    page = session.window.frame.page
    assert isinstance(page, PublishPage)
    return page


def _check_posted(session: Session) -> None:
    """The sheet of the first checkpoint, if anything hangs."""
    page = _publish(session)
    next(action for action in page.actions() if action.text() == i18n._(command("check_posted").text)).trigger()
    dialog = session.application.qt.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    newest = page.publication.newest if page.publication else None
    dialog.code.setText(next(iter(newest.check_codes.values())) if newest else "7K4M2P")
    dialog.ask()


def _ledger(session: Session) -> None:
    """What hangs where."""
    page = _publish(session)
    next(action for action in page.actions() if action.text() == i18n._(command("posting_ledger").text)).trigger()


def _printing(session: Session) -> None:
    """Before the first page goes, and none does."""
    page = _publish(session)
    settle(session)
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    job = PrintJob(Printers().make(""), copy_of(sheet), tuple(range(sheet.pages)))
    PrintProgress(page.shell, job, page.bench.preview.title, page).open()


def _leave(session: Session) -> None:
    _choose(session, 1, "times")
    _people(session).person.statements.leave_wished.emit()


def _import(session: Session) -> None:
    _people(session).import_list(resource("samples", "hengsan", "volunteers.xlsx"))


def _holders(session: Session) -> None:
    assert session.services is not None
    assert session.team_id is not None
    leading = session.services.teams.directory(session.team_id).leading
    session.window.frame.go("people", next(iter(leading)))


def _dialog_of_times(session: Session) -> None:
    _choose(session, 1, "times")
    _people(session).person.statements.times_wished.emit()


def _rules(session: Session) -> RulesDialog:
    """The dialog of rules with some of every kind in its list; nothing of it is stored."""
    session.wished.emit("team_rules", None)
    settle(session)
    dialog = session.application.qt.activeModalWidget()
    assert isinstance(dialog, RulesDialog)
    assert session.services is not None
    assert session.team_id is not None
    team = session.services.teams.directory(session.team_id)
    told = {recipe.key: recipe.make(team, date(2020, 4, 6)) for recipe in RECIPES if recipe.is_possible(team)}
    some = frozenset(v.id for v in team.volunteers[:4])
    for key in ("nights_in_a_row", "not_alone", "succession", "fair_holidays"):
        dialog.list.put(None, told[key])
    dialog.list.put(None, replace(told["duties"], people=some))
    dialog.list.put(None, replace(told["apart"], group=frozenset(list(some)[:2])))
    return dialog


def _all_rules(session: Session) -> None:
    _rules(session).list.focus_row(0)


def _catalogue(session: Session) -> None:
    _rules(session).show_catalogue()


def _rule_form(session: Session) -> None:
    dialog = _rules(session)
    dialog.show_form_of(4)


STATES: dict[str, Callable[[Session], object]] = {
    "settings": lambda session: session.wished.emit("settings", None),
    "rules": lambda session: session.wished.emit("team_rules", None),
    "rules-more": _all_rules,
    "rules-catalogue": _catalogue,
    "rules-form": _rule_form,
    "roster-people": lambda session: _roster(session, BY_PERSON),
    "roster-day": lambda session: _roster(session, BY_DAY),
    "roster-month": lambda session: _roster(session, BY_MONTH),
    "roster-proposal": _proposed,
    "roster-problems": lambda session: _leaf(session, "by_checkpoint").beside.show_problems(),
    "roster-new-period": lambda session: _leaf(session, "new_period"),
    "generate": _generate,
    "generate-running": lambda session: _generate(session, 4),
    "generate-done": _generated,
    "roster-why": lambda session: _leaf(session, "why"),
    "roster-stand-in": lambda session: _leaf(session, "stand_in"),
    "roster-fairness": _fairness,
    "roster-filtered": _filtered,
    "roster-what-if": lambda session: _leaf(session, "what_if"),
    "keys": lambda session: session.wished.emit("keys", None),
    "new-team": lambda session: session.wished.emit("new_team", None),
    "people-leave": _leave,
    "places-patterns": lambda session: _places(session, PATTERNS),
    "places-grounds": lambda session: _places(session, GROUNDS),
    "places-calendar": lambda session: _places(session, CALENDAR),
    "places-new-pattern": lambda session: _places(session, PATTERNS).new_thing(),
    "publish-all": lambda session: _publish(session).header.save_all.click(),
    "publish-check": _check_posted,
    "publish-ledger": _ledger,
    "publish-handover": lambda session: _publish(session).bench.sheets.choose(SheetKind.HANDOVER),
    "publish-head-and-foot": lambda session: _publish(session).bench.options.head_and_foot.click(),
    "publish-pages": lambda session: _publish(session).bench.sheets.choose(SheetKind.DUTY),
    "publish-printing": _printing,
    "publish-slips": lambda session: _publish(session).bench.sheets.choose(SheetKind.SLIPS),
    "publish-question": lambda session: _publish(session).header.closing_wanted.emit(),
    "database": lambda session: session.wished.emit("another_database", None),
    "people-form": lambda session: _choose(session, 1),
    "people-times": lambda session: _choose(session, 1, "times"),
    "people-several": lambda session: _choose(session, 3),
    "people-import": _import,
    "people-holders": _holders,
    "people-times-dialog": _dialog_of_times,
    "bug": lambda session: session.errors.bug_met.emit(ValueError("for the picture")),
}
"""Add yours."""

MOVING = ("generate-running",)
"""Taken as it is at that moment: it is not waited for."""


def _draws(session: Session) -> bool:
    """Whether a sheet or its picture is still on its way."""
    page, dialog = session.window.frame.page, session.application.qt.activeModalWidget()
    if isinstance(dialog, StationeryDialog):
        return dialog.preview.previewing.is_busy
    return isinstance(page, PublishPage) and page.bench.previewing.is_busy


def settle(session: Session) -> None:
    """Until the window shows what there is to show."""
    clock = QElapsedTimer()
    clock.start()
    events = session.application.qt
    while not session.settled or session.tasks.busy or _draws(session):
        events.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if clock.elapsed() > LONGEST_WAIT:
            raise TimeoutError("the window does not come to rest")
    for _turn in range(3):  # what the last answer has set in motion: layouts, then paint
        events.processEvents()
