"""A roster's way on the command line: generated, checked, published, printed."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from calls import Run
from pypdfium2 import PdfDocument

from roster_app.cli import ExitCode
from roster_app.domain.edits import clear
from roster_app.domain.team import TeamRules
from roster_app.services import open_services

DAYS = ("2020-04-04", "2020-04-05")


@pytest.fixture
def sample(run: Run) -> Run:
    run("team", "sample")
    return run


@pytest.fixture
def generated(sample: Run) -> Run:
    sample("generate", *DAYS, "--seconds", "2")
    return sample


def text_of(path: Path) -> str:
    return "".join(page.get_textpage().get_text_range() for page in PdfDocument(path))


def test_a_roster_is_made_filled_and_proven(sample: Run) -> None:
    said = sample("generate", *DAYS, "--seconds", "2", "--json")

    assert (said.code, said.facts["duties"], said.facts["vacancies"]) == (ExitCode.DONE, 60, 0)
    assert [c["gap_minutes"] for c in said.facts["cover"]] == [0, 0, 0, 0]


def test_generating_again_keeps_what_is_there(generated: Run) -> None:
    before = generated("check", "--json").facts
    generated("generate", DAYS[0], "--seconds", "1")

    assert generated("check", "--json").facts == before
    assert len(generated("rosters", "--json").facts["rosters"]) == 1


def test_days_that_are_taken_are_refused(generated: Run) -> None:
    said = generated("generate", "2020-04-05", "2020-04-09")

    assert said.code is ExitCode.ATTENTION
    assert "2020-04-04" in said.err


def test_the_check_finds_a_broken_rule(generated: Run, tmp_path: Path) -> None:
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    (team,) = services.teams.all()
    services.teams.set_rules(team.id, TeamRules(min_rest_minutes=72 * 60))
    services.close()

    said = generated("check", "--json")

    assert said.code is ExitCode.ATTENTION
    assert said.facts["hard_violations"] > 0
    assert "the rule is at least 72 h" in said.err


def test_an_empty_roster_is_all_vacancies_with_reasons(sample: Run, tmp_path: Path) -> None:
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    (team,) = services.teams.all()
    services.rostering.create_period(team.id, date(2020, 4, 4), date(2020, 4, 4))
    services.close()

    said = sample("check", "2020-04-04", "--reasons", "--json")

    assert (said.code, said.facts["vacancies"], len(said.facts["vacant"])) == (ExitCode.ATTENTION, 30, 30)
    assert [c["covered_minutes"] for c in said.facts["cover"]] == [0, 0, 0, 0]
    assert said.err.count("梁永昌: ") == 30


def test_a_published_roster_prints_its_edition(generated: Run, tmp_path: Path) -> None:
    draft, posted = tmp_path / "draft.pdf", tmp_path / "posted.pdf"
    generated("print", draft)
    assert generated("publish").out == "Apr 4 – Apr 5 2020: edition 1.\n"
    generated("print", posted)

    assert "Draft" in text_of(draft)
    assert "Draft" not in text_of(posted)


def test_sheets_of_one_checkpoint_and_day(generated: Run, tmp_path: Path) -> None:
    said = generated(
        "print", tmp_path / "duty.pdf", "--kind=duty", "--first=2020-04-05", "--checkpoint=横岗卡口", "--json"
    )

    assert (said.facts["pages"], said.facts["path"]) == (1, str(tmp_path / "duty.pdf"))
    assert "横岗卡口" in text_of(tmp_path / "duty.pdf")


def test_hand_over_records_are_printed_for_the_first_day(generated: Run, tmp_path: Path) -> None:
    path = tmp_path / "records.pdf"
    said = generated("print", path, "--kind=handover", "--checkpoint=横岗卡口", "--json")

    assert said.facts["pages"] == len(PdfDocument(path)) == 1
    assert "hand-over record" in text_of(path)
    assert "Sat 4 Apr" in text_of(path)


def test_the_contact_list_says_that_it_is_internal(generated: Run, tmp_path: Path) -> None:
    path = tmp_path / "contacts.pdf"
    said = generated("print", path, "--kind=contacts").out

    assert "full mobile numbers" in said
    words = text_of(path)
    assert words.count("Internal, do not post") == 2 * len(PdfDocument(path))
    assert "DRAFT" not in words


def test_a_certificate_for_one_person_is_counted_from_the_published_roster(generated: Run, tmp_path: Path) -> None:
    path = tmp_path / "certificate.pdf"
    generated("publish")
    everybody = generated("print", tmp_path / "all.pdf", "--kind=hours", "--json").facts
    said = generated("print", path, "--kind=certificate", "--person=王喆", "--reviewed-by=陈志坚", "--json")

    assert (said.code, said.facts["pages"], everybody["pages"] > 1) == (ExitCode.DONE, 1, True)
    words = " ".join(text_of(path).split())
    assert "This is to certify that 王喆" in words
    assert "Certified by 陈志坚" in words


def test_hours_are_counted_over_days_wider_than_the_roster(generated: Run, tmp_path: Path) -> None:
    path = tmp_path / "statistics.pdf"
    said = generated("print", path, "--kind=statistics", "--first=2020-03-01", "--last=2020-04-30", "--json")

    assert said.code is ExitCode.DONE
    assert "From 1 Mar 2020 to 30 Apr 2020" in " ".join(text_of(path).split())
    assert generated("print", path, "--kind=statistics", "--first=2020-05-01", "--last=2020-05-02").code is not (
        ExitCode.DONE
    )


def test_a_contact_list_by_strokes_says_so(generated: Run, tmp_path: Path) -> None:
    generated("print", tmp_path / "contacts.pdf", "--kind=contacts", "--order=strokes")

    assert "In order of surname strokes" in text_of(tmp_path / "contacts.pdf")


def test_slips_of_the_whole_roster_are_printed(generated: Run, tmp_path: Path) -> None:
    said = generated("print", tmp_path / "slips.pdf", "--kind=slips", "--json")

    words = text_of(tmp_path / "slips.pdf")
    assert said.code is ExitCode.DONE
    assert said.facts["pages"] == len(PdfDocument(tmp_path / "slips.pdf"))
    assert "4 Apr to 5 Apr" in words
    assert words.count(" dut") >= 30


def test_a_monthly_roster_holds_all_days_of_the_roster(generated: Run, tmp_path: Path) -> None:
    said = generated("print", tmp_path / "month.pdf", "--kind=month", "--paper=A4", "--turned=portrait", "--json")

    assert said.facts["pages"] == 4
    words = text_of(tmp_path / "month.pdf")
    assert "Sat 4 Apr to Sun 5 Apr 2020" in words
    assert words.count("Date Weekday") == 4


def test_the_duties_by_person_are_one_sheet_and_a_list_has_the_columns_asked_for(
    generated: Run, tmp_path: Path
) -> None:
    people, posted, internal = (tmp_path / f"{name}.pdf" for name in ("people", "posted", "internal"))
    place = "--checkpoint=横岗卡口"
    assert generated("print", people, "--kind=people", "--json").facts["pages"] >= 1
    generated("print", posted, "--kind=list", place, "--columns", "leader", "shifts", "--leader=陈志坚")
    told = generated("print", internal, "--kind=list", place, "--profile=internal").out

    assert "duties by person" in text_of(people)
    assert "陈志坚" in text_of(posted)
    assert "Remarks" not in text_of(posted)
    assert "Phone" not in text_of(posted)
    assert "Phone" in text_of(internal)
    assert "full mobile number" in told


def test_lunar_dates_stand_on_a_month_where_they_are_asked_for(generated: Run, tmp_path: Path) -> None:
    plain, lunar = tmp_path / "plain.pdf", tmp_path / "lunar.pdf"
    generated("print", plain, "--kind=month")
    generated("print", lunar, "--kind=month", "--lunar")

    assert "Date Weekday Lunar" in text_of(lunar)
    assert "lunar 3/13" in text_of(lunar)
    assert "unar" not in text_of(plain)


def test_after_a_change_the_next_edition_says_which_sheets_are_old_and_prints_what_changed(
    generated: Run, tmp_path: Path
) -> None:
    assert generated("print", tmp_path / "early.pdf", "--kind=change").code is ExitCode.ATTENTION
    generated("publish")
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    (team,) = services.teams.all()
    (period,) = services.rostering.periods(team.id)
    roster = services.rostering.open(period.id).roster
    services.rostering.apply_edit(period.id, clear(roster, [roster.plan.duties[0].id]))
    place = roster.plan.shift_of(roster.plan.duties[0].id).checkpoint_id
    name = services.teams.directory(team.id).checkpoint[place].name
    services.close()

    draft = generated("print", tmp_path / "draft.pdf", "--kind=change", "--json")
    said = generated("publish")
    again = generated("print", tmp_path / "again.pdf", "--kind=change", "--since=1", "--checkpoint", name)

    assert draft.facts["pages"] == 1
    assert "Changes to edition 1" in text_of(tmp_path / "draft.pdf")
    assert f"Out of date on the wall, of edition 1: {name} (1 change)." in said.out
    assert again.code is ExitCode.DONE
    assert "now edition 2" in text_of(tmp_path / "again.pdf")
    assert "has no edition 9" in generated("print", tmp_path / "x.pdf", "--kind=change", "--since=9").err


def test_an_unknown_checkpoint_is_named(generated: Run, tmp_path: Path) -> None:
    said = generated("print", tmp_path / "x.pdf", "--checkpoint", "东门")

    assert (said.code, "东门" in said.err) == (ExitCode.BAD_INPUT, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a child")
def test_ctrl_c_ends_the_search_with_the_best_so_far(sample: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'roster.db'}"
    command = [sys.executable, "-m", "roster_app", "--lang=en", "--db", url, "generate", *DAYS, "--seconds", "600"]
    search = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert search.stdout is not None
    assert any(line.startswith("First roster") for line in search.stdout)
    os.killpg(search.pid, signal.SIGINT)
    _out, err = search.communicate(timeout=60)

    assert (search.returncode, err) == (ExitCode.DONE, "")
    assert sample("check", "--json").facts["vacancies"] == 0
