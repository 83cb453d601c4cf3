"""Long work answers on the window's thread, in order, and never fails in silence."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from window_cases import freed

from roster_app.gui.tasks import Lane, TaskRunner


class Answers:
    """Everything a runner has answered, and on which thread."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: set[QThread] = set()

    def take(self, value: object) -> None:
        self.values.append(value)
        self.threads.add(QThread.currentThread())

    def fail(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def tasks(qapp: object, answers: Answers) -> Iterator[TaskRunner]:
    runner = TaskRunner(answers.fail)
    yield runner
    runner.close()
    runner.deleteLater()
    freed()


def test_what_the_work_returns_arrives_on_the_window_s_thread(
    tasks: TaskRunner, answers: Answers, qtbot: QtBot
) -> None:
    worker: list[QThread] = []

    tasks.run(lambda: worker.append(QThread.currentThread()) or 7, on_success=answers.take)

    qtbot.waitUntil(lambda: answers.values == [7])
    assert answers.threads == {QThread.currentThread()}
    assert worker != [QThread.currentThread()]


def test_a_failure_nobody_asked_for_reaches_the_runner_s_own_answer(
    tasks: TaskRunner, answers: Answers, qtbot: QtBot
) -> None:
    error = ValueError("broken")

    tasks.run(partial(_raise, error))

    qtbot.waitUntil(lambda: answers.errors == [error])


def test_a_failure_reaches_whoever_asked_for_it(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    error, asked = ValueError("broken"), Answers()

    tasks.run(partial(_raise, error), on_failure=asked.fail)

    qtbot.waitUntil(lambda: asked.errors == [error])
    assert answers.errors == []


def test_progress_arrives_in_order_and_before_the_end(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    def work(report: Callable[[object], None]) -> str:
        for step in range(5):
            report(step)
        return "done"

    tasks.run(work, on_success=answers.take, on_progress=answers.take)

    qtbot.waitUntil(lambda: "done" in answers.values)
    assert answers.values == [0, 1, 2, 3, 4, "done"]


def test_tasks_of_the_database_keep_their_order(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    for number in range(20):
        tasks.run(partial(int, number), on_success=answers.take, lane=Lane.DATABASE)

    qtbot.waitUntil(lambda: len(answers.values) == 20)
    assert answers.values == list(range(20))


def test_an_owner_that_is_gone_gets_no_answer(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    owner, goes_on = QObject(), threading.Event()

    tasks.run(goes_on.wait, on_success=answers.take, owner=owner)
    owner.deleteLater()
    freed()
    goes_on.set()

    qtbot.waitUntil(lambda: not tasks.busy)
    assert answers.values == []


def test_a_failure_whose_owner_is_gone_is_logged(
    tasks: TaskRunner, answers: Answers, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    owner = QObject()

    tasks.run(partial(_raise, ValueError("broken")), on_failure=answers.fail, owner=owner)
    owner.deleteLater()
    freed()

    qtbot.waitUntil(lambda: not tasks.busy)
    assert answers.errors == []
    assert "broken" in caplog.text


def test_a_forgotten_task_answers_nobody(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    goes_on = threading.Event()

    ticket = tasks.run(goes_on.wait, on_success=answers.take)
    tasks.forget(ticket)
    goes_on.set()

    qtbot.waitUntil(lambda: not tasks.busy)
    assert answers.values == []


def test_busy_is_told_at_the_first_and_after_the_last(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    told: list[bool] = []
    tasks.busy_changed.connect(told.append)

    for number in range(3):
        tasks.run(partial(int, number), on_success=answers.take)

    qtbot.waitUntil(lambda: len(answers.values) == 3)
    assert told[0] is True
    assert told[-1] is False


def test_closing_stops_what_runs_waits_for_it_and_answers_nobody(answers: Answers, qapp: object) -> None:
    tasks, stopped, ended = TaskRunner(answers.fail), threading.Event(), threading.Event()

    def work() -> None:
        stopped.wait(10)
        ended.set()

    tasks.run(work, on_success=answers.take, stop=stopped.set, lane=Lane.BENCH)
    tasks.run(partial(int, 1), on_success=answers.take)
    tasks.close()
    freed()

    assert ended.is_set()
    assert answers.values == []
    assert tasks.run(partial(int, 2), on_success=answers.take)
    assert not tasks.busy
    tasks.deleteLater()
    freed()


def test_a_thousand_tasks_come_home(tasks: TaskRunner, answers: Answers, qtbot: QtBot) -> None:
    for number in range(1000):
        tasks.run(partial(int, number), on_success=answers.take, lane=Lane.BENCH if number % 2 else Lane.DATABASE)

    qtbot.waitUntil(lambda: len(answers.values) == 1000, timeout=20_000)
    assert sorted(answers.values, key=str) == sorted(range(1000), key=str)


def _raise(error: Exception) -> None:
    raise error
