"""Rules in words: every family, every line of the catalogue, every weight and every fault, in both languages."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import invented_team
from roster_app import i18n
from roster_app.domain import book
from roster_app.domain.book.families import FAMILIES
from roster_app.domain.calendar import DayType
from roster_app.domain.people import Crew
from roster_app.domain.team import TeamRules
from roster_app.services.rule_catalogue import RECIPES, Group, Need, recipe_of
from roster_app.services.rule_checks import Fault, Hint, fault_of, hint_of
from roster_app.services.rule_weights import Weight, points_of, weight_of, weights_offered, with_weight
from roster_app.services.words.recipes import group_name, need_words, recipe_words
from roster_app.services.words.rule_parts import duties_words, people_words, weight_name
from roster_app.services.words.rules import fault_sentence, hint_sentence, rule_line, rule_sentence
from rule_entries import Named

TEAM = replace(invented_team.team(12, 3), crews=(Crew(71, invented_team.TEAM, "一组"),))
ONE, TWO, THREE, FOUR = (v.id for v in TEAM.volunteers[:4])
EARLY = book.DutyClass(shift_types=frozenset({invented_team.EARLY}))
GATE = book.DutyClass(checkpoints=frozenset({TEAM.checkpoints_in_order[0].id}))
MINUTES, DUTIES, DAYS, WEEKENDS = book.Measure
DAY = date(2020, 4, 6)
HAN = range(0x4E00, 0xA000)

SAID = [
    (book.MinRest(720), "每班之后至少休息 12 小时", "At least 12 h of rest after each duty"),
    (book.MinRest(1440, after=book.NIGHTS), "夜班之后至少休息 24 小时", "At least 24 h of rest after night duties"),
    (book.RunLimit(most=3, of=book.NIGHTS), "夜班连续最多 3 天", "At most 3 days in a row with night duties"),
    (book.RunLimit(least=2, off=True), "每次连续休息至少 2 天", "Days off come at least 2 in a row"),
    (
        book.AmountLimit(MINUTES, book.Window.WEEK, most=2880),
        "每周值班最多 48 小时",
        "Each week at most 48 h on duty",
    ),
    (
        book.AmountLimit(DUTIES, book.Window.PERIOD, least=2, most=5, of=EARLY),
        "每期早班为 2 至 5 班",
        "In each roster 2 to 5 duties of the shift 早班",
    ),
    (
        book.AmountLimit(WEEKENDS, book.Window.PERIOD, most=2),
        "每期有值班的周末最多 2 个",
        "In each roster at most 2 weekends with duties",
    ),
    (
        book.Succession(book.NIGHTS, EARLY),
        "夜班的次日不排早班",
        "No duties of the shift 早班 the day after night duties",
    ),
    (
        book.RestAfterRun(3, 2, of=book.NIGHTS),
        "夜班连续 3 天后休息 2 天",
        "After 3 days in a row with night duties, 2 days off",
    ),
    (book.NotAlone(), "夜班不单人值守", "Nobody stands night duties alone"),
    (
        book.Fairness(DUTIES, 300, book.WEEKENDS, book.Days.OWN_DAYS),
        "休息日的值班次数公平分摊，按其所在日子计",
        "Duties on rest days are shared fairly, by the days they fall on",
    ),
]


@pytest.mark.parametrize(("entry", "chinese", "english"), SAID)
def test_what_a_coordinator_would_say(entry: book.Entry, chinese: str, english: str) -> None:
    i18n.install("zh_CN")
    assert rule_sentence(entry, TEAM) == chinese
    i18n.install("en")
    assert rule_sentence(entry, TEAM) == english


def test_a_line_says_whom_what_and_how_heavily(chinese: str) -> None:
    entry = book.RunLimit(most=3, of=book.NIGHTS, people=frozenset({ONE, TWO}), points=960)
    assert rule_line(entry, TEAM) == f"{TEAM.name[ONE]}、{TEAM.name[TWO]}：夜班连续最多 3 天 · 尽量 · 强"
    assert rule_line(replace(entry, people=frozenset(), points=None), TEAM) == "夜班连续最多 3 天 · 必须"


def test_of_many_people_three_are_named(chinese: str) -> None:
    names = [TEAM.name[who] for who in (ONE, TWO, THREE)]
    assert people_words({ONE, TWO, THREE}, TEAM) == "、".join(names)
    assert people_words({ONE, TWO, THREE, FOUR}, TEAM) == "、".join(names) + "及另外 1 人"


def test_a_class_names_all_it_is_narrowed_to(chinese: str) -> None:
    gate = TEAM.checkpoints_in_order[0].name
    nights_at_gate = replace(GATE, nights=True, day_types=frozenset({DayType.HOLIDAY}))
    assert duties_words(nights_at_gate, TEAM) == f"{gate}法定节假日的夜班"
    assert duties_words(book.ALL, TEAM) == "值班"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=Named.of(TEAM).entries(), language=st.sampled_from(["zh_CN", "en"]))
def test_every_entry_has_a_sentence(entry: book.Entry, language: str) -> None:
    i18n.install(language)
    line = rule_line(entry, TEAM)
    assert "{" not in line
    assert line.strip()
    if language == "zh_CN":
        bare = line
        for name in [*TEAM.name.values(), *(s.name for s in TEAM.shift_types), *(c.name for c in TEAM.checkpoints)]:
            bare = bare.replace(name, "")
        assert any(ord(c) in HAN for c in bare)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_every_family_is_in_the_catalogue(family: type[book.Entry]) -> None:
    assert family in {type(recipe.make(TEAM, DAY)) for recipe in RECIPES}


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda r: r.key)
def test_every_line_of_the_catalogue_is_named_explained_and_found_again(recipe, chinese: str) -> None:  # type: ignore[no-untyped-def]
    words = recipe_words(recipe.key)
    assert ord(words.name[0]) in HAN
    assert words.explanation.endswith("。")
    assert recipe.is_possible(TEAM)
    assert recipe_of(recipe.make(TEAM, DAY)) is recipe


def test_a_team_without_crews_is_told_what_is_missing(chinese: str) -> None:
    bare = replace(TEAM, crews=(), volunteers=TEAM.volunteers[:1], shift_types=(), patterns=())
    lacking = {recipe.key: recipe.need for recipe in RECIPES if not recipe.is_possible(bare)}
    assert lacking["squad"] is lacking["rotation"] is Need.CREW
    assert lacking["together"] is lacking["turns"] is Need.TWO_PEOPLE
    assert lacking["succession"] is Need.SHIFT_TYPE
    assert all(need_words(need) for need in lacking.values())


def test_every_group_weight_fault_and_hint_has_words(chinese: str) -> None:
    told = [
        *map(group_name, Group),
        *map(weight_name, Weight),
        *map(fault_sentence, Fault),
        *map(hint_sentence, Hint),
    ]
    assert all(any(ord(c) in HAN for c in words) for words in told)


@given(entry=Named.of(TEAM).entries())
def test_a_weight_that_is_chosen_is_the_weight_that_is_read(entry: book.Entry) -> None:
    for weight in weights_offered(entry):
        weighed = with_weight(entry, weight)
        assert weighed.is_hard == (weight is Weight.MUST)
        if weight is not Weight.OWN:
            assert weight_of(weighed) is weight
            assert points_of(weight, entry) == weighed.points  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (book.RunLimit(), Fault.NO_LIMIT),
        (book.AmountLimit(DUTIES, book.Window.WEEK, least=3, most=3), None),
        (book.Apart(frozenset({ONE})), Fault.TOO_FEW_PEOPLE),
        (book.Together(frozenset({ONE, TWO})), None),
        (book.FixedRotation(71, (None,), DAY), Fault.NO_SHIFT_IN_CYCLE),
        (book.TurnQueue(book.HOLIDAYS, ()), Fault.NOBODY_IN_QUEUE),
        (book.HomeArea(), None),
    ],
)
def test_what_says_nothing_is_found(entry: book.Entry, fault: Fault | None) -> None:
    assert fault_of(entry) is fault


def test_what_takes_the_place_of_another_rule_is_found() -> None:
    rules = TeamRules()
    assert hint_of(book.RunLimit(most=5), (), rules) is Hint.REPLACES_USUAL
    assert hint_of(book.Fairness(DUTIES, 60, book.NIGHTS), (), rules) is Hint.REPLACES_USUAL
    assert hint_of(book.RunLimit(most=5, people=frozenset({ONE})), (), rules) is None
    assert hint_of(book.RunLimit(most=5, points=60), (), rules) is None
    assert hint_of(book.NotAlone(), [book.NotAlone()], rules) is Hint.SAID_TWICE
