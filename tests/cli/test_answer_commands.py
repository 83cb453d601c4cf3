"""Questions on the command line: why, repair, forecast."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from calls import Run

from roster_app.cli import ExitCode
from roster_app.services import open_services

DAYS = ("2020-04-04", "2020-04-05")
PLACE = ("--checkpoint", "横岗卡口", "--shift", "早班", "--post", "负责人")


@pytest.fixture
def sample(run: Run) -> Run:
    run("team", "sample")
    return run


@pytest.fixture
def generated(sample: Run) -> Run:
    sample("generate", *DAYS, "--seconds", "2")
    return sample


def leader_at(run: Run) -> str:
    """Who leads the early shift of the second day."""
    first: str = run("why", DAYS[1], *PLACE).out.splitlines()[0]
    return first.partition(" holds ")[0]


def test_a_full_roster_needs_no_explanation(generated: Run) -> None:
    said = generated("why", "--json")
    assert (said.code, said.facts["vacant"], said.facts["said"]) == (ExitCode.DONE, [], ["No vacancies."])


def test_an_empty_roster_only_wants_to_be_planned(sample: Run, tmp_path: Path) -> None:
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "test")
    (team,) = services.teams.all()
    services.rostering.create_period(team.id, date(2020, 4, 4), date(2020, 4, 4))
    services.close()
    said = sample("why", "2020-04-04", "--json")
    assert (said.code, len(said.facts["vacant"]), said.facts["fewest"]) == (ExitCode.ATTENTION, 30, 0)
    assert said.facts["remedies"] == [{"filled": 30, "left": 0, "moved": 0}]
    assert "Planned anew" in said.err


def test_the_holder_of_a_duty_is_explained(generated: Run) -> None:
    said = generated("why", DAYS[1], *PLACE, "--json")
    assert said.code is ExitCode.DONE
    assert said.facts["duty"] == "横岗卡口, Apr 5, 早班, 负责人"
    assert said.facts["blocked"] > 0


def test_somebody_without_the_qualification_can_never_hold_it(generated: Run) -> None:
    said = generated("why", DAYS[1], *PLACE, "--not", "蔡玥", "--json")
    assert (said.code, said.facts["never"], said.facts["price"]) == (ExitCode.DONE, True, None)


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("why", DAYS[1], "--checkpoint", "东门"), "东门"),
        (("why", DAYS[1], "--checkpoint", "横岗卡口", "--shift", "晚班"), "No duty of this roster fits"),
        (("why", DAYS[1], *PLACE, "--not", "没有这个人"), "没有这个人"),
        (("why", DAYS[1], *PLACE, "--not", "c"), "Several volunteers are meant"),
    ],
)
def test_what_is_not_there_is_named(generated: Run, argv: tuple[str, ...], told: str) -> None:
    said = generated(*argv)
    assert (said.code, told in said.err) == (ExitCode.BAD_INPUT, True)


def test_a_plan_for_an_absence_is_taken(generated: Run) -> None:
    name = leader_at(generated)
    said = generated("repair", name, DAYS[1], "--at", "2020-04-04T20:00", "--take", 1, "--json")
    assert (said.code, said.facts["least"]) == (ExitCode.DONE, True)
    assert said.facts["plans"][0]["changes"] == said.facts["vacated"] > 0
    assert 1 <= len(said.facts["plans"]) <= 3
    assert leader_at(generated) != name


def test_a_plan_that_is_not_there_cannot_be_taken(generated: Run) -> None:
    said = generated("repair", leader_at(generated), DAYS[1], "--at", "2020-04-04T20:00", "--take", 9)
    assert (said.code, "no plan 9" in said.err) == (ExitCode.BAD_INPUT, True)


def test_what_is_long_over_needs_nobody(generated: Run) -> None:
    said = generated("repair", leader_at(generated), DAYS[1], "--json")
    assert (said.code, said.facts["vacated"], said.facts["plans"]) == (ExitCode.DONE, 0, [])


def test_a_forecast_says_how_many(sample: Run) -> None:
    said = sample("forecast", "2020-05-04", "--weeks", "1", "--seconds", "6", "--json")
    assert (said.code, said.facts["people"], said.facts["vacancies"]) == (ExitCode.DONE, 60, 0)
    assert "May 4 to May 10" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a child")
def test_ctrl_c_ends_a_question_with_what_is_known(sample: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'roster.db'}"
    command = [sys.executable, "-m", "roster_app", "--lang=en", "--db", url, "forecast", "--weeks", "12"]
    asking = subprocess.Popen(
        [*command, "--seconds", "600"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert asking.stdout is not None
    assert any(line.startswith("Solving") for line in asking.stdout)
    os.killpg(asking.pid, signal.SIGINT)
    out, err = asking.communicate(timeout=60)
    assert (asking.returncode in (ExitCode.DONE, ExitCode.ATTENTION), err) == (True, "")
    assert "The time was over" in out
