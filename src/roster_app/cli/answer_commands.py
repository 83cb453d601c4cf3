"""`roster-app why`, `repair` and `forecast`: questions that are answered by solving."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen, chosen_duty, chosen_period, chosen_person, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.telling import Teller
from roster_app.domain.answers.absence import carried_out
from roster_app.domain.timespan import whole_days
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.answers import how_many, who_stands_in, why_empty, why_not, why_this
from roster_app.services.generating import Search
from roster_app.services.words import (
    day_words,
    duty_name,
    emptiness_words,
    forecast_words,
    plan_summary,
    possibility_words,
    repair_words,
    standing_words,
)

if TYPE_CHECKING:
    from roster_app.engine.answers import Question
    from roster_app.engine.answers.emptiness import Emptiness

A = TypeVar("A")


def why(call: Call) -> ExitCode:
    """Explain the vacancies of a roster, or one duty of it."""
    wish = call.arguments
    with call.services() as services, Search() as engine:
        engine.warm()
        team = chosen_team(services, wish.team)
        opened = services.rostering.open(chosen_period(services, team, wish.day).id)
        return _duty(call, engine, opened) if wish.checkpoint else _vacancies(call, engine, opened)


def _vacancies(call: Call, engine: Search, opened: OpenRoster) -> ExitCode:
    """What is known is said at once, what is found later as it is found."""
    said: list[str] = []

    def say(answer: "Emptiness", so_far: bool = True) -> None:
        lines = emptiness_words(answer, opened.directory, opened.roster.plan, so_far=so_far)
        new = [line for line in lines if line not in said]
        _say(call.teller, new)
        said.extend(new)

    answer = answered(engine, why_empty(opened, call.arguments.seconds), call.teller, say)
    say(answer, so_far=False)
    vacant = [duty_name(d, opened.roster.plan, opened.directory) for d in answer.vacancies]
    remedies = [{"filled": len(r.filled), "left": r.left, "moved": r.moved} for r in answer.remedies]
    call.teller.conclude({"vacant": vacant, "fewest": answer.fewest, "remedies": remedies, "said": said})
    return ExitCode.ATTENTION if vacant else ExitCode.DONE


def _duty(call: Call, engine: Search, opened: OpenRoster) -> ExitCode:
    wish, directory, plan = call.arguments, opened.directory, opened.roster.plan
    duty = chosen_duty(opened.roster, directory, wish.day, wish.checkpoint, wish.shift, wish.post)
    facts: dict[str, object] = {"duty": duty_name(duty.id, plan, directory)}
    if wish.person is None:
        standing = answered(engine, why_this(opened, duty.id), call.teller)
        lines = standing_words(standing, directory, plan)
        others = [directory.name[other.candidacy.volunteer_id] for other in standing.alternatives]
        facts |= {"alternatives": others, "blocked": standing.blocked}
    else:
        person = chosen_person(directory, wish.person)
        possible = answered(engine, why_not(opened, duty.id, person.id, wish.seconds or 10), call.teller)
        lines = possibility_words(possible, directory, plan)
        nearest = possible.nearest
        facts |= {"never": possible.never, "points": nearest and nearest.points, "price": possible.price}
    _say(call.teller, lines)
    call.teller.conclude({**facts, "said": lines})
    return ExitCode.DONE


def repair(call: Call) -> ExitCode:
    """Find plans for somebody's absence, and carry one out where that is asked."""
    wish = call.arguments
    with call.services() as services, Search() as engine:
        engine.warm()
        team = chosen_team(services, wish.team)
        opened = services.rostering.open(chosen_period(services, team, wish.first).id)
        person = chosen_person(opened.directory, wish.person)
        span = whole_days(wish.first, wish.last or wish.first)
        now = wish.at or services.desk.minute()
        question = who_stands_in(opened, person.id, span, now, wish.seconds or 10)
        answer = answered(engine, question, call.teller)
        lines = repair_words(answer, opened.directory, opened.roster.plan)
        _say(call.teller, lines)
        if wish.take is not None:
            if not 1 <= wish.take <= len(answer.plans):
                raise NotChosen(_("There is no plan {number}.").format(number=wish.take))
            edit = carried_out(opened.roster, answer.plans[wish.take - 1], now)
            services.rostering.apply_edit(opened.period.id, edit)
            call.teller.say(_("Plan {number} is carried out.").format(number=wish.take))
    plans = [
        {
            "summary": plan_summary(plan, opened.directory),
            "changes": len(plan.changes),
            "soon": plan.soon,
            "vacant": len(plan.vacant),
            "call": [opened.directory.name[who] for who in plan.called],
        }
        for plan in answer.plans
    ]
    call.teller.conclude({"vacated": len(answer.vacated), "plans": plans, "least": answer.least, "said": lines})
    return ExitCode.ATTENTION if any(plan.vacant for plan in answer.plans[:1]) else ExitCode.DONE


def forecast(call: Call) -> ExitCode:
    """Say how many people are needed for some weeks."""
    wish = call.arguments
    with call.services() as services, Search() as engine:
        engine.warm()
        directory = services.teams.directory(chosen_team(services, wish.team).id)
        first = wish.first or _next_monday(services.desk.today())
        call.teller.say(_("From {day}, {weeks} weeks.").format(day=day_words(first), weeks=wish.weeks))
        answer = answered(engine, how_many(directory, first, wish.weeks, wish.seconds or 60), call.teller)
    lines = forecast_words(answer, directory)
    _say(call.teller, lines)
    size = None if answer.smallest is None else sum(answer.smallest.values())
    call.teller.conclude({"people": answer.people, "vacancies": answer.vacancies, "smallest": size, "said": lines})
    return ExitCode.ATTENTION if answer.vacancies else ExitCode.DONE


def answered(engine: Search, question: "Question[A]", teller: Teller, listen: Callable[[A], None] | None = None) -> A:
    """Wait for the answer; the first Ctrl+C ends it with what is known. `listen` hears what is known by and by."""
    told: list[A] = []

    def hear(answer: A) -> None:
        if not told and not getattr(answer, "complete", True):
            teller.say(_("Solving; Ctrl+C ends with what is known."))
        told.append(answer)
        if listen is not None:
            listen(answer)

    with ThreadPoolExecutor(1) as executor:
        running = executor.submit(engine.ask, question, hear)
        try:
            return running.result()
        except KeyboardInterrupt:
            teller.say(_("Stopping with what is known so far."))
            engine.stop()
            return running.result()


def _say(teller: Teller, lines: Iterable[str]) -> None:
    for line in lines:
        teller.say(line)


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
