"""What is wrong, in a sentence with its numbers, and what would mend it."""

from collections.abc import Callable

from roster_app.domain.book import Fairness, Measure
from roster_app.domain.roster import DutyPlan
from roster_app.domain.rules import Rule, Violation
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words import line_violations, shift_violations
from roster_app.services.words.duty_classes import about
from roster_app.services.words.names import shift_name
from roster_app.services.words.times import duration, moment, span_words


def sentence_of_violation(violation: Violation, directory: Directory, plan: DutyPlan) -> str:
    """What happens where, with the numbers, without the person's name: that stands beside it."""
    return _SENTENCES[violation.rule](violation, directory, plan)


def remedy(violation: Violation) -> str:
    """What a coordinator can do about it."""
    texts = {
        Rule.QUALIFICATION: _("Choose somebody qualified, or give this person the qualification."),
        Rule.MEMBERSHIP: _("Choose somebody else, or correct the dates of joining and leaving."),
        Rule.UNAVAILABLE: _("Choose somebody else, or correct the availability."),
        Rule.ON_LEAVE: _("Choose a substitute, or end the leave earlier."),
        Rule.NIGHTS_NOT_ALLOWED: _("Choose somebody who may do nights."),
        Rule.OVERLAP: _("Take the person off one of the two duties."),
        Rule.TRAVEL: _("Keep the person at one place, or leave time for the way."),
        Rule.MIN_REST: _("Give one of the two duties to somebody else."),
        Rule.CONSECUTIVE_DAYS: _("Give one duty of the run to somebody else."),
        Rule.CONSECUTIVE_NIGHTS: _("Give one night of the run to somebody else."),
        Rule.NIGHTS_IN_PERIOD: _("Give a night to somebody with fewer."),
        Rule.WEEK_MINUTES: _("Give a duty of that week to somebody else."),
        Rule.LEADER_MISSING: _("Put a leader on this shift."),
        Rule.UNWANTED: _("Ask the person, or choose somebody else."),
        Rule.WEEKLY_REST: _("Give a duty to somebody else, so that a long free stretch comes about."),
        Rule.REST_AFTER_RUN: _("Give the duty after the run to somebody else."),
        Rule.RUN: _("Move a duty of the run, or add one beside it."),
        Rule.SUCCESSION: _("Give one of the two duties to somebody else."),
        Rule.HALF_WEEKEND: _("Give the person both days of the weekend, or none."),
        Rule.AMOUNT: _("Exchange duties with somebody who has more or fewer of them."),
        Rule.ROTATION: _("Choose somebody of the crew whose turn it is, or change the rotation."),
        Rule.ALONE: _("Put a second person on this shift."),
        Rule.TOGETHER: _("Put them all on this shift, or none of them."),
        Rule.APART: _("Move one of them to another shift."),
        Rule.NEW_PEOPLE: _("Put somebody experienced on this shift."),
        Rule.MIX: _("Exchange one person of this shift."),
        Rule.SQUAD: _("Put the whole crew on this shift, or nobody of it."),
        Rule.TURN: _("Choose the person whose turn it is, or agree on a swap."),
        Rule.CHANGED: _("Give the duty back, or tell those concerned."),
        Rule.AWAY: _("Choose somebody of this area."),
        Rule.PLACE_CHANGE: _("Keep the person at one place."),
    }
    return texts.get(violation.rule, _("Exchange duties with somebody at the other end."))


def _qualification(v: Violation, directory: Directory, _plan: DutyPlan) -> str:
    names = sorted(directory.qualification[q].name for q in v.lacking if q in directory.qualification)
    return _("Lacks: {names}").format(names=_(", ").join(names))


