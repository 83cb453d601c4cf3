"""The relaxation: person × watch, and flows from kinds of people to needs; rules that are not linear are left out."""

from collections import defaultdict
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from roster_app.engine.draft import fixed_lines
from roster_app.engine.form import HARD, NEVER, UNLIMITED, Form
from roster_app.engine.linear import FREE, Linear, Whole
from roster_app.engine.relaxed import Relaxation, Way

_NONE, _ONE = np.zeros(1, np.int64), np.ones(1, np.int64)
_MOST_ARCS = 400
"""Flows of one watch beyond which those away from home go through a hub."""


def relaxation(form: Form, *, whole: bool = True) -> Relaxation:
    """No roster costs less than the model's least value, if it breaks no rule that what stands already does not break.

    Hard rules that even so are broken are not counted, but for too little.

    Without `whole` the rules about neighbouring days are left out: a third of the time, and nearly always the same
    value, since fair shares keep people far from those limits.
    """
    return _Relaxing(form).relaxation(whole)


class _Relaxing:
    """One model in the making."""

    def __init__(self, form: Form) -> None:
        self.form, self.linear = form, Linear()
        self.ways: list[Way] = []
        people = form.people
        self.fixed = fixed_lines(form)
        self.pair = form.pair.reshape(form.contracts, form.kinds, form.kinds, form.reach + 1)
        self.wish = form.wish.reshape(people, form.watches)
        self.place_points = form.place_points.reshape(form.person_places, form.places)
        self.open_watch = np.zeros(form.watches, bool)
        self.open_watch[form.need_watch[form.need_open > 0]] = True
        kinds = np.stack([form.place, form.marks.astype(np.int32)], 1) if form.crews else form.place[:, None]
        self.classes, self.class_of = np.unique(kinds, axis=0, return_inverse=True)
        self.class_of = self.class_of.reshape(people)
        self.slot_fixed = self.fixed >= 0

    def relaxation(self, whole: bool) -> Relaxation:
        """Everything in turn."""
        self._works()
        self._flows()
        self._slots()
        if whole:
            self._neighbours()
            self._runs()
        self._counters()
        return Relaxation(self.form, self.linear, self.works, self.class_of, tuple(self.ways))

    def _works(self) -> None:
        form = self.form
        allowed = (self.wish < NEVER) & self.open_watch[None, :] & ~self.slot_fixed[:, form.watch_slot]
        able = np.zeros((len(self.classes), form.watches), bool)
        for need in np.flatnonzero(form.need_open):
            able[:, form.need_watch[need]] |= self.place_points[self.classes[:, 0], form.need_place[need]] < NEVER
        allowed &= able[self.class_of]
        allowed &= ~self._too_close_to_fixed()
        person, watch = np.nonzero(allowed)
        stands, slot = np.nonzero(self.slot_fixed)
        wishes = self.wish[stands, form.need_watch[self.fixed[stands, slot]]].astype(np.int64)
        self.linear.offset += int(wishes[wishes < NEVER].sum())
        self.works = np.full((form.people, form.watches), -1, np.int64)
        self.works[person, watch] = self.linear.add_columns(
            self.wish[person, watch].astype(np.int64), np.ones(len(person), np.int64)
        )

    def _too_close_to_fixed(self) -> NDArray[np.bool_]:
        form = self.form
        close = np.zeros((form.people, form.watches), bool)
        watch_day = form.slot_day[form.watch_slot]
        for person, slot in zip(*np.nonzero(self.slot_fixed), strict=True):
            held = form.need_watch[self.fixed[person, slot]]
            days = watch_day - watch_day[held]
            table, kind = self.pair[form.contract[person]], form.watch_kind[held]
            near = np.abs(days) <= form.reach
            after, before = near & (days >= 0), near & (days <= 0)
            close[person, after] |= table[kind, form.watch_kind[after], days[after]] >= HARD
            close[person, before] |= table[form.watch_kind[before], kind, -days[before]] >= HARD
        return close

    def _flows(self) -> None:
        """People of a kind who stand at a watch are at its needs; needs have their least, wanted and most."""
        form = self.form
        needs = np.flatnonzero(form.need_open)
        by_watch: dict[int, list[int]] = defaultdict(list)
        for need in needs.tolist():
            by_watch[int(form.need_watch[need])].append(need)
        inflow: dict[int, list[int]] = defaultdict(list)
        self.flow: dict[tuple[int, int], list[int]] = defaultdict(list)
        for watch, own in by_watch.items():
            self._flows_of(watch, own, inflow)
        for need in needs.tolist():
            self._cover(need, inflow[need])
        if form.crews:
            self._crews()

    def _flows_of(self, watch: int, needs: list[int], inflow: dict[int, list[int]]) -> None:
        form = self.form
        places = form.need_place[needs]
        here = np.unique(self.class_of[self.works[:, watch] >= 0])
        hubs: dict[tuple[int, ...], dict[int, int]] = defaultdict(dict)
        use_hubs = len(here) * len(needs) > _MOST_ARCS and not form.crews
        for kind in here.tolist():
            points = self.place_points[self.classes[kind, 0], places].astype(np.int64)
            present = int(((self.class_of == kind) & (self.works[:, watch] >= 0)).sum())
            out: list[int] = []
            reach = points < NEVER
            away = int(points[reach].max()) if reach.any() else 0
            direct = np.flatnonzero(reach & (points < away)) if use_hubs else np.flatnonzero(reach)
            if len(direct):
                most = np.minimum(form.need_most[needs][direct], present).astype(np.int64)
                columns = self.linear.add_columns(points[direct], most)
                own = [needs[position] for position in direct.tolist()]
                self.ways.append(Way(watch, (kind,), tuple(own), tuple(columns.tolist())))
                for need, column in zip(own, columns.tolist(), strict=True):
                    inflow[need].append(column)
                    self.flow[kind, need].append(column)
                    out.append(column)
            if use_hubs:
                column = int(self.linear.add_columns(np.array([away]), np.array([present]))[0])
                out.append(column)
                hubs[tuple(np.flatnonzero(reach).tolist())][kind] = column
            people = self.works[(self.class_of == kind) & (self.works[:, watch] >= 0), watch]
            signs = [1] * len(people) + [-1] * len(out)
            self.linear.add_row([*people.tolist(), *out], signs, 0, 0)
        for reached, into in hubs.items():
            columns = self.linear.add_columns(
                np.zeros(len(reached), np.int64), form.need_most[needs][list(reached)].astype(np.int64)
            )
            own = [needs[position] for position in reached]
            self.ways.append(Way(watch, tuple(into), tuple(own), tuple(columns.tolist())))
            for need, column in zip(own, columns.tolist(), strict=True):
                inflow[need].append(column)
            self.linear.add_row([*into.values(), *columns.tolist()], [1] * len(into) + [-1] * len(columns), 0, 0)

    def _cover(self, need: int, inflow: list[int]) -> None:
        form = self.form
        least, wanted, most = int(form.need_least[need]), int(form.need_wanted[need]), int(form.need_most[need])
        costs = np.array([form.need_short[need], form.need_below[need], form.need_over[need]])
        under, below, over = self.linear.add_columns(costs, np.array([least, wanted - least, most - wanted])).tolist()
        self.linear.add_row([*inflow, under, below, over], [1] * len(inflow) + [1, 1, -1], wanted, wanted)

    def _crews(self) -> None:
        """Never more new people than others; a leader wherever somebody stands (as far as counts tell)."""
        form = self.form
        marks = self.classes[:, 1]
        columns: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (kind, need), own in self.flow.items():
            columns[need] += [(column, int(marks[kind])) for column in own]
        for crew in range(form.crews):
            needs = form.crew_need[form.crew_needs[crew] : form.crew_needs[crew + 1]]
            if not form.need_open[needs].all():
                continue
            told = [entry for need in needs.tolist() for entry in columns[need]]
            if form.crew_new[crew] >= HARD and len(np.unique(form.watch_slot[form.need_watch[needs]])) == 1:
                self.linear.add_row([c for c, _ in told], [1 if m & 2 else -1 for _, m in told], -FREE, 0)
                half = int(form.need_most[needs].sum()) // 2  # says more than the row above where seats are odd
                self.linear.add_row([c for c, m in told if m & 2], [1 for _, m in told if m & 2], -FREE, half)
            if form.crew_leader[crew] >= HARD:
                self._led(needs.tolist(), columns)

    def _led(self, needs: list[int], columns: dict[int, list[tuple[int, int]]]) -> None:
        """A column says whether anybody stands the shift at all: then a leader does."""
        stood = int(self.linear.add_columns(_NONE, _ONE)[0])
        leaders = [c for need in needs for c, m in columns[need] if m & 1]
        self.linear.add_row([*leaders, stood], [1] * len(leaders) + [-1], 0, FREE)
        for need in needs:
            own = [c for c, _ in columns[need]]
            most = int(self.form.need_most[need])
            self.linear.add_row([*own, stood], [1] * len(own) + [-most], -FREE, 0)

    def _slots(self) -> None:
        """One watch a slot."""
        form = self.form
        person, watch = np.nonzero(self.works >= 0)
        row = person * form.slots + form.watch_slot[watch]
        self._packed(row, self.works[person, watch], np.ones(len(row), np.int64), 1)

    def _packed(self, row: Whole, column: Whole, value: Whole, most: int) -> None:
        """Rows of at most `most`, numbered anyhow; those that cannot be broken are left out."""
        _, new, count = np.unique(row, return_inverse=True, return_counts=True)
        keep = count > most
        number = np.cumsum(keep) - 1
        inside = keep[new]
        rows = int(keep.sum())
        limits = np.full(rows, most, np.int64)
        self.linear.add_rows(number[new][inside], column[inside], value[inside], np.full(rows, -FREE), limits)

    def _neighbours(self) -> None:
        """Watches too close to each other, as cliques of two slots."""
        form = self.form
        by_slot = [np.flatnonzero((form.watch_slot == slot) & self.open_watch) for slot in range(form.slots)]
        for contract in range(form.contracts):
            people = np.flatnonzero(form.contract == contract)
            for slot in range(form.slots):
                for other in range(slot + 1, form.slots):
                    days = int(form.slot_day[other] - form.slot_day[slot])
                    if days > form.reach:
                        break
                    self._close(contract, people, by_slot[slot], by_slot[other], days)

    def _close(self, contract: int, people: Whole, here: Whole, there: Whole, days: int) -> None:
        kinds = self.form.watch_kind
        never = self.pair[contract][np.ix_(kinds[here], kinds[there])][:, :, days] >= HARD
        cliques = {}
        for column in range(len(there)):
            before = never[:, column]
            if before.any():
                after = never[before].all(axis=0)
                cliques[before.tobytes()] = (here[before], there[after])
        for before, after in cliques.values():
            columns = self.works[np.ix_(people, np.concatenate([before, after]))]
            row, place = np.nonzero(columns >= 0)
            self._packed(row, columns[row, place], np.ones(len(row), np.int64), 1)

    def _runs(self) -> None:
        """At most so many days in a row."""
        form = self.form
        for contract in range(form.contracts):
            people = np.flatnonzero(form.contract == contract)
            for run in range(form.run_first[contract], form.run_first[contract + 1]):
                if form.run_points[run] >= HARD and not form.run_off[run] and form.run_most[run] < form.days:
                    self._run(people, int(form.run_class[run]), int(form.run_most[run]))

    def _run(self, people: Whole, bit: int, most: int) -> None:
        form = self.form
        inside = (form.watch_classes >> np.uint32(bit) & 1).astype(bool)
        held = np.zeros((form.people, form.days), np.int64)
        person, slot = np.nonzero(self.slot_fixed)
        own = inside[form.need_watch[self.fixed[person, slot]]]
        held[person[own], form.slot_day[slot[own]]] = 1
        days, columns = self._days_worked(people, inside)
        columns = np.where(held[people][:, days] > 0, -1, columns)  # such a day is one already
        for first in range(form.days - most):
            within = np.flatnonzero((days >= first) & (days <= first + most))
            stands = held[people, first : first + most + 1].sum(axis=1)
            for taken in np.unique(stands[stands <= most]).tolist():
                here = columns[stands == taken][:, within]
                row, place = np.nonzero(here >= 0)
                self._packed(row, here[row, place], np.ones(len(row), np.int64), most - taken)

    def _days_worked(self, people: Whole, inside: NDArray[np.bool_]) -> tuple[Whole, Whole]:
        """Columns that say whether somebody holds a duty of a class on a day, and the days: on days with one slot the
        watches themselves, on others a column for the day."""
        form = self.form
        days, columns = [], []
        for day in np.unique(form.slot_day).tolist():
            slots = np.flatnonzero(form.slot_day == day)
            watches = np.flatnonzero(np.isin(form.watch_slot, slots) & inside & self.open_watch)
            here = self.works[np.ix_(people, watches)]
            if len(slots) > 1:
                here = self._any_of(here)
            days += [day] * here.shape[1]
            columns.append(here)
        return np.array(days, np.int64), np.concatenate([np.zeros((len(people), 0), np.int64), *columns], axis=1)

    def _any_of(self, columns: Whole) -> Whole:
        """For each row of columns one that is at least each of them."""
        row, place = np.nonzero(columns >= 0)
        found = np.full((len(columns), 1), -1, np.int64)
        some = np.unique(row)
        found[some, 0] = self.linear.add_columns(np.zeros(len(some), np.int64), np.ones(len(some), np.int64))
        entry = np.arange(len(row))
        both = np.concatenate([columns[row, place], found[row, 0]])
        signs = np.concatenate([np.ones(len(row), np.int64), -np.ones(len(row), np.int64)])
        none = np.zeros(len(row), np.int64)
        self.linear.add_rows(np.concatenate([entry, entry]), both, signs, none - FREE, none)
        return found

    def _counters(self) -> None:
        form = self.form
        base = form.counter_base.reshape(form.people, form.counters).astype(np.int64)
        table = np.zeros((form.watches, form.counters), np.int64)
        watch_of = np.repeat(np.arange(form.watches), np.diff(form.watch_counters))
        table[watch_of, form.counter_of] = form.counter_amount
        person, slot = np.nonzero(self.slot_fixed)
        np.add.at(base, person, table[form.need_watch[self.fixed[person, slot]]])
        grouped: dict[int, list[int]] = defaultdict(list)
        for group in range(form.groups):
            grouped[int(form.group_counter[group])].append(group)
        members: dict[int, list[int]] = defaultdict(list)
        of_watch = np.repeat(np.arange(form.watches), np.diff(form.watch_groups))
        for watch, group in zip(of_watch.tolist(), form.group_of.tolist(), strict=True):
            members[group].append(watch)
        for counter in range(form.counters):
            for p in range(form.people):
                self._counter(p, counter, table[:, counter], int(base[p, counter]), grouped[counter], members)

    def _counter(
        self, p: int, counter: int, amounts: Whole, base: int, groups: list[int], members: dict[int, list[int]]
    ) -> None:
        form, at = self.form, p * self.form.counters + counter
        watches = np.flatnonzero((amounts > 0) & (self.works[p] >= 0))
        columns, values = self.works[p, watches].tolist(), amounts[watches].tolist()
        if groups:
            columns, values, base = self._grouped(p, groups, members, base)
        most = int(form.counter_most[at])
        if most < UNLIMITED and 0 <= most - base < sum(values):
            self.linear.add_row(columns, values, -FREE, most - base)
        self._least(at, columns, values, base)
        self._band(at, columns, values, base)

    def _least(self, at: int, columns: list[int], values: list[int], base: int) -> None:
        """What is too little by a hard rule is paid for: it may be that nobody can mend it."""
        form, lacking = self.form, int(self.form.counter_least[at]) - base
        if lacking > 0:
            points = np.array([form.counter_lack[at % form.counters]])
            lack = int(self.linear.add_columns(points, np.array([lacking]))[0])
            self.linear.add_row([lack, *columns], [1, *values], lacking, FREE)

    def _grouped(
        self, p: int, groups: list[int], members: dict[int, list[int]], base: int
    ) -> tuple[list[int], list[int], int]:
        """A column for each group that says whether any duty of it is held; fixed ones count already."""
        form, columns = self.form, []
        for group in groups:
            watches = np.array(members[group], np.int64)
            held = self.fixed[p, form.watch_slot[watches]]
            if (held >= 0).any() and np.isin(form.need_watch[held[held >= 0]], watches).any():
                base += 1
                continue
            own = self.works[p, watches]
            own = own[own >= 0]
            if not len(own):
                continue
            column = int(self.linear.add_columns(_NONE, _ONE)[0])
            columns.append(column)
            slots = form.watch_slot[watches][self.works[p, watches] >= 0]
            for slot in np.unique(slots):
                inside = own[slots == slot]
                self.linear.add_row([*inside.tolist(), column], [1] * len(inside) + [-1], -FREE, 0)
            self.linear.add_row([*own.tolist(), column], [1] * len(own) + [-1], 0, FREE)
        return columns, [1] * len(columns), base

    def _band(self, at: int, columns: list[int], values: list[int], base: int) -> None:
        """The points outside the band: the convex hull of those of whole steps, which bounds better than the band."""
        form, linear = self.form, self.linear
        low, high = int(form.counter_low[at]), int(form.counter_high[at])
        under, over = int(form.counter_under[at]), int(form.counter_over[at])

        def price(amount: int) -> int:
            return max(0, low - amount) * under + max(0, amount - high) * over

        if not (under or over):
            return
        if not columns:
            linear.offset += price(base)
            return
        step = int(np.gcd.reduce(np.array(values)))
        steps = sum(values) // step
        every = [price(base + step * n) for n in range(steps + 1)]
        cheapest = min(every)
        grain = int(np.gcd.reduce(np.array(every) - cheapest)) or 1
        linear.offset += cheapest
        fee = int(linear.add_columns(np.array([grain]), np.array([(max(every) - cheapest) // grain]))[0])
        edges = {(edge - base) // step + k for edge in (low, high) for k in (0, 1)}
        for a, b in pairwise(sorted({0, steps, *(min(max(0, edge), steps) for edge in edges)})):
            rise, run = (every[b] - every[a]) // grain, b - a
            if rise:
                start = run * ((every[a] - cheapest) // grain) - rise * a
                linear.add_row([fee, *columns], [run, *(-rise * (v // step) for v in values)], start, FREE)
