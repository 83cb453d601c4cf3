"""Situations to ask about: random small teams with the roster that the engine makes for them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from any_team import problems

from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.engine.answers import Effort, Question, Resolver, Situation
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.search import Limits, solve

A = TypeVar("A")
PATIENT = Effort(seconds=120, each=Limits(seconds=0.2))
_AT_ONCE = Limits(seconds=0.15)
"""More than these few duties need; a search that cannot fill everything tries as long as it may."""


def situation_of(problem: RosterProblem) -> Situation:
    """The problem's team with its proposal as the roster."""
    asked = Situation(problem.roster, problem.judge.directory, Ledger())
    return asked.with_roster(asked.held_by(_holders(problem)))


def planned(directory: Directory, roster: Roster) -> Situation:
    """A team with the roster that the engine makes of the vacancies of this one."""
    asked = Situation(roster, directory, Ledger())
    return asked.with_roster(asked.held_by(_holders(build(roster, directory, Ledger()))))


def _holders(problem: RosterProblem) -> Mapping[DutyId, VolunteerId]:
    return solve(problem, _AT_ONCE, lambda progress: None, lambda: False).assignments


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
