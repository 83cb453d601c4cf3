"""The sample team: complete, invented, reproducible, and untidy in the ways real lists are."""

import importlib.util
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from roster_app.domain import book
from roster_app.domain.calendar import DayType
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import CrewId, PeriodId, TeamId, VolunteerId, new_id
from roster_app.domain.imports import Fate, ListedNames, plan_import
from roster_app.domain.lists import CellProblem, ReadList
from roster_app.domain.people import Crew, Volunteer, display_names
from roster_app.domain.places import uncovered_minutes
from roster_app.domain.roster import RosterPeriod
from roster_app.exchange.sample import SampleTeam, read_team
from roster_app.exchange.sample_rules import entries_of
from roster_app.exchange.spreadsheets import read_grids
from roster_app.exchange.volunteers_in import read
from roster_app.resources import resource


@pytest.fixture(scope="module")
def sample() -> SampleTeam:
    return read_team(resource("samples", "hengsan"))


@pytest.fixture(scope="module")
def found(sample: SampleTeam) -> ReadList:
    return read(sample.volunteers)


@pytest.fixture(scope="module")
def people(found: ReadList) -> list[Volunteer]:
    return [
        Volunteer(VolunteerId(new_id()), TeamId(1), d.name, d.affiliation or "", phone=d.phone or "")
        for d in found.drafts
    ]


@pytest.fixture(scope="module")
def generator(project: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("sample_volunteers", project / "tools" / "sample_volunteers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_places_are_those_of_the_article(sample: SampleTeam) -> None:
    team = sample.directory

    assert [area.name for area in team.areas] == ["宋屋村", "横岗", "官路村"]
    assert [c.name for c in team.checkpoints_in_order] == ["宋屋村卡口", "横岗卡口", "官路村卡口", "服务热线"]
    assert [p.name for p in team.posts_of[team.checkpoints[0].id]] == ["负责人", "测温", "登记"]


def test_every_checkpoint_is_staffed_around_the_clock(sample: SampleTeam) -> None:
    team = sample.directory

    assert [uncovered_minutes(team.shift_types_of(c)) for c in team.checkpoints] == [[], [], [], []]
    assert {team.shift_types_of(c)[0].start for c in team.checkpoints} == {0, 390}


def test_the_month_asks_for_nine_hundred_duties(sample: SampleTeam) -> None:
    period = RosterPeriod(PeriodId(1), sample.directory.team.id, sample.first, sample.last)

    assert len(plan_duties(sample.directory, period).duties) == 900


def test_the_month_has_qingming_and_a_day_to_make_up(sample: SampleTeam) -> None:
    days = sample.directory.days

    assert [days.day(date(2020, 4, d)).occasion for d in (3, 4, 5, 6, 7)] == ["", *["qingming"] * 3, ""]
    assert days.type_of(date(2020, 4, 26)) is DayType.MAKEUP_WORKDAY


def test_everybody_on_the_list_is_a_new_volunteer(found: ReadList) -> None:
    plan = plan_import(found, [], ListedNames({}, {}, {}))

    assert (plan.count(Fate.NEW), plan.count(Fate.SKIPPED), plan.count(Fate.WRONG)) == (60, 2, 0)
    assert [(p.code, p.hint) for p in plan.problems] == [
        (CellProblem.NEAR_NAME, "邓晓彤"),
        (CellProblem.PHONE_MISSING, ""),
    ]


def test_the_list_holds_the_names_that_are_hard_to_keep(found: ReadList) -> None:
    names = [d.name for d in found.drafts]

    assert {"温䶮", "林㛃", "周𬀩", "阿依努尔·吐尔逊", "Daniel Okoye", "欧阳少勤", "江帆"} <= set(names)
    assert names.count("李秀梅") == 2


def test_namesakes_are_told_apart_by_their_unit(people: list[Volunteer]) -> None:
    shown = display_names(people).values()

    assert {"李秀梅(第一党支部)", "李秀梅(社区志愿服务队)"} <= set(shown)


def test_there_are_enough_leaders_and_attendants(found: ReadList) -> None:
    leaders = [d for d in found.drafts if "负责人" in (d.qualifications or ())]
    attendants = [d for d in found.drafts if "接线" in (d.qualifications or ())]

    assert (len(leaders), len(attendants)) == (20, 22)
    assert sum(d.nights_allowed is True for d in found.drafts) == 54


def test_every_phone_is_plainly_invented(found: ReadList) -> None:
    assert all(d.phone is None or d.phone.startswith("1990000") for d in found.drafts)


def test_statements_are_those_of_people_on_the_list(sample: SampleTeam, people: list[Volunteer]) -> None:
    names = {v.id: v.name for v in people}

    assert [names[leave.volunteer_id] for leave in sample.leaves(people)][:2] == ["黎展鹏", "仇子健"]
    assert len(sample.availabilities(people)) == 7
    assert all(list(a.within(a.first)) for a in sample.availabilities(people) if not a.rule)


def test_the_workbook_is_what_its_generator_writes(sample: SampleTeam, generator: ModuleType, tmp_path: Path) -> None:
    generator.write(tmp_path / "volunteers.xlsx")

    assert read_grids(tmp_path / "volunteers.xlsx") == read_grids(sample.volunteers)


RULES = """
[[rule]]
family = "NotAlone"
of = { nights = true, checkpoints = ["宋屋村卡口"] }
points = 240

[[rule]]
family = "AmountLimit"
whom = ["吴堃"]
measure = "duties"
window = "period"
most = 4
of = { shift_types = ["夜班"] }

[[rule]]
family = "FixedRotation"
crew_id = "一组"
cycle = ["早班", "夜班", ""]
first = "2020-04-01"
"""


def test_a_team_may_bring_rules_that_name_people_places_and_shifts(sample: SampleTeam) -> None:
    somebody, crew = Volunteer(VolunteerId(81), TeamId(1), "吴堃"), Crew(CrewId(71), TeamId(1), "一组")
    team = replace(sample.directory, volunteers=(somebody,), crews=(crew,))
    early, _middle, night, *_later, other_night = (s.id for s in team.shift_types)

    alone, few_nights, rotation = entries_of(tomllib.loads(RULES)["rule"], team)

    gate = frozenset({team.checkpoints[0].id})
    assert alone == book.NotAlone(book.DutyClass(nights=True, checkpoints=gate), points=240)
    assert few_nights == book.AmountLimit(
        book.Measure.DUTIES,
        book.Window.PERIOD,
        most=4,
        of=book.DutyClass(shift_types=frozenset({night, other_night})),
        people=frozenset({81}),
    )
    assert rotation == book.FixedRotation(71, (early, night, None), date(2020, 4, 1))


@pytest.mark.parametrize("name", ["李秀梅", "无名氏"])
def test_a_rule_names_exactly_one_person(sample: SampleTeam, people: list[Volunteer], name: str) -> None:
    team = replace(sample.directory, volunteers=tuple(people))
    with pytest.raises(LookupError, match=name):
        entries_of([{"family": "HomeArea", "whom": [name]}], team)
