"""Every rule of a team's book as a sentence a coordinator would say."""

from collections.abc import Callable
from typing import Any

from roster_app.domain.book import (
    ALL,
    AmountLimit,
    Apart,
    Continuity,
    Cover,
    Days,
    Entry,
    Fairness,
    FixedRotation,
    HomeArea,
    LeaderEachShift,
    Measure,
    MinRest,
    Mix,
    NewWithExperienced,
    NotAlone,
    RestAfterRun,
    RunLimit,
    Squad,
    Stability,
    Succession,
    Together,
    Trait,
    TurnQueue,
    WeeklyRest,
    WholeWeekends,
    Window,
    Wishes,
)
from roster_app.domain.book.mentions import mentions
from roster_app.domain.ids import VolunteerId
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.rule_checks import Fault, Hint
from roster_app.services.words.rule_parts import (
    crew_words,
    days_words,
    duties_words,
    limits_words,
    people_words,
    points_words,
    weight_words,
    whom_words,
    window_words,
)
from roster_app.services.words.times import day_words, duration


def rule_sentence(entry: Entry, directory: Directory) -> str:
    """What it asks, without whom it speaks of and how heavily it weighs."""
    sentence = _SENTENCES[type(entry)](entry, directory)
    return sentence[:1].upper() + sentence[1:]


def rules_about(volunteer_id: VolunteerId, directory: Directory) -> tuple[str, ...]:
    """The team's own rules that name a person, each in one line."""
    named = (VolunteerId, volunteer_id)
    return tuple(rule_line(entry, directory) for entry in directory.rules.entries if named in mentions(entry))


def fault_sentence(fault: Fault) -> str:
    """What to mend before a rule can be kept."""
    return {
        Fault.NO_LIMIT: _("State a least or a most."),
        Fault.TOO_FEW_PEOPLE: _("Choose at least two people."),
        Fault.NO_SHIFT_IN_CYCLE: _("The cycle needs at least one shift."),
        Fault.NOBODY_IN_QUEUE: _("Choose who takes turns."),
    }[fault]


def hint_sentence(hint: Hint) -> str:
    """What a rule does to others about the same."""
    return {
        Hint.REPLACES_USUAL: _("Takes the place of the usual rule about the same."),
        Hint.SAID_TWICE: _("Another rule of the list speaks of the same already; both will hold."),
    }[hint]


def rule_line(entry: Entry, directory: Directory) -> str:
    """Everything in one line: 陈志明：夜班连续最多 3 天 · 必须."""
    sentence, whom, weight = rule_sentence(entry, directory), whom_words(entry, directory), weight_words(entry)
    told = _("{names}: {sentence}").format(names=whom, sentence=sentence) if whom else sentence
    return f"{told} · {weight}" if weight else told


def _cover(e: Cover, directory: Directory) -> str:
    return _(
        "{duties}: an empty needed seat weighs {shortage}, an empty wanted one {below}, one filled beyond {surplus}"
    ).format(
        duties=duties_words(e.of, directory),
        shortage=points_words(e.shortage),
        below=points_words(e.below_wanted),
        surplus=points_words(e.surplus),
    )


def _min_rest(e: MinRest, directory: Directory) -> str:
    if e.after == ALL:
        return _("At least {time} of rest after each duty").format(time=duration(e.minutes))
    return _("At least {time} of rest after {duties}").format(
        time=duration(e.minutes), duties=duties_words(e.after, directory)
    )


def _weekly_rest(e: WeeklyRest, _directory: Directory) -> str:
    if e.window is Window.SEVEN_DAYS:
        return _("In any seven days one free stretch of at least {time}").format(time=duration(e.minutes))
    return _("Each week one free stretch of at least {time}").format(time=duration(e.minutes))


def _amount(e: AmountLimit, directory: Directory) -> str:
    if e.measure is Measure.MINUTES and e.of == ALL:
        template = _("{window} {limits} on duty")
    else:
        template = {
            Measure.MINUTES: _("{window} {limits} of {duties}"),
            Measure.DUTIES: _("{window} {limits} {duties}"),
            Measure.DAYS: _("{window} {limits} days with {duties}"),
            Measure.WEEKENDS: _("{window} {limits} weekends with {duties}"),
        }[e.measure]
    limits = limits_words(e.least, e.most, e.measure)
    return template.format(window=window_words(e.window), limits=limits, duties=duties_words(e.of, directory))


def _run(e: RunLimit, directory: Directory) -> str:
    limits = limits_words(e.least, e.most)
    if e.off and e.of == ALL:
        return _("Days off come {limits} in a row").format(limits=limits)
    template = _("{limits} days in a row without {duties}") if e.off else _("{limits} days in a row with {duties}")
    return template.format(limits=limits, duties=duties_words(e.of, directory))


