"""What the side panel says of the duty or the day selected, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Origin, Stint
from roster_app.domain.rules import Violation
from roster_app.domain.timespan import MINUTE
from roster_app.gui.roster.looks import Shown
from roster_app.gui.roster.totals import Totals, band_words, figure_of, kind_title
from roster_app.i18n import _
from roster_app.services.words import (
    date_words,
    duration,
    duty_name,
    remedy,
    rule_name,
    sentence_of_violation,
    span_words,
)

_HOUR = 60


@dataclass(frozen=True, slots=True)
class Facts:
    """A title, what is known, and what is wrong with its way out."""

    title: str
    known: str
    wrong: str


def duty_facts(shown: Shown, totals: Totals, duty_id: DutyId) -> Facts:
    """The duty, who stands it, and how that fits the person's share and rest."""
    plan, directory = shown.roster.plan, shown.directory
    who = shown.roster.holder(duty_id)
    title = duty_name(duty_id, plan, directory)
    if who is None:
        return Facts(title, _("Vacant {span}").format(span=span_words(plan.duty[duty_id].span)), "")
    words = [_holder_words(shown, duty_id), person_words(totals, who), *_rest_words(shown, duty_id, who)]
    return Facts(title, _("; ").join(word for word in words if word), wrong_words(shown, duty_id))


def day_facts(shown: Shown, totals: Totals, volunteer_id: VolunteerId, day: date) -> Facts:
    """One person on one day."""
    name = shown.directory.name[volunteer_id]
    title = _("{name} · {day}").format(name=name, day=date_words(day))
    return Facts(title, person_words(totals, volunteer_id), "")


def wrong_words(shown: Shown, duty_id: DutyId) -> str:
    """Each violation marked there with its numbers and its remedy, a line each."""
    return "\n".join(_wrong(shown, v) for v in shown.findings.at(duty_id))


def _wrong(shown: Shown, violation: Violation) -> str:
    acceptance = shown.findings.acceptance(violation)
    way_out = remedy(violation)
    if acceptance is not None:
        way_out = _("Accepted by {author}: {reason}").format(author=acceptance.author, reason=acceptance.reason)
    return _("{rule}: {sentence}. {remedy}").format(
        rule=rule_name(violation.rule),
        sentence=sentence_of_violation(violation, shown.directory, shown.roster.plan),
        remedy=way_out,
    )


def person_words(totals: Totals, volunteer_id: VolunteerId) -> str:
    """时长 88（应排 80–88） · 夜班 4（应排 3–4）."""
    burden, words = totals.burden(volunteer_id), []
    for kind in (BurdenKind.MINUTES, BurdenKind.NIGHTS):
        band, amount = totals.band(volunteer_id, kind), burden.amount(kind)
        words.append(
            _("{kind} {figure} (fair {band})").format(
                kind=kind_title(kind),
                figure=figure_of(kind, amount),
                band=band_words(kind, band.low, band.high),
            )
        )
    return " · ".join(words)


def _holder_words(shown: Shown, duty_id: DutyId) -> str:
    assignment = shown.roster.assignments[duty_id]
    name = shown.directory.name[assignment.volunteer_id]
    words = {
        Origin.HAND: _("Now {name}, by hand"),
        Origin.PROPOSAL: _("Now {name}, by proposal"),
        Origin.SUBSTITUTION: _("Now {name}, as a substitute"),
        Origin.IMPORT: _("Now {name}, from a list"),
    }[assignment.origin].format(name=name)
    return _("{words}, locked").format(words=words) if assignment.locked else words


def _rest_words(shown: Shown, duty_id: DutyId, who: VolunteerId) -> list[str]:
    """How long the person has been free before the duty, and will be after it."""
    line = shown.roster.line(who)
    place = next((n for n, stint in enumerate(line) if stint.duty_id == duty_id), None)
    if place is None:
        return []
    words = []
    if place:
        words.append(_("{rest} after the last duty").format(rest=_rest(line[place - 1], line[place])))
    if place + 1 < len(line):
        words.append(_("{rest} before the next").format(rest=_rest(line[place], line[place + 1])))
    return words


def _rest(earlier: Stint, later: Stint) -> str:
    return rest_words(max(0, (later.span.start - earlier.span.end) // MINUTE))


def rest_words(minutes: int) -> str:
    """In whole hours: a rest is seldom judged by its minutes."""
    return duration(minutes if minutes < _HOUR else minutes - minutes % _HOUR)
