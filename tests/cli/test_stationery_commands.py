"""Head and foot of a team's sheets are set, read back and printed without a window."""

from pathlib import Path

import pypdfium2
import pytest
from calls import Run
from PIL import Image

from roster_app.cli import ExitCode

UNTOUCHED = {
    "team": "东门队",
    "duty_phone": "",
    "title": None,
    "made_label": None,
    "reviewed_label": None,
    "date_label": None,
    "rules": None,
    "logo_bytes": None,
}


@pytest.fixture
def team(run: Run) -> None:
    run("team", "create", "东门队")


@pytest.mark.usefixtures("team")
def test_a_new_team_has_the_usual_head_and_foot(run: Run) -> None:
    said = run("team", "sheets", "--json")

    assert said.facts == UNTOUCHED
    assert "Title of the sheets: as each sheet is usually called" in said.err
    assert "Made by · Checked by · Date" in said.err


@pytest.mark.usefixtures("team")
def test_what_is_named_is_stored_and_everything_else_stays(run: Run) -> None:
    run("team", "sheets", "--title", "{team}（{place}）{sheet}", "--phone", "8218 0110", "--made-label", "值班室")
    run("team", "sheets", "--rule", "1. 提前到岗。", "--rule", "不得脱岗", "--date-label", "")

    assert run("team", "sheets", "--json").facts == UNTOUCHED | {
        "duty_phone": "8218 0110",
        "title": "{team}（{place}）{sheet}",
        "made_label": "值班室",
        "date_label": "",
        "rules": ["提前到岗", "不得脱岗"],
    }


@pytest.mark.usefixtures("team")
def test_it_can_be_given_back_to_the_usual(run: Run) -> None:
    run("team", "sheets", "--title", "{sheet}", "--made-label", "", "--no-rules")
    assert run("team", "sheets", "--json").facts["rules"] == []

    said = run("team", "sheets", "--usual", "title", "labels", "rules", "--json")

    assert said.facts == UNTOUCHED


@pytest.mark.usefixtures("team")
def test_a_logo_is_taken_from_a_file_and_away_again(run: Run, tmp_path: Path) -> None:
    Image.new("RGB", (300, 300), "red").save(tmp_path / "logo.png")

    assert run("team", "sheets", "--logo", tmp_path / "logo.png", "--json").facts["logo_bytes"] > 0
    assert run("team", "sheets", "--no-logo", "--json").facts["logo_bytes"] is None
    assert run("team", "sheets", "--logo", tmp_path / "none.png").code is ExitCode.BAD_INPUT


@pytest.mark.usefixtures("team")
def test_a_title_that_would_be_the_same_on_every_sheet_is_refused_and_nothing_stored(run: Run) -> None:
    said = run("team", "sheets", "--title", "值班", "--phone", "8218 0110")

    assert said.code is ExitCode.BAD_INPUT
    assert "{sheet}" in said.err
    assert run("team", "sheets", "--json").facts == UNTOUCHED


def test_sheets_have_the_head_and_foot_of_the_team_and_the_names_of_the_order(run: Run, tmp_path: Path) -> None:
    run("team", "sample")
    run("team", "sheets", "--title", "{team}{sheet}", "--made-label", "填报", "--rule", "保持通讯畅通")
    sheet, names = tmp_path / "a.pdf", ("--leader", "陈志坚", "--made-by", "区志明", "--reviewed-by", "何平")

    assert run("generate", "2020-04-06", "2020-04-06", "--seconds", "1").code is not ExitCode.MISUSE
    assert run("print", sheet, "--kind", "duty", *names, lang="zh_CN").code is ExitCode.DONE

    with pypdfium2.PdfDocument(sheet) as document:
        words = "".join(document[0].get_textpage().get_text_range().split())
    assert all(said in words for said in ("值班签到表", "填报区志明", "审核何平", "陈志坚", "保持通讯畅通"))
