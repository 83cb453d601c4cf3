"""One person's duties day by day, written as a word: E early, M middle, N night, · none; for rules about lines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from small_teams import EASY, MONDAY, held, people, plan, post, stint, town

from roster_app.domain.book import Entry
from roster_app.domain.ids import ShiftTypeId, VolunteerId
from roster_app.domain.places import THREE_BY_EIGHT_FROM_0630
from roster_app.domain.roster import Roster, Stint
from roster_app.domain.rules import Judge, Violation
from roster_app.domain.team import Directory
from roster_app.domain.timespan import at

ANN = VolunteerId(1)
EARLY, MIDDLE, NIGHT = ShiftTypeId(1), ShiftTypeId(2), ShiftTypeId(3)
_HOURS = {"E": 390, "M": 870, "N": 1350}
"""Nights begin at 22:30 and belong to the day they begin."""
_TYPES = {"E": EARLY, "M": MIDDLE, "N": NIGHT}


def team_with(*entries: Entry, crowd: int = 2) -> Directory:
    """A gate with one seat in each of three shifts, and no rule but these and the usual wishes."""
    rules = replace(EASY, entries=entries)
    return town(people(crowd), [post()], times=THREE_BY_EIGHT_FROM_0630, rules=rules)


def line(team: Directory, word: str, first: date = MONDAY, before: str = "") -> Roster:
    """Ann's duties from the first day of the period on; `before` are those of the days right before it."""
    made = plan(team, len(word), first)
    begins = {(d.span.start): d.id for d in made.duties}
    holders = {
        begins[at(first + timedelta(days=n), _HOURS[letter])]: 1 for n, letter in enumerate(word) if letter in _HOURS
    }
    return replace(held(made, holders), earlier=tuple(_past(before, first)))


def _past(word: str, first: date) -> list[Stint]:
    found = []
    for n, letter in enumerate(word):
        if letter in _HOURS:
            day = first - timedelta(days=len(word) - n)
            start = _HOURS[letter]
            found.append(replace(stint(1, day, start, start + 480, 900 + n), shift_type_id=_TYPES[letter]))
    return found


def found(team: Directory, roster: Roster) -> tuple[Violation, ...]:
    """What is wrong with Ann's line."""
    return Judge(roster.plan, team).of_line(roster, ANN)


def numbers(violations: Sequence[Violation]) -> list[tuple[int, int, int | None]]:
    """Actual, limit and points of each."""
    return [(v.actual, v.limit, v.points) for v in violations]


__all__ = ["ANN", "EARLY", "MIDDLE", "NIGHT", "found", "line", "numbers", "team_with"]
