"""Opening, painting, scrolling and editing a roster, beside a QTableWidget with the same words, in the same process.

    python -m benchmarks.grid [--rounds N] [--sizes 60x31 1000x92]

Times are medians in milliseconds over the rounds (frames: over all of them). Without a display it runs offscreen.
Where LibreOffice is installed it opens the same roster as a spreadsheet, in a process of its own.
"""

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from benchmarks.grid.invented import FIRST, TEAM, filled
from roster_app import i18n
from roster_app.domain import edits
from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.gui.application import Application
from roster_app.gui.errors import Errors
from roster_app.gui.events import Events
from roster_app.gui.messages import Messages
from roster_app.gui.roster.arrangements import BY_DAY, BY_PERSON, BY_PLACE
from roster_app.gui.roster.candidate_choices import candidate_choices
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.view_state import ViewState
from roster_app.services import OpenRoster, Services
from roster_app.settings import Settings

CHECKPOINTS = {60: 2, 1000: 36}
WIDTH, HEIGHT = 1904, 1000


class Times:
    """Medians by what was timed."""

    def __init__(self) -> None:
        self._taken: dict[str, list[float]] = {}

    def take(self, name: str, work: Callable[[], object]) -> None:
        """Time one piece of work."""
        began = time.perf_counter()
        work()
        self._taken.setdefault(name, []).append(1000 * (time.perf_counter() - began))

    def median(self, name: str) -> float:
        """In milliseconds."""
        return statistics.median(self._taken[name])

    def worst(self, name: str) -> float:
        """In milliseconds."""
        return max(self._taken[name])

    @property
    def names(self) -> list[str]:
        """In the order in which they were first timed."""
        return list(self._taken)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", nargs="+", default=["60x31", "1000x92"])
    wish = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = Application(sys.argv[:1])
    application.speak(i18n.install("zh_CN"))
    application.wear("light", 100)
    for size in wish.sizes:
        people, days = map(int, size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            services, period_id = filled(Path(folder), people, CHECKPOINTS.get(people, max(1, people // 28)), days)
            ours, theirs = Times(), Times()
            for _round in range(wish.rounds):
                _ours(application, services, period_id, Path(folder), ours)
                _theirs(services, period_id, theirs)
            _print(size, services, period_id, ours, theirs)
            _print_office(services, period_id, Path(folder))
            services.close()
    return 0


def _ours(application: Application, services: Services, period_id: PeriodId, folder: Path, times: Times) -> None:
    """One page from nothing to closed."""
    shell = _shell(application, services, folder)
    page = RosterPage(shell)
    page.resize(WIDTH, HEIGHT)
    page.show()
    _until(lambda: page.document.is_open)
    page.arrangements.bring(BY_PLACE)
    opened = []
    times.take("read", lambda: opened.append(services.rostering.open(period_id)))

    def open_and_paint() -> None:
        page.document.show(opened[0])
        page.arrangements.grid.viewport().repaint()

    times.take("shown and painted", open_and_paint)
    for name in (BY_PLACE, BY_PERSON, BY_DAY):
        page.arrangements.bring(name)
        _idle()
        grid = page.arrangements.grid
        _scroll(grid, name, times)
    page.arrangements.bring(BY_PERSON)
    _idle()
    _edit(page, times)
    page.closing()
    page.close()
    page.deleteLater()
    shell.tasks.close()
    _idle()


def _edit(page: RosterPage, times: Times) -> None:
    """Give duties to others: until painted, until all is judged; and rank everybody for one."""
    document, grid = page.document, page.arrangements.grid
    duties = [d.id for d in document.roster.plan.duties]
    people = [v.id for v in document.opened.directory.volunteers]
    judged = Judged(document)
    for n in range(12):
        duty_id, who = duties[n * len(duties) // 13], people[(7 * n) % len(people)]
        if document.roster.holder(duty_id) == who:
            continue
        grid.go_to_duty(duty_id)
        _idle()
        times.take("edit marked and painted", partial(_give, page, duty_id, who))
        times.take("… and shares, cover, panel", judged.wait)
        times.take("candidates ranked", partial(_rank, page, duty_id))


class Judged:
    """Waits until the document has been judged whole."""

    def __init__(self, document: RosterDocument) -> None:
        self._is_judged = False
        document.judged.connect(self._on_judged)

    def wait(self) -> None:
        """From an edit to all figures told."""
        _until(lambda: self._is_judged)
        self._is_judged = False

    def _on_judged(self) -> None:
        self._is_judged = True


def _give(page: RosterPage, duty_id: DutyId, who: VolunteerId) -> None:
    page.document.carry_out(lambda roster: edits.assign(roster, duty_id, who))
    page.arrangements.grid.viewport().repaint()


def _rank(page: RosterPage, duty_id: DutyId) -> None:
    document = page.document
    candidate_choices(document.opened, document.candidates(duty_id), duty_id)


def _theirs(services: Services, period_id: PeriodId, times: Times) -> None:
    """A table filled by hand with the codes of volunteer × day."""
    opened = services.rostering.open(period_id)
    table = QTableWidget()
    table.resize(WIDTH, HEIGHT)

    def fill() -> None:
        words = _codes(opened)
        table.setRowCount(len(words))
        table.setColumnCount(1 + len(opened.period.days))
        for row, line in enumerate(words):
            for column, word in enumerate(line):
                table.setItem(row, column, QTableWidgetItem(word))
        table.show()
        table.viewport().repaint()

    times.take("shown and painted", fill)
    _idle()
    _scroll(table, BY_PERSON, times)

    def edit() -> None:
        table.setItem(0, 1, QTableWidgetItem("早"))
        table.viewport().repaint()

    for _n in range(12):
        times.take("edit marked and painted", edit)
    table.close()
    table.deleteLater()
    _idle()


def _codes(opened: OpenRoster) -> list[list[str]]:
    roster, directory = opened.roster, opened.directory
    day = {d: n for n, d in enumerate(roster.period.days)}
    lines = []
    for volunteer in directory.volunteers:
        line = [volunteer.name, *[""] * len(day)]
        for stint in roster.line(volunteer.id):
            if stint.shift_type_id is not None:
                line[1 + day[stint.day]] += directory.shift_type[stint.shift_type_id].code
        lines.append(line)
    return lines


def _scroll(view: QAbstractItemView, name: str, times: Times) -> None:
    """Down and up in steps of a line, each as a turn of the wheel brings it; and the whole picture painted anew."""
    bar = view.verticalScrollBar()
    steps = [bar.minimum() + n * max(1, bar.singleStep()) for n in range(40)]
    for value in (*steps, *reversed(steps)):
        times.take(f"scrolled, {name}", partial(_scroll_to, view, min(bar.maximum(), value)))
    for _n in range(20):
        times.take(f"painted anew, {name}", view.viewport().repaint)


def _scroll_to(view: QAbstractItemView, value: int) -> None:
    view.verticalScrollBar().setValue(value)
    QCoreApplication.processEvents()


def _print(size: str, services: Services, period_id: PeriodId, ours: Times, theirs: Times) -> None:
    held = len(services.rostering.open(period_id).roster.assignments)
    print(f"\n{size}: {held} assignments")
    print(f"{'':28}{'ours, ms':>10}{'worst':>9}{'QTableWidget':>14}{'worst':>9}{'ratio':>8}")
    for name in ours.names:
        line = f"{name:28}{ours.median(name):10.1f}{ours.worst(name):9.1f}"
        if name in theirs.names:
            ratio = ours.median(name) / max(1e-6, theirs.median(name))
            line += f"{theirs.median(name):14.1f}{theirs.worst(name):9.1f}{ratio:8.2f}"
        print(line, flush=True)


def _print_office(services: Services, period_id: PeriodId, folder: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is not installed here: not compared")
        return
    path = folder / "roster.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(_codes(services.rostering.open(period_id)))
    began = time.perf_counter()
    command = [office, "--headless", "--convert-to", "ods", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    print(f"LibreOffice opens and converts it in {1000 * (time.perf_counter() - began):.0f} ms")


def _shell(application: Application, services: Services, folder: Path) -> Shell:
    messages = Messages()
    errors = Errors(messages)
    return Shell(
        services=services,
        team_id=TEAM,
        tasks=TaskRunner(errors.report),
        events=Events(),
        messages=messages,
        errors=errors,
        view_state=ViewState(folder / "view.ini"),
        appearance=application.appearance,
        settings=Settings,
        go=lambda _key, _target: None,
        do=lambda _name: None,
        now=lambda: datetime(FIRST.year, FIRST.month, FIRST.day, 9, 30),
    )


def _idle() -> None:
    for _turn in range(5):
        QCoreApplication.processEvents()


def _until(holds: Callable[[], bool]) -> None:
    while not holds():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    sys.exit(main())
