"""The command line of the engine's benchmark: what it prints, and what it refuses."""

import json
from pathlib import Path

import pytest
from tiny_instances import PUBLISHED, duty

from benchmarks.engine.__main__ import main
from benchmarks.engine.subject import DutySubject, subject_of
from benchmarks.engine.table import best_known, median
from benchmarks.engine.trace import Trace

SEATED = [("V6", 0, "A", "C0", "leader")]


def test_the_last_line_is_the_measurement_and_the_roster_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "tiny.json", tmp_path / "roster.json"
    path.write_text(json.dumps(duty()), encoding="utf-8")

    assert main([str(path), "--seconds", "1", "--seed", "3", "--out", str(out)]) == 0

    measured = json.loads(capsys.readouterr().out.splitlines()[-1])
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert {"first_complete_s", "cost", "bound", "seconds", "peak_mb"} <= measured.keys()
    assert measured["cost"] == DutySubject(path).score(rows).cost
    assert measured["seconds"] < 5


@pytest.mark.parametrize("name", ["nothing.txt", "nothing.json", "nothing.csv"])
def test_a_file_that_cannot_be_read_is_said(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / name)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_file_that_is_no_instance_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Instance0.txt"
    path.write_text(PUBLISHED.replace("D,480,", "D,long,"), encoding="utf-8")

    assert main([str(path)]) == 1
    assert "line 9" in capsys.readouterr().err


def test_a_table_without_instances_says_what_it_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "--folder", str(tmp_path)]) == 0
    assert "--folder" in capsys.readouterr().out


def test_a_run_without_a_value_counts_as_the_worst() -> None:
    assert median([3, None, 1], runs=3, missing=float("inf")) == 3
    assert median([3], runs=3, missing=float("inf")) == float("inf")


def test_a_trace_tells_what_was_known_by_when(tmp_path: Path) -> None:
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(duty()), encoding="utf-8")
    trace = Trace(subject_of(path), 60)
    trace.offer([])
    trace.bound(5)
    trace._began -= 11
    trace.offer(SEATED)
    trace.bound(7)
    trace.close()
    measured = trace.measured()

    empty, seated = (DutySubject(path).score(rows).cost for rows in ([], SEATED))
    assert measured["marks"]["10"] == {"cost": empty, "hard_violations": 0, "bound": 5}
    assert measured["marks"]["60"] == {"cost": seated, "hard_violations": 0, "bound": 7}
    assert (measured["cost"], measured["first_complete_s"]) == (seated, None)
    assert measured["first_feasible_s"] < 10
    assert measured["seconds"] >= 11


def test_the_best_known_costs_are_found_beside_the_instances(published_folder: Path, duty_folder: Path) -> None:
    assert best_known(published_folder / "Instance8.txt") == 1300
    assert best_known(duty_folder / "team60.json") == -214
