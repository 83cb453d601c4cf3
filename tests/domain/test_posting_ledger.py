"""张贴台账: entries are never changed, only ended by another, and can be taken back."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import CheckpointId, PeriodId, PostingId, TeamId, new_id
from roster_app.domain.posting_ledger import PostingEntry, PostingLedger, posting, taking_back, taking_down

HERE, THERE = CheckpointId(1), CheckpointId(2)
APRIL, MAY = PeriodId(4), PeriodId(5)
NOON = datetime(2020, 4, 6, 12)


def sheet(edition: int, kind: str = "wall", at: CheckpointId = HERE, period: PeriodId = APRIL) -> PostingEntry:
    posted = NOON.replace(minute=edition)
    return PostingEntry(PostingId(new_id()), TeamId(1), period, at, kind, edition, f"CODE{edition:02}", posted, "desk")


def posted(*sheets: PostingEntry, over: frozenset[PeriodId] = frozenset()) -> PostingLedger:
    ledger = PostingLedger()
    for new in sheets:
        ledger = PostingLedger((*ledger.entries, *posting(ledger, new, over)))
    return ledger


def test_a_new_edition_ends_the_one_that_hung_there_and_no_other() -> None:
    first, elsewhere, second = sheet(1), sheet(1, at=THERE), sheet(2)
    ledger = posted(first, elsewhere, second)
    assert ledger.hanging == (elsewhere, second)
    ended = ledger.entries[2]
    assert (ended.ends, ended.taken_down_at, ended.posted_at) == (first.id, second.posted_at, first.posted_at)
    assert ledger.entries[0] == first


def test_what_is_known_to_hang_is_not_entered_again() -> None:
    first = sheet(1)
    assert posting(posted(first), replace(first, id=PostingId(new_id()), posted_at=NOON.replace(hour=18))) == ()


def test_a_change_sheet_hangs_beside_the_roster_and_comes_down_with_the_next() -> None:
    first, beside = sheet(1), sheet(3, "change")
    ledger = posted(first, beside)
    assert ledger.hanging == (first, beside)
    assert (ledger.roster_at(HERE, APRIL), ledger.told_at(HERE, APRIL)) == (first, beside)
    third = sheet(4)
    assert posted(first, beside, third).hanging == (third,)


def test_a_change_sheet_alone_does_not_say_what_the_roster_shows() -> None:
    assert posted(sheet(3, "change")).told_at(HERE, APRIL) is None


def test_what_hangs_of_a_period_that_is_over_comes_down_with_the_next_roster() -> None:
    april, may = sheet(1), sheet(2, period=MAY)
    assert posted(april, may).hanging == (april, may)
    assert posted(april, may, over=frozenset({APRIL})).hanging == (may,)


def test_a_sheet_taken_down_hangs_no_longer() -> None:
    first = sheet(1)
    (down,) = taking_down([first], NOON.replace(hour=18), "desk", "torn")
    ledger = PostingLedger((first, down))
    assert ledger.hanging == ()
    assert (down.note, down.taken_down_at) == ("torn", NOON.replace(hour=18))


def test_what_was_taken_back_never_hung_and_what_it_ended_hangs_since_it_was_posted() -> None:
    first = sheet(1)
    before = posted(first)
    made = posting(before, sheet(2))
    ledger = PostingLedger((*before.entries, *made))
    undone = PostingLedger((*ledger.entries, *taking_back(ledger, made, "desk")))
    (back,) = undone.hanging
    assert replace(back, id=first.id) == first
    never = next(e for e in undone.entries if e.ends == made[-1].id)
    assert never.taken_down_at == never.posted_at


def test_what_somebody_has_posted_since_is_left_alone() -> None:
    before = posted(sheet(1))
    made = posting(before, sheet(2))
    third = sheet(3)
    ledger = PostingLedger((*before.entries, *made))
    ledger = PostingLedger((*ledger.entries, *posting(ledger, third)))
    assert PostingLedger((*ledger.entries, *taking_back(ledger, made, "desk"))).hanging == (third,)


sheets = st.builds(
    sheet,
    st.integers(1, 4),
    st.sampled_from(["wall", "month", "change"]),
    st.sampled_from([HERE, THERE]),
    st.sampled_from([APRIL, MAY]),
)


@given(st.lists(sheets, max_size=8), sheets)
def test_taking_back_restores_what_hung(earlier: list[PostingEntry], new: PostingEntry) -> None:
    before = posted(*earlier)
    made = posting(before, new)
    after = PostingLedger((*before.entries, *made))
    undone = PostingLedger((*after.entries, *taking_back(after, made, "desk")))
    assert undone.entries[: len(before.entries)] == before.entries
    assert _told(undone) == _told(before)


@given(st.lists(sheets, max_size=8))
def test_one_sheet_of_a_kind_hangs_at_a_checkpoint_and_an_entry_is_ended_once(posts: list[PostingEntry]) -> None:
    ledger = posted(*posts)
    places = [(e.checkpoint_id, e.period_id, e.kind) for e in ledger.hanging]
    ends = [e.ends for e in ledger.entries if e.ends is not None]
    assert len(places) == len(set(places))
    assert len(ends) == len(set(ends))


def _told(ledger: PostingLedger) -> list[PostingEntry]:
    same = [replace(entry, id=PostingId(0)) for entry in ledger.hanging]
    return sorted(same, key=lambda e: (e.checkpoint_id, e.period_id, e.kind))
