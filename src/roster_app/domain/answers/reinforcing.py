"""More people for a team, as an answer imagines them: with such a qualification, free on such days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from roster_app.domain.ids import QualificationId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory


@dataclass(frozen=True, slots=True)
class Reinforcement:
    """`count` more people who have these qualifications and may do nights; `days`: those on which one is needed."""

    count: int
    requires: frozenset[QualificationId] = frozenset()
    days: tuple[date, ...] = ()


def reinforced(directory: Directory, wanted: Iterable[Reinforcement]) -> tuple[Directory, tuple[Volunteer, ...]]:
    """The team with the people added, and those people, in order; their ids are below zero, their names empty marks."""
    added = tuple(_people(directory, wanted))
    return replace(directory, volunteers=(*directory.volunteers, *added)), added


def _people(directory: Directory, wanted: Iterable[Reinforcement]) -> Iterator[Volunteer]:
    number = min((0, *directory.volunteer))
    for one in wanted:
        for _ in range(one.count):
            number -= 1
            yield Volunteer(VolunteerId(number), directory.team.id, f"+{-number}", qualifications=one.requires)
