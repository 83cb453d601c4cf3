"""`roster-app import file`: a workbook or table of any layout taken in as one step."""

from datetime import date

from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.inspect_command import clock
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import PeriodId, PostId
from roster_app.domain.names import name_key
from roster_app.domain.people import Team
from roster_app.domain.taking_in import EntryFate, PlannedEntry, Purpose, TakingAnswers, TakingPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services import Services
from roster_app.services.taking_in import Source
from roster_app.services.words import entry_fate_name, sentence_of_obstacle, sentence_of_problem, sentence_of_question
from roster_app.services.words.taking_in import purpose_name

MOST_LINES = 200
_OPEN = (EntryFate.ASKED, EntryFate.WRONG)


def import_file(call: Call) -> ExitCode:
    """Tell what becomes of every row, and take in what is right; one transaction."""
    wish = call.arguments
    with call.services() as services:
        team = chosen_team(services, wish.team)
        directory = services.teams.directory(team.id)
        purpose = Purpose(wish.purpose) if wish.purpose else None
        answers = TakingAnswers(purpose=purpose, post_id=_post(directory, wish.post), replaces=wish.replace)
        source = Source(wish.file)
        period_id = _period(services, team, wish.period)
        plan = services.taking_in.look(team.id, source, answers=answers, period_id=period_id)
        _tell(call, plan)
        rejected = services.taking_in.write_rejected(plan, source, wish.rejected) if wish.rejected else None
        if wish.dry_run:
            call.teller.say(_("Nothing was stored."))
        else:
            services.taking_in.take(team.id, plan)
    call.teller.conclude({"team": team.name, **plan_facts(plan), "rejected": rejected})
    return ExitCode.ATTENTION if any(plan.count(fate) for fate in _OPEN) else ExitCode.DONE


def _period(services: Services, team: Team, first: date | None) -> PeriodId | None:
    if first is None:
        return None
    found = [period for period in services.rostering.periods(team.id) if period.first == first]
    if not found:
        raise DomainError(ErrorCode.UNKNOWN_PERIOD, first=first)
    return found[0].id


def _post(directory: Directory, name: str | None) -> PostId | None:
    if name is None:
        return None
    places = directory.checkpoint
    found = [
        post.id
        for post in directory.posts
        if name_key(name) in (name_key(post.name), name_key(places[post.checkpoint_id].name + post.name))
    ]
    if len(found) != 1:
        named = (places[post.checkpoint_id].name + post.name for post in directory.posts)
        raise NotChosen(_("Say which post is meant: {names}").format(names=_(", ").join(named)))
    return found[0]


def _tell(call: Call, plan: TakingPlan) -> None:
    """The purpose, everything in doubt, and the numbers."""
    teller, more = call.teller, _("… and {count} more")
    teller.say(_("{file}: {purpose}").format(file=call.arguments.file.name, purpose=purpose_name(plan.purpose)))
    if plan.listed:
        teller.say_some((sentence_of_problem(p) for p in plan.listed.problems), MOST_LINES, more)
    else:
        teller.say_some((_line(one) for one in plan.entries if one.fate in _OPEN), MOST_LINES, more)
        asked = (
            _("{address}: {what}").format(address=q.cell, what=sentence_of_question(q))
            for q in plan.inspection.questions
        )
        teller.say_some(asked, MOST_LINES, more)
    counts = (f"{plan.count(fate)} {entry_fate_name(fate)}" for fate in EntryFate if plan.count(fate))
    teller.say(_("{rows} rows = {counts}").format(rows=plan.rows_in, counts=" + ".join(counts)))


def _line(one: PlannedEntry) -> str:
    seen = one.seen
    words = (seen.cell, seen.day.isoformat() if seen.day else "", seen.person, seen.shift, sentence_of_obstacle(one))
    return " · ".join(filter(None, words))


def plan_facts(plan: TakingPlan) -> dict[str, object]:
    """The same for programs."""
    return {
        "purpose": plan.purpose.value,
        "rows": plan.rows_in,
        **{fate.value: plan.count(fate) for fate in EntryFate},
        "period": plan.period.first.isoformat() if plan.period else None,
        "new_period": plan.new_period,
        "entries": [_entry_facts(entry) for entry in plan.entries],
        "people": [
            {"name": one.seen.name, "fate": one.fate.value, "obstacle": one.obstacle.value if one.obstacle else None}
            for one in plan.people
        ],
    }


def _entry_facts(one: PlannedEntry) -> dict[str, object]:
    seen = one.seen
    return {
        "cell": seen.cell,
        "person": seen.person or None,
        "date": seen.day.isoformat() if seen.day else None,
        "shift": seen.shift or None,
        "start": clock(seen.start),
        "end": clock(seen.end),
        "fate": one.fate.value,
        "obstacle": one.obstacle.value if one.obstacle else None,
        "hint": one.hint or None,
    }
