"""A hard rule made milder, step by step, down to having no say at all; and a team's rules with such a rule in them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch

from roster_app.domain.book import (
    NIGHTS,
    AmountLimit,
    CrewEntry,
    Entry,
    FixedRotation,
    LeaderEachShift,
    Measure,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    TurnQueue,
    WeeklyRest,
    WholeWeekends,
    Window,
)
from roster_app.domain.team import TeamRules

_HOUR = 60
_MOST_STEPS = 12


def milder(entry: Entry, span_of_a_duty: int = 8 * _HOUR) -> tuple[Entry | None, ...]:
    """The milder forms of a hard rule from the mildest change on; the last (None) is the rule switched off.

    Limits of minutes go by the hour, those of an amount of hours by a duty's minutes; counts go by one.
    """
    return (*_steps(entry, span_of_a_duty), None)


def with_entry(rules: TeamRules, entry: Entry, instead: Entry | None) -> TeamRules:
    """The rules with another entry (None: nothing) in the place of one of their book."""
    if entry in rules.entries:
        changed = tuple(instead if own == entry else own for own in rules.entries)
        return replace(rules, entries=tuple(own for own in changed if own is not None))
    return _with_usual(rules, entry, instead)


@singledispatch
def _steps(entry: Entry, duty: int) -> Iterator[Entry]:
    """Rules that are kept or not have no milder form."""
    return iter(())


@_steps.register
def _(entry: MinRest, duty: int) -> Iterator[Entry]:
    for minutes in range((entry.minutes - 1) // _HOUR * _HOUR, 0, -_HOUR):
        yield replace(entry, minutes=minutes)


@_steps.register
def _(entry: WeeklyRest, duty: int) -> Iterator[Entry]:
    for minutes in range((entry.minutes - 1) // (4 * _HOUR) * 4 * _HOUR, 0, -4 * _HOUR):
        yield replace(entry, minutes=minutes)


@_steps.register
def _(entry: AmountLimit, duty: int) -> Iterator[Entry]:
    unit = duty if entry.measure is Measure.MINUTES else 1
    if entry.most is not None:
        yield from (replace(entry, most=entry.most + unit * n) for n in range(1, _MOST_STEPS + 1))
    elif entry.least is not None:
        yield from (replace(entry, least=least) for least in range(entry.least - unit, 0, -unit))


@_steps.register
def _(entry: RunLimit, duty: int) -> Iterator[Entry]:
    if entry.most is not None:
        yield from (replace(entry, most=entry.most + n) for n in range(1, _MOST_STEPS + 1))
    elif entry.least is not None:
        yield from (replace(entry, least=least) for least in range(entry.least - 1, 1, -1))


@_steps.register
def _(entry: RestAfterRun, duty: int) -> Iterator[Entry]:
    yield from (replace(entry, days_off=days) for days in range(entry.days_off - 1, 0, -1))


def _with_usual(rules: TeamRules, entry: Entry, instead: Entry | None) -> TeamRules:
    """One of the usual limits is a field of the rules; a milder one of the same family takes its place there."""
    match entry, instead:
        case MinRest(), None:
            return replace(rules, min_rest_minutes=0)
        case MinRest(), MinRest(minutes=minutes):
            return replace(rules, min_rest_minutes=minutes)
        case RunLimit(of=of), RunLimit() | None:
            field = "max_consecutive_nights" if of == NIGHTS else "max_consecutive_days"
            return replace(rules, **{field: instead.most if instead else None})  # type: ignore[arg-type]
        case AmountLimit(window=window), AmountLimit() | None:
            field = "max_nights" if window is Window.PERIOD else "max_week_minutes"
            return replace(rules, **{field: instead.most if instead else None})  # type: ignore[arg-type]
        case LeaderEachShift(), _:
            return replace(rules, leader_each_shift=False)
    raise ValueError(f"not of these rules: {entry}")


def relaxable(rules: TeamRules) -> tuple[Entry, ...]:
    """The hard rules that a team could relax: all of its book."""
    families = (
        MinRest,
        WeeklyRest,
        AmountLimit,
        RunLimit,
        RestAfterRun,
        Succession,
        WholeWeekends,
        FixedRotation,
        TurnQueue,
        CrewEntry,
    )
    return tuple(entry for entry in rules.book.entries if entry.is_hard and isinstance(entry, families))
