"""`roster-app chain`: texts for the group out of a roster, ready to be copied."""

from datetime import date

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_period, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.chain_making import chain_text, duty_report, offered_duties, reminders, thanks


def group_text(call: Call) -> ExitCode:
    """Say the text asked for; with --json, the text and what it was made of."""
    wish = call.arguments
    with call.services() as services:
        period = chosen_period(services, chosen_team(services, wish.team), wish.day)
        opened = services.rostering.open(period.id)
    day = wish.day or period.first
    if wish.deed == "make":
        return _make(call, opened, day, wish.last or (wish.day or period.last))
    texts = {
        "report": lambda: [duty_report(opened.roster, opened.directory, day)],
        "remind": lambda: list(reminders(opened.roster, opened.directory, day).values()),
        "thank": lambda: [thanks(opened.roster, opened.directory, day)],
    }[wish.deed]()
    for text in texts:
        call.teller.say(text)
    call.teller.conclude({"day": day.isoformat(), "texts": texts})
    return ExitCode.DONE


def _make(call: Call, opened: OpenRoster, first: date, last: date) -> ExitCode:
    offered = offered_duties(opened.roster, first, last)
    if not offered:
        call.teller.say(_("No vacancies."))
    text = chain_text(offered, opened.directory) if offered else ""
    if text:
        call.teller.say(text)
    facts = [{"id": o.code, "date": o.day.isoformat(), "missing": len(o.duties)} for o in offered]
    call.teller.conclude({"text": text, "offered": facts})
    return ExitCode.DONE
