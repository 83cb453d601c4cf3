"""Questions asked of the engine's process: answered, stopped, killed or refused, what is known is never lost."""

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from asking import PATIENT
from small_teams import EASY, LEADER, MONDAY, held, people, plan, post, town

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.timespan import at, whole_days
from roster_app.engine.answers import Effort, Resolver, Situation
from roster_app.engine.answers.emptiness import Emptiness, WhyEmpty
from roster_app.engine.answers.forecast import HowMany
from roster_app.engine.answers.repair import WhoStandsIn
from roster_app.engine.answers.why_not import WhyNot
from roster_app.engine.answers.why_this import WhyThis
from roster_app.engine.problem import build
from roster_app.engine.process import EngineProcess
from roster_app.engine.search import Limits
from roster_app.engine.verdict import EngineFault

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    """An engine whose process is ended with the test."""
    made = EngineProcess()
    yield made
    made.close()


@pytest.fixture
def short_of_leaders() -> Situation:
    """Two leading seats and one leader, who holds one of them."""
    posts = [post(n, requires=frozenset({LEADER})) for n in (1, 2)]
    team = town(people(3, leaders=1), posts, DAYTIME, replace(EASY))
    made = plan(team, 1)
    return Situation(held(made, {made.duties[0].id: 1}), team, Ledger())


@dataclass(frozen=True)
class Counting:
    """A question about nothing whose answers are numbers; it comes to an end only where it is told to."""

    fault: str = ""
    effort: Effort = PATIENT

    def answers(self, resolver: Resolver) -> Iterator[int]:
        """1, 2, 3 …"""
        number = 0
        while not resolver.over:
            number += 1
            yield number
            if self.fault == "refuse":
                raise DomainError(ErrorCode.NOTHING_TO_STAFF)
            if self.fault == "fail":
                raise ZeroDivisionError
            if self.fault == "die":
                os._exit(3)
            resolver_pause()


def resolver_pause() -> None:
    """Some work."""
    sum(range(200_000))


def test_every_question_is_answered_beside_a_search(engine: EngineProcess, short_of_leaders: Situation) -> None:
    asked = short_of_leaders
    first, second = (duty.id for duty in asked.roster.plan.duties)
    heard: list[Emptiness] = []
    answer = engine.ask(WhyEmpty(asked, PATIENT), heard.append)
    assert (answer.vacancies, answer.complete, heard[-1]) == ((second,), True, answer)
    assert heard[0].diagnosis.causes
    assert engine.ask(WhyThis(asked, first)).holder is not None
    assert engine.ask(WhyNot(asked, first, VolunteerId(2))).never
    absence = WhoStandsIn(asked, VolunteerId(1), whole_days(MONDAY, MONDAY), at(MONDAY, 0), PATIENT)
    assert engine.ask(absence).plans[0].vacant == (first,)
    assert engine.ask(HowMany(asked.directory, date(2020, 4, 6), 1, PATIENT)).vacancies == 7
    problem = build(asked.roster, asked.directory, asked.ledger)
    assert engine.solve(problem, Limits(seconds=0.2), lambda progress: None).vacancies == (second,)


def test_a_stopped_question_ends_with_what_is_known(engine: EngineProcess) -> None:
    last = engine.ask(Counting(), lambda number: engine.stop() if number == 3 else None)
    assert last >= 3
    assert engine.ask(Counting(effort=Effort(seconds=0.2))) > 0


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be halted here")
def test_a_process_that_does_not_hear_is_killed_and_the_answer_kept(engine: EngineProcess) -> None:
    def halt(number: int) -> None:
        child = engine._child
        assert child is not None
        if number == 2:
            os.kill(child._process.pid or 0, signal.SIGSTOP)
            engine.stop()

    assert engine.ask(Counting(), halt) >= 2
    assert engine.ask(Counting(effort=Effort(seconds=0.1))) > 0


def test_a_process_that_dies_leaves_its_last_answer(engine: EngineProcess) -> None:
    assert engine.ask(Counting("die")) == 1
    assert engine.ask(Counting(effort=Effort(seconds=0.1))) > 0


def test_a_refusal_is_raised_and_a_mistake_after_an_answer_is_not(engine: EngineProcess) -> None:
    with pytest.raises(DomainError) as refused:
        engine.ask(Counting("refuse"))
    assert refused.value.code is ErrorCode.NOTHING_TO_STAFF
    assert engine.ask(Counting("fail")) == 1


def test_a_mistake_before_any_answer_is_told(engine: EngineProcess, short_of_leaders: Situation) -> None:
    with pytest.raises(EngineFault, match="Traceback"):
        engine.ask(WhyNot(short_of_leaders, short_of_leaders.roster.plan.duties[0].id, VolunteerId(99)))
