"""Runs of days on and off, successions, weekends, fixed rotations."""

from dataclasses import replace
from datetime import timedelta

import pytest
from one_line import EARLY, MIDDLE, NIGHT, found, line, numbers, team_with
from small_teams import MONDAY, held, people, plan, post, town

from roster_app.domain.book import (
    NIGHTS,
    DutyClass,
    FixedRotation,
    RunLimit,
    Succession,
    WholeWeekends,
)
from roster_app.domain.ids import CrewId, ShiftTypeId
from roster_app.domain.places import PATTERN_TEMPLATES
from roster_app.domain.rules import Judge, Rule
from roster_app.domain.rules.rotation import ROTATION_TEMPLATES, due, rotation_entries
from roster_app.domain.team import TeamRules


def of(*types: ShiftTypeId) -> DutyClass:
    return DutyClass(shift_types=frozenset(types))


@pytest.mark.parametrize(
    ("entry", "word", "expected"),
    [
        (RunLimit(most=2), "EE·EEE·", [(3, 2, None)]),
        (RunLimit(most=2, points=4), "EEEE·EEE", [(4, 2, 8), (3, 2, 4)]),
        (RunLimit(most=1, of=NIGHTS), "NN·EE··", [(2, 1, None)]),
        (RunLimit(most=1, of=of(MIDDLE)), "MMEM···", [(2, 1, None)]),
        (RunLimit(least=2, points=3), "EE·E·EE", [(1, 2, 3)]),
        (RunLimit(least=2), "E··EE·E", []),
        (RunLimit(least=2, of=NIGHTS), "EENEE··", [(1, 2, None)]),
        (RunLimit(least=2, off=True, points=5), "EE·E··E", [(1, 2, 5)]),
        (RunLimit(least=2, off=True), "·EEEEE·", []),
        (RunLimit(most=2, off=True), "E···EE·", [(3, 2, None)]),
        (RunLimit(most=2, off=True, points=1), "····E···", [(4, 2, 2), (3, 2, 1)]),
        (RunLimit(most=2, off=True, points=1), "·······", [(7, 2, 5)]),
        (RunLimit(most=1, off=True, of=NIGHTS), "NEEN·N·", [(2, 1, None)]),
    ],
)
def test_limits_of_runs(entry: RunLimit, word: str, expected: list[tuple[int, int, int | None]]) -> None:
    team = team_with(entry)
    assert numbers(found(team, line(team, word))) == expected


@pytest.mark.parametrize(("before", "short"), [("", False), ("E··", True), ("··E", False), ("·EE", False)])
def test_a_first_run_is_too_short_only_where_the_days_before_are_known(before: str, short: bool) -> None:
    team = team_with(RunLimit(least=2))
    assert len(found(team, line(team, "E··EE·", before=before))) == short


def test_days_off_are_counted_from_the_last_duty_known() -> None:
    few = team_with(RunLimit(least=3, off=True))
    assert numbers(found(few, line(few, "·E·", before="E·"))) == [(2, 3, None)]
    many = team_with(RunLimit(most=2, off=True))
    assert numbers(found(many, line(many, "·E·", before="E··"))) == [(3, 2, None)]


def test_names_of_runs() -> None:
    team = team_with(RunLimit(most=1), RunLimit(most=1, of=NIGHTS), RunLimit(most=1, of=of(NIGHT)))
    assert [v.rule for v in found(team, line(team, "NN·"))] == [
        Rule.CONSECUTIVE_DAYS,
        Rule.CONSECUTIVE_NIGHTS,
        Rule.RUN,
    ]


@pytest.mark.parametrize(("word", "times"), [("NE·····", 1), ("N·E····", 0), ("EN·····", 0), ("NENE···", 2)])
def test_forbidden_successions(word: str, times: int) -> None:
    team = team_with(Succession(of(NIGHT), of(EARLY, MIDDLE)))
    assert [v.rule for v in found(team, line(team, word))] == [Rule.SUCCESSION] * times


def test_forward_rotation_as_a_wish_and_over_the_edge_of_the_period() -> None:
    team = team_with(Succession(of(NIGHT), of(MIDDLE), points=5), Succession(of(MIDDLE), of(EARLY), points=5))
    assert sum(v.points or 0 for v in found(team, line(team, "NME"))) == 10
    assert sum(v.points or 0 for v in found(team, line(team, "EMN"))) == 0
    assert [v.points for v in found(team, line(team, "E··", before="M"))] == [5]


