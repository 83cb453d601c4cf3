"""The use cases of counters: entered, corrected, taken back, pasted, summed; apart from 人次 and hours."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from desk_cases import Clock, Office

from roster_app.domain.chains import ChainEntry
from roster_app.domain.counter_totals import Grouping
from roster_app.domain.counters import Occasion
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.hours import HoursAsked, count_hours, record, total
from roster_app.domain.ids import CounterId, PostId, new_id
from roster_app.domain.places import CheckpointKind, DutyTag, Post
from roster_app.domain.roster import Origin
from roster_app.services.counted_chain import CountedAnswers, CountedQuestionKind
from roster_app.services.counters import OpenCounters

DAY = date(2020, 4, 8)


@pytest.fixture
def usual(office: Office) -> Office:
    """An office that has taken the usual counters."""
    assert office.services.counters.take_usual(office.team_id).counters
    return office


def opened(office: Office) -> OpenCounters:
    return office.services.counters.open(office.team_id)


def counter(office: Office, name: str) -> CounterId:
    return next(c.id for c in opened(office).book.counters if c.name == name)


def values(office: Office) -> dict[str, int | None]:
    book = opened(office).book
    return {book.counter[entry.counter_id].name: entry.value for entry in book.standing}


def test_the_usual_set_is_taken_with_one_wish_and_only_once(usual: Office) -> None:
    names = [c.name for c in opened(usual).asked(usual.checkpoint.id)]
    assert len(names) == 10
    assert names[:2] == ["People in and out", "Temperature checks"]
    assert not usual.services.counters.take_usual(usual.team_id)
    assert len(opened(usual).book.counters) == 10


def test_a_value_is_entered_corrected_and_taken_back_and_nothing_is_lost(usual: Office) -> None:
    desk, occasion = usual.services.counters, Occasion(usual.checkpoint.id, DAY)
    subject = counter(usual, "Leaflets"), occasion
    first = desk.enter(subject, 30)
    with pytest.raises(DomainError) as refused:
        desk.enter(subject, 31, first)
    assert refused.value.code is ErrorCode.CORRECTION_NEEDS_REASON
    second = desk.enter(subject, 32, first, "miscounted")
    with pytest.raises(StaleEdit):
        desk.enter(subject, 33, first, "a colleague was slower")
    back = desk.take_back(second, first)
    assert opened(usual).book.stands(subject) == back
    desk.take_back(back, second)
    history = opened(usual).book.history(subject)
    assert [entry.value for entry in history] == [30, 32, 30, 32]
    assert history[1].reason == "miscounted"
    assert {entry.author for entry in history} == {"desk one"}


def test_what_was_never_there_before_is_taken_back_to_nothing(usual: Office) -> None:
    desk, subject = usual.services.counters, (counter(usual, "Leaflets"), Occasion(usual.checkpoint.id, DAY))
    back = desk.take_back(desk.enter(subject, 30), None)
    assert opened(usual).book.standing == ()
    desk.enter(subject, 5, back)
    assert values(usual) == {"Leaflets": 5}


def test_lines_ask_for_the_shift_and_show_below_what_one_person_told(usual: Office) -> None:
    desk, place = usual.services.counters, usual.checkpoint.id
    shift = opened(usual).shifts(place)[0].id
    whole = Occasion(place, DAY, shift)
    desk.enter((counter(usual, "Leaflets"), replace(whole, told_by="何平")), 7)
    lines = opened(usual).lines(place, DAY, shift)
    assert len(lines) == 11
    told = [line for line in lines if line.entry is not None]
    assert [(line.counter.name, line.occasion.told_by) for line in told] == [("Leaflets", "何平")]
    assert all(line.entry is None for line in opened(usual).lines(place, DAY, None))


def chain(**facts: object) -> ChainEntry:
    facts = {"line": 3, "person": "张伟", "written": "张伟", "dates": (DAY,), "lines": (3,)} | facts
    return ChainEntry(**facts)  # type: ignore[arg-type]


def test_the_counts_of_a_chain_go_to_their_counters_by_their_words(usual: Office) -> None:
    made = usual.period()
    roster = usual.open(made).roster
    duty = usual.duty(usual.open(made), DAY, 8, 1)
    zhang = next(v.id for v in usual.people if v.name == "张伟")
    usual.services.rostering.apply_edit(
        made.id, settle(roster, {duty: zhang}, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    )
    taken = usual.services.counters.take_from_chain(usual.team_id, [chain(counts=(("测温", 30), ("登记", 5)))], DAY)
    (entry,) = taken.reading.entries
    assert (entry.value, entry.occasion.duty_id, entry.occasion.told_by) == (30, duty, "张伟")
    (asked,) = taken.reading.asked
    assert (asked.kind, asked.text) == (CountedQuestionKind.WORD, "登记")
    assert values(usual) == {"Temperature checks": 30}


def test_an_answered_word_is_known_from_then_on(usual: Office) -> None:
    desk, entries = usual.services.counters, [chain(counts=(("登记", 5),))]
    answers = CountedAnswers(words={"登记": counter(usual, "Returnees registered")})
    assert desk.take_from_chain(usual.team_id, entries, DAY, answers).reading.asked == ()
    assert values(usual) == {"Returnees registered": 5}
    again = desk.take_from_chain(usual.team_id, [chain(counts=(("登记", 6),), person="何平")], DAY)
    assert again.reading.asked == ()
    left_out = desk.read_chain(usual.team_id, [chain(counts=(("车", 2),))], DAY, CountedAnswers(words={"车": None}))
    assert (left_out.entries, left_out.asked) == ((), ())


def test_a_later_copy_of_a_chain_counts_nothing_twice_and_corrects_what_it_says_otherwise(usual: Office) -> None:
    desk = usual.services.counters
    desk.take_from_chain(usual.team_id, [chain(counts=(("测温", 30),))], DAY)
    same = desk.take_from_chain(usual.team_id, [chain(counts=(("测温", 30),))], DAY)
    assert (same.reading.entries, same.reading.known, bool(same.changes)) == ((), 1, False)
    desk.take_from_chain(usual.team_id, [chain(counts=(("测温", 41),))], DAY)
    assert values(usual) == {"Temperature checks": 41}
    assert [entry.value for entry in opened(usual).book.entries] == [30, 41]


def test_what_one_person_told_twice_is_added_up_and_people_stay_apart(usual: Office) -> None:
    entries = [
        chain(counts=(("测温", 30),)),
        chain(line=4, counts=(("测温", 11),)),
        chain(line=5, counts=(("测温", 2),), person="何平"),
    ]
    usual.services.counters.take_from_chain(usual.team_id, entries, DAY)
    assert sorted(entry.value or 0 for entry in opened(usual).book.standing) == [2, 41]


def test_a_chain_that_does_not_say_where_or_when_is_asked(usual: Office) -> None:
    pattern = usual.checkpoint.pattern_id
    other = usual.services.places.new_checkpoint(usual.team_id, "south gate", pattern)
    usual.services.places.save_checkpoint(other, usual.posts[:0])
    desk, days = usual.services.counters, (DAY, DAY + timedelta(days=1))
    entries = [chain(counts=(("测温", 1),)), chain(line=4, counts=(("测温", 2),), dates=days)]
    reading = desk.read_chain(usual.team_id, entries, DAY)
    assert [(a.line, a.kind) for a in reading.asked] == [(3, CountedQuestionKind.PLACE), (4, CountedQuestionKind.DAY)]
    answers = CountedAnswers(places={3: other.id, 4: other.id}, days={4: DAY})
    assert len(desk.read_chain(usual.team_id, entries, DAY, answers).entries) == 1  # one person, one day: added up
    named = desk.read_chain(usual.team_id, [chain(slot="south", counts=(("测温", 1),))], DAY)
    assert named.entries[0].occasion.checkpoint_id == other.id


def test_the_articles_counts_stay_apart_from_person_times_and_hours(usual: Office, clock: Clock) -> None:
    hotline = usual.services.places.new_checkpoint(usual.team_id, "hotline", usual.checkpoint.pattern_id)
    hotline = replace(hotline, kind=CheckpointKind.HOTLINE)
    usual.services.places.save_checkpoint(
        hotline, [Post(PostId(new_id()), hotline.id, "calls", tags=frozenset({DutyTag.HOTLINE}))]
    )
    period = usual.period(date(2020, 4, 6), date(2020, 5, 2))
    roster = usual.open(period).roster
    calls = [d for d in roster.plan.duties if roster.plan.shift_of(d.id).checkpoint_id == hotline.id][:80]
    held = {duty.id: usual.people[n % 8].id for n, duty in enumerate(calls)}
    usual.services.rostering.apply_edit(period.id, settle(roster, held, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))

    def hours() -> tuple[int, int]:
        loaded = usual.open(period)
        asked = HoursAsked(period.first, period.last, datetime(2020, 6, 1))
        sums = total(count_hours([record(period, loaded.roster)], asked, loaded.directory).lines)
        return sums.duties, sums.minutes

    before = hours()
    assert before == (80, 640 * 60)
    wanted = {"Telephone visits": 1014, "Home visits": 395, "WeChat contacts": 214, "Households": 86}
    for name, value in wanted.items():
        for n, part in enumerate((value // 3, value - value // 3)):
            occasion = Occasion(hotline.id, DAY + timedelta(days=n))
            usual.services.counters.enter((counter(usual, name), occasion), part)
    assert hours() == before
    for grouping in Grouping:
        table = opened(usual).table(grouping, period.first, period.last)
        sums = dict(zip((c.name for c in table.counters), table.sums, strict=True))
        assert {name: value for name, value in sums.items() if value is not None} == wanted
        columns = zip(*(values for _label, values in table.rows), strict=True)
        assert tuple(sum(v or 0 for v in column) for column in columns) == tuple(s or 0 for s in table.sums)


def test_a_table_is_written_as_a_workbook_and_as_plain_text(usual: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    usual.services.counters.enter((counter(usual, "Leaflets"), Occasion(usual.checkpoint.id, DAY)), 30)
    table = opened(usual).table(Grouping.DAY, DAY, DAY)
    book = usual.services.counters.export(usual.team_id, table, tmp_path / "counted.xlsx")
    sheet = load_workbook(book).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][4] == "Leaflets (sheets)"
    assert rows[-1][4] == 30
    plain = usual.services.counters.export(usual.team_id, table, tmp_path / "counted.csv")
    assert "Leaflets" in plain.read_text(encoding="utf-8-sig")


def test_a_list_goes_back_to_what_it_was(usual: Office) -> None:
    desk, before = usual.services.counters, opened(usual).book.counters
    desk.arrange(usual.team_id, before, before[:3])
    desk.arrange(usual.team_id, before[:3], before)
    assert opened(usual).book.counters == before
    with pytest.raises(StaleEdit):
        desk.arrange(usual.team_id, before[:3], before)
