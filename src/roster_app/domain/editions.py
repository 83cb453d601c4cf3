"""Editions: immutable published snapshots with a check code a checkpoint."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from roster_app.domain.ids import CheckpointId, DutyId, EditionId, new_id
from roster_app.domain.roster import DutyPlan, Edition, PostedDuty, Roster

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 O 1 I: a check code is read off paper and typed."""
CODE_LENGTH = 6


def new_edition(roster: Roster, number: int, at: datetime, by: str) -> Edition:
    """The roster as it stands, fixed under a number."""
    holders = {duty_id: a.volunteer_id for duty_id, a in roster.assignments.items()}
    codes, duties = check_codes(roster), posted_duties(roster.plan)
    return Edition(EditionId(new_id()), roster.period.id, number, at, by, holders, codes, duties)


def posted_duties(plan: DutyPlan) -> dict[DutyId, PostedDuty]:
    """The plan's duties as an edition remembers them."""
    return {duty.id: PostedDuty(plan.dated_seat(duty), duty.span) for duty in plan.duties}


def check_codes(roster: Roster) -> dict[CheckpointId, str]:
    """Each checkpoint's code over who stands where and when: it changes if and only if that content does."""
    lines: dict[CheckpointId, list[str]] = {}
    for duty in roster.plan.duties:
        shift = roster.plan.shift[duty.shift_id]
        holder = roster.holder(duty.id)
        line = f"{duty.span.start:%Y%m%d%H%M}-{duty.span.end:%Y%m%d%H%M} {duty.post_id} {duty.seat} {holder}"
        lines.setdefault(shift.checkpoint_id, []).append(line)
    return {checkpoint: _code("\n".join(sorted(content))) for checkpoint, content in lines.items()}


def newest(editions: Sequence[Edition], before: int | None = None) -> Edition | None:
    """The edition published last, or last before the one of that number."""
    return max((e for e in editions if before is None or e.number < before), key=lambda e: e.number, default=None)


def in_force_since(editions: Sequence[Edition], checkpoint_id: CheckpointId) -> int | None:
    """The first of the editions that showed this checkpoint as the newest does, without a break.

    What was posted of it may stay. None where no edition shows the checkpoint.
    """
    since, code = None, ""
    for edition in sorted(editions, key=lambda e: e.number):
        own = edition.check_codes.get(checkpoint_id, "")
        if own != code:
            since, code = edition.number, own
    return since if code else None


def _code(content: str) -> str:
    number = int.from_bytes(hashlib.sha256(content.encode()).digest()[:8])
    code = ""
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(_ALPHABET))
        code += _ALPHABET[rest]
    return code
