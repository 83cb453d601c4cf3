"""What is stored comes back equal: every field of every type, in both dialects."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
import values
from hypothesis import given, settings
from hypothesis import strategies as st
from teams import small_team, store

import invented_team
from roster_app.domain.calendar import DayTable
from roster_app.domain.hand_over import Log, LogEdit
from roster_app.domain.history import EditRecord, History
from roster_app.domain.ids import new_id
from roster_app.domain.people import Crew, Team
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.team import Directory, TeamRules
from roster_app.storage import Database, UnitOfWork
from rule_entries import Named

FEW = settings(max_examples=25)


@dataclass(frozen=True)
class World:
    """A team already stored: what an example's values may refer to."""

    database: Database
    directory: Directory
    crew: Crew
    period: RosterPeriod
    duties: list[int]

    @property
    def team(self) -> int:
        return self.directory.team.id

    def ids(self, what: str) -> list[int]:
        return [value.id for value in getattr(self.directory, what)]

    def kept(self, write: Callable[[UnitOfWork], object], read: Callable[[UnitOfWork], object]) -> object:
        """What another unit of work reads of what one has written."""
        with self.database.work() as work:
            write(work)
        with self.database.reading() as work:
            return read(work)


@pytest.fixture(scope="module")
def world(lasting: Database) -> World:
    directory = replace(invented_team.team(12, 3), crews=(Crew(71, invented_team.TEAM, "一组"),))
    period = invented_team.period(last=date(2020, 4, 2))
    with lasting.work() as work:
        store(work, directory)
        plan = invented_team.empty_roster(directory, period).plan
        work.rosters.add(plan)
    return World(lasting, directory, directory.crews[0], period, [duty.id for duty in plan.duties])


class Enough(Exception):
    """Rolls a unit of work back that has shown what it should."""


@FEW
@given(st.data())
def test_team(world: World, data: st.DataObject) -> None:
    team = data.draw(values.teams())
    assert world.kept(lambda w: w.teams.add(team), lambda w: w.teams.get(team.id)) == team


@FEW
@given(st.data())
def test_stationery(world: World, data: st.DataObject) -> None:
    value = data.draw(values.stationeries())
    read = world.kept(lambda w: w.teams.set_stationery(world.team, value), lambda w: w.teams.stationery(world.team))
    assert read == value


@FEW
@given(st.data())
def test_rules(world: World, data: st.DataObject) -> None:
    rules = data.draw(values.team_rules(world.ids("checkpoints"), Named.of(world.directory).entries()))
    assert world.kept(lambda w: w.teams.set_rules(world.team, rules), lambda w: w.teams.rules(world.team)) == rules


@FEW
@given(st.data())
def test_day_table(world: World, data: st.DataObject) -> None:
    table = data.draw(values.day_tables())
    read = world.kept(lambda w: w.teams.set_day_table(world.team, table), lambda w: w.teams.day_table(world.team))
    assert read == table


@FEW
@given(st.data())
def test_qualification(world: World, data: st.DataObject) -> None:
    value = data.draw(values.qualifications(world.team, world.ids("qualifications")))
    assert value in world.kept(
        lambda w: w.people.add_qualification(value), lambda w: w.people.qualifications(world.team)
    )


@FEW
@given(st.data())
def test_crew(world: World, data: st.DataObject) -> None:
    value = data.draw(values.crews(world.team, world.ids("volunteers")))
    assert value in world.kept(lambda w: w.people.add_crew(value), lambda w: w.people.crews(world.team))


@FEW
@given(st.data())
def test_volunteer(world: World, data: st.DataObject) -> None:
    value = data.draw(values.volunteers(world.team, world.ids("areas"), [world.crew.id], world.ids("qualifications")))
    assert world.kept(lambda w: w.people.add(value), lambda w: w.people.get(value.id)) == value


@FEW
@given(st.data())
def test_availability(world: World, data: st.DataObject) -> None:
    volunteer = data.draw(st.sampled_from(world.ids("volunteers")))
    value = data.draw(values.availabilities(volunteer, world.ids("shift_types")))
    assert value in world.kept(
        lambda w: w.people.replace_availabilities(volunteer, [value]), lambda w: w.people.availabilities(world.team)
    )


@FEW
@given(st.data())
def test_leave(world: World, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(world.ids("volunteers")).flatmap(values.leaves))
    assert value in world.kept(lambda w: w.people.add_leave(value), lambda w: w.people.leaves(world.team))


@FEW
@given(st.data())
def test_area(world: World, data: st.DataObject) -> None:
    value = data.draw(values.areas(world.team))
    assert value in world.kept(lambda w: w.places.add_area(value), lambda w: w.places.areas(world.team))


@FEW
@given(st.data())
def test_checkpoint(world: World, data: st.DataObject) -> None:
    value = data.draw(values.checkpoints(world.team, world.ids("areas"), world.ids("patterns")))
    assert world.kept(lambda w: w.places.add_checkpoint(value), lambda w: w.places.get_checkpoint(value.id)) == value


@FEW
@given(st.data())
def test_post(world: World, data: st.DataObject) -> None:
    checkpoint = data.draw(values.checkpoints(world.team, [], []))
    value = data.draw(values.posts(checkpoint.id, world.ids("qualifications")))

    def write(work: UnitOfWork) -> None:
        work.places.add_checkpoint(checkpoint)
        work.places.replace_posts(checkpoint.id, [value])

    assert value in world.kept(write, lambda w: w.places.posts(world.team))


@FEW
@given(st.data())
def test_shift_type(world: World, data: st.DataObject) -> None:
    value = data.draw(values.shift_types(world.team))
    assert value in world.kept(lambda w: w.places.add_shift_type(value), lambda w: w.places.shift_types(world.team))


