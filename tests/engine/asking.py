"""Situations to ask about: random small teams with the roster that the engine makes for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from any_problem import SMALL, Size, problems
from hypothesis import strategies as st

from roster_app.domain.book import Cover
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.engine.answers import Effort, Question, Resolver, Situation
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.search import Limits, solve

A = TypeVar("A")
V = TypeVar("V")
PATIENT = Effort(seconds=120, each=Limits(seconds=0.2))
_AT_ONCE = Limits(seconds=0.15)
"""More than these few duties need; a search that cannot fill everything tries as long as it may."""


def situations(size: Size = SMALL) -> st.SearchStrategy[Situation]:
    """Teams under any rules, with what the engine makes of nothing but vacancies."""
    return problems(replace(size, people=(max(1, size.people[0]), size.people[1]))).map(_afresh).map(situation_of)


def plain_situations(size: Size = SMALL) -> st.SearchStrategy[Situation]:
    """The same under the usual limits alone, none of which asks for more than there is."""
    return problems(replace(size, people=(max(1, size.people[0]), size.people[1]))).map(_plain).map(situation_of)


def situation_of(problem: RosterProblem) -> Situation:
    """The problem's team with its proposal as the roster."""
    asked = Situation(problem.roster, problem.directory, problem.ledger)
    return asked.with_roster(asked.held_by(_holders(problem)))


def planned(directory: Directory, roster: Roster) -> Situation:
    """A team with the roster that the engine makes of the vacancies of this one."""
    return situation_of(build(roster, directory, Ledger()))


def choice(values: Sequence[V], data: st.DataObject) -> V:
    """One of them by a drawn number: what there is to choose from may differ from run to run."""
    return values[data.draw(st.integers(0, 10_000)) % len(values)]


def all_answers(question: Question[A]) -> Iterator[A]:
    """Every answer, solved here and now."""
    return question.answers(Resolver(question.effort))


def answered(question: Question[A]) -> A:
    """The last answer."""
    return list(all_answers(question))[-1]


def _holders(problem: RosterProblem) -> Mapping[DutyId, VolunteerId]:
    return solve(problem, _AT_ONCE, lambda progress: None, lambda: False).assignments


def _afresh(problem: RosterProblem) -> RosterProblem:
    """The problem without anything that is held already, and with vacancies as dear as they usually are: where they
    cost next to nothing there is nothing to ask."""
    roster, rules = replace(problem.roster, assignments={}), problem.directory.rules
    dear = replace(rules, entries=tuple(entry for entry in rules.entries if not isinstance(entry, Cover)))
    return build(roster, replace(problem.directory, rules=dear), problem.ledger, seed=problem.seed)


def _plain(problem: RosterProblem) -> RosterProblem:
    """The same without the team's own entries, and without a past that breaks its rules."""
    afresh, team = _afresh(problem), problem.directory
    usual = replace(team, rules=replace(team.rules, entries=()))
    return build(replace(afresh.roster, earlier=(), posted={}), usual, problem.ledger, seed=problem.seed)
