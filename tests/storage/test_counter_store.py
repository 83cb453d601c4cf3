"""Counters and their entries are stored as given, and two who write at once do not lose each other's."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from teams import small_team, store

from roster_app.domain.counters import Counter, CounterEntry, Entering, Occasion, corrected, entered, taken_back
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import CheckpointId, CounterId, DutyId, PostId, ShiftTypeId, TeamId
from roster_app.storage import Database

DAY = date(2020, 4, 8)
BY = Entering("desk one", datetime(2020, 4, 8, 16, 5))
GATE = Occasion(CheckpointId(5), DAY, ShiftTypeId(6))


@pytest.fixture
def team_id(database: Database) -> TeamId:
    directory = small_team()
    with database.work() as work:
        store(work, directory)
    return directory.team.id


@pytest.fixture
def counters(database: Database, team_id: TeamId) -> tuple[Counter, ...]:
    made = (
        Counter(
            CounterId(11), team_id, "测温", "人次", 0, frozenset({CheckpointId(5)}), frozenset({PostId(9)}), ("体温",)
        ),
        Counter(CounterId(12), team_id, "宣传单", "份", 1, archived=True),
    )
    with database.work() as work:
        work.counters.arrange(team_id, (), made)
    return made


def add(database: Database, *entries: CounterEntry) -> None:
    with database.work() as work:
        work.counters.add(entries)


def test_counters_and_entries_come_back_equal(
    database: Database, team_id: TeamId, counters: tuple[Counter, ...]
) -> None:
    whole = entered((CounterId(11), Occasion(CheckpointId(5), DAY)), 4, BY)
    told = replace(GATE, duty_id=DutyId(8), told_by="郭宁")
    first = entered((CounterId(11), told), 30, BY)
    second = corrected(first, 32, "算漏了", BY)
    back = taken_back(whole, None, BY)
    add(database, whole, first, second, back)
    with database.reading() as work:
        book = work.counters.book(team_id)
    assert book.counters == counters
    assert book.entries == (whole, first, second, back)
    assert book.standing == (second,)


def test_entries_are_read_by_their_days(database: Database, team_id: TeamId, counters: tuple[Counter, ...]) -> None:
    days = [DAY, date(2020, 4, 9), date(2020, 4, 10)]
    add(database, *(entered((counters[0].id, replace(GATE, day=day)), 1, BY) for day in days))
    with database.reading() as work:
        book = work.counters.book(team_id, days[1], days[1])
    assert [entry.occasion.day for entry in book.entries] == [days[1]]


def test_of_two_who_enter_the_same_the_second_is_told(
    database: Database, team_id: TeamId, counters: tuple[Counter, ...]
) -> None:
    subject = counters[0].id, GATE
    first = entered(subject, 30, BY)
    add(database, first)
    with pytest.raises(StaleEdit):
        add(database, entered(subject, 31, BY))
    add(database, corrected(first, 32, "改", BY))
    with pytest.raises(StaleEdit):
        add(database, corrected(first, 33, "改", BY))
    with database.reading() as work:
        assert [entry.value for entry in work.counters.book(team_id).entries] == [30, 32]


def test_entries_are_stored_all_or_none(database: Database, team_id: TeamId, counters: tuple[Counter, ...]) -> None:
    first = entered((counters[0].id, GATE), 30, BY)
    with pytest.raises(StaleEdit):
        add(database, first, entered((counters[0].id, GATE), 31, BY))
    with database.reading() as work:
        assert work.counters.book(team_id).entries == ()


def test_a_counter_that_was_counted_cannot_go(
    database: Database, team_id: TeamId, counters: tuple[Counter, ...]
) -> None:
    add(database, entered((counters[0].id, GATE), 30, BY))
    with pytest.raises(DomainError) as refused, database.work() as work:
        work.counters.arrange(team_id, counters, counters[1:])
    assert refused.value.code is ErrorCode.COUNTER_IN_USE
    with database.work() as work:
        work.counters.arrange(team_id, counters, counters[:1])
        assert work.counters.counters(team_id) == counters[:1]


def test_another_list_is_stored_only_over_the_one_it_was_made_from(
    database: Database, team_id: TeamId, counters: tuple[Counter, ...]
) -> None:
    renamed = (replace(counters[0], name="体温"), *counters[1:])
    with database.work() as work:
        work.counters.arrange(team_id, counters, renamed)
    with pytest.raises(StaleEdit), database.work() as work:
        work.counters.arrange(team_id, counters, counters[:1])
