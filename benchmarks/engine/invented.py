"""An invented instance of the published format, of any size: one roster of it is feasible because it is made from one.

python -m benchmarks.engine.invented --people 120 --days 84 --kinds 6 [--seed S] > Instance0.txt
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from random import Random

WEEK = 7
SATURDAY = 5
LONGEST, SHORTEST, FREE = 5, 2, 2
"""Days in a row at work at most and at least, and days off in a row at least."""

Line = list[int | None]
"""The number of the shift type each day, None for a day off."""


def invented(people: int, days: int, kinds: int, seed: int) -> str:
    """The text of an instance with so many people, days (a multiple of 7) and shift types, of 8 and 10 hours."""
    dice = Random(seed)
    minutes = [dice.choice((480, 480, 480, 600)) for _ in range(kinds)]
    names = [chr(ord("A") + n % 26) + (str(n // 26) if n >= 26 else "") for n in range(people)]
    able = [sorted(dice.sample(range(kinds), dice.randint(1, min(kinds, 4)))) for _ in names]
    lines = [_line(dice, days, own) for own in able]
    sections = {
        "HORIZON": [str(days)],
        "SHIFTS": [f"S{n},{minutes[n]},{'|'.join(f'S{earlier}' for earlier in range(n))}" for n in range(kinds)],
        "STAFF": [_person(*told, minutes) for told in zip(names, lines, able, strict=True)],
        "DAYS_OFF": [_days_off(dice, name, line) for name, line in zip(names, lines, strict=True)],
        "SHIFT_ON_REQUESTS": list(_requests(dice, names, days, kinds, people * days // 8)),
        "SHIFT_OFF_REQUESTS": list(_requests(dice, names, days, kinds, people * days // 16)),
        "COVER": list(_cover(dice, lines, days, kinds)),
    }
    return "".join(f"SECTION_{name}\n# {name.lower()}\n{chr(10).join(rows)}\n\n" for name, rows in sections.items())


def _line(dice: Random, days: int, able: list[int]) -> Line:
    """Runs of work that never go back to an earlier shift type, with days off between; every other weekend is free."""
    line: Line = [None] * dice.randint(0, FREE)
    while len(line) < days:
        run = dice.randint(SHORTEST, LONGEST)
        if _weekends([*line, *[0] * run]) > days // WEEK // 2:
            line += [None] * (WEEK - len(line) % WEEK)
            continue
        line += sorted(dice.choice(able) for _ in range(run))
        line += [None] * dice.randint(FREE, FREE + 1)
    return line[:days]


def _weekends(line: Line) -> int:
    return len({day // WEEK for day, kind in enumerate(line) if kind is not None and day % WEEK >= SATURDAY})


def _person(name: str, line: Line, able: list[int], minutes: list[int]) -> str:
    """Limits that the line keeps with little to spare; shift types the person cannot work have the limit 0."""
    worked = Counter(kind for kind in line if kind is not None)
    most = "|".join(f"S{n}={worked[n] + 2 if n in able else 0}" for n in range(len(minutes)))
    total = sum(minutes[kind] * times for kind, times in worked.items())
    weekends = max(1, _weekends(line))
    return f"{name},{most},{total + 480},{max(0, total - 480)},{LONGEST},{SHORTEST},{FREE},{weekends}"


def _days_off(dice: Random, name: str, line: Line) -> str:
    free = [day for day, kind in enumerate(line) if kind is None]
    return ",".join([name, *map(str, sorted(dice.sample(free, min(len(free), len(line) // 14))))])


def _requests(dice: Random, names: list[str], days: int, kinds: int, wanted: int) -> Iterator[str]:
    cells = {(dice.choice(names), dice.randrange(days)) for _ in range(wanted)}
    for name, day in sorted(cells):
        yield f"{name},{day},S{dice.randrange(kinds)},{dice.randint(1, 3)}"


def _cover(dice: Random, lines: list[Line], days: int, kinds: int) -> Iterator[str]:
    for day in range(days):
        there = Counter(line[day] for line in lines)
        for kind in range(kinds):
            yield f"{day},S{kind},{max(0, there[kind] + dice.choice((-1, 0, 0, 1)))},100,1"


def main() -> int:
    """Print an instance."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=120)
    parser.add_argument("--days", type=int, default=84)
    parser.add_argument("--kinds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(invented(asked.people, asked.days, asked.kinds, asked.seed), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
