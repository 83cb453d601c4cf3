"""Situations to ask about: random small teams with the roster that the engine makes for them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from any_team import problems
from solving import LITTLE, solved

from roster_app.domain.fairness import Ledger
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.engine.answers import Effort, Question, Resolver, Situation
from roster_app.engine.facts import RosterProblem
from roster_app.engine.problem import build

A = TypeVar("A")
PATIENT = Effort(seconds=120, each=LITTLE)


def situation_of(problem: RosterProblem) -> Situation:
    """The problem's team with its proposal as the roster."""
    asked = Situation(problem.roster, problem.judge.directory, Ledger())
    return asked.with_roster(asked.held_by(solved(problem).assignments))


def planned(directory: Directory, roster: Roster) -> Situation:
    """A team with the roster that the engine makes of the vacancies of this one."""
    asked = Situation(roster, directory, Ledger())
    return asked.with_roster(asked.held_by(solved(build(roster, directory, Ledger())).assignments))


def lawful(problem: RosterProblem) -> RosterProblem:
    """The problem without anything that stands already, so that every roster of it can keep the rules."""
    roster = replace(problem.roster, assignments={})
    directory: Directory = problem.judge.directory
    return build(roster, directory, Ledger(), seed=problem.seed)


situations = problems().map(lawful).map(situation_of)
any_situations = problems().map(situation_of)


def all_answers(question: Question[A]) -> Iterator[A]:
    """Every answer, solved here and now."""
    return question.answers(Resolver(question.effort))


def answered(question: Question[A]) -> A:
    """The last answer."""
    return list(all_answers(question))[-1]
