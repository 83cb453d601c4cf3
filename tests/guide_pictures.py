"""The pictures of the user guide, taken anew of the sample team: `make guide`, or `python tests/guide_pictures.py`.

Light, 1280 × 800, at a clock that stands still in the sample's month; cut to what the text speaks of and reduced to a
palette. The roster is searched for anew, so that names may stand elsewhere than before.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QElapsedTimer, QEventLoop, QIODevice, QRect
from PySide6.QtWidgets import QWidget

from roster_app import i18n
from roster_app.cli.generating import everything_planned_by_machine, store
from roster_app.gui.application import Application
from roster_app.gui.roster.arrangements import BY_DAY, BY_PERSON, BY_PLACE
from roster_app.gui.roster.generate_dialog import GenerateDialog
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.what_if_dialog import WhatIfDialog
from roster_app.gui.session import Files, Session
from roster_app.gui.team.team_form import TeamWords
from roster_app.gui.widgets.buttons import QuietButton
from roster_app.gui.widgets.card import Card
from roster_app.gui.widgets.token_edit import TokenEdit
from roster_app.gui.wishes import Wishes
from roster_app.services import Search, Services, open_services
from roster_app.services.samples import store_sample
from roster_app.settings import Settings
from shot_states import STATES, put_back, settle
from shots import picture, wide_screen

NIGHT = datetime(2020, 4, 8, 2, 24)
COORDINATOR = "何平"
SIZE = (1280, 800)
LARGEST = 120_000  # bytes a picture
COLOURS = (160, 96, 64, 32)
SEARCHED = 10  # seconds


def main() -> int:
    """Run from the command line; 1 when a picture is larger than a guide should carry."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parents[1] / "resources" / "guide")
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        os.environ["QT_QPA_PLATFORM"] = wide_screen(home)
        os.environ["QT_SCALE_FACTOR"] = "1"
        empty, planned, held = (home / f"{name}.db" for name in ("empty", "planned", "held"))
        prepare(empty, planned, held)
        application = Application(sys.argv[:1])
        application.wear("light", 100)
        for language in i18n.LANGUAGES:
            application.speak(i18n.install(language))
            take(application, home, folder / language)
    sizes = {path: path.stat().st_size for path in sorted(folder.glob("*/*.png"))}
    for path, size in sizes.items():
        print(f"{path.relative_to(folder)}  {size // 1000} kB")
    return 1 if max(sizes.values()) > LARGEST else 0


def prepare(empty: Path, planned: Path, held: Path) -> None:
    """Three databases: nothing at all; the sample team and a month nobody stands in; that month rostered and posted."""
    with _services(empty):
        pass
    with _services(planned) as services:
        sample = store_sample(services.desk)
        services.rostering.create_period(sample.team_id, sample.first, sample.last)
    shutil.copy(planned, held)
    with _services(held) as services, Search() as engine:
        (team,) = services.teams.all()
        (period,) = services.rostering.periods(team.id)
        opened = services.rostering.open(period.id)
        store(services, opened, engine.run(opened, everything_planned_by_machine(opened), SEARCHED))
        services.rostering.publish(period.id)


