"""Published shift-scheduling instances (doi 10.1016/j.ejor.2014.01.039) as a problem form, one slot a day."""

from itertools import product
from pathlib import Path

import numpy as np

from roster_app.engine.form import HARD, NEVER, UNLIMITED, Form


class Published:
    """The sections of an instance, cells as text."""

    def __init__(self, text):
        sections, current = {}, None
        for line in text.splitlines():
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("SECTION_"):
                current = sections.setdefault(line[8:], [])
            else:
                current.append(line.split(","))
        self.days = int(sections["HORIZON"][0][0])
        self.kinds = [row[0] for row in sections["SHIFTS"]]
        self.minutes = [int(row[1]) for row in sections["SHIFTS"]]
        self.never = {row[0]: [k for k in row[2].split("|") if k] if len(row) > 2 else [] for row in sections["SHIFTS"]}
        self.people = [row[0] for row in sections["STAFF"]]
        self.staff = sections["STAFF"]
        self.off = {row[0]: [int(d) for d in row[1:]] for row in sections.get("DAYS_OFF", [])}
        self.on_requests = sections.get("SHIFT_ON_REQUESTS", [])
        self.off_requests = sections.get("SHIFT_OFF_REQUESTS", [])
        self.cover = sections["COVER"]


def read(path):
    return Published(Path(path).read_text())


def numbers(values):
    return np.ascontiguousarray(np.array(values, np.int32).reshape(-1))


def cost_outside(instance):
    """What every roster pays before a request to work is met."""
    return sum(int(row[3]) for row in instance.on_requests)


