"""Editions: immutable published snapshots with a check code a checkpoint, and what two of them differ in."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from roster_app.domain.edits import AssignmentChange
from roster_app.domain.ids import CheckpointId, DutyId, EditionId, VolunteerId, new_id
from roster_app.domain.roster import Assignment, Edition, Roster

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 O 1 I: a check code is read off paper and typed."""
CODE_LENGTH = 6


def new_edition(roster: Roster, number: int, at: datetime, by: str) -> Edition:
    """The roster as it stands, fixed under a number."""
    holders = {duty_id: a.volunteer_id for duty_id, a in roster.assignments.items()}
    spans = {duty_id: roster.plan.duty[duty_id].span for duty_id in holders}
    return Edition(EditionId(new_id()), roster.period.id, number, at, by, holders, check_codes(roster), spans)


def check_codes(roster: Roster) -> dict[CheckpointId, str]:
    """Each checkpoint's code over who stands where and when: it changes if and only if that content does."""
    lines: dict[CheckpointId, list[str]] = {}
    for duty in roster.plan.duties:
        shift = roster.plan.shift[duty.shift_id]
        holder = roster.holder(duty.id)
        line = f"{duty.span.start:%Y%m%d%H%M}-{duty.span.end:%Y%m%d%H%M} {duty.post_id} {duty.seat} {holder}"
        lines.setdefault(shift.checkpoint_id, []).append(line)
    return {checkpoint: _code("\n".join(sorted(content))) for checkpoint, content in lines.items()}


def differences(edition: Edition, roster: Roster) -> tuple[AssignmentChange, ...]:
    """What has changed since the edition, duty by duty in the order of the plan: another holder, or another time."""
    return tuple(
        AssignmentChange(duty.id, _held(edition.holders, duty.id), roster.assignments.get(duty.id))
        for duty in roster.plan.duties
        if edition.holders.get(duty.id) != roster.holder(duty.id) or edition.spans.get(duty.id, duty.span) != duty.span
    )


def _held(holders: Mapping[DutyId, VolunteerId], duty_id: DutyId) -> Assignment | None:
    return Assignment(holders[duty_id]) if duty_id in holders else None


def _code(content: str) -> str:
    number = int.from_bytes(hashlib.sha256(content.encode()).digest()[:8])
    code = ""
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(_ALPHABET))
        code += _ALPHABET[rest]
    return code