@FEW
@given(st.data())
def test_pattern(world: World, data: st.DataObject) -> None:
    value = data.draw(values.patterns(world.team, world.ids("shift_types")))
    assert value in world.kept(lambda w: w.places.add_pattern(value), lambda w: w.places.patterns(world.team))


@FEW
@given(st.data())
def test_plan(world: World, data: st.DataObject) -> None:
    team = data.draw(values.teams())
    plan = data.draw(values.plans(team.id, world.ids("checkpoints"), world.ids("shift_types"), world.ids("posts")))

    def write(work: UnitOfWork) -> None:
        work.teams.add(team)
        work.rosters.add(plan)

    roster = world.kept(write, lambda w: w.rosters.load(plan.period.id))
    assert roster.period == plan.period
    assert set(roster.plan.shifts) == set(plan.shifts)
    assert set(roster.plan.duties) == set(plan.duties)


@FEW
@given(st.data())
def test_assignments_and_logged_edit(world: World, data: st.DataObject) -> None:
    edit = data.draw(values.first_edits(world.duties, world.ids("volunteers")))
    author, at = data.draw(values.texts), data.draw(values.moments)
    with suppress(Enough), world.database.work() as work:
        record = work.rosters.apply(world.period.id, edit, author=author, at=at)
        held = work.rosters.load(world.period.id).assignments
        history = work.rosters.history(world.period.id, author)
        raise Enough
    assert held == {change.duty_id: change.after for change in edit.changes}
    assert history == History(undo=record)
    assert record == EditRecord(record.id, world.period.id, 1, edit, author, at)


@FEW
@given(st.data())
def test_edition(world: World, data: st.DataObject) -> None:
    edition = data.draw(values.editions(world.period.id, world.ids("volunteers"), world.ids("checkpoints")))
    with suppress(Enough), world.database.work() as work:
        work.rosters.add_edition(edition)
        editions = work.rosters.editions(world.period.id)
        raise Enough
    assert editions == (edition,)


@FEW
@given(st.data())
def test_ledger_entry(world: World, data: st.DataObject) -> None:
    entry = data.draw(values.ledger_entries(world.ids("volunteers"), world.period.id))
    correction = replace(entry, id=new_id(), corrects=entry.id)
    ledger = world.kept(lambda w: w.ledger.add([entry, correction]), lambda w: w.ledger.all(world.team))
    assert ledger.entries[-2:] == (entry, correction)


@FEW
@given(st.data())
def test_posting_entry(world: World, data: st.DataObject) -> None:
    entry = data.draw(values.posting_entries(world.team, world.period.id))
    down = replace(entry, id=new_id(), taken_down_at=entry.posted_at, ends=entry.id)
    ledger = world.kept(lambda w: w.postings.add([entry, down]), lambda w: w.postings.all(world.team))
    assert {*ledger.entries} >= {entry, down}


@FEW
@given(st.data())
def test_chain_paste(world: World, data: st.DataObject) -> None:
    paste = data.draw(values.chain_pastes(world.team, world.period.id))
    assert paste in world.kept(lambda w: w.chains.add(paste), lambda w: w.chains.all(world.team))


@FEW
@given(st.data())
def test_remembered_form(world: World, data: st.DataObject) -> None:
    form = data.draw(values.remembered_forms(world.team))
    assert form in world.kept(lambda w: w.forms.put(form), lambda w: w.forms.all(world.team))


def test_a_directory_comes_back_whole(database: Database) -> None:
    directory = small_team()
    with database.work() as work:
        store(work, directory)
    with database.reading() as work:
        assert work.directory(directory.team.id) == directory


def test_a_plan_comes_back_in_the_order_it_was_made(database: Database) -> None:
    directory = invented_team.team(12, 4)
    roster = invented_team.empty_roster(directory)
    with database.work() as work:
        store(work, directory)
        work.rosters.add(roster.plan)
    with database.reading() as work:
        assert work.rosters.load(roster.period.id) == roster


def test_a_team_without_rules_and_calendar_goes_by_the_defaults(database: Database) -> None:
    with database.work() as work:
        work.teams.add(Team(1, "横三突击队"))
        assert (work.teams.rules(1), work.teams.day_table(1)) == (TeamRules(), DayTable())


@FEW
@given(st.data())
def test_acceptance(world: World, data: st.DataObject) -> None:
    acceptance = data.draw(values.acceptances(world.period.id, world.ids("volunteers")))
    with suppress(Enough), world.database.work() as work:
        work.acceptances.add(acceptance)
        known = work.acceptances.of_period(world.period.id)
        work.acceptances.remove(acceptance.id)
        left = work.acceptances.of_period(world.period.id)
        raise Enough
    assert (known, left) == ((acceptance,), ())


@FEW
@given(st.data())
def test_hand_over_log(world: World, data: st.DataObject) -> None:
    checkpoint = data.draw(st.sampled_from(world.ids("checkpoints")))
    item, noted, count, kinds = (
        data.draw(strategy)
        for strategy in (
            values.open_items(checkpoint),
            values.hand_overs(checkpoint),
            values.supply_counts(checkpoint),
            values.supply_lists(world.team),
        )
    )
    with suppress(Enough), world.database.work() as work:
        for entry in (item, noted, count, kinds):
            work.hand_overs.apply(LogEdit(None, entry))
        log = work.hand_overs.log(world.team, datetime(1950, 1, 1))
        raise Enough
    assert log == Log((item,), (noted,), (count,), kinds.kinds, {checkpoint: noted.moment})