def form_of(instance):  # noqa: C901 - one table after another
    """Watch d * kinds + k is shift type k on day d; counters are minutes, one for each shift type, weekends."""
    people, kinds, days = len(instance.people), len(instance.kinds), instance.days
    watches = days * kinds
    who = {p: i for i, p in enumerate(instance.people)}
    what = {k: i for i, k in enumerate(instance.kinds)}
    weekends = [d for d in range(days) if d % 7 == 5]
    groups = len(weekends)
    counters = kinds + 2
    minutes = np.array(instance.minutes, np.int32)

    wish = np.zeros((people, watches), np.int32)
    least = np.full((people, counters), -UNLIMITED, np.int32)
    most = np.full((people, counters), UNLIMITED, np.int32)
    runs, first, contract, contracts = [], [0], [], {}
    for i, row in enumerate(instance.staff):
        limits = dict(part.split("=") for part in row[1].split("|") if part)
        for kind, limit in limits.items():
            most[i, 1 + what[kind]] = int(limit)
            if int(limit) == 0:
                wish[i, what[kind] :: kinds] = NEVER
        most[i, 0], least[i, 0] = int(row[2]), int(row[3])
        most[i, counters - 1] = int(row[7])
        key = tuple(map(int, row[4:7]))
        if key not in contracts:
            contracts[key] = len(contracts)
            runs += [(0, 0, key[1], key[0]), (0, 1, key[2], UNLIMITED)]
            first.append(len(runs))
        contract.append(contracts[key])
    for p, off in instance.off.items():
        for d in off:
            wish[who[p], d * kinds : (d + 1) * kinds] = NEVER
    for p, d, k, w in instance.on_requests:
        at = who[p], int(d) * kinds + what[k]
        wish[at] -= int(w) if wish[at] < NEVER else 0
    for p, d, k, w in instance.off_requests:
        at = who[p], int(d) * kinds + what[k]
        wish[at] += int(w) if wish[at] < NEVER else 0

    need = {(int(d), what[k]): (int(r), int(u), int(o)) for d, k, r, u, o in instance.cover}
    told = [need.get(key, (0, 0, 0)) for key in product(range(days), range(kinds))]
    wanted, short, over = (numbers([t[i] for t in told]) for i in range(3))
    pair = np.zeros((len(contracts), kinds, kinds, 2), np.int32)
    for kind, after in instance.never.items():
        for other in after:
            pair[:, what[kind], what[other], 1] = HARD
    watch_groups = [0]
    group_of = []
    for d in range(days):
        for _ in range(kinds):
            if d % 7 >= 5:
                group_of.append(d // 7)
            watch_groups.append(len(group_of))
    flat = lambda a: np.ascontiguousarray(a.reshape(-1))  # noqa: E731
    zero = lambda n: np.zeros(n, np.int32)  # noqa: E731
    none = lambda n: np.full(n, -1, np.int32)  # noqa: E731
    return Form(
        people=people, slots=days, days=days, first=0, last=days - 1, watches=watches, needs=watches, kinds=kinds,
        reach=1, places=1, person_places=1, counters=counters, groups=groups, crews=0, contracts=len(contracts),
        classes=1, weekends=len(weekends), monday=0,
        slot_day=numbers(range(days)), slot_needs=numbers(range(0, watches + 1, kinds)), weekend_day=numbers(weekends),
        watch_slot=np.repeat(numbers(range(days)), kinds), watch_kind=np.tile(numbers(range(kinds)), days),
        watch_start=np.repeat(numbers(range(days)), kinds) * 1440,
        watch_end=np.repeat(numbers(range(days)), kinds) * 1440 + np.tile(minutes, days),
        watch_classes=np.ones(watches, np.uint32), watch_counters=numbers(range(0, 2 * watches + 1, 2)),
        counter_of=flat(np.stack([zero(watches), 1 + np.tile(numbers(range(kinds)), days)], axis=1)),
        counter_amount=flat(np.stack([np.tile(minutes, days), np.ones(watches, np.int32)], axis=1)),
        watch_groups=numbers(watch_groups), group_of=numbers(group_of),
        group_counter=np.full(groups, counters - 1, np.int32),
        need_watch=numbers(range(watches)), need_place=zero(watches), need_site=none(watches), need_crew=none(watches),
        need_open=np.ones(watches, np.int32), need_least=wanted, need_wanted=wanted,
        need_most=np.full(watches, people, np.int32), need_short=short, need_below=zero(watches), need_over=over,
        need_turn=none(watches), need_turn_points=zero(watches),
        contract=numbers(contract), place=zero(people), marks=np.zeros(people, np.uint32), kin=none(people),
        wish=flat(wish), place_points=zero(1), prior=none(people * days), prior_points=0, fixed=none(people * days),
        counter_base=zero(people * counters), counter_least=flat(least), counter_most=flat(most),
        counter_low=np.full(people * counters, -UNLIMITED, np.int32),
        counter_high=np.full(people * counters, UNLIMITED, np.int32),
        counter_under=zero(people * counters), counter_over=zero(people * counters),
        pair=flat(pair), run_first=numbers(first), run_class=numbers([r[0] for r in runs]),
        run_off=numbers([r[1] for r in runs]), run_least=numbers([r[2] for r in runs]),
        run_most=numbers([r[3] for r in runs]), run_points=np.full(len(runs), HARD, np.int32),
        after_first=zero(len(contracts) + 1), after_class=zero(0), after_run=zero(0), after_days=zero(0),
        after_points=zero(0), weekly_rest=zero(len(contracts)), weekly_rest_days=zero(len(contracts)),
        weekly_rest_points=zero(len(contracts)), half_weekend=zero(len(contracts)), step=zero(len(contracts)),
        crew_slot=zero(0), crew_needs=zero(1), crew_need=zero(0), crew_leader=zero(0), crew_alone=zero(0),
        crew_new=zero(0), crew_gender=zero(0), crew_kin=zero(0), pairs=zero(people + 1), pair_with=zero(0),
        pair_points=zero(0),
    )  # fmt: skip


def invented(people, weeks, kinds, seed):
    """An instance of the same kind, invented: full-timers, early to late shifts, cover near to what they can work."""
    dice = np.random.default_rng(seed)
    days = 7 * weeks
    starts = np.sort(dice.integers(0, 24, kinds))
    minutes = dice.choice([480, 480, 600, 720], kinds)
    text = ["SECTION_HORIZON", str(days), "SECTION_SHIFTS"]
    for k in range(kinds):
        never = [f"k{o}" for o in range(kinds) if starts[o] + 24 - starts[k] < minutes[k] / 60 + 10]
        text.append(f"k{k},{minutes[k]},{'|'.join(never)}")
    text.append("SECTION_STAFF")
    total = weeks * 2400
    for p in range(people):
        can = [k for k in range(kinds) if dice.random() < 0.7] or [0]
        limits = "|".join(
            f"k{k}={(days if dice.random() < 0.7 else days // 4) if k in can else 0}" for k in range(kinds)
        )
        text.append(f"P{p},{limits},{total},{total - 480 * (1 + weeks // 8)},5,2,2,{weeks // 2}")
    text.append("SECTION_DAYS_OFF")
    for p in range(people):
        text.append(f"P{p},{','.join(str(d) for d in sorted(dice.choice(days, max(1, weeks // 4), replace=False)))}")
    for name in ("SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS"):
        text.append(name)
        for _ in range(people * weeks):
            text.append(f"P{dice.integers(people)},{dice.integers(days)},k{dice.integers(kinds)},{dice.integers(1, 4)}")
    text.append("SECTION_COVER")
    a_day = people * total / minutes.mean() / days
    for d in range(days):
        for k in range(kinds):
            wanted = max(0, round(dice.normal(a_day / kinds * (0.75 if d % 7 >= 5 else 1.1), 0.5)))
            text.append(f"{d},k{k},{wanted},100,1")
    return Published("\n".join(text))
