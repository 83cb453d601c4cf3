"""What is measured: an instance file of either format, with the judge that scores a roster of it."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from benchmarks.engine import duty, duty_judge, published, published_judge
from benchmarks.engine.published import BadInstance

Roster = Any
"""Duty: a list of rows; published: each person's line. As it is written to a file."""


@dataclass(frozen=True, slots=True)
class Score:
    """What an independent judge says: the cost in the instance's own points, and how many hard rules are broken."""

    cost: int
    hard: int


class Subject(Protocol):
    """One instance."""

    def score(self, roster: Roster) -> Score:
        """The independent judge's word."""

    def is_complete(self, roster: Roster) -> bool:
        """Whether nobody who is wanted is missing."""

    def is_feasible(self, roster: Roster) -> bool:
        """Whether no hard rule is broken."""


@dataclass(frozen=True)
class PublishedSubject:
    """A published shift-scheduling instance."""

    path: Path

    @cached_property
    def instance(self) -> published.Published:
        return published.read(self.path)

    def score(self, roster: Mapping[str, Sequence[str]]) -> Score:
        """By `published_judge`."""
        judgement = published_judge.judge(self.instance, roster)
        return Score(judgement.cost, len(judgement.broken))

    def is_complete(self, roster: Mapping[str, Sequence[str]]) -> bool:
        """Whether no shift has fewer people than it wants; often no roster can have that."""
        return not published_judge.judge(self.instance, roster).under

    def is_feasible(self, roster: Mapping[str, Sequence[str]]) -> bool:
        """Whether no hard rule is broken."""
        return not published_judge.judge(self.instance, roster).broken


@dataclass(frozen=True)
class DutySubject:
    """A duty instance; `verify.py` beside it is its judge, `duty_judge` where there is none."""

    path: Path

    @cached_property
    def instance(self) -> duty.DutyInstance:
        return duty.read(self.path)

    def score(self, roster: Sequence[duty.Row]) -> Score:
        """By the instances' own judge in a process of its own."""
        verify = self.path.parent / "verify.py"
        if not verify.exists():
            judgement = duty_judge.judge(self.instance, roster)
            return Score(judgement.cost, len(judgement.broken))
        with tempfile.TemporaryDirectory() as folder:
            rows = Path(folder, "roster.json")
            rows.write_text(json.dumps(roster), encoding="utf-8")
            judging = [sys.executable, str(verify), str(self.path), str(rows)]
            said = subprocess.run(judging, capture_output=True, text=True, check=False)
        told = json.loads(said.stdout.splitlines()[-1])
        return Score(told["total"], told["hard_violations"])

    def is_complete(self, roster: Sequence[duty.Row]) -> bool:
        """Whether every seat is filled."""
        return len(roster) == self.instance.seats

    def is_feasible(self, roster: Sequence[duty.Row]) -> bool:
        """Whether no hard rule is broken."""
        return not duty_judge.judge(self.instance, roster).broken


def subject_of(path: Path) -> PublishedSubject | DutySubject:
    """The subject in a file, by its suffix: .txt is published, .json duty; raises BadInstance for anything else."""
    if path.suffix == ".txt":
        return PublishedSubject(path)
    if path.suffix == ".json":
        return DutySubject(path)
    raise BadInstance(f"{path.name} is neither .txt (published) nor .json (duty)")
