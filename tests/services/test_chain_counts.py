"""What people counted comes with a chain: stored with its duties as one step, taken back with it, asked where open."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from invented_team import TEAM, store, team
from roster_app.domain.chain_settling import Outcome
from roster_app.domain.counters import EntrySource
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import PeriodId
from roster_app.domain.team import Directory
from roster_app.services import Services, open_services
from roster_app.services.counted_chain import CountedQuestionKind
from roster_app.services.counted_choices import counted_choices, counted_questions
from roster_app.services.counters import OpenCounters
from roster_app.services.pasted_chains import ChainReading, PastedChain
from roster_app.services.words.counted import count_outcome

FIRST, LAST = date(2020, 4, 13), date(2020, 4, 19)


@pytest.fixture
def directory() -> Directory:
    return team(people=14, checkpoints=2)


@pytest.fixture
def services(tmp_path: Path, directory: Directory) -> Iterator[Services]:
    opened = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "wang", lambda: datetime(2020, 4, 14, 17, 0))
    store(opened, directory)
    yield opened
    opened.close()


@pytest.fixture
def usual(services: Services) -> Services:
    services.counters.take_usual(TEAM)
    return services


@pytest.fixture
def period_id(services: Services) -> PeriodId:
    return services.rostering.create_period(TEAM, FIRST, LAST).id


def chain(directory: Directory, *entries: str, place: bool = True) -> str:
    where = directory.checkpoints_in_order[0].name if place else ""
    numbered = "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, start=1))
    return f"#接龙\n4月14日{where}下班统计\n{numbered}"


def read(services: Services, period_id: PeriodId | None, pasted: PastedChain | str) -> ChainReading:
    return services.chains.read(TEAM, period_id, PastedChain(pasted) if isinstance(pasted, str) else pasted)


def answered(services: Services, reading: ChainReading, words: str) -> ChainReading:
    (question, *_more) = counted_questions(reading)
    choice = next(one for one in counted_choices(reading, question) if one.words == words)
    period_id = reading.opened.period.id if reading.opened else None
    return read(services, period_id, choice.pasted)


def counted(services: Services) -> list[int]:
    return sorted(entry.value or 0 for entry in opened(services).book.standing)


def opened(services: Services) -> OpenCounters:
    return services.counters.open(TEAM)


def test_duties_and_counts_are_one_step_and_one_undo(
    usual: Services, directory: Directory, period_id: PeriodId
) -> None:
    who, other = directory.volunteers[:2]
    shift = directory.shift_types[0].name
    reading = read(usual, period_id, chain(directory, f"{who.name} {shift} 测温30人", f"{other.name} 测温25人"))
    assert [one.outcome for one in reading.settled] == [Outcome.TAKES, Outcome.COUNTS]
    assert reading.stores == 3

    record = usual.chains.confirm(reading).record
    assert record is not None
    assert (len(record.edit.changes), len(record.edit.counts)) == (1, 2)
    assert counted(usual) == [25, 30]
    assert {e.occasion.checkpoint_id for e in opened(usual).book.entries} == {directory.checkpoints_in_order[0].id}

    usual.rostering.undo(period_id)
    assert counted(usual) == []
    assert usual.rostering.open(period_id).roster.assignments == {}
    usual.rostering.redo(period_id)
    assert counted(usual) == [25, 30]
    sources = [entry.source for entry in opened(usual).book.entries]
    assert sources.count(EntrySource.PASTED) == 2
    assert sources.count(EntrySource.TAKEN_BACK) == 4


def test_a_step_whose_value_was_corrected_since_is_not_undone(
    usual: Services, directory: Directory, period_id: PeriodId
) -> None:
    usual.chains.confirm(read(usual, period_id, chain(directory, "何平 测温25人")))
    (entry,) = opened(usual).book.standing
    usual.counters.enter(entry.subject, 26, entry, "miscounted")
    with pytest.raises(StaleEdit) as refused:
        usual.rostering.undo(period_id)
    assert refused.value.facts["name"] == "Temperature checks"
    assert counted(usual) == [26]


def test_a_later_copy_leaves_corrected_values_of_earlier_lines_alone(
    usual: Services, directory: Directory, period_id: PeriodId
) -> None:
    usual.chains.confirm(read(usual, period_id, chain(directory, "何平 测温25人")))
    (entry,) = opened(usual).book.standing
    usual.counters.enter(entry.subject, 26, entry, "miscounted")
    later = read(usual, period_id, chain(directory, "何平 测温25人", "郭宁 测温7人"))
    assert [entry.value for entry in later.counts.reading.entries] == [7]
    usual.chains.confirm(later)
    assert counted(usual) == [7, 26]
    with pytest.raises(DomainError) as refused:
        usual.chains.confirm(read(usual, period_id, chain(directory, "何平 测温25人", "郭宁 测温7人")))
    assert refused.value.code is ErrorCode.NOTHING_TO_CHANGE


def test_a_team_without_counters_takes_the_usual_ones_with_the_chain(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    reading = read(services, period_id, chain(directory, "何平 测温25人 登记5车"))
    assert [q.kind for q in counted_questions(reading)] == [CountedQuestionKind.WORD] * 2
    assert reading.stores == 0
    reading = answered(services, reading, "Take the usual counters")
    assert opened(services).book.counters == ()
    assert [q.text for q in counted_questions(reading)] == ["登记"]
    reading = answered(services, reading, "New counter “登记”")
    assert counted_questions(reading) == []
    services.chains.confirm(reading)
    assert len(opened(services).book.counters) == 11
    assert counted(services) == [5, 25]


def test_a_counter_a_colleague_made_meanwhile_is_the_one_that_is_meant(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    text = chain(directory, "何平 登记5车")
    reading = answered(services, read(services, period_id, text), "New counter “登记”")
    services.chains.confirm(answered(services, read(services, period_id, text), "New counter “登记”"))
    services.rostering.undo(period_id)
    services.chains.confirm(read(services, period_id, reading.pasted))
    assert [counter.name for counter in opened(services).book.counters] == ["登记"]
    assert counted(services) == [5]


def test_the_place_is_asked_once_for_all_lines_and_a_line_may_be_left_out(
    usual: Services, directory: Directory, period_id: PeriodId
) -> None:
    reading = read(usual, period_id, chain(directory, "何平 测温25人", "郭宁 测温7人", place=False))
    (question,) = counted_questions(reading)
    assert question.kind is CountedQuestionKind.PLACE
    assert {count_outcome(told, reading.counts) for told in reading.counts.reading.told} == {"to be asked"}
    place = directory.checkpoints_in_order[1]
    there = answered(usual, reading, place.name)
    assert {e.occasion.checkpoint_id for e in there.counts.reading.entries} == {place.id}
    assert there.stores == 2
    assert answered(usual, reading, "Leave it out").stores == 0


def test_without_a_roster_wishes_and_counts_are_taken_back_together(usual: Services, directory: Directory) -> None:
    who, shift = directory.volunteers[0], directory.shift_types[0]
    text = f"#接龙\n5月1日{directory.checkpoints_in_order[0].name}\n1. {who.name} {shift.name}\n2. 何平 测温25人"
    reading = read(usual, None, text)
    assert reading.stores == 2
    confirmed = usual.chains.confirm(reading)
    assert counted(usual) == [25]
    before = len(usual.teams.directory(TEAM).availabilities)

    changes = usual.chains.turn(confirmed, back=True)
    assert (changes.volunteers, changes.counters) == (frozenset({who.id}), True)
    assert counted(usual) == []
    assert len(usual.teams.directory(TEAM).availabilities) == before - 1
    assert read(usual, None, text).earlier is None
    with pytest.raises(DomainError):
        usual.chains.turn(confirmed, back=True)

    usual.chains.turn(confirmed, back=False)
    assert counted(usual) == [25]
    assert read(usual, None, text).earlier is not None
