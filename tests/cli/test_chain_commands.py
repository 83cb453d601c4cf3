"""`import chain`: the fixed form for programs, with no database made and nothing stored."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.services import open_services

CHAIN = "#接龙\n4月9日南门\n例 姓名 班次\n\n1. 郭宁 早班 13800000001\n2. 何柳 晚 \n3. 程远\n4. 尹沫 取消\n"
SHIFTS = "早班 06:30-11:30,晚班 17:30-01:00"


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    path = tmp_path / "chain.txt"
    path.write_text(CHAIN, encoding="gb18030")
    return path


def test_a_chain_is_told_to_programs(run: Run, chain: Path, tmp_path: Path) -> None:
    said = run("import", "chain", chain, "--json", "--on", "2020-04-06", "--shifts", SHIFTS)

    facts = said.facts
    told = [e for e in facts["entries"] if e["verdict"] != "ignored"]
    assert (said.code, facts["title"], facts["open"]) == (ExitCode.DONE, "4月9日南门", [])
    keys = ("line", "person", "dates", "shift", "start", "end", "phone", "slot", "verdict")
    assert [tuple(e[key] for key in keys) for e in told] == [
        (5, "郭宁", ["2020-04-09"], "早班", "06:30", "11:30", "13800000001", "南门", "ok"),
        (6, "何柳", ["2020-04-09"], "晚班", "17:30", "01:00+1", None, "南门", "ok"),
        (7, "程远", ["2020-04-09"], None, None, None, None, "南门", "ask"),
        (8, "尹沫", ["2020-04-09"], None, None, None, None, "南门", "withdrawn"),
    ]
    assert [(q["line"], q["kind"]) for q in facts["questions"]] == [(7, "no_shift")]
    assert [n["line"] for n in facts["lines"]] == list(range(1, 10))
    assert list(tmp_path.iterdir()) == [chain]


def test_people_of_a_list_resolve_the_names(run: Run, chain: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("姓名,手机号码\n郭宁,13800000001\n何流,13800000002\n", encoding="utf-8")

    facts = run("import", "chain", chain, "--json", "--on", "2020-04-06", "--people", people).facts

    verdicts = {e["person"]: e["verdict"] for e in facts["entries"] if e["person"]}
    assert verdicts["郭宁"] == "ok"
    assert verdicts["程远"] == "unknown"


def test_a_chain_comes_from_the_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CHAIN.encode()), encoding="utf-8"))

    assert run("import", "chain", "-", "--json", "--on", "2020-04-06").facts["title"] == "4月9日南门"


def test_people_and_shifts_come_from_a_database_that_is_named(run: Run, chain: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'team.db'}"
    run("--db", url, "team", "sample")

    facts = run("import", "chain", chain, "--json", "--db", url, "--on", "2020-04-06").facts

    assert {e["verdict"] for e in facts["entries"] if e["person"]} == {"unknown", "withdrawn"}


def test_a_database_that_is_missing_is_not_made(run: Run, chain: Path, tmp_path: Path) -> None:
    said = run("import", "chain", chain, "--json", "--db", f"sqlite:///{tmp_path / 'none.db'}")

    assert said.code is ExitCode.DONE
    assert not (tmp_path / "none.db").exists()


def test_people_read_the_verdict_of_every_line(run: Run, chain: Path) -> None:
    out = run("import", "chain", chain, "--on", "2020-04-06").out

    assert "line 3: no sign-up · 例 姓名 班次" in out
    assert "line 7: No shift is given." in out
    assert "Nothing was stored." in out


def test_what_cannot_be_read_ends_calmly(run: Run, chain: Path, tmp_path: Path) -> None:
    assert run("import", "chain", tmp_path / "none.txt").code is ExitCode.BAD_INPUT
    assert run("import", "chain", chain, "--shifts", "早").code is ExitCode.MISUSE


def test_texts_for_the_group_come_from_a_roster(run: Run, tmp_path: Path) -> None:
    run("team", "sample")
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    (team,) = services.teams.all()
    services.rostering.create_period(team.id, date(2020, 4, 4), date(2020, 4, 4))
    services.close()

    made = run("chain", "make", "--json")
    told = tmp_path / "made.txt"
    told.write_text(made.facts["text"] + "郭宁 A2\n", encoding="utf-8")
    read = run("import", "chain", told, "--json", "--on", "2020-04-01").facts

    assert sum(offer["missing"] for offer in made.facts["offered"]) == 30
    assert [(e["person"], e["slot"]) for e in read["entries"] if e["person"]] == [("郭宁", "A2")]
    assert "vacant" in run("chain", "report", "2020-04-04").out
    assert run("chain", "remind", "--json").facts["texts"] == []
    assert "Thank you" in run("chain", "thank").out
