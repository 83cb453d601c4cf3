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
        if self.kind in COUNTED:
            return kind_words(self.kind)
        return _("{place} · {kind}").format(place=self.words, kind=kind_words(self.kind))

    def is_same_as(self, other: SheetChoice) -> bool:
        """Whether it is about the same sheet, whatever its checkpoint is called now."""
        return (self.kind, self.checkpoint_id) == (other.kind, other.checkpoint_id)


def kind_words(kind: SheetKind) -> str:
    """What a kind of sheet is called in the list."""
    return {
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
    }[kind]


GROUPS = (
    (SheetKind.WALL, SheetKind.CHANGE),
    (SheetKind.DUTY, SheetKind.HANDOVER),
    (SheetKind.MONTH, SheetKind.PEOPLE, SheetKind.LIST),
    (SheetKind.SLIPS, SheetKind.CONTACTS),
    (SheetKind.STATISTICS, SheetKind.HOURS, SheetKind.CERTIFICATE),
)
"""The kinds as they are listed: on the wall and beside it, with the shift, of the whole month, for people, of hours."""
_OF_THE_TEAM = COUNTED | {SheetKind.SLIPS, SheetKind.CONTACTS}


def choices_of(kind: SheetKind, opened: OpenRoster) -> tuple[SheetChoice, ...]:
    """All checkpoints together, then each alone; one choice where a sheet is of the whole team, none of change sheets
    before anything hangs."""
    if kind in _OF_THE_TEAM:
        words = _("Whole team") if kind in (SheetKind.CONTACTS, SheetKind.STATISTICS) else _("Everybody")
        return (SheetChoice(kind, words),)
    if kind is SheetKind.CHANGE and not opened.editions:
        return ()
    staffed = {shift.checkpoint_id for shift in opened.roster.plan.shifts}
    each = (c for c in opened.directory.checkpoints_in_order if c.id in staffed)
    return SheetChoice(kind, _("All checkpoints")), *(SheetChoice(kind, c.name, c.id) for c in each)


def every_choice(opened: OpenRoster) -> dict[SheetKind, tuple[SheetChoice, ...]]:
    """All sheets that can be printed, by kind, in the order of the list."""
    every = {kind: choices_of(kind, opened) for group in GROUPS for kind in group}
    return {kind: choices for kind, choices in every.items() if choices}


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
