"""An invented duty instance of any size, of the make of the published ones, so that nothing is tuned to those alone.

python -m benchmarks.engine.invented_duty --people 60 --checkpoints 3 [--days 30] [--seed S] [--unequal] [--linked]
"""

import argparse
import json
import sys
from random import Random
from typing import Any

THIRDS = {"D": (480, 960), "E": (960, 1440), "N": (1440, 1920)}
QUARTERS = {"A": (390, 690), "B": (690, 1050), "C": (1050, 1500), "N": (1500, 1830)}
WEIGHTS = {
    "vacancy": 1000,
    "unfair_total": 50,
    "unfair_nights": 50,
    "unfair_weekends": 30,
    "away_from_home_area": 1,
    "wanted_day_worked": -2,
}
SKILLS = {"medic": 0.4, "cantonese": 0.67, "driver": 0.4}
"""The qualifications beside leading that a linked instance has, and how many people have them."""


def invented(people: int, checkpoints: int, days: int, seed: int, *, unequal: bool, linked: bool) -> dict[str, Any]:
    """A JSON value; `unequal`: four shifts a day instead of three; `linked`: qualifications, pairs and new people."""
    dice = Random(seed)
    hours = QUARTERS if unequal else THIRDS
    names = [f"V{n:04}" for n in range(1, people + 1)]
    leaders, new = (set(dice.sample(names, people // 3)) for _ in range(2))
    return {
        "name": f"invented{people}-{seed}",
        "start": "2020-04-06",
        "days": days,
        "shift_types": [{"id": kind, "start": start, "end": end} for kind, (start, end) in hours.items()],
        "night_shift_types": ["N"],
        "checkpoints": [
            {"id": f"C{n + 1:02}", "area": n, "posts": _posts(unequal, linked)} for n in range(checkpoints)
        ],
        "volunteers": [
            {
                "id": name,
                "area": dice.randrange(checkpoints),
                "qualifications": _skills(dice, name in leaders, linked),
                "new": linked and name in new,
                "unavailable_days": [day for day in range(days) if dice.random() < 0.1],
                "no_nights": dice.random() < 0.2,
                "wanted_days": [day for day in range(days) if dice.random() < 0.1],
            }
            for name in names
        ],
        "rules": {
            "one_shift_a_day": True,
            "min_rest_minutes": 720,
            "max_consecutive_days": 5,
            "max_shifts_a_week": 5,
            "max_consecutive_nights": 3,
        }
        | (_links(dice, names) if linked else {}),
        "weights": WEIGHTS,
    }


def _posts(unequal: bool, linked: bool) -> list[dict[str, Any]]:
    wants = {"leader": ["leader"], "temperature": ["medic"] * linked, "register": ["cantonese"] * linked}
    if unequal:
        wants = {"leader": ["leader"], "guard": []}
    return [{"id": post, "seats": 1, "requires": requires} for post, requires in wants.items()]


def _skills(dice: Random, leads: bool, linked: bool) -> list[str]:
    others = [skill for skill, chance in SKILLS.items() if linked and dice.random() < chance]
    return ["leader"] * leads + others


def _links(dice: Random, names: list[str]) -> dict[str, Any]:
    pairs = [dice.sample(names, 2) for _ in range(len(names) // 3)]
    return {"keep_apart": pairs, "new_at_most_experienced": True}


def main() -> int:
    """Print an instance."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--checkpoints", type=int, default=3)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unequal", action="store_true", help="four shifts of unequal length instead of three")
    parser.add_argument("--linked", action="store_true", help="three qualifications, pairs kept apart, new people")
    asked = parser.parse_args()
    told = invented(asked.people, asked.checkpoints, asked.days, asked.seed, unequal=asked.unequal, linked=asked.linked)
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
