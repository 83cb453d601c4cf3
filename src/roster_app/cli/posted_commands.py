"""`roster-app check CODE`: whether a sheet that hangs still is in force, and what has changed at its checkpoint."""

from pathlib import Path

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.people import Team
from roster_app.domain.posting import Standing
from roster_app.i18n import _
from roster_app.services.posting import PostedSheet
from roster_app.services.words import difference_row, posted_state, posted_title, posted_words, sentence_of_error

_MOST_CHANGES = 50


def check_posted(call: Call, text: str) -> ExitCode:
    """Tell it of every sheet meant; ATTENTION unless all of them may stay as they hang."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        sheets = services.posting.check(team.id, text)
    return _tell(call, team, sheets)


def check_photo(call: Call, path: Path) -> ExitCode:
    """The same of the codes on a picture or PDF file; ATTENTION also where no edition has one of them."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        answer = services.posting.check_file(team.id, path)
    if answer.unknown is not None:
        call.teller.say(sentence_of_error(answer.unknown))
    told = _tell(call, team, answer.sheets)
    return told if answer.unknown is None else ExitCode.ATTENTION


def _tell(call: Call, team: Team, sheets: tuple[PostedSheet, ...]) -> ExitCode:
    for sheet in sheets:
        call.teller.say(f"{sheet.posted.code} · {posted_title(sheet)}")
        words = _("{state}: {sentence}").format(state=posted_state(sheet.standing), sentence=posted_words(sheet))
        call.teller.say(words)
        call.teller.say_some(_changes(sheet), _MOST_CHANGES, _("… and {count} more"))
    call.teller.conclude({"team": team.name, "sheets": [_facts(sheet) for sheet in sheets]})
    in_force = all(sheet.standing is Standing.IN_FORCE for sheet in sheets)
    return ExitCode.DONE if in_force else ExitCode.ATTENTION


def _facts(sheet: PostedSheet) -> dict[str, object]:
    place = sheet.directory.checkpoint.get(sheet.posted.checkpoint_id)
    return {
        "code": sheet.posted.code,
        "state": sheet.standing.value,
        "checkpoint": place.name if place else None,
        "first": sheet.period.first.isoformat(),
        "last": sheet.period.last.isoformat(),
        "editions": list(sheet.posted.editions),
        "newest": sheet.newest.number,
        "entered": sheet.entered,
        "changes": _changes(sheet),
    }


def _changes(sheet: PostedSheet) -> list[str]:
    return [difference_row(change, sheet.directory, with_place=False).phrase for change in sheet.changes]
