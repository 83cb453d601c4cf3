"""The peers solve the very problem that is judged: their own optimum is what the independent judges say it costs."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tiny_instances import LINKED, PUBLISHED, duty

from benchmarks.engine import peer_duty, peer_published
from benchmarks.engine.peers import last_line, peers_of
from benchmarks.engine.subject import DutySubject, PublishedSubject


@pytest.fixture
def published(tmp_path: Path) -> PublishedSubject:
    """The tiny published instance in a file."""
    path = tmp_path / "Instance0.txt"
    path.write_text(PUBLISHED, encoding="utf-8")
    return PublishedSubject(path)


@pytest.fixture
def linked(tmp_path: Path) -> DutySubject:
    """The tiny duty instance, with pairs kept apart and new people, in a file."""
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(duty(**LINKED)), encoding="utf-8")
    return DutySubject(path)


def assert_proven(measured: dict[str, Any]) -> None:
    assert measured["hard_violations"] == 0
    assert measured["cost"] == measured["bound"]
    assert measured["marks"]["30"]["cost"] == measured["cost"]
    assert measured["first_feasible_s"] <= measured["seconds"] < 30


def test_cp_sat_proves_the_tiny_published_instance(published: PublishedSubject) -> None:
    assert_proven(peer_published.solve(published, 30, seed=1).measured())


def test_cp_sat_proves_the_tiny_duty_instance(linked: DutySubject) -> None:
    assert_proven(peer_duty.solve(linked, 30, seed=1).measured())


@pytest.mark.skipif(find_spec("cpmpy") is None, reason="cpmpy is not installed (the group `bench`)")
def test_cpmpy_in_its_own_process_finds_the_same_optimum(published: PublishedSubject) -> None:
    ours = peer_published.solve(published, 30, seed=1).measured()
    module = ["-m", "benchmarks.engine.peers", "cpmpy", str(published.path), "--seconds", "30", "--seed", "1"]
    theirs = last_line(module, patience=60)

    assert "cpmpy" in peers_of(published)
    assert theirs is not None
    assert_proven(theirs)
    assert theirs["cost"] == ours["cost"]


def test_a_model_too_large_to_be_built_is_no_answer(linked: DutySubject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peer_duty, "MOST", 100)
    measured = peer_duty.solve(linked, 30, seed=1).measured()

    assert (measured["cost"], measured["bound"], measured["first_complete_s"]) == (None, None, None)


def test_a_peer_that_fails_has_no_measurement() -> None:
    assert last_line(["-c", "raise SystemExit(3)"], patience=20) is None
    assert last_line(["-c", "import time; time.sleep(60)"], patience=0.2) is None
