"""People who stand together: shifts that nobody may stand alone, pairs, and squads rostered as units."""

from collections import defaultdict
from dataclasses import replace

from small_teams import EASY, people, post, town
from solving import problem_of, solved

from roster_app.domain.book import ALL, Apart, NotAlone, RuleEntry, Squad, Together
from roster_app.domain.ids import CrewId, ShiftId, TeamId, VolunteerId
from roster_app.domain.people import Crew
from roster_app.domain.roster import Proposal
from roster_app.domain.team import Directory
from roster_app.engine.problem import RosterProblem


def team_of(number: int, seats: int, *entries: RuleEntry) -> Directory:
    """So many people at one checkpoint of so many posts."""
    rules = replace(EASY, min_rest_minutes=720, entries=entries)
    return town(people(number), [post(n) for n in range(1, seats + 1)], rules=rules)


def crews_of(problem: RosterProblem, proposal: Proposal) -> dict[ShiftId, set[VolunteerId]]:
    """Who stands each shift."""
    crews: dict[ShiftId, set[VolunteerId]] = defaultdict(set)
    for duty_id, who in proposal.assignments.items():
        crews[problem.roster.plan.duty[duty_id].shift_id].add(who)
    return crews


def test_shifts_that_nobody_may_stand_alone_are_filled_two_by_two() -> None:
    problem = problem_of(team_of(8, 2, NotAlone(ALL)), 7)
    proposal = solved(problem)
    assert proposal.vacancies == ()
    assert {len(crew) for crew in crews_of(problem, proposal).values()} == {2}


def test_where_one_is_missing_the_other_stands_nothing() -> None:
    problem = problem_of(team_of(1, 2, NotAlone(ALL)), 3)
    assert solved(problem).assignments == {}


def test_a_pair_stands_together_everywhere_and_has_its_share() -> None:
    pair = frozenset({VolunteerId(1), VolunteerId(2)})
    problem = problem_of(team_of(8, 2, Together(pair)), 7)
    proposal = solved(problem)
    shared = [crew & pair for crew in crews_of(problem, proposal).values() if crew & pair]
    assert proposal.vacancies == ()
    assert len(shared) >= 4
    assert all(both == pair for both in shared)


def test_two_kept_apart_never_meet() -> None:
    pair = frozenset({VolunteerId(1), VolunteerId(2)})
    problem = problem_of(team_of(6, 2, Apart(pair)), 7)
    proposal = solved(problem)
    assert proposal.vacancies == ()
    assert not any(pair <= crew for crew in crews_of(problem, proposal).values())


def test_squads_are_rostered_as_units_and_share_the_shifts() -> None:
    entries = [Squad(CrewId(n)) for n in (1, 2, 3, 4)]
    team = team_of(12, 3, *entries)
    crowd = tuple(replace(v, crew_id=CrewId(1 + n // 3)) for n, v in enumerate(team.volunteers))
    team = replace(team, volunteers=crowd, crews=tuple(Crew(CrewId(n), TeamId(1), f"{n}") for n in (1, 2, 3, 4)))
    problem = problem_of(team, 12)
    proposal = solved(problem)
    squad_of = {v.id: v.crew_id for v in crowd}
    standing = [{squad_of[who] for who in crew} for crew in crews_of(problem, proposal).values()]
    assert proposal.vacancies == ()
    assert all(len(squads) == 1 for squads in standing)
    counts = [sum(squads == {CrewId(n)} for squads in standing) for n in (1, 2, 3, 4)]
    assert max(counts) - min(counts) <= 1
