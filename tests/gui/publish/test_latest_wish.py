"""Of wishes uttered one after the other only the last is answered, and one is worked on at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from publish_cases import signalled, until
from pytestqt.qtbot import QtBot

from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.publish.preview_folder import PreviewFolder
from roster_app.gui.tasks import TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner(lambda error: pytest.fail(repr(error)))
    yield runner
    runner.close()


@pytest.fixture
def wish(tasks: TaskRunner) -> LatestWish:
    return LatestWish(tasks, tasks)


def test_only_the_last_of_many_wishes_is_answered(qtbot: QtBot, wish: LatestWish) -> None:
    gate, answers, dropped, carried_out = threading.Event(), [], [], []
    wish.answered.connect(answers.append)
    wish.dropped.connect(dropped.append)

    def work(number: int) -> int:
        carried_out.append(number)
        gate.wait(20)
        return number

    for number in range(1, 5):
        wish.ask(lambda number=number: work(number))
    gate.set()
    until(qtbot, lambda: answers != [])

    assert (answers, dropped, carried_out) == ([4], [1], [1, 4])
    assert not wish.is_busy


def test_busy_from_the_first_wish_to_the_last_answer(qtbot: QtBot, wish: LatestWish) -> None:
    told: list[bool] = []
    wish.busy_changed.connect(told.append)

    wish.ask(lambda: 1)
    wish.ask(lambda: 2)
    with signalled(qtbot, wish.answered):
        pass

    assert told == [True, False]


def test_a_failure_is_told_only_where_it_is_the_last_wish(qtbot: QtBot, wish: LatestWish) -> None:
    errors: list[BaseException] = []
    wish.failed.connect(errors.append)

    wish.ask(lambda: 1 / 0)
    wish.ask(lambda: [][0])
    with signalled(qtbot, wish.failed):
        pass

    assert [type(error) for error in errors] == [IndexError]


def test_what_is_forgotten_is_not_answered(qtbot: QtBot, wish: LatestWish, tasks: TaskRunner) -> None:
    gate, answers = threading.Event(), []
    wish.answered.connect(answers.append)

    wish.ask(lambda: gate.wait(20))
    wish.forget()
    gate.set()
    until(qtbot, lambda: not tasks.busy)

    assert answers == []
    assert not wish.is_busy


def test_a_folder_closed_while_something_is_drawn_leaves_nothing_behind() -> None:
    folder, places = PreviewFolder(), []

    def draw(path: Path) -> None:
        places.append(path.parent)
        folder.close()
        path.parent.mkdir(exist_ok=True)
        path.write_text("drawn")

    folder.draw(draw)

    assert not places[0].exists()


def test_no_two_drawings_share_a_path() -> None:
    folder = PreviewFolder()

    paths = {folder.draw(lambda path: path) for _each in range(3)}
    folder.close()

    assert len(paths) == 3
