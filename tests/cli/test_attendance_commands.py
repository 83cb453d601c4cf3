"""`roster-app attendance` from the command line, in both languages."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.roster import Origin
from roster_app.services import open_services

YESTERDAY = datetime.now().date() - timedelta(days=1)


@pytest.fixture
def gate(run: Run, tmp_path: Path) -> str:
    """A checkpoint of the sample team, with everybody standing from three days ago to tomorrow."""
    run("team", "sample")
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    team = services.teams.all()[0]
    period = services.rostering.create_period(team.id, YESTERDAY - timedelta(days=2), YESTERDAY + timedelta(days=2))
    roster = services.rostering.open(period.id).roster
    directory = services.teams.directory(team.id)
    people = directory.volunteers
    holders = {duty.id: people[n % len(people)].id for n, duty in enumerate(roster.plan.duties)}
    services.rostering.apply_edit(period.id, settle(roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))
    services.close()
    return directory.checkpoints_in_order[0].name


def test_a_sheet_is_keyed_listed_corrected_and_undone(run: Run, gate: str) -> None:
    sheet = ("--checkpoint", gate, "--day", YESTERDAY)
    keyed = run("attendance", "key", "1 缺 生病", "２　代　王五", *sheet, "--json")
    assert keyed.code is ExitCode.DONE, keyed.err
    assert [e["mark"] for e in keyed.facts["entries"]][:3] == ["absent", "absent", "present"]
    assert keyed.facts["entries"][0]["reason"] == "生病"
    number = keyed.facts["entries"][2]["number"]
    late = keyed.facts["entries"][2]["came"][:14] + "59"
    said = run("attendance", "correct", number, "--day", YESTERDAY, "--came", late, "--reason", "看错", "--json")
    assert said.code is ExitCode.DONE, said.err
    assert said.facts["entries"][0]["supersedes"] == number
    listed = run("attendance", "list", *sheet, "--json")
    assert {e["number"]: e["stands"] for e in listed.facts["entries"]}[number] is False
    assert run("attendance", "undo", "--json").facts["entries"][0]["came"] == keyed.facts["entries"][2]["came"]


def test_lines_in_the_way_are_named_in_both_languages(run: Run, gate: str) -> None:
    sheet = ("--checkpoint", gate, "--day", YESTERDAY)
    english = run("attendance", "key", "1 缺", "2 什么", *sheet)
    assert english.code is ExitCode.BAD_INPUT
    assert "Line 2 “2 什么”" in english.err
    assert "第 2 行" in run("attendance", "key", "1 缺", "2 什么", *sheet, lang="zh_CN").err


def test_signing_in_by_row_and_out_again(run: Run, gate: str) -> None:
    at = f"{YESTERDAY}T08:00"
    row = ("--row", 1, "--checkpoint", gate, "--day", YESTERDAY)
    came = run("attendance", "sign-in", *row, "--at", at, "--json")
    assert came.facts["entries"][0]["source"] == "paper", came.err
    left = run("attendance", "sign-out", *row, "--at", f"{YESTERDAY}T09:30", "--json")
    assert left.facts["entries"][0]["left"] == f"{YESTERDAY}T09:30:00"
    hours = run("attendance", "hours", YESTERDAY, YESTERDAY, "--by", "checkpoint", "--json")
    assert hours.facts["total"]["minutes"] == 90
    assert sum(group["minutes"] for group in hours.facts["groups"]) == 90
    assert hours.code is ExitCode.ATTENTION


def test_the_board_and_the_cover_are_told(run: Run, gate: str) -> None:
    now = run("attendance", "now", "--json")
    assert now.code is ExitCode.ATTENTION
    assert now.facts["on"] == []
    assert now.facts["next"]
    assert "迟到" in run("attendance", "now", lang="zh_CN").out
    cover = run("attendance", "cover", "--json")
    assert cover.code is ExitCode.ATTENTION
    assert cover.facts["complete"] is False
    assert gate in {line["checkpoint"] for line in cover.facts["posts"]}
