"""Why this person and why not that one, in sentences with their numbers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roster_app.domain.answers.standing import Standing
from roster_app.domain.candidates import Candidacy
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.edits import describe_change
from roster_app.services.words.names import duty_name
from roster_app.services.words.points import dearer_words, parts_words
from roster_app.services.words.times import duration
from roster_app.services.words.violations import sentence_of_violation

if TYPE_CHECKING:
    from roster_app.engine.answers.why_not import Possibility, Way


def standing_words(answer: Standing, directory: Directory, plan: DutyPlan) -> tuple[str, ...]:
    """Why the holder holds the duty, a sentence a line, and who else could."""
    return tuple(_standing(answer, directory, plan))


def _standing(answer: Standing, directory: Directory, plan: DutyPlan) -> Iterator[str]:
    duty = duty_name(answer.duty_id, plan, directory)
    if answer.holder is None:
        yield _("Nobody holds {duty}.").format(duty=duty)
    else:
        yield _("{name} holds {duty}.").format(name=directory.name[answer.holder.volunteer_id], duty=duty)
        yield from _holder(answer, answer.holder, directory, plan)
    for other in answer.alternatives:
        name = directory.name[other.candidacy.volunteer_id]
        yield _("{name} could take it, {points}.").format(name=name, points=dearer_words(other.points))
    if answer.blocked:
        yield ngettext("A rule keeps {count} person away.", "Rules keep {count} people away.", answer.blocked).format(
            count=answer.blocked
        )


def _holder(answer: Standing, holder: Candidacy, directory: Directory, plan: DutyPlan) -> Iterator[str]:
    if answer.locked:
        yield _("It was locked by hand.")
    for turn in answer.turns:
        if turn.expected == holder.volunteer_id:
            yield _("By the queue it is their turn.")
        elif turn.expected is not None:
            yield _("By the queue it is the turn of {name}.").format(name=directory.name[turn.expected])
    yield load_words(holder)
    if holder.rested is not None:
        yield _("Rested {time} before it.").format(time=duration(holder.rested))
    if holder.wanted:
        yield _("Asked for this time.")
    if holder.at_home:
        yield _("It lies in their own area.")
    for violation in holder.against:
        yield _("Against it: {what}").format(what=sentence_of_violation(violation, directory, plan))


def load_words(candidacy: Candidacy) -> str:
    """除此班外 64 小时，合理范围 64–72 小时；夜班 2，合理 2–3."""
    hours, nights = (candidacy.share.band(kind) for kind in (BurdenKind.MINUTES, BurdenKind.NIGHTS))
    return _(
        "Without it {hours} on duty, fair are {low} to {high}; {nights} nights, fair are {least} to {most}."
    ).format(
        hours=duration(candidacy.burden.minutes),
        low=duration(hours.low),
        high=duration(hours.high),
        nights=candidacy.burden.nights,
        least=nights.low,
        most=nights.high,
    )


def possibility_words(answer: "Possibility", directory: Directory, plan: DutyPlan) -> tuple[str, ...]:
    """Why that person does not hold the duty, a sentence a line, and what it would cost."""
    return tuple(_possibility(answer, directory, plan))


def _possibility(answer: "Possibility", directory: Directory, plan: DutyPlan) -> Iterator[str]:
    name, duty = directory.name[answer.candidacy.volunteer_id], duty_name(answer.duty_id, plan, directory)
    if answer.candidacy.holds:
        yield _("{name} holds {duty}.").format(name=name, duty=duty)
        return
    against = [sentence_of_violation(v, directory, plan) for v in answer.candidacy.against]
    if answer.never:
        yield _("{name} cannot hold {duty}, whatever else is changed: {reasons}").format(
            name=name, duty=duty, reasons=_("; ").join(against) or _("what is locked stands against it")
        )
        return
    if against:
        yield _("As things are, this stands against it: {reasons}").format(reasons=_("; ").join(against))
    if answer.nearest is not None:
        yield _way(answer.nearest)
        yield from ("  " + describe_change(change, directory, plan) for change in answer.nearest.changes)
    if answer.price is not None:
        yield _("Where everything else is planned as well as it can be, it costs {points}.").format(
            points=dearer_words(answer.price)
        )
    elif answer.complete:
        yield _("No roster was found in which {name} holds it and every rule is kept.").format(name=name)
    if not answer.complete:
        yield _("The time was over before everything was tried.")


def _way(way: "Way") -> str:
    count = len(way.changes)
    if count:
        changes = ngettext("with {count} other change", "with {count} other changes", count).format(count=count)
    else:
        changes = _("without any other change")
    told = _("Possible {changes}, {points}").format(changes=changes, points=dearer_words(way.points))
    if way.parts:
        told = _("{told} ({parts})").format(told=told, parts=parts_words(way.parts))
    if way.vacant:
        count = len(way.vacant)
        vacant = ngettext("{count} duty falls vacant", "{count} duties fall vacant", count).format(count=count)
        return _("{told}; {vacant}.").format(told=told, vacant=vacant)
    return _("{told}.").format(told=told)
