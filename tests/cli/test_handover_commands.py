"""`roster-app handover`: open items, supplies and unsigned hand-overs from the command line."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.domain.hand_over import HandOver, LogEdit
from roster_app.services import Services, open_services


def opened(folder: Path) -> Services:
    return open_services(f"sqlite:///{folder / 'roster.db'}", "test")


@pytest.fixture
def gate(run: Run, tmp_path: Path) -> str:
    """A checkpoint of the sample team, with a roster from yesterday to tomorrow."""
    run("team", "sample")
    services = opened(tmp_path)
    team = services.teams.all()[0]
    today = datetime.now().date()
    services.rostering.create_period(team.id, today - timedelta(days=2), today + timedelta(days=1))
    name = services.teams.directory(team.id).checkpoints_in_order[0].name
    services.close()
    return name


def test_an_item_is_added_listed_and_ticked_by_number_or_words(run: Run, gate: str) -> None:
    said = run("handover", "add", "修大门", "--owner", "何平", "--checkpoint", gate)
    assert said.code is ExitCode.DONE
    assert said.out.startswith(f"{gate} · 修大门 · 何平 · since ")
    run("handover", "add", "补口罩", "--checkpoint", gate)

    listed = run("handover", "list", "--json")
    assert [(i["number"], i["text"], i["owner"]) for i in listed.facts["items"]] == [
        (1, "修大门", "何平"),
        (2, "补口罩", ""),
    ]
    assert f"2. {gate} · 补口罩 · nobody named" in listed.err

    done = run("handover", "done", "1", "--json")
    assert done.facts["item"]["text"] == "修大门"
    assert done.facts["item"]["done_at"]
    assert run("handover", "done", "口罩").code is ExitCode.DONE
    assert run("handover", "list").out == "Nothing is open.\n"


@pytest.mark.parametrize(
    ("said", "complaint"), [("9", "No open item is meant by “9”"), ("修", "Several items are meant")]
)
def test_what_is_not_one_item_is_refused(run: Run, gate: str, said: str, complaint: str) -> None:
    for text in ("修大门", "修小门"):
        run("handover", "add", text, "--checkpoint", gate)
    told = run("handover", "done", said)
    assert told.code is not ExitCode.DONE
    assert complaint in told.err
    assert len(run("handover", "list", "--json").facts["items"]) == 2


def test_supplies_are_counted_for_the_next_hand_over(run: Run, gate: str) -> None:
    said = run("handover", "supplies", "masks=20", "Thermometers=2", "--checkpoint", gate, "--json")
    assert said.code is ExitCode.DONE
    assert [(c["item"], c["count"]) for c in said.facts["supplies"]] == [("Masks", 20), ("Thermometers", 2)]
    assert datetime.fromisoformat(said.facts["supplies"][0]["at"]) >= datetime.now() - timedelta(minutes=1)
    run("handover", "supplies", "Masks=19", "--checkpoint", gate)
    assert f"{gate}: Masks 19 (" in run("handover", "supplies").out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["caps=3"], "is not counted here"),
        (["Masks=many"], "is not a count"),
        (["Masks"], "is not counted here"),
    ],
)
def test_what_is_no_count_is_refused_and_nothing_is_noted(
    run: Run, gate: str, words: list[str], complaint: str
) -> None:
    said = run("handover", "supplies", "Masks=1", *words, "--checkpoint", gate)
    assert said.code is not ExitCode.DONE
    assert complaint in said.err
    assert run("handover", "supplies", "--json").facts["supplies"] == []


def test_a_count_without_a_place_is_asked_back(run: Run, gate: str) -> None:
    assert "--checkpoint" in run("handover", "supplies", "Masks=1").err


def test_unsigned_hand_overs_ask_for_attention(run: Run, gate: str, tmp_path: Path) -> None:
    assert run("handover", "list").code is ExitCode.DONE
    services = opened(tmp_path)
    team = services.teams.all()[0]
    log = services.hand_overs.open(team.id)
    place = log.directory.checkpoints_in_order[0].id
    first = next(r for r in log.reliefs_of(place))
    services.hand_overs.apply(LogEdit(None, HandOver(place, first.moment, "noted")))
    count = len(services.hand_overs.open(team.id).unsigned)
    services.close()
    said = run("handover", "list", "--json")
    assert said.code is ExitCode.ATTENTION
    assert len(said.facts["unsigned"]) == count > 2
    assert "Not signed by both: " + gate in said.err


def test_it_speaks_chinese(run: Run, gate: str) -> None:
    run("handover", "add", "修大门", "--checkpoint", gate)
    assert "未定责任人" in run("handover", "list", lang="zh_CN").out
