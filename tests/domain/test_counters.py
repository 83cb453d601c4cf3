"""Counters: sums by anything add up, each counter by itself, and no correction loses what was said before."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.counter_totals import Grouping, between, key_of, totals, totals_by
from roster_app.domain.counters import (
    MOST_COUNTERS,
    MOST_VALUE,
    Counter,
    CounterBook,
    CounterEntry,
    Entering,
    EntrySource,
    Occasion,
    arranged,
    corrected,
    entered,
    taken_back,
)
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import AreaId, CheckpointId, CounterId, DutyId, PeriodId, PostId, ShiftTypeId, TeamId
from roster_app.domain.people import Team
from roster_app.domain.places import Area, Checkpoint
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.team import Directory

TEAM = TeamId(1)
DAY = date(2020, 4, 8)
BY = Entering("何平", datetime(2020, 4, 8, 16, 5))
GATE = Occasion(CheckpointId(5), DAY, ShiftTypeId(6))
DIRECTORY = Directory(
    Team(TEAM, "突击队"),
    areas=(Area(AreaId(1), TEAM, "宋屋村"),),
    checkpoints=tuple(
        Checkpoint(CheckpointId(n), TEAM, f"卡口{n}", area_id=AreaId(1) if n < 3 else None) for n in range(5)
    ),
)
PERIODS = tuple(
    RosterPeriod(PeriodId(n), TEAM, DAY + timedelta(days=7 * n), DAY + timedelta(days=7 * n + 6)) for n in range(2)
)

occasions = st.builds(
    Occasion,
    st.integers(0, 6).map(CheckpointId),
    st.integers(0, 20).map(lambda n: DAY + timedelta(days=n)),
    st.none() | st.integers(1, 3).map(ShiftTypeId),
    st.none() | st.integers(1, 3).map(DutyId),
    st.sampled_from(["", "郭宁"]),
)
values = st.integers(0, MOST_VALUE)


@st.composite
def books(draw: st.DrawFn) -> CounterBook:
    """First values, and then corrections and steps back in any order."""
    subjects = draw(st.sets(st.tuples(st.integers(1, 4).map(CounterId), occasions), max_size=12))
    entries = [entered(subject, draw(values), BY) for subject in sorted(subjects, key=str)]
    for _turn in range(draw(st.integers(0, 12)) if entries else 0):
        book = CounterBook(entries=tuple(entries))
        latest = draw(st.sampled_from(list(book.latest.values())))
        entries.append(_next(draw, latest, {entry.id: entry for entry in entries}))
    counters = tuple(Counter(CounterId(n), TEAM, f"项{n}", order=n) for n in range(1, 5))
    return CounterBook(counters, tuple(draw(st.permutations(entries))))


def _next(draw: st.DrawFn, latest: CounterEntry, known: dict[int, CounterEntry]) -> CounterEntry:
    if latest.value is None:
        return entered(latest.subject, draw(values), BY, latest)
    if draw(st.booleans()):
        return corrected(latest, draw(values), "数错了", BY)
    return taken_back(latest, known.get(latest.corrects or 0), BY)


@given(books(), st.sampled_from(Grouping))
def test_sums_by_any_grouping_sum_to_the_total(book: CounterBook, grouping: Grouping) -> None:
    whole = {counter: total.value for counter, total in totals(book.standing).items()}
    groups = totals_by(book.standing, key_of(grouping, DIRECTORY, PERIODS))
    summed: dict[CounterId, int] = {}
    for group in groups.values():
        for counter, total in group.items():
            assert {entry.counter_id for entry in total.entries} == {counter}
            summed[counter] = summed.get(counter, 0) + total.value
    assert summed == whole
    assert sum(len(t.entries) for g in groups.values() for t in g.values()) == len(book.standing)


@given(books())
def test_a_sum_is_of_the_last_word_on_each_subject(book: CounterBook) -> None:
    oldest_first = sorted(book.entries, key=lambda entry: entry.id)
    last = {entry.subject: entry.value for entry in oldest_first}
    for counter in book.counters:
        wanted = sum(value or 0 for (of, _occasion), value in last.items() if of == counter.id)
        found = totals(book.standing).get(counter.id)
        assert (found.value if found else 0) == wanted


@given(books(), st.data())
def test_a_correction_never_loses_the_earlier_value(book: CounterBook, data: st.DataObject) -> None:
    standing = book.standing
    if not standing:
        return
    entry = data.draw(st.sampled_from(standing))
    new = corrected(entry, data.draw(values), "数错了", BY)
    after = CounterBook(book.counters, (*book.entries, new))
    assert set(book.entries) < set(after.entries)
    assert entry in after.history(entry.subject)
    assert after.stands(entry.subject) == new
    assert {e for e in after.standing if e != new} == {e for e in standing if e != entry}


@given(books(), st.data())
def test_what_is_taken_back_comes_again(book: CounterBook, data: st.DataObject) -> None:
    if not book.standing:
        return
    entry = data.draw(st.sampled_from(book.standing))
    earlier = next((e for e in book.entries if e.id == entry.corrects), None)
    back = taken_back(entry, earlier, BY)
    assert back.value == (earlier.value if earlier else None)
    again = taken_back(back, entry, BY)
    assert (again.value, again.source) == (entry.value, EntrySource.TAKEN_BACK)


def test_days_and_places_narrow_what_is_summed() -> None:
    early, late = replace(GATE, day=date(2020, 4, 1)), replace(GATE, checkpoint_id=CheckpointId(9))
    entries = tuple(entered((CounterId(1), occasion), n, BY) for n, occasion in enumerate((early, GATE, late)))
    book = CounterBook(entries=entries)
    assert between(book, DAY, DAY, frozenset()) == entries[1:]
    assert between(book, DAY, DAY, frozenset({CheckpointId(9)})) == entries[2:]


@pytest.mark.parametrize("value", [-1, MOST_VALUE + 1])
def test_a_value_is_a_count(value: int) -> None:
    first = entered((CounterId(1), GATE), 0, BY)
    for attempt in (lambda: entered((CounterId(1), GATE), value, BY), lambda: corrected(first, value, "改", BY)):
        with pytest.raises(DomainError) as refused:
            attempt()
        assert refused.value.code is ErrorCode.BAD_COUNT


def test_a_value_that_stands_changes_only_with_a_reason() -> None:
    first = entered((CounterId(1), GATE), 30, BY)
    for attempt in (lambda: corrected(first, 31, "  ", BY), lambda: entered(first.subject, 31, BY, first)):
        with pytest.raises(DomainError) as refused:
            attempt()
        assert refused.value.code is ErrorCode.CORRECTION_NEEDS_REASON
    assert corrected(first, 31, " 算漏 了 ", BY).reason == "算漏 了"


def test_a_counter_is_asked_where_it_was_said_to_be() -> None:
    everywhere = Counter(CounterId(1), TEAM, "测温")
    gate = replace(everywhere, checkpoint_ids=frozenset({CheckpointId(5)}))
    post = replace(everywhere, post_ids=frozenset({PostId(7)}))
    assert everywhere.is_asked_at(CheckpointId(1), ())
    assert gate.is_asked_at(CheckpointId(5), ())
    assert not gate.is_asked_at(CheckpointId(1), {PostId(7)})
    assert post.is_asked_at(CheckpointId(1), {PostId(7)})
    assert not replace(everywhere, archived=True).is_asked_at(CheckpointId(1), ())


def test_a_list_is_tidied_and_each_name_stands_once() -> None:
    one = Counter(CounterId(1), TEAM, " 测  温 ", " 人次", 7, also=("体温", " ", "体温"))
    (tidy,) = arranged([one])
    assert tidy == replace(one, name="测 温", unit="人次", order=0, also=("体温",))
    refusals = {
        ErrorCode.SAME_NAME: [one, replace(one, id=CounterId(2))],
        ErrorCode.EMPTY_NAME: [replace(one, name=" ")],
        ErrorCode.TEXT_TOO_LONG: [replace(one, unit="长" * 21)],
        ErrorCode.TOO_MANY_COUNTERS: [Counter(CounterId(n), TEAM, f"项{n}") for n in range(MOST_COUNTERS + 1)],
    }
    for code, counters in refusals.items():
        with pytest.raises(DomainError) as refused:
            arranged(counters)
        assert refused.value.code is code
