"""`roster-app rosters`, `generate`, `check` and `publish`."""

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_period, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.generating import everything_planned_by_machine, proposal_facts, search, store, told
from roster_app.cli.posted_commands import check_photo, check_posted
from roster_app.cli.roster_facts import (
    Judged,
    roster_facts,
    tell_conflicts,
    tell_cover,
    tell_spread,
    tell_vacancies,
)
from roster_app.domain.editions import newest
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.people import Team
from roster_app.domain.roster import RosterPeriod
from roster_app.i18n import _, ngettext
from roster_app.services import Services
from roster_app.services.generating import Scope, Search
from roster_app.services.words import period_title, replacement_words
from roster_app.services.words.names import state_name


def list_rosters(call: Call) -> ExitCode:
    """The periods of a team with their state and what is vacant."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        opened = [services.rostering.open(period.id) for period in services.rostering.periods(team.id)]
    for one in opened:
        count = len(one.roster.vacancies)
        vacancies = ngettext("{count} vacancy", "{count} vacancies", count).format(count=count)
        call.teller.say(" · ".join((_title(one.period), state_name(one.period.state), vacancies)))
    if not opened:
        call.teller.say(_("There is no roster yet. Make one with: roster-app generate FIRST LAST"))
    listed = [
        {**_days(one.period), "state": one.period.state.value, "vacancies": len(one.roster.vacancies)} for one in opened
    ]
    call.teller.conclude({"team": team.name, "rosters": listed})
    return ExitCode.DONE


def generate(call: Call) -> ExitCode:
    """Make the roster where it is missing, and let the engine fill it."""
    wish = call.arguments
    seconds = wish.seconds or call.settings.solver_seconds
    with call.services() as services, Search() as engine:
        engine.warm()
        period = _period_to_fill(services, chosen_team(services, wish.team), call)
        opened = services.rostering.open(period.id)
        call.teller.say(_title(period))
        scope = everything_planned_by_machine(opened) if wish.anew else Scope()
        searched = search(engine, opened, scope, seconds, call.teller)
        store(services, opened, searched.proposal)
        judged = Judged.of(services.rostering.open(period.id))
    call.teller.say(told(searched.proposal))
    tell_cover(call.teller, judged)
    tell_vacancies(call.teller, judged)
    tell_conflicts(call.teller, judged)
    tell_spread(call.teller, judged)
    call.teller.conclude({**_days(period), **roster_facts(judged), "search": proposal_facts(searched)})
    return ExitCode.DONE if judged.sound else ExitCode.ATTENTION


def check(call: Call) -> ExitCode:
    """Prove and judge a roster as it is stored; with check codes instead of a day, tell how posted sheets stand."""
    asked = call.arguments.day
    if call.arguments.photo is not None:
        return check_photo(call, call.arguments.photo)
    if len(asked) > 1 or any(isinstance(word, str) for word in asked):
        return check_posted(call, " ".join(map(str, asked)))
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        judged = Judged.of(services.rostering.open(chosen_period(services, team, next(iter(asked), None)).id))
    call.teller.say(f"{team.name} · {_title(judged.opened.period)}")
    tell_cover(call.teller, judged)
    tell_vacancies(call.teller, judged, call.arguments.reasons)
    tell_conflicts(call.teller, judged, call.arguments.wishes)
    tell_spread(call.teller, judged)
    facts = {"team": team.name, **_days(judged.opened.period), **roster_facts(judged), "vacant": judged.vacancies}
    call.teller.conclude(facts)
    return ExitCode.DONE if judged.sound else ExitCode.ATTENTION


def publish(call: Call) -> ExitCode:
    """Fix the roster as its next edition."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        period = chosen_period(services, team, call.arguments.day)
        edition = services.rostering.publish(period.id)
        before = newest(services.rostering.open(period.id).editions, before=edition.number)
        directory = services.teams.directory(team.id)
    call.teller.say(_("{roster}: edition {number}.").format(roster=_title(period), number=edition.number))
    if before is not None:
        call.teller.say(replacement_words(before, edition, directory))
    return ExitCode.DONE


def _period_to_fill(services: Services, team: Team, call: Call) -> RosterPeriod:
    """The roster of exactly these days, or the one that has the day; a new one where both ends are given."""
    first, last = call.arguments.first, call.arguments.last
    for period in services.rostering.periods(team.id):
        if (period.first, period.last) == (first, last) or (last is None and period.first <= first <= period.last):
            return period
    if last is None:
        raise DomainError(ErrorCode.UNKNOWN_PERIOD, first=first)
    return services.rostering.create_period(team.id, first, last)


def _title(period: RosterPeriod) -> str:
    return period_title(period.first, period.last)


def _days(period: RosterPeriod) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}
