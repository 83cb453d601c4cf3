"""A small office with two checkpoints and a week in April 2020, and a page of publishing over it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))  # window_cases
sys.path.insert(0, str(Path(__file__).parents[2] / "services"))  # desk_cases

from desk_cases import Office, small_office
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from window_cases import press, unnamed, write

from roster_app.domain.edits import EditKind, clear, settle
from roster_app.domain.ids import CheckpointId, DutyId, PostId, VolunteerId, new_id
from roster_app.domain.people import Volunteer
from roster_app.domain.places import Post
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.gui.errors import Errors
from roster_app.gui.events import Events
from roster_app.gui.messages import Message, Messages
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.sheet_choices import every_choice
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.theme import Appearance
from roster_app.gui.view_state import ViewState
from roster_app.services import OpenRoster, Services
from roster_app.services.sheets import SheetKind
from roster_app.settings import Settings

NOW = datetime(2020, 4, 8, 9, 30)
FIRST, LAST = date(2020, 4, 6), date(2020, 4, 12)
PEOPLE_AT_THE_GATE = 4
SECOND_GATE = "south gate"
_PATIENCE = 30_000  # milliseconds
D = TypeVar("D", bound=QDialog)


def office_with_two_gates(services: Services) -> Office:
    """The small office and one more checkpoint, where one person at a time is wanted."""
    office = small_office(services)
    (pattern,) = services.teams.directory(office.team_id).patterns
    gate = services.places.new_checkpoint(office.team_id, SECOND_GATE, pattern.id)
    services.places.save_checkpoint(gate, (Post(PostId(new_id()), CheckpointId(gate.id), "guard"),))
    for number, name in enumerate(("谢宇航", "许煜竣", "曾庆云", "单婉仪")):
        services.people.add(Volunteer(VolunteerId(new_id()), office.team_id, name, phone=f"1310000000{number}"))
    return office


def fill(office: Office, period: RosterPeriod) -> OpenRoster:
    """Every duty held: leaders lead, the others take turns, the newcomers stand at the second gate."""
    services, opened = office.services, office.open(period)
    directory, plan = opened.directory, opened.roster.plan
    people = {v.name: v.id for v in directory.volunteers}
    leaders = [p.id for p in office.people[:PEOPLE_AT_THE_GATE]]
    others = [p.id for p in office.people[PEOPLE_AT_THE_GATE:]]
    guards = [people[name] for name in ("谢宇航", "许煜竣", "曾庆云", "单婉仪")]
    turns = {shift: n // 2 for n, shift in enumerate(sorted(plan.shifts, key=lambda s: (s.span, s.checkpoint_id)))}
    holders = {}
    for duty in plan.duties:
        post = directory.post[duty.post_id]
        group = leaders if post.leads else others if post.checkpoint_id == office.checkpoint.id else guards
        holders[duty.id] = group[turns[plan.shift[duty.shift_id]] % len(group)]
    edit = settle(opened.roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    services.rostering.apply_edit(period.id, edit)
    return office.open(period)


def take_off(office: Office, period: RosterPeriod, *duty_ids: DutyId) -> OpenRoster:
    """Leave duties vacant."""
    office.services.rostering.apply_edit(period.id, clear(office.open(period).roster, duty_ids))
    return office.open(period)


def first_duty(opened: OpenRoster, place: str) -> DutyId:
    """The earliest duty of a checkpoint."""
    plan, names = opened.roster.plan, opened.directory.checkpoint
    own = [d for d in plan.duties if names[plan.shift[d.shift_id].checkpoint_id].name == place]
    return min(own, key=lambda d: d.span).id


@dataclass
class Desk:
    """A page with the shell it was handed, and everything it has told or wished."""

    office: Office
    shell: Shell
    make: Callable[[], PublishPage]
    went: list[Any] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)

    @property
    def services(self) -> Services:
        return self.office.services


def make_shell(folder: Path, office: Office, appearance: Appearance, went: list[Any], told: list[Message]) -> Shell:
    """Everything a page is handed, nothing of it pretended but the way to other pages."""
    messages = Messages()
    messages.told.connect(told.append)
    errors = Errors(messages)
    return Shell(
        services=office.services,
        team_id=office.team_id,
        tasks=TaskRunner(errors.report),
        events=Events(),
        messages=messages,
        errors=errors,
        view_state=ViewState(folder / "view.ini"),
        appearance=appearance,
        settings=Settings,
        go=lambda key, target=None: went.append((key, target)),
        do=lambda name: went.append((name, None)),
        now=lambda: NOW,
    )


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    """Wait for a condition; patient, because other tests may be busy at the same time."""
    qtbot.waitUntil(lambda: bool(condition()), timeout=_PATIENCE)


def go_to_sheet(page: PublishPage, kind: SheetKind, place: str | None = None) -> None:
    """Choose a sheet in the list by its kind and its words, or the first of its kind."""
    assert page.publication is not None
    offered = (choice for choices in every_choice(page.publication.opened).values() for choice in choices)
    found = next(c for c in offered if c.kind is kind and place in (None, c.words))
    page.bench.sheets.choose(found.kind, found.checkpoint_id)


def await_page(qtbot: QtBot, page: PublishPage) -> None:
    """Wait until the sheet wished last is drawn and its page pictured sharply."""
    view, previewing = page.bench.preview.view, page.bench.previewing
    until(qtbot, lambda: not previewing.is_busy and view.image.width() == view.wanted_width)


def signalled(qtbot: QtBot, signal: Any) -> Any:
    """A block that lasts until the signal comes."""
    return qtbot.waitSignal(signal, timeout=_PATIENCE)


def button(root: QWidget, words: str) -> QAbstractButton:
    """The button in sight with these words, or with this name."""
    return next(
        b
        for b in root.findChildren(QAbstractButton)
        if words in (b.text(), b.accessibleName()) and b.isVisibleTo(root) and not b.isHidden()
    )


def dialog_in_sight(kind: type[D] = QDialog) -> D | None:  # type: ignore[assignment]
    """A dialog of that kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1] if found else None


def await_dialog(qtbot: QtBot, kind: type[D]) -> D:
    """The dialog of that kind, as soon as it has come up."""
    until(qtbot, lambda: dialog_in_sight(kind))
    dialog = dialog_in_sight(kind)
    assert dialog is not None
    return dialog


def words_of(path: Path) -> str:
    """All text of a PDF, page after page, without blanks."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def page_count(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


__all__ = ["press", "unnamed", "write"]
