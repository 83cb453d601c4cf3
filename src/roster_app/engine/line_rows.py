"""The rules of one person's line as rows: rest and ways, runs of days and nights, minutes a week, nights at all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roster_app.engine.facts import RosterProblem
from roster_app.engine.linear import Linear


@dataclass(frozen=True, slots=True)
class Busy:
    """A column that is 1 on a day on which the person works any of several watches."""

    column: int
    works: tuple[int, ...]


class LineRows:
    """Adds the rows of one person after the other to a model."""

    def __init__(self, problem: RosterProblem, linear: Linear) -> None:
        self.problem, self.linear = problem, linear
        self._cliques = cliques(problem.conflicts)

    def add(self, person: int, works: Mapping[int, int]) -> list[Busy]:
        """The rows for a person whose column of each watch is given; returns the columns that were needed besides."""
        problem, limits = self.problem, self.problem.limits
        who, watches = problem.people[person], problem.watches
        for clique in self._cliques:
            together = [(works[watch], 1) for watch in clique if watch in works]
            if len(together) > 1:
                self.linear.row(together, upper=1)
        busy: list[Busy] = []
        nights = {watch: column for watch, column in works.items() if watches[watch].is_night}
        if limits.days_in_a_row is not None:
            busy += self._runs(works, who.work_days, limits.days_in_a_row)
        if limits.nights_in_a_row is not None:
            busy += self._runs(nights, who.night_days, limits.nights_in_a_row)
        if limits.nights is not None and nights:
            self.linear.row([(column, 1) for column in nights.values()], upper=max(0, limits.nights - who.nights))
        if limits.week_minutes is not None:
            self._weeks(works, who.week_minutes, limits.week_minutes)
        return busy

    def _runs(self, works: Mapping[int, int], standing: int, limit: int) -> list[Busy]:
        """On each limit + 1 days in a row at least one is free, days on which work stands already counted."""
        busy: list[Busy] = []
        own = self._days(works, standing, busy)
        for first in range(-limit, self.problem.days):
            window = range(first, first + limit + 1)
            stand = sum(self._stands(standing, day) for day in window)
            columns = [own[day] for day in window if day in own]
            if columns and stand + len(columns) > limit:
                terms = [(column, 1) for day in columns for column in day]
                self.linear.row(terms, upper=limit - stand)
        return busy

    def _days(self, works: Mapping[int, int], standing: int, busy: list[Busy]) -> dict[int, list[int]]:
        """For each day that could become a working day the columns whose sum says whether it does."""
        watches_on: dict[int, list[int]] = defaultdict(list)
        for watch in works:
            watches_on[self.problem.watches[watch].day].append(watch)
        own: dict[int, list[int]] = {}
        for day, watches in watches_on.items():
            if self._stands(standing, day):
                continue
            own[day] = columns = [works[watch] for watch in watches]
            if not self._one_at_most(watches):
                column = self.linear.column(1)
                for work in columns:
                    self.linear.row([(column, 1), (work, -1)], lower=0)
                busy.append(Busy(column, tuple(columns)))
                own[day] = [column]
        return own

    def _stands(self, standing: int, day: int) -> bool:
        bit = day + self.problem.margin
        return bit >= 0 and bool(standing >> bit & 1)

    def _one_at_most(self, watches: Iterable[int]) -> bool:
        mask = sum(1 << watch for watch in watches)
        return all(mask & ~self.problem.conflicts[watch] == 0 for watch in watches)

    def _weeks(self, works: Mapping[int, int], standing: tuple[int, ...], limit: int) -> None:
        minutes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for watch, column in works.items():
            facts = self.problem.watches[watch]
            minutes[facts.week].append((column, facts.minutes))
        for week, terms in minutes.items():
            if sum(length for _, length in terms) > limit - standing[week]:
                self.linear.row(terms, upper=limit - standing[week])


def cliques(conflicts: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Sets of watches of which nobody can hold two, such that every conflict lies in one of them."""
    found: list[int] = []
    for watch, mask in enumerate(conflicts):
        missing = mask & ~(1 << watch)
        while missing:
            clique, common = 1 << watch, mask
            for other in _bits(missing):
                if common >> other & 1:
                    clique |= 1 << other
                    common &= conflicts[other]
            missing &= ~clique
            found.append(clique)
    kept = [c for n, c in enumerate(found) if not any(c & ~d == 0 and (c != d or n > m) for m, d in enumerate(found))]
    return [tuple(_bits(clique)) for clique in kept]


def _bits(mask: int) -> list[int]:
    return [bit for bit in range(mask.bit_length()) if mask >> bit & 1]
