"""Questions about a stored roster, asked of the engine and worded in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from desk_cases import FIRST, LAST, Office

from roster_app.domain.answers.absence import carried_out
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Origin
from roster_app.domain.timespan import whole_days
from roster_app.services import OpenRoster
from roster_app.services.answers import how_many, who_stands_in, why_empty, why_not, why_this
from roster_app.services.generating import Scope, Search
from roster_app.services.words import (
    emptiness_words,
    forecast_words,
    plan_summary,
    possibility_words,
    repair_words,
    standing_words,
)

NOW = datetime(2020, 4, 5, 12)


@pytest.fixture
def engine() -> Iterator[Search]:
    with Search() as made:
        yield made


def rostered(office: Office, engine: Search) -> OpenRoster:
    """The office's week, filled by the engine and stored."""
    opened = office.open(office.period())
    proposal = engine.run(opened, Scope(), seconds=1)
    edit = settle(opened.roster, proposal.assignments, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    office.services.rostering.apply_edit(opened.period.id, edit)
    return office.open(opened.period)


def test_why_duties_are_vacant_is_told_with_numbers_and_remedies(office: Office, engine: Search, chinese: str) -> None:
    for person in office.people[1:4]:
        office.services.people.update(replace(person, qualifications=frozenset()))
    opened = rostered(office, engine)
    answer = engine.ask(why_empty(opened, seconds=15))
    lines = emptiness_words(answer, opened.directory, opened.roster.plan)
    assert answer.complete
    assert any("符合条件" in line and "lead" not in line for line in lines)
    assert any(line.startswith("增加") and line.endswith("即可全部排满，其他人不动。") for line in lines)


def test_a_holder_and_another_person_are_explained(office: Office, engine: Search) -> None:
    opened = rostered(office, engine)
    duty = office.duty(opened, date(2020, 4, 8), 8)
    holder = opened.roster.holder(duty)
    assert holder is not None
    told = standing_words(engine.ask(why_this(opened, duty)), opened.directory, opened.roster.plan)
    assert told[0] == f"{opened.directory.name[holder]} holds north gate, Apr 8, Early, lead."
    plain = office.people[-1]
    never = possibility_words(engine.ask(why_not(opened, duty, plain.id)), opened.directory, opened.roster.plan)
    assert len(never) == 1
    assert "cannot hold" in never[0]
    other = next(p for p in office.people[:4] if p.id != holder)
    possible = possibility_words(
        engine.ask(why_not(opened, duty, other.id, seconds=5)), opened.directory, opened.roster.plan
    )
    assert any(line.startswith("Possible with") for line in possible)
    assert any("planned as well as it can be" in line for line in possible)


def test_a_plan_for_an_absence_is_told_and_carried_out(office: Office, engine: Search) -> None:
    opened = rostered(office, engine)
    away = VolunteerId(next(iter(opened.roster.assignments.values())).volunteer_id)
    answer = engine.ask(who_stands_in(opened, away, whole_days(FIRST, LAST), NOW))
    lines = repair_words(answer, opened.directory, opened.roster.plan)
    assert lines[0] == f"{len(answer.vacated)} duties fall vacant."
    assert lines[1] == f"Plan 1: {plan_summary(answer.plans[0], opened.directory)}"
    office.services.rostering.apply_edit(opened.period.id, carried_out(opened.roster, answer.plans[0], NOW))
    mended = office.open(opened.period)
    assert all(mended.roster.holder(duty) != away for duty in answer.vacated)
    assert [duty.id for duty in mended.roster.vacancies] == list(answer.plans[0].vacant)


def test_a_forecast_is_told(office: Office, engine: Search, chinese: str) -> None:
    directory = office.services.teams.directory(office.team_id)
    answer = engine.ask(how_many(directory, FIRST, 1, seconds=20))
    lines = forecast_words(answer, directory)
    assert lines[0] == "4月6日至4月12日：共 42 个岗次。"
    assert answer.smallest is not None
    assert f"{sum(answer.smallest.values())} 人" in lines[2]
    assert any(line.startswith("多一人（") for line in lines)
