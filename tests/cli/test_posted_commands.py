"""`roster-app check CODE`: what hangs is in force, out of date, or not known."""

from datetime import datetime
from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.domain.edits import assign
from roster_app.domain.ids import PeriodId
from roster_app.services import Services, open_services


@pytest.fixture
def codes(run: Run, tmp_path: Path) -> list[str]:
    """The check codes of the first edition: two checkpoints of the sample team, today and tomorrow."""
    run("team", "sample")
    services = opened(tmp_path)
    team = services.teams.all()[0]
    today = datetime.now().date()
    period = services.rostering.create_period(team.id, today, today.fromordinal(today.toordinal() + 1))
    edition = services.rostering.publish(period.id)
    services.close()
    return list(edition.check_codes.values())


def opened(folder: Path) -> Services:
    return open_services(f"sqlite:///{folder / 'roster.db'}", "test")


def assign_first(services: Services) -> PeriodId:
    """Somebody stands the first duty of the plan."""
    team = services.teams.all()[0]
    (period,) = services.rostering.periods(team.id)
    roster = services.rostering.open(period.id).roster
    person = services.teams.directory(team.id).volunteers[0]
    services.rostering.apply_edit(period.id, assign(roster, roster.plan.duties[0].id, person.id))
    return period.id


def test_what_hangs_is_in_force(run: Run, codes: list[str]) -> None:
    said = run("check", codes[0][:3].lower(), codes[0][3:].lower())

    assert said.code is ExitCode.DONE
    assert said.out.startswith(f"{codes[0]} · ")
    assert "\nIn force: It shows what edition 1, published" in said.out


def test_a_sheet_that_was_changed_and_published_anew_is_out_of_date(run: Run, codes: list[str], tmp_path: Path) -> None:
    services = opened(tmp_path)
    services.rostering.publish(assign_first(services))
    services.close()

    said = run("check", *codes, "--json")

    states = {sheet["state"]: sheet for sheet in said.facts["sheets"]}
    assert said.code is ExitCode.ATTENTION
    assert states.keys() == {"in_force", "out_of_date"}
    assert len(states["out_of_date"]["changes"]) == 1
    assert (states["out_of_date"]["editions"], states["out_of_date"]["newest"]) == ([1], 2)
    assert states["in_force"]["editions"] == [1, 2]
    assert states["out_of_date"]["changes"][0] in said.err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["QQQQQQ"], "has the check code QQQQQQ"),
        (["K7W"], "is not a check code"),
    ],
)
def test_what_is_not_known_is_refused_with_the_way_out(
    run: Run, codes: list[str], words: list[str], complaint: str
) -> None:
    said = run("check", *words)

    assert said.code is ExitCode.BAD_INPUT
    assert complaint in said.err


def test_a_day_gone_wrong_is_still_told_as_a_day(run: Run) -> None:
    said = run("check", "2020-4-6")

    assert said.code is ExitCode.MISUSE
    assert "is not a day" in said.err


def test_it_speaks_chinese(run: Run, codes: list[str]) -> None:
    assert "\n现行:" in run("check", codes[0], lang="zh_CN").out.replace("：", ":")


def test_the_ledger_is_listed_added_to_and_ended(run: Run, codes: list[str], tmp_path: Path) -> None:
    before = run("posted", "list", "--json")
    assert before.code is ExitCode.ATTENTION
    assert {line["state"] for line in before.facts["lines"]} == {"unknown"}
    assert {line["next"] for line in before.facts["lines"]} == {"register"}

    added = run("posted", "add", *codes, "--at", "2020-04-06T09:30", "--note", "by Li", "--json")
    assert added.code is ExitCode.DONE
    assert [(e["code"], e["kind"], e["posted_at"], e["note"]) for e in added.facts["entries"]] == [
        (code, "wall", "2020-04-06T09:30:00", "by Li") for code in codes
    ]
    assert run("posted", "list").code is ExitCode.DONE
    assert run("posted", "add", codes[0], "--json").facts["entries"] == []

    services = opened(tmp_path)
    services.rostering.publish(assign_first(services))
    services.close()
    listed = run("posted", "list", "--json")
    states = [line["state"] for line in listed.facts["lines"]]
    assert listed.code is ExitCode.ATTENTION
    assert states.count("out_of_date") == 1
    assert "Print the change sheet" in listed.err

    removed = run("posted", "remove", codes[0], "--json")
    assert [e["code"] for e in removed.facts["entries"]] == [codes[0]]
    assert removed.facts["entries"][0]["taken_down_at"] is not None


def test_a_photograph_is_answered_as_a_typed_code(run: Run, codes: list[str], tmp_path: Path) -> None:
    run("print", str(tmp_path / "wall.pdf"))
    said = run("check", "--photo", str(tmp_path / "wall.pdf"), "--json")
    assert said.code is ExitCode.DONE
    assert [sheet["code"] for sheet in said.facts["sheets"]] == codes

    (tmp_path / "words.txt").write_text("no picture", encoding="utf-8")
    assert "no picture that can be read" in run("check", "--photo", str(tmp_path / "words.txt")).err
    missing = run("check", "--photo", str(tmp_path / "gone.jpg"))
    assert (missing.code, "There is no file" in missing.err) == (ExitCode.BAD_INPUT, True)


def test_the_ledger_speaks_chinese(run: Run, codes: list[str]) -> None:
    assert "未登记" in run("posted", "list", lang="zh_CN").out
