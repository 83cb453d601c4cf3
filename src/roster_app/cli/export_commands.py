"""`roster-app export`, `import roster` and `import everything`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_checkpoints, chosen_period, chosen_person, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.return_plan import ReturnPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services import Services
from roster_app.services.words.returned import return_summary, sentence_of_remark, sentence_of_returned

MOST_LINES = 200


def export(call: Call) -> ExitCode:
    """Write one kind of thing to a file or a folder."""
    kinds: Mapping[str, Callable[[Services, Call], Path | None]] = {
        "roster": _export_roster,
        "volunteers": _export_volunteers,
        "calendars": _export_calendars,
        "everything": _export_everything,
    }
    with call.services() as services:
        written = kinds[call.arguments.kind](services, call)
    if isinstance(written, Path):
        call.teller.say(_("Written to {path}.").format(path=written))
        call.teller.conclude({"path": str(written)})
    return ExitCode.DONE


def import_roster(call: Call) -> ExitCode:
    """Tell what an edited workbook asks for, and take it as one step that can be undone."""
    with call.services() as services:
        returning = services.exports.read_back(call.arguments.file)
        opened = services.rostering.open(returning.period.id)
        plan, taken = returning.plan, returning.plan.edit is not None and not call.arguments.dry_run
        more = _("… and {count} more")
        changes = (sentence_of_returned(c, opened.directory, opened.roster.plan) for c in plan.changes)
        call.teller.say_some(changes, MOST_LINES, more)
        call.teller.say_some(map(sentence_of_remark, plan.remarks), MOST_LINES, more)
        call.teller.say(return_summary(plan, returning.new_conflicts))
        if taken:
            services.exports.take_back(returning)
        else:
            call.teller.say(_("Nothing was stored."))
    call.teller.conclude({**_facts(plan, opened.directory), "new_conflicts": returning.new_conflicts, "taken": taken})
    return ExitCode.ATTENTION if plan.remarks else ExitCode.DONE


def import_everything(call: Call) -> ExitCode:
    """Take an exported JSON file into the database, which must be empty."""
    with call.services() as services:
        services.exports.take_in_everything(call.arguments.file)
        teams = services.teams.all()
    call.teller.say(_("Taken in: {teams}.").format(teams=_(", ").join(team.name for team in teams)))
    return ExitCode.DONE


def _export_roster(services: Services, call: Call) -> Path:
    period = chosen_period(services, chosen_team(services, call.arguments.team), call.arguments.day)
    return services.exports.roster(period.id, call.arguments.file)


def _export_volunteers(services: Services, call: Call) -> Path:
    return services.exports.volunteers(chosen_team(services, call.arguments.team).id, call.arguments.file)


def _export_everything(services: Services, call: Call) -> Path:
    return services.exports.everything(call.arguments.file)


def _export_calendars(services: Services, call: Call) -> None:
    """Of volunteers alone, of checkpoints alone, or of all where neither is named."""
    wish = call.arguments
    team = chosen_team(services, wish.team)
    period, directory = chosen_period(services, team, wish.day), services.teams.directory(team.id)
    people = [chosen_person(directory, name).id for name in wish.person or ()]
    places = chosen_checkpoints(directory, wish.checkpoint)
    named = bool(people or places)
    written = services.exports.calendars(period.id, wish.folder, people if named else None, places if named else None)
    count = len(written.paths)
    files = ngettext("{count} calendar written to {folder}.", "{count} calendars written to {folder}.", count)
    call.teller.say(files.format(count=count, folder=wish.folder))
    if written.cancelled:
        told = ngettext(
            "{count} duty is told as cancelled.", "{count} duties are told as cancelled.", written.cancelled
        )
        call.teller.say(told.format(count=written.cancelled))
    call.teller.conclude({"paths": [str(path) for path in written.paths], "cancelled": written.cancelled})


def _facts(plan: ReturnPlan, directory: Directory) -> dict[str, object]:
    def name(who: int | None) -> str | None:
        return None if who is None else {int(v): n for v, n in directory.name.items()}.get(who, "")

    return {
        "changes": [
            {
                "cell": found.address,
                "duty": found.change.duty_id,
                "before": name(found.change.before.volunteer_id if found.change.before else None),
                "after": name(found.change.after.volunteer_id if found.change.after else None),
            }
            for found in plan.changes
        ],
        "already": plan.already,
        "remarks": [
            {"cell": remark.address, "text": remark.text, "code": remark.code.value, "hint": remark.hint}
            for remark in plan.remarks
        ],
    }
