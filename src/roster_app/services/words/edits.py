"""What a step did, in a few words: for undo and redo and the status bar."""

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Assignment, Duty, DutyPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.names import duty_name, seat_name
from roster_app.services.words.times import clock_times


def describe_edit(edit: RosterEdit, directory: Directory, plan: DutyPlan) -> str:
    """区志明 → 横岗卡口 4月16日 早班 负责人; a step of many duties is told by its number."""
    count = len(edit.changes)
    if edit.seats:
        return _parts(edit, directory, plan)
    if edit.statements or edit.counts:
        return _of_a_chain(edit)
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


def _of_a_chain(edit: RosterEdit) -> str:
    """接龙: 3 个岗次, 2 条意愿, 4 项计数."""
    duties, wishes, counts = len(edit.changes), len(edit.statements), len(edit.counts)
    told = [ngettext("{count} duty", "{count} duties", duties).format(count=duties)] if duties else []
    if wishes:
        told.append(ngettext("{count} wish", "{count} wishes", wishes).format(count=wishes))
    if counts:
        told.append(ngettext("{count} count", "{count} counts", counts).format(count=counts))
    return _("Sign-up chain: {told}").format(told=_(", ").join(told))


def _parts(edit: RosterEdit, directory: Directory, plan: DutyPlan) -> str:
    """横岗卡口 4月16日 早班 负责人 分段: 区志明 06:00–10:00、李秀英 10:00–14:00, as the step leaves it."""
    known = next(d for s in edit.seats for d in (s.after, s.before) if d is not None)
    if known.shift_id not in plan.shift:
        return _("parts of a duty no longer planned")
    seat = seat_name(known, plan, directory)
    if edit.kind is EditKind.CUT:
        return _("{duty} cut in parts").format(duty=seat)
    if edit.kind is EditKind.JOIN:
        return _("{duty} in one part again").format(duty=seat)
    names = [
        _("{name} {span}").format(name=_holder(c.after, directory), span=clock_times(duty.span))
        for c in edit.changes
        if (duty := _duty_after(edit, c.duty_id, plan)) is not None
    ]
    return _("{duty}: {names}").format(duty=seat, names=_(", ").join(names) or _("other times"))


def _duty_after(edit: RosterEdit, duty_id: DutyId, plan: DutyPlan) -> Duty | None:
    return next((s.after for s in edit.seats if s.duty_id == duty_id), plan.duty.get(duty_id))


def describe_change(change: AssignmentChange, directory: Directory, plan: DutyPlan) -> str:
    """横岗卡口 4月16日 早班 负责人：张伟 → 李秀英; where only its time is another, 张伟，改时段."""
    duty = duty_name(change.duty_id, plan, directory) if change.duty_id in plan.duty else _("a duty no longer planned")
    before, after = change.before, change.after
    if before is not None and after is not None and before.volunteer_id == after.volunteer_id:
        return _("{duty}: {name}, other times").format(duty=duty, name=_holder(after, directory))
    return _("{duty}: {before} → {after}").format(
        duty=duty, before=_holder(before, directory), after=_holder(after, directory)
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
