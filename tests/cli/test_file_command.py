"""`import file`: any layout taken in, told in words and for programs, with a workbook of what stays out."""

from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.exchange.spreadsheets import read_grids

FORM = "姓名,4月6日,4月7日,4月8日,4月9日\n王建国,√,×,△,√\n陈玥,×,√,√,\n"


@pytest.fixture
def form(tmp_path: Path, run: Run) -> Path:
    assert run("team", "create", "突击队").code == ExitCode.DONE
    path = tmp_path / "form.csv"
    path.write_text(FORM, encoding="utf-8-sig")
    return path


def test_a_form_is_told_taken_in_once_and_its_open_rows_written_out(run: Run, form: Path, tmp_path: Path) -> None:
    dry = run("import", "file", form, "--dry-run", "--json")
    out = tmp_path / "out.xlsx"
    said = run("import", "file", form, "--json", "--rejected", out)
    again = run("import", "file", form, "--json")

    assert dry.code == said.code == again.code == ExitCode.ATTENTION
    assert (said.facts["purpose"], said.facts["rows"], said.facts["new"], said.facts["asked"]) == (
        "availability", 7, 6, 1,
    )  # fmt: skip
    assert dry.facts["new"] == 6
    assert said.facts["rejected"] == 1
    assert (again.facts["new"], again.facts["same"]) == (0, 6)
    (grid,) = read_grids(out)
    assert grid.rows[1][:2] == ("王建国", "√")
    assert "Nothing was stored." in dry.err
    assert "1 To be answered" in said.err


def test_people_alone_and_a_roster_that_does_not_exist(run: Run, form: Path) -> None:
    people = run("import", "file", form, "--as", "people", "--json")
    missing = run("import", "file", form, "--as", "roster", "--period", "2020-04-06")

    assert (people.code, people.facts["new"]) == (ExitCode.DONE, 2)
    assert missing.code == ExitCode.BAD_INPUT


def test_chinese_words(run: Run, form: Path) -> None:
    assert "待回答" in run("import", "file", form, "--dry-run", lang="zh_CN").out
