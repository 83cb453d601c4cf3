"""The judge of duty instances: each rule broken once is found, and it agrees with the judge that comes with them."""

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tiny_instances import LINKED, duty

from benchmarks.engine.duty import DutyInstance, Row, parse, read
from benchmarks.engine.duty_judge import judge
from benchmarks.engine.published import BadInstance

INSTANCE = parse(duty(**LINKED))


def random_rows(instance: DutyInstance, dice: Random, chance: float) -> list[Row]:
    """Some seats, each held by anybody."""
    return [
        (dice.choice(instance.people).id, day, kind.id, post.checkpoint, post.id)
        for day in range(instance.days)
        for kind in instance.kinds
        for post in instance.posts
        for _ in range(post.seats)
        if dice.random() < chance
    ]


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ([("V6", 0, "X", "C0", "guard")], "unknown"),
        ([("V6", 8, "A", "C0", "guard")], "unknown"),
        ([("V7", 0, "A", "C0", "leader")], "qualification"),
        ([("V2", 2, "A", "C0", "leader")], "unavailable"),
        ([("V2", 0, "N", "C0", "leader")], "no nights"),
        ([("V6", 0, "A", "C0", "guard"), ("V8", 0, "A", "C0", "guard")], "too many on a post"),
        ([("V6", 0, "N", "C0", "guard"), ("V6", 1, "C", "C0", "guard")], "rest"),
        ([("V6", day, "A", "C0", "guard") for day in range(5)], "days in a row"),
        ([("V6", day, "N", "C0", "guard") for day in range(3)], "nights in a row"),
        ([("V6", day, "A", "C0", "guard") for day in (0, 1, 2, 4, 5, 6)], "week"),
        ([("V5", 4, "A", "C1", "guard"), ("V3", 4, "A", "C1", "guard"), ("V4", 4, "A", "C1", "leader")],
         "more new than experienced"),
        ([("V0", 5, "A", "C0", "leader"), ("V1", 5, "A", "C0", "guard")], "keep apart"),
    ],
)  # fmt: skip
def test_each_rule_broken_once_is_found_alone(rows: list[Row], rule: str) -> None:
    assert [found[0] for found in judge(INSTANCE, rows).broken] == [rule]


def test_two_shifts_in_a_day_are_found_with_the_rest_they_lack() -> None:
    rows = [("V6", 3, "A", "C0", "guard"), ("V6", 3, "N", "C0", "guard")]

    assert [found[0] for found in judge(INSTANCE, rows).broken] == ["two shifts in a day"]
    assert {found[0] for found in judge(INSTANCE, [rows[0], ("V6", 3, "C", "C0", "guard")]).broken} == {
        "two shifts in a day",
        "rest",
    }


def test_parts_are_counted() -> None:
    nobody, rows = judge(INSTANCE, []), [("V0", 7, "A", "C1", "leader"), ("V7", 7, "A", "C1", "guard")]
    some = judge(INSTANCE, rows)

    assert nobody.parts["vacancy"] == INSTANCE.seats == 8 * 3 * 5
    assert (some.parts["vacancy"], some.parts["wanted_day_worked"], some.parts["away_from_home_area"]) == (118, 1, 1)
    assert some.parts["unfair_total"] == nobody.parts["unfair_total"] - 2
    assert some.cost == sum(INSTANCE.weights[part] * n for part, n in some.parts.items())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.pop("days"), "'days' is missing"),
        (lambda told: told["rules"].pop("min_rest_minutes"), "'min_rest_minutes' is missing"),
        (lambda told: told.update(start="someday"), "not a duty instance"),
        (lambda told: told.update(volunteers=3), "not a duty instance"),
    ],
)
def test_what_is_missing_or_wrong_is_said(change: Callable[[dict[str, Any]], object], said: str) -> None:
    told = duty()
    change(told)

    with pytest.raises(BadInstance, match=said):
        parse(told)


@pytest.mark.parametrize("name", ["team40-unequal", "team45-tight", "team60-linked"])
def test_it_agrees_with_the_instances_own_judge(duty_folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    verify = _verify(duty_folder / "verify.py")
    instance, told = read(duty_folder / f"{name}.json"), _told(duty_folder / f"{name}.json")
    for seed in range(6):
        rows = random_rows(instance, Random(seed), chance=(0.05, 0.3, 1.0)[seed % 3])
        rows += rows[:seed]
        bad, parts, total = verify.judge(told, [list(row) for row in rows])
        ours = judge(instance, rows)

        assert (ours.parts, ours.cost) == (parts, total)
        assert len(ours.broken) == len(bad)


def _verify(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("verify", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _told(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
