"""Teams: two colleagues at one team, and rules that replace each other whole."""

from dataclasses import replace

import pytest
from teams import small_team, store

from roster_app.domain.calendar import DayTable
from roster_app.domain.errors import StaleEdit
from roster_app.domain.team import TeamRules
from roster_app.storage import Database

TEAM = small_team().team


@pytest.fixture
def stored(database: Database) -> Database:
    with database.work() as work:
        store(work, small_team())
    return database


def test_a_changed_team_comes_back_with_the_next_version(stored: Database) -> None:
    with stored.work() as work:
        answer = work.teams.update(replace(TEAM, name="官路突击队"))
        assert answer == replace(TEAM, name="官路突击队", version=2) == work.teams.get(TEAM.id)


def test_of_two_colleagues_at_a_team_the_second_is_told(stored: Database) -> None:
    with stored.work() as work:
        work.teams.update(replace(TEAM, office="一"))
    with pytest.raises(StaleEdit) as told, stored.work() as work:
        work.teams.update(replace(TEAM, office="二"))
    assert told.value.facts["name"] == TEAM.name


def test_rules_and_days_are_replaced_whole(stored: Database) -> None:
    rules = TeamRules(max_nights=5, leader_each_shift=False)
    with stored.work() as work:
        work.teams.set_rules(TEAM.id, rules)
        work.teams.set_day_table(TEAM.id, DayTable())
    with stored.reading() as work:
        assert (work.teams.rules(TEAM.id), work.teams.day_table(TEAM.id)) == (rules, DayTable())
