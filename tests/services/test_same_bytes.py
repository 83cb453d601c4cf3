"""Sheets of the same roster are the same to the byte: whichever process prints them, in whichever order, any day."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from every_sheet import FIRST, LAST, PRINTED, every_order, print_every_sheet

from roster_app import i18n
from roster_app.domain import edits
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.roster import Origin
from roster_app.services import open_services
from roster_app.services.samples import store_sample

EAST, WEST = "Pacific/Kiritimati", "Pacific/Pago_Pago"
"""The same moment in these two is always of two days: they are 25 hours apart."""


@dataclass(frozen=True)
class Stored:
    """A published roster of the sample team with a change since."""

    database: Path
    period: int

    def printed(self, folder: Path, printed: datetime = PRINTED) -> dict[str, bytes]:
        """What this process prints."""
        print_every_sheet(self.database, self.period, folder, printed=printed)
        return files(folder)

    def printed_elsewhere(self, folder: Path, *, seed: str, zone: str, days: int) -> dict[str, bytes]:
        """What another process prints, with other hashes, in another time zone, so many days later."""
        script = Path(__file__).with_name("print_later.py")
        command = [sys.executable, str(script), str(self.database), str(self.period), str(folder), str(days)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"})
        return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    """What was printed, by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Names of the files that are not the same in both; there have to be as many as there are sheets."""
    assert len(one) == len(other) == len(list(every_order())) * len(i18n.LANGUAGES)
    return [name for name in one if one[name] != other[name]]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    """Everybody in turn; after publishing, one duty goes to somebody else."""
    database = tmp_path_factory.mktemp("same") / "roster.db"
    services = open_services(f"sqlite:///{database}", "desk", lambda: PRINTED)
    sample = store_sample(services.desk)
    period = services.rostering.create_period(sample.team_id, FIRST, LAST)
    people = [v.id for v in services.teams.directory(sample.team_id).volunteers]
    roster = services.rostering.open(period.id).roster
    turns = {duty.id: people[7 * n % len(people)] for n, duty in enumerate(roster.plan.duties)}
    services.rostering.apply_edit(period.id, settle(roster, turns, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))
    services.rostering.publish(period.id)
    services.rostering.apply_edit(
        period.id, edits.assign(services.rostering.open(period.id).roster, roster.plan.duties[0].id, people[1])
    )
    services.close()
    return Stored(database, period.id)


@pytest.fixture(scope="module")
def here(stored: Stored, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    """What this process prints first."""
    yield stored.printed(tmp_path_factory.mktemp("here"))
    i18n.install("en")


def test_a_process_prints_the_same_again(stored: Stored, here: dict[str, bytes], tmp_path: Path) -> None:
    assert different(here, stored.printed(tmp_path)) == []


@pytest.mark.parametrize(("seed", "zone", "days"), [("1", EAST, 0), ("2", WEST, 1), ("3", "Asia/Shanghai", 400)])
def test_another_process_prints_the_same_whatever_its_hashes_its_clock_and_its_day(
    stored: Stored, here: dict[str, bytes], tmp_path: Path, seed: str, zone: str, days: int
) -> None:
    assert different(here, stored.printed_elsewhere(tmp_path, seed=seed, zone=zone, days=days)) == []


def test_only_the_moment_of_printing_tells_a_sheet_of_the_second_day(
    stored: Stored, here: dict[str, bytes], tmp_path: Path
) -> None:
    later = stored.printed(tmp_path, PRINTED + timedelta(days=1))
    assert different(here, later) == list(here)
    assert [name for name in here if _without_moment(here[name]) != _without_moment(later[name])] == []


def _without_moment(document: bytes) -> str:
    """All that is on paper but when it was printed: 8 Apr 2020 18:00, 2020年4月8日 18:00."""
    with pypdfium2.PdfDocument(document) as opened:
        words = "".join("".join(page.get_textpage().get_text_range().split()) for page in opened)
    moments = [f"{day}Apr202018:00" for day in (8, 9)] + [f"2020年4月{day}日18:00" for day in (8, 9)]
    assert any(moment in words for moment in moments)
    days = [f"{day}Apr2020" for day in (8, 9)] + [f"2020年4月{day}日" for day in (8, 9)]  # of a certificate
    for moment in (*moments, *days):
        words = words.replace(moment, "")
    return words
