"""Out of the database and back on the command line."""

import json
from pathlib import Path

import pytest
from calls import Run
from openpyxl import load_workbook

from roster_app.cli import ExitCode
from roster_app.cli.double_words import joined


@pytest.fixture
def rostered(run: Run) -> Run:
    run("team", "sample")
    run("generate", "2020-04-04", "2020-04-04", "--seconds", "1")
    return run


def test_a_roster_goes_out_is_edited_and_comes_back(rostered: Run, tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    assert rostered("export", "roster", path, "--json").facts == {"path": str(path)}
    book = load_workbook(path)
    sheet = book["List of duties"]
    one, other = sheet["H5"].value, sheet["H6"].value
    sheet["H5"].value, sheet["H6"].value = None, "nobody known"
    book.save(path)

    told = rostered("import", "roster", path, "--dry-run", "--json")
    assert (told.code, told.facts["taken"]) == (ExitCode.ATTENTION, False)
    assert [(c["cell"], c["before"], c["after"]) for c in told.facts["changes"]] == [("'List of duties'!H5", one, None)]
    assert [r["code"] for r in told.facts["remarks"]] == ["unknown_name"]
    assert rostered("check", "--json").facts["vacancies"] == 0

    said = rostered("import", "roster", path)
    assert "1 duty would change; 1 is not taken" in said.out
    assert rostered("check", "--json").facts["vacancies"] == 1
    assert other


def test_everything_goes_into_another_database(rostered: Run, tmp_path: Path) -> None:
    path, again = tmp_path / "all.json", tmp_path / "again.json"
    rostered("export", "everything", path)
    other = f"sqlite:///{tmp_path / 'other.db'}"
    said = rostered("--db", other, "import", "everything", path)
    assert (said.code, said.out) == (ExitCode.DONE, "Taken in: 横三经济社党员突击队.\n")
    rostered("--db", other, "export", "everything", again)
    assert again.read_bytes() == path.read_bytes()
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"format", "version", "schema", "tables"}

    refused = rostered("--db", other, "import", "everything", path)
    assert refused.code is ExitCode.NO_ACCESS
    assert "was left as it is" in refused.err


def test_volunteers_go_out_and_change_nothing_coming_back(rostered: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rostered("export", "volunteers", path)
    facts = rostered("import", path, "--dry-run", "--json").facts
    assert (facts["rows"], facts["same"]) == (60, 60)


def test_calendars_of_one_person_or_of_all(rostered: Run, tmp_path: Path) -> None:
    everybody = rostered("export", "calendars", tmp_path / "all", "--json").facts
    assert len(everybody["paths"]) > 4
    one = rostered("export", "calendars", tmp_path / "one", "--person", "冼伟强", "--json").facts
    assert [Path(path).name for path in one["paths"]] == ["冼伟强 duties.ics"]


def test_a_file_that_is_no_exported_roster_is_refused(rostered: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    rostered("export", "volunteers", path)
    said = rostered("import", "roster", path)
    assert said.code is ExitCode.BAD_INPUT
    assert "no roster that this program has exported" in said.err


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        (["import", "roster", "a.xlsx"], ["import roster", "a.xlsx"]),
        (["--lang", "en", "--db=x", "import", "everything", "a"], ["--lang", "en", "--db=x", "import everything", "a"]),
        (["import", "./roster"], ["import", "./roster"]),
        (["import", "--dry-run", "roster"], ["import", "--dry-run", "roster"]),
        (["--db", "import", "roster"], ["--db", "import", "roster"]),
        ([], []),
    ],
)
def test_commands_of_two_words(words: list[str], understood: list[str]) -> None:
    assert joined(words) == understood


@pytest.mark.parametrize(
    "command", [("export",), ("export", "calendars"), ("import", "roster"), ("import", "everything")]
)
def test_they_explain_themselves(run: Run, command: tuple[str, ...]) -> None:
    said = run(*command, "--help", lang="zh_CN")
    assert said.code is ExitCode.DONE
    assert f"roster-app {' '.join(command)} " in said.out
