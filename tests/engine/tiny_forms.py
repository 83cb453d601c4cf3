"""Tiny random problem forms of which every line can be tried, with all that concerns one person's line."""

from dataclasses import replace
from itertools import product

import numpy as np

from roster_app.engine.form import HARD, NEVER, UNLIMITED, Form


def tiny_form(seed: int, *, rests: bool = False) -> Form:
    """Days 0 .. 5 or so, one or two slots a day, every rule of one person's line; with `rests` also those that no
    state knows: days off after runs, weekly rest, steps."""
    dice = np.random.default_rng(seed)
    pick = lambda *options: options[dice.integers(len(options))]  # noqa: E731
    ints = lambda low, high, n: dice.integers(low, high, n).astype(np.int32)  # noqa: E731
    zero = lambda n: np.zeros(n, np.int32)  # noqa: E731
    people, days, kinds, reach = 2, pick(4, 5, 6), pick(1, 2, 3), pick(1, 2)
    slot_day = np.array([d for d in range(days) for _ in range(pick(1, 1, 1, 2))], np.int32)[: 6 + (kinds < 3)]
    slots = len(slot_day)
    watch_slot = np.array([t for t in range(slots) for _ in range(pick(1, kinds))], np.int32)
    watches = len(watch_slot)
    need_watch = np.sort(np.array([*range(watches), *([dice.integers(watches)] if watches < 9 else [])], np.int32))
    needs = len(need_watch)
    slot_needs = np.searchsorted(watch_slot[need_watch], np.arange(slots + 1)).astype(np.int32)
    counters, groups, contracts, classes = 3, 2, 2, 2
    counted = [sorted(set(dice.integers(0, 2, pick(0, 1, 2)))) for _ in range(watches)]
    grouped = [[int(slot_day[t]) // 3] if dice.random() < 0.5 and slot_day[t] < 6 else [] for t in watch_slot]
    first = lambda lists: np.cumsum([0, *map(len, lists)]).astype(np.int32)  # noqa: E731
    flat = lambda lists: np.array([x for row in lists for x in row], np.int32)  # noqa: E731
    points = lambda: pick(HARD, 1, 3, 7)  # noqa: E731
    runs = [[pick((0, 0), (0, 1), (1, 0)) for _ in range(pick(0, 1, 2))] for _ in range(contracts)]
    n_runs = sum(map(len, runs))
    afters = [[0] * (pick(0, 1) if rests else 0) for _ in range(contracts)]
    pair = ints(-2, 4, contracts * kinds * kinds * (reach + 1)) * (
        dice.random(contracts * kinds * kinds * (reach + 1)) < 0.4
    )
    pair[dice.random(len(pair)) < 0.1] = HARD
    low = ints(0, 5, people * counters)
    least = np.where(dice.random(people * counters) < 0.3, ints(0, 3, people * counters), -UNLIMITED)
    most = np.where(dice.random(people * counters) < 0.3, ints(2, 6, people * counters), UNLIMITED)
    wish = ints(-3, 4, people * watches)
    wish[dice.random(people * watches) < 0.1] = NEVER
    fixed = np.full((people, slots), -1, np.int32)
    prior = np.full((people, slots), -1, np.int32)
    for p, t in product(range(people), range(slots)):
        if slot_needs[t + 1] > slot_needs[t]:
            some = int(dice.integers(slot_needs[t], slot_needs[t + 1]))
            fixed[p, t] = some if dice.random() < 0.1 else -1
            prior[p, t] = some if dice.random() < 0.2 else -1
    as32 = lambda a: np.ascontiguousarray(a, dtype=np.int32).reshape(-1)  # noqa: E731
    return Form(
        people=people,
        slots=slots,
        days=days,
        first=0,
        last=days - 1,
        watches=watches,
        needs=needs,
        kinds=kinds,
        reach=reach,
        places=2,
        person_places=2,
        counters=counters,
        groups=groups,
        crews=0,
        contracts=contracts,
        classes=classes,
        weekends=1,
        sunday=0,
        slot_day=slot_day,
        slot_needs=slot_needs,
        weekend_day=np.array([2], np.int32),
        watch_slot=watch_slot,
        watch_kind=ints(0, kinds, watches),
        watch_start=slot_day[watch_slot] * 1440,
        watch_end=slot_day[watch_slot] * 1440 + 600,
        watch_classes=(1 + 2 * ints(0, 2, watches)).astype(np.uint32),
        watch_counters=first(counted),
        counter_of=flat(counted),
        counter_amount=ints(1, 3, sum(map(len, counted))) * pick(1, 2),
        watch_groups=first(grouped),
        group_of=flat(grouped),
        group_counter=np.full(groups, 2, np.int32),
        need_watch=need_watch,
        need_place=ints(0, 2, needs),
        need_site=ints(-1, 2, needs),
        need_crews=zero(needs + 1),
        crew_of=zero(0),
        need_open=(dice.random(needs) < 0.9).astype(np.int32),
        need_least=zero(needs) + 1,
        need_wanted=zero(needs) + 1,
        need_most=zero(needs) + 2,
        need_short=zero(needs) + 10,
        need_below=zero(needs),
        need_over=zero(needs) + 1,
        need_turns=np.arange(needs + 1, dtype=np.int32),
        turn_person=ints(-1, 2, needs),
        turn_points=ints(0, 3, needs),
        need_prior_points=ints(0, 3, needs),
        contract=ints(0, contracts, people),
        place=ints(0, 2, people),
        marks=np.zeros(people, np.uint32),
        kin=zero(people) - 1,
        wish=wish,
        place_points=ints(0, 3, 4),
        prior=as32(prior),
        fixed=as32(fixed),
        since=zero(people),
        counter_base=ints(0, 2, people * counters),
        counter_least=as32(least),
        counter_most=as32(most),
        counter_low=low,
        counter_high=low + ints(0, 3, people * counters),
        counter_under=ints(0, 4, people * counters),
        counter_over=ints(0, 4, people * counters),
        counter_lack=zero(counters) + HARD,
        pair=as32(pair),
        run_first=first(runs),
        run_class=flat([[r[0] for r in row] for row in runs]),
        run_off=flat([[r[1] for r in row] for row in runs]),
        run_least=ints(1, 4, n_runs),
        run_most=np.where(dice.random(n_runs) < 0.7, ints(1, 4, n_runs), UNLIMITED).astype(np.int32),
        run_points=as32([points() for _ in range(n_runs)]),
        after_first=first(afters),
        after_class=ints(0, 2, sum(map(len, afters))),
        after_run=ints(1, 3, sum(map(len, afters))),
        after_days=ints(1, 3, sum(map(len, afters))),
        after_points=as32([points() for _ in range(sum(map(len, afters)))]),
        weekly_first=first([[0]] * contracts if rests else [[]] * contracts),
        weekly_rest=as32([2000] * contracts * rests),
        weekly_rolling=as32([1] * contracts * rests),
        weekly_points=as32([5] * contracts * rests),
        half_weekend=as32([pick(0, 2, HARD) for _ in range(contracts)]),
        step=as32([2 if rests else 0] * contracts),
        crew_needs=zero(1),
        crew_need=zero(0),
        crew_leader=zero(0),
        crew_alone=zero(0),
        crew_new=zero(0),
        crew_gender=zero(0),
        crew_kin=zero(0),
        bands=0,
        crew_bands=zero(0),
        squad_free=zero(0),
        person_bands=zero(people + 1),
        person_band=zero(0),
        band_people=zero(1),
        band_person=zero(0),
        band_kind=zero(0),
        band_points=zero(0),
    )


def every_line(form: Form, person: int):
    """All lines the person may have, fixed duties in them."""
    options = []
    for t in range(form.slots):
        fixed = form.fixed[person * form.slots + t]
        needs = range(form.slot_needs[t], form.slot_needs[t + 1])
        options.append([int(fixed)] if fixed >= 0 else [-1, *(n for n in needs if form.need_open[n])])
    return (np.array(line, np.int32) for line in product(*options))


def without_closed(form: Form) -> Form:
    """The same with all needs open."""
    return replace(form, need_open=np.ones(form.needs, np.int32))
