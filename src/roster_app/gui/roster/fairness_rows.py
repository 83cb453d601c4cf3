"""Fairness in rows for the side panel: shares, turns, and days without rest, the most striking first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from roster_app.domain.book import TurnQueue
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.resting import DaysOnDuty, days_on_duty
from roster_app.gui.roster.choice_list import Choice
from roster_app.gui.roster.totals import Totals, figure_of
from roster_app.i18n import _, ngettext
from roster_app.services import OpenRoster
from roster_app.services.words import day_words, duty_name

_TURNS_SHOWN = 40
_LONG = 5
"""Days in a row from which it is worth a look."""


def share_rows(opened: OpenRoster, totals: Totals, kind: BurdenKind) -> list[Choice]:
    """Everybody's amount of one kind against the fair share, the widest miss first."""
    rows = []
    for volunteer in opened.directory.volunteers:
        look = totals.look(volunteer.id, kind)
        over = look.amount - look.band.high if look.amount > look.band.high else min(0, look.amount - look.band.low)
        rows.append((-abs(over), -look.amount, _share_row(opened, volunteer.id, kind, over, look.phrase)))
    return [row for _over, _amount, row in sorted(rows, key=lambda r: r[:2])]


def _share_row(opened: OpenRoster, who: VolunteerId, kind: BurdenKind, over: int, phrase: str) -> Choice:
    carried = round(opened.ledger.carried(who, kind))
    if over > 0:
        chip, tone = _("{figure} above").format(figure=_amount(kind, over)), "look"
    elif over < 0:
        chip, tone = _("{figure} below").format(figure=_amount(kind, -over)), "look"
    else:
        chip, tone = _("fair"), "good"
    words = [phrase]
    if carried:
        told = _("carried over {figure} above") if carried > 0 else _("carried over {figure} below")
        words.append(told.format(figure=_amount(kind, abs(carried))))
    return _person_row(opened, who, " · ".join(words), chip, tone)


def _amount(kind: BurdenKind, amount: int) -> str:
    return _("{hours} h").format(hours=figure_of(kind, amount)) if kind is BurdenKind.MINUTES else str(amount)


def rest_rows(opened: OpenRoster, until: date) -> list[Choice]:
    """Who has had no rest day for how long on a day, the longest first; then by the longest run of the period."""
    runs = [days_on_duty(opened.roster, v.id, until) for v in opened.directory.volunteers]
    ordered = sorted(runs, key=lambda run: (-run.now, -run.longest))
    return [_rest_row(opened, run) for run in ordered]


def _rest_row(opened: OpenRoster, run: DaysOnDuty) -> Choice:
    if run.first is None:
        words = _("no duty in this period")
    else:
        words = ngettext(
            "at most {count} day in a row, from {day}", "at most {count} days in a row, from {day}", run.longest
        ).format(count=run.longest, day=day_words(run.first))
    chip = ngettext("{count} day so far", "{count} days so far", run.now).format(count=run.now)
    if not run.now:
        chip = _("rests {day}").format(day=day_words(run.until))
    return _person_row(opened, run.volunteer_id, words, chip, "look" if run.now >= _LONG else "plain")


def turn_rows(opened: OpenRoster, now: datetime) -> list[Choice]:
    """The next duties of each turn queue: whose turn it is, and who stands it."""
    rows = []
    for queue in opened.directory.rules.book.every(TurnQueue):
        expected = opened.judge.expected(queue, opened.roster)
        rows += [_turn_row(opened, duty_id, who) for duty_id, who in _coming(opened, expected, now)]
    return rows[:_TURNS_SHOWN]


def _coming(
    opened: OpenRoster, expected: Mapping[DutyId, VolunteerId], now: datetime
) -> Iterator[tuple[DutyId, VolunteerId]]:
    """In order of time, without what is over."""
    duty = opened.roster.plan.duty
    ordered = sorted((duty[d].span, d) for d in expected if duty[d].span.end > now)
    return ((duty_id, expected[duty_id]) for _span, duty_id in ordered)


def _turn_row(opened: OpenRoster, duty_id: DutyId, who: VolunteerId) -> Choice:
    holder = opened.roster.holder(duty_id)
    if holder == who:
        chip, tone = _("stands it"), "good"
    elif holder is None:
        chip, tone = _("vacant"), "act"
    else:
        chip, tone = _("{name} stands it").format(name=opened.directory.name[holder]), "look"
    duty = partial(duty_name, duty_id, opened.roster.plan, opened.directory)
    return replace(_person_row(opened, who, "", chip, tone), key=duty_id, reasons=duty)


def _person_row(opened: OpenRoster, who: VolunteerId, reasons: str, chip: str, tone: str) -> Choice:
    return Choice(
        key=who,
        words=opened.directory.name[who],
        reasons=lambda: reasons,
        chip=chip,
        tone=tone,
        matches=opened.directory.volunteer[who].matches,
    )
