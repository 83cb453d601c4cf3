"""Several programs at one database, each with its own connections."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from teams import NOON, refused, small_team, with_roster

import invented_team
from roster_app.domain import edits
from roster_app.domain.calendar import DayType, SpecialDay
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import new_id
from roster_app.domain.roster import Roster
from roster_app.storage import Database

TEAM = small_team()
MANY = 6
ONE, TWO = (volunteer.id for volunteer in TEAM.volunteers[:2])


@pytest.fixture
def desks(shared_url: str) -> Iterator[list[Database]]:
    """As many programs as there are people at work."""
    with closing(Database.open(shared_url)) as first:
        others = [Database.open(shared_url) for _ in range(MANY - 1)]
        yield [first, *others]
        for other in others:
            other.close()


@pytest.fixture
def roster(desks: list[Database]) -> Roster:
    return with_roster(desks[0])


def at_once(desks: list[Database], ask: Callable[[int, Database], object]) -> list[ErrorCode | None]:
    """What everybody is told who asks at the same moment; nothing where it went well."""
    ready = threading.Barrier(len(desks))

    def told(number: int, database: Database) -> ErrorCode | None:
        ready.wait()
        try:
            ask(number, database)
        except DomainError as error:
            return error.code
        return None

    with ThreadPoolExecutor(len(desks)) as threads:
        return list(threads.map(told, range(len(desks)), desks))


def assign(database: Database, roster: Roster, seat: int, who: int, author: str = "李") -> None:
    edit = edits.assign(roster, roster.plan.duties[seat].id, who)
    with database.work() as work:
        work.rosters.apply(roster.period.id, edit, author=author, at=NOON)


def test_who_saw_an_older_roster_is_told(desks: list[Database], roster: Roster) -> None:
    assign(desks[0], roster, 0, ONE)
    with pytest.raises(StaleEdit) as told:
        assign(desks[1], roster, 0, TWO)
    assert told.value.facts["duty_ids"] == (roster.plan.duties[0].id,)


def test_of_many_who_want_one_duty_at_once_one_gets_it(desks: list[Database], roster: Roster) -> None:
    told = at_once(desks, lambda n, database: assign(database, roster, 0, TEAM.volunteers[n].id))
    assert told.count(None) == 1
    assert told.count(ErrorCode.STALE_EDIT) == MANY - 1
    with desks[0].reading() as work:
        assert work.rosters.load(1).holder(roster.plan.duties[0].id) == TEAM.volunteers[told.index(None)].id


def test_edits_of_different_duties_all_get_through(desks: list[Database], roster: Roster) -> None:
    told = at_once(desks, lambda n, database: assign(database, roster, n, ONE, author=str(n)))
    assert told == [None] * MANY
    with desks[0].reading() as work:
        assert len(work.rosters.load(1).assignments) == MANY
        seqs = [work.rosters.history(1, str(n)).undo.seq for n in range(MANY)]
    assert sorted(seqs) == list(range(1, MANY + 1))


def test_two_edits_that_touch_the_same_duties_in_other_orders_do_not_lock_each_other(
    desks: list[Database], roster: Roster
) -> None:
    everything = [duty.id for duty in roster.plan.duties]

    def take_all(number: int, database: Database) -> None:
        wanted = edits.settle(
            roster, dict.fromkeys(everything, TEAM.volunteers[number].id), edits.EditKind.IMPORT, edits.Origin.IMPORT
        )
        turned = replace(wanted, changes=wanted.changes[:: (-1) ** number])
        with database.work() as work:
            work.rosters.apply(1, turned, author=str(number), at=NOON)

    told = at_once(desks, take_all)
    assert sorted(told, key=str) == [None] + [ErrorCode.STALE_EDIT] * (MANY - 1)


def test_of_overlapping_periods_planned_at_once_one_is_made(desks: list[Database], roster: Roster) -> None:
    def plan(number: int, database: Database) -> None:
        period = replace(invented_team.period(date(2020, 5, 1), date(2020, 5, 2)), id=new_id())
        with database.work() as work:
            work.rosters.add(invented_team.plan_duties(TEAM, period))

    told = at_once(desks, plan)
    assert sorted(told, key=str) == [None] + [ErrorCode.PERIOD_OVERLAPS] * (MANY - 1)


def test_no_override_of_a_day_is_lost(desks: list[Database], roster: Roster) -> None:
    def override(number: int, database: Database) -> None:
        with database.work() as work:
            table = work.teams.day_table(TEAM.team.id)
            changed = table.with_override(date(2020, 4, 10 + number), SpecialDay(DayType.HOLIDAY))
            work.teams.set_day_table(TEAM.team.id, changed)

    assert at_once(desks, override) == [None] * MANY
    with desks[0].reading() as work:
        assert len(work.teams.day_table(TEAM.team.id).overrides) == MANY


def test_who_reads_waits_for_nobody_and_sees_one_state(desks: list[Database], roster: Roster) -> None:
    reader, writer = desks[:2]
    with writer.work() as writing:
        writing.people.update(replace(TEAM.volunteers[0], phone="1"))
        with reader.reading() as reading:
            before = reading.people.all(TEAM.team.id)
            assert before == TEAM.volunteers
    with reader.reading() as reading:
        seen = reading.people.get(ONE)
        assign(writer, roster, 0, ONE)
        assert reading.people.get(ONE) == seen
        assert not reading.rosters.load(1).assignments


def test_who_waits_too_long_to_write_is_told(shared_url: str) -> None:
    hurried = "?timeout=0.1" if shared_url.startswith("sqlite") else "&options=-c%20lock_timeout%3D100ms"
    with closing(Database.open(shared_url)) as slow, closing(Database.open(shared_url + hurried)) as hasty:
        roster = with_roster(slow)
        with slow.work() as work:
            work.rosters.apply(1, edits.assign(roster, roster.plan.duties[0].id, ONE), author="李", at=NOON)
            with refused(ErrorCode.DATABASE_BUSY):
                assign(hasty, roster, 1, TWO)
        assign(hasty, roster, 1, TWO)
