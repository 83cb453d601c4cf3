"""What cannot be rostered is answered in words, soon, and never with an exception: two hundred teams, by seeds."""

import time
from collections.abc import Callable

import pytest
from contradictions import contradiction

from roster_app import i18n
from roster_app.domain.errors import DomainError
from roster_app.engine.answers import Effort, Resolver
from roster_app.engine.answers.emptiness import Emptiness, WhyEmpty
from roster_app.engine.problem import build
from roster_app.engine.search import Limits, solve
from roster_app.services.words import emptiness_words, sentence_of_error

SECONDS = 10
"""Of both cores together: what else the machine does counts for nothing."""
_EFFORT = Effort(seconds=2)


@pytest.mark.parametrize("seed", range(200))
def test_what_cannot_be_is_told_in_words(seed: int) -> None:
    began = time.process_time()
    told = answer_in_words(seed)
    assert time.process_time() - began < SECONDS
    assert told["en"]
    assert len(told["en"]) == len(told["zh_CN"])
    assert all(line.strip() for lines in told.values() for line in lines)


def answer_in_words(seed: int) -> dict[str, tuple[str, ...]]:
    """Everything that is said about the seed's team, in both languages."""
    try:
        asked = contradiction(seed)
    except DomainError as refused:
        return spoken(lambda error=refused: (sentence_of_error(error),))
    problem = build(asked.roster, asked.directory, asked.ledger)
    proposal = solve(problem, Limits(seconds=0.3), lambda progress: None, lambda: False)
    rostered = asked.with_roster(asked.held_by(proposal.assignments))
    *_, answer = WhyEmpty(rostered, _EFFORT).answers(Resolver(_EFFORT))
    told = spoken(lambda: emptiness_words(answer, asked.directory, asked.roster.plan))
    assert is_explained(answer, told["en"])
    return told


def is_explained(answer: Emptiness, lines: tuple[str, ...]) -> bool:
    """Whether vacancies are given a cause or a remedy, and broken rules are named."""
    diagnosis = answer.diagnosis
    named = len(diagnosis.clashes) + min(len(diagnosis.broken), 5)
    return len(lines) >= named + bool(answer.vacancies)


def spoken(say: Callable[[], tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The same in each language."""
    told = {}
    for language in ("en", "zh_CN"):
        i18n.install(language)
        told[language] = say()
    return told
