"""Hard minimums that nobody can reach: more is asked of people than there is to hand out, or than one can stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roster_app.domain.answers.fitness import Fitness
from roster_app.domain.book import AmountLimit, Measure, Window
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Duty, Roster
from roster_app.domain.rules import Judge
from roster_app.domain.rules.line import monday_of


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A rule's least, `asked` of all of its people together in one window (minutes or duties), of `possible` that the
    plan has. With one person: that person's alone, by the duties the person is fit for."""

    entry: AmountLimit
    people: tuple[VolunteerId, ...]
    asked: int
    possible: int
    first: date


def unreachable(roster: Roster, judge: Judge) -> tuple[Unreachable, ...]:
    """The first proof for each rule that asks for too much; by counting alone."""
    fitness = Fitness(roster, judge)
    found: dict[AmountLimit, Unreachable] = {}
    for entry in judge.directory.rules.book.every(AmountLimit):
        counted = entry.measure in (Measure.MINUTES, Measure.DUTIES)
        if entry.is_hard and entry.least and counted:
            for proof in _proofs(entry, entry.least, judge, fitness):
                found.setdefault(entry, proof)
    return tuple(found.values())


def _proofs(entry: AmountLimit, least: int, judge: Judge, fitness: Fitness) -> Iterator[Unreachable]:
    book, plan = judge.directory.rules.book, judge.plan
    people = [v for v in judge.directory.volunteers if entry in book.of(AmountLimit, v.id)]
    belongs = judge.classes.belongs(entry.of)
    duties = [d for d in plan.duties if belongs(plan.stint(d.id, VolunteerId(0)))]
    for first, part in _windows(entry.window, duties, judge):
        everything = _amount(part, entry.measure)
        if everything < least * len(people):
            yield Unreachable(entry, tuple(v.id for v in people), least * len(people), everything, first)
        for person in people:
            own = _amount([d for d in part if fitness.is_fit(person, d.id)], entry.measure)
            if own < least:
                yield Unreachable(entry, (person.id,), least, own, first)


def _windows(window: Window, duties: Sequence[Duty], judge: Judge) -> Iterator[tuple[date, list[Duty]]]:
    """The windows that lie whole in the period, each with its duties."""
    plan, period = judge.plan, judge.plan.period
    day_of = {d.id: plan.shift[d.shift_id].day for d in duties}
    if window is Window.PERIOD:
        yield period.first, list(duties)
    for day in period.days if window is not Window.PERIOD else ():
        if window is Window.DAY:
            yield day, [d for d in duties if day_of[d.id] == day]
        elif (window is Window.SEVEN_DAYS or day == monday_of(day)) and (period.last - day).days >= 6:
            yield day, [d for d in duties if 0 <= (day_of[d.id] - day).days <= 6]


def _amount(duties: Sequence[Duty], measure: Measure) -> int:
    return sum(d.span.minutes for d in duties) if measure is Measure.MINUTES else len(duties)
