"""What posts require and nobody has is named, before a search finds nobody for them."""

from dataclasses import replace

from small_teams import EASY, LEADER, TEAM, people, post, town

from roster_app.domain.ids import QualificationId
from roster_app.domain.people import Qualification
from roster_app.domain.team import Directory
from roster_app.domain.unheld import unheld

MEDIC = Qualification(QualificationId(7), TEAM, "医务")
BY_LEADER, BY_MEDIC = post(requires=frozenset({LEADER})), post(requires=frozenset({MEDIC.id}))


def team(leaders: int, *posts: object) -> Directory:
    """Three people, so many of them leaders, and a qualification that nobody has."""
    made = town(people(3, leaders), posts)  # type: ignore[arg-type]
    return replace(made, qualifications=(*made.qualifications, MEDIC))


def test_what_somebody_has_is_not_named() -> None:
    assert unheld(team(1, BY_LEADER)) == ()


def test_what_a_post_requires_and_nobody_has_is_named() -> None:
    assert unheld(team(1, BY_MEDIC)) == (MEDIC,)
    assert [q.id for q in unheld(team(0, BY_LEADER))] == [LEADER]


def test_a_qualification_that_includes_it_will_do() -> None:
    plain = team(1, BY_MEDIC)
    including = replace(plain.qualifications[0], includes=frozenset({MEDIC.id}))

    assert unheld(replace(plain, qualifications=(including, MEDIC))) == ()


def test_a_leader_each_shift_needs_somebody_who_leads() -> None:
    easy = team(0, post())
    strict = replace(easy, rules=replace(EASY, leader_each_shift=True))

    assert unheld(easy) == ()
    assert [q.id for q in unheld(strict)] == [LEADER]


def test_a_checkpoint_that_is_closed_asks_for_nobody() -> None:
    asking = team(0, BY_LEADER)
    closed = tuple(replace(c, pattern_id=None) for c in asking.checkpoints)

    assert unheld(replace(asking, checkpoints=closed)) == ()
