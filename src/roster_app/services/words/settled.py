"""What becomes of the entries of a pasted chain, in words."""

from roster_app.domain.chain_settling import Outcome, SettledEntry, Wish
from roster_app.domain.chains import ChainEntry
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services.words.chains import sentence_of_question
from roster_app.services.words.names import duty_name
from roster_app.services.words.times import date_words, span_words


def outcome_name(outcome: Outcome) -> str:
    """The outcome in a word or two."""
    return {
        Outcome.TAKES: _("takes the duty"),
        Outcome.WISHES: _("noted as a wish"),
        Outcome.TAKES_AND_WISHES: _("duty and wish"),
        Outcome.HOLDS: _("holds it already"),
        Outcome.GIVES_BACK: _("gives the duty back"),
        Outcome.ASKED: _("to be asked"),
        Outcome.NOBODY: _("nobody of the team"),
        Outcome.KNOWN: _("as in the earlier copy"),
        Outcome.LEFT_OUT: _("left out"),
        Outcome.COUNTS: _("counted"),
        Outcome.NOTHING: _("nothing to do"),
    }[outcome]


def settled_words(one: SettledEntry, directory: Directory, plan: DutyPlan | None) -> str:
    """The duties and wishes of an entry, or else when it means to come."""
    duties = [_duty(duty, plan, directory) for duty in one.duties]
    wishes = [_wish(wish, directory) for wish in one.wishes]
    return _("; ").join([*duties, *wishes]) or when_words(one.entry)


def when_words(entry: ChainEntry) -> str:
    """Days and shifts as signed for."""
    days = _(", ").join(date_words(day) for day in entry.dates[:4]) + ("…" if len(entry.dates) > 4 else "")
    return " ".join(filter(None, (days, _(", ").join(entry.shifts))))


def asked_words(one: SettledEntry) -> str:
    """What has to be answered first."""
    if not one.questions:
        return _("Nobody of the team is called {name}; who is it?").format(name=one.entry.person)
    question = one.questions[0]
    return sentence_of_question(question)


def _duty(duty_id: DutyId, plan: DutyPlan | None, directory: Directory) -> str:
    return duty_name(duty_id, plan, directory) if plan is not None and duty_id in plan.duty else ""


def _wish(wish: Wish, directory: Directory) -> str:
    shift = directory.shift_type.get(wish.shift_type_id) if wish.shift_type_id is not None else None
    return " ".join(filter(None, (span_words(wish.span), shift.name if shift else "")))
