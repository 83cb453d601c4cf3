"""What the tests of the page share: a described team, and a hand that chooses, types and clicks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from window_cases import World, invented_team

from roster_app.domain import edits
from roster_app.domain.ids import DutyId, PeriodId, PostId, TeamId, new_id
from roster_app.domain.places import Checkpoint, CheckpointKind, Post
from roster_app.gui.places.moves_dialog import MovesDialog
from roster_app.gui.places.page import PlacesPage
from roster_app.gui.places.post_editor import PostEditor
from roster_app.services import Services

FIRST, LAST = date(2020, 4, 1), date(2020, 4, 30)


class PlaceWorld(World):
    """A world whose page is the places."""

    @property
    def places(self) -> PlacesPage:
        page = self.page("places")
        assert isinstance(page, PlacesPage)
        return page

    @property
    def told(self) -> str:
        """What the message bar says."""
        message = self.session.window.frame.message_bar.message
        return message.text if message else ""

    def answer(self, words: str) -> None:
        """Take the way out that the message offers."""
        message = self.session.window.frame.message_bar.message
        assert message is not None
        next(action for action in message.actions if action.words == words).carry_out()

    def checkpoint(self, name: str) -> Checkpoint:
        """The stored checkpoint of that name."""
        return next(c for c in self.directory.checkpoints if c.name == name)

    def posts(self, name: str) -> tuple[Post, ...]:
        """Its stored posts."""
        return self.directory.posts_of.get(self.checkpoint(name).id, ())

    def choose(self, name: str) -> PlacesPage:
        """Choose a checkpoint in the list."""
        page = self.places
        page.show_view("checkpoints")
        page.checkpoints.list.choose(self.checkpoint(name).id)
        return page

    def month(self) -> PeriodId:
        """A draft roster of April."""
        return self.services.rostering.create_period(self.team_id, FIRST, LAST).id

    def put_somebody(self, period_id: PeriodId, checkpoint: str, post: str) -> DutyId:
        """Somebody holds the first duty of that post on the 20th of April."""
        opened = self.services.rostering.open(period_id)
        wanted = next(p.id for p in self.posts(checkpoint) if p.name == post)
        duty = next(
            d.id
            for d in opened.roster.plan.duties
            if d.post_id == wanted and opened.roster.plan.shift_of(d.id).day == date(2020, 4, 20)
        )
        person = self.directory.volunteers[0]
        self.services.rostering.apply_edit(period_id, edits.assign(opened.roster, duty, person.id))
        return duty


def described_team(services: Services) -> TeamId:
    """北门 and 南门 with a leader and a registration post each, and a hotline; three shifts of eight hours."""
    team_id = invented_team(services)
    directory = services.teams.directory(team_id)
    pattern = services.places.add_from_template(team_id, "three_by_eight")
    leader = next(q.id for q in directory.qualifications if q.leads)
    for number, name in enumerate(("北门", "南门")):
        gate = replace(services.places.new_checkpoint(team_id, name, pattern), area_id=directory.areas[number].id)
        lead = Post(PostId(new_id()), gate.id, "负责人", requires=frozenset({leader}), leads=True)
        services.places.save_checkpoint(gate, (lead, Post(PostId(new_id()), gate.id, "登记", order=1)))
    hotline = replace(services.places.new_checkpoint(team_id, "热线", pattern), kind=CheckpointKind.HOTLINE)
    services.places.save_checkpoint(hotline, (Post(PostId(new_id()), hotline.id, "接线"),))
    return team_id


def field(root: QWidget, name: str) -> QLineEdit:
    """The line one can see that is read out by that name."""
    found = [w for w in root.findChildren(QLineEdit) if w.accessibleName() == name and w.isVisibleTo(root)]
    assert found, name
    return found[-1]


def post_line(page: PlacesPage, name: str) -> PostEditor:
    """The line of a post in the panel."""
    return next(e for e in page.checkpoints.panel.posts.findChildren(PostEditor) if e.post.name == name)


def button(root: QWidget, words: str) -> QAbstractButton:
    """The button one can see with these words or this name."""
    found = [
        b for b in root.findChildren(QAbstractButton) if words in (b.text(), b.accessibleName()) and b.isVisibleTo(root)
    ]
    assert found, words
    return found[-1]


def click(root: QWidget, words: str) -> None:
    """Click that button."""
    QTest.mouseClick(button(root, words), Qt.MouseButton.LeftButton)


def question() -> MovesDialog:
    """The question that waits for an answer, or the list that is shown."""
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, MovesDialog)
    return asked


def moves() -> list[list[str]]:
    """The duties that the dialog in front lists, cell by cell."""
    model = question().table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def tabbed_through(body: QWidget) -> list[QWidget]:
    """Every stop of Tab from where the keyboard is now to the end of `body`, and the first one behind it."""
    QApplication.processEvents()  # what was added has its place then
    seen = [QApplication.focusWidget()]
    while body.isAncestorOf(seen[-1]):
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    return seen


def follows_the_eye(stops: list[QWidget], body: QWidget) -> bool:
    """Whether each stop lies below the one before it, or beside it at its right."""
    spots = [stop.mapTo(body, stop.rect().center()) for stop in stops]
    return all(two.y() > one.y() + 8 or two.x() > one.x() for one, two in pairwise(spots))
