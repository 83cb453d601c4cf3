"""The rule book: which entries hold for whom, and which are hard."""

from dataclasses import replace
from datetime import date

import pytest
from small_teams import EASY

from roster_app.domain.book import (
    NIGHTS,
    AmountLimit,
    Cover,
    Fairness,
    FixedRotation,
    HomeArea,
    LeaderEachShift,
    Measure,
    MinRest,
    RunLimit,
    TurnQueue,
    WeeklyRest,
    Window,
    Wishes,
)
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import CrewId, VolunteerId
from roster_app.domain.team import TeamRules

ANN, BOB = VolunteerId(1), VolunteerId(2)


def test_the_usual_limits_are_entries_of_the_book() -> None:
    book = TeamRules(max_nights=8).book
    assert book.of(MinRest, ANN) == (MinRest(720),)
    assert book.of(RunLimit, ANN) == (RunLimit(most=6), RunLimit(most=3, of=NIGHTS))
    assert book.of(AmountLimit, ANN) == (
        AmountLimit(Measure.DUTIES, Window.PERIOD, most=8, of=NIGHTS),
        AmountLimit(Measure.MINUTES, Window.WEEK, most=2880),
    )
    assert book.every(LeaderEachShift) == (LeaderEachShift(),)


def test_a_book_without_entries_has_the_usual_wishes_and_no_limit() -> None:
    book = EASY.book
    assert [type(entry) for entry in book.entries] == [Cover, Fairness, Fairness, Fairness, Fairness, Wishes, HomeArea]
    assert [(e.measure.value, e.points) for e in book.every(Fairness)] == [
        ("minutes", 1), ("duties", 480), ("duties", 300), ("duties", 480)
    ]  # fmt: skip


def test_an_own_entry_takes_the_place_of_the_usual_one_with_the_same_subject() -> None:
    book = TeamRules(entries=(MinRest(600), HomeArea(points=50))).book
    assert book.of(MinRest, ANN) == (MinRest(600),)
    assert book.of(HomeArea, ANN) == (HomeArea(points=50),)
    assert len(book.every(Fairness)) == 4


def test_an_own_entry_about_something_else_stands_beside_the_usual_ones() -> None:
    unpopular = Fairness(Measure.DUTIES, 100, replace(NIGHTS, reserve=True))
    assert len(TeamRules(entries=(unpopular,)).book.every(Fairness)) == 5


def test_an_entry_that_names_people_takes_the_place_of_the_one_for_everybody() -> None:
    own = MinRest(480, people=frozenset({ANN}))
    book = TeamRules(entries=(own,)).book
    assert book.of(MinRest, ANN) == (own,)
    assert book.of(MinRest, BOB) == (MinRest(720),)


def test_a_wish_stands_beside_the_hard_limit_about_the_same_thing() -> None:
    rather = MinRest(960, points=1)
    book = TeamRules(entries=(rather,)).book
    assert book.of(MinRest, ANN) == (MinRest(720), rather)
    mild = replace(rather, people=frozenset({ANN}), minutes=800)
    book = TeamRules(entries=(rather, mild)).book
    assert book.of(MinRest, ANN) == (MinRest(720), mild)
    assert book.of(MinRest, BOB) == (MinRest(720), rather)


def test_a_rule_is_hard_where_it_has_no_points() -> None:
    assert MinRest(720).is_hard
    assert not MinRest(720, points=0).is_hard
    assert TurnQueue(NIGHTS, (ANN,), points=None).is_hard
    assert not Wishes().is_hard


@pytest.mark.parametrize(
    "make",
    [
        lambda: AmountLimit(Measure.WEEKENDS, Window.WEEK, most=1),
        lambda: AmountLimit(Measure.DAYS, Window.WEEK, least=3, most=2),
        lambda: AmountLimit(Measure.DAYS, Window.WEEK, most=-1),
        lambda: RunLimit(least=3, most=2),
        lambda: WeeklyRest(window=Window.PERIOD),
        lambda: FixedRotation(CrewId(1), (), date(2020, 4, 6)),
        lambda: Fairness(Measure.DAYS, 1),
        lambda: MinRest(-1),
    ],
)
def test_an_entry_that_means_nothing_is_refused(make: object) -> None:
    with pytest.raises(DomainError):
        make()  # type: ignore[operator]
