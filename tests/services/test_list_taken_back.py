"""A list taken in is one step: taken back all is as it was, taken in again it is as it became."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from desk_cases import Office
from openpyxl import Workbook

from roster_app.domain.book import Apart
from roster_app.domain.edits import assign
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import LeaveId, new_id
from roster_app.domain.people import Leave, Volunteer
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.services.people import Taken


def take_in(office: Office, tmp_path: Path) -> Taken:
    """Two new people and one who is known, with an area, a crew and a qualification the team does not have."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["姓名", "电话", "单位", "片区", "班组", "资质"],
        ["何平", "13000000006", "颐和社区", "官路村", "二组", "粤语"],
        ["林小燕", "13900000001", "颐和社区", "官路村", "二组", "粤语"],
        ["区志明", "13900000002", "横岗", "官路村", "", ""],
    ):
        sheet.append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)
    people = office.services.people
    return people.carry_out(office.team_id, people.preview_import(office.team_id, path))


@pytest.fixture
def taken(office: Office, tmp_path: Path) -> Taken:
    """The list stands."""
    return take_in(office, tmp_path)


def directory_of(office: Office) -> Directory:
    return office.services.teams.directory(office.team_id)


def content(office: Office) -> tuple[object, ...]:
    directory = directory_of(office)
    people = {replace(v, version=1) for v in directory.volunteers}
    return people, set(directory.areas), set(directory.crews), set(directory.qualifications), directory.rules


def named(office: Office, name: str) -> Volunteer:
    return next(v for v in directory_of(office).volunteers if v.name == name)


def test_undone_all_is_as_it_was_and_redone_as_it_became(office: Office, tmp_path: Path) -> None:
    before = content(office)
    done = take_in(office, tmp_path)
    after = content(office)
    assert after != before

    for _again in range(2):
        undone = done.undo()
        assert content(office) == before
        assert undone == done.changes

        redone = done.redo()
        assert content(office) == after
        assert redone == done.changes

    assert done.changes.places
    assert done.changes.team
    assert len(done.changes.volunteers) == 3


def test_a_list_that_says_nothing_new_is_no_step(office: Office, taken: Taken, tmp_path: Path) -> None:
    people = office.services.people
    again = people.carry_out(office.team_id, people.preview_import(office.team_id, tmp_path / "list.xlsx"))

    assert not again
    assert not again.undo()


def _change_made(office: Office) -> None:
    office.services.people.update(replace(named(office, "林小燕"), note="夜班不便"))


def _change_known(office: Office) -> None:
    office.services.people.update(replace(named(office, "何平"), phone="13000000066"))


def _remove_made(office: Office) -> None:
    office.services.people.remove(named(office, "区志明").id)


def _give_leave(office: Office) -> None:
    day = office.period().first
    office.services.people.add_leave(Leave(LeaveId(new_id()), named(office, "林小燕").id, whole_days(day, day)))


def _let_lead(office: Office) -> None:
    (crew,) = directory_of(office).crews
    office.services.people.update_crew(replace(crew, leader_id=named(office, "林小燕").id))


def _use_area(office: Office) -> None:
    (area,) = directory_of(office).areas
    office.services.people.update(replace(named(office, "潘少芬"), area_id=area.id))


def _place_in_area(office: Office) -> None:
    (area,) = directory_of(office).areas
    office.services.places.save_checkpoint(replace(office.checkpoint, area_id=area.id), office.posts)


def _join_crew(office: Office) -> None:
    (crew,) = directory_of(office).crews
    office.services.people.update(replace(named(office, "潘少芬"), crew_id=crew.id))


def _require(office: Office) -> None:
    asked = next(q for q in directory_of(office).qualifications if q.name == "粤语")
    lead, check = office.posts
    posts = (lead, replace(check, requires=frozenset({asked.id})))
    office.services.places.save_checkpoint(office.checkpoint, posts)


def _rename_crew(office: Office) -> None:
    (crew,) = directory_of(office).crews
    office.services.people.update_crew(replace(crew, name="三组"))


def _tell_apart(office: Office) -> None:
    office.services.people.tell_apart(frozenset({named(office, "林小燕").id, named(office, "潘少芬").id}))


def _name_in_rule(office: Office) -> None:
    rules = directory_of(office).rules
    apart = Apart(frozenset({named(office, "林小燕").id, named(office, "潘少芬").id}))
    office.services.teams.set_rules(office.team_id, replace(rules, entries=(*rules.entries, apart)))


@pytest.mark.parametrize(
    "going_on",
    [
        _change_made,
        _change_known,
        _remove_made,
        _give_leave,
        _let_lead,
        _use_area,
        _place_in_area,
        _join_crew,
        _require,
        _rename_crew,
        _name_in_rule,
        _tell_apart,
    ],
)
def test_where_a_colleague_went_on_nothing_is_taken_back(
    office: Office, taken: Taken, going_on: Callable[[Office], None]
) -> None:
    going_on(office)
    before = content(office)

    with pytest.raises(StaleEdit):
        taken.undo()

    assert content(office) == before


def test_who_stands_in_a_roster_keeps_the_list_from_being_taken_back(office: Office, taken: Taken) -> None:
    opened = office.open(office.period())
    duty = office.duty(opened, opened.period.first, 8, 1)
    office.services.rostering.apply_edit(opened.period.id, assign(opened.roster, duty, named(office, "林小燕").id))
    before = content(office)

    with pytest.raises(DomainError) as refused:
        taken.undo()

    assert refused.value.code is ErrorCode.IN_USE
    assert refused.value.facts["name"] == "林小燕"
    assert content(office) == before


def test_what_a_colleague_made_meanwhile_is_not_made_twice(office: Office, taken: Taken) -> None:
    (crew,) = directory_of(office).crews
    taken.undo()
    office.services.people.add_crew(replace(crew, id=new_id()))  # type: ignore[arg-type]
    before = content(office)

    with pytest.raises(StaleEdit):
        taken.redo()

    assert content(office) == before
