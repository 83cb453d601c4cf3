"""The sample team in a database: complete, taken in once, and staffable."""

from datetime import date

import pytest
from desk_cases import Clock

from roster_app.domain.imports import Fate
from roster_app.exchange.pinyin import pinyin_of
from roster_app.resources import resource
from roster_app.services import Services
from roster_app.services.samples import SampleStored, store_sample


@pytest.fixture
def sample(services: Services) -> SampleStored:
    return store_sample(services.desk)


def test_the_sample_team_is_stored_whole(services: Services, sample: SampleStored) -> None:
    team = services.teams.directory(sample.team_id)

    assert (len(team.volunteers), len(team.checkpoints), len(team.posts), len(team.areas)) == (60, 4, 10, 3)
    assert (len(team.leaves), len(team.availabilities)) == (6, 7)
    assert team.rules.max_week_minutes == 48 * 60
    assert team.days.day(date(2020, 4, 5)).occasion == "qingming"
    assert sum(bool(v.qualifications & team.leading) for v in team.volunteers) == 20
    assert all(v.pinyin == pinyin_of(v.name) for v in team.volunteers)


def test_stored_again_it_stays_as_it_has_become(services: Services, sample: SampleStored) -> None:
    leaving = next(v for v in services.teams.directory(sample.team_id).volunteers if v.name == "吴堃")
    services.people.remove(leaving.id)

    again = store_sample(services.desk)

    assert (again.team_id, again.plan) == (sample.team_id, None)
    assert len(services.teams.directory(sample.team_id).volunteers) == 59


def test_its_list_imported_again_changes_nothing(services: Services, sample: SampleStored) -> None:
    plan = services.people.preview_import(sample.team_id, resource("samples", "hengsan", "volunteers.xlsx"))

    assert {fate: plan.count(fate) for fate in Fate} == {
        Fate.NEW: 0,
        Fate.CHANGED: 0,
        Fate.SAME: 60,
        Fate.SKIPPED: 2,
        Fate.WRONG: 0,
    }
    assert not services.people.carry_out(sample.team_id, plan).changes


def test_its_month_can_be_planned(services: Services, sample: SampleStored, clock: Clock) -> None:
    period = services.rostering.create_period(sample.team_id, sample.first, sample.last)

    assert len(services.rostering.open(period.id).roster.plan.duties) == 900
