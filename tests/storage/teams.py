"""An invented team in a database: the least a test needs."""

from contextlib import AbstractContextManager
from datetime import date, datetime

import pytest

import invented_team
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.storage import Database, UnitOfWork

NOON = datetime(2020, 4, 1, 12, 0)


def refused(code: ErrorCode, **facts: object) -> AbstractContextManager[pytest.ExceptionInfo[DomainError]]:
    """Expect a refusal with a code and, among its facts, these."""
    return pytest.raises(DomainError, check=lambda error: error.code is code and facts.items() <= error.facts.items())


def store(work: UnitOfWork, directory: Directory) -> None:
    """Write a whole team."""
    team = directory.team
    work.teams.add(team)
    work.people.add_qualification(*directory.qualifications)
    work.people.add_crew(*directory.crews)
    work.places.add_area(*directory.areas)
    work.places.add_shift_type(*directory.shift_types)
    work.places.add_pattern(*directory.patterns)
    work.places.add_checkpoint(*directory.checkpoints)
    for checkpoint in directory.checkpoints:
        work.places.replace_posts(checkpoint.id, directory.posts_of.get(checkpoint.id, ()))
    work.people.add(*directory.volunteers)
    work.people.add_leave(*directory.leaves)
    for volunteer in directory.volunteers:
        work.people.replace_availabilities(volunteer.id, directory.availabilities_of(volunteer.id))
    work.teams.set_rules(team.id, directory.rules)
    work.teams.set_day_table(team.id, directory.days)


def small_team() -> Directory:
    """Twelve people, one checkpoint with three posts."""
    return invented_team.team(12, 1, hotline=False)


def with_roster(database: Database, last: date = date(2020, 4, 3)) -> Roster:
    """The small team with a vacant roster from the first of April on."""
    directory = small_team()
    roster = invented_team.empty_roster(directory, invented_team.period(last=last))
    with database.work() as work:
        store(work, directory)
        work.rosters.add(roster.plan)
    return roster
