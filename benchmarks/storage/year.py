"""A year of 1.2 million assignments in one file: how large it is, and how long one waits for what is asked of it."""

import statistics
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from random import Random

from sqlalchemy import Integer, func, insert, select, type_coerce

from benchmarks.storage import month
from roster_app.domain.demand import plan_duties
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import PeriodId, new_id
from roster_app.domain.roster import DutyPlan, Origin, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY
from roster_app.storage import Database
from roster_app.storage.health import examine
from roster_app.storage.mapping.rosters import duty_columns, period_columns, shift_columns
from roster_app.storage.rows import DutyRow, PeriodRow, ShiftRow

DUTIES = 1_200_000
YEAR = (datetime(2020, 1, 1), datetime(2021, 1, 1))


def measure(file: Path) -> None:
    """Write the year and ask."""
    with closing(Database.open(f"sqlite:///{file}")) as database:
        begin = time.perf_counter()
        teams, written, chance = [], 0, Random(1)
        while written < DUTIES:
            directory, _ = month.stored(database)
            plans = [_month(directory, number) for number in range(2, 13)]
            written += sum(_write_held(database, directory, plan, chance) for plan in plans)
            teams.append((directory, plans[5]))
        seconds = time.perf_counter() - begin
        print(f"\n{written:,} assignments of a year, {len(teams)} teams; written in {seconds:.0f} s")
        print(f"{file.stat().st_size / 2**20:.0f} MB, {file.stat().st_size / written:.0f} bytes an assignment")
        directory, plan = teams[len(teams) // 2]
        ask("load one month with its neighbours", lambda: _load(database, plan))
        ask("hours of one person in the year", lambda: _hours(database, directory, people=1))
        ask("hours of everybody in one team", lambda: _hours(database, directory))
        ask("hours of everybody in all teams", lambda: _hours(database))
        ask("look at the file before opening it", lambda: examine(database.address))
        ask("is somebody still in use", lambda: _ask_to_remove(database, directory))


def ask(what: str, question: Callable[[], object]) -> None:
    """The median of three answers."""
    waits = []
    for _ in range(3):
        begin = time.perf_counter()
        question()
        waits.append(time.perf_counter() - begin)
    print(f"{what:44}{statistics.median(waits) * 1000:9.1f} ms", flush=True)


def _month(directory: Directory, number: int) -> DutyPlan:
    first = date(2020, number, 1)
    last = date(2020 + number // 12, number % 12 + 1, 1) - DAY
    return plan_duties(directory, RosterPeriod(PeriodId(new_id()), directory.team.id, first, last))


def _write_held(database: Database, directory: Directory, plan: DutyPlan, chance: Random) -> int:
    """A month with every duty held, written at once; how many."""
    people = [volunteer.id for volunteer in directory.volunteers]
    held = [
        {**duty_columns(duty), "volunteer_id": chance.choice(people), "origin": Origin.PROPOSAL, "locked": False}
        for duty in plan.duties
    ]
    with database.engine.begin() as connection:
        connection.execute(insert(PeriodRow), {**period_columns(plan.period), "steps": 0})
        connection.execute(insert(ShiftRow), [shift_columns(shift) for shift in plan.shifts])
        connection.execute(insert(DutyRow), held)
    return len(held)


def _load(database: Database, plan: DutyPlan) -> None:
    with database.reading() as work:
        work.rosters.load(plan.period.id)


def _hours(database: Database, directory: Directory | None = None, people: int | None = None) -> None:
    """Hours and person-times by person: sums of whole minutes, the same SQL in every database."""
    minutes = type_coerce(DutyRow.ends, Integer) - type_coerce(DutyRow.begins, Integer)
    statement = (
        select(DutyRow.volunteer_id, func.count(), func.sum(minutes))
        .where(DutyRow.volunteer_id.is_not(None), DutyRow.begins >= YEAR[0], DutyRow.begins < YEAR[1])
        .group_by(DutyRow.volunteer_id)
    )
    if directory:
        chosen = [volunteer.id for volunteer in directory.volunteers[:people]]
        statement = statement.where(DutyRow.volunteer_id.in_(chosen))
    with database.engine.connect() as connection:
        connection.execute(statement).all()


def _ask_to_remove(database: Database, directory: Directory) -> None:
    """Refused, as everybody has stood."""
    with suppress(DomainError), database.work() as work:
        work.people.remove(directory.volunteers[0].id)
