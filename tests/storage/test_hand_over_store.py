"""The hand-over log in both databases: it comes back whole, and a change finds what it expects or changes nothing."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from teams import small_team, store

from roster_app.domain.errors import StaleEdit
from roster_app.domain.hand_over import (
    Entry,
    HandOver,
    Log,
    LogEdit,
    OpenItem,
    SupplyCount,
    SupplyKind,
    SupplyList,
    ticked,
)
from roster_app.domain.ids import OpenItemId, TeamId
from roster_app.storage import Database

TEAM = small_team()
GATE = TEAM.checkpoints[0].id
EIGHT = datetime(2020, 4, 6, 8)
ITEM = OpenItem(OpenItemId(7), GATE, "修大门", "何平", EIGHT, "夜班")
COUNT = SupplyCount(GATE, "口罩", EIGHT, 20, "个")
NOTED = HandOver(GATE, EIGHT, "无", "何平", "陈玥", EIGHT, EIGHT)
LIST = SupplyList(TEAM.team.id, (SupplyKind("口罩", "个"), SupplyKind("药箱")))
EVERY = (ITEM, COUNT, NOTED, LIST)


def changed(entry: Entry) -> Entry:
    """The same entry, otherwise."""
    if isinstance(entry, OpenItem):
        return ticked(entry, "陈玥", EIGHT)
    if isinstance(entry, SupplyCount):
        return replace(entry, count=19)
    if isinstance(entry, HandOver):
        return replace(entry, acknowledged_at=None, incoming="")
    return replace(entry, kinds=())


@pytest.fixture
def stored(database: Database) -> Database:
    with database.work() as work:
        store(work, TEAM)
    return database


def apply(database: Database, *edits: LogEdit) -> None:
    for edit in edits:
        with database.work() as work:
            work.hand_overs.apply(edit)


def log(database: Database, since: datetime = EIGHT, team_id: TeamId = TEAM.team.id) -> Log:
    with database.reading() as work:
        return work.hand_overs.log(team_id, since)


def test_what_is_noted_comes_back_whole(stored: Database) -> None:
    assert log(stored) == Log()
    apply(stored, *(LogEdit(None, entry) for entry in EVERY))
    assert log(stored) == Log((ITEM,), (NOTED,), (COUNT,), LIST.kinds, {GATE: EIGHT})
    assert log(stored, team_id=TeamId(99)) == Log()


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: type(entry).__name__)
def test_a_change_is_carried_out_and_taken_back(stored: Database, entry: Entry) -> None:
    before = log(stored)
    made, edit = LogEdit(None, entry), LogEdit(entry, changed(entry))
    apply(stored, made)
    there = log(stored)
    apply(stored, edit)
    assert log(stored) != there
    apply(stored, edit.inverse)
    assert log(stored) == there
    apply(stored, made.inverse)
    assert log(stored) == before


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: type(entry).__name__)
def test_of_two_colleagues_the_second_is_told_and_nothing_is_lost(stored: Database, entry: Entry) -> None:
    apply(stored, LogEdit(None, entry), LogEdit(entry, changed(entry)))
    there = log(stored)
    for late in (LogEdit(None, entry), LogEdit(entry, None), LogEdit(entry, entry)):
        with pytest.raises(StaleEdit):
            apply(stored, late)
    assert log(stored) == there


def test_a_log_begins_at_a_moment_but_keeps_what_is_open_and_what_was_counted_last(stored: Database) -> None:
    later = EIGHT + timedelta(hours=8)
    old_count, old_done = (
        replace(COUNT, at=EIGHT - timedelta(hours=8)),
        ticked(replace(ITEM, id=OpenItemId(6)), "", EIGHT),
    )
    entries = (ITEM, old_done, COUNT, old_count, NOTED, replace(COUNT, item="药箱", at=later))
    apply(stored, *(LogEdit(None, entry) for entry in entries))
    found = log(stored, since=later)
    assert found.items == (ITEM,)
    assert found.hand_overs == ()
    assert set(found.counts) == {COUNT, replace(COUNT, item="药箱", at=later)}
    assert found.begun == {GATE: EIGHT}
