"""The duties of one day as choices for one person: vacancies first, then what others stand."""

from __future__ import annotations

from datetime import date

from roster_app.domain.candidates import Verdict
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.rules import Violation
from roster_app.gui.roster.candidate_choices import verdict_words
from roster_app.gui.roster.choice_list import Choice
from roster_app.gui.roster.looks import Shown
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.words import sentence_of_violation


def duty_choices(opened: OpenRoster, shown: Shown, volunteer_id: VolunteerId, day: date) -> list[Choice]:
    """What the person could stand that day, the best first; nothing is left out."""
    roster, judge = opened.roster, opened.judge
    own = [
        d.id
        for d in roster.plan.duties
        if roster.plan.shift_of(d.id).day == day and roster.holder(d.id) != volunteer_id
    ]
    found = [(d, judge.why_not(roster, d, volunteer_id)) for d in own]
    found.sort(key=lambda pair: (any(v.is_hard for v in pair[1]), roster.holder(pair[0]) is not None, bool(pair[1])))
    return [_choice(shown, duty_id, against) for duty_id, against in found]


def _choice(shown: Shown, duty_id: DutyId, against: tuple[Violation, ...]) -> Choice:
    plan, directory = shown.roster.plan, shown.directory
    shift = plan.shift_of(duty_id)
    words = _("{shift} · {place} · {post}").format(
        shift=directory.shift_type[shift.shift_type_id].name,
        place=directory.checkpoint[shift.checkpoint_id].name,
        post=directory.post[plan.duty[duty_id].post_id].name,
    )
    holder = shown.roster.holder(duty_id)
    state = _("Vacant") if holder is None else _("Now {name}").format(name=directory.name[holder])
    blocked = any(v.is_hard for v in against)
    reasons = [state, *(sentence_of_violation(v, directory, plan) for v in against)]
    doubtful = bool(against) or holder is not None
    chip, tone = verdict_words(Verdict.BLOCKED if blocked else Verdict.POSSIBLE if doubtful else Verdict.RECOMMENDED)
    return Choice(duty_id, words, lambda: "\n".join(reasons), chip, tone, blocked, lambda typed: typed in words)
