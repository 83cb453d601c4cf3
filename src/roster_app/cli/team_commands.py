"""`roster-app team`: the teams of a database."""

from roster_app.cli.call import Call
from roster_app.cli.choosing import no_team_yet
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.stationery_commands import head_and_foot
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.people import Team
from roster_app.i18n import _, ngettext


def team(call: Call) -> ExitCode:
    """List the teams, make one, store the sample, or see to the head and foot of its sheets."""
    return {"list": _list, "create": _create, "sample": _sample, "sheets": head_and_foot}[call.arguments.deed](call)


def _list(call: Call) -> ExitCode:
    with call.services() as services:
        teams = [(t, len(services.teams.directory(t.id).volunteers)) for t in services.teams.all()]
    for one, size in teams:
        call.teller.say(_line(one, size))
    if not teams:
        call.teller.say(no_team_yet())
    call.teller.conclude({"teams": [{"name": t.name, "office": t.office, "volunteers": n} for t, n in teams]})
    return ExitCode.DONE


def _line(one: Team, size: int) -> str:
    people = ngettext("{count} volunteer", "{count} volunteers", size).format(count=size)
    return " · ".join(filter(None, (one.name, one.office, one.duty_phone, people)))


def _create(call: Call) -> ExitCode:
    wish = call.arguments
    if not wish.name.strip():
        raise DomainError(ErrorCode.EMPTY_NAME)
    with call.services() as services:
        made = services.teams.create(wish.name, wish.office, wish.phone)
    call.teller.say(_("The team {name} is there.").format(name=made.name))
    return ExitCode.DONE


def _sample(call: Call) -> ExitCode:
    with call.services() as services:
        stored = services.teams.directory(services.teams.load_sample())
    call.teller.say(_line(stored.team, len(stored.volunteers)))
    return ExitCode.DONE