def take(application: Application, home: Path, folder: Path) -> None:
    """All pictures in the language that is spoken now."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, pictures in (("empty", FIRST), ("planned", BEFORE), ("held", AFTER)):
        database = home / folder.name / f"{name}.db"
        database.parent.mkdir(exist_ok=True)
        shutil.copy(home / f"{name}.db", database)
        with _session(application, database) as session:
            for what, show in pictures.items():
                part = show(session)
                settle(session)
                save(session, part, folder / f"{what}.png")
                put_back(session)


def save(session: Session, part: QWidget, path: Path) -> None:
    """The part of the window that is spoken of, in as few colours as keep the file small."""
    corner = part.mapToGlobal(part.rect().topLeft()) - session.window.geometry().topLeft()
    taken = picture(session).toImage().copy(QRect(corner, part.size()))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    taken.save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    for colours in COLOURS:
        image.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= LARGEST:
            break


def _wait(session: Session, seconds: float) -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < 1000 * seconds:
        session.application.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _dialog(name: str, session: Session) -> QWidget:
    """A dialog alone."""
    STATES[name](session)
    settle(session)
    dialog = session.application.qt.activeModalWidget()
    assert dialog is not None
    return dialog


def _welcome(session: Session) -> QWidget:
    """What stands in the middle of the window while there is no team."""
    card = session.window.frame.findChild(Card)
    assert card is not None
    body = card.parentWidget()
    assert body is not None
    return body


def _import(session: Session) -> QWidget:
    """The list of the sample on its way into a new team."""
    session.wished.emit("make_team", TeamWords("横三经济社党员突击队", "永平街横三社区", ""))
    settle(session)
    return _dialog("people-import", session)


def _generate(session: Session) -> QWidget:
    """A search that has ended."""
    _dialog("generate", session)
    dialog = session.application.qt.activeModalWidget()
    assert isinstance(dialog, GenerateDialog)
    dialog.start()
    _wait(session, SEARCHED)
    dialog.stop()
    settle(session)
    return dialog


def _what_if(session: Session) -> QWidget:
    """Somebody away, and a roster found for the others."""
    dialog = _dialog("roster-what-if", session)
    assert isinstance(dialog, WhatIfDialog)
    roster = _page(session).document.roster
    away = roster.holder(roster.plan.duties[0].id)
    dialog.demand.findChildren(TokenEdit)[0].choose([str(away)])
    dialog.demand.changed.emit()
    _wait(session, 1)
    dialog.generate()
    _wait(session, SEARCHED)
    stop = i18n._("Stop with the best so far")
    next(button for button in dialog.findChildren(QuietButton) if button.text() == stop).click()
    settle(session)
    return dialog


def _panel(name: str, session: Session) -> QWidget:
    """The side panel of the roster alone, with the answer of the engine in it."""
    STATES[name](session)
    settle(session)
    _wait(session, 2)
    return _page(session).panel


def _page(session: Session) -> RosterPage:
    page = session.window.frame.page
    assert isinstance(page, RosterPage)
    return page


def _go(key: str, session: Session) -> QWidget:
    """A page without the navigation beside it."""
    session.window.frame.go(key)
    page = session.window.frame.page
    assert page is not None
    return page


def _roster(arrangement: str, session: Session) -> QWidget:
    """The roster at the night the clock stands in."""
    _go("roster", session)
    settle(session)
    page = _page(session)
    plan = page.document.roster.plan
    page.arrangements.bring(BY_PLACE)
    page.arrangements.go_to_duty(next(d.id for d in plan.duties if d.span.start <= NIGHT < d.span.end))
    page.arrangements.bring(arrangement)
    _wait(session, 1)  # who could take the duty is ranked when hands rest
    return page


def _marks(session: Session) -> QWidget:
    """By hand: one locked, one vacant, one who stands at two places at once."""
    _roster(BY_PLACE, session)
    page = _page(session)
    plan, roster = page.document.roster.plan, page.document.roster
    late = [d.id for d in plan.duties if plan.shift_of(d.id).day == NIGHT.date()][3:12]
    page.editing.toggle_lock(late[:1])
    page.editing.clear(late[4:5])
    holder = roster.holder(late[5])
    assert holder is not None
    page.editing.assign(late[7:8], holder)
    page.arrangements.go_to_duty(late[7])
    settle(session)
    _wait(session, 1)
    return page


def _publish(session: Session) -> QWidget:
    """After those changes: which sheets have to be replaced."""
    page = _go("publish", session)
    settle(session)
    _wait(session, 4)
    return page


Part = Callable[[Session], QWidget]

FIRST: dict[str, Part] = {"welcome": _welcome, "import": _import}
BEFORE: dict[str, Part] = {"places": partial(_go, "places"), "generate": _generate}
AFTER: dict[str, Part] = {
    "roster": partial(_roster, BY_PLACE),
    "people": partial(_roster, BY_PERSON),
    "day": partial(_roster, BY_DAY),
    "why": partial(_panel, "roster-why"),
    "stand-in": partial(_panel, "roster-stand-in"),
    "fairness": partial(_panel, "roster-fairness"),
    "what-if": _what_if,
    "marks": _marks,
    "publish": _publish,
}
"""In this order: the last ones change the roster."""


def _services(path: Path) -> closing[Services]:
    return closing(open_services(f"sqlite:///{path}", COORDINATOR, lambda: NIGHT))


@contextmanager
def _session(application: Application, database: Path) -> Iterator[Session]:
    """A window that keeps its choices to itself."""
    home = Path(tempfile.mkdtemp(dir=database.parent))
    settings = Settings(
        database_url=f"sqlite:///{database}",
        language=i18n.current_language(),
        theme="light",
        coordinator=COORDINATOR,
    )
    opening = partial(open_services, now=lambda: NIGHT)
    files = Files(home / "settings.json", home / "window.ini")
    session = Session(application, files, settings, opening, lambda: NIGHT)
    Wishes(session)
    session.begin()
    session.window.resize(*SIZE)
    settle(session)
    yield session
    session.window.close()
    settle(session)


if __name__ == "__main__":
    sys.exit(main())
