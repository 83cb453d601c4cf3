"""Counters: what each person's line adds up to, in every window that a limit or a fair share speaks of."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from roster_app.domain.book import AmountLimit, DutyClass, Measure, Window
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Roster, RosterPeriod
from roster_app.domain.rules import Judge
from roster_app.domain.rules.line import monday_of
from roster_app.domain.timespan import DAY
from roster_app.engine.compile.watches import WatchKey, classes_of
from roster_app.engine.form import LACK, UNLIMITED

_SATURDAY, _WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class Days:
    """A window: from one day to another, both inclusive; `whole` where the period does not cut it."""

    first: date
    last: date
    whole: bool


@dataclass
class Limits:
    """One counter's limits for each person; only one pair of them is set."""

    least: NDArray[np.int64]
    most: NDArray[np.int64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    points: NDArray[np.int64]

    @classmethod
    def none(cls, people: int) -> "Limits":
        """Nobody is limited."""
        low, high = np.full(people, -UNLIMITED, np.int64), np.full(people, UNLIMITED, np.int64)
        return cls(low.copy(), high.copy(), low, high, np.zeros(people, np.int64))


@dataclass
class Counters:
    """All counters: what each watch adds to each (`amounts`), the groups that count once, and the limits."""

    amounts: list[NDArray[np.int64]] = field(default_factory=list)
    groups: list[tuple[int, NDArray[np.bool_]]] = field(default_factory=list)
    """A counter and the watches of which it counts the first only."""
    limits: list[Limits] = field(default_factory=list)

    def lacks(self) -> list[int]:
        """Points a unit below the hard least of each: LACK for the duty that adds most."""
        return [LACK // max(1, int(amounts.max(initial=0))) for amounts in self.amounts]


@dataclass
class CounterMaker:
    """Adds the counters of one problem: `minutes` of each watch, and whether a day has several slots."""

    kept: Roster
    judge: Judge
    watches: Sequence[WatchKey]
    minutes: NDArray[np.int64]
    first_known: date
    last_known: date
    several: bool
    made: Counters = field(default_factory=Counters)
    _known: dict[Hashable, list[tuple[Days, int]]] = field(default_factory=dict)
    _later: dict[tuple[VolunteerId, DutyClass], frozenset[date]] = field(default_factory=dict)

    def counters(self) -> Counters:
        """Fair shares and amounts of all entries of the book."""
        self._fairness()
        for number, volunteer in enumerate(self.judge.directory.volunteers):
            said: Counter[Hashable] = Counter()
            for entry in self.judge.directory.rules.book.of(AmountLimit, volunteer.id):
                self._limit(number, volunteer.id, entry, said[entry.key])
                said[entry.key] += 1
        return self._needed()

    def _fairness(self) -> None:
        shares, period = self.judge.fairness, self.judge.plan.period
        window = Days(period.first, period.last, whole=True)
        for entry, bands in zip(shares.entries, shares.bands, strict=True):
            counter = self._counter(entry.measure, window, entry.of)
            limits = self.made.limits[counter]
            for number, volunteer in enumerate(self.judge.directory.volunteers):
                band = bands.get(volunteer.id)
                if band is not None:
                    limits.low[number], limits.high[number] = band.low, band.high
                    limits.points[number] = entry.points

    def _counters(self, entry: AmountLimit, again: int) -> list[tuple[Days, int]]:
        """The windows of an entry's subject and their counters; others where a person has a second such entry."""
        subject = (entry.key, again)
        if subject not in self._known:
            windows = self._windows(entry.window)
            self._known[subject] = [(w, self._counter(entry.measure, w, entry.of)) for w in windows]
        return self._known[subject]

    def _limit(self, person: int, who: VolunteerId, entry: AmountLimit, again: int) -> None:
        for window, counter in self._counters(entry, again):
            if entry.window is Window.SEVEN_DAYS and not self._ends_with_a_duty(window, who, entry.of):
                continue
            limits = self.made.limits[counter]
            least = entry.least if entry.least is not None and window.whole else -UNLIMITED
            most = entry.most if entry.most is not None else UNLIMITED
            if entry.points is None:
                limits.least[person], limits.most[person] = least, most
            else:
                limits.low[person], limits.high[person], limits.points[person] = least, most, entry.points

    def _ends_with_a_duty(self, window: Days, who: VolunteerId, of: DutyClass) -> bool:
        """Seven days that end after the period are asked of those who have a duty on the last of them."""
        last = self.judge.plan.period.last
        if (who, of) not in self._later:
            belongs = self.judge.classes.belongs(of)
            days = (stint.day for stint in self.kept.line(who) if stint.day > last and belongs(stint))
            self._later[who, of] = frozenset(days)
        return window.last <= last or window.last in self._later[who, of]

    def _counter(self, measure: Measure, window: Days, of: DutyClass) -> int:
        number = len(self.made.limits)
        inside = self._inside(window) & self._member(of)
        self.made.limits.append(Limits.none(len(self.judge.directory.volunteers)))
        if measure is Measure.MINUTES:
            self.made.amounts.append(inside * self.minutes)
        elif measure is Measure.DUTIES:
            self.made.amounts.append(inside.astype(np.int64))
        else:
            self.made.amounts.append(np.zeros(len(self.watches), np.int64))
            self._group(number, measure, inside)
        return number

    def _group(self, counter: int, measure: Measure, inside: NDArray[np.bool_]) -> None:
        groups: dict[date, NDArray[np.bool_]] = {}
        for n in np.flatnonzero(inside).tolist():
            day = self.watches[n].day
            if measure is Measure.WEEKENDS and day.weekday() < _SATURDAY:
                continue
            name = monday_of(day) if measure is Measure.WEEKENDS else day
            groups.setdefault(name, np.zeros(len(self.watches), bool))[n] = True
        self.made.groups += [(counter, members) for members in groups.values()]

    def _inside(self, window: Days) -> NDArray[np.bool_]:
        return np.array([window.first <= watch.day <= window.last for watch in self.watches], bool)

    def _member(self, of: DutyClass) -> NDArray[np.bool_]:
        number = classes_of(self.judge.directory.rules.book).index(of)
        return np.array([watch.classes[number] for watch in self.watches], bool)

    def _windows(self, window: Window) -> list[Days]:
        period = self.judge.plan.period
        if window is Window.PERIOD:
            return [Days(period.first, period.last, whole=True)]
        if window is Window.SEVEN_DAYS:
            return _sliding(period, self.last_known)
        days = [self.first_known + DAY * n for n in range((self.last_known - self.first_known).days + 1)]
        if window is Window.DAY:
            return [Days(day, day, period.first <= day <= period.last) for day in days]
        mondays = dict.fromkeys(monday_of(day) for day in days)
        return [Days(m, m + DAY * 6, period.first <= m and m + DAY * 6 <= period.last) for m in mondays]

    def _needed(self) -> Counters:
        """Those that some line could break or some person could pay for."""
        most = self._most()
        keep = [n for n, limits in enumerate(self.made.limits) if _binds(limits, most[n])]
        number = {old: new for new, old in enumerate(keep)}
        return Counters(
            [self.made.amounts[n] for n in keep],
            [(number[counter], members) for counter, members in self.made.groups if counter in number],
            [self.made.limits[n] for n in keep],
        )

    def _most(self) -> list[int]:
        """The largest amount one person could reach if nothing but the days' slots stood in the way."""
        days: dict[date, list[int]] = {}
        for n, watch in enumerate(self.watches):
            days.setdefault(watch.day, []).append(n)
        grouped = [0] * len(self.made.limits)
        for counter, _ in self.made.groups:
            grouped[counter] += 1
        pick = np.sum if self.several else np.max
        most = []
        for n, amounts in enumerate(self.made.amounts):
            most.append(grouped[n] + int(sum(pick(amounts[own]) for own in days.values())))
        return most


def _binds(limits: Limits, most: int) -> bool:
    paid = (limits.points > 0) & ((limits.low > 0) | (limits.high < most))
    return bool((limits.least > 0).any() or (limits.most < most).any() or paid.any())


def _sliding(period: RosterPeriod, last_known: date) -> list[Days]:
    lasts = [period.first + DAY * n for n in range((max(period.last, last_known) - period.first).days + 1)]
    firsts = [last - DAY * (_WEEK - 1) for last in lasts]
    return [
        Days(first, last, period.first <= first and last <= period.last)
        for first, last in zip(firsts, lasts, strict=True)
    ]
