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


REPORT = """#接龙
4月8日交班统计，东门
例 姓名 班次 电话

1. 郭宁师傅 早班 13800000001 测温30人，登记5车
2. 物业何柳 中班
3. 志愿者尹默 晚班 测温12人
4. 王师傅 夜班
5. 苏青 早班 13800000007
6. 苏青 早班
7. 柳柳（何柳） 晚班
8. 阳光（林夏） 早班 13800000009
9. 李姐 22:00-次日6:00
10. 张主任 早班
11. 何柳（程远） 早班
替补：
12. 程远
"""
TEAM = """姓名,手机号码,昵称
郭宁,13800000001,小郭
何柳,13800000002,柳柳
程远,13800000003,
尹沫,13800000004,
王师傅,13800000005,
苏青,13800000006,
苏青,13800000007,
李姐,13800000008,
林夏,13800000009,阳光
"""
FOUR_SHIFTS = "早班 06:30-11:30,中班 11:30-17:30,晚班 17:30-01:00,夜班 01:00-06:30"


def test_titles_units_aliases_and_namesakes_are_told_by_the_team(run: Run, tmp_path: Path) -> None:
    chain, people = tmp_path / "chain.txt", tmp_path / "people.csv"
    chain.write_text(REPORT, encoding="utf-8")
    people.write_text(TEAM, encoding="gb18030")

    facts = run(
        "import", "chain", chain, "--json", "--on", "2020-04-06", "--people", people, "--shifts", FOUR_SHIFTS
    ).facts

    told = [e for e in facts["entries"] if e["verdict"] != "ignored"]
    assert [(e["number"], e["person"], e["shift"], e["phone"], e["verdict"]) for e in told] == [
        (1, "郭宁", "早班", "13800000001", "ok"),
        (2, "何柳", "中班", None, "ok"),
        (3, "尹沫", "晚班", None, "ask"),
        (4, "王师傅", "夜班", None, "ok"),
        (5, "苏青", "早班", "13800000007", "ok"),
        (6, "苏青", "早班", None, "ask"),
        (7, "何柳", "晚班", None, "ok"),
        (8, "林夏", "早班", "13800000009", "ok"),
        (9, "李姐", None, None, "ok"),
        (10, "张主任", "早班", None, "unknown"),
        (11, "何柳", "早班", None, "ask"),
        (11, "程远", "早班", None, "ask"),
        (12, "程远", None, None, "standby"),
    ]
    assert (told[0]["counts"], told[2]["counts"]) == ({"测温": 30, "登记": 5}, {"测温": 12})
    assert {e["slot"] for e in told} == {"东门"}
    assert (told[0]["start"], told[2]["end"], told[8]["start"], told[8]["end"]) == (
        "06:30",
        "01:00+1",
        "22:00",
        "06:00+1",
    )
    assert [(q["line"], q["kind"]) for q in facts["questions"]] == [
        (7, "name"),
        (14, "name"),
        (15, "name"),
        (7, "same_sound"),
        (10, "several_people"),
    ]


def test_a_chain_of_orders_signs_nobody_up(run: Run, tmp_path: Path) -> None:
    chain = tmp_path / "chain.txt"
    chain.write_text("#接龙\n团购草莓 25元/斤\n1. 郭宁 2斤\n2. 何柳 1斤 早班下班取\n", encoding="utf-8")

    facts = run("import", "chain", chain, "--json", "--on", "2020-04-06").facts

    assert {e["verdict"] for e in facts["entries"]} == {"ignored"}
    assert (facts["questions"], facts["open"]) == ([], [])
