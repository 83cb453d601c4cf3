"""Invented instances can be read, are the same for the same seed, and have a roster that breaks nothing."""

import json
from pathlib import Path

import pytest

from benchmarks.engine import invented, invented_duty, peer_duty, peer_published
from benchmarks.engine.duty import parse
from benchmarks.engine.published import parse as parse_published
from benchmarks.engine.subject import DutySubject, PublishedSubject


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_invented_published_instance_is_feasible(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "Instance0.txt"
    path.write_text(invented.invented(people=5, days=21, kinds=3, seed=seed), encoding="utf-8")

    assert peer_published.solve(PublishedSubject(path), 5, seed=1).measured()["hard_violations"] == 0


@pytest.mark.parametrize("unequal", [True, False])
@pytest.mark.parametrize("linked", [True, False])
def test_an_invented_duty_instance_is_answered(unequal: bool, linked: bool, tmp_path: Path) -> None:
    path = tmp_path / "duty.json"
    told = invented_duty.invented(24, 1, 7, seed=4, unequal=unequal, linked=linked)
    path.write_text(json.dumps(told), encoding="utf-8")

    assert peer_duty.solve(DutySubject(path), 5, seed=1).measured()["hard_violations"] == 0


def test_the_same_seed_makes_the_same_instance() -> None:
    def made(seed: int) -> tuple[object, object]:
        told = invented_duty.invented(30, 2, 14, seed, unequal=False, linked=True)
        return parse_published(invented.invented(8, 28, 3, seed)), parse(told)

    assert made(1) == made(1)
    assert made(1)[0] != made(2)[0]
    assert made(1)[1] != made(2)[1]
