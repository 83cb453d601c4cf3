"""The problem as a linear model: person × watch decides who works when, counts of like people who stands where.

People who can stand the same needs of a watch at the same price are of one kind there, so that a watch is a small
transport of counts instead of a boolean for every seat: from each kind straight to the needs that cost nothing extra,
or through a pool, at the price of being away from home, to all others. The model is exact: each of its solutions is a
roster that breaks no rule and costs no more, and each roster is a solution that costs the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roster_app.engine.draft import Draft
from roster_app.engine.facts import KINDS, RosterProblem
from roster_app.engine.line_rows import Busy, LineRows
from roster_app.engine.linear import Linear
from roster_app.engine.shares import Share, share_of


@dataclass(frozen=True, slots=True)
class Pool:
    """Those at one watch who can stand the same needs, wherever they come from."""

    watch: int
    leads: bool
    able: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """Those of a pool who are alike: the needs near home, and the fare to any other."""

    pool: Pool
    near: tuple[int, ...]
    fare: int
    people: tuple[int, ...]


class RosterModel:
    """`linear` is the model; `values` and `draft` lead from a draft to the values of its columns and back."""

    def __init__(self, problem: RosterProblem) -> None:
        self.problem = problem
        self.linear = Linear(offset=sum(problem.base.values()))
        self._works = self._who_can_work_when()
        self._kinds = self._alike()
        self._near: dict[tuple[Kind, int], int] = {}
        self._fares: dict[Kind, int] = {}
        self._from_pool: dict[tuple[Pool, int], int] = {}
        self._who_stands_where()
        self._under = self._cover()
        self._led = self._leaders()
        lines = LineRows(problem, self.linear)
        self._busy: list[Busy] = []
        self._shares: list[Share] = []
        for person, columns in enumerate(self._works):
            self._busy += lines.add(person, columns)
            shares = (share_of(problem, person, kind, columns, self.linear) for kind in range(len(KINDS)))
            self._shares += [share for share in shares if share is not None]

    def _who_can_work_when(self) -> list[dict[int, int]]:
        """For each person the watches that what stands already leaves room for, with their columns."""
        problem, nothing = self.problem, Draft(self.problem)
        works: list[dict[int, int]] = []
        for number, person in enumerate(problem.people):
            columns = {}
            for watch, facts in enumerate(problem.watches):
                if any(nothing.has_room(number, need) for need in facts.needs):
                    columns[watch] = self.linear.column(1, person.wishes[watch] or 0)
            works.append(columns)
        return works

    def _alike(self) -> list[Kind]:
        """Everybody who can work a watch, sorted into kinds."""
        problem, kinds = self.problem, []
        for watch, facts in enumerate(problem.watches):
            groups: dict[tuple[Pool, tuple[int, ...], int], list[int]] = defaultdict(list)
            for number, person in enumerate(problem.people):
                if watch in self._works[number]:
                    able = tuple(need for need in facts.needs if person.able[problem.needs[need].skill])
                    leads = person.leads and any(problem.needs[need].crew is not None for need in able)
                    near = () if person.home is None else tuple(n for n in able if not problem.is_away(number, n))
                    fare = 0 if person.home is None else problem.weights.away
                    groups[Pool(watch, leads, able), near, fare].append(number)
            kinds += [Kind(pool, near, fare, tuple(people)) for (pool, near, fare), people in groups.items()]
        return kinds

    def _who_stands_where(self) -> None:
        """As many of a kind stand somewhere as work the watch; as many leave a pool as enter it."""
        entering: dict[Pool, list[tuple[int, int]]] = defaultdict(list)
        for kind in self._kinds:
            leaving = [(self._works[person][kind.pool.watch], -1) for person in kind.people]
            for need in kind.near:
                column = self.linear.column(min(len(kind.people), self.problem.needs[need].count))
                self._near[kind, need] = column
                leaving.append((column, 1))
            if len(kind.near) < len(kind.pool.able):
                self._fares[kind] = column = self.linear.column(len(kind.people), kind.fare)
                entering[kind.pool].append((column, -1))
                leaving.append((column, 1))
            self.linear.row(leaving, 0, 0)
        for pool, terms in entering.items():
            for need in pool.able:
                self._from_pool[pool, need] = column = self.linear.column(self.problem.needs[need].count)
                terms.append((column, 1))
            self.linear.row(terms, 0, 0)

    def _standing(self) -> dict[int, list[tuple[bool, int]]]:
        """For each need the columns of those who stand it, and whether they lead."""
        standing: dict[int, list[tuple[bool, int]]] = defaultdict(list)
        for (kind, need), column in self._near.items():
            standing[need].append((kind.pool.leads, column))
        for (pool, need), column in self._from_pool.items():
            standing[need].append((pool.leads, column))
        return standing

    def _cover(self) -> list[int]:
        """Those who stand and those who are missing make the demand."""
        standing, under = self._standing(), []
        for number, need in enumerate(self.problem.needs):
            missing = self.linear.column(need.count, need.vacancy)
            self.linear.row([(missing, 1), *((c, 1) for _, c in standing[number])], need.count, need.count)
            under.append(missing)
        return under

    def _leaders(self) -> list[int]:
        """A shift that wants a leader is led by somebody, or stays empty."""
        standing, led = self._standing(), []
        for needs in self.problem.crews:
            is_led = self.linear.column(1)
            leaders = [(column, 1) for need in needs for leads, column in standing[need] if leads]
            self.linear.row([*leaders, (is_led, -1)], lower=0)
            for need in needs:
                if not all(leads for leads, _ in standing[need]):
                    count = self.problem.needs[need].count
                    self.linear.row([(self._under[need], 1), (is_led, count)], lower=count)
            led.append(is_led)
        return led

    def values(self, draft: Draft) -> list[int]:
        """What a draft means for every column."""
        problem, values = self.problem, [0] * len(self.linear.cost)
        for person, columns in enumerate(self._works):
            for need in draft.stood_by(person):
                values[columns[problem.needs[need].watch]] = 1
        for kind in self._kinds:
            self._place(draft, kind, values)
        for number, column in enumerate(self._under):
            values[column] = problem.needs[number].count - len(draft.holders[number])
        for needs, column in zip(problem.crews, self._led, strict=True):
            values[column] = any(problem.people[person].leads for need in needs for person in draft.holders[need])
        for busy in self._busy:
            values[busy.column] = any(values[column] for column in busy.works)
        for share in self._shares:
            share.fill_in(values)
        return values

    def _place(self, draft: Draft, kind: Kind, values: list[int]) -> None:
        own = set(kind.people)
        for need in kind.pool.able:
            standing = sum(person in own for person in draft.holders[need])
            if (kind, need) in self._near:
                values[self._near[kind, need]] = standing
            elif standing:
                values[self._fares[kind]] += standing
                values[self._from_pool[kind.pool, need]] += standing

    def draft(self, values: Sequence[int]) -> Draft:
        """The draft that the columns' values mean; who of a kind stands where goes by the people's order."""
        draft = Draft(self.problem)
        travelling: dict[Pool, list[int]] = defaultdict(list)
        for kind in self._kinds:
            working = (person for person in kind.people if values[self._works[person][kind.pool.watch]])
            for need in kind.near:
                for _ in range(values[self._near[kind, need]]):
                    draft.take(next(working), need)
            travelling[kind.pool].extend(working)
        for pool, people in travelling.items():
            waiting: Iterator[int] = iter(people)
            for need in pool.able if people else ():
                for _ in range(values[self._from_pool[pool, need]]):
                    draft.take(next(waiting), need)
        return draft
