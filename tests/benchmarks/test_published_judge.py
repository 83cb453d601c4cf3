"""The judge of published instances: each rule broken once is found, alone; each part of the cost is counted."""

import pytest
from tiny_instances import LINE, PUBLISHED, line

from benchmarks.engine.published import parse
from benchmarks.engine.published_judge import judge

INSTANCE = parse(PUBLISHED)
OFF = "." * 14
OTHERS = {"B": line("DD" + "." * 10 + "DD"), "C": line(OFF)}
"""Lines of B and C that break nothing but B's days off."""


def broken(written: str, who: str = "A") -> list[str]:
    """The rules one person's line breaks."""
    return [found.rule for found in judge(INSTANCE, {who: line(written)}).broken if found.person == who]


def test_a_good_line_breaks_nothing() -> None:
    assert broken(LINE) == []


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("DDDNN...DDDDD.", "maximum minutes"),
        ("DD............", "minimum minutes"),
        ("DDD..DDD..DD..", "day off"),
        ("DND..DD..DD...", "succession"),
        ("NNN..DD..DD...", "shifts of a type"),
        ("DDD..DD....DD.", "weekends"),
        ("DDDDDD..DD....", "longest run of work"),
        ("DDD..D..DD....", "shortest run of work"),
        ("DDD.DD..DD....", "shortest run of days off"),
        ("DDD..DD..DDX..", "unknown shift"),
    ],
)
def test_each_rule_broken_once_is_found_alone(written: str, rule: str) -> None:
    assert broken(written) == [rule]


@pytest.mark.parametrize("written", ["D..DD....DD..D", "DD......DDDDD.", ".DD..DD..DDD.."])
def test_a_run_that_touches_an_end_is_never_too_short(written: str) -> None:
    assert broken(written) == []


def test_a_saturday_or_a_sunday_alone_makes_a_weekend() -> None:
    for saturday_and_sunday in ("DDD..D........", "DDDDDDD......."):
        assert "weekends" not in broken(saturday_and_sunday)
    assert "weekends" in broken("....DD.....DD.")
    assert "weekends" in broken("......DD...DD.")


def test_a_line_of_the_wrong_length_and_a_stranger_are_found() -> None:
    rules = {(found.rule, found.person) for found in judge(INSTANCE, {"A": line(LINE)[:-1], "X": line(OFF)}).broken}

    assert {("days", "A"), ("unknown person", "X")} <= rules


def test_unmet_requests_cost_their_weight() -> None:
    nobody = judge(INSTANCE, {})
    someone = judge(INSTANCE, {"A": line("D....D........"), "B": line("....N.........")})

    assert (nobody.on, nobody.off) == (2 + 3 + 4, 0)
    assert (someone.on, someone.off) == (3 + 4, 7 + 1)


def test_another_shift_than_asked_for_does_not_meet_a_request() -> None:
    assert judge(INSTANCE, {"A": line("N.............")}).on == 2 + 3 + 4


def test_cover_costs_by_people_under_and_over() -> None:
    wanted = {"D": sum(1 + day % 2 for day in range(14)), "N": sum(day % 3 % 2 for day in range(14))}
    nobody = judge(INSTANCE, {})
    crowded = judge(INSTANCE, {who: line("D.............") for who in "ABC"})
    at_night = judge(INSTANCE, {"A": line("...N..........")})

    assert (nobody.under, nobody.over) == (100 * wanted["D"] + 50 * wanted["N"], 0)
    assert (crowded.under, crowded.over) == (nobody.under - 100, 2)
    assert (at_night.under, at_night.over) == (nobody.under, 1)


def test_the_cost_is_the_sum_of_its_parts() -> None:
    judgement = judge(INSTANCE, {"A": line(LINE), **OTHERS})

    assert judgement.cost == judgement.on + judgement.off + judgement.under + judgement.over > 0
