"""Storage beside the standard library's sqlite3: medians in milliseconds, and how many times the bare cost ours is.

    python -m benchmarks.storage [--folder DIR] [--rounds N] [--year]

`--year` adds a year of 1.2 million assignments, which takes a minute to write. DIR should lie on the disk the
application would use: a commit costs what the disk takes to keep it.
"""

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.storage import month, raw, year
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.ids import DutyId, new_id
from roster_app.domain.roster import Assignment, Duty, DutyPlan, Roster
from roster_app.domain.team import Directory
from roster_app.storage import Database, backup_now

NOW = datetime(2020, 1, 1)
_steps = count(1_000_000)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--year", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        measure_month(Path(folder), asked.rounds)
        if asked.year:
            year.measure(Path(folder) / "year.db")
    return 0


def measure_month(folder: Path, rounds: int) -> None:
    """What a coordinator does with a month, ours and bare in turns."""
    file = folder / "roster.db"
    with closing(Database.open(f"sqlite:///{file}")) as database, closing(raw.connect(file)) as bare:
        directory, plan = month.stored(database)
        desk, everything = Desk(database, directory, plan, Random(1)), plan.duties
        desk.assign(everything)
        print(f"{len(plan.shifts)} shifts, {len(plan.duties)} duties, all held; SQLite, synchronous = FULL")
        print(f"{'milliseconds, medians':44}{'ours':>9}{'bare':>9}{'ratio':>8}")
        row("load the month", rounds, desk.load, lambda: raw.load(bare, plan.period))
        row("   beside bare rows, no values made", rounds, desk.load, lambda: raw.rows(bare, plan.period))
        one = (lambda: desk.assign(desk.one()), lambda: desk.assign_bare(bare, desk.one()))
        row("one edit, compared and set, committed", rounds * 5, *one)
        whole = (lambda: desk.assign(everything), lambda: desk.assign_bare(bare, everything))
        row("a proposal for every duty, committed", rounds // 2, *whole)
        desk.assign(desk.one())
        row("undo and redo of one edit, two commits", rounds * 2, desk.undo_and_redo)
        row("the team's directory, 120 people", rounds, desk.read_directory)
        row("open and close, up to date", rounds, lambda: Database.open(f"sqlite:///{file}").close())
        row("back up", 5, lambda: backup_now(database, folder / "backups"))


def row(what: str, rounds: int, ours: Callable[[], object], bare: Callable[[], object] | None = None) -> None:
    """One line of the table; ours and bare take turns, so that both meet the same machine."""
    mine, theirs = [], []
    for _ in range(max(3, rounds)):
        mine.append(milliseconds(ours))
        if bare:
            theirs.append(milliseconds(bare))
    told = f"{what:44}{statistics.median(mine):9.2f}"
    if bare:
        told += f"{statistics.median(theirs):9.2f}{statistics.median(mine) / statistics.median(theirs):7.1f}x"
    print(told, flush=True)


def milliseconds(act: Callable[[], object]) -> float:
    """How long it took."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


class Desk:
    """A coordinator's month: what is held, kept in step with the database."""

    def __init__(self, database: Database, directory: Directory, plan: DutyPlan, chance: Random) -> None:
        self.database, self.directory, self.plan, self.chance = database, directory, plan, chance
        self.held: dict[DutyId, Assignment] = {}

    def load(self) -> Roster:
        with self.database.reading() as work:
            return work.rosters.load(self.plan.period.id)

    def read_directory(self) -> Directory:
        with self.database.reading() as work:
            return work.directory(self.directory.team.id)

    def assign(self, duties: Sequence[Duty]) -> None:
        edit = self._edit(duties)
        with self.database.work() as work:
            work.rosters.apply(self.plan.period.id, edit, author="desk", at=NOW)

    def assign_bare(self, connection: sqlite3.Connection, duties: Sequence[Duty]) -> None:
        raw.apply(connection, new_id(), self.plan.period, next(_steps), self._edit(duties))

    def one(self) -> Sequence[Duty]:
        return [self.chance.choice(self.plan.duties)]

    def undo_and_redo(self) -> None:
        for again in ("undo", "redo"):
            with self.database.work() as work:
                getattr(work.rosters, again)(self.plan.period.id, author="desk", at=NOW)

    def _edit(self, duties: Sequence[Duty]) -> RosterEdit:
        changes = []
        for duty in duties:
            after = Assignment(self.chance.choice(self.directory.volunteers).id)
            changes.append(AssignmentChange(duty.id, self.held.get(duty.id), after))
            self.held[duty.id] = after
        return RosterEdit(EditKind.ASSIGN, tuple(changes))


if __name__ == "__main__":
    sys.exit(main())