def _rest_after_run(e: RestAfterRun, directory: Directory) -> str:
    return _("After {run} in a row with {duties}, {off} off").format(
        run=days_words(e.run), duties=duties_words(e.of, directory), off=days_words(e.days_off)
    )


def _succession(e: Succession, directory: Directory) -> str:
    return _("No {after} the day after {before}").format(
        after=duties_words(e.after, directory), before=duties_words(e.before, directory)
    )


def _rotation(e: FixedRotation, directory: Directory) -> str:
    codes = [directory.shift_type[s].code if s else _("off") for s in e.cycle]
    return _("{crew} rotates: {cycle}, the first day is {day}").format(
        crew=crew_words(e.crew_id, directory), cycle=" ".join(codes), day=day_words(e.first)
    )


def _leader(e: LeaderEachShift, directory: Directory) -> str:
    if e.of == ALL:
        return _("Every shift has a leader")
    return _("{duties} have a leader").format(duties=duties_words(e.of, directory))


def _not_alone(e: NotAlone, directory: Directory) -> str:
    return _("Nobody stands {duties} alone").format(duties=duties_words(e.of, directory))


def _together(e: Together, directory: Directory) -> str:
    return _("{names} always stand together").format(names=people_words(e.group, directory))


def _apart(e: Apart, directory: Directory) -> str:
    return _("{names} never stand the same shift").format(names=people_words(e.group, directory))


def _new(e: NewWithExperienced, directory: Directory) -> str:
    return _("New people stand {duties} with somebody experienced").format(duties=duties_words(e.of, directory))


def _mix(e: Mix, directory: Directory) -> str:
    template = {
        Trait.GENDER: _("Women and men stand {duties} together"),
        Trait.AFFILIATION: _("People of more than one affiliation stand {duties}"),
    }[e.by]
    return template.format(duties=duties_words(e.of, directory))


def _squad(e: Squad, directory: Directory) -> str:
    return _("{crew} stands its shifts as a whole").format(crew=crew_words(e.crew_id, directory))


def _fairness(e: Fairness, directory: Directory) -> str:
    asked = {
        (Measure.MINUTES, True): _("The hours of {duties} are shared fairly"),
        (Measure.MINUTES, False): _("The hours of {duties} need not be shared fairly"),
        (Measure.DUTIES, True): _("{duties} are shared fairly"),
        (Measure.DUTIES, False): _("{duties} need not be shared fairly"),
    }
    template = asked[Measure.MINUTES if e.measure is Measure.MINUTES else Measure.DUTIES, bool(e.points)]
    words = template.format(duties=duties_words(e.of, directory))
    if e.points and e.in_proportion is Days.OWN_DAYS and e.of != ALL:
        return _("{sentence}, by the days they fall on").format(sentence=words)
    return words


def _wishes(e: Wishes, _directory: Directory) -> str:
    return _("A duty in an unwanted time weighs {unwanted}, one in a wanted time earns {wanted}").format(
        unwanted=points_words(e.unwanted), wanted=points_words(e.wanted)
    )


def _home_area(_e: HomeArea, _directory: Directory) -> str:
    return _("Everybody stands in the own area")


def _continuity(_e: Continuity, _directory: Directory) -> str:
    return _("The next duty is at the same checkpoint as the one before")


def _turns(e: TurnQueue, directory: Directory) -> str:
    first = next((directory.name[who] for who in e.order if who in directory.name), _("(unknown)"))
    count = ngettext("{count} person", "{count} people", len(e.order)).format(count=len(e.order))
    return _("{duties} go by turns among {count}, beginning with {name}").format(
        duties=duties_words(e.of, directory), count=count, name=first
    )


def _stability(e: Stability, _directory: Directory) -> str:
    if e.points_soon is None:
        return _("Published duties keep their people")
    return _("Published duties keep their people; within 48 hours a change weighs {points}").format(
        points=points_words(e.points_soon)
    )


_SENTENCES: dict[type[Entry], Callable[[Any, Directory], str]] = {
    Cover: _cover,
    MinRest: _min_rest,
    WeeklyRest: _weekly_rest,
    AmountLimit: _amount,
    RunLimit: _run,
    RestAfterRun: _rest_after_run,
    Succession: _succession,
    WholeWeekends: lambda _e, _directory: _("Both days of a weekend or none"),
    FixedRotation: _rotation,
    LeaderEachShift: _leader,
    NotAlone: _not_alone,
    Together: _together,
    Apart: _apart,
    NewWithExperienced: _new,
    Mix: _mix,
    Squad: _squad,
    Fairness: _fairness,
    Wishes: _wishes,
    HomeArea: _home_area,
    Continuity: _continuity,
    TurnQueue: _turns,
    Stability: _stability,
}
