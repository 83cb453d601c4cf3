"""Plain CP-SAT on a duty instance: one boolean for each volunteer and seat, as tutorials write it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import chain

from ortools.sat.python import cp_model

from benchmarks.engine.cp_sat import run
from benchmarks.engine.duty import DutyInstance, Row, Volunteer
from benchmarks.engine.published import SATURDAY, WEEK
from benchmarks.engine.subject import DutySubject
from benchmarks.engine.trace import Trace

MOST = 3_000_000
"""Booleans beyond which the model alone would take more memory than an office PC has."""


def solve(subject: DutySubject, seconds: float, seed: int) -> Trace:
    """Model and solve the file; a model too large to be built has no answer."""
    trace = Trace(subject, seconds)
    instance = subject.instance
    if instance.seats * len(instance.people) > MOST:
        trace.close()
        return trace
    model = _Model(instance)
    run(model.model, trace, seed, model.holds, list)
    return trace


class _Model:
    def __init__(self, instance: DutyInstance) -> None:
        self.instance, self.model = instance, cp_model.CpModel()
        self.kinds = {kind.id: kind for kind in instance.kinds}
        self.cost: list[cp_model.LinearExpr] = []
        self.holds: dict[Row, cp_model.IntVar] = {}
        self.of_person: dict[str, dict[tuple[int, str], list[cp_model.IntVar]]] = {}
        for person in instance.people:
            self._duties(person)
        self._seats()
        for person in instance.people:
            self._line(person)
        self._fairness()
        self._crews()
        self.model.minimize(sum(self.cost))

    def _duties(self, person: Volunteer) -> None:
        """The booleans of one person: only where qualified, there, and allowed."""
        mine = self.of_person[person.id] = defaultdict(list)
        weights = self.instance.weights
        kinds = [kind for kind in self.instance.kinds if not (kind.night and person.no_nights)]
        posts = [post for post in self.instance.posts if post.requires <= person.qualifications]
        for day in set(range(self.instance.days)) - person.unavailable:
            wanted = weights["wanted_day_worked"] * (day in person.wanted)
            for kind in kinds:
                for post in posts:
                    holds = self.model.new_bool_var("")
                    self.holds[person.id, day, kind.id, post.checkpoint, post.id] = holds
                    mine[day, kind.id].append(holds)
                    points = wanted + weights["away_from_home_area"] * (post.area != person.area)
                    if points:
                        self.cost.append(points * holds)

    def _seats(self) -> None:
        at: dict[tuple[int, str, str, str], list[cp_model.IntVar]] = defaultdict(list)
        for (_, *seat), holds in self.holds.items():
            at[tuple(seat)].append(holds)  # type: ignore[index]
        for day in range(self.instance.days):
            for kind in self.kinds:
                for post in self.instance.posts:
                    empty = self.model.new_int_var(0, post.seats, "")
                    self.model.add(sum(at[day, kind, post.checkpoint, post.id]) + empty == post.seats)
                    self.cost.append(self.instance.weights["vacancy"] * empty)

    def _line(self, person: Volunteer) -> None:
        mine, rules, days = self.of_person[person.id], self.instance.rules, range(self.instance.days)
        on = [[holds for kind in self.kinds for holds in mine[day, kind]] for day in days]
        nights = [[holds for kind in self.kinds.values() if kind.night for holds in mine[day, kind.id]] for day in days]
        for today in on:
            self.model.add_at_most_one(today)
        for week in range(0, len(on), WEEK):
            self.model.add(sum(chain(*on[week : week + WEEK])) <= rules.max_week)
        for line, most in ((on, rules.max_days), (nights, rules.max_nights)):
            for first in range(len(line) - most):
                self.model.add(sum(chain(*line[first : first + most + 1])) <= most)
        for (day, kind), here in list(mine.items()):
            for later in (day + 1, day + 2):
                for other in self.kinds.values():
                    if (later - day) * 1440 + other.start - self.kinds[kind].end < rules.min_rest:
                        self.model.add_at_most_one([*here, *mine.get((later, other.id), [])])

    def _fairness(self) -> None:
        instance, weights = self.instance, self.instance.weights
        nights = sum(kind.night for kind in instance.kinds)
        weekend = sum(day % WEEK >= SATURDAY for day in range(instance.days))
        whole, kinds = instance.seats_a_shift * instance.days, len(instance.kinds)
        by_night = [person for person in instance.people if not person.no_nights]
        self._share(whole * kinds, instance.people, weights["unfair_total"], lambda day, kind: True)
        self._share(whole * nights, by_night, weights["unfair_nights"], lambda day, kind: self.kinds[kind].night)
        weekend_seats = instance.seats_a_shift * weekend * kinds
        self._share(
            weekend_seats, instance.people, weights["unfair_weekends"], lambda day, kind: day % WEEK >= SATURDAY
        )

    def _share(self, total: int, people: Sequence[Volunteer], weight: int, counts: Callable[[int, str], bool]) -> None:
        free = {person.id: self.instance.days - len(person.unavailable) for person in people}
        whole = sum(free.values()) or 1
        for who, days in free.items():
            low, high = total * days // whole, -(-total * days // whole)
            done = sum(chain(*(holds for where, holds in self.of_person[who].items() if counts(*where))))
            outside = self.model.new_int_var(0, total, "")
            self.model.add(done <= high + outside)
            self.model.add(done >= low - outside)
            self.cost.append(weight * outside)

    def _crews(self) -> None:
        """Who may not stand together, and those who are new beside enough others."""
        rules, new = self.instance.rules, {person.id for person in self.instance.people if person.new}
        crews: dict[tuple[int, str, str], dict[str, list[cp_model.IntVar]]] = defaultdict(lambda: defaultdict(list))
        for (who, day, kind, checkpoint, _), holds in self.holds.items():
            crews[day, kind, checkpoint][who].append(holds)
        for crew in crews.values():
            for one, other in rules.apart:
                self.model.add_at_most_one([*crew.get(one, []), *crew.get(other, [])])
            if rules.new_at_most_experienced:
                members = ((who, holds) for who, all_ in crew.items() for holds in all_)
                self.model.add(sum(holds if who in new else -holds for who, holds in members) <= 0)
