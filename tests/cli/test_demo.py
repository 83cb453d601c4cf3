"""The main job on the sample team, on a bare machine: from the list to the sheets, twice in one folder."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from roster_app.services import Services, open_services

CHILD = """
import sys
from roster_app.app import main
if __name__ == "__main__":
    code = main(sys.argv[1:])
    qt = sorted(name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6"))
    sys.exit(f"Qt was imported: {qt}" if qt else code)
"""


@dataclass(frozen=True)
class Demo:
    """One run of the demo as a program of its own, without a screen."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return facts


def run_demo(folder: Path, *options: str) -> Demo:
    screenless = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    program = folder.parent / "program.py"
    program.write_text(CHILD, encoding="utf-8")
    command = [sys.executable, str(program), "--lang=zh_CN", "demo", "--dir", str(folder), "--seconds", "4", *options]
    child = subprocess.run(command, env=screenless, capture_output=True, text=True, check=False, timeout=300)
    return Demo(child.returncode, child.stdout, child.stderr)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "out"


@pytest.fixture(scope="module")
def first(folder: Path) -> Demo:
    return run_demo(folder, "--json")


@pytest.fixture(scope="module")
def second(first: Demo, folder: Path) -> Demo:
    return run_demo(folder)


@pytest.fixture
def services(first: Demo, folder: Path) -> Iterator[Services]:
    opened = open_services(f"sqlite:///{folder / 'roster.db'}", "test")
    yield opened
    opened.close()


def test_the_month_is_covered_without_a_screen_or_qt(first: Demo) -> None:
    facts = first.facts

    assert (first.code, facts["volunteers"], facts["duties"]) == (0, 60, 900), first.err
    assert (facts["vacancies"], facts["hard_violations"]) == (0, 0)
    assert [(c["checkpoint"], c["required_minutes"], c["gap_minutes"]) for c in facts["cover"]] == [
        ("宋屋村卡口", 43200, 0),
        ("横岗卡口", 43200, 0),
        ("官路村卡口", 43200, 0),
        ("服务热线", 43200, 0),
    ]


def test_every_step_is_timed(first: Demo) -> None:
    steps = ["open", "import", "plan", "generate", "store", "check", "publish", "wall_sheets", "duty_sheets", "total"]

    assert list(first.facts["seconds"]) == steps


def test_what_was_done_is_told_in_sentences(first: Demo) -> None:
    assert "60 行" not in first.out
    assert "宋屋村卡口 2020-04-01 00:00—2020-05-01 00:00 共43200分钟，需3人，已满足43200分钟，空档0" in first.err


def test_sheets_are_there_for_every_week_and_day(first: Demo, folder: Path) -> None:
    sheets = [Path(path) for path in first.facts["sheets"]]

    assert [p.name for p in sheets[:5]] == [f"wall-2020-04-{day:02d}.pdf" for day in (1, 6, 13, 20, 27)]
    assert [p.name for p in sheets[5:]] == [f"duty-2020-04-{day:02d}.pdf" for day in range(1, 31)]
    assert all(p.parent == folder.resolve() / "sheets" and p.read_bytes().startswith(b"%PDF") for p in sheets)


def test_names_can_be_read_out_of_the_sheets(first: Demo, services: Services) -> None:
    (team,) = services.teams.all()
    names = {v.name for v in services.teams.directory(team.id).volunteers}
    walls = [PdfDocument(path) for path in first.facts["sheets"][:5]]
    text = "".join(page.get_textpage().get_text_range() for wall in walls for page in wall)

    assert {name for name in names if name not in text.replace("\r\n", "")} == set()


def test_a_second_run_in_the_folder_doubles_nothing(second: Demo, services: Services) -> None:
    (team,) = services.teams.all()
    (period,) = services.rostering.periods(team.id)
    opened = services.rostering.open(period.id)

    assert second.code == 0, second.err
    assert (len(opened.directory.volunteers), len(opened.roster.plan.duties)) == (60, 900)
    assert (len(opened.roster.vacancies), opened.judge.hard(opened.roster)) == (0, ())
    assert opened.editions[-1].holders == {d: a.volunteer_id for d, a in opened.roster.assignments.items()}
    assert "空档0" in second.out
