"""`roster-app posted`: the posting ledger is listed, and entries are added to it."""

from dataclasses import replace

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_period, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.people import Team
from roster_app.domain.posting import Standing
from roster_app.domain.posting_ledger import PostingEntry
from roster_app.domain.roster import RosterPeriod
from roster_app.i18n import _, ngettext
from roster_app.services import Services
from roster_app.services.posting_desk import PostingLine, PostingSurvey
from roster_app.services.sheets import SheetKind
from roster_app.services.words import (
    next_step,
    next_step_words,
    posting_line_state,
    posting_line_title,
    posting_line_words,
)


def posted(call: Call) -> ExitCode:
    """List what hangs, enter what was posted, or enter what was taken down."""
    deeds = {"list": _list, "add": _add, "remove": _remove}
    with call.services() as services:
        return deeds[call.arguments.deed](call, services, chosen_team(services, call.arguments.team))


def _list(call: Call, services: Services, team: Team) -> ExitCode:
    """ATTENTION where something that hangs is out of date or over, or where nothing is known to hang."""
    period = _period(services, team, call)
    survey = services.postings.survey(team.id, period.id if period else None)
    for line in survey.lines:
        words = posting_line_words(line, survey.directory)
        call.teller.say(f"{posting_line_title(line, survey.directory)} · {posting_line_state(line)}")
        step = next_step_words(line)
        call.teller.say("  " + (_("{words} → {step}").format(words=words, step=step) if step else words))
    if not survey.lines:
        call.teller.say(_("Nothing hangs yet"))
    call.teller.conclude({"team": team.name, "lines": [_line_facts(line, survey) for line in survey.lines]})
    in_force = all(line.standing in (Standing.IN_FORCE, Standing.EDITED) for line in survey.lines)
    return ExitCode.DONE if in_force else ExitCode.ATTENTION


def _add(call: Call, services: Services, team: Team) -> ExitCode:
    sheets = services.posting.check(team.id, " ".join(call.arguments.codes))
    kind = SheetKind(call.arguments.kind)
    hanging = [replace(sheet.hangs, kind=kind) for sheet in sheets]
    made = services.postings.register(team.id, hanging, at=call.arguments.at, note=call.arguments.note).posted
    told = ngettext("{count} sheet is entered as posted.", "{count} sheets are entered as posted.", len(made))
    return _conclude(call, team, told.format(count=len(made)), made)


def _remove(call: Call, services: Services, team: Team) -> ExitCode:
    codes = {sheet.posted.code for sheet in services.posting.check(team.id, " ".join(call.arguments.codes))}
    ids = {entry.id for entry in services.postings.ledger(team.id).hanging if entry.code in codes}
    made = services.postings.take_down(team.id, ids, call.arguments.note).entries
    told = ngettext("{count} sheet is entered as taken down.", "{count} sheets are entered as taken down.", len(made))
    return _conclude(call, team, told.format(count=len(made)), made)


def _conclude(call: Call, team: Team, told: str, made: tuple[PostingEntry, ...]) -> ExitCode:
    call.teller.say(told)
    call.teller.conclude({"team": team.name, "entries": [_entry_facts(entry) for entry in made]})
    return ExitCode.DONE


def _period(services: Services, team: Team, call: Call) -> RosterPeriod | None:
    """The roster that has the day asked for; without one, the latest, if there is any."""
    if call.arguments.day is None and not services.rostering.periods(team.id):
        return None
    return chosen_period(services, team, call.arguments.day)


def _line_facts(line: PostingLine, survey: PostingSurvey) -> dict[str, object]:
    place = survey.directory.checkpoint.get(line.checkpoint_id)
    return {
        "checkpoint": place.name if place else None,
        "state": line.standing.value if line.standing else "unknown",
        "first": line.period.first.isoformat(),
        "last": line.period.last.isoformat(),
        "newest": line.newest,
        "amended_to": line.amended_to,
        "changes": len(line.changes),
        "next": next_step(line).value,
        "entry": _entry_facts(line.entry) if line.entry else None,
    }


def _entry_facts(entry: PostingEntry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "edition": entry.edition,
        "code": entry.code,
        "posted_at": entry.posted_at.isoformat(),
        "taken_down_at": entry.taken_down_at.isoformat() if entry.taken_down_at else None,
        "author": entry.author,
        "note": entry.note,
    }
