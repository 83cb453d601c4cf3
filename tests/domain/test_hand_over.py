"""The hand-over log: what a sheet carries, what was counted last, who has not signed, and changes taken back."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.hand_over import (
    MOST_ANOMALIES,
    MOST_KINDS,
    MOST_LETTERS,
    HandOver,
    LogEdit,
    OpenItem,
    SupplyCount,
    SupplyKind,
    acknowledged,
    counted,
    due,
    last_known,
    open_item,
    reworded,
    signed,
    supply_count,
    supply_list,
    ticked,
    unsigned,
    unticked,
    with_anomalies,
)
from roster_app.domain.ids import CheckpointId, OpenItemId, PeriodId, ShiftId, ShiftTypeId, TeamId
from roster_app.domain.reliefs import Relief, reliefs
from roster_app.domain.roster import Shift
from roster_app.domain.timespan import Span, span_on

GATE, OTHER = CheckpointId(1), CheckpointId(2)
MONDAY = date(2020, 4, 6)
EIGHT = datetime(2020, 4, 6, 8)

places = st.sampled_from([GATE, OTHER])
moments = st.integers(0, 60).map(lambda hours: EIGHT + timedelta(hours=hours))
items = st.builds(
    OpenItem,
    st.integers(1, 10**6).map(OpenItemId),
    places,
    st.just("补口罩"),
    st.just("何平"),
    moments,
    st.just("夜班"),
    st.none() | moments,
    st.just(""),
).map(lambda item: ticked(item, "", item.done_at) if item.done_at else item)
counts = st.builds(SupplyCount, places, st.sampled_from(["口罩", "测温枪"]), moments, st.integers(0, 99))


def shift(number: int, start: int, end: int, day: date = MONDAY, place: CheckpointId = GATE) -> Shift:
    """A shift between two minutes of a day."""
    return Shift(ShiftId(number), PeriodId(1), place, ShiftTypeId(number), day, span_on(day, start, end))


def refused(code: ErrorCode) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, check=lambda error: error.code is code)


@given(st.lists(items, unique_by=lambda item: item.id), places, moments)
def test_a_sheet_carries_exactly_what_was_raised_by_then_and_not_done_by_then(
    known: list[OpenItem], place: CheckpointId, moment: datetime
) -> None:
    wanted = [
        item
        for item in known
        if item.checkpoint_id == place
        and item.raised_at <= moment
        and not (item.done_at is not None and item.done_at <= moment)
    ]
    found = due(known, place, moment)
    assert set(found) == set(wanted)
    assert [item.raised_at for item in found] == sorted(item.raised_at for item in wanted)


@given(items, st.lists(moments, unique=True), st.integers(0, 60))
def test_an_item_stands_on_every_sheet_from_its_raising_until_it_is_ticked(
    item: OpenItem, sheets: list[datetime], hours: int
) -> None:
    item = unticked(item)
    on = [moment for moment in sorted(sheets) if due([item], item.checkpoint_id, moment)]
    assert on == [moment for moment in sorted(sheets) if moment >= item.raised_at]
    done = ticked(item, "何平", EIGHT + timedelta(hours=hours))
    assert done.done_at is not None
    assert done.done_at >= item.raised_at
    assert [m for m in on if due([done], item.checkpoint_id, m)] == [m for m in on if m < done.done_at]
    assert unticked(done) == item


@given(st.lists(counts, unique_by=lambda c: (c.checkpoint_id, c.item, c.at)), places, moments)
def test_the_last_known_count_is_the_newest_before_the_hand_over(
    known: list[SupplyCount], place: CheckpointId, moment: datetime
) -> None:
    found = last_known(known, place, moment)
    for kind in ("口罩", "测温枪"):
        own = [c for c in known if c.checkpoint_id == place and c.item == kind and c.at < moment]
        assert found.get(kind) == max(own, key=lambda c: c.at, default=None)
    now = counted(known, place, moment)
    assert set(now.values()) == {c for c in known if c.checkpoint_id == place and c.at == moment}
    assert not set(now.values()) & set(found.values())


def day_of_reliefs(first: date = MONDAY) -> tuple[Relief, ...]:
    """Three shifts on each of two days at two gates."""
    days = (first, first + timedelta(days=1))
    own = [
        shift(n, start, start + 480, day, place)
        for place in (GATE, OTHER)
        for day in days
        for n, start in enumerate((0, 480, 960), start=1)
    ]
    return (*reliefs(own, GATE), *reliefs(own, OTHER))


@given(st.data(), moments)
def test_unsigned_are_those_that_are_past_and_lack_a_signature(data: st.DataObject, now: datetime) -> None:
    every = day_of_reliefs()
    marks = data.draw(st.lists(st.sampled_from(["", "out", "in", "both"]), min_size=len(every), max_size=len(every)))
    since = data.draw(st.dictionaries(places, moments))
    noted: list[HandOver] = []
    for relief, mark in zip(every, marks, strict=True):
        found = HandOver(relief.checkpoint_id, relief.moment)
        found = signed(found, "何平", now) if mark in ("out", "both") else found
        noted.append(acknowledged(found, "陈玥", now) if mark in ("in", "both") else found)
    open_ones = {
        (r.checkpoint_id, r.moment)
        for r, mark in zip(every, marks, strict=True)
        if mark != "both" and r.checkpoint_id in since and since[r.checkpoint_id] <= r.moment < now
    }
    found_ones = unsigned(every, noted, since, now)
    assert {(r.checkpoint_id, r.moment) for r in found_ones} == open_ones
    assert [r.moment for r in found_ones] == sorted((m for _c, m in open_ones), reverse=True)


def test_each_watch_is_relieved_by_the_next_that_stays_longer() -> None:
    night, early, middle = shift(1, 0, 480), shift(2, 480, 960), shift(3, 960, 1440)
    first, second, last = reliefs([middle, night, early, shift(9, 0, 480, place=OTHER)], GATE)
    assert (first.outgoing, first.incoming, first.moment) == ((night,), (early,), EIGHT)
    assert (second.outgoing, second.incoming) == ((early,), (middle,))
    assert (last.outgoing, last.incoming, last.day) == ((middle,), (), MONDAY)


def test_shifts_of_the_same_times_are_one_watch() -> None:
    both = (shift(1, 0, 480), shift(2, 0, 480))
    (only,) = reliefs(both, GATE)
    assert only.outgoing == both


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 900)), max_size=8))
def test_every_watch_ends_once_whatever_the_shifts(times: Sequence[tuple[int, int]]) -> None:
    own = [shift(n, start, start + length) for n, (start, length) in enumerate(times, start=1)]
    found = reliefs(own, GATE)
    assert sorted(s.id for relief in found for s in relief.outgoing) == sorted(s.id for s in own)
    for relief in found:
        if relief.incoming:
            assert relief.incoming[0].span.end > relief.moment
        else:
            assert not [s for s in own if _relieves(s.span, relief.outgoing[0].span)]


def _relieves(span: Span, other: Span) -> bool:
    return span.start > other.start and span.end > other.end


@given(items)
def test_a_change_and_its_inverse_leave_nothing(item: OpenItem) -> None:
    done = ticked(item, "何平", EIGHT)
    for edit in (LogEdit(None, item), LogEdit(item, done), LogEdit(item, None)):
        assert edit.inverse == LogEdit(edit.after, edit.before)
        assert edit.inverse.inverse == edit


def test_words_are_tidied_and_what_the_sheet_cannot_hold_is_refused() -> None:
    item = open_item(GATE, "  修\n大门 ", " 何 平 ", EIGHT, "夜班")
    assert (item.text, item.owner, item.raised_in) == ("修 大门", "何 平", "夜班")
    assert reworded(item, "修小门", "").text == "修小门"
    assert reworded(item, "修小门", "").id == item.id
    with refused(ErrorCode.NOTHING_TO_DO):
        open_item(GATE, " \n", "何平", EIGHT)
    with refused(ErrorCode.TEXT_TOO_LONG):
        open_item(GATE, "修" * (MOST_LETTERS + 1), "", EIGHT)
    with refused(ErrorCode.TEXT_TOO_LONG):
        with_anomalies(HandOver(GATE, EIGHT), "异" * (MOST_ANOMALIES + 1))
    with refused(ErrorCode.EMPTY_NAME):
        signed(HandOver(GATE, EIGHT), " ", EIGHT)
    for count in (-1, 1_000_000):
        with refused(ErrorCode.BAD_COUNT):
            supply_count(GATE, SupplyKind("口罩"), EIGHT, count)


def test_a_list_of_supplies_has_each_kind_once_and_no_more_than_a_sheet_holds() -> None:
    kinds = (SupplyKind(" 口罩 ", "个"), SupplyKind("", "盒"), SupplyKind("测温枪"), SupplyKind("口罩", "盒"))
    assert supply_list(TeamId(1), kinds).kinds == (SupplyKind("口罩", "个"), SupplyKind("测温枪"))
    with refused(ErrorCode.TOO_MANY_SUPPLIES):
        supply_list(TeamId(1), [SupplyKind(str(n)) for n in range(MOST_KINDS + 1)])
