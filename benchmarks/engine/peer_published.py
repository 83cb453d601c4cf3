"""Plain CP-SAT on a published instance: one boolean for each person, day and shift type, as tutorials write it."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from benchmarks.engine.cp_sat import run
from benchmarks.engine.published import SATURDAY, WEEK, Person, Published
from benchmarks.engine.subject import PublishedSubject
from benchmarks.engine.trace import Trace

Cell = tuple[str, int, str]
"""Person, day and shift type."""


def solve(subject: PublishedSubject, seconds: float, seed: int) -> Trace:
    """Model and solve the file."""
    trace = Trace(subject, seconds)
    instance = subject.instance
    model = _Model(instance)
    run(model.model, trace, seed, model.works, lambda cells: _lines(instance, cells))
    return trace


def _lines(instance: Published, cells: Sequence[Cell]) -> dict[str, list[str]]:
    lines = {person.id: [""] * instance.days for person in instance.people}
    for who, day, kind in cells:
        lines[who][day] = kind
    return lines


class _Model:
    def __init__(self, instance: Published) -> None:
        self.instance, self.model = instance, cp_model.CpModel()
        self.days = range(instance.days)
        self.works = {
            (person.id, day, kind.id): self.model.new_bool_var("")
            for person in instance.people
            for day in self.days
            for kind in instance.kinds
        }
        self.on_duty: dict[tuple[str, int], cp_model.IntVar] = {}
        for person in instance.people:
            self._a_day(person)
            self._amounts(person)
            self._weekends(person)
            self._runs(person, [self.on_duty[person.id, day] for day in self.days])
        self.model.minimize(self._requests() + self._cover())

    def _a_day(self, person: Person) -> None:
        for day in self.days:
            on_duty = self.on_duty[person.id, day] = self.model.new_bool_var("")
            self.model.add(sum(self.works[person.id, day, kind.id] for kind in self.instance.kinds) == on_duty)
            if day in self.instance.days_off.get(person.id, ()):
                self.model.add(on_duty == 0)
        for kind in self.instance.kinds:
            for later in kind.never_before:
                for day in self.days[:-1]:
                    self.model.add_at_most_one(
                        self.works[person.id, day, kind.id], self.works[person.id, day + 1, later]
                    )

    def _amounts(self, person: Person) -> None:
        times = {k.id: sum(self.works[person.id, day, k.id] for day in self.days) for k in self.instance.kinds}
        for kind, most in person.max_shifts.items():
            self.model.add(times[kind] <= most)
        minutes = sum(kind.minutes * times[kind.id] for kind in self.instance.kinds)
        self.model.add_linear_constraint(minutes, person.min_minutes, person.max_minutes)

    def _weekends(self, person: Person) -> None:
        weekends = []
        for saturday in range(SATURDAY, self.instance.days, WEEK):
            weekends.append(self.model.new_bool_var(""))
            for day in range(saturday, min(saturday + 2, self.instance.days)):
                self.model.add_implication(self.on_duty[person.id, day], weekends[-1])
        self.model.add(sum(weekends) <= person.max_weekends)

    def _runs(self, person: Person, on: list[cp_model.IntVar]) -> None:
        for first in range(len(on) - person.max_work_run):
            self.model.add(sum(on[first : first + person.max_work_run + 1]) <= person.max_work_run)
        for length in range(1, person.min_work_run):
            for first in range(1, len(on) - length):
                inside = on[first : first + length]
                self.model.add_bool_or(on[first - 1], on[first + length], *(~day for day in inside))
        for length in range(1, person.min_free_run):
            for first in range(1, len(on) - length):
                inside = on[first : first + length]
                self.model.add_bool_or(~on[first - 1], ~on[first + length], *inside)

    def _requests(self) -> cp_model.LinearExpr:
        on = [r.weight * (1 - self.works[r.person, r.day, r.kind]) for r in self.instance.on]
        off = [r.weight * self.works[r.person, r.day, r.kind] for r in self.instance.off]
        return cp_model.LinearExpr.sum([*on, *off])

    def _cover(self) -> cp_model.LinearExpr:
        cost: list[cp_model.LinearExpr] = []
        for cover in self.instance.cover:
            under, over = (self.model.new_int_var(0, len(self.instance.people) + cover.wanted, "") for _ in "uo")
            present = sum(self.works[person.id, cover.day, cover.kind] for person in self.instance.people)
            self.model.add(present + under - over == cover.wanted)
            cost.append(cover.under * under + cover.over * over)
        return cp_model.LinearExpr.sum(cost)
