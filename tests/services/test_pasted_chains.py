"""A chain from the group becomes one step of the roster, and a later copy only what is new in it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from invented_team import TEAM, store, team
from roster_app.domain.chain_settling import ChainAnswers, Outcome
from roster_app.domain.chains import ChainEvidence, QuestionKind
from roster_app.domain.edits import EditKind, assign
from roster_app.domain.errors import StaleEdit
from roster_app.domain.ids import PeriodId
from roster_app.domain.people import AvailabilityKind
from roster_app.domain.team import Directory
from roster_app.domain.timespan import span_on
from roster_app.services import Services, open_services
from roster_app.services.chain_making import chain_text, offered_duties
from roster_app.services.pasted_chains import ChainReading, PastedChain

FIRST, LAST = date(2020, 4, 13), date(2020, 4, 19)


@pytest.fixture
def directory() -> Directory:
    return team(people=14, checkpoints=2)


@pytest.fixture
def services(tmp_path: Path, directory: Directory) -> Iterator[Services]:
    opened = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "wang", lambda: datetime(2020, 4, 10, 9, 0))
    store(opened, directory)
    yield opened
    opened.close()


@pytest.fixture
def period_id(services: Services) -> PeriodId:
    return services.rostering.create_period(TEAM, FIRST, LAST).id


def read(services: Services, period_id: PeriodId | None, text: str, **more: object) -> ChainReading:
    return services.chains.read(TEAM, period_id, PastedChain(text, **more))  # type: ignore[arg-type]


def outcomes(reading: ChainReading) -> list[Outcome]:
    return [one.outcome for one in reading.settled]


def chain(directory: Directory, *entries: str) -> str:
    place = directory.checkpoints_in_order[0].name
    numbered = "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, start=1))
    return f"#接龙\n4月14日{place}值班报名\n{numbered}"


def test_takes_the_open_duty_of_place_day_and_shift(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    who, shift = directory.volunteers[0], directory.shift_types[0]

    reading = read(services, period_id, chain(directory, f"{who.name} {shift.name}"))

    assert outcomes(reading) == [Outcome.TAKES]
    (duty_id,) = reading.settled[0].duties
    taken = reading.opened.roster.plan.shift_of(duty_id)  # type: ignore[union-attr]
    assert (taken.day, taken.shift_type_id) == (date(2020, 4, 14), shift.id)
    assert taken.checkpoint_id == directory.checkpoints_in_order[0].id
    assert not services.rostering.open(period_id).roster.assignments


def test_a_day_without_a_year_is_of_the_open_roster(services: Services, directory: Directory) -> None:
    far = services.rostering.create_period(TEAM, date(2022, 4, 11), date(2022, 4, 17)).id
    text = chain(directory, f"{directory.volunteers[0].name} {directory.shift_types[0].name}")

    (one,) = read(services, far, text).settled

    assert one.entry.dates == (date(2022, 4, 14),)
    assert one.outcome is Outcome.TAKES


def test_confirming_is_one_step_that_is_undone_and_keeps_the_evidence(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    shift = directory.shift_types[0].name
    text = chain(directory, *(f"{person.name} {shift}" for person in directory.volunteers[:2]))

    confirmed = services.chains.confirm(read(services, period_id, text))

    assert confirmed.record is not None
    assert confirmed.record.edit.kind is EditKind.IMPORT
    assert {a.volunteer_id for a in services.rostering.open(period_id).roster.assignments.values()} == {
        person.id for person in directory.volunteers[:2]
    }
    (paste,) = services.chains.evidence(TEAM)
    assert (paste.text, paste.digest) == (text, ChainEvidence.of(text).digest)
    services.rostering.undo(period_id)
    assert not services.rostering.open(period_id).roster.assignments


def test_a_day_without_duties_becomes_a_wish(services: Services, directory: Directory, period_id: PeriodId) -> None:
    who, shift = directory.volunteers[0], directory.shift_types[0]
    reading = read(services, period_id, f"#接龙\n5月1日值班报名\n1. {who.name} {shift.name}")

    confirmed = services.chains.confirm(reading)

    assert outcomes(reading) == [Outcome.WISHES]
    assert confirmed.record is not None
    assert confirmed.record.edit.stated_by == {who.id}
    (stated,) = services.teams.directory(TEAM).availabilities_of(who.id)
    assert stated.kind is AvailabilityKind.WANTED
    assert stated.first == span_on(date(2020, 5, 1), shift.start, shift.end)


def test_nothing_at_all_is_stored_where_a_colleague_was_faster(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    first, other = directory.volunteers[:2]
    shift = directory.shift_types[0].name
    text = chain(directory, f"{first.name} {shift}", f"{other.name} 5月1日{shift}")
    late = read(services, period_id, text)
    (duty_id,) = late.settled[0].duties
    services.rostering.apply_edit(period_id, assign(services.rostering.open(period_id).roster, duty_id, other.id))

    with pytest.raises(StaleEdit):
        services.chains.confirm(late)

    assert not services.chains.evidence(TEAM)
    assert not services.teams.directory(TEAM).availabilities_of(other.id)


def test_a_later_copy_asks_only_for_what_is_new_and_gives_back_what_is_gone(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    a, b, c = (person.name for person in directory.volunteers[:3])
    shift = directory.shift_types[0].name
    services.chains.confirm(read(services, period_id, chain(directory, f"{a} {shift}", f"{b} {shift}")))

    later = read(services, period_id, chain(directory, f"{b} {shift}", f"{c} 4月15日{shift}"))

    assert outcomes(later) == [Outcome.GIVES_BACK, Outcome.KNOWN, Outcome.TAKES]
    services.chains.confirm(later)
    held = {x.volunteer_id for x in services.rostering.open(period_id).roster.assignments.values()}
    assert held == {directory.volunteers[1].id, directory.volunteers[2].id}


def test_the_same_copy_again_changes_nothing(services: Services, directory: Directory, period_id: PeriodId) -> None:
    text = chain(directory, f"{directory.volunteers[0].name} {directory.shift_types[0].name}")
    services.chains.confirm(read(services, period_id, text))

    again = read(services, period_id, text)

    assert outcomes(again) == [Outcome.KNOWN]
    assert again.edit is None
    assert not again.taken


def test_what_was_not_answered_is_asked_again_by_the_next_copy(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    a, b = (person.name for person in directory.volunteers[:2])
    shift = directory.shift_types[0].name
    text = chain(directory, f"{a} {shift}", f"{b} 待定 {shift}")
    services.chains.confirm(read(services, period_id, text))

    assert outcomes(read(services, period_id, text)) == [Outcome.KNOWN, Outcome.ASKED]


def test_an_answer_lets_an_entry_count_or_names_who_is_meant(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    a, b = directory.volunteers[:2]
    shift = directory.shift_types[0].name
    text = chain(directory, f"{a.name} 待定 {shift}", f"欧阳无名 {shift}")
    asked = read(services, period_id, text)
    assert outcomes(asked) == [Outcome.ASKED, Outcome.NOBODY]

    answers = ChainAnswers(people={(4, "欧阳无名"): b.id}, counted=frozenset({3}))
    answered = read(services, period_id, text, answers=answers)

    assert outcomes(answered) == [Outcome.TAKES, Outcome.TAKES]
    assert answered.settled[1].volunteer_id == b.id


def test_a_shift_open_at_several_checkpoints_is_asked_about(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    who, shift = directory.volunteers[0], directory.shift_types[0]
    reading = read(services, period_id, f"#接龙\n4月14日值班报名\n1. {who.name} {shift.name}")

    (one,) = reading.settled
    (question,) = one.questions
    assert question.kind is QuestionKind.PLACE
    assert set(question.options) == {place.name for place in directory.checkpoints}

    answered = read(
        services, period_id, reading.pasted.text, lines={3: f"1. {who.name} {shift.name} {question.options[1]}"}
    )
    assert outcomes(answered) == [Outcome.TAKES]


def test_a_reply_to_a_made_chain_takes_the_duty_behind_its_id(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    opened = services.rostering.open(period_id)
    offered = offered_duties(opened.roster, FIRST, LAST)
    wanted = offered[4]
    text = chain_text(offered, directory).removesuffix("1. ") + f"1. {directory.volunteers[3].name} {wanted.code}"

    reading = read(services, period_id, text)

    assert outcomes(reading) == [Outcome.TAKES]
    assert set(reading.settled[0].duties) <= set(wanted.duties)


def test_wishes_are_undone_and_redone_together_with_the_duties(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    a, b = directory.volunteers[:2]
    shift = directory.shift_types[0].name
    text = chain(directory, f"{a.name} {shift}", f"{b.name} 5月1日{shift}")
    services.chains.confirm(read(services, period_id, text))
    (wish,) = services.teams.directory(TEAM).availabilities_of(b.id)

    services.rostering.undo(period_id)

    assert not services.rostering.open(period_id).roster.assignments
    assert not services.teams.directory(TEAM).availabilities_of(b.id)
    assert outcomes(read(services, period_id, text)) == [Outcome.TAKES, Outcome.WISHES]

    services.rostering.redo(period_id)

    assert len(services.rostering.open(period_id).roster.assignments) == 1
    assert services.teams.directory(TEAM).availabilities_of(b.id) == (wish,)
    assert outcomes(read(services, period_id, text)) == [Outcome.KNOWN, Outcome.KNOWN]


def test_wishes_without_a_roster_are_noted_all_the_same(services: Services, directory: Directory) -> None:
    who, shift = directory.volunteers[0], directory.shift_types[0]

    confirmed = services.chains.confirm(read(services, None, f"#接龙\n5月1日值班报名\n1. {who.name} {shift.name}"))

    assert confirmed.record is None
    assert len(services.teams.directory(TEAM).availabilities_of(who.id)) == 1


def test_a_name_that_was_told_is_remembered_as_an_alias(
    services: Services, directory: Directory, period_id: PeriodId
) -> None:
    who, shift = directory.volunteers[1], directory.shift_types[0].name
    answers = ChainAnswers(people={(3, "欧阳无名"): who.id}, remembered=frozenset({(3, "欧阳无名")}))

    services.chains.confirm(read(services, period_id, chain(directory, f"欧阳无名 {shift}"), answers=answers))

    assert next(v for v in services.teams.directory(TEAM).volunteers if v.id == who.id).aliases == ("欧阳无名",)
    (one,) = read(services, period_id, f"#接龙\n4月15日别的报名\n1. 欧阳无名 {shift}").settled
    assert one.volunteer_id == who.id
