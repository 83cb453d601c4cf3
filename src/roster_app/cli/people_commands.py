"""`roster-app people` and `import`: the volunteers of a team, and lists of them taken in."""

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.telling import Teller
from roster_app.domain.imports import Fate, ImportPlan
from roster_app.domain.lists import Problem
from roster_app.domain.people import Volunteer, masked_phone
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.people_order import order_key
from roster_app.services.words import sentence_of_column, sentence_of_problem, sentence_of_skipped

MOST_LINES = 200


def list_people(call: Call) -> ExitCode:
    """Everybody, or whoever the words find; phones are masked, as on sheets."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        directory = services.teams.directory(team.id)
    found = [v for v in directory.volunteers if not call.arguments.find or v.matches(call.arguments.find)]
    found.sort(key=order_key(PeopleOrder(call.arguments.order)))
    for volunteer in found:
        call.teller.say(_line(volunteer, directory))
    count = ngettext("{count} volunteer", "{count} volunteers", len(found)).format(count=len(found))
    call.teller.say(count)
    call.teller.conclude({"team": team.name, "volunteers": [_facts(v, directory) for v in found]})
    return ExitCode.DONE


def import_list(call: Call) -> ExitCode:
    """Read the list, tell what is in doubt, and take in what is right; one transaction."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        plan = services.people.preview_import(team.id, call.arguments.file)
        tell_plan(call.teller, plan)
        if call.arguments.dry_run:
            call.teller.say(_("Nothing was stored."))
        else:
            services.people.carry_out(team.id, plan)
    call.teller.conclude({"team": team.name, **plan_facts(plan)})
    return ExitCode.ATTENTION if plan.count(Fate.WRONG) else ExitCode.DONE


def tell_plan(teller: Teller, plan: ImportPlan) -> None:
    """Where the list stands in the file, every cell in doubt by its address, and what becomes of the rows."""
    found = plan.found
    teller.say(_("{file}, sheet {sheet}: {rows} rows").format(file=found.source, sheet=found.sheet, rows=plan.rows_in))
    if not found.header_rows:
        teller.say(_("No header was found; the columns were told by their content."))
    more = _("… and {count} more")
    teller.say_some((sentence_of_column(c) for c in found.columns if c.field), MOST_LINES, more)
    teller.say_some((sentence_of_problem(p) for p in plan.problems), MOST_LINES, more)
    teller.say_some((sentence_of_skipped(row) for row in found.skipped), MOST_LINES, more)
    teller.say(
        _("{rows} rows = {new} new + {changed} changed + {same} unchanged + {skipped} skipped + {wrong} wrong").format(
            rows=plan.rows_in,
            new=plan.count(Fate.NEW),
            changed=plan.count(Fate.CHANGED),
            same=plan.count(Fate.SAME),
            skipped=plan.count(Fate.SKIPPED),
            wrong=plan.count(Fate.WRONG),
        )
    )


def plan_facts(plan: ImportPlan) -> dict[str, object]:
    """The same for programs."""
    return {
        "rows": plan.rows_in,
        **{fate.value: plan.count(fate) for fate in Fate},
        "problems": [_problem_facts(problem) for problem in plan.problems],
    }


def _problem_facts(problem: Problem) -> dict[str, str]:
    return {
        "address": problem.address,
        "text": problem.text,
        "code": problem.code.value,
        "verdict": problem.verdict.value,
        "hint": problem.hint,
    }


def _line(volunteer: Volunteer, directory: Directory) -> str:
    return " · ".join(filter(None, map(str, _facts(volunteer, directory).values())))


def _facts(volunteer: Volunteer, directory: Directory) -> dict[str, str]:
    area = directory.area[volunteer.area_id].name if volunteer.area_id else ""
    qualifications = sorted(directory.qualification[q].name for q in volunteer.qualifications)
    return {
        "name": directory.name[volunteer.id],
        "phone": masked_phone(volunteer.phone),
        "affiliation": volunteer.affiliation,
        "area": area,
        "title": volunteer.title,
        "qualifications": _(", ").join(qualifications),
    }
