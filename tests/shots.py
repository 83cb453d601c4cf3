"""Pictures of the window on the sample team, for eyes, not for asserts: `python tests/shots.py FOLDER [--quick]`.

Every page in light and dark, 中文 and English, at 100, 150 and 200 %, and at 1920 × 1080; `--quick` leaves out all but
Chinese at 100 %. The roster is made once and kept beside the pictures.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtGui import QPainter, QPixmap

from roster_app import i18n
from roster_app.gui.actions import command
from roster_app.gui.application import Application
from roster_app.gui.page_list import page_entries
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.panel import PICKER
from roster_app.gui.roster.row_filter import RowFilter
from roster_app.gui.session import Files, Session
from roster_app.gui.team.guide import Guide
from roster_app.gui.team.rules_dialog import RulesDialog
from roster_app.gui.wishes import Wishes
from roster_app.resources import resource
from roster_app.services import open_services
from roster_app.services.rule_catalogue import RECIPES
from roster_app.settings import Settings, Theme

SIZES = {"1280x800": (1280, 800), "1920x1080": (1920, 1080)}
THEMES: tuple[Theme, ...] = ("light", "dark")
LONGEST_WAIT = 20_000  # ms


def main() -> int:
    """Make the roster if need be, then one process for each scale: Qt reads it once."""
    wish = _arguments()
    wish.folder.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{(wish.folder / 'sample' / 'roster.db').resolve()}"
    if wish.scale is not None:
        take(wish.folder, url, wish.scale, ["zh_CN"] if wish.quick else list(i18n.LANGUAGES))
        return 0
    if not (wish.folder / "sample" / "roster.db").exists():
        _run("-m", "roster_app", "demo", "--dir", str(wish.folder / "sample"), "--no-window")
    for scale in (100,) if wish.quick else (100, 150, 200):
        environment = {"QT_SCALE_FACTOR": str(scale / 100), "QT_QPA_PLATFORM": _wide_screen(wish.folder)}
        _run(__file__, *sys.argv[1:], "--scale", str(scale), **environment)
    print(f"{len(list(wish.folder.glob('*.png')))} pictures in {wish.folder}")
    return 0


def _wide_screen(folder: Path) -> str:
    """The offscreen platform with the screen of an office instead of its own 800 × 800."""
    screen = {"name": "office", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    path = folder / "sample" / "screen.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [screen]}))
    return f"offscreen:configfile={path.resolve()}"


def take(folder: Path, url: str, scale: int, languages: list[str]) -> None:
    """Every page in every look, at this scale."""
    application = Application(sys.argv[:1])
    sizes = SIZES if scale == 100 else {"1280x800": SIZES["1280x800"]}
    for language in languages:
        application.speak(i18n.install(language))
        session = _session(application, url, language)
        session.begin()
        _wait(session)
        session.window.frame.findChild(Guide).close_button.click()
        for theme in THEMES:
            application.wear(theme, 100)
            for size, (width, height) in sizes.items():
                session.window.resize(width, height)
                for entry in page_entries():
                    session.window.frame.go(entry.key)
                    _wait(session)
                    name = f"{entry.key}-{theme}-{language}-{scale}-{size}.png"
                    session.window.grab().save(str(folder / name))
            session.window.resize(*SIZES["1280x800"])
            for name, show in STATES.items():
                show(session)
                _wait(session)
                picture(session).save(str(folder / f"{name}-{theme}-{language}-{scale}.png"))
                _put_back(session)
        session.window.close()
        _wait(session)


def picture(session: Session) -> QPixmap:
    """The window with the dialog that lies over it."""
    taken = session.window.grab()
    dialog = session.application.qt.activeModalWidget()
    if dialog is not None:
        painter = QPainter(taken)
        painter.drawPixmap(dialog.geometry().topLeft() - session.window.geometry().topLeft(), dialog.grab())
        painter.end()
    return taken


def _put_back(session: Session) -> None:
    dialog = session.application.qt.activeModalWidget()
    if isinstance(dialog, RulesDialog):
        dialog.done(0)
    elif dialog is not None:
        dialog.close()
    page = session.window.frame.page
    if isinstance(page, RosterPage):
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
    _wait(session)
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
    _wait(session)
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
    "roster-why": lambda session: _leaf(session, "why"),
    "roster-stand-in": lambda session: _leaf(session, "stand_in"),
    "roster-fairness": _fairness,
    "roster-filtered": _filtered,
    "roster-what-if": lambda session: _leaf(session, "what_if"),
    "keys": lambda session: session.wished.emit("keys", None),
    "database": lambda session: session.wished.emit("another_database", None),
    "people-form": lambda session: _choose(session, 1),
    "people-times": lambda session: _choose(session, 1, "times"),
    "people-several": lambda session: _choose(session, 3),
    "people-import": _import,
    "people-holders": _holders,
    "people-times-dialog": _dialog_of_times,
    "bug": lambda session: session.errors.bug_met.emit(ValueError("for the picture")),
}
"""What one sees beside the bare pages, each brought about as a person would; add yours."""


def _session(application: Application, url: str, language: str) -> Session:
    """A window on the sample database that keeps its choices to itself."""
    home = Path(tempfile.mkdtemp())
    files = Files(home / "settings.json", home / "window.ini")
    settings = Settings(database_url=url, language=language, theme="light", coordinator="何平")
    session = Session(application, files, settings, open_services, datetime.now)
    Wishes(session)
    return session


def _wait(session: Session) -> None:
    """Until the window shows what there is to show."""
    clock = QElapsedTimer()
    clock.start()
    events = session.application.qt
    while not session.settled or session.tasks.busy:
        events.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if clock.elapsed() > LONGEST_WAIT:
            raise TimeoutError("the window does not come to rest")
    for _turn in range(3):  # what the last answer has set in motion: layouts, then paint
        events.processEvents()


def _run(*arguments: str, **environment: str) -> None:
    """A child without a screen; `demo` may end with 1, which only asks for attention."""
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment
    code = subprocess.run([sys.executable, *arguments], env=offscreen, check=False).returncode
    if code not in (0, 1):
        raise SystemExit(code)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
