"""kill -9 in the middle of writing: the database opens, is whole, and holds every edit that was acknowledged.

Twenty kills by default; `ROSTER_KILLS=1000 python -m pytest tests/storage/test_power_loss.py` runs it for longer.
"""

import multiprocessing
import os
import sqlite3
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from random import Random

import pytest
from power_loss_desk import Held, work_on
from sqlalchemy import select
from teams import store

import invented_team
from roster_app.domain import edits
from roster_app.domain.roster import Roster
from roster_app.storage import Database
from roster_app.storage.mapping.rosters import edit_record
from roster_app.storage.rows import EditRow, PeriodRow, StepState

KILLS = int(os.environ.get("ROSTER_KILLS", "20"))
STEPS = 12
"""After how many a process is killed, on average."""
STEP_SECONDS = 0.004
"""What one takes, about."""
TEAM = invented_team.team(24, 2)


@pytest.fixture(scope="module")
def processes() -> BaseContext:
    """Where there is fork, processes come from one that has imported everything, and begin at once."""
    if os.name != "posix":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["roster_app.storage"])
    return context


@pytest.fixture
def vacant(file: Path) -> Roster:
    """A month with every duty vacant, in a file that nobody has open."""
    roster = invented_team.empty_roster(TEAM)
    with closing(Database.open(f"sqlite:///{file}")) as database, database.work() as work:
        store(work, TEAM)
        work.rosters.add(roster.plan)
    return roster


def killed_at_work(processes: BaseContext, url: str, period_id: int, chance: Random) -> list[Held]:
    """Every state a process told of before it was killed in the middle of a step; the first is the one it found."""
    mine, theirs = processes.Pipe(duplex=False)
    volunteers = [volunteer.id for volunteer in TEAM.volunteers]
    desk = processes.Process(target=work_on, args=(url, period_id, volunteers, chance.random(), theirs))
    desk.start()
    theirs.close()
    told = [mine.recv()]
    steps = int(chance.expovariate(1 / STEPS))
    while told.count(None) <= steps:
        told.append(mine.recv())
    mine.poll(chance.uniform(0, STEP_SECONDS))
    desk.kill()
    desk.join()
    told.extend(_rest(mine))
    mine.close()
    return [state for state in told if state is not None]


def _rest(pipe: Connection) -> list[Held | None]:
    """What was told and not yet read; the last of it may be half a message."""
    rest = []
    with suppress(EOFError, OSError):
        while pipe.poll():
            rest.append(pipe.recv())
    return rest


def assert_whole(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def replayed(database: Database, vacant: Roster) -> Roster:
    """What the log says is held: every step that stands, in order; raises StaleEdit where two do not fit."""
    with database.engine.connect() as connection:
        steps = connection.execute(select(EditRow).where(EditRow.state == StepState.DONE).order_by(EditRow.seq)).all()
    roster = vacant
    for step in steps:
        roster = edits.apply(roster, edit_record(step).edit)
    return roster


def steps(database: Database) -> int:
    """How many edits, undos and redos were ever carried out."""
    with database.engine.connect() as connection:
        return connection.execute(select(PeriodRow.steps)).scalar_one()


def test_no_acknowledged_edit_is_lost(processes: BaseContext, file: Path, vacant: Roster) -> None:
    chance, url, before = Random(20200406), f"sqlite:///{file}", 0
    for _ in range(KILLS):
        told = killed_at_work(processes, url, vacant.period.id, chance)
        with closing(Database.open(url)) as database:
            after = steps(database)
            with database.reading() as work:
                now = work.rosters.load(vacant.period.id)
            assert after - before - len(told) + 1 in (0, 1), "one step may have been committed and not told of"
            assert after - before - len(told) + 1 or now.assignments == told[-1]
            assert now == replayed(database, vacant)
        assert_whole(file)
        before = after
    assert before > KILLS, "hardly anything was written"
