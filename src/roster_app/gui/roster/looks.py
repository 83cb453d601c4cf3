"""What one duty shows wherever it stands: the name, and the marks beside it; worked out once a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.gui.roster.days import span_hours
from roster_app.gui.roster.findings import Findings
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _
from roster_app.services.words import duty_name, rule_name

Mark = Literal["", "wish", "hard"]


@dataclass(frozen=True, slots=True)
class Shown:
    """The roster in sight: the stored one, or a proposal laid over it, whose differences are the ghosts."""

    roster: Roster
    findings: Findings
    directory: Directory
    stored: Roster
    ghosts: frozenset[DutyId] = frozenset()


@dataclass(frozen=True, slots=True)
class SeatLook:
    """A duty with its name; an empty name is a vacancy.

    `hours` where it is only part of the shift, the longest words first: 00–02:24, –02:24.
    """

    duty_id: DutyId
    name: str
    code: str
    tone: ToneName
    leads: bool
    locked: bool
    mark: Mark
    ghost: bool
    hours: tuple[str, ...]
    place: str
    """横岗卡口·测温."""

    @property
    def is_vacant(self) -> bool:
        return not self.name


def seat_look(shown: Shown, duty_id: DutyId) -> SeatLook:
    """How the duty looks now."""
    plan, directory = shown.roster.plan, shown.directory
    duty, shift = plan.duty[duty_id], plan.shift_of(duty_id)
    assignment = shown.roster.assignments.get(duty_id)
    shift_type = directory.shift_type[shift.shift_type_id]
    return SeatLook(
        duty_id=duty_id,
        name=directory.name[assignment.volunteer_id] if assignment else "",
        code=shift_type.code,
        tone=shift_type.hue.value,
        leads=directory.post[duty.post_id].leads,
        locked=assignment is not None and assignment.locked,
        mark=mark_of(shown.findings, duty_id),
        ghost=duty_id in shown.ghosts,
        place=f"{directory.checkpoint[shift.checkpoint_id].name}·{directory.post[duty.post_id].name}",
        hours=() if duty.span == shift.span else _part_hours(shift.span, duty.span),
    )


def mark_of(findings: Findings, duty_id: DutyId) -> Mark:
    """The worst that is marked at a duty."""
    found = findings.at(duty_id)
    if not found:
        return ""
    return "hard" if findings.is_hard_at(duty_id) else "wish"


def _part_hours(shift: Span, part: Span) -> tuple[str, ...]:
    words = [span_hours(part)]
    if part.start == shift.start:
        words.append(f"–{part.end:%H:%M}")
    elif part.end == shift.end:
        words.append(f"{part.start:%H:%M}–")
    return tuple(words)


def duty_phrase(shown: Shown, duty_id: DutyId) -> str:
    """The whole cell in words: 横岗卡口 4月15日 夜班 登记：王建国，休息不足，已锁定."""
    assignment = shown.roster.assignments.get(duty_id)
    name = shown.directory.name[assignment.volunteer_id] if assignment else _("vacant")
    words = [name]
    if duty_id in shown.ghosts:
        words.append(_("proposed instead of {name}").format(name=_name_before(shown, duty_id)))
    words += [rule_name(v.rule) for v in shown.findings.at(duty_id)]
    if assignment is not None and assignment.locked:
        words.append(_("locked"))
    return _("{duty}: {state}").format(
        duty=duty_name(duty_id, shown.roster.plan, shown.directory), state=_(", ").join(words)
    )


def _name_before(shown: Shown, duty_id: DutyId) -> str:
    who = shown.stored.holder(duty_id)
    return _("nobody") if who is None else shown.directory.name[who]
