"""`roster-app counters`: the usual set, values and their corrections, and sums by anything."""

from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.services import open_services


@pytest.fixture
def gate(run: Run, tmp_path: Path) -> str:
    """A checkpoint of the sample team, which has taken the usual counters."""
    run("team", "sample")
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    team = services.teams.all()[0]
    name = services.teams.directory(team.id).checkpoints_in_order[0].name
    services.close()
    assert run("counters", "list").out.startswith("Nothing is counted yet.")
    assert len(run("counters", "set", "--usual", "--json").facts["counters"]) == 10
    return name


def test_values_are_entered_corrected_for_a_reason_and_summed(run: Run, gate: str) -> None:
    there = ("--checkpoint", gate, "--on", "2020-04-08")
    said = run("counters", "enter", "Leaflets=30", "测温=400", *there, "--json")
    assert [(e["counter"], e["value"]) for e in said.facts["entries"]] == [
        ("Leaflets", 30),
        ("Temperature checks", 400),
    ]
    again = run("counters", "enter", "Leaflets=30", *there, "--json")
    assert again.facts["entries"] == []
    assert run("counters", "enter", "Leaflets=31", *there).code is ExitCode.ATTENTION
    changed = run("counters", "enter", "Leaflets=31", *there, "--reason", "miscounted", "--json")
    assert changed.facts["entries"][0]["corrects"] == said.facts["entries"][0]["id"]
    run("counters", "enter", "Leaflets=4", "--checkpoint", gate, "--on", "2020-04-09")
    for by in ("day", "checkpoint", "area", "shift", "period", "counter"):
        summed = run("counters", "totals", "2020-04-01", "2020-04-30", "--by", by, "--json").facts
        assert summed["totals"]["Leaflets"] == 35
        assert sum(row["values"]["Leaflets"] or 0 for row in summed["rows"]) == 35
        assert summed["totals"]["Households"] is None


def test_sums_go_to_a_file(run: Run, gate: str, tmp_path: Path) -> None:
    run("counters", "enter", "Leaflets=30", "--checkpoint", gate, "--on", "2020-04-08", "--by", "何平")
    run("counters", "totals", "2020-04-01", "2020-04-30", "--export", str(tmp_path / "sums.csv"))
    assert "30" in (tmp_path / "sums.csv").read_text(encoding="utf-8-sig")


def test_a_counter_is_made_moved_and_laid_aside(run: Run, gate: str) -> None:
    run("counters", "set", "Masks given out", "--unit", "boxes", "--checkpoint", gate, "--also", "口罩")
    made = run("counters", "list", "--json").facts["counters"][-1]
    assert (made["name"], made["unit"], made["checkpoints"], made["also"]) == (
        "Masks given out",
        "boxes",
        [gate],
        ["口罩"],
    )
    laid = run("counters", "set", "Masks given out", "--no-use", "--json").facts["counters"][-1]
    assert (laid["in_use"], laid["unit"]) == (False, "boxes")
    refused = run("counters", "enter", "口罩=3", "--checkpoint", gate)
    assert refused.code is ExitCode.BAD_INPUT
    assert "口罩=3" in refused.err


def test_what_is_not_understood_is_said(run: Run, gate: str) -> None:
    for words in (("set",), ("enter", "Leaflets=x", "--checkpoint", gate), ("totals", "2020-04-08", "2020-04-01")):
        assert run("counters", *words).code is not ExitCode.DONE
    assert "Shifts: " in run("counters", "enter", "Leaflets=3", "--checkpoint", gate, "--shift", "nope").err


def test_the_counts_of_a_chain_are_stored_and_what_is_open_is_told(run: Run, gate: str, tmp_path: Path) -> None:
    text = f"#接龙\n4月8日{gate}下班统计\n1. 何平 测温25人 登记5车\n2. 郭宁 测温7人"
    (tmp_path / "chain.txt").write_text(text, encoding="utf-8")
    words = ("counters", "paste", str(tmp_path / "chain.txt"), "--on", "2020-04-08")
    seen = run(*words, "--dry-run", "--json").facts
    assert (seen["stored"], len(seen["entries"])) == (False, 2)
    said = run(*words, "--json").facts
    assert [(e["by"], e["value"], e["checkpoint"], e["day"]) for e in said["entries"]] == [
        ("何平", 25, gate, "2020-04-08"),
        ("郭宁", 7, gate, "2020-04-08"),
    ]
    assert [(q["kind"], q["about"], q["line"]) for q in said["questions"]] == [("word", "登记", 3)]
    again = run(*words, "--word", "登记=Returnees registered", "--json").facts
    assert ([e["value"] for e in again["entries"]], again["known"], again["questions"]) == ([5], 2, [])
    assert run(*words, "--word", "登记=nothing").code is ExitCode.BAD_INPUT
