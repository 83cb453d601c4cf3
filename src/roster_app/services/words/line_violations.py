"""Sentences about one person's line of duties: amounts, runs, rest after a run, rotations."""

from roster_app.domain.book import AmountLimit, FixedRotation, Measure, RunLimit, WeeklyRest, Window
from roster_app.domain.roster import DutyPlan
from roster_app.domain.rules import Violation
from roster_app.domain.rules.rotation import due
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.duty_classes import about
from roster_app.services.words.names import shift_name
from roster_app.services.words.times import duration


def amount(v: Violation, directory: Directory, _plan: DutyPlan) -> str:
    """早班：本周 6 次，规则至多 5 次."""
    entry = v.entry
    if not isinstance(entry, AmountLimit):
        return _limits(v, str(v.actual), str(v.limit))
    words = {"actual": _measured(v.actual, entry.measure), "limit": _measured(v.limit, entry.measure)}
    where = {
        Window.DAY: _("in one day"),
        Window.SEVEN_DAYS: _("in seven days"),
        Window.WEEK: _("in one week"),
        Window.PERIOD: _("in the period"),
    }[entry.window]
    sentence = (
        _("{actual} {where}, the rule is at most {limit}")
        if v.actual > v.limit
        else _("{actual} {where}, the rule is at least {limit}")
    )
    return about(entry.of, sentence.format(where=where, **words), directory)


def _measured(number: int, measure: Measure) -> str:
    if measure is Measure.MINUTES:
        return duration(number)
    if measure is Measure.DUTIES:
        return ngettext("{count} duty", "{count} duties", number).format(count=number)
    if measure is Measure.DAYS:
        return ngettext("{count} day on duty", "{count} days on duty", number).format(count=number)
    return ngettext("{count} weekend", "{count} weekends", number).format(count=number)


def _limits(v: Violation, actual: str, limit: str) -> str:
    if v.actual > v.limit:
        return _("{actual}, the rule is at most {limit}").format(actual=actual, limit=limit)
    return _("{actual}, the rule is at least {limit}").format(actual=actual, limit=limit)


def run(v: Violation, directory: Directory, _plan: DutyPlan) -> str:
    """夜班：连续 1 天，规则至少 2 天."""
    entry = v.entry
    off, of = (entry.off, entry.of) if isinstance(entry, RunLimit) else (False, None)
    sentence = (_run_off(v) if off else _run_on(v)).format(actual=v.actual, limit=v.limit)
    return about(of, sentence, directory) if of is not None else sentence


def _run_on(v: Violation) -> str:
    if v.actual > v.limit:
        return ngettext(
            "{actual} day in a row, the rule is at most {limit}",
            "{actual} days in a row, the rule is at most {limit}",
            v.actual,
        )
    return ngettext(
        "{actual} day in a row, the rule is at least {limit}",
        "{actual} days in a row, the rule is at least {limit}",
        v.actual,
    )


def _run_off(v: Violation) -> str:
    if v.actual > v.limit:
        return ngettext(
            "{actual} day off in a row, the rule is at most {limit}",
            "{actual} days off in a row, the rule is at most {limit}",
            v.actual,
        )
    return ngettext(
        "{actual} day off in a row, the rule is at least {limit}",
        "{actual} days off in a row, the rule is at least {limit}",
        v.actual,
    )


def weekly_rest(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    """一周内最长连续休息 20 小时，规则至少 24 小时."""
    sliding = isinstance(v.entry, WeeklyRest) and v.entry.window is Window.SEVEN_DAYS
    sentence = (
        _("In seven days at most {actual} free at a stretch, the rule is at least {limit}")
        if sliding
        else _("In the week at most {actual} free at a stretch, the rule is at least {limit}")
    )
    return sentence.format(actual=duration(v.actual), limit=duration(v.limit))


def rest_after_run(v: Violation, _directory: Directory, _plan: DutyPlan) -> str:
    """连班之后休息 1 天，规则至少 2 天."""
    return ngettext(
        "{actual} day off after the run, the rule is at least {limit}",
        "{actual} days off after the run, the rule is at least {limit}",
        v.actual,
    ).format(actual=v.actual, limit=v.limit)


def rotation(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 早班：按轮转当天是夜班."""
    shift = plan.shift_of(v.duty_ids[0])
    turn = due(v.entry, shift.day) if isinstance(v.entry, FixedRotation) else None
    if turn is None or turn not in directory.shift_type:
        return _("{shift}: by the rotation the crew is off").format(shift=shift_name(shift, directory))
    return _("{shift}: by the rotation it is {due} that day").format(
        shift=shift_name(shift, directory), due=directory.shift_type[turn].name
    )
