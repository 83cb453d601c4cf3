"""One person's line: all stints known of the person, by duty class, ready for the rules about lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from roster_app.domain.book import ALL, DutyClass
from roster_app.domain.classes import Classes
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import RosterPeriod, Stint
from roster_app.domain.timespan import DAY


class Line:
    """The stints of one person in order of time, neighbouring periods included; looked at for one judgement only."""

    __slots__ = ("_of", "_work", "classes", "period", "stints", "volunteer_id")

    def __init__(
        self, volunteer_id: VolunteerId, stints: Sequence[Stint], period: RosterPeriod, classes: Classes
    ) -> None:
        self.volunteer_id = volunteer_id
        self.stints = stints
        self.period = period
        self.classes = classes
        self._of: dict[DutyClass, Sequence[Stint]] = {}
        self._work = None if classes.has_reserve else stints

    @property
    def work(self) -> Sequence[Stint]:
        """All but reserve duties."""
        if self._work is None:
            self._work = self._belonging(ALL)
        return self._work

    def of(self, of: DutyClass) -> Sequence[Stint]:
        """The stints of a class."""
        if of is ALL:
            return self.work
        found = self._of.get(of)
        if found is None:
            found = self._of[of] = self.work if of.is_all else self._belonging(of)
        return found

    def _belonging(self, of: DutyClass) -> Sequence[Stint]:
        belongs = self.classes.belongs(of)
        return [stint for stint in self.stints if belongs(stint)]

    def days(self, of: DutyClass) -> list[date]:
        """The days on which stints of a class begin, in order."""
        return sorted({stint.day for stint in self.of(of)})

    def own(self, stints: Iterable[Stint]) -> list[Stint]:
        """Those that belong to the period."""
        first, last = self.period.first, self.period.last
        return [stint for stint in stints if first <= stint.day <= last]

    def others(self, stints: Iterable[Stint]) -> list[Stint]:
        """Those that belong to neighbouring periods."""
        first, last = self.period.first, self.period.last
        return [stint for stint in stints if not first <= stint.day <= last]

    @property
    def known_since(self) -> date:
        """The first day of which is known what the person did."""
        return min((self.period.first, *(stint.day for stint in self.stints)))


def in_a_row(stints: Iterable[Stint]) -> Iterator[list[Stint]]:
    """Stints by runs of days in a row."""
    run: list[Stint] = []
    ordered = list(stints)
    if any(later.day < earlier.day for earlier, later in pairwise(ordered)):
        ordered.sort(key=lambda s: (s.day, s.span))
    for stint in ordered:
        if run and stint.day - run[-1].day > DAY:
            yield run
            run = []
        run.append(stint)
    if run:
        yield run


@lru_cache(maxsize=1 << 10)
def monday_of(day: date) -> date:
    """The Monday of that day's week; remembered, because rules ask of the same days."""
    return day - DAY * day.weekday()


def duties(stints: Iterable[Stint]) -> tuple[DutyId, ...]:
    """Which duties they are."""
    return tuple(stint.duty_id for stint in stints)
