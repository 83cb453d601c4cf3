"""The sample team as a use case: its places are stored, its people come by the ordinary import."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from roster_app.domain.ids import TeamId
from roster_app.domain.imports import ImportPlan
from roster_app.resources import resource
from roster_app.services.desk import Desk
from roster_app.services.people import People
from roster_app.storage import UnitOfWork

if TYPE_CHECKING:
    from roster_app.exchange.sample import SampleTeam


@dataclass(frozen=True, slots=True)
class SampleStored:
    """The sample team as it is in the database; `plan` tells what its list gave, nothing if it was there before."""

    team_id: TeamId
    first: date
    last: date
    """The period to roster it for, both days included."""
    plan: ImportPlan | None


def store_sample(desk: Desk) -> SampleStored:
    """Store the sample team once; where it is already, it stays as it has become."""
    from roster_app.exchange.sample import read_team

    sample = read_team(resource("samples", "hengsan"))
    with desk.database.work() as work:
        known = next((t.id for t in work.teams.all() if t.name == sample.directory.team.name), None)
        if known is not None and work.people.all(known):
            return SampleStored(known, sample.first, sample.last, None)
        if known is None:
            _store_places(work, sample)
    team_id = sample.directory.team.id if known is None else known
    people = People(desk)
    plan = people.preview_import(team_id, sample.volunteers)
    people.carry_out(team_id, plan)
    with desk.database.work() as work:
        _store_statements(work, team_id, sample)
    return SampleStored(team_id, sample.first, sample.last, plan)


def _store_places(work: UnitOfWork, sample: "SampleTeam") -> None:
    told = sample.directory
    work.teams.add(told.team)
    work.teams.set_rules(told.team.id, told.rules)
    work.teams.set_day_table(told.team.id, told.days)
    work.people.add_qualification(*told.qualifications)
    work.places.add_area(*told.areas)
    work.places.add_shift_type(*told.shift_types)
    for pattern in told.patterns:
        work.places.add_pattern(pattern)
    for checkpoint in told.checkpoints:
        work.places.add_checkpoint(checkpoint)
        work.places.replace_posts(checkpoint.id, told.posts_of[checkpoint.id])


def _store_statements(work: UnitOfWork, team_id: TeamId, sample: "SampleTeam") -> None:
    volunteers = work.people.all(team_id)
    told = sample.availabilities(volunteers)
    for who in dict.fromkeys(entry.volunteer_id for entry in told):
        work.people.replace_availabilities(who, tuple(entry for entry in told if entry.volunteer_id == who))
    work.people.add_leave(*sample.leaves(volunteers))
    directory = work.directory(team_id)
    work.teams.set_rules(team_id, replace(directory.rules, entries=sample.entries(directory)))
