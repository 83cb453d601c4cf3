"""How many duties of a group people can hold at the most, each by the rules about their own line."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from roster_app.domain.answers.fitness import Fitness
from roster_app.domain.book import AmountLimit, DutyClass, Entry, Measure, RunLimit, Window
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Duty, Stint
from roster_app.domain.rules import Judge
from roster_app.domain.rules.line import monday_of
from roster_app.domain.timespan import MINUTE


@dataclass(frozen=True, slots=True)
class Capacity:
    """Never too low: rules it does not look at only make less possible."""

    judge: Judge
    fitness: Fitness

    def of(self, group: Sequence[Duty], fit: Mapping[DutyId, Sequence[VolunteerId]]) -> tuple[int, Entry | None]:
        """How many of the group can be held at the most, and the rule that bounds most people (None: rest alone)."""
        possible, bounds = 0, Counter[Entry | None]()
        for who in dict.fromkeys(who for able in fit.values() for who in able):
            most, limit = self._of_person(who, [duty for duty in group if who in fit[duty.id]])
            possible += most
            bounds[limit] += 1
        limits = [limit for limit, _ in bounds.most_common() if limit is not None]
        return possible, limits[0] if limits else None

    def _of_person(self, who: VolunteerId, duties: Sequence[Duty]) -> tuple[int, Entry | None]:
        chain = self._chain(duties)
        by_week, week_limit = 0, None
        for monday, part in self._weeks(duties).items():
            most, limit = self._of_week(who, monday, part)
            by_week, week_limit = by_week + most, week_limit or limit
        found: list[tuple[int, Entry | None]] = [(chain, None), (by_week, week_limit), *self._whole(who, duties)]
        return min(found, key=lambda bound: bound[0])

    def _of_week(self, who: VolunteerId, monday: date, duties: Sequence[Duty]) -> tuple[int, Entry | None]:
        given = [s for s in self.fitness.fixed.line(who) if monday_of(s.day) == monday]
        found: list[tuple[int, Entry | None]] = [(self._chain(duties), None)]
        for entry in self._amounts(who, duties, (Window.WEEK, Window.SEVEN_DAYS)):
            found.append((self._left(entry, given, duties), entry))
        return min(found, key=lambda bound: bound[0])

    def _whole(self, who: VolunteerId, duties: Sequence[Duty]) -> Iterator[tuple[int, Entry]]:
        """By what holds over the whole period: amounts, and runs of days."""
        days = sorted({self._day(duty) for duty in duties})
        period = self.judge.plan.period
        given = [s for s in self.fitness.fixed.line(who) if period.first <= s.day <= period.last]
        for amount in self._amounts(who, duties, (Window.PERIOD,)):
            yield self._left(amount, given, duties), amount
        for run in self.judge.directory.rules.book.of(RunLimit, who):
            if run.is_hard and run.most is not None and not run.off and self._speaks_of(run.of, duties):
                yield _days_in_runs(days, run.most) * self._busiest(duties), run

    def _amounts(self, who: VolunteerId, duties: Sequence[Duty], windows: tuple[Window, ...]) -> Iterator[AmountLimit]:
        for entry in self.judge.directory.rules.book.of(AmountLimit, who):
            limits = entry.is_hard and entry.most is not None and entry.window in windows
            counted = entry.measure in (Measure.MINUTES, Measure.DUTIES)
            if limits and counted and self._speaks_of(entry.of, duties):
                yield entry

    def _speaks_of(self, of: DutyClass, duties: Sequence[Duty]) -> bool:
        """Whether all the duties are of the class."""
        belongs, plan = self.judge.classes.belongs(of), self.judge.plan
        return all(belongs(plan.stint(duty.id, VolunteerId(0))) for duty in duties)

    def _left(self, entry: AmountLimit, given: Sequence[Stint], duties: Sequence[Duty]) -> int:
        """How many of the duties the limit leaves room for beside what is given."""
        belongs = self.judge.classes.belongs(entry.of)
        counted = [stint for stint in given if belongs(stint)]
        by_minutes = entry.measure is Measure.MINUTES
        taken = sum(s.span.minutes for s in counted) if by_minutes else len(counted)
        unit = min(duty.span.minutes for duty in duties) if by_minutes else 1
        return max(0, (entry.most or 0) - taken) // unit

    def _chain(self, duties: Sequence[Duty]) -> int:
        """The most duties one person can hold with the rest between them: earliest end first is best."""
        rest = 0 if self._has_parts(duties) else self.fitness.rest
        count, ready = 0, datetime.min
        for duty in sorted(duties, key=lambda d: d.span.end):
            if duty.span.start >= ready:
                count, ready = count + 1, duty.span.end + MINUTE * rest
        return count

    def _has_parts(self, duties: Sequence[Duty]) -> bool:
        """Whether a post's shift is split among them: its parts need no rest in between."""
        spans: dict[object, set[datetime]] = defaultdict(set)
        for duty in duties:
            spans[duty.shift_id, duty.post_id].add(duty.span.start)
        return any(len(starts) > 1 for starts in spans.values())

    def _busiest(self, duties: Sequence[Duty]) -> int:
        """The most duties one person can hold on one day."""
        days: dict[date, list[Duty]] = defaultdict(list)
        for duty in duties:
            days[self._day(duty)].append(duty)
        return max((self._chain(part) for part in days.values()), default=0)

    def _weeks(self, duties: Sequence[Duty]) -> dict[date, list[Duty]]:
        weeks: dict[date, list[Duty]] = defaultdict(list)
        for duty in duties:
            weeks[monday_of(self._day(duty))].append(duty)
        return weeks

    def _day(self, duty: Duty) -> date:
        return self.judge.plan.shift[duty.shift_id].day


def _days_in_runs(days: Sequence[date], most: int) -> int:
    """How many of these days can be worked with at most so many in a row."""
    count = run = 0
    last: date | None = None
    for day in days:
        run = run + 1 if last is not None and (day - last).days == 1 else 1
        last = day
        if run <= most:
            count += 1
        else:
            run = 0
    return count
