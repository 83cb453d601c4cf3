"""`roster-app print` and `backup`: what leaves the database as files."""

from argparse import Namespace
from dataclasses import replace
from datetime import timedelta

from roster_app.cli.call import Call
from roster_app.cli.choosing import (
    chosen_checkpoints,
    chosen_people,
    chosen_period,
    chosen_period_within,
    chosen_team,
)
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.telling import Teller
from roster_app.domain.ids import CheckpointId
from roster_app.domain.people import Team
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.roster import RosterPeriod
from roster_app.i18n import _, ngettext
from roster_app.services import Services
from roster_app.services.databases import back_up as copy_database
from roster_app.services.sheets import (
    COUNTED,
    ListColumn,
    PaperSize,
    PrintedSheet,
    Profile,
    SheetKind,
    SheetOrder,
    Turned,
)


def print_sheets(call: Call) -> ExitCode:
    """Write sheets of one kind to one PDF file."""
    wish = call.arguments
    with call.services() as services:
        team = chosen_team(services, wish.team)
        period = _period(services, team, wish)
        directory = services.teams.directory(team.id)
        order = _order(call, period, chosen_checkpoints(directory, wish.checkpoint))
        order = replace(order, people=chosen_people(directory, wish.person))
        printed = services.sheets.print(period.id, order, wish.file)
    tell_sheet(call.teller, printed)
    facts = {"path": str(printed.path), "pages": printed.pages, "full_mobile_numbers": printed.full_phones}
    call.teller.conclude(facts | {"notices": list(printed.notices)})
    return ExitCode.DONE


def back_up(call: Call) -> ExitCode:
    """Copy the database; the copy is a database of its own."""
    with call.services() as services:
        copy = copy_database(services, call.arguments.folder)
    call.teller.say(_("Copied to {path}.").format(path=copy))
    return ExitCode.DONE


def tell_sheet(teller: Teller, printed: PrintedSheet) -> None:
    """Where the file is, and what to know before it is posted."""
    pages = ngettext("{count} page", "{count} pages", printed.pages).format(count=printed.pages)
    teller.say(_("{path}: {pages}").format(path=printed.path, pages=pages))
    if count := printed.full_phones:
        phones = ngettext("It holds {count} full mobile number.", "It holds {count} full mobile numbers.", count)
        teller.say(f"  {phones.format(count=count)}")
    for notice in printed.notices:
        teller.say(f"  {notice}")


def _period(services: Services, team: Team, wish: Namespace) -> RosterPeriod:
    """The roster that has the first day; hours are counted over days of several rosters, and of part of one."""
    if SheetKind(wish.kind) in COUNTED and wish.first and wish.last:
        return chosen_period_within(services, team, wish.first, wish.last)
    return chosen_period(services, team, wish.first)


def _order(call: Call, period: RosterPeriod, checkpoints: tuple[CheckpointId, ...]) -> SheetOrder:
    """A week of wall roster, one day of duty sheets or records, a whole period of others, if nothing else is said."""
    wish = call.arguments
    kind = SheetKind(wish.kind)
    first = wish.first or period.first
    usual = {SheetKind.WALL: first + timedelta(days=6), SheetKind.DUTY: first, SheetKind.HANDOVER: first}
    last = wish.last or min(usual.get(kind, period.last), period.last)
    paper = PaperSize(wish.paper or call.settings.paper)
    return SheetOrder(
        kind,
        first,
        last,
        checkpoints,
        paper,
        profile=Profile(wish.profile) if wish.profile else None,
        duty_leader=wish.leader,
        made_by=wish.made_by,
        reviewed_by=wish.reviewed_by,
        since=wish.since,
        turned=Turned(wish.turned),
        columns=tuple(map(ListColumn, wish.columns or ())),
        lunar=wish.lunar,
        in_order=PeopleOrder(wish.order),
    )
