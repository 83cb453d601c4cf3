"""Everybody as a choice for one duty, the best first, each with what speaks for and against."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from roster_app.domain.answers.stand_ins import StandIn
from roster_app.domain.candidates import Candidacy, Verdict
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId
from roster_app.gui.roster.choice_list import Choice
from roster_app.gui.roster.seat_facts import rest_words
from roster_app.gui.roster.totals import band_words, figure_of
from roster_app.i18n import _, ngettext
from roster_app.services import OpenRoster
from roster_app.services.relief import Relief
from roster_app.services.words import day_words, sentence_of_violation

_LONG_AGO = 14 * 24 * 60


def candidate_choices(opened: OpenRoster, candidacies: tuple[Candidacy, ...], duty_id: DutyId) -> list[Choice]:
    """Everybody but who holds the duty now."""
    told = {verdict: verdict_words(verdict) for verdict in Verdict}
    return [_choice(opened, c, duty_id, *told[c.verdict]) for c in candidacies if not c.holds]


def relief_choices(found: Relief) -> list[Choice]:
    """Everybody who could stand what is left of a duty; the able ones say when they last stood in."""
    return [_stand_in(found, stand_in) for stand_in in found.choices]


def _stand_in(found: Relief, stand_in: StandIn) -> Choice:
    candidacy = stand_in.candidacy
    choice = _choice(found.opened, candidacy, found.duty_id, *verdict_words(candidacy.verdict))
    if choice.struck:
        return choice
    last = stand_in.last
    asked = _("has not stood in yet") if last is None else _("last stood in {day}").format(day=day_words(last.date()))
    return replace(choice, reasons=lambda: f"{asked} · {choice.reasons()}")


def _choice(opened: OpenRoster, candidacy: Candidacy, duty_id: DutyId, chip: str, tone: str) -> Choice:
    who = candidacy.volunteer_id
    blocked = candidacy.verdict is Verdict.BLOCKED
    return Choice(
        key=who,
        words=opened.directory.name[who],
        reasons=partial(against_words, opened, candidacy)
        if blocked
        else partial(for_words, opened, candidacy, duty_id),
        chip=chip,
        tone=tone,
        struck=blocked,
        matches=opened.directory.volunteer[who].matches,
        person=who,
    )


def verdict_words(verdict: Verdict) -> tuple[str, str]:
    """推荐 / 可以 / 不可, and the tone of the word."""
    return {
        Verdict.RECOMMENDED: (_("Recommended"), "good"),
        Verdict.POSSIBLE: (_("Possible"), "look"),
        Verdict.BLOCKED: (_("Not possible"), "act"),
    }[verdict]


def against_words(opened: OpenRoster, candidacy: Candidacy) -> str:
    """The broken rules with their numbers."""
    plan = opened.roster.plan
    return "\n".join(sentence_of_violation(v, opened.directory, plan) for v in candidacy.against if v.is_hard)


def for_words(opened: OpenRoster, candidacy: Candidacy, duty_id: DutyId) -> str:
    """The share with the duty, rest, area, wishes: 时长 96→104（应排 104–112） · 距上次值班 40 小时 · 本片区."""
    duty = opened.judge.burden[duty_id]
    words = [_share_words(candidacy, kind, duty.amount(kind)) for kind in BurdenKind if duty.amount(kind)]
    if candidacy.wanted:
        words.insert(0, _("asked for it"))
    words += [sentence_of_violation(v, opened.directory, opened.roster.plan) for v in candidacy.against]
    words.append(_rest_words(candidacy.rested))
    if candidacy.at_home:
        words.append(_("own area"))
    return " · ".join(words)


def _share_words(candidacy: Candidacy, kind: BurdenKind, more: int) -> str:
    band, amount = candidacy.share.band(kind), candidacy.burden.amount(kind)
    sentence = {
        BurdenKind.MINUTES: _("hours {before}→{after} of {band}"),
        BurdenKind.NIGHTS: _("nights {before}→{after} of {band}"),
        BurdenKind.WEEKENDS: _("weekends {before}→{after} of {band}"),
        BurdenKind.HOLIDAYS: _("holidays {before}→{after} of {band}"),
    }[kind]
    return sentence.format(
        before=figure_of(kind, amount),
        after=figure_of(kind, amount + more),
        band=band_words(kind, band.low, band.high),
    )


def _rest_words(rested: int | None) -> str:
    if rested is None:
        return _("no duty before")
    if rested > _LONG_AGO:
        days = rested // 1440
        return ngettext("free for {count} day", "free for {count} days", days).format(count=days)
    return _("free for {rest}").format(rest=rest_words(rested))
