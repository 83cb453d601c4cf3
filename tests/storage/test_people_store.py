"""People: what is refused, what goes along with a removal, and two colleagues at one volunteer."""

from dataclasses import replace

import pytest
from teams import NOON, refused, small_team, store, with_roster

from roster_app.domain import edits
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.fairness import BurdenKind, LedgerEntry
from roster_app.domain.ids import new_id
from roster_app.domain.people import Availability, AvailabilityKind, Crew, Qualification, Volunteer
from roster_app.domain.roster import Edition
from roster_app.domain.timespan import whole_days
from roster_app.storage import Database

TEAM = small_team()
SOMEBODY = TEAM.volunteers[0]


@pytest.fixture
def stored(database: Database) -> Database:
    with database.work() as work:
        store(work, TEAM)
    return database


def test_a_changed_volunteer_comes_back_with_the_next_version(stored: Database) -> None:
    changed = replace(SOMEBODY, name="欧阳玥", qualifications=frozenset(), left=NOON.date())
    with stored.work() as work:
        answer = work.people.update(changed)
        assert answer == replace(changed, version=2) == work.people.get(SOMEBODY.id)


def test_of_two_colleagues_the_second_is_told(stored: Database) -> None:
    with stored.work() as work:
        work.people.update(replace(SOMEBODY, phone="1"))
    with pytest.raises(StaleEdit) as told, stored.work() as work:
        work.people.update(replace(SOMEBODY, phone="2"))
    assert told.value.code is ErrorCode.STALE_RECORD
    assert told.value.facts["name"] == SOMEBODY.name
    with stored.reading() as work:
        assert work.people.get(SOMEBODY.id).phone == "1"


def test_nobody_changes_who_was_removed(stored: Database) -> None:
    with stored.work() as work:
        work.people.remove(SOMEBODY.id)
    with pytest.raises(StaleEdit), stored.work() as work:
        work.people.update(SOMEBODY)


def test_an_unknown_volunteer_is_refused(database: Database) -> None:
    with refused(ErrorCode.UNKNOWN_VOLUNTEER, volunteer_id=5), database.work() as work:
        work.people.get(5)


def test_removal_takes_statements_and_leaves_along(stored: Database) -> None:
    away = TEAM.leaves[0].volunteer_id
    entry = Availability(new_id(), away, AvailabilityKind.WANTED, whole_days(NOON.date(), NOON.date()))
    with stored.work() as work:
        work.people.replace_availabilities(away, [entry])
        work.people.remove(away)
        directory = work.directory(TEAM.team.id)
    assert away not in directory.volunteer
    assert not directory.leaves
    assert not directory.availabilities


def test_who_holds_a_duty_cannot_be_removed(database: Database) -> None:
    roster = with_roster(database)
    edit = edits.assign(roster, roster.plan.duties[0].id, SOMEBODY.id)
    with database.work() as work:
        work.rosters.apply(roster.period.id, edit, author="李", at=NOON)
    with refused(ErrorCode.IN_USE, name=SOMEBODY.name), database.work() as work:
        work.people.remove(SOMEBODY.id)


def test_who_stands_in_an_edition_or_in_the_ledger_cannot_be_removed(database: Database) -> None:
    roster = with_roster(database)
    published, owing = TEAM.volunteers[:2]
    edition = Edition(new_id(), roster.period.id, 1, NOON, "李", {roster.plan.duties[0].id: published.id})
    entry = LedgerEntry(new_id(), owing.id, roster.period.id, BurdenKind.NIGHTS, 100, NOON)
    with database.work() as work:
        work.rosters.add_edition(edition)
        work.ledger.add([entry])
    for volunteer in (published, owing):
        with refused(ErrorCode.IN_USE, name=volunteer.name), database.work() as work:
            work.people.remove(volunteer.id)


def test_a_new_crew_and_its_leader_may_come_in_any_order(stored: Database) -> None:
    crew = Crew(new_id(), TEAM.team.id, "一组", leader_id=new_id())
    leader = Volunteer(crew.leader_id, TEAM.team.id, "麦平", crew_id=crew.id)
    with stored.work() as work:
        work.people.add_crew(crew)
        work.people.add(leader)
    with stored.reading() as work:
        assert work.people.crews(TEAM.team.id) == (crew,)
        assert work.people.get(leader.id) == leader


def test_a_crew_whose_leader_never_comes_is_not_written(stored: Database) -> None:
    with pytest.raises(StaleEdit), stored.work() as work:
        work.people.add_crew(Crew(new_id(), TEAM.team.id, "一组", leader_id=new_id()))
    with stored.reading() as work:
        assert not work.people.crews(TEAM.team.id)


def test_members_of_a_removed_crew_stay(stored: Database) -> None:
    crew = Crew(new_id(), TEAM.team.id, "一组")
    with stored.work() as work:
        work.people.add_crew(crew)
        work.people.update(replace(SOMEBODY, crew_id=crew.id))
        work.people.remove_crew(crew.id)
        assert work.people.get(SOMEBODY.id).crew_id is None


def test_a_crew_outlives_its_leader(stored: Database) -> None:
    crew = Crew(new_id(), TEAM.team.id, "一组", leader_id=SOMEBODY.id)
    with stored.work() as work:
        work.people.add_crew(crew)
        work.people.remove(SOMEBODY.id)
        assert work.people.crews(TEAM.team.id) == (replace(crew, leader_id=None),)


def test_a_qualification_in_use_cannot_be_removed(stored: Database) -> None:
    leader, medical = TEAM.qualifications
    with refused(ErrorCode.IN_USE, name=leader.name), stored.work() as work:
        work.people.remove_qualification(leader.id)
    with stored.work() as work:
        work.people.remove_qualification(medical.id)
        assert work.people.qualifications(TEAM.team.id) == (leader,)


def test_what_refers_to_something_removed_meanwhile_is_refused(stored: Database) -> None:
    with pytest.raises(StaleEdit) as told, stored.work() as work:
        work.people.update(replace(SOMEBODY, area_id=404))
    assert told.value.code is ErrorCode.STALE_RECORD
    assert told.value.facts["name"] == SOMEBODY.name
    with stored.reading() as work:
        assert work.people.get(SOMEBODY.id) == SOMEBODY


def test_what_a_qualification_includes_is_replaced_and_forgotten_with_what_is_removed(stored: Database) -> None:
    doctor, nurse, helper = (Qualification(new_id(), TEAM.team.id, name) for name in ("医生", "护士", "护理员"))
    with stored.work() as work:
        work.people.add_qualification(replace(doctor, includes=frozenset({nurse.id})), nurse, helper)
        work.people.update_qualification(replace(doctor, includes=frozenset({nurse.id, helper.id})))
        work.people.remove_qualification(nurse.id)
        assert work.people.qualifications(TEAM.team.id)[-2:] == (
            replace(doctor, includes=frozenset({helper.id})),
            helper,
        )
