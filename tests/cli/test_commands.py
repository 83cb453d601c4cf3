"""Every step of the way without a window, and calm words where something is wrong."""

from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.resources import resource

LIST = "姓名,手机号码,党支部\n王建国,13000000001,第一支部\n李明,130000000081,第二支部\n"


@pytest.fixture
def volunteers(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_an_empty_database_says_how_to_begin(run: Run) -> None:
    assert "roster-app team create NAME" in run("team", "list").out
    assert "roster-app team create NAME" in run("check").err


def test_a_team_is_made_and_listed(run: Run) -> None:
    run("team", "create", "东门队", "--office", "永平街", "--phone", "020-00001234")

    assert run("team", "list").out == "东门队 · 永平街 · 020-00001234 · 0 volunteers\n"


def test_a_list_is_taken_in_once(run: Run, volunteers: Path) -> None:
    run("team", "create", "东门队")

    first, second = run("import", volunteers, "--json"), run("import", volunteers, "--json")

    assert (first.code, first.facts["new"], first.facts["wrong"]) == (ExitCode.ATTENTION, 1, 1)
    assert (second.facts["new"], second.facts["same"]) == (0, 1)
    assert [p["address"] for p in first.facts["problems"]] == ["list.csv!B3"]
    assert "list.csv!B3" in first.err


def test_a_dry_run_stores_nothing(run: Run, volunteers: Path) -> None:
    run("team", "create", "东门队")
    run("import", volunteers, "--dry-run")

    assert run("people", "--json").facts["volunteers"] == []


def test_people_are_found_and_their_phones_masked(run: Run) -> None:
    run("team", "sample")

    said = run("people", "--find", "oysq")

    assert said.out.splitlines()[0].startswith("欧阳少勤 · 199****0006 · 第一党支部 · 宋屋村")


def test_the_team_must_be_said_where_there_are_several(run: Run) -> None:
    run("team", "create", "东门队")
    run("team", "create", "西门队")

    said = run("check")

    assert said.code is ExitCode.BAD_INPUT
    assert "东门队, 西门队" in said.err


def test_the_database_is_copied(run: Run, tmp_path: Path) -> None:
    run("team", "create", "东门队")

    said = run("backup", tmp_path / "copies")

    (copy,) = (tmp_path / "copies").iterdir()
    assert str(copy) in said.out
    assert run("--db", f"sqlite:///{copy}", "team", "list").out.startswith("东门队")


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["check", "2020-13-01"], ExitCode.MISUSE),
        (["generate", "2020-04-01", "--seconds", "-1"], ExitCode.MISUSE),
        (["fly"], ExitCode.MISUSE),
        (["demo"], ExitCode.MISUSE),
        (["import", "none.xlsx"], ExitCode.BAD_INPUT),
        (["import", str(resource("fonts", "OFL.txt"))], ExitCode.BAD_INPUT),
        (["check", "--team", "北门队"], ExitCode.BAD_INPUT),
        (["check"], ExitCode.BAD_INPUT),
        (["generate", "2020-04-01"], ExitCode.BAD_INPUT),
        (["generate", "2020-04-02", "2020-04-01"], ExitCode.BAD_INPUT),
        (["team", "create", " "], ExitCode.BAD_INPUT),
        (["generate", "2020-04-01", "2020-04-02"], ExitCode.ATTENTION),
        (["--db", "mysql://x/y", "team", "list"], ExitCode.NO_ACCESS),
        (["backup", "/proc/here"], ExitCode.NO_ACCESS),
        (["demo", "--dir", "/proc/here", "--no-window"], ExitCode.NO_ACCESS),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence(run: Run, argv: list[str], code: ExitCode) -> None:
    run("team", "create", "东门队")

    said = run(*argv)

    assert said.code is code
    assert said.err.strip().endswith((".", "06", "everything')", "--dir", "seconds"))
    assert "Traceback" not in said.err


def test_a_damaged_database_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no database at all" * 100)

    said = run("--db", f"sqlite:///{junk}", "team", "list")

    assert said.code is ExitCode.NO_ACCESS
    assert junk.read_bytes() == b"no database at all" * 100
