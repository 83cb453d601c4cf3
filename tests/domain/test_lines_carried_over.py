"""An edit carries over what was worked out before, and nothing shows that it did."""

import random

import pytest

from invented_team import empty_roster, filled_roster, team
from roster_app.domain import edits
from roster_app.domain.fairness import burdens
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.rules import Judge


def shuffled(roster: Roster, seed: int) -> Roster:
    """The roster after a few edits of one to six duties, lines asked for in between."""
    chance = random.Random(seed)
    people = sorted(roster.lines) or [1000, 1001]
    for _step in range(12):
        changes = tuple(
            edits.AssignmentChange(
                duty.id, roster.assignments.get(duty.id), chance.choice([None, Assignment(chance.choice(people))])
            )
            for duty in chance.sample(roster.plan.duties, chance.randint(1, 6))
        )
        roster = edits.apply(roster, edits.RosterEdit(edits.EditKind.ASSIGN, changes))
    return roster


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("begin", [empty_roster, filled_roster])
def test_lines_carried_over_an_edit_are_the_lines_made_anew(seed, begin):
    directory = team(people=14, checkpoints=1)
    edited = shuffled(begin(directory), seed)
    assert edited.lines == Roster(edited.plan, edited.assignments, edited.earlier).lines


def test_the_judge_weighs_people_as_fairness_does():
    directory = team(people=14, checkpoints=1)
    roster = filled_roster(directory)
    assert Judge(roster.plan, directory).burdens(roster) == burdens(roster.stints, directory)


@pytest.mark.parametrize("seed", range(4))
def test_what_speaks_against_somebody_is_what_the_roster_would_newly_break(seed):
    directory = team(people=14, checkpoints=1)
    roster = shuffled(filled_roster(directory), seed)
    judge = Judge(roster.plan, directory)
    duty, who = random.Random(seed).choice(roster.plan.duties), directory.volunteers[seed].id
    without = roster.with_changes({duty.id: None})
    with_them = roster.with_changes({duty.id: Assignment(who)})
    new = set(judge.of_line(with_them, who)) - set(judge.of_line(without, who))
    assert set(judge.why_not(roster, duty.id, who)) == new
