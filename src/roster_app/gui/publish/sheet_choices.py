"""Which sheets can be printed of an open roster, and which days of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import RosterPeriod
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.sheets import COUNTED, SheetKind

WEEK = 7
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """One line of the list; no checkpoint means all of them."""

    kind: SheetKind
    words: str
    checkpoint_id: CheckpointId | None = None

    @property
    def checkpoint_ids(self) -> tuple[CheckpointId, ...]:
        """As a sheet is ordered: none mean all."""
        return () if self.checkpoint_id is None else (self.checkpoint_id,)

    @property
    def title(self) -> str:
        """横岗卡口 · 签到表; of hours the kind alone, which is of no place."""
        kind = {
            SheetKind.WALL: _("Duty roster"),
            SheetKind.DUTY: _("Sign-in sheets"),
            SheetKind.CHANGE: _("Change sheet"),
            SheetKind.MONTH: _("Monthly roster"),
            SheetKind.PEOPLE: _("Duties by person"),
            SheetKind.LIST: _("Duty list"),
            SheetKind.SLIPS: _("Personal slips"),
            SheetKind.HANDOVER: _("Hand-over record"),
            SheetKind.CONTACTS: _("Contact list"),
            SheetKind.HOURS: _("Statement of hours"),
            SheetKind.CERTIFICATE: _("Certificate of service"),
            SheetKind.STATISTICS: _("Statistics of duty"),
        }[self.kind]
        if self.kind in COUNTED:
            return kind
        return _("{place} · {kind}").format(place=self.words, kind=kind)

    def is_same_as(self, other: SheetChoice) -> bool:
        """Whether it is about the same sheet, whatever its checkpoint is called now."""
        return (self.kind, self.checkpoint_id) == (other.kind, other.checkpoint_id)


def wall_choices(opened: OpenRoster) -> tuple[SheetChoice, ...]:
    """值班表: all checkpoints together, then each alone."""
    return _all_and_each(opened, SheetKind.WALL)


def duty_choices(opened: OpenRoster) -> tuple[SheetChoice, ...]:
    """签到表: each checkpoint's own."""
    return _each(opened, SheetKind.DUTY)


def handover_choices(opened: OpenRoster) -> tuple[SheetChoice, ...]:
    """交接班记录: each checkpoint's own."""
    return _each(opened, SheetKind.HANDOVER)


def change_choices(opened: OpenRoster) -> tuple[SheetChoice, ...]:
    """变更单: those of all checkpoints together, then each alone; none before anything hangs."""
    return _all_and_each(opened, SheetKind.CHANGE) if opened.editions else ()


def every_choice(opened: OpenRoster) -> dict[str, tuple[SheetChoice, ...]]:
    """All sheets under their headings."""
    return {
        _("On the wall"): wall_choices(opened),
        _("Beside it: changes"): change_choices(opened),
        _("With the shift"): duty_choices(opened),
        _("From shift to shift"): handover_choices(opened),
        _("Month by day"): _all_and_each(opened, SheetKind.MONTH),
        _("Month by person"): _all_and_each(opened, SheetKind.PEOPLE),
        _("Month as a list"): _all_and_each(opened, SheetKind.LIST),
        _("Internal, do not post"): contact_choices(),
        _("For each volunteer"): slip_choices(),
        _("Hours that were stood"): hours_choices(),
    }


def _all_and_each(opened: OpenRoster, kind: SheetKind) -> tuple[SheetChoice, ...]:
    return SheetChoice(kind, _("All checkpoints")), *_each(opened, kind)


def contact_choices() -> tuple[SheetChoice, ...]:
    """内部通讯录: of the whole team."""
    return (SheetChoice(SheetKind.CONTACTS, _("Whole team")),)


def slip_choices() -> tuple[SheetChoice, ...]:
    """个人值班单: everybody's, to be cut apart."""
    return (SheetChoice(SheetKind.SLIPS, _("Everybody")),)


def hours_choices() -> tuple[SheetChoice, ...]:
    """统计报表 of the team, 工时证明 and 服务证明 of everybody or of chosen people."""
    return (
        SheetChoice(SheetKind.STATISTICS, _("Statistics")),
        SheetChoice(SheetKind.HOURS, _("Statements of hours")),
        SheetChoice(SheetKind.CERTIFICATE, _("Certificates")),
    )


def _each(opened: OpenRoster, kind: SheetKind) -> tuple[SheetChoice, ...]:
    staffed = {shift.checkpoint_id for shift in opened.roster.plan.shifts}
    return tuple(
        SheetChoice(kind, checkpoint.name, checkpoint.id)
        for checkpoint in opened.directory.checkpoints_in_order
        if checkpoint.id in staffed
    )


def weeks_of(period: RosterPeriod) -> tuple[Days, ...]:
    """The calendar weeks of a period, clipped to it: first and last day of each."""
    weeks = []
    first = period.first
    while first <= period.last:
        last = min(first + timedelta(days=WEEK - 1 - first.weekday()), period.last)
        weeks.append((first, last))
        first = last + timedelta(days=1)
    return tuple(weeks)


def week_to_begin_with(period: RosterPeriod, today: date) -> Days:
    """The week today lies in, or the first one."""
    weeks = weeks_of(period)
    return next((week for week in weeks if week[0] <= today <= week[1]), weeks[0])
