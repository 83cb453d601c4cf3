"""Why duties stay vacant and what would fill them, in sentences with their numbers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from roster_app.domain.answers.causes import Cause
from roster_app.domain.answers.minimums import Unreachable
from roster_app.domain.answers.reinforcing import Reinforcement
from roster_app.domain.answers.shortage import Shortage, ShortageKind
from roster_app.domain.book import Measure
from roster_app.domain.ids import QualificationId, ShiftTypeId
from roster_app.domain.roster import DutyPlan
from roster_app.domain.rules import Violation
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.names import rule_name
from roster_app.services.words.rules import rule_sentence
from roster_app.services.words.times import day_words, duration
from roster_app.services.words.violations import sentence_of_violation

if TYPE_CHECKING:
    from roster_app.engine.answers.emptiness import Emptiness
    from roster_app.engine.answers.remedy import Remedy

_DAYS_SHOWN = 4
_BROKEN_SHOWN = 5


def emptiness_words(
    answer: "Emptiness", directory: Directory, plan: DutyPlan, *, so_far: bool = False
) -> tuple[str, ...]:
    """The whole answer, a sentence a line: what is vacant, the causes, the remedies.

    `so_far`: more is to come, so that nothing is said yet of what was not tried.
    """
    lines = tuple(_lines(answer, directory, plan))
    if so_far or answer.complete:
        return lines
    return (*lines, _("The time was over before everything was tried."))


def _lines(answer: "Emptiness", directory: Directory, plan: DutyPlan) -> Iterator[str]:
    if not answer.vacancies:
        yield _("No vacancies.")
    for violation in answer.diagnosis.clashes:
        yield _("Locked against a rule: {broken}").format(broken=_broken(violation, directory, plan))
    yield from (unreachable_sentence(found, directory) for found in answer.diagnosis.unreachable)
    broken = answer.diagnosis.broken
    for violation in broken[:_BROKEN_SHOWN]:
        yield _("The roster breaks a rule: {broken}").format(broken=_broken(violation, directory, plan))
    if len(broken) > _BROKEN_SHOWN:
        yield _("… and {count} more").format(count=len(broken) - _BROKEN_SHOWN)
    if answer.vacancies:
        yield from _why(answer, directory)
        yield from _help(answer, directory)


def _broken(violation: Violation, directory: Directory, plan: DutyPlan) -> str:
    who = directory.name[violation.volunteer_id] if violation.volunteer_id else rule_name(violation.rule)
    return _("{who}: {what}").format(who=who, what=sentence_of_violation(violation, directory, plan))


def unreachable_sentence(found: Unreachable, directory: Directory) -> str:
    """规则“…至少…”达不到：5 人共需 40 小时，岗次只有 24 小时（4月6日起）."""
    told = duration if found.entry.measure is Measure.MINUTES else str
    if len(found.people) == 1:
        template = _("“{rule}” cannot be kept: {who} is fit for {possible} of the {asked} asked, from {day} on")
        who = directory.name[found.people[0]]
    else:
        template = _("“{rule}” cannot be kept: {who} are asked for {asked} together, all duties come to {possible}")
        who = ngettext("{count} person", "{count} people", len(found.people)).format(count=len(found.people))
    return template.format(
        rule=rule_sentence(found.entry, directory),
        who=who,
        asked=told(found.asked),
        possible=told(found.possible),
        day=day_words(found.first),
    )


def _why(answer: "Emptiness", directory: Directory) -> Iterator[str]:
    if answer.diagnosis.nobody:
        yield _("The team has no people yet.")
    for cause in answer.diagnosis.causes:
        yield cause_sentence(cause, directory)
    if not answer.diagnosis.causes and answer.fewest:
        yield _("No single count explains it: the rules work together. See the reasons of each vacancy.")


def _help(answer: "Emptiness", directory: Directory) -> Iterator[str]:
    for remedy in answer.remedies:
        yield remedy_sentence(remedy, directory)
    if answer.fewest and not answer.remedies and answer.complete:
        yield _("Neither more people nor a milder rule fills them: what is locked or asked contradicts itself.")


def cause_sentence(cause: Cause, directory: Directory) -> str:
    """夜班 负责人：同时需要 6 人，符合条件且有空的只有 4 人（4月6日等 8 天）."""
    worst = cause.worst
    subject = _subject(worst, cause.shift_type_id, directory)
    if worst.kind is ShortageKind.AT_ONCE:
        count = _at_once(worst)
    else:
        limit = rule_sentence(worst.limit, directory) if worst.limit else _("rest and leave count too")
        count = ngettext(
            "{needed} duties, {people} person is fit and can hold {possible} of them at the most ({limit})",
            "{needed} duties, {people} people are fit and can hold {possible} of them at the most ({limit})",
            len(worst.people),
        ).format(needed=worst.needed, people=len(worst.people), possible=worst.possible, limit=limit)
    return _("{subject}: {count}; {when}").format(subject=subject, count=count, when=_when(cause))


def _at_once(worst: Shortage) -> str:
    if worst.rest:
        return _(
            "{needed} duties lie too close together for the rest of {rest}, only {possible} people are fit and free"
        ).format(needed=worst.needed, rest=duration(worst.rest), possible=worst.possible)
    return _("{needed} people are needed at once, only {possible} are fit and free").format(
        needed=worst.needed, possible=worst.possible
    )


def _subject(worst: Shortage, shift_type_id: ShiftTypeId | None, directory: Directory) -> str:
    """Which duties are meant: shift, nights, qualifications."""
    parts = []
    if shift_type_id is not None:
        parts.append(directory.shift_type[shift_type_id].name)
    elif worst.nights:
        parts.append(_("nights"))
    if worst.requires:
        parts.append(qualified_words(worst.requires, directory))
    return " ".join(parts) or _("All duties")


def qualified_words(requires: frozenset[QualificationId], directory: Directory) -> str:
    """负责人、医务; whoever it is where nothing is asked."""
    names = sorted(directory.qualification[q].name for q in requires if q in directory.qualification)
    return _(", ").join(names) or _("anybody")


def _when(cause: Cause) -> str:
    if cause.worst.kind is ShortageKind.PERIOD:
        return _("in the whole roster")
    if cause.worst.kind is ShortageKind.WEEK:
        return _("in the week from {days}").format(days=days_listed(cause.days))
    return _("on {days}").format(days=days_listed(cause.days))


def days_listed(days: Sequence[date]) -> str:
    """4月6日、4月7日 …; of many the first few and how many there are."""
    shown = _(", ").join(day_words(day) for day in days[:_DAYS_SHOWN])
    if len(days) <= _DAYS_SHOWN:
        return shown
    return _("{days} … ({count} days)").format(days=shown, count=len(days))


def remedy_sentence(remedy: "Remedy", directory: Directory) -> str:
    """What to change, what it fills, and how many others move for it."""
    what = _change(remedy, directory)
    if remedy.left:
        effect = ngettext("then {count} vacancy is left", "then {count} vacancies are left", remedy.left).format(
            count=remedy.left
        )
    else:
        effect = _("then nothing stays vacant")
    if not remedy.moved:
        return _("{what}: {effect}, and nobody else moves.").format(what=what, effect=effect)
    moved = ngettext("{count} duty changes hands", "{count} duties change hands", remedy.moved).format(
        count=remedy.moved
    )
    return _("{what}: {effect}; {moved}.").format(what=what, effect=effect, moved=moved)


def _change(remedy: "Remedy", directory: Directory) -> str:
    if remedy.more:
        return _("With {people}").format(people=_(", ").join(_more(one, directory) for one in remedy.more))
    if remedy.entry is None:
        return _("Planned anew, without any change of people or rules")
    rule = rule_sentence(remedy.entry, directory)
    if remedy.instead is None:
        return _("Without the rule “{rule}”").format(rule=rule)
    return _("With “{instead}” instead of “{rule}”").format(rule=rule, instead=rule_sentence(remedy.instead, directory))


def _more(one: Reinforcement, directory: Directory) -> str:
    return ngettext("{count} more person ({who}) on {days}", "{count} more people ({who}) on {days}", one.count).format(
        count=one.count, who=qualified_words(one.requires, directory), days=days_listed(one.days)
    )
