"""An independent judge of duty instances, for those that come without one of their own; shares nothing with the engine.

The rules are those the instances' own judge states; tests hold the two against each other where both are there.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.engine.duty import DutyInstance, Kind, Row, Volunteer

WEEK = 7
SATURDAY = 5
Stint = tuple[int, Kind]
"""The day of a shift and its type."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is broken (rule, and where), and the parts of the objective, each as a count."""

    broken: tuple[tuple[object, ...], ...]
    parts: Mapping[str, int]
    cost: int


def judge(instance: DutyInstance, roster: Iterable[Row]) -> Judgement:
    """Hard violations, counts and cost of a roster."""
    rows = [(who, day, kind, checkpoint, post) for who, day, kind, checkpoint, post in roster]
    return _Judging(instance, rows).judgement()


class _Judging:
    """One roster on its way through the rules."""

    def __init__(self, instance: DutyInstance, roster: Sequence[Row]) -> None:
        self.instance = instance
        self.people = {v.id: v for v in instance.people}
        self.kinds = {k.id: k for k in instance.kinds}
        self.posts = {(p.checkpoint, p.id): p for p in instance.posts}
        self.known = [row for row in roster if self._is_known(row)]
        self.unknown = [row for row in roster if not self._is_known(row)]
        self.lines: dict[str, list[Stint]] = {v.id: [] for v in instance.people}
        for who, day, kind, *_ in self.known:
            self.lines[who].append((day, self.kinds[kind]))

    def judgement(self) -> Judgement:
        """Everything, put together."""
        broken: list[tuple[object, ...]] = [("unknown", *row) for row in self.unknown]
        for row in self.known:
            broken += self._unfit(row)
        broken += self._crowded()
        for who, line in self.lines.items():
            broken += ((rule, who, *where) for rule, *where in self._line(line))
        broken += self._crews()
        parts = self._parts()
        return Judgement(tuple(broken), parts, sum(self.instance.weights[part] * n for part, n in parts.items()))

    def _is_known(self, row: Row) -> bool:
        who, day, kind, checkpoint, post = row
        known = who in self.people and kind in self.kinds and (checkpoint, post) in self.posts
        return known and 0 <= day < self.instance.days

    def _unfit(self, row: Row) -> Iterator[tuple[object, ...]]:
        who, day, kind, checkpoint, post = row
        person = self.people[who]
        if not self.posts[checkpoint, post].requires <= person.qualifications:
            yield ("qualification", *row)
        if day in person.unavailable:
            yield ("unavailable", *row)
        if person.no_nights and self.kinds[kind].night:
            yield ("no nights", *row)

    def _crowded(self) -> Iterator[tuple[object, ...]]:
        for seat, people in Counter(row[1:] for row in self.known).items():
            if people > self.posts[seat[2], seat[3]].seats:
                yield ("too many on a post", *seat, people)

    def _line(self, line: list[Stint]) -> Iterator[tuple[object, ...]]:
        rules = self.instance.rules
        ordered = sorted(line, key=lambda stint: (stint[0], stint[1].start))
        worked = Counter(day for day, _ in line)
        yield from (("two shifts in a day", day) for day, n in worked.items() if n > 1)
        for (day, kind), (later, other) in pairwise(ordered):
            rest = (later - day) * 1440 + other.start - kind.end
            if rest < rules.min_rest:
                yield ("rest", day, later, rest)
        yield from (("days in a row", day) for day in _too_long(worked, rules.max_days))
        nights = {day for day, kind in line if kind.night}
        yield from (("nights in a row", day) for day in _too_long(nights, rules.max_nights))
        weeks = Counter(day // WEEK for day in worked)
        yield from (("week", week, n) for week, n in weeks.items() if n > rules.max_week)

    def _crews(self) -> Iterator[tuple[object, ...]]:
        crews: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for who, day, kind, checkpoint, _ in self.known:
            crews[day, kind, checkpoint].append(who)
        rules = self.instance.rules
        for where, crew in crews.items():
            yield from (("keep apart", *where, a, b) for a, b in rules.apart if a in crew and b in crew)
            new = sum(self.people[who].new for who in crew)
            if rules.new_at_most_experienced and new > len(crew) - new:
                yield ("more new than experienced", *where, new, len(crew))

    def _parts(self) -> dict[str, int]:
        filled = Counter(row[1:] for row in self.known)
        seated = sum(min(n, self.posts[seat[2], seat[3]].seats) for seat, n in filled.items())
        places = [(self.people[who], day, self.posts[checkpoint, post]) for who, day, _, checkpoint, post in self.known]
        return {
            "vacancy": self.instance.seats - seated,
            **self._unfair(),
            "away_from_home_area": sum(post.area != person.area for person, _, post in places),
            "wanted_day_worked": sum(day in person.wanted for person, day, _ in places),
        }

    def _unfair(self) -> dict[str, int]:
        instance = self.instance
        a_shift, days, kinds = instance.seats_a_shift, instance.days, instance.kinds
        weekend_days = sum(day % WEEK >= SATURDAY for day in range(days))
        night_people = [v for v in instance.people if not v.no_nights]
        return {
            "unfair_total": self._outside(a_shift * days * len(kinds), instance.people, lambda _: True),
            "unfair_nights": self._outside(
                a_shift * days * sum(k.night for k in kinds), night_people, lambda stint: stint[1].night
            ),
            "unfair_weekends": self._outside(
                a_shift * weekend_days * len(kinds), instance.people, lambda stint: stint[0] % WEEK >= SATURDAY
            ),
        }

    def _outside(self, total: int, people: Sequence[Volunteer], counts: Callable[[Stint], bool]) -> int:
        weight = {v.id: self.instance.days - len(v.unavailable) for v in people}
        whole = sum(weight.values()) or 1
        outside = 0
        for who, free in weight.items():
            low, high = total * free // whole, -(-total * free // whole)
            done = sum(map(counts, self.lines[who]))
            outside += max(0, done - high, low - done)
        return outside


def _too_long(days: Iterable[int], most: int) -> Iterator[int]:
    """Each day that makes a run longer than it may be."""
    run, last = 0, -2
    for day in sorted(set(days)):
        run = run + 1 if day == last + 1 else 1
        last = day
        if run > most:
            yield day
