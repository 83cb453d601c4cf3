"""A whole window over a database file of its own, with an invented team, for the tests of window and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roster_app import i18n
from roster_app.domain.ids import TeamId, VolunteerId, new_id
from roster_app.domain.people import Qualification, Volunteer
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.gui.application import Application
from roster_app.gui.session import Files, Session
from roster_app.gui.shell import Page
from roster_app.gui.widgets import TokenEdit
from roster_app.gui.wishes import Wishes
from roster_app.services import Services, open_services
from roster_app.settings import Settings

_FIELDS = (QAbstractSpinBox, QComboBox, QAbstractScrollArea, TokenEdit)

NOW = datetime(2020, 4, 14, 9, 30)  # a Tuesday

NAMES = (
    ("张伟", "颐和社区"), ("张伟", "横岗党支部"), ("许煜竣", "横三经济社"), ("许煜焌", "横三经济社"),
    ("区志明", "横岗党支部"), ("欧阳少东", "颐和社区"), ("阿卜杜热合曼·买买提", "永平街道办"), ("王䶮", "永平街道办"),
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """The files, the settings and the open session of one test."""

    session: Session
    folder: Path

    @property
    def services(self) -> Services:
        assert self.session.services is not None
        return self.session.services

    @property
    def team_id(self) -> TeamId:
        assert self.session.team_id is not None
        return self.session.team_id

    @property
    def directory(self) -> Directory:
        """The team as it is stored now."""
        return self.services.teams.directory(self.team_id)

    def person(self, name: str, affiliation: str | None = None) -> Volunteer:
        """The stored volunteer of that name."""
        return next(v for v in self.directory.volunteers if v.name == name and affiliation in (None, v.affiliation))

    def page(self, key: str) -> Page:
        """Open a page and answer with it."""
        self.session.window.frame.go(key)
        page = self.session.window.frame.page
        assert page is not None
        return page


def url_in(folder: Path) -> str:
    return f"sqlite:///{(folder / 'roster.db').as_posix()}"


def opened(folder: Path, *, with_team: bool = False) -> Services:
    """The database of a folder; a new one comes from a template, which is made once a run."""
    path = folder / "roster.db"
    if not path.exists():
        path.write_bytes(_template(with_team))
    return open_services(url_in(folder), "desk one", lambda: NOW)


@cache
def _template(with_team: bool) -> bytes:
    with TemporaryDirectory() as folder:
        services = open_services(url_in(Path(folder)), "desk one", lambda: NOW)
        if with_team:
            invented_team(services)
        services.close()
        return (Path(folder) / "roster.db").read_bytes()


def invented_team(services: Services, name: str = "横三突击队") -> TeamId:
    """Eight people in two areas; the first two share a name, the next two differ in one character."""
    team = services.teams.create(name, "永平街横三社区", "020-86000000")
    areas = [Area(new_id(), team.id, words, n) for n, words in enumerate(("宋屋村", "横岗"))]  # type: ignore[arg-type]
    for area in areas:
        services.places.save_area(area)
    medic = Qualification(new_id(), team.id, "医务")  # type: ignore[arg-type]
    services.people.add_qualification(medic)
    (leader, *_others) = services.teams.directory(team.id).qualifications
    for number, (person, affiliation) in enumerate(NAMES):
        services.people.add(
            Volunteer(
                VolunteerId(new_id()),
                team.id,
                person,
                affiliation,
                area_id=areas[number % 2].id,
                qualifications=frozenset({leader.id} if number % 3 == 0 else {medic.id} if number == 1 else ()),
                phone=f"1380000000{number}",
                nights_allowed=number != 5,
            )
        )
    return team.id


@contextmanager
def session_in(
    folder: Path, qtbot: QtBot, services: Services | None, settings: Settings | None = None
) -> Iterator[Session]:
    """A session whose window is shown and, when `services` are given, settled on a team or the welcome."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    font, palette = application.font(), application.palette()
    settings = settings or Settings(database_url=url_in(folder), language="en", theme="light", coordinator="desk one")
    made = Application([], settings.theme, settings.text_percent)
    made.speak(i18n.install(settings.language))
    files = Files(folder / "settings.json", folder / "window.ini", folder / "log" / "roster-app.log")
    session = Session(made, files, settings, lambda url, author: open_services(url, author, lambda: NOW), lambda: NOW)
    Wishes(session)
    session.begin(services)
    qtbot.waitUntil(lambda: session.settled)
    qtbot.wait(0)  # the offscreen platform takes the activation back once, in the next round of events
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    try:
        yield session
    finally:
        session.window.leave()
        session.window.deleteLater()
        session.deleteLater()
        made.close()
        freed()
        application.setStyleSheet("")
        application.setPalette(palette)
        application.setFont(font)


def dialog_of(kind: type[QDialog]) -> QDialog | None:
    """The open dialog of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1] if found else None


def freed() -> None:
    """Let everything that waits for its deletion go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_freed(thing: QObject) -> bool:
    freed()
    return not shiboken6.isValid(thing)


def focusable(root: QWidget) -> Iterable[QWidget]:
    """Every visible widget below `root` that the keyboard can reach."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            yield widget


def unnamed(root: QWidget) -> list[str]:
    """What takes the keyboard and has no name to be read out; the parts of a named field share its name."""
    return [f"{type(w).__name__} in {type(w.parentWidget()).__name__}" for w in focusable(root) if not _name(w)]


def _name(widget: QWidget) -> str:
    own = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton | QLabel) else "")
    field = widget.parentWidget()
    return own or (_name(field) if isinstance(field, _FIELDS) else "")


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def write(widget: QWidget, text: str) -> None:
    """Type into a field what stands in it from now on; Chinese comes in as an input method brings it."""
    widget.setFocus()
    widget.selectAll()  # type: ignore[attr-defined]
    if text.isascii():
        QTest.keyClicks(widget, text)
    else:
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        QApplication.sendEvent(widget, committed)


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """A tester that fails the test at the first fault of the model."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def texts(model: QAbstractItemModel, column: int = 0) -> list[str]:
    """What a column shows, from top to bottom."""
    return [str(model.index(row, column, QModelIndex()).data()) for row in range(model.rowCount())]
