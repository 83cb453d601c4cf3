"""Plans for somebody's absence, in sentences: what changes, for whom, who has to be called."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roster_app.domain.answers.absence import Plan
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.edits import describe_change
from roster_app.services.words.names import duty_name
from roster_app.services.words.violations import sentence_of_violation

if TYPE_CHECKING:
    from roster_app.engine.answers.repair import Repair


def repair_words(answer: "Repair", directory: Directory, plan: DutyPlan) -> tuple[str, ...]:
    """The whole answer, a sentence a line."""
    return tuple(_lines(answer, directory, plan))


def _lines(answer: "Repair", directory: Directory, plan: DutyPlan) -> Iterator[str]:
    if not answer.vacated:
        yield _("No duty falls vacant.")
        return
    count = len(answer.vacated)
    yield ngettext("{count} duty falls vacant.", "{count} duties fall vacant.", count).format(count=count)
    for number, found in enumerate(answer.plans, start=1):
        yield _("Plan {number}: {plan}").format(number=number, plan=plan_summary(found, directory))
        yield from ("  " + line for line in plan_lines(found, directory, plan))
    if answer.plans and answer.least:
        yield _("No plan changes fewer posted duties than the first.")
    if not answer.complete:
        yield _("The time was over before everything was tried.")


def plan_summary(found: Plan, directory: Directory) -> str:
    """3 个岗次换人（1 个在 48 小时内），需通知 2 人：张伟、李秀英."""
    count = len(found.changes)
    changes = ngettext("{count} duty changes hands", "{count} duties change hands", count).format(count=count)
    if found.soon:
        changes = _("{changes} ({count} within 48 h)").format(changes=changes, count=found.soon)
    if not found.called:
        return _("{changes}, nobody to call").format(changes=changes)
    names = _(", ").join(directory.name[who] for who in found.called)
    return ngettext(
        "{changes}, call {count} person: {names}", "{changes}, call {count} people: {names}", len(found.called)
    ).format(changes=changes, count=len(found.called), names=names)


def plan_lines(found: Plan, directory: Directory, plan: DutyPlan) -> Iterator[str]:
    """Each change, what stays vacant, and what it leaves broken."""
    for change in found.changes:
        if change.after is None and change.duty_id in found.vacant:
            yield _("{duty} stays vacant").format(duty=duty_name(change.duty_id, plan, directory))
        else:
            yield describe_change(change, directory, plan)
    for violation in found.broken:
        yield _("Left as it is: {what}").format(what=sentence_of_violation(violation, directory, plan))
