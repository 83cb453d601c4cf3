"""A roster in the making: who stands which need, what each person's line has room for, and what it all costs."""

from collections.abc import Iterable, Iterator

from roster_app.engine.facts import KINDS, RosterProblem
from roster_app.engine.weights import CAUSE_OF, CAUSES


class Draft:
    """Changed in place by the searches: ask `fits`, then `take`; the sums follow.

    A `take` that fits breaks no rule. A `drop` can leave a shift without its leader; `is_led` tells.
    """

    def __init__(self, problem: RosterProblem) -> None:
        self.problem = problem
        people, watches = problem.people, problem.watches
        self.day_of = tuple(watches[need.watch].day for need in problem.needs)
        self.holders: list[list[int]] = [[] for _ in problem.needs]
        self.stands: list[list[tuple[int, ...]]] = [[()] * problem.days for _ in people]
        """For each person and each day the needs stood."""
        self.burden = [list(person.burden) for person in people]
        self._held = [0] * len(people)
        self._days = [person.work_days for person in people]
        self._night_days = [person.night_days for person in people]
        self._nights = [person.nights for person in people]
        self._week_minutes = [list(person.week_minutes) for person in people]
        self._leaders = [0] * len(problem.crews)
        self._standing = [0] * len(problem.crews)
        self._bit = tuple(1 << (watch.day + problem.margin) for watch in watches)
        self._nightly = sum(1 << n for n, watch in enumerate(watches) if watch.is_night)
        self._same_day = _masks_by_day(watch.day for watch in watches)
        self._unit = tuple(problem.weights.of_burden(kind) for kind in KINDS)

    @property
    def vacancies(self) -> list[int]:
        """The needs with an empty seat, each as often as it has one."""
        needs = self.problem.needs
        return [n for n, held in enumerate(self.holders) for _ in range(needs[n].count - len(held))]

    def stood_by(self, person: int) -> Iterator[int]:
        """The needs a person stands, by day."""
        return (need for needs in self.stands[person] for need in needs)

    def fits(self, person: int, need: int) -> bool:
        """Whether the person can take a free seat there without breaking a rule."""
        crew = self.problem.needs[need].crew
        led = crew is None or self._leaders[crew] > 0 or self.problem.people[person].leads
        return led and self.has_room(person, need)

    def is_led(self, need: int) -> bool:
        """Whether the need's shift has its leader, wants none, or has nobody to lead."""
        crew = self.problem.needs[need].crew
        return crew is None or self._leaders[crew] > 0 or not self._standing[crew]

    def has_room(self, person: int, need: int) -> bool:
        """Whether the person may stand there and the line has room: rest and ways, week, runs of days and nights."""
        problem, who = self.problem, self.problem.people[person]
        watch = problem.needs[need].watch
        if who.wishes[watch] is None or not who.able[problem.needs[need].skill]:
            return False
        if self._held[person] & problem.conflicts[watch]:
            return False
        limits, facts = problem.limits, problem.watches[watch]
        week = self._week_minutes[person][facts.week] + facts.minutes
        if limits.week_minutes is not None and week > limits.week_minutes:
            return False
        day = facts.day + problem.margin
        if _runs_on(self._days[person] | self._bit[watch], day, limits.days_in_a_row):
            return False
        return not facts.is_night or self._has_room_for_night(person, watch, day)

    def _has_room_for_night(self, person: int, watch: int, day: int) -> bool:
        limits = self.problem.limits
        if limits.nights is not None and self._nights[person] >= limits.nights:
            return False
        return not _runs_on(self._night_days[person] | self._bit[watch], day, limits.nights_in_a_row)

    def take(self, person: int, need: int) -> None:
        """Give the person a free seat of the need."""
        watch, day = self.problem.needs[need].watch, self.day_of[need]
        self.holders[need].append(person)
        self.stands[person][day] += (need,)
        self._held[person] |= 1 << watch
        self._days[person] |= self._bit[watch]
        if self.problem.watches[watch].is_night:
            self._night_days[person] |= self._bit[watch]
        self._count(person, need, 1)

    def drop(self, person: int, need: int) -> None:
        """Take the person off the need."""
        watch, day, who = self.problem.needs[need].watch, self.day_of[need], self.problem.people[person]
        self.holders[need].remove(person)
        self.stands[person][day] = tuple(n for n in self.stands[person][day] if n != need)
        self._held[person] &= ~(1 << watch)
        same_day = self._held[person] & self._same_day[day]
        if not same_day:
            self._days[person] &= ~self._bit[watch] | who.work_days
        if not same_day & self._nightly:
            self._night_days[person] &= ~self._bit[watch] | who.night_days
        self._count(person, need, -1)

    def _count(self, person: int, need: int, sign: int) -> None:
        what = self.problem.needs[need]
        watch = self.problem.watches[what.watch]
        self._week_minutes[person][watch.week] += sign * watch.minutes
        self._nights[person] += sign * watch.is_night
        burden = self.burden[person]
        for kind, amount in enumerate(watch.burden):
            burden[kind] += sign * amount
        if what.crew is not None:
            self._standing[what.crew] += sign
            self._leaders[what.crew] += sign * self.problem.people[person].leads

    def change_of_burden(self, person: int, change: Iterable[int]) -> int:
        """Points that the person's burdens cost more, or less, when they change by so much of each kind."""
        now, points = self.burden[person], 0
        for kind, more in enumerate(change):
            if more:
                amount = now[kind]
                points += self._outside(person, kind, amount + more) - self._outside(person, kind, amount)
        return points

    def _outside(self, person: int, kind: int, amount: int) -> int:
        low, high = self.problem.people[person].bands[kind]
        if amount > high:
            return (amount - high) * self._unit[kind]
        return (low - amount) * self._unit[kind] if amount < low else 0

    def parts(self) -> dict[str, int]:
        """The whole cost by cause, from the sums kept here."""
        problem = self.problem
        parts = dict.fromkeys(CAUSES, 0) | dict(problem.base)
        parts["vacancy"] += sum(problem.needs[n].vacancy for n in self.vacancies)
        for number, kind in enumerate(KINDS):
            parts[CAUSE_OF[kind]] = sum(
                self._outside(person, number, burden[number]) for person, burden in enumerate(self.burden)
            )
        for need, held in enumerate(self.holders):
            for person in held:
                parts["wishes"] += problem.people[person].wishes[problem.needs[need].watch] or 0
                parts["away"] += problem.weights.away * problem.is_away(person, need)
        return parts

    @property
    def cost(self) -> int:
        """The sum of all parts."""
        return sum(self.parts().values())


def _masks_by_day(days: Iterable[int]) -> dict[int, int]:
    masks: dict[int, int] = {}
    for watch, day in enumerate(days):
        masks[day] = masks.get(day, 0) | 1 << watch
    return masks


def _runs_on(days: int, day: int, limit: int | None) -> bool:
    """Whether the run of set bits around one bit is longer than the limit."""
    if limit is None:
        return False
    length, back = 0, day
    while days >> day & 1 and length <= limit:
        length, day = length + 1, day + 1
    while back > 0 and days >> (back - 1) & 1 and length <= limit:
        length, back = length + 1, back - 1
    return length > limit
