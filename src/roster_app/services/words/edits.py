"""What a step did, in a few words: for undo and redo and the status bar."""

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.roster import Assignment, DutyPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.names import duty_name


def describe_edit(edit: RosterEdit, directory: Directory, plan: DutyPlan) -> str:
    """区志明 → 横岗卡口 4月16日 早班 负责人; a step of many duties is told by its number."""
    count = len(edit.changes)
    if edit.kind is EditKind.ACCEPT_PROPOSAL:
        return ngettext("Proposal accepted, {count} duty", "Proposal accepted, {count} duties", count).format(
            count=count
        )
    if edit.kind is EditKind.LOCK:
        return ngettext("{count} duty locked", "{count} duties locked", count).format(count=count)
    if edit.kind is EditKind.UNLOCK:
        return ngettext("{count} duty unlocked", "{count} duties unlocked", count).format(count=count)
    if edit.kind is EditKind.SWAP and count == 2:
        one, other = (_holder(c.before, directory) for c in edit.changes)
        return _("{one} and {other} exchanged").format(one=one, other=other)
    if count == 1:
        return _one(edit.changes[0], directory, plan)
    return ngettext("{count} duty changed", "{count} duties changed", count).format(count=count)


def describe_change(change: AssignmentChange, directory: Directory, plan: DutyPlan) -> str:
    """横岗卡口 4月16日 早班 负责人：张伟 → 李秀英."""
    duty = duty_name(change.duty_id, plan, directory) if change.duty_id in plan.duty else _("a duty no longer planned")
    return _("{duty}: {before} → {after}").format(
        duty=duty, before=_holder(change.before, directory), after=_holder(change.after, directory)
    )


def _one(change: AssignmentChange, directory: Directory, plan: DutyPlan) -> str:
    duty = duty_name(change.duty_id, plan, directory) if change.duty_id in plan.duty else _("a duty no longer planned")
    if change.after is None:
        return _("{name} taken off {duty}").format(name=_holder(change.before, directory), duty=duty)
    return _("{name} → {duty}").format(name=_holder(change.after, directory), duty=duty)


def _holder(assignment: Assignment | None, directory: Directory) -> str:
    if assignment is None:
        return _("vacancy")
    return directory.name.get(assignment.volunteer_id, _("somebody removed"))
