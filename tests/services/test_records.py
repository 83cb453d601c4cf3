"""Two entries of one person made one with everything that was theirs, and two again as if nothing had been."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from desk_cases import FIRST, Clock, Office

from roster_app.domain import edits
from roster_app.domain.book import Apart, MinRest
from roster_app.domain.errors import StaleEdit
from roster_app.domain.ids import AvailabilityId, LeaveId, VolunteerId, new_id
from roster_app.domain.people import Availability, AvailabilityKind, Crew, Leave, Volunteer
from roster_app.domain.roster import Origin, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import span_on, whole_days
from roster_app.domain.twins import merged
from roster_app.services import OpenRoster

DAY = date(2020, 4, 7)


@pytest.fixture
def opened(office: Office) -> OpenRoster:
    """Two people who stand, state times, lead a crew and are named by rules; one edition is published."""
    services, (one, two, three, *_) = office.services, office.people
    services.people.add_crew(Crew(new_id(), office.team_id, "一组", leader_id=two.id))  # type: ignore[arg-type]
    services.people.add_leave(Leave(LeaveId(new_id()), two.id, whole_days(DAY, DAY)))
    for person in (one, two):
        stated = Availability(AvailabilityId(new_id()), person.id, AvailabilityKind.UNWANTED, span_on(DAY, 0, 480))
        services.people.set_availability(person.id, [stated])
    rules = services.teams.directory(office.team_id).rules
    entries = (MinRest(600, people=frozenset({two.id})), Apart(frozenset({one.id, two.id})),
               Apart(frozenset({two.id, three.id})))  # fmt: skip
    services.teams.set_rules(office.team_id, replace(rules, entries=entries))
    period = office.period()
    for hour, holder in ((0, one), (8, two), (16, three)):
        give(office, office.open(period), hour, holder)
    services.rostering.publish(period.id)
    give(office, office.open(period), 16, two)
    return office.open(period)


def give(office: Office, opened: OpenRoster, hour: int, person: Volunteer) -> None:
    edit = edits.assign(opened.roster, office.duty(opened, DAY, hour, 1), person.id, Origin.HAND)
    office.services.rostering.apply_edit(opened.period.id, edit)


def all_there_is(office: Office, opened: OpenRoster) -> tuple[object, ...]:
    services = office.services
    directory, period = services.teams.directory(office.team_id), opened.period.id
    people = tuple(sorted((replace(v, version=1) for v in directory.volunteers), key=lambda v: v.id))
    now = services.rostering.open(period)
    stated = (sorted(directory.availabilities, key=str), sorted(directory.leaves, key=str), directory.crews)
    with office.services.desk.database.reading() as work:
        editions = work.rosters.editions(period)
    return people, stated, set(directory.rules.entries), now.roster.assignments, editions, now.history


def pair(office: Office) -> tuple[Directory, Volunteer, Volunteer]:
    directory = office.services.teams.directory(office.team_id)
    return directory, directory.volunteer[office.people[0].id], directory.volunteer[office.people[1].id]


def holders(roster: Roster) -> set[VolunteerId]:
    return {a.volunteer_id for a in roster.assignments.values()}


def test_the_one_who_stays_has_everything_of_both(office: Office, opened: OpenRoster) -> None:
    _, one, two = pair(office)

    _, changes = office.services.records.merge(merged(one, two), two)

    after = office.services.teams.directory(office.team_id)
    assert two.id not in after.volunteer
    assert changes.volunteers == {one.id, two.id}
    assert len(changes.duties) == 2
    assert len(after.availabilities_of(one.id)) == 2
    assert len(after.leaves_of(one.id)) == 1
    assert after.crews[0].leader_id == one.id
    assert set(after.rules.entries) == {MinRest(600, people=frozenset({one.id})),
                                        Apart(frozenset({one.id, office.people[2].id}))}  # fmt: skip
    now = office.services.rostering.open(opened.period.id).roster
    assert holders(now) == {one.id}
    assert two.id not in now.posted.values()


def test_two_again_are_as_they_were(office: Office, opened: OpenRoster) -> None:
    before = all_there_is(office, opened)
    _, one, two = pair(office)

    merge, _ = office.services.records.merge(merged(one, two), two)
    assert all_there_is(office, opened) != before
    office.services.records.unmerge(merge)

    assert all_there_is(office, opened) == before


def test_the_steps_of_a_roster_can_still_be_undone(office: Office, opened: OpenRoster) -> None:
    _, one, two = pair(office)
    office.services.records.merge(merged(one, two), two)

    office.services.rostering.undo(opened.period.id)
    assert holders(office.services.rostering.open(opened.period.id).roster) == {one.id, office.people[2].id}

    office.services.rostering.undo(opened.period.id)
    office.services.rostering.undo(opened.period.id)
    assert holders(office.services.rostering.open(opened.period.id).roster) == {one.id}


def test_a_colleague_s_change_comes_first(office: Office, opened: OpenRoster) -> None:
    _, one, two = pair(office)
    office.services.people.update(replace(two, note="colleague"))
    with pytest.raises(StaleEdit):
        office.services.records.merge(merged(one, two), two)

    _, one, two = pair(office)
    merge, _ = office.services.records.merge(merged(one, two), two)
    stayed = office.services.teams.directory(office.team_id).volunteer[one.id]
    office.services.people.update(replace(stayed, note="again"))
    with pytest.raises(StaleEdit):
        office.services.records.unmerge(merge)


def test_what_came_since_stays_with_the_one_who_was_kept(office: Office, opened: OpenRoster) -> None:
    _, one, two = pair(office)
    merge, _ = office.services.records.merge(merged(one, two), two)
    late = Leave(LeaveId(new_id()), one.id, whole_days(FIRST, FIRST))
    office.services.people.add_leave(late)

    office.services.records.unmerge(merge)

    directory, *_ = pair(office)
    assert directory.leaves_of(one.id) == (late,)
    assert len(directory.leaves_of(two.id)) == 1


def test_a_record_tells_what_is_over_and_what_comes(office: Office, opened: OpenRoster, clock: Clock) -> None:
    clock.time = datetime(2020, 4, 7, 9, 0)
    two = office.people[1].id

    record = office.services.records.of(office.team_id, [two])[two]

    assert [s.span.start.hour for s in record.over] == [8]
    assert [s.span.start.hour for s in record.ahead] == [16]


def test_two_people_are_told_apart_for_everybody_and_a_merge_taken_back_keeps_it(office: Office) -> None:
    one, two, three, *_ = office.people
    people, records = office.services.people, office.services.records
    apart, other = frozenset({one.id, three.id}), frozenset({two.id, three.id})
    people.tell_apart(apart, other)
    people.tell_apart(apart)
    assert people.told_apart(office.team_id) == {apart, other}
    assert people.told_apart(office.services.teams.create("other", "", "").id) == frozenset()

    merge, _changes = records.merge(merged(one, two), two)
    assert people.told_apart(office.team_id) == {apart}
    records.unmerge(merge)
    assert people.told_apart(office.team_id) == {apart, other}

    people.ask_again(apart)
    assert people.told_apart(office.team_id) == {other}
    people.remove(three.id)
    assert people.told_apart(office.team_id) == frozenset()
    with pytest.raises(StaleEdit):
        people.tell_apart(other)
