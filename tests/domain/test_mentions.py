"""What is left of an entry when people or places it names are gone: never an entry about everybody instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain import book
from roster_app.domain.book.mentions import mentions, without
from roster_app.domain.ids import CheckpointId, CrewId, PostId, ShiftTypeId, VolunteerId
from rule_entries import Named

ANY = Named([1, 2, 3], [1, 2], [1, 2, 3], [1, 2], [1, 2])
GATE = book.DutyClass(checkpoints=frozenset({31, 32}))
EARLY = book.DutyClass(shift_types=frozenset({21}))


def people(*ids: int) -> frozenset[VolunteerId]:
    return frozenset(map(VolunteerId, ids))


@pytest.mark.parametrize(
    ("entry", "gone", "left"),
    [
        (book.MinRest(660, people=people(1, 2)), (VolunteerId, 1), book.MinRest(660, people=people(2))),
        (book.MinRest(660, people=people(1)), (VolunteerId, 1), None),
        (book.MinRest(660), (VolunteerId, 1), book.MinRest(660)),
        (book.Together(people(1, 2, 3)), (VolunteerId, 3), book.Together(people(1, 2))),
        (book.Apart(people(1, 2)), (VolunteerId, 2), None),
        (book.TurnQueue(book.HOLIDAYS, (3, 1, 2)), (VolunteerId, 1), book.TurnQueue(book.HOLIDAYS, (3, 2))),
        (book.TurnQueue(book.HOLIDAYS, (3,)), (VolunteerId, 3), None),
        (book.Squad(11), (CrewId, 11), None),
        (book.Squad(11), (VolunteerId, 11), book.Squad(11)),
        (book.NotAlone(GATE), (CheckpointId, 31), book.NotAlone(book.DutyClass(checkpoints=frozenset({32})))),
        (book.NotAlone(EARLY), (ShiftTypeId, 21), None),
        (book.Succession(EARLY, book.NIGHTS), (ShiftTypeId, 21), None),
        (book.Cover(of=book.DutyClass(posts=frozenset({41}))), (PostId, 41), None),
        (book.FixedRotation(11, (21, None), date(2020, 4, 1)), (ShiftTypeId, 21), None),
        (book.FixedRotation(11, (21, None), date(2020, 4, 1)), (CrewId, 11), None),
    ],
)
def test_what_is_left(entry: book.Entry, gone: tuple[object, int], left: book.Entry | None) -> None:
    assert without(entry, {gone}) == left


@given(ANY.entries(), st.data())
def test_what_is_left_names_nothing_that_is_gone_and_speaks_of_no_more(entry: book.Entry, data: st.DataObject) -> None:
    named = sorted(set(mentions(entry)), key=str)
    gone = data.draw(st.sets(st.sampled_from(named))) if named else set()
    left = without(entry, gone)
    if left is None:
        assert gone
        return
    assert set(mentions(left)) == set(named) - gone
    assert bool(left.people) == bool(entry.people)
