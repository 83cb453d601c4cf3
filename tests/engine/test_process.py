"""The engine's process: stopped, killed, refused or orphaned, it never takes the best roster with it."""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_teams import EASY, LEADER, people, post, town
from solving import problem_of, short_of_people

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.engine.problem import RosterProblem
from roster_app.engine.process import EngineProcess
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits
from roster_app.engine.verdict import EngineFault

LONG = Limits(seconds=300)
_SOON = 20.0
"""Seconds in which a stop is heard, of three hundred: half of one on a machine with nothing else to do."""
SHORT = Limits(seconds=60, work=0.05)


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    """An engine whose process is ended with the test."""
    made = EngineProcess()
    yield made
    made.close()


@pytest.fixture
def month() -> RosterProblem:
    """A problem that keeps the engine busy for a while."""
    rules = replace(EASY, min_rest_minutes=720, max_consecutive_days=5, max_consecutive_nights=3)
    posts = [post(1, 1, requires=frozenset({LEADER})), post(2, 1), post(3, 2), post(4, 2)]
    return problem_of(town(people(31, leaders=11), posts, rules=rules, checkpoints=2), 30)


@pytest.fixture
def day() -> RosterProblem:
    """A problem that is solved at once."""
    return problem_of(town(people(3), [post()]), 1)


def unheard(progress: Progress) -> None:
    """Nobody listens."""


def test_a_search_is_answered_with_a_proposal(engine: EngineProcess, day: RosterProblem) -> None:
    engine.warm()
    reports: list[Progress] = []
    proposal = engine.solve(day, SHORT, reports.append)
    assert (proposal.optimal, proposal.stopped, len(proposal.assignments)) == (True, False, 3)
    assert reports[0].assignments is not None


def test_one_process_serves_one_search_after_the_other(engine: EngineProcess, day: RosterProblem) -> None:
    first, second = (engine.solve(day, SHORT, unheard) for _ in range(2))
    assert first.assignments == second.assignments
    assert process_id(engine) == process_id(engine)


def test_a_stop_ends_the_search_with_its_best(engine: EngineProcess, month: RosterProblem) -> None:
    proposal = engine.solve(month, LONG, lambda progress: engine.stop())
    assert (proposal.stopped, len(proposal.assignments)) == (True, 360)


def test_a_stop_is_heard_soon(engine: EngineProcess) -> None:
    told: list[float] = []

    def stop_later(progress: Progress) -> None:
        if not told and progress.seconds > 0.5:
            told.append(time.monotonic())
            engine.stop()

    assert engine.solve(short_of_people(60, 84), LONG, stop_later).stopped
    assert time.monotonic() - told[0] < _SOON


def test_a_stop_before_the_search_begins_is_not_lost(engine: EngineProcess, month: RosterProblem) -> None:
    engine.warm()
    engine.stop()
    assert engine.solve(month, LONG, unheard).stopped


def test_a_stop_does_not_reach_the_next_search(engine: EngineProcess, day: RosterProblem, month: RosterProblem) -> None:
    engine.solve(month, LONG, lambda progress: engine.stop())
    assert not engine.solve(day, SHORT, unheard).stopped


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be halted here")
def test_a_process_that_does_not_hear_is_killed_and_its_best_kept(engine: EngineProcess, month: RosterProblem) -> None:
    def halt(progress: Progress) -> None:
        os.kill(process_id(engine), signal.SIGSTOP)
        engine.stop()

    proposal = engine.solve(month, LONG, halt)
    assert (proposal.stopped, proposal.optimal, len(proposal.assignments)) == (True, False, 360)


def test_a_killed_process_leaves_its_best_and_is_replaced(engine: EngineProcess, month: RosterProblem) -> None:
    proposal = engine.solve(month, LONG, lambda progress: os.kill(process_id(engine), signal.SIGTERM))
    assert (proposal.stopped, len(proposal.assignments)) == (True, 360)
    assert engine.solve(month, LONG, lambda progress: engine.stop()).assignments


def test_a_process_that_ends_before_any_roster_is_a_refusal(engine: EngineProcess, day: RosterProblem) -> None:
    with pytest.raises(DomainError) as refused:
        engine.solve(replace(day, ledger=Poison()), SHORT, unheard)  # type: ignore[arg-type]
    assert refused.value.code is ErrorCode.ENGINE_STOPPED
    assert engine.solve(day, SHORT, unheard).optimal


class Poison:
    """Ends whichever process receives it, as a fault in native code would."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)


def test_a_mistake_in_the_engine_is_told(engine: EngineProcess, day: RosterProblem) -> None:
    with pytest.raises(EngineFault, match="Traceback"):
        engine.solve(replace(day, ledger=None), SHORT, unheard)  # type: ignore[arg-type]
    assert engine.solve(day, SHORT, unheard).optimal


def test_a_listener_that_fails_ends_the_search(engine: EngineProcess, month: RosterProblem, day: RosterProblem) -> None:
    def fail(progress: Progress) -> None:
        raise ValueError("no screen")

    with pytest.raises(ValueError, match="no screen"):
        engine.solve(month, LONG, fail)
    assert engine.solve(day, SHORT, unheard).optimal


def test_closing_ends_a_search_with_its_best(engine: EngineProcess, month: RosterProblem) -> None:
    def close(progress: Progress) -> None:
        closing = threading.Thread(target=engine.close)
        closing.start()
        closing.join()

    assert engine.solve(month, LONG, close).stopped


_ORPHAN = """
import os, sys
from roster_app.engine.problem import RosterProblem
from roster_app.engine.process import EngineProcess

if __name__ == "__main__":
    engine = EngineProcess()
    engine.warm()
    print(engine._child._process.pid, flush=True)
    sys.stdin.readline()
    os._exit(1)
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="processes of others cannot be waited for here")
def test_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(_ORPHAN)
    with subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.stdin.close()
        ended, _, _ = select.select([child], [], [], 60)
        os.close(child)
    assert ended


def process_id(engine: EngineProcess) -> int:
    """The process that serves now."""
    child = engine._child
    assert child is not None
    assert child._process.pid is not None
    return child._process.pid
