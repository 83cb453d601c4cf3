"""Entries of attendance in both databases: they come back whole, and each is superseded once at most."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from teams import small_team, store

from roster_app.domain.attendance.entries import Attendee, Facts, Mark, Source, corrected, pen, undone
from roster_app.domain.errors import StaleEdit
from roster_app.domain.ids import TeamId
from roster_app.domain.roster import DatedSeat
from roster_app.domain.timespan import Span
from roster_app.storage import Database

TEAM = small_team()
DAY = date(2020, 4, 6)
EIGHT, FOUR = datetime(2020, 4, 6, 8), datetime(2020, 4, 6, 16)
SEAT = DatedSeat(TEAM.checkpoints[0].id, TEAM.shift_types[0].id, DAY, TEAM.posts[0].id, 1)
PERSON = Attendee(TEAM.volunteers[0].id)
HERE = Facts(SEAT, Span(EIGHT, FOUR), PERSON, came=EIGHT)


@pytest.fixture
def stored(database: Database) -> Database:
    with database.work() as work:
        store(work, TEAM)
    return database


def test_entries_come_back_whole_and_in_order(stored: Database) -> None:
    by = pen(Source.TOKEN, "desk", EIGHT)
    first = by.write(HERE)
    absent = by.write(Facts(SEAT, Span(EIGHT, FOUR), Attendee(None, "赵六"), Mark.ABSENT))
    instead = by.write(replace(HERE, who=Attendee(None, "孙七"), stands_for=absent.id, as_planned=True))
    out = corrected([first], first.id, replace(HERE, left=FOUR), pen(Source.KEYED, "desk", FOUR, "看错"))
    with stored.work() as work:
        work.attendance.add(TEAM.team.id, (first, absent, instead, out))
    with stored.reading() as work:
        assert work.attendance.of_days(TEAM.team.id, DAY, DAY) == (first, absent, instead, out)
        assert work.attendance.of_days(TeamId(99), DAY, DAY) == ()
        assert work.attendance.last_step(TEAM.team.id, "desk") == (out,)
        assert work.attendance.last_step(TEAM.team.id, "another") == ()
    with stored.work() as work:
        work.attendance.add(TEAM.team.id, undone((first, out), out.step, pen(Source.KEYED, "desk", FOUR)))
    with stored.reading() as work:
        assert work.attendance.last_step(TEAM.team.id, "desk") == (first, absent, instead)


def test_an_entry_is_superseded_once(stored: Database) -> None:
    first = pen(Source.CLICK, "desk", EIGHT).write(HERE)
    one, two = (pen(Source.CLICK, who, FOUR).write(replace(HERE, left=FOUR), first) for who in ("one", "two"))
    with stored.work() as work:
        work.attendance.add(TEAM.team.id, (first, one))
    with pytest.raises(StaleEdit), stored.work() as work:
        work.attendance.add(TEAM.team.id, (two,))
    with stored.reading() as work:
        assert work.attendance.of_days(TEAM.team.id, DAY, DAY) == (first, one)
