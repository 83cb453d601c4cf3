"""The steps of editing in words: the last one, the next ones each way, and a colleague's in between."""

from __future__ import annotations

from roster_app.domain.errors import StaleEdit
from roster_app.domain.history import EditRecord
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.words import describe_edit, duty_name


def step_words(record: EditRecord, opened: OpenRoster) -> str:
    """What the author did; an undone step is told as it was done."""
    edit = record.edit.inverse() if record.undone else record.edit
    return describe_edit(edit, opened.directory, opened.roster.plan)


def done_words(record: EditRecord, opened: OpenRoster) -> str:
    """第 3 步：… or 已撤销：…"""
    told = _("Undone: {step}") if record.undone else _("Step {number}: {step}")
    return told.format(number=record.seq, step=step_words(record, opened))


def stale_words(error: Exception, opened: OpenRoster) -> str:
    """Which duty a colleague changed, and who stands there now; empty where that is not what happened."""
    plan, directory = opened.roster.plan, opened.directory
    stale = error.facts.get("duty_ids") if isinstance(error, StaleEdit) else None
    duty_id = next((d for d in stale if d in plan.duty), None) if isinstance(stale, tuple) else None
    if duty_id is None:
        return ""
    who = opened.roster.holder(duty_id)
    return _("A colleague changed {duty} a moment ago: now {name}. The roster has been read anew.").format(
        duty=duty_name(duty_id, plan, directory), name=directory.name[who] if who is not None else _("nobody")
    )