@pytest.mark.parametrize(("word", "halves"), [("·····EE", 0), ("····EE·", 1), ("······E", 1), ("EEEEE··", 0)])
def test_whole_weekends(word: str, halves: int) -> None:
    team = team_with(WholeWeekends(points=30))
    assert [(v.rule, v.points) for v in found(team, line(team, word))] == [(Rule.HALF_WEEKEND, 30)] * halves


def test_a_weekend_cut_by_the_period_is_not_asked() -> None:
    team = team_with(WholeWeekends())
    assert found(team, line(team, "EEEEEE")) == ()
    assert found(team, line(team, "E··", first=MONDAY - timedelta(days=1))) == ()


def test_the_members_of_a_crew_stand_what_their_cycle_says() -> None:
    cycle = FixedRotation(CrewId(1), (EARLY, NIGHT, None), MONDAY)
    team = team_with(cycle)
    crewed = replace(team, volunteers=(replace(team.volunteers[0], crew_id=CrewId(1)), team.volunteers[1]))
    assert found(crewed, line(crewed, "EN·EN·")) == ()
    assert [v.rule for v in found(crewed, line(crewed, "EE·E·E"))] == [Rule.ROTATION] * 2
    assert found(team, line(team, "EE·E·E")) == ()
    assert found(crewed, line(crewed, "··E", first=MONDAY - timedelta(days=3))) != ()


@pytest.mark.parametrize("name", ROTATION_TEMPLATES)
def test_a_rotation_gives_each_shift_of_each_day_to_exactly_one_crew(name: str) -> None:
    template = ROTATION_TEMPLATES[name]
    types = {times.key: ShiftTypeId(n) for n, times in enumerate(PATTERN_TEMPLATES[template.pattern], start=1)}
    entries = rotation_entries(template, [CrewId(n) for n in range(template.crews)], types, MONDAY)
    for n in range(30):
        standing = [due(entry, MONDAY + timedelta(days=n)) for entry in entries]
        assert sorted(t for t in standing if t is not None) == sorted(types.values())


@pytest.mark.parametrize("name", ["four_crews_three_shifts", "four_crews_three_shifts_midnight"])
def test_a_rotation_keeps_the_usual_limits(name: str) -> None:
    template = ROTATION_TEMPLATES[name]
    times = PATTERN_TEMPLATES[template.pattern]
    types = {t.key: ShiftTypeId(n) for n, t in enumerate(times, start=1)}
    crews = [CrewId(n) for n in range(1, template.crews + 1)]
    rules = TeamRules(leader_each_shift=False, entries=rotation_entries(template, crews, types, MONDAY))
    crowd = [replace(v, crew_id=crews[n]) for n, v in enumerate(people(template.crews))]
    team = town(crowd, [post()], times=times, rules=rules)
    made = plan(team, 28)
    cycles, holders = list(enumerate(rules.book.every(FixedRotation), start=1)), {}
    for duty in made.duties:
        shift = made.shift_of(duty.id)
        (holders[duty.id],) = [n for n, e in cycles if due(e, shift.day) == shift.shift_type_id]
    assert Judge(made, team).hard(held(made, holders)) == ()


def test_a_rotation_wants_as_many_crews_as_it_has_places() -> None:
    template = ROTATION_TEMPLATES["four_crews_two_shifts"]
    with pytest.raises(ValueError, match="4 crews"):
        rotation_entries(template, [CrewId(1)], {}, MONDAY)


def test_each_pair_of_duties_on_two_days_in_a_row_is_a_succession() -> None:
    team = team_with(Succession(of(EARLY, MIDDLE), of(EARLY, MIDDLE), points=5))
    made = plan(team, 2)
    everything = held(made, {duty.id: 1 for duty in made.duties})
    assert [v.points for v in found(team, everything)] == [5] * 4


@pytest.mark.parametrize(
    ("before", "word", "points"), [("EEE", "E··", 1), ("EEE", "EE·", 2), ("E", "EE·", 1), ("EEE", "·EE", 0)]
)
def test_a_run_costs_the_days_that_the_period_adds(before: str, word: str, points: int) -> None:
    team = team_with(RunLimit(most=2, points=1))
    assert sum(v.points or 0 for v in found(team, line(team, word, before=before))) == points


def test_too_many_days_off_that_became_fewer_are_nothing_new() -> None:
    team = team_with(RunLimit(most=2, off=True))
    (before,), after = found(team, line(team, "·········")), found(team, line(team, "····E····"))
    assert [(v.actual, v.limit) for v in after] == [(4, 2), (4, 2)]
    assert all(before.covers(v) for v in after)
    assert not any(v.covers(before) for v in after)
