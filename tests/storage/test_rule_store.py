"""Rule entries: what a removal leaves of them, what a late colleague may still write, and what cannot be read."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update
from teams import refused, small_team, store

import invented_team
from roster_app.domain import book
from roster_app.domain.errors import ErrorCode
from roster_app.domain.ids import new_id
from roster_app.domain.people import Availability, AvailabilityKind, Crew, Team
from roster_app.domain.places import ShiftType
from roster_app.domain.team import TeamRules
from roster_app.domain.timespan import whole_days
from roster_app.storage import Database, UnitOfWork
from roster_app.storage.rows import RuleEntryRow

TEAM = replace(small_team(), crews=(Crew(71, invented_team.TEAM, "一组"),))
ONE, TWO, THREE = (v.id for v in TEAM.volunteers[:3])
GATE = TEAM.checkpoints[0]
LATE = ShiftType(new_id(), TEAM.team.id, "晚班", "晚", 1080, 1440)
LAST_POST = TEAM.posts[-1]
AT_GATE = book.DutyClass(checkpoints=frozenset({GATE.id}))
AT_POST = book.DutyClass(posts=frozenset({LAST_POST.id}))
LATE_SHIFTS = book.DutyClass(shift_types=frozenset({LATE.id}))
FOR_ALL = book.MinRest(660)
ENTRIES = (
    FOR_ALL,
    book.MinRest(720, people=frozenset({ONE})),
    book.MinRest(840, people=frozenset({ONE, TWO})),
    book.Apart(frozenset({ONE, THREE})),
    book.Squad(71),
    book.NotAlone(LATE_SHIFTS),
    book.NotAlone(AT_POST),
    book.NotAlone(AT_GATE),
)


@pytest.fixture
def stored(database: Database) -> Database:
    with database.work() as work:
        store(work, TEAM)
        work.places.add_shift_type(LATE)
        work.teams.set_rules(TEAM.team.id, TeamRules(entries=ENTRIES))
    return database


def entries(work: UnitOfWork) -> tuple[book.Entry, ...]:
    return work.teams.rules(TEAM.team.id).entries


def test_entries_come_back_in_the_order_of_the_book(stored: Database) -> None:
    backwards = TeamRules(entries=ENTRIES[::-1])
    with stored.work() as work:
        assert entries(work) == ENTRIES
        work.teams.set_rules(TEAM.team.id, backwards)
        assert entries(work) == ENTRIES[::-1]


def test_who_is_removed_leaves_the_rules_and_no_rule_comes_to_speak_of_everybody(stored: Database) -> None:
    with stored.work() as work:
        work.people.remove(ONE)
        left = (FOR_ALL, book.MinRest(840, people=frozenset({TWO})), *ENTRIES[4:])
        assert entries(work) == left


def test_a_crew_takes_the_rules_about_it_along(stored: Database) -> None:
    with stored.work() as work:
        work.people.remove_crew(71)
        assert entries(work) == ENTRIES[:4] + ENTRIES[5:]


def test_a_shift_type_takes_the_rules_and_statements_about_it_along(stored: Database) -> None:
    stated = [
        Availability(new_id(), ONE, AvailabilityKind.UNWANTED, whole_days(date(2020, 4, 1), date(2020, 4, 1))),
        Availability(
            new_id(),
            ONE,
            AvailabilityKind.UNWANTED,
            whole_days(date(2020, 4, 1), date(2020, 4, 1)),
            shift_type_id=LATE.id,
        ),
    ]
    with stored.work() as work:
        work.people.replace_availabilities(ONE, stated)
        work.places.remove_shift_type(LATE.id)
        assert entries(work) == ENTRIES[:5] + ENTRIES[6:]
        assert work.people.availabilities(TEAM.team.id) == (stated[0],)


def test_a_post_that_is_left_out_takes_the_rules_about_it_along(stored: Database) -> None:
    with stored.work() as work:
        work.places.replace_posts(GATE.id, TEAM.posts[:-1])
        assert entries(work) == ENTRIES[:6] + ENTRIES[7:]


def test_a_checkpoint_takes_the_rules_about_it_and_its_posts_along(stored: Database) -> None:
    with stored.work() as work:
        work.places.remove_checkpoint(GATE.id)
        assert entries(work) == ENTRIES[:6]


def test_rules_written_by_somebody_who_has_not_seen_a_removal_leave_it_out(stored: Database) -> None:
    with stored.work() as work:
        work.people.remove(ONE)
    with stored.work() as work:
        work.teams.set_rules(TEAM.team.id, TeamRules(entries=ENTRIES))
        assert entries(work) == (FOR_ALL, book.MinRest(840, people=frozenset({TWO})), *ENTRIES[4:])


def test_another_team_has_rules_of_its_own(stored: Database) -> None:
    other = Team(new_id(), "官路突击队")
    with stored.work() as work:
        work.teams.add(other)
        work.teams.set_rules(other.id, TeamRules(entries=(FOR_ALL, *ENTRIES[4:5])))
        assert work.teams.rules(other.id).entries == (FOR_ALL,)
        assert entries(work) == ENTRIES


def test_an_entry_of_a_later_edition_is_refused_by_its_name(stored: Database) -> None:
    with stored.engine.begin() as connection:
        connection.execute(
            update(RuleEntryRow).where(RuleEntryRow.family == "Squad").values(parameters={"crew_id": 71, "moon": 1})
        )
    with refused(ErrorCode.RULE_UNREADABLE, family="Squad", field="moon"), stored.reading() as work:
        work.directory(TEAM.team.id)