def _unavailable(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _("Not available {span}").format(span=_span(v))


def _on_leave(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _("On leave until {until}").format(until=moment(v.span.end)) if v.span else _("On leave")


def _nights(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _("Does no nights; this duty has {night} at night").format(night=duration(v.actual))


def _overlap(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    return _("Two duties at the same time for {shared}: {duties}").format(
        shared=duration(v.actual), duties=_duties(v, directory, plan)
    )


def _travel(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    return _("{actual} between two places, the way takes {limit}: {duties}").format(
        actual=duration(v.actual), limit=duration(v.limit), duties=_duties(v, directory, plan)
    )


def _rest(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    return _("{actual} of rest, the rule is at least {limit}: {duties}").format(
        actual=duration(v.actual), limit=duration(v.limit), duties=_duties(v, directory, plan)
    )


def _days(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return ngettext(
        "{actual} day in a row, the rule is at most {limit}",
        "{actual} days in a row, the rule is at most {limit}",
        v.actual,
    ).format(actual=v.actual, limit=v.limit)


def _nights_in_a_row(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return ngettext(
        "{actual} night in a row, the rule is at most {limit}",
        "{actual} nights in a row, the rule is at most {limit}",
        v.actual,
    ).format(actual=v.actual, limit=v.limit)


def _nights_in_period(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return ngettext(
        "{actual} night in the period, the rule is at most {limit}",
        "{actual} nights in the period, the rule is at most {limit}",
        v.actual,
    ).format(actual=v.actual, limit=v.limit)


def _week(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _("{actual} in one week, the rule is at most {limit}").format(
        actual=duration(v.actual), limit=duration(v.limit)
    )


def _leader(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    if v.shift_id is None or v.shift_id not in plan.shift:
        return _("Nobody on the shift can lead it")
    return _("{shift}: nobody on the shift can lead it").format(shift=shift_name(plan.shift[v.shift_id], directory))


def _succession(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    return _("On two days in a row: {duties}").format(duties=_duties(v, directory, plan))


def _half_weekend(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    return _("Only one day of the weekend: {duties}").format(duties=_duties(v, directory, plan))


def _unwanted(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _("Would rather not stand {span}").format(span=_span(v))


def _share_of_hours(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _over_or_under(v, duration(v.actual), duration(v.limit))


def _share_of_duties(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    return _over_or_under(v, str(v.actual), str(v.limit))


def _share(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    if not isinstance(v.entry, Fairness):
        return _share_of_duties(v, directory, plan)
    minutes = v.entry.measure is Measure.MINUTES
    words = _share_of_hours(v, directory, plan) if minutes else _share_of_duties(v, directory, plan)
    return about(v.entry.of, words, directory)


def _over_or_under(v: Violation, actual: str, limit: str) -> str:
    if v.actual > v.limit:
        return _("{actual}, the fair share is at most {limit}").format(actual=actual, limit=limit)
    return _("{actual}, the fair share is at least {limit}").format(actual=actual, limit=limit)


def _span(v: Violation) -> str:
    return span_words(v.span) if v.span else ""


def _duties(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """The duties of this plan; one of a neighbouring period is told as such."""
    names = [
        shift_name(plan.shift_of(d), directory) if d in plan.duty else _("a duty of another period") for d in v.duty_ids
    ]
    return " → ".join(names)


_SENTENCES: dict[Rule, Callable[[Violation, Directory, DutyPlan], str]] = {
    Rule.QUALIFICATION: _qualification,
    Rule.MEMBERSHIP: lambda v, directory, plan: _("Not a member of the team on that day"),
    Rule.UNAVAILABLE: _unavailable,
    Rule.ON_LEAVE: _on_leave,
    Rule.NIGHTS_NOT_ALLOWED: _nights,
    Rule.OVERLAP: _overlap,
    Rule.TRAVEL: _travel,
    Rule.MIN_REST: _rest,
    Rule.CONSECUTIVE_DAYS: _days,
    Rule.CONSECUTIVE_NIGHTS: _nights_in_a_row,
    Rule.NIGHTS_IN_PERIOD: _nights_in_period,
    Rule.WEEK_MINUTES: _week,
    Rule.LEADER_MISSING: _leader,
    Rule.UNWANTED: _unwanted,
    Rule.SHARE_OF_HOURS: _share_of_hours,
    Rule.SHARE_OF_NIGHTS: _share_of_duties,
    Rule.SHARE_OF_WEEKENDS: _share_of_duties,
    Rule.SHARE_OF_HOLIDAYS: _share_of_duties,
    Rule.SHARE: _share,
    Rule.WEEKLY_REST: line_violations.weekly_rest,
    Rule.REST_AFTER_RUN: line_violations.rest_after_run,
    Rule.RUN: line_violations.run,
    Rule.SUCCESSION: _succession,
    Rule.HALF_WEEKEND: _half_weekend,
    Rule.AMOUNT: line_violations.amount,
    Rule.ROTATION: line_violations.rotation,
    Rule.ALONE: shift_violations.alone,
    Rule.TOGETHER: shift_violations.together,
    Rule.APART: shift_violations.apart,
    Rule.NEW_PEOPLE: shift_violations.new_people,
    Rule.MIX: shift_violations.mix,
    Rule.SQUAD: shift_violations.squad,
    Rule.TURN: shift_violations.turn,
    Rule.CHANGED: shift_violations.changed,
    Rule.AWAY: shift_violations.away,
    Rule.PLACE_CHANGE: shift_violations.place_change,
}
